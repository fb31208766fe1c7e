/** What the command line refuses in a workflow before it goes near a target. */
import { describe, expect, it } from '@jest/globals';
import { OperatorError } from '../src/domain/operator-error.ts';
import { KnownSecrets } from '../src/known-secrets.ts';
import { createPaint } from '../src/report/paint.ts';
import { type DeployRun, runDeploy } from '../src/run-deploy.ts';
import { inspectOnTarget } from '../src/run-inspect.ts';
import { pullRequestEvent, pushEvent, withEvent } from './support/github/events.ts';
import { withFolder } from './migrations/folder.ts';

/** Nobody listens there: what isn't refused before fails by that. */
const TARGET = 'postgres://deployer@127.0.0.1:1/bookings?sslmode=disable';

/** The code of what it ended with. */
const endOf = (command: DeployRun['command'] | 'inspect', name: string, event: object): Promise<string> =>
  withFolder({ 'migrations/V1__one.sql': 'select 1;' }, (cwd) =>
    withEvent(name, event, async (env) => {
      const target = { target: TARGET };
      const door = {
        env,
        cwd,
        startedAt: new Date(0),
        secrets: new KnownSecrets({}),
        output: { write: () => true } as never,
        terminal: { paint: createPaint({ colour: false }) },
        onLine: () => undefined,
      };
      const options = { ...target, environment: 'DEV', allowUnvalidated: 'a test', archive: 'old' };
      const run =
        command === 'inspect' ? inspectOnTarget(target, door) : runDeploy({ ...door, command, options });
      return run.then(
        () => 'done',
        (error: unknown) => (error instanceof OperatorError ? error.code : String(error)),
      );
    }),
  );

describe('in a workflow that a pull request has started', () => {
  it.each(['apply', 'maintain', 'archive', 'restore'] as const)('%s is refused', async (command) => {
    expect(await endOf(command, 'pull_request', pullRequestEvent())).toBe('target-and-pull-request');
    expect(await endOf(command, 'issue_comment', { issue: { pull_request: {} } })).toBe(
      'target-and-pull-request',
    );
    expect(await endOf(command, 'push', pushEvent())).not.toBe('target-and-pull-request');
  });

  it.each(['plan', 'inspect'] as const)('%s is refused to strangers', async (command) => {
    expect(await endOf(command, 'pull_request', pullRequestEvent({ isFork: true }))).toBe(
      'target-and-pull-request',
    );
    expect(await endOf(command, 'pull_request_target', pullRequestEvent())).toBe('target-and-pull-request');
    expect(await endOf(command, 'pull_request', pullRequestEvent())).not.toBe('target-and-pull-request');
  });
});

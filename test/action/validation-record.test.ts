/** When a run vouches for what will be deployed, and when not. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openJob } from '../../src/action/job.ts';
import type { Judged } from '../../src/action/judged.ts';
import { recordValidation } from '../../src/action/validation-record.ts';
import { readEvent } from '../../src/github/event.ts';
import { RELEASE } from '../support/github/deploying.ts';
import {
  dispatchEvent,
  HEAD,
  mergeGroupEvent,
  pullRequestEvent,
  pushEvent,
  scheduleEvent,
  withEvent,
  workflowRunEvent,
} from '../support/github/events.ts';
import { TOKENS } from '../support/github/fake-github.ts';
import { type RunningGitHub, withFakeGitHub } from '../support/github/with-fake-github.ts';

const JUDGED: Judged = {
  result: {
    verdict: 'pass',
    seed: 1,
    rows: 100,
    startedAt: new Date(0),
    durationMs: 0,
    server: { kind: 'embedded', version: '16.4' },
    toolVersion: '0',
    migrations: [],
    replayOptions: [],
    tables: [],
    scenarios: [],
    notes: [],
    release: RELEASE,
    underTest: '2-3',
    configurationDigest: 'f'.repeat(64),
  },
  failOn: 'error',
  reports: {},
  isShare: false,
};

interface Case {
  readonly name: string;
  readonly event: unknown;
  readonly judged?: Partial<Judged>;
  readonly result?: object;
  readonly inputs?: Readonly<Record<string, string>>;
}

/** Outside of a repository, so that no commit is checked out. */
async function record(github: RunningGitHub, { name, event, judged, result, inputs }: Case): Promise<string> {
  const cwd = await mkdtemp(join(tmpdir(), 'no-repository-'));
  let log = '';
  try {
    await withEvent(name, event, async (variables) => {
      const given = { TOKEN: TOKENS.workflow, ...inputs };
      const env = {
        ...variables,
        GITHUB_API_URL: github.apiUrl,
        GITHUB_WORKSPACE: cwd,
        ...Object.fromEntries(Object.entries(given).map(([key, value]) => [`INPUT_${key}`, value])),
      };
      const job = openJob(env, (text) => (log += text));
      const run = readEvent(env);
      const whole = { ...JUDGED, ...judged, result: { ...JUDGED.result, ...result } };
      await recordValidation(job, { mode: 'validate', run }, whole);
    });
  } finally {
    await rm(cwd, { recursive: true });
  }
  return log;
}

const SHA = 'e'.repeat(40);

describe('a validation is recorded', () => {
  it.each<[string, unknown, string]>([
    ['pull_request', pullRequestEvent(), HEAD],
    ['push', pushEvent(), HEAD],
    ['merge_group', mergeGroupEvent(), HEAD],
    ['workflow_dispatch', dispatchEvent(), SHA],
    ['schedule', scheduleEvent(), SHA],
  ])('on %s, at the commit that was judged', async (name, event, commit) => {
    await withFakeGitHub({}, async (github) => {
      const log = await record(github, { name, event });
      expect(log).toContain('validation recorded at');
      expect(github.records.statuses).toEqual([
        expect.objectContaining({
          commit,
          state: 'success',
          description: `pass · tests 2-3 · rules ${'f'.repeat(16)} · release ${RELEASE}`,
        }),
      ]);
    });
  });

  it.each(['fail', 'inconclusive'])('as a failure where the verdict is %s', async (verdict) => {
    await withFakeGitHub({}, async (github) => {
      await record(github, { name: 'push', event: pushEvent(), result: { verdict } });
      expect(github.records.statuses).toEqual([expect.objectContaining({ state: 'failure' })]);
    });
  });

  it('under a name of its own for each major and configuration', async () => {
    await withFakeGitHub({}, async (github) => {
      const push = { name: 'push', event: pushEvent() };
      const on = (version: string) => ({ result: { server: { kind: 'url', version } } });
      await record(github, { ...push, ...on('14.9'), inputs: { POSTGRES: '14' } });
      await record(github, {
        ...push,
        ...on('18.1'),
        inputs: { POSTGRES: '18', CONFIG: 'a/partition-guard.yml' },
      });
      await record(github, { ...push, inputs: { 'COMMENT-KEY': 'bookings' } });
      expect(github.records.statuses.map(({ context }) => context)).toEqual([
        'partition-guard/validation (PostgreSQL 14)',
        'partition-guard/validation (a/partition-guard.yml, PostgreSQL 18)',
        'partition-guard/validation (bookings, PostgreSQL 16)',
      ]);
    });
  });
});

describe('legs of a matrix', () => {
  it('don’t overwrite each other’s failure where only their servers differ', async () => {
    await withFakeGitHub({}, async (github) => {
      const leg = async (version: string, verdict: string): Promise<string> =>
        record(github, {
          name: 'push',
          event: pushEvent(),
          result: { verdict, server: { kind: 'url', version } },
        });
      await leg('14.20', 'fail');
      await leg('18.1', 'pass');
      const { statuses } = github.records;
      expect(statuses.map(({ context, state }) => [context, state])).toEqual([
        ['partition-guard/validation (PostgreSQL 14)', 'failure'],
        ['partition-guard/validation (PostgreSQL 18)', 'success'],
      ]);
    });
  });

  it('are recorded one by one where one run played them, or their reports are joined', async () => {
    await withFakeGitHub({}, async (github) => {
      const scenarios = [
        { server: '14.20', verdict: 'pass' },
        { server: '16', verdict: 'inconclusive' },
        { server: '18.1', verdict: 'pass' },
        { server: '18.1', verdict: 'fail' },
      ];
      const inputs = { POSTGRES: '14\n16\n18' };
      await record(github, {
        name: 'push',
        event: pushEvent(),
        result: { verdict: 'fail', scenarios },
        inputs,
      });
      expect(github.records.statuses.map(({ context, state }) => [context, state])).toEqual([
        ['partition-guard/validation (PostgreSQL 16)', 'failure'],
        ['partition-guard/validation (PostgreSQL 18)', 'failure'],
        ['partition-guard/validation (PostgreSQL 14)', 'success'],
      ]);
    });
  });

  it('none of them passes where the whole is worse than its scenarios tell', async () => {
    await withFakeGitHub({}, async (github) => {
      const scenarios = ['14.20', '18.1'].map((server) => ({ server, verdict: 'pass' }));
      const result = { verdict: 'inconclusive', scenarios };
      await record(github, { name: 'push', event: pushEvent(), result });
      expect(github.records.statuses.map(({ state }) => state)).toEqual(['failure', 'failure']);
    });
  });

  it('are named by their major, however long the name before it is', async () => {
    await withFakeGitHub({}, async (github) => {
      const scenarios = ['14.20', '18.1', '18.1'].map((server) => ({ server, verdict: 'pass' }));
      const inputs = { 'COMMENT-KEY': 'b'.repeat(400) };
      await record(github, { name: 'push', event: pushEvent(), result: { scenarios }, inputs });
      const [status, other] = github.records.statuses;
      expect(status?.context.endsWith('bbb, PostgreSQL 14)')).toBe(true);
      expect(other?.context.endsWith('bbb, PostgreSQL 18)')).toBe(true);
      expect(status?.context.length).toBeLessThan(256);
    });
  });
});

describe('no validation is recorded', () => {
  it.each<[string, Case]>([
    ['of a fork’s pull request', { name: 'pull_request', event: pullRequestEvent({ isFork: true }) }],
    ['on pull_request_target', { name: 'pull_request_target', event: pullRequestEvent() }],
    ['of a stranger’s reports', { name: 'workflow_run', event: workflowRunEvent({ isFork: true }) }],
    ['of another workflow’s reports', { name: 'workflow_run', event: workflowRunEvent() }],
    ['of one share', { name: 'push', event: pushEvent(), judged: { isShare: true } }],
    ['of some scenarios', { name: 'push', event: pushEvent(), inputs: { SCENARIO: 'fresh' } }],
    ['without the release', { name: 'push', event: pushEvent(), result: { release: undefined } }],
    ['without what was under test', { name: 'push', event: pushEvent(), result: { underTest: undefined } }],
    ['of a branch that was deleted', { name: 'push', event: pushEvent('refs/heads/x', { deleted: true }) }],
  ])('%s', async (_, given) => {
    await withFakeGitHub({}, async (github) => {
      const log = await record(github, given);
      expect(github.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
      expect(log).not.toContain('::warning');
    });
  });

  it('without the right to, which is no warning: most workflows only check', async () => {
    await withFakeGitHub({}, async (github) => {
      const inputs = { TOKEN: TOKENS.readOnly };
      const log = await record(github, { name: 'push', event: pushEvent(), inputs });
      expect(log).toContain('lacks statuses: write');
      expect(log).not.toContain('::warning');
    });
  });
});

/** The built action on real targets: validated, then applied to DEV, STAGING and PROD in their order, as workflows do it. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '../../src/postgres/connection.ts';
import { urlOf } from '../deploy/target-url.ts';
import { MACHINE_USER } from '../support/github/fake-github.ts';
import type { FakeDeployment } from '../support/github/fake-records.ts';
import { type RunningGitHub, withFakeGitHub } from '../support/github/with-fake-github.ts';
import { REPOSITORY, type StepEnd } from '../support/runner.ts';
import { openTestServer, type TestServer, type ThrowawayDatabase } from '../support/throwaway.ts';
import { openRunner, pullRequestEvent, type Runner, V1, warnings } from './built-runner.ts';
import { type Files, type OpenProject, withProject } from './project.ts';

let runner: Runner;
let server: TestServer;
beforeAll(async () => {
  [runner, server] = await Promise.all([openRunner(), openTestServer()]);
});
afterAll(async () => {
  await Promise.all([runner.close(), server.close()]);
});

const COMMIT = 'f'.repeat(40);
const PUSH = { repository: REPOSITORY, ref: 'refs/heads/main', before: '0'.repeat(40), after: COMMIT };
const NO_PROOF_INPUTS = { rows: '', now: '', scenario: '' };

const FIRST: Files = { 'migrations/V1__booking.sql': V1 };
const SECOND: Files = { ...FIRST, 'migrations/V2__note.sql': 'alter table booking add note text;\n' };
const THIRD: Files = { ...SECOND, 'migrations/V3__index.sql': 'create index on booking (note);\n' };

interface Deploy {
  readonly mode?: string;
  readonly environment: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly run?: number;
  readonly eventName?: string;
  readonly event?: unknown;
}

let runs = 1000;

function deploy(
  open: OpenProject,
  on: ThrowawayDatabase,
  github: RunningGitHub,
  how: Deploy,
): Promise<StepEnd> {
  const {
    mode = 'apply',
    environment,
    inputs,
    env,
    run = (runs += 1),
    eventName = 'push',
    event = PUSH,
  } = how;
  return runner.play(open, {
    eventName,
    event,
    github,
    inputs: { ...NO_PROOF_INPUTS, mode, environment, ...inputs },
    env: {
      PARTITION_GUARD_TARGET: urlOf(on.migrator),
      PGSSLMODE: 'disable',
      GITHUB_SHA: COMMIT,
      GITHUB_RUN_ID: String(run),
      ...env,
    },
  });
}

const validate = (open: OpenProject, github: RunningGitHub): Promise<StepEnd> =>
  runner.play(open, {
    eventName: 'push',
    event: PUSH,
    github,
    inputs: { mode: 'validate', scenario: '', rows: '200', comment: 'never' },
  });

const told = ({ status, outputs, log }: StepEnd) => ({
  status,
  outcome: outputs['outcome'],
  applied: outputs['applied'],
  gate: /title=Refused%3A (\w+)/.exec(log)?.[1],
});

/** What the history on the target says, by Flyway's own columns. */
const versions = ({ migrator }: ThrowawayDatabase): Promise<string[]> =>
  withClient(migrator, async (client) => {
    const { rows } = await client.query<{ version: string }>(
      `select version from flyway_schema_history where success order by installed_rank`,
    );
    return rows.map(({ version }) => version);
  });

const isUntouched = ({ migrator }: ThrowawayDatabase): Promise<boolean> =>
  withClient(migrator, async (client) => {
    const { rows } = await client.query(`select 1 from pg_catalog.pg_class where relname = 'booking'`);
    return rows.length === 0;
  });

const states = (deployments: readonly FakeDeployment[]): string[] =>
  deployments.map(
    ({ environment, statuses }) => `${environment} ${statuses.map(({ state }) => state).join(' ')}`,
  );

async function withThree(
  files: Files,
  body: (open: OpenProject, github: RunningGitHub, on: Record<string, ThrowawayDatabase>) => Promise<void>,
): Promise<void> {
  await withFakeGitHub({}, async (github) => {
    await server.withDatabase(async (DEV) => {
      await server.withDatabase(async (STAGING) => {
        await server.withDatabase(async (PROD) => {
          await withProject({ files }, async (open) => body(open, github, { DEV, STAGING, PROD }));
        });
      });
    });
  });
}

const of = (databases: Record<string, ThrowawayDatabase>, name: string): ThrowawayDatabase => {
  const found = databases[name];
  if (!found) throw new Error(`no database for ${name}`);
  return found;
};

describe('on a push', () => {
  it('nothing is applied that was not validated; then each environment gets it after the one before', async () => {
    await withThree(FIRST, async (open, github, on) => {
      const to = (environment: string, more: Partial<Deploy> = {}) =>
        deploy(open, of(on, environment), github, { environment, ...more });
      const early = await to('DEV', { mode: 'auto' });
      expect(told(early)).toEqual({ status: 3, outcome: 'refused', applied: '0', gate: 'validation' });
      expect(early.log).toContain(
        'mode apply: on a push to the default branch, with a target and an environment',
      );
      expect(early.summary).toContain('validation');
      expect(await isUntouched(of(on, 'DEV'))).toBe(true);
      expect(github.records.deployments).toEqual([]);

      const proof = await validate(open, github);
      expect({ status: proof.status, log: proof.log }).toMatchObject({ status: 0 });
      const { release } = proof.outputs;
      expect(
        github.records.statuses.map(({ commit, state, description }) => [commit, state, description]),
      ).toEqual([
        [
          COMMIT,
          'success',
          expect.stringMatching(
            new RegExp(`^pass · tests [\\d-]+ · rules [0-9a-f]{16} · release ${release}$`),
          ),
        ],
      ]);

      expect(told(await to('STAGING')).gate).toBe('order');
      expect(told(await to('PROD')).gate).toBe('order');
      for (const environment of ['DEV', 'STAGING', 'PROD']) {
        const end = await to(environment);
        expect({ ...told(end), log: end.log }).toMatchObject({ status: 0, outcome: 'applied', applied: '1' });
        expect(end.outputs['release']).toBe(release);
        expect(end.outputs['plan-digest']).toMatch(/^sha256:[0-9a-f]{64}$/);
        expect(JSON.parse(end.reports['json-report'] ?? '')).toMatchObject({ outcome: 'applied' });
        expect(end.summary).not.toBe('');
        expect(warnings(end)).toEqual([]);
        expect(await versions(of(on, environment))).toEqual(['1']);
        if (environment === 'DEV') expect(told(await to('PROD')).gate).toBe('order');
      }
      expect(states(github.records.deployments)).toEqual([
        'DEV queued in_progress success',
        'STAGING queued in_progress success',
        'PROD queued in_progress success',
      ]);
      expect(told(await to('PROD'))).toMatchObject({ status: 0, outcome: 'nothing-to-do', applied: '0' });
    });
  });

  it('all that is pending is applied, also what a run was for that GitHub dropped from its queue', async () => {
    await withThree(FIRST, async (open, github, { DEV }) => {
      const database = DEV as ThrowawayDatabase;
      const inputs = { 'allow-unvalidated': 'a test of the queue' };
      await deploy(open, database, github, { environment: 'DEV', inputs });
      // The push of V2 came and went: its run never started.
      await withProject({ files: THIRD }, async (later) => {
        const end = await deploy(later, database, github, { environment: 'DEV', inputs });
        expect(told(end)).toMatchObject({ status: 0, applied: '2' });
        expect(warnings(end)).toEqual([expect.stringContaining('applied all the same: a test of the queue')]);
      });
      expect(await versions(database)).toEqual(['1', '2', '3']);
    });
  });

  it('GitHub’s own deployment of the job is used and not doubled, and a failure is told there and at the line', async () => {
    const broken = {
      ...FIRST,
      'migrations/V2__broken.sql': '-- not there\nalter table nowhere add note text;\n',
    };
    await withThree(broken, async (open, github, { DEV }) => {
      const githubs = github.records.addDeployment({ environment: 'DEV', sha: COMMIT, author: MACHINE_USER });
      const log_url = 'https://github.com/your-organisation/bookings/actions/runs/77/job/5';
      github.records.addDeploymentStatus(githubs, { state: 'in_progress', log_url, author: MACHINE_USER });
      const end = await deploy(open, DEV as ThrowawayDatabase, github, {
        environment: 'DEV',
        run: 77,
        inputs: { 'allow-unvalidated': 'a test of failure' },
      });
      expect(told(end)).toMatchObject({ status: 1, outcome: 'failed', applied: '1' });
      expect(states(github.records.deployments)).toEqual(['DEV in_progress in_progress failure']);
      const errors = end.commands.filter(({ name }) => name === 'error');
      expect(errors.map(({ properties }) => [properties['file'], properties['line']])).toEqual([
        ['migrations/V2__broken.sql', '2'],
      ]);
      expect(await versions(DEV as ThrowawayDatabase)).toEqual(['1']);
    });
  });
});

describe('alerts', () => {
  it('tell a webhook what was applied and what was refused, and are a warning where it is out of reach', async () => {
    const texts: string[] = [];
    const hook = createServer((request, response) => {
      let body = '';
      request.on('data', (piece: Buffer) => (body += piece.toString()));
      request.on('end', () => {
        texts.push((JSON.parse(body) as { text: string }).text);
        response.end('ok');
      });
    });
    await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve));
    const webhook = `http://127.0.0.1:${(hook.address() as AddressInfo).port}/services/T0P/S3CR3T`;
    try {
      await withThree(FIRST, async (open, github, { DEV }) => {
        const env = { PARTITION_GUARD_WEBHOOK: webhook };
        const inputs = { 'allow-unvalidated': 'a test of alerts' };
        const database = DEV as ThrowawayDatabase;
        await deploy(open, database, github, { environment: 'DEV', env });
        await deploy(open, database, github, { environment: 'DEV', env, inputs });
        await deploy(open, database, github, { environment: 'DEV', env, inputs });
        expect(texts.map((text) => text.split('\n').slice(0, 2))).toEqual([
          [
            expect.stringMatching(/^⛔ apply refused in DEV, database /),
            expect.stringContaining('no validation'),
          ],
          [
            expect.stringMatching(/^✅ apply completed in DEV/),
            expect.stringContaining('1 migration applied'),
          ],
        ]);
        await withProject({ files: SECOND }, async (later) => {
          const gone = { PARTITION_GUARD_WEBHOOK: 'http://127.0.0.1:1/S3CR3T' };
          const end = await deploy(later, database, github, { environment: 'DEV', env: gone, inputs });
          expect(end.status).toBe(0);
          expect(warnings(end)).toContainEqual(expect.stringContaining('the webhook could not be reached'));
          const shown = end.log.split('\n').filter((line) => !line.startsWith('::add-mask::'));
          expect(shown.join('\n')).not.toContain('S3CR3T');
        });
      });
    } finally {
      hook.closeAllConnections();
      hook.close();
    }
  });
});

describe('mode plan', () => {
  it('tells on the pull request what apply would do, in a comment of its own, and changes nothing', async () => {
    await withThree(FIRST, async (open, github, { DEV }) => {
      const database = DEV as ThrowawayDatabase;
      github.addPullRequest({ number: 7, head: COMMIT });
      const how = {
        mode: 'plan',
        environment: 'DEV',
        eventName: 'pull_request',
        event: pullRequestEvent('b'.repeat(40), { head: COMMIT }),
      };
      const end = await deploy(open, database, github, how);
      expect({ ...told(end), log: end.log }).toMatchObject({ status: 0, outcome: 'refused', applied: '0' });
      expect(end.log).toContain('title=Apply would be refused');
      expect(github.comments).toHaveLength(1);
      expect(github.comments[0]?.body).toContain('V1__booking.sql');
      expect(end.outputs['comment-url']).toContain('/pull/7#issuecomment-');
      expect(await isUntouched(database)).toBe(true);
      await deploy(open, database, github, how);
      expect(github.comments).toHaveLength(1);
    });
  });

  it('hands no target to a pull request from a fork, nor apply one to any pull request', async () => {
    await withThree(FIRST, async (open, github, { DEV }) => {
      github.addPullRequest({ number: 7, head: COMMIT });
      const play = async (mode: string, fork: boolean): Promise<StepEnd> =>
        deploy(open, DEV as ThrowawayDatabase, github, {
          mode,
          environment: 'DEV',
          eventName: 'pull_request',
          event: pullRequestEvent('b'.repeat(40), { head: COMMIT, fork }),
        });
      for (const end of [await play('plan', true), await play('apply', false)]) {
        expect(end.status).toBe(64);
        expect(end.log).toMatch(/is not for pull requests/);
      }
      expect(await isUntouched(DEV as ThrowawayDatabase)).toBe(true);
    });
  });
});

describe('mode maintain, on a schedule', () => {
  /** A partition up to so many days from now, beside what is there. */
  const until = (days: number, from: number): string => `
    do $$ begin
      execute format('create table booking_%s partition of booking for values from (%L) to (%L)',
        ${days}, current_date + ${from}, current_date + ${days});
    end $$`;

  it('opens one issue when writes would fail too soon, leaves it alone, and closes it when it is well', async () => {
    await withThree({}, async (open, github, { PROD }) => {
      const database = PROD as ThrowawayDatabase;
      const run = async (sql: string): Promise<void> =>
        withClient(database.migrator, async (client) => void (await client.query(sql)));
      await run(
        'create table booking (id integer, at date not null, primary key (id, at)) partition by range (at)',
      );
      await run(until(10, -30));
      const how = {
        mode: 'auto',
        environment: 'PROD',
        eventName: 'schedule',
        event: { repository: REPOSITORY },
      };
      const first = await deploy(open, database, github, how);
      expect({ ...told(first), log: first.log }).toMatchObject({ status: 1, outcome: 'failed' });
      expect(first.log).toContain('mode maintain: on schedule, with a target');
      await deploy(open, database, github, how);
      const [issue, ...others] = github.records.issues;
      expect(others).toEqual([]);
      expect(issue).toMatchObject({
        state: 'open',
        title: expect.stringMatching(/^Writes to booking in PROD fail from /),
      });
      await run(until(500, 10));
      const well = await deploy(open, database, github, how);
      expect(told(well).status).toBe(0);
      expect(github.records.issues.map(({ state, stateReason }) => [state, stateReason])).toEqual([
        ['closed', 'completed'],
      ]);
      expect(warnings(well)).toEqual([]);
    });
  });
});

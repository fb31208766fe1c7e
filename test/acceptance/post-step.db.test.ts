/** The step after the job: what a run left that was killed is taken away, and nothing else is touched. */
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '../../src/postgres/connection.ts';
import { holdRunLock } from '../../src/postgres/run-lock.ts';
import { builtProgram } from '../support/built-program.ts';
import { foldersOf, processesNaming, untilNothing } from '../support/processes.ts';
import { obeyed } from '../support/runner-commands.ts';
import { REPOSITORY, runStep, type Step, type StepEnd } from '../support/runner.ts';
import { openTestServer, type TestServer } from '../support/throwaway.ts';
import { Programs } from './program.ts';
import { type Project, withProject } from './project.ts';
import { years } from './sql.ts';

let program: string;
let test: TestServer;
const programs = new Programs(1);
beforeAll(async () => {
  program = await builtProgram();
  test = await openTestServer();
});
afterAll(async () => {
  await test.close();
  await programs.removeCache();
});

const PROJECT: Project = {
  files: {
    'migrations/V1__t.sql': `create table t (id integer, at timestamptz not null) partition by range (at);\n${years('t')}`,
    // Long enough to be killed in.
    'migrations/V2__wait.sql': 'select pg_sleep(60);\n',
  },
};

/** The server of this test file, which stands for the user's own. */
const address = (): string => {
  const { host, port, user } = test.server.connection('postgres', 'admin');
  return `postgres://${user}:geheim-und-lang@localhost:${port}/postgres?host=${encodeURIComponent(host)}`;
};

async function ours(): Promise<string[]> {
  return await withClient(test.server.connection('postgres', 'admin'), async (client) => {
    const { rows } = await client.query<{ name: string }>(`
      SELECT datname AS name FROM pg_database WHERE datname ~ '^partition_guard_[0-9a-f]{8}_'
      UNION ALL SELECT rolname FROM pg_roles WHERE rolname ~ '^partition_guard_[0-9a-f]{8}_'`);
    return rows.map(({ name }) => name);
  });
}

const step = async (workspace: string, over: Partial<Step>): Promise<Step> => ({
  program,
  workspace,
  eventName: 'workflow_dispatch',
  event: { repository: REPOSITORY },
  env: { XDG_CACHE_HOME: await programs.cache() },
  ...over,
});

interface Running {
  readonly pid: number;
  readonly kill: (signal: NodeJS.Signals) => void;
  readonly end: Promise<StepEnd>;
}

/** The main step, as soon as its server is open. */
async function startMain(workspace: string, inputs: Record<string, string>): Promise<Running> {
  return await new Promise((resolve, reject) => {
    let started: Pick<Running, 'pid' | 'kill'> | undefined;
    const watch: Step['watch'] = (printed, kill, pid) => {
      if (started !== undefined || !printed.includes('rows a scenario')) return;
      started = { pid, kill };
      resolve({ ...started, end });
    };
    const end = step(workspace, { inputs: { rows: '100', ...inputs }, watch }).then(runStep);
    end.then(({ log }) => reject(new Error(`it ended before it was killed:\n${log}`)), reject);
  });
}

const post = async (
  workspace: string,
  main: Pick<StepEnd, 'state'>,
  inputs: Record<string, string>,
): Promise<StepEnd> => runStep(await step(workspace, { script: 'post.js', inputs, state: main.state }));

describe('after a run that was killed', () => {
  it('the server, its processes and its folder are gone, also where its reaper was killed with it', async () => {
    await withProject(PROJECT, async ({ cwd }) => {
      const inputs = { server: 'embedded' };
      const main = await startMain(cwd, inputs);
      const folders = await foldersOf(main.pid);
      expect(folders.length).toBe(1);
      const reapers = (await processesNaming(folders)).filter((line) =>
        line.includes('partition-guard-reaper'),
      );
      for (const line of reapers) process.kill(Number.parseInt(line, 10), 'SIGKILL');
      main.kill('SIGKILL');
      const end = await main.end;
      expect(reapers.length).toBe(1);
      expect((await processesNaming(folders)).join('\n')).toContain('postgres -D');
      const cleaned = await post(cwd, end, inputs);
      expect({ status: cleaned.status, log: cleaned.log }).toEqual({
        status: 0,
        log: expect.stringContaining('Nothing is left.'),
      });
      expect(await foldersOf(main.pid)).toEqual([]);
      expect(await untilNothing(() => processesNaming(folders))).toEqual([]);
    });
  });

  it('its databases and roles on a given server are dropped, and those of another run stay', async () => {
    await withProject(PROJECT, async ({ cwd }) => {
      const inputs = { server: address() };
      const stays = 'partition_guard_0123abcd_stays';
      const admin = test.server.connection('postgres', 'admin');
      // The run that it is of is alive.
      const { release } = await holdRunLock(admin, '0123abcd');
      await withClient(admin, (client) => client.query(`CREATE DATABASE ${stays}`));
      try {
        const main = await startMain(cwd, inputs);
        for (let tries = 0; tries < 200 && (await ours()).length < 4; tries += 1) await delay(20);
        main.kill('SIGKILL');
        const end = await main.end;
        expect((await ours()).length).toBeGreaterThan(3);
        expect(JSON.stringify(end.state)).not.toContain('geheim');
        const cleaned = await post(cwd, end, inputs);
        expect(cleaned.status).toBe(0);
        expect(cleaned.log.replace(/^::add-mask::.*$/gm, '')).not.toContain('geheim');
        expect(await ours()).toEqual([stays]);
      } finally {
        await withClient(admin, (client) => client.query(`DROP DATABASE ${stays}`));
        await release();
      }
    });
  });

  it('the job does not fail where something can not be taken away: a warning says what', async () => {
    await withProject(PROJECT, async ({ cwd }) => {
      const inputs = { server: 'postgres://me:geheim-und-lang@127.0.0.1:1/db' };
      const end = await post(cwd, { state: { mark: '0123abcd', opened: 'url' } }, inputs);
      expect(end.status).toBe(0);
      const warned = obeyed(end.log).filter(({ name }) => name === 'warning');
      expect(warned.map(({ text }) => text)).toEqual([expect.stringContaining('ECONNREFUSED')]);
    });
  });
});

describe('nothing is done, and nothing said', () => {
  it('after a run that ended by itself', async () => {
    await withProject({ files: { 'migrations/V1__one.sql': 'select 1;\n' } }, async ({ cwd }) => {
      const main = await runStep(await step(cwd, { inputs: { rows: '100', scenario: 'fresh' } }));
      expect(main.status).toBe(0);
      expect(main.state).toMatchObject({ ended: 'true' });
      const end = await post(cwd, main, {});
      expect({ status: end.status, log: end.log }).toEqual({ status: 0, log: '' });
    });
  });

  it.each([
    ['never opened a server', {}],
    ['left a state that is not ours', { mark: 'x; drop', opened: 'url,embedded', ended: 'maybe' }],
    ['left kinds that are none', { mark: '0123abcd', opened: 'nonsense' }],
  ])('where the run %s', async (_, state) => {
    await withProject({ files: {} }, async ({ cwd }) => {
      const end = await post(cwd, { state }, {});
      expect({ status: end.status, log: end.log }).toEqual({ status: 0, log: '' });
    });
  });
});

/**
 * Apply, killed at many instants and run again: the client, its backend and the server, on a disk with fsync. 12 instants
 * by default; PARTITION_GUARD_NIGHTLY=1 takes 100.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Client } from 'pg';
import { withClient } from '../../src/postgres/connection.ts';
import type { DeploymentResult } from '../../src/domain/deployment.ts';
import { errorCode } from '../../src/postgres/error-code.ts';
import { DurableServer } from '../support/durable-server.ts';
import { applyProject } from './kill/apply-project.ts';
import { BASE, faultsInTheEnd, faultsNow, ledgerOf, makeProject } from './kill/victim.ts';
import { urlOf } from './target-url.ts';

const IS_NIGHTLY = process.env['PARTITION_GUARD_NIGHTLY'] === '1';
const INSTANTS = IS_NIGHTLY ? 100 : 12;
jest.setTimeout(INSTANTS * 20_000);

const WAYS = ['client', 'backend', 'backend -9', 'server immediate', 'server -9'] as const;
type Way = (typeof WAYS)[number];

let server: DurableServer;
let project: ReturnType<typeof makeProject>;
let ledger: unknown;
const left = new Set<Runner>();

beforeAll(async () => {
  project = makeProject();
  server = await DurableServer.open();
  await on('postgres', (client) => client.query('create database base'));
  ledger = await on('base', async (client) => {
    await client.query(BASE);
    return ledgerOf(client);
  });
});
afterAll(async () => {
  for (const runner of left) runner.kill();
  await server.close();
  project.remove();
});

const on = <T>(database: string, body: (client: Client) => Promise<T>): Promise<T> =>
  withClient(server.connection(database), body);

/** A process that waits, with everything loaded, to be told what to apply. */
class Runner {
  readonly #process: ChildProcess;
  readonly #lines: string[] = [];
  readonly exited: Promise<void>;
  #stderr = '';

  constructor() {
    this.#process = spawn(
      process.execPath,
      [path.join(import.meta.dirname, 'kill/apply-process.ts'), project.folder],
      {
        stdio: ['pipe', 'pipe', 'pipe'],
        env: { ...process.env, NODE_OPTIONS: '' },
      },
    );
    left.add(this);
    const { stdout, stderr } = this.#process;
    if (!stdout || !stderr) throw new Error('a process without its streams');
    createInterface({ input: stdout }).on('line', (line) => this.#lines.push(line));
    stderr.setEncoding('utf8').on('data', (text: string) => (this.#stderr += text));
    this.exited = new Promise((resolve) => this.#process.once('exit', () => resolve()));
  }

  begin(target: string): void {
    this.#process.stdin?.end(`${target}\n`);
  }

  kill(): void {
    this.#process.kill('SIGKILL');
    left.delete(this);
  }

  async said(start: string): Promise<string> {
    for (;;) {
      const line = this.#lines.find((l) => l.startsWith(start));
      if (line !== undefined) return line;
      if (this.#process.exitCode !== null) throw new Error(`it ended: ${this.#stderr}`);
      await delay(2);
    }
  }
}

const applied = (database: string): Promise<DeploymentResult> =>
  applyProject(project.folder, urlOf(server.connection(database)), () => undefined);

const WORKER = `select pid from pg_stat_activity
  where datname = $1 and application_name = 'partition-guard' and pid <> pg_backend_pid()
  order by (state = 'active') desc, (query ~* 'booking|mark') desc, state_change desc limit 1`;

/** The processes of the server are its own user's: as root, or as that user, they may be killed. */
async function killBackend(database: string, isHard: boolean): Promise<void> {
  const pid = await on(
    'postgres',
    async (client) => (await client.query<{ pid: number }>(WORKER, [database])).rows[0]?.pid,
  );
  if (pid === undefined) return;
  if (isHard) killIfThere(pid);
  else await on('postgres', (client) => client.query('select pg_terminate_backend($1)', [pid]));
}

/** It may have come to its end meanwhile. */
function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error;
  }
}

async function strike(way: Way, runner: Runner, database: string): Promise<void> {
  switch (way) {
    case 'client':
      return runner.kill();
    case 'backend':
      return killBackend(database, false);
    case 'backend -9':
      return killBackend(database, true);
    case 'server immediate':
    case 'server -9':
      await server.crash(way === 'server -9' ? 'SIGKILL' : 'SIGQUIT');
      return server.start();
  }
}

/** After `backend -9` the server recovers by itself. */
async function untilUp(): Promise<void> {
  for (;;) {
    try {
      return await on('postgres', async (client) => void (await client.query('select 1')));
    } catch {
      await delay(20);
    }
  }
}

/** Does what the refusal says, as whoever is on call would. */
async function obey(database: string, { refusals }: DeploymentResult): Promise<void> {
  for (const { hint } of refusals) {
    const sql = /^(?:drop index concurrently|alter table) [^;]+(?=;)/.exec(hint)?.[0];
    if (sql === undefined) throw new Error(`nothing to do in: ${hint}`);
    await on(database, (client) => client.query(sql));
  }
}

/** What a run says as it comes to each of its steps. */
const LINES = [
  'begun',
  'applying migrations/V2',
  'applying migrations/V3',
  'applying migrations/V4',
  'applying migrations/V5',
  'applying migrations/R',
];

const historyRows = async (client: Client): Promise<number> => {
  const there = await client.query(
    "select from pg_class where relname = 'flyway_schema_history' and relkind = 'r'",
  );
  if (there.rowCount === 0) return 0;
  return (await client.query('select from flyway_schema_history')).rowCount ?? 0;
};

const tally: Record<string, number> = {};
const counted = (what: string): void => void (tally[what] = (tally[what] ?? 0) + 1);

interface Instant {
  readonly way: Way;
  /** The line that the run says before, and how long after it. */
  readonly line: string;
  readonly afterMs: number;
}

async function playInstant(
  runner: Runner,
  database: string,
  { way, line, afterMs }: Instant,
): Promise<string[]> {
  await on('postgres', (client) => client.query(`create database ${database} template base`));
  runner.begin(urlOf(server.connection(database)));
  await runner.said(line);
  await delay(afterMs);
  await strike(way, runner, database);
  if (way !== 'client') await runner.exited;
  runner.kill();
  await untilUp();
  counted(`killed with ${await on(database, historyRows)} in the history`);
  const faults = (await on(database, (client) => faultsNow(client, ledger))).map(
    (fault) => `at once: ${fault}`,
  );
  for (let tries = 1; tries <= 4; tries++) {
    const ending = await applied(database);
    counted(
      `${tries === 1 ? 'then' : 'later'} ${ending.outcome}${ending.refusals.map(({ gate }) => ` (${gate})`).join('')}`,
    );
    if (ending.outcome === 'applied' || ending.outcome === 'nothing-to-do') break;
    if (ending.outcome !== 'refused') return [...faults, `${ending.outcome}: ${JSON.stringify(ending)}`];
    await obey(database, ending);
  }
  faults.push(...(await on(database, (client) => faultsInTheEnd(client, ledger))));
  await on('postgres', (client) => client.query(`drop database ${database} with (force)`));
  return faults;
}

it(`loses no row and applies nothing twice, killed at ${INSTANTS} instants and run again`, async () => {
  await on('postgres', (client) => client.query('create database whole template base'));
  const whole = new Runner();
  let next = new Runner();
  whole.begin(urlOf(server.connection('whole')));
  const steps: { readonly line: string; readonly atMs: number }[] = [];
  for (const line of [...LINES, 'ended']) {
    await whole.said(line);
    steps.push({ line, atMs: performance.now() });
  }
  expect(await whole.said('ended')).toBe('ended applied');
  expect(await on('whole', (client) => faultsInTheEnd(client, ledger))).toEqual([]);

  const faults: string[] = [];
  for (let i = 0; i < INSTANTS; i++) {
    const step = i % LINES.length;
    const [from, to] = [steps[step], steps[step + 1]];
    if (!from || !to) throw new Error('a step without its end');
    const share = (Math.floor(i / LINES.length) + 0.5) / Math.ceil(INSTANTS / LINES.length);
    const instant: Instant = {
      way: WAYS[i % WAYS.length] ?? 'client',
      line: from.line,
      afterMs: (to.atMs - from.atMs) * share,
    };
    // The next process loads while this one is played.
    const runner = next;
    next = new Runner();
    const found = await playInstant(runner, `instant_${i}`, instant);
    faults.push(...found.map((fault) => `${JSON.stringify(instant)}: ${fault}`));
    if (IS_NIGHTLY) process.stderr.write(`${i + 1} ${JSON.stringify({ ...tally, faults: faults.length })}\n`);
  }
  expect(faults).toEqual([]);
  // An instant that finds nothing to kill, or kills nothing, shows nothing: most must leave something to do.
  expect(tally['then applied'] ?? 0).toBeGreaterThan(INSTANTS / 3);
  expect(Object.keys(tally).filter((what) => what.startsWith('killed with')).length).toBeGreaterThan(3);
});

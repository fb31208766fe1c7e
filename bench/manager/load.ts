/** Starts the process that writes and reads meanwhile, and makes figures of what it reports. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from 'pg';
import type { ConnectionSettings } from '../../src/postgres/connection.ts';
import { lowerOf, upperOf } from './booking-set.ts';
import { type Database, queryValue } from './databases.ts';
import type { Sets } from './one-move.ts';

export interface LoadOrder {
  readonly settings: ConnectionSettings;
  readonly rows: number;
  /** Instants in milliseconds. */
  readonly lower: number;
  readonly upper: number;
  readonly firstId: number;
  readonly rate: number;
}

/** Instants in milliseconds since the epoch, by the same clock in both processes. */
export interface Insert {
  readonly id: number;
  readonly dueAt: number;
  readonly sentAt: number;
  readonly doneAt: number;
  readonly error?: string | undefined;
}

export interface Read {
  readonly sentAt: number;
  readonly doneAt: number;
  readonly found?: number | undefined;
  readonly error?: string | undefined;
}

export interface LoadReport {
  readonly inserts: readonly Insert[];
  readonly reads: readonly Read[];
}

export interface LoadResult {
  /** Milliseconds from when an insert was due to its answer, while partitions moved. */
  readonly stall: { readonly p50: number; readonly p99: number; readonly max: number };
  /** The longest that a single insert took from being sent, while partitions moved. */
  readonly longestInsertMs: number;
  /** The longest before and after the move: what the machine does by itself. */
  readonly quietMaxMs: number;
  readonly acknowledged: number;
  /** Acknowledged, and afterwards not there, or there more than once. */
  readonly lost: number;
  readonly errorCount: number;
  /** Each kind once, with how often. */
  readonly errors: readonly string[];
  readonly leastSeen: number;
  readonly readMaxMs: number;
}

export interface Load {
  readonly process: ChildProcess;
  readonly report: Promise<LoadReport>;
  /** Lets time go by while it works; fails where its process ended meanwhile. */
  readonly pass: (ms: number) => Promise<void>;
  readonly end: () => void;
}

export async function startLoad(options: {
  readonly database: Database;
  readonly sets: Sets;
  readonly rate: number;
}): Promise<Load> {
  const { database, sets, rate } = options;
  const child = fork(new URL('booking-load.ts', import.meta.url), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  await once(child, 'spawn');
  const report = new Promise<LoadReport>((resolve, reject) => {
    child.once('message', (message) => resolve(message as LoadReport));
    child.once('exit', (status, signal) => reject(new Error(`the writer ended: ${status ?? signal}`)));
  });
  report.catch(() => undefined);
  const order: LoadOrder = {
    settings: database.settings,
    rows: sets.rows,
    lower: Date.parse(`${lowerOf(sets.months)}:00`),
    upper: Date.parse(`${upperOf(sets.months)}:00`),
    firstId: 1_000_000_000,
    rate,
  };
  child.send(order);
  const pass = async (ms: number): Promise<void> => void (await Promise.race([report, delay(ms)]));
  return { process: child, report, pass, end: () => void child.kill('SIGKILL') };
}

/** Stops it, and compares what it was told with what is in the table. */
export async function loadOf(
  { process: child, report }: Load,
  client: Client,
  move: { readonly startedAt: number; readonly endedAt: number },
): Promise<LoadResult> {
  child.send('stop');
  const { inserts, reads } = await report;
  const isDuring = ({ dueAt, doneAt }: Insert): boolean => doneAt >= move.startedAt && dueAt <= move.endedAt;
  const during = inserts.filter(isDuring);
  const stalls = during.map(({ dueAt, doneAt }) => doneAt - dueAt).sort((a, b) => a - b);
  const acknowledged = inserts.filter(({ error }) => error === undefined).map(({ id }) => id);
  const errors = [...inserts, ...reads].flatMap(({ error }) => (error === undefined ? [] : [error]));
  return {
    stall: { p50: quantile(stalls, 0.5), p99: quantile(stalls, 0.99), max: quantile(stalls, 1) },
    longestInsertMs: most(during.map(({ sentAt, doneAt }) => doneAt - sentAt)),
    quietMaxMs: most(inserts.filter((one) => !isDuring(one)).map(({ dueAt, doneAt }) => doneAt - dueAt)),
    acknowledged: acknowledged.length,
    lost: Number(await queryValue<string>(client, LOST, [acknowledged])),
    errorCount: errors.length,
    errors: countEach(errors),
    leastSeen: -most(reads.flatMap(({ found }) => (found === undefined ? [] : [-found]))),
    readMaxMs: most(reads.map(({ sentAt, doneAt }) => doneAt - sentAt)),
  };
}

const LOST = `
  select count(*) as value
    from unnest($1::bigint[]) as a (id)
   where 1 <> (select count(*) from amenity_booking b where b.booking_id = a.id)`;

const most = (values: readonly number[]): number =>
  values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);

const quantile = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;

function countEach(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].map(([text, times]) => `${times} × ${text}`);
}

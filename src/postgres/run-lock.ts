/** The session that shows others that a run is alive: it holds a lock by the run's mark until it ends, however it ends. */
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { OperatorError } from '../domain/operator-error.ts';
import { type ConnectionSettings, createClient } from './connection.ts';
import { isRunMark } from './run-trace.ts';

/** The first key of the locks; the second is the mark. */
const LOCKS_OF_RUNS = 0x70677264;
const RETRY_MS = 1_000;

export interface RunLock {
  readonly release: () => Promise<void>;
}

const HOLD = 'select pg_catalog.pg_advisory_lock_shared($1, $2), pg_catalog.pg_backend_pid() as backend';
/** No setting of the server is to end a session that does nothing but be there. */
const STAY = "select pg_catalog.set_config('idle_session_timeout', '0', false)";

/**
 * Connects and takes the lock; a session that is lost is replaced until `release`.
 * @param settings of a database whose sessions are in nobody's way.
 */
export async function holdRunLock(settings: ConnectionSettings, mark: string): Promise<RunLock> {
  let released = false;
  let client = await connect();
  async function connect(): Promise<pg.Client> {
    const fresh = createClient(settings);
    try {
      await fresh.connect();
      await fresh.query(STAY);
      const { rows } = await fresh.query<{ backend: number }>(HOLD, [LOCKS_OF_RUNS, lockKeyOf(mark)]);
      assertDirect(fresh, rows[0]?.backend);
    } catch (error) {
      await fresh.end();
      throw error;
    }
    fresh.once('end', () => void replace());
    return fresh;
  }
  async function replace(): Promise<void> {
    while (!released) {
      try {
        const fresh = await connect();
        if (released) await fresh.end();
        else client = fresh;
        return;
      } catch {
        await delay(RETRY_MS, undefined, { ref: false });
      }
    }
  }
  return {
    release: async () => {
      released = true;
      await client.end();
    },
  };
}

/** A pooler has numbers of its own for sessions, and may give ours to somebody else: a lock would say nothing. */
function assertDirect(client: pg.Client, backend: number | undefined): void {
  const { processID } = client as pg.Client & { readonly processID: number | null };
  if (processID === backend) return;
  throw new OperatorError('the address of the server leads to a pooler, which keeps no session of ours', {
    code: 'server-behind-pooler',
    hint: 'give the address of the PostgreSQL server itself: often another port or host name',
  });
}

const lockKeyOf = (mark: string): number => Number.parseInt(mark, 16) | 0;

const HOLDERS = `
  select l.objid::pg_catalog.int8::pg_catalog.text as key
  from pg_catalog.pg_locks l
  where l.locktype = 'advisory' and l.objsubid = 2 and l.granted and l.classid = $1::pg_catalog.int8::pg_catalog.oid
  group by l.objid`;

/** The marks of the runs that are alive on this server, whichever machine and database they are connected from and to. */
export async function marksOfLiveRuns(client: pg.Client): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ key: string }>(HOLDERS, [LOCKS_OF_RUNS]);
  return new Set(rows.map(({ key }) => Number(key).toString(16).padStart(8, '0')).filter(isRunMark));
}

/** Of all the runs that begin at one time, one at a time looks for what others left; for the rest it is `otherwise`. */
export async function withSweepLock<T>(client: pg.Client, sweep: () => Promise<T>, otherwise: T): Promise<T> {
  const { rows } = await client.query<{ ours: boolean }>(
    'select pg_catalog.pg_try_advisory_lock($1, 0) as ours',
    [LOCKS_OF_RUNS + 1],
  );
  if (rows[0]?.ours !== true) return otherwise;
  try {
    return await sweep();
  } finally {
    await client.query('select pg_catalog.pg_advisory_unlock($1, 0)', [LOCKS_OF_RUNS + 1]);
  }
}

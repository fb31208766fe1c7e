/** One way gone once: a fresh clone of the monthly set, the clock, the log, and whether every row is where it belongs. */
import { loadavg } from 'node:os';
import { performance } from 'node:perf_hooks';
import type { Client } from 'pg';
import { findLayoutFaults, fingerprint, type MonthRange } from './booking-set.ts';
import { queryValue, withDatabase } from './databases.ts';
import type { DiskServer } from './disk-server.ts';
import { loadOf, type LoadResult, startLoad } from './load.ts';
import type { Way } from './ways.ts';

export interface Sets {
  readonly server: DiskServer;
  readonly rows: number;
  readonly months: readonly MonthRange[];
  /** Template databases; where pg_partman's is not there, why. */
  readonly templates: {
    readonly plain: string;
    readonly pg_partman: string | undefined;
    readonly partmanFault: string | undefined;
  };
}

export interface MoveRun {
  readonly ms: number;
  readonly walBytesPerRow: number;
  /** The machine's, over the last minute. */
  readonly machineLoad: string;
  /** What is wrong afterwards: rows, checksum, layout. */
  readonly faults: readonly string[];
  readonly load: LoadResult | undefined;
}

interface Session {
  readonly client: Client;
  readonly statements: readonly string[];
}

export const showLoad = (): string => loadavg()[0]?.toFixed(1) ?? '?';

/** How long the writer writes before the move and after it. */
const BEFORE_MS = 3000;
const AFTER_MS = 2000;

/** @param rate of inserts a second by a writer meanwhile; 0: nobody writes or reads. */
export async function moveOnce(sets: Sets, way: Way, rate: number): Promise<MoveRun> {
  return await withDatabase(sets.server, sets.templates[way.set], async (database) => {
    const { client } = database;
    for (const text of way.install) await client.query(text);
    // Reads all rows into memory, too.
    const before = await fingerprint(client, sets.rows);
    await client.query('checkpoint');
    const sessions: Session[] = [];
    for (const statements of way.callers) sessions.push({ client: await database.connect(), statements });
    const load = rate > 0 ? await startLoad({ database, sets, rate }) : undefined;
    try {
      if (load) await load.pass(BEFORE_MS);
      const walBefore = await walPosition(client);
      const startedAt = performance.timeOrigin + performance.now();
      await callAll(sessions);
      const endedAt = performance.timeOrigin + performance.now();
      const walBytes = Number(await queryValue<string>(client, WAL_SINCE, [walBefore]));
      if (load) await load.pass(AFTER_MS);
      const result = load && (await loadOf(load, client, { startedAt, endedAt }));
      const after = await fingerprint(client, sets.rows);
      return {
        ms: endedAt - startedAt,
        walBytesPerRow: walBytes / sets.rows,
        machineLoad: showLoad(),
        faults: [
          ...(before === after ? [] : [`${way.name}: ${before} before, ${after} after`]),
          ...(await findLayoutFaults(client, sets.months)).map((fault) => `${way.name}: ${fault}`),
        ],
        load: result,
      };
    } finally {
      load?.end();
    }
  });
}

const WAL_SINCE = 'select pg_wal_lsn_diff(pg_current_wal_lsn(), $1::pg_lsn) as value';
const walPosition = (client: Client): Promise<string> =>
  queryValue<string>(client, 'select pg_current_wal_lsn()::text as value');

/** All sessions work to their ends before an error of one of them is told. */
async function callAll(sessions: readonly Session[]): Promise<void> {
  const ends = await Promise.allSettled(
    sessions.map(async ({ client, statements }) => {
      for (const statement of statements) await client.query(statement);
    }),
  );
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}

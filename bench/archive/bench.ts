/** Measures archiving and restoring one partition beside the bare COPY of the same rows: time, file size, memory. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { folderStore } from '../../src/deploy/archive/folder-store.ts';
import { verifyArchive } from '../../src/deploy/archive/verify-archive.ts';
import { writeArchive } from '../../src/deploy/archive/write-archive.ts';
import { type ConnectionSettings, withClient } from '../../src/postgres/connection.ts';
import { withServer } from '../../src/postgres/server.ts';
import { manyOfEveryType, TYPES } from '../../test/deploy/archive/every-type.ts';

type Client = Parameters<Parameters<typeof withClient>[1]>[0];

const MIB = 1024 * 1024;
const DEFAULT_ROWS = 1_000_000;

/** Every type of the seeds. */
const fill = (client: Client, rows: number): Promise<unknown> =>
  client.query(`${TYPES}; ${manyOfEveryType('b', rows)}; analyze b`);

/** As tables in use are: ten columns. */
async function fillNarrow(client: Client, rows: number): Promise<void> {
  await client.query(`
    create table b (id bigint, at timestamptz, note text, price numeric(9,2), paid boolean, guest uuid, tags jsonb,
      seats integer, day date, room varchar(20)) partition by range (at);
    create table b_2024_01 partition of b for values from ('2024-01-01 00:00+00') to ('2024-02-01 00:00+00');
    insert into b select g, '2024-01-01 00:00+00'::timestamptz + g * interval '1 second', 'note of ' || g, g % 100000 / 100.0,
      g % 3 = 0, md5(g::text)::uuid, jsonb_build_object('n', g, 'of', g % 7), g % 12, date '2024-01-01' + g % 30, 'room ' || g % 50
      from generate_series(1, ${rows}) g;
    analyze b`);
}

/** @returns the exit status. */
export async function run(args: readonly string[]): Promise<number> {
  const rows = Number(args[args.indexOf('--rows') + 1] ?? DEFAULT_ROWS) || DEFAULT_ROWS;
  const folder = await mkdtemp(join(tmpdir(), 'bench-archive-'));
  try {
    await withServer(
      { kind: { kind: 'auto' }, expectedBytes: rows * 4000, onProgress: () => undefined },
      async (server) => {
        const database = `${server.databasePrefix}archive`;
        await server.createDatabase(database, {});
        const isNarrow = args.includes('--narrow');
        await measure(server.connection(database, 'migrator'), { rows, folder, isNarrow });
      },
    );
    return 0;
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function measure(
  settings: ConnectionSettings,
  { rows, folder, isNarrow }: { readonly rows: number; readonly folder: string; readonly isNarrow: boolean },
): Promise<void> {
  const store = folderStore(folder);
  const limits = { lockTimeoutMs: 2000, statementTimeoutMs: 0 };
  await withClient(settings, async (client) => {
    await (isNarrow ? fillNarrow(client, rows) : fill(client, rows));
    const { rows: found } = await client.query<{ oid: number; bytes: string }>(
      `select 'b_2024_01'::regclass::oid as oid, pg_total_relation_size('b_2024_01')::text as bytes`,
    );
    const [partition] = found;
    const baseMib = process.memoryUsage().rss / MIB;
    const peak: Record<string, number> = {};
    let phase = '';
    const watch = setInterval(
      () => (peak[phase] = Math.max(peak[phase] ?? 0, process.memoryUsage().rss / MIB)),
      20,
    );
    const times: Record<string, number> = {};
    const timed = async <T>(name: string, body: () => Promise<T>): Promise<T> => {
      phase = name;
      const startedMs = performance.now();
      const result = await body();
      times[name] = performance.now() - startedMs;
      return result;
    };
    await timed('bare COPY to a file on the server', () =>
      client.query(`create temporary table bare as select * from b_2024_01`),
    );
    const archived = await timed('write', () =>
      writeArchive(client, {
        oid: partition?.oid ?? 0,
        database: 'bench',
        serverVersion: '16',
        store,
        limits,
      }),
    );
    if (archived === undefined || typeof archived === 'string') throw new Error('not archived');
    const verified = await timed('read back and prove', () =>
      verifyArchive(client, archived, { store, limits }),
    );
    clearInterval(watch);
    const report = {
      rows: archived.head.rows,
      columns: archived.head.columns.length,
      partitionMib: Math.round(Number(partition?.bytes) / MIB),
      fileMib: Math.round(verified.bytes / MIB),
      ...Object.fromEntries(
        Object.entries(times).map(([name, ms]) => [`${name}, s`, Number((ms / 1000).toFixed(1))]),
      ),
      baseMemoryMib: Math.round(baseMib),
      ...Object.fromEntries(
        Object.entries(peak).map(([name, mib]) => [`${name}, peak MiB`, Math.round(mib)]),
      ),
    };
    console.log(JSON.stringify(report, undefined, 2));
    await writeFile(join(folder, 'report.json'), JSON.stringify(report));
  });
}

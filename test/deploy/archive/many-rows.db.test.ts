/**
 * Many rows of every type, archived and restored by programs of their own, and read by a reader that is not ours: some
 * thousands, and a million with PARTITION_GUARD_NIGHTLY=1 (minutes, most of them spent on computing).
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type pg from 'pg';
import type { ArchivedColumn } from '../../../src/deploy/archive/archive-head.ts';
import { folderStore } from '../../../src/deploy/archive/folder-store.ts';
import { openArchive } from '../../../src/deploy/archive/parquet-input.ts';
import { pinSettings } from '../../../src/deploy/archive/pinned-settings.ts';
import { quoteIdentifier, withClient } from '../../../src/postgres/connection.ts';
import { openTestServer, type TestServer, type ThrowawayDatabase } from '../../support/throwaway.ts';
import type { Asked } from '../maintain/maintenance-settings.ts';
import { comparable } from './comparable.ts';
import { EVERY_TYPE, manyOfEveryType, TYPES } from './every-type.ts';

let server: TestServer;
let folder: string;
beforeAll(async () => {
  server = await openTestServer();
  folder = await mkdtemp(join(tmpdir(), 'many-'));
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const MANY = process.env['PARTITION_GUARD_NIGHTLY'] ? 1_000_000 : 4_000;

/** A program of its own: the tests' own runtime takes several times as long for each value. */
async function program(
  command: 'archive' | 'restore',
  { migrator }: ThrowawayDatabase,
  options: Asked['options'],
): Promise<void> {
  const entry = join(import.meta.dirname, '../maintain/maintain-entry.ts');
  const asked = JSON.stringify({ command, migrator, asked: { options: { archive: folder, ...options } } });
  const startedAt = performance.now();
  const child = spawn(process.execPath, [entry, asked], { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += String(chunk)));
  const [status] = (await once(child, 'close')) as [number];
  process.stdout.write(
    `${command}: ${MANY} rows in ${((performance.now() - startedAt) / 1000).toFixed(1)} s\n`,
  );
  expect([status, printed]).toEqual([0, expect.any(String)]);
}

async function columnsOf(file: string): Promise<readonly ArchivedColumn[]> {
  const source = await folderStore(folder).open(file);
  try {
    return (await openArchive(source, file)).head.columns;
  } finally {
    await source.close();
  }
}

const duckRows = async (duck: DuckDBConnection, sql: string): Promise<unknown[][]> =>
  (await duck.runAndReadAll(sql)).getRows();

/** What the rows of `few` are to a reader of the file, each of them as often as it was written, and nothing else. */
async function compareWithFile(
  client: pg.Client,
  path: string,
  columns: readonly ArchivedColumn[],
): Promise<void> {
  const duck = await (await DuckDBInstance.create(':memory:')).connect();
  const { rows } = await client.query<{ few: number }>('select count(*)::integer as few from few');
  const few = rows[0]?.few ?? 0;
  expect(
    await duckRows(
      duck,
      `select count(*)::integer, count(distinct id)::integer, min(id)::integer, max(id)::integer,
              (count(*) filter (where epoch_us("at") <> 1704067200000000 + id * 1000000))::integer,
              (count(*) filter (where doubled is distinct from a_int2::integer * 2))::integer
         from read_parquet('${path}')`,
    ),
  ).toEqual([[MANY, MANY, 1, MANY, 0, 0]]);
  const compared = columns.filter(({ name }) => !['id', 'at', 'doubled'].includes(name));
  expect(compared.length).toBe(EVERY_TYPE.length);
  for (const column of compared) {
    const [ofDuck, ofPostgres] = comparable(column);
    const name = quoteIdentifier(column.name);
    const value = ofPostgres === '' ? name : ofDuck;
    // Of all the rows that are to be alike, one value, and how many differ from it.
    const read = await duckRows(
      duck,
      `select any_value(${value}), count(distinct coalesce(${ofDuck}, '<null>'))::integer,
              count(*)::integer from read_parquet('${path}') group by id % ${few} order by id % ${few}`,
    );
    const was = await client.query<{ v: unknown }>(
      `select ${ofPostgres === '' ? `${name}::float8` : ofPostgres} as v from few order by n`,
    );
    const times = (n: number): number => Math.floor(MANY / few) + (n > 0 && n <= MANY % few ? 1 : 0);
    expect([column.name, read]).toEqual([column.name, was.rows.map(({ v }, n) => [v, 1, times(n)])]);
  }
  duck.closeSync();
}

describe('an archive', () => {
  it(
    `of ${MANY} rows has the values that another reader sees, and comes back with them`,
    () =>
      server.withDatabase((database) =>
        withClient(database.migrator, async (client) => {
          await client.query(`${TYPES}; ${manyOfEveryType('m', MANY)}`);
          await program('archive', database, { retention: '12 months' });
          expect((await client.query('select from m')).rowCount).toBe(0);
          const files = await readdir(folder, { recursive: true });
          const file = files.find((name) => /m_2024_01.*parquet$/.test(name)) ?? '';
          await client.query('begin');
          await pinSettings(client, { lockTimeoutMs: 0, statementTimeoutMs: 0 });
          await client.query('set local search_path to default');
          await compareWithFile(client, join(folder, file), await columnsOf(file));
          await client.query('commit');
          await program('restore', database, { partitions: ['m_2024_01'] });
          const row = `row(${EVERY_TYPE.map(([name]) => name).join(', ')})::text`;
          const { rows } = await client.query(
            `with was as materialized (select n, ${row} as told from few)
             select count(*)::integer as rows, count(distinct id)::integer as ids,
                    (count(*) filter (where now.told <> was.told))::integer as other,
                    (count(*) filter (where now.at <> '2024-01-01 00:00+00'::timestamptz + now.id * interval '1 second'))::integer as moved
               from (select id, at, ${row} as told from m) now left join was on was.n = now.id % (select count(*) from few)`,
          );
          expect(rows).toEqual([{ rows: MANY, ids: MANY, other: 0, moved: 0 }]);
        }),
      ),
    5_400_000,
  );
});

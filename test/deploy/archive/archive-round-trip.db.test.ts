/** Archives are written from a real server, read back from where they lie, and read by a reader that is not ours. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DuckDBInstance } from '@duckdb/node-api';
import type pg from 'pg';
import { folderStore } from '../../../src/deploy/archive/folder-store.ts';
import { pinSettings } from '../../../src/deploy/archive/pinned-settings.ts';
import { writeParquet } from '../../../src/deploy/archive/parquet-output.ts';
import { verifyArchive } from '../../../src/deploy/archive/verify-archive.ts';
import { type Archived, writeArchive } from '../../../src/deploy/archive/write-archive.ts';
import { quoteIdentifier, withClient } from '../../../src/postgres/connection.ts';
import { openTestServer, type TestServer } from '../../support/throwaway.ts';
import { comparable } from './comparable.ts';
import { everyType, TYPES } from './every-type.ts';

let server: TestServer;
let folder: string;
beforeAll(async () => {
  server = await openTestServer();
  folder = await mkdtemp(join(tmpdir(), 'archive-'));
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const limits = { lockTimeoutMs: 2000, statementTimeoutMs: 0 };

const write = async (client: pg.Client, table: string): Promise<Archived> => {
  const { rows } = await client.query<{ oid: number }>(`select $1::regclass::oid as oid`, [table]);
  const oid = rows[0]?.oid ?? 0;
  const store = folderStore(folder);
  const archived = await writeArchive(client, { oid, database: 'db', serverVersion: '16', store, limits });
  if (archived === undefined || typeof archived === 'string') throw new Error(archived ?? 'gone');
  return archived;
};

const verify = (client: pg.Client, archived: Archived) =>
  verifyArchive(client, archived, { store: folderStore(folder), limits });

describe('an archive', () => {
  it('holds a value of every type, and reads back equal', () =>
    server.withDatabase(async ({ migrator }) => {
      await withClient(migrator, async (client) => {
        // Settings that would print values otherwise.
        await client.query(`set timezone = 'Asia/Kolkata'; set datestyle = 'SQL, DMY'; set intervalstyle = 'iso_8601';
          set extra_float_digits = -3; set bytea_output = 'escape'; ${TYPES}; ${everyType('b')}`);
        const archived = await write(client, 'b_2024_01');
        expect(archived.head.rows).toBe(9);
        const { sha256 } = await verify(client, archived);
        expect(sha256).toBe(archived.written?.sha256);
        const stored = new Map(archived.head.columns.map(({ name, storage }) => [name, storage]));
        expect(Object.fromEntries(stored)).toMatchObject({
          at: 'timestamptz', a_bool: 'boolean', a_price: 'decimal', a_widest: 'decimal', a_huge: 'text', a_nan: 'text',
          a_date: 'date', a_endless: 'text', a_timestamp: 'timestamp', a_far: 'text', a_always: 'text', a_time: 'time', a_midnight: 'text',
          a_jsonb: 'jsonb', an_array: 'text', a_composite: 'text', doubled: 'int4',
        }); // prettier-ignore
        expect(stored.has('gone')).toBe(false);
      });
    }));

  it('of no rows is one, too', () =>
    server.withDatabase(async ({ migrator }) => {
      await withClient(migrator, async (client) => {
        await client.query(`${TYPES}; ${everyType('e')}`);
        const archived = await write(client, 'e_2024_02');
        expect(archived.head).toMatchObject({ rows: 0, checksum: '0' });
        await verify(client, archived);
      });
    }));

  it('has the values that another reader sees', () =>
    server.withDatabase(async ({ migrator }) => {
      await withClient(migrator, async (client) => {
        await client.query(`${TYPES}; ${everyType('c')}`);
        const archived = await write(client, 'c_2024_01');
        const path = folderStore(folder).locate(archived.name);
        const duck = await (await DuckDBInstance.create(':memory:')).connect();
        await client.query('begin');
        await pinSettings(client, limits);
        for (const column of archived.head.columns) {
          const [ofDuck, ofPostgres] = comparable(column);
          const isFloat = ofPostgres === '';
          const name = quoteIdentifier(column.name);
          const read = await duck.runAndReadAll(
            `select ${isFloat ? name : ofDuck} as v from read_parquet('${path}') order by id`,
          );
          const seen = read.getRows().map(([value]) => value);
          const { rows } = await client.query<{ v: unknown }>(
            `select ${isFloat ? `${name}::float8` : ofPostgres} as v from public.c_2024_01 order by id`,
          );
          expect([column.name, seen]).toEqual([column.name, rows.map(({ v }) => v)]);
        }
        await client.query('rollback');
        duck.closeSync();
      });
    }));

  it('that says something else than its name is refused before anything is made of it', () =>
    server.withDatabase(({ migrator }) =>
      withClient(migrator, async (client) => {
        await client.query(`create table f (at date) partition by range (at);
          create table f_2019 partition of f for values from ('2019-01-01') to ('2020-01-01')`);
        const archived = await write(client, 'f_2019');
        const { head, name } = archived;
        await rm(join(folder, name));
        const sink = await folderStore(folder).create(name);
        const columns = head.columns.map((column) => ({ ...column, type: 'text default clock_timestamp' }));
        await writeParquet(sink, { ...head, columns }, (async function* () {})());
        await sink.finish();
        await expect(verify(client, archived)).rejects.toMatchObject({
          code: 'archive-differs',
          message: expect.stringContaining('something else') as unknown,
        });
      }),
    ));
});

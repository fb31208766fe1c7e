/** What was archived comes back as it was, or is refused with what to do. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { folderStore } from '../../../src/deploy/archive/folder-store.ts';
import { writeParquet } from '../../../src/deploy/archive/parquet-output.ts';
import { withClient } from '../../../src/postgres/connection.ts';
import { openTestServer, type TestServer, type ThrowawayDatabase } from '../../support/throwaway.ts';
import { everyType, TYPES } from '../archive/every-type.ts';
import { BOUND, EMPTY } from './empty-head.ts';
import { type Answered, run } from './maintenance-settings.ts';

let server: TestServer;
let folder: string;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'restore-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** A table of every type; its partition of January 2024 is archived and gone. */
const withArchived = (
  body: (database: ThrowawayDatabase, client: pg.Client) => Promise<void>,
): Promise<void> =>
  server.withDatabase((database) =>
    withClient(database.migrator, async (client) => {
      await client.query(`${TYPES}; ${everyType('b')}; create table kept as select * from b_2024_01`);
      const { result } = await run('archive', database, {
        options: { archive: folder, retention: '12 months' },
      });
      expect(result.tables[0]?.partitions.map(({ action, rows }) => [action, rows])).toEqual([
        ['archived', 9],
        ['archived', 0],
      ]);
      expect((await client.query('select from b')).rowCount).toBe(0);
      await body(database, client);
    }),
  );

const restore = (database: ThrowawayDatabase, ...partitions: string[]): Promise<Answered> =>
  run('restore', database, { options: { archive: folder, partitions } });

const outcome = ({ result }: Answered) => result.tables[0]?.partitions[0];

describe('a restore', () => {
  it('brings back each value of every type, in the partition that it was in', () =>
    withArchived(async (database, client) => {
      const { result, printed } = await restore(database, 'public.b_2024_01', 'b_2024_02');
      expect(result.outcome).toBe('done');
      expect(printed).toContain('9 rows are back');
      const { rows } = await client.query<{ missing: number; bound: string; owned: boolean }>(
        `select (select count(*)::int from (select kept::text from kept except select t::text from b_2024_01 t) d) as missing,
                pg_get_expr(relpartbound, oid) as bound, relowner = (select relowner from pg_class where relname = 'b') as owned
           from pg_class where relname = 'b_2024_01'`,
      );
      expect(rows[0]).toMatchObject({
        missing: 0,
        owned: true,
        bound: expect.stringContaining('2024-01-01') as unknown,
      });
      expect((await client.query('select from b')).rowCount).toBe(9);
      expect(
        outcome(
          await run('restore', database, {
            options: { archive: folder, partitions: ['b_2024_01'], retention: '12 months' },
          }),
        )?.reason,
      ).toContain('the next maintain');
      const again = await restore(database, 'b_2024_01');
      expect(again.result.outcome).toBe('nothing-to-do');
      expect(outcome(again)).toMatchObject({ action: 'unchanged', rows: 9 });
    }));

  it('rehearsed leaves nothing behind', () =>
    withArchived(async (database, client) => {
      const { result } = await run('restore', database, {
        options: { archive: folder, partitions: ['b_2024_01'], dryRun: true },
      });
      expect(result).toMatchObject({ outcome: 'rehearsed' });
      expect((await client.query("select from pg_class where relname = 'b_2024_01'")).rowCount).toBe(0);
    }));

  it('fills columns that came since with their default, and says so', () =>
    withArchived(async (database, client) => {
      await client.query(
        "alter table b add column since text not null default 'new', add column later integer",
      );
      const answered = await restore(database, 'b_2024_01');
      expect(outcome(answered)).toMatchObject({
        action: 'restored',
        reason: expect.stringContaining('"since", "later"') as unknown,
      });
      expect((await client.query("select from b where since = 'new' and later is null")).rowCount).toBe(9);
    }));

  it.each([
    ['a column is gone', 'alter table b drop column a_text', 'a_text'],
    ['a column has another type', 'alter table b alter column a_int4 type bigint', 'integer'],
    ['a column may not be null and has no default', 'alter table b add column must text not null', 'must'],
    [
      'its range is taken',
      "create table x partition of b for values from ('2024-01-20 00:00+00') to ('2024-03-01 00:00+00')",
      'taken by public.x',
    ],
    ['its name is taken', 'create table b_2024_01 ()', 'bears its name'],
    ['its table is gone', 'drop table b', 'not there'],
  ])('is refused where %s', (_, sql, told) =>
    withArchived(async (database, client) => {
      await client.query(sql);
      const answered = await restore(database, 'b_2024_01');
      expect(answered.result.outcome).toBe('failed');
      expect(outcome(answered)).toMatchObject({
        action: 'failed',
        reason: expect.stringContaining(told) as unknown,
        hint: expect.any(String) as unknown,
      });
      expect(
        (await client.query("select from pg_class where relname = 'b_2024_01' and relispartition")).rowCount,
      ).toBe(0);
    }),
  );

  it('of a spoiled file leaves the table as it was', () =>
    withArchived(async (database, client) => {
      const files = (await readdir(folder, { recursive: true })).filter((name) =>
        /b_2024_01.*parquet$/.test(name),
      );
      const file = join(folder, files[0] ?? '');
      const bytes = await readFile(file);
      for (const at of [20, Math.floor(bytes.length / 2), bytes.length - 3]) {
        const spoiled = Buffer.from(bytes);
        // So many that values are among them: a single bit may lie where nothing reads it.
        for (let i = at; i < Math.min(at + 200, bytes.length); i++) spoiled[i] = (spoiled[i] ?? 0) ^ 0x55;
        await writeFile(file, spoiled);
        const failed = await restore(database, 'b_2024_01').then(
          (answered) => outcome(answered)?.action,
          (error: { code?: string }) => error.code,
        );
        expect(['failed', 'archive-unreadable']).toContain(failed);
      }
      expect((await client.query("select from pg_class where relname = 'b_2024_01'")).rowCount).toBe(0);
      await writeFile(file, bytes);
      expect(outcome(await restore(database, 'b_2024_01'))).toMatchObject({ action: 'restored' });
    }));

  it.each([
    ['bound', { bound: `${BOUND}; create table pwned as select current_user; select ('x')` }],
    [
      'type',
      {
        columns: [
          {
            name: 'at',
            type: 'date); create table pwned (x int',
            storage: 'date' as const,
            isGenerated: false,
          },
        ],
      },
    ],
  ])('takes no SQL from a file, in its %s', (_, said) =>
    withArchived(async (database, client) => {
      await client.query('create table t (at date) partition by range (at)');
      const sink = await folderStore(folder).create('s/public/t/t_2019.0123456789abcdef.parquet');
      await writeParquet(sink, { ...EMPTY, ...said }, (async function* () {})());
      await sink.finish();
      const told = await restore(database, 't_2019').catch((error: unknown) => error);
      expect((await client.query("select from pg_class where relname = 'pwned'")).rowCount).toBe(0);
      expect(told).toMatchObject({ code: 'archive-unreadable' });
    }),
  );

  it('of what was never archived says what is', () =>
    withArchived(async (database) => {
      await expect(restore(database, 'b_2023_01')).rejects.toMatchObject({
        code: 'archive-missing',
        hint: expect.stringContaining('b_2024_01') as unknown,
      });
      await expect(restore(database)).rejects.toMatchObject({ exitStatus: 64 });
    }));
});

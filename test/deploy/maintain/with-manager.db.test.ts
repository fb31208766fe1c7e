/** Maintenance where the shipped partition manager is on the target: through its own functions, so that its log is complete. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { quoteIdentifier, withClient } from '../../../src/postgres/connection.ts';
import { openTestServer, type TestServer, type ThrowawayDatabase } from '../../support/throwaway.ts';
import { run } from './maintenance-settings.ts';

let server: TestServer;
let folder: string;
let manager: string;
beforeAll(async () => {
  server = await openTestServer();
  const migrations = join(import.meta.dirname, '../../../sql/migrations');
  const names = (await readdir(migrations)).filter((name) => name.endsWith('.sql')).sort();
  manager = (await Promise.all(names.map((name) => readFile(join(migrations, name), 'utf8')))).join('\n');
});
afterAll(() => server.close());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'managed-'));
});
afterEach(() => rm(folder, { recursive: true }));

const CONFIG = 'tables: [{ name: public.booking_ }]';

/** A table with a capital and an underscore at its end, where prefixes go wrong. */
const TABLE = `
  create table "booking_" (id bigint, at timestamptz not null, price numeric(9,2), primary key (id, at)) partition by range (at);
  create table booking_2020_01 partition of booking_ for values from ('2020-01-01 00:00+00') to ('2020-02-01 00:00+00');
  create table booking_2020_02 partition of booking_ for values from ('2020-02-01 00:00+00') to ('2020-03-01 00:00+00');
  insert into booking_ select n, '2020-01-15 00:00+00'::timestamptz + n % 2 * interval '30 days', n from generate_series(1, 200) n;`;

const withManager = (
  body: (database: ThrowawayDatabase, client: pg.Client) => Promise<void>,
): Promise<void> =>
  server.withDatabase((database) =>
    withClient(database.migrator, async (client) => {
      await client.query(manager);
      await client.query(TABLE);
      await body(database, client);
    }),
  );

const log = async (client: pg.Client): Promise<string[]> => {
  const { rows } = await client.query<{ entry: string }>(
    `select action || ' ' || partition_name as entry from partition_audit_log where parent = 'booking_' and action <> 'ADOPT' order by id`,
  );
  return rows.map(({ entry }) => entry);
};

describe('with the partition manager', () => {
  it('archives are recorded, and partitions dropped by them', () =>
    withManager(async (database, client) => {
      const { result } = await run('maintain', database, {
        config: CONFIG,
        options: { archive: folder, retention: '24 months' },
      });
      expect(result.tables[0]?.partitions).toMatchObject([
        {
          action: 'archived',
          rows: 100,
          archive: { location: expect.stringContaining('.parquet') as unknown },
        },
        { action: 'archived', rows: 100 },
      ]);
      expect(await log(client)).toEqual([
        'ARCHIVE booking_2020_01',
        'ARCHIVE booking_2020_02',
        'DROP booking_2020_01',
        'DROP booking_2020_02',
      ]);
      expect((await client.query('select from partition_archive')).rowCount).toBe(2);
      expect((await client.query('select from partition_guard.archived_partition')).rowCount).toBe(2);
      const restored = await run('restore', database, {
        config: CONFIG,
        options: { archive: folder, partitions: ['booking_2020_01'] },
      });
      expect(restored.result.outcome).toBe('done');
      expect((await log(client)).at(-1)).toBe('ATTACH booking_2020_01');
      expect((await client.query('select from booking_')).rowCount).toBe(100);
    }));

  it('what has to stay is kept with its reason, and the others go', () =>
    withManager(async (database, client) => {
      await client.query('create view old as select * from booking_2020_01');
      const rehearsed = await run('maintain', database, {
        config: CONFIG,
        options: { archive: folder, retention: '24 months', dryRun: true },
      });
      expect(rehearsed.result.tables[0]?.partitions.map(({ action }) => action)).toEqual([
        'kept',
        'archived',
      ]);
      const { result } = await run('maintain', database, {
        config: CONFIG,
        options: { archive: folder, retention: '24 months' },
      });
      expect(result.outcome).toBe('failed');
      expect(result.tables[0]?.partitions).toMatchObject([
        { action: 'kept', reason: expect.stringContaining('old') as unknown },
        { action: 'archived', rows: 100 },
      ]);
    }));

  it('a row that comes after the archive is in the next one', () =>
    withManager(async (database, client) => {
      await client.query(`begin; insert into booking_ values (1000, '2020-01-20 00:00+00', 1)`);
      let committed: Promise<unknown> | undefined;
      const { result } = await run('maintain', database, {
        config: CONFIG,
        options: { archive: folder, retention: '24 months' },
        onProgress: (text) => {
          if (text.includes('read back')) committed ??= client.query('commit');
        },
      });
      await committed;
      expect(result.tables[0]?.partitions.map(({ action, rows }) => [action, rows])).toEqual([
        ['archived', 101],
        ['archived', 100],
      ]);
    }));

  it('an archive that was recorded and is spoiled since keeps every partition', () =>
    withManager(async (database, client) => {
      await client.query('create view old as select * from booking_2020_01');
      await run('maintain', database, {
        config: CONFIG,
        options: { archive: folder, retention: '24 months' },
      });
      for (const name of await readdir(folder, { recursive: true })) {
        if (!name.includes('2020_01')) continue;
        const { writeFile } = await import('node:fs/promises');
        await writeFile(join(folder, name), 'gone');
      }
      await client.query('drop view old');
      const { result } = await run('maintain', database, {
        config: CONFIG,
        options: { archive: folder, retention: '24 months' },
      });
      expect(result.tables[0]?.partitions[0]).toMatchObject({ action: 'failed' });
      expect((await client.query('select from booking_2020_01')).rowCount).toBe(100);
    }));

  it.each([
    ['archived', 'archived', (place: string) => ({ archive: place, retention: '24 months' })],
    ['dropped', 'dropped', () => ({})],
  ])('what goes is told, however the target prints names: %s', (_, action, options) =>
    withManager(async (database, client) => {
      await withClient(database.admin, (admin) =>
        admin.query(`alter database ${quoteIdentifier(database.database)} set quote_all_identifiers = on`),
      );
      const { result } = await run('maintain', database, {
        config: `${CONFIG}\nretention: { keep: 24 months, then: drop }`,
        options: options(folder),
      });
      expect(result.tables[0]?.partitions.map((partition) => partition.action)).toEqual([action, action]);
      expect((await client.query('select from booking_')).rowCount).toBe(0);
    }),
  );

  it('what goes is told though it was renamed meanwhile', () =>
    withManager(async (database, client) => {
      // The archive can be written then, and not be recorded.
      await client.query('begin; lock table booking_2020_01 in row exclusive mode');
      let renamed: Promise<unknown> | undefined;
      const { result } = await run('archive', database, {
        config: CONFIG,
        options: { archive: folder, retention: '24 months' },
        onProgress: (text) => {
          if (text.includes('read back')) {
            renamed ??= client.query('alter table booking_2020_01 rename to renamed; commit');
          }
        },
      });
      await renamed;
      expect(result.tables[0]?.partitions).toMatchObject([
        { partition: 'public.booking_2020_01', action: 'archived', rows: 100 },
        { partition: 'public.booking_2020_02', action: 'archived', rows: 100 },
      ]);
      expect((await client.query('select from booking_')).rowCount).toBe(0);
    }));

  it('a partition that nobody looked at does not go: all is rolled back', () =>
    withManager(async (database, client) => {
      await client.query(`alter function apply_retention(text, interval, text, text, boolean) rename to their_retention;
        create function apply_retention(prefix text, keep interval, disposal text, archive_schema text default null, dry_run boolean default false)
          returns table (action text, partition_schema text, partition_name text, row_count bigint, reason text) language plpgsql as $$
        begin
          drop table public.booking_2020_01;
          return query select 'DROP', 'public', 'booking_of_january', 100::bigint, null::text;
        end $$`);
      const { result } = await run('maintain', database, {
        config: `${CONFIG}\nretention: { keep: 24 months, then: drop }`,
      });
      expect(result.outcome).toBe('failed');
      expect(result.tables[0]?.partitions[0]).toMatchObject({
        action: 'failed',
        reason: expect.stringContaining('booking_of_january') as unknown,
      });
      expect((await client.query('select from booking_')).rowCount).toBe(200);
    }));

  it('row security that came after the archive keeps the partition', () =>
    withManager(async (database, client) => {
      await client.query("begin; comment on table booking_2020_01 is 'late'");
      let committed: Promise<unknown> | undefined;
      const asked = { config: CONFIG, options: { archive: folder, retention: '24 months' } };
      await client.query('commit; begin; lock table booking_2020_01 in row exclusive mode');
      const { result } = await run('archive', database, {
        ...asked,
        onProgress: (text) => {
          if (text.includes('read back')) {
            committed ??= client.query('alter table booking_2020_01 enable row level security; commit');
          }
        },
      });
      await committed;
      expect(result.tables[0]?.partitions[0]).toMatchObject({
        action: 'failed',
        reason: expect.stringContaining('changed after its archive') as unknown,
      });
      const again = await run('archive', database, asked);
      expect(again.result.tables[0]?.partitions.map(({ action }) => action)).toEqual([
        'archived',
        'archived',
      ]);
    }));

  it('without a place for files old partitions are moved, detached or dropped by it', () =>
    withManager(async (database, client) => {
      const { result } = await run('maintain', database, {
        config: `${CONFIG}\nretention: { keep: 24 months, then: archive }`,
      });
      expect(result.tables[0]?.partitions.map(({ action }) => action)).toEqual(['moved', 'moved']);
      expect((await client.query('select from public_archive.booking_2020_01')).rowCount).toBe(100);
    }));

  it('partitions are made ahead on the interval that the table is on', () =>
    withManager(async (database, client) => {
      const rehearsed = await run('maintain', database, {
        config: CONFIG,
        options: { premake: '3', dryRun: true },
      });
      expect(rehearsed.result.tables[0]?.partitions.map(({ action }) => action)).toEqual(
        Array(4).fill('created'),
      );
      expect(
        (await client.query("select from pg_inherits where inhparent = 'booking_'::regclass")).rowCount,
      ).toBe(2);
      const { result } = await run('maintain', database, { config: CONFIG, options: { premake: '3' } });
      expect(result.tables[0]?.partitions.length).toBe(4);
      expect(result.tables[0]?.runway?.days).toBeGreaterThan(80);
      expect(
        (await client.query("select from pg_inherits where inhparent = 'booking_'::regclass")).rowCount,
      ).toBe(6);
    }));
});

describe('with a call of the schema itself', () => {
  const call = (sql: string): string =>
    `${CONFIG}\nretention: { keep: 24 months, then: drop }\nmanage: { retention: "${sql}" }`;

  it('what it lets go is looked at, and younger rows come back', () =>
    withManager(async (database, client) => {
      await client.query(`create table booking_now partition of booking_ for values from ('2020-03-01 00:00+00') to ('2999-01-01 00:00+00');
        insert into booking_ values (1, now(), 1);
        create function let_go(keep interval) returns void language sql as 'drop table booking_2020_01';
        create function too_much(keep interval) returns void language sql as 'drop table booking_2020_01; drop table booking_now';
        create function young(keep interval) returns void language sql as 'drop table booking_2020_01; delete from booking_now';
        create procedure commits(keep interval) language plpgsql as 'begin execute ''drop table booking_2020_02''; commit; end'`);
      for (const [sql, code] of [
        ['too_much', 'booking_now'],
        ['young', 'younger'],
      ] as const) {
        const { result } = await run('maintain', database, { config: call(`SELECT ${sql}(:keep)`) });
        expect(result.tables[0]?.partitions[0]).toMatchObject({
          action: 'failed',
          reason: expect.stringContaining(code) as unknown,
        });
        expect((await client.query('select from booking_')).rowCount).toBe(201);
      }
      const { result } = await run('maintain', database, { config: call('SELECT let_go(:keep)') });
      expect(result.tables[0]?.partitions.map(({ action }) => action)).toEqual(['dropped', 'kept']);
      expect(result.outcome).toBe('failed');
      const outside = await run('maintain', database, { config: call('CALL commits(:keep)') });
      expect(outside.result.tables[0]?.partitions).toMatchObject([
        { action: 'dropped', reason: expect.stringContaining('counted, not compared') as unknown },
      ]);
      await client.query(`insert into booking_now values (2, '2020-03-02 00:00+00', 1);
        create or replace procedure commits(keep interval) language plpgsql as 'begin delete from booking_now where id = 2; commit; end'`);
      const deleting = await run('maintain', database, { config: call('CALL commits(:keep)') });
      expect(deleting.result).toMatchObject({ outcome: 'failed' });
      expect(deleting.result.tables[0]?.partitions).toMatchObject([
        {
          partition: 'public.booking_now',
          action: 'failed',
          reason: expect.stringContaining('1 of 2 rows') as unknown,
        },
      ]);
      await client.query("insert into booking_now values (2, '2020-03-02 00:00+00', 1)");
      const archiving = run('maintain', database, {
        config: call('CALL commits(:keep)').replace('then: drop', 'then: archive'),
        options: { archive: folder },
      });
      await expect(archiving).rejects.toMatchObject({
        exitStatus: 1,
        message: expect.stringContaining('commits by itself') as unknown,
      });
      expect((await client.query('select from booking_')).rowCount).toBe(2);
    }));

  it('what it lets go was archived, each of it, and rows of what stays are as they were', () =>
    withManager(async (database, client) => {
      await client.query(`create table booking_edge partition of booking_ for values from ('2020-03-01 00:00+00') to ('2999-01-01 00:00+00');
        insert into booking_ values (1, '2020-03-02 00:00+00', 1);
        create function rows_too(keep interval) returns void language sql as $$drop table booking_2020_01; delete from booking_edge where at < '2021-01-01'$$;
        create function rows_only(keep interval) returns void language sql as $$delete from booking_ where at < '2020-02-01'$$`);
      for (const [then, options] of [
        ['drop', {}],
        ['archive', { archive: folder }],
      ] as const) {
        for (const sql of ['rows_too', 'rows_only']) {
          const { result, printed } = await run('maintain', database, {
            config: call(`SELECT ${sql}(:keep)`).replace('then: drop', `then: ${then}`),
            options,
          });
          expect(result.outcome).toBe('failed');
          expect(printed).toContain('rolled back');
          expect(printed).not.toContain('No row was lost');
          expect((await client.query('select from booking_')).rowCount).toBe(201);
        }
      }
    }));

  it('lets nothing go that became past the retention since it was archived', () =>
    withManager(async (database, client) => {
      const upper = new Date(Date.now() + 40 * 60_000);
      upper.setUTCMonth(upper.getUTCMonth() - 24);
      await client.query(`create table booking_edge partition of booking_ for values from ('2020-03-01 00:00+00') to ('${upper.toISOString()}');
        insert into booking_ values (1, '2020-03-02 00:00+00', 1);
        create function let_go(keep interval) returns void language sql as 'drop table booking_2020_01; drop table booking_2020_02; drop table booking_edge'`);
      const archived = await run('maintain', database, {
        config: call('SELECT let_go(:keep)').replace('then: drop', 'then: archive'),
        options: { archive: folder },
      });
      expect(archived.printed).toContain('has not archived');
      expect((await client.query('select from booking_')).rowCount).toBe(201);
      expect((await client.query('select from partition_guard.archived_partition')).rowCount).toBe(0);
      await client.query(
        `create function let_two_go(keep interval) returns void language sql as 'drop table booking_2020_01'`,
      );
      const recorded = await run('maintain', database, {
        config: call('SELECT let_two_go(:keep)').replace('then: drop', 'then: archive'),
        options: { archive: folder },
      });
      expect(recorded.result.tables[0]?.partitions.map(({ action }) => action)).toEqual(['archived', 'kept']);
      const { rows } = await client.query(
        'select partition_name as name from partition_guard.archived_partition',
      );
      expect(rows).toEqual([{ name: '"public"."booking_2020_01"' }]);
      await run('restore', database, { options: { archive: folder, partitions: ['booking_2020_01'] } });
      const dropped = await run('maintain', database, { config: call('SELECT let_go(:keep)') });
      expect(dropped.result.tables[0]?.partitions.map(({ action, rows }) => [action, rows])).toEqual([
        ['dropped', 100],
        ['dropped', 100],
        ['dropped', 1],
      ]);
    }));
});

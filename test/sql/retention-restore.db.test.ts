/** What retention detached comes back to its own range, whatever became of its name, or stays out untouched. */
import { describe, expect, it } from '@jest/globals';
import { describe as describeLayout, readLayout, valueOf } from './layout.ts';
import { auditOf, errorOf, named, partitionsOf, retire, withStays } from './retention.ts';

const january = 'public_archive.stay_2026_01';

describe('restore_archived_partition', () => {
  it.each(['archive', 'detach'])(
    "brings back what '%s' took away, rows, range, keys and triggers",
    async (disposal) => {
      await withStays(async ({ client }) => {
        await client.query(`
        create function t() returns trigger language plpgsql as 'begin return new; end';
        create trigger t before insert on stay for each row execute function t();
        create table invoice (i int, s timestamptz, foreign key (i, s) references stay (id, starts));
        insert into invoice values (6, '2026-06-15')`);
        const parts = `select json_build_array(
          (select json_agg(conname order by conname) from pg_constraint where conrelid = 'stay_2026_01'::regclass),
          (select json_agg(tgname order by tgname) from pg_trigger
            where tgrelid = 'stay_2026_01'::regclass and not tgisinternal))`;
        const before = await readLayout(client, 'stay', 'id');
        const had = await valueOf(client, parts);
        const outcomes = await retire(client, '4 months', { disposal });
        const table = disposal === 'archive' ? january : 'stay_2026_01';
        expect(outcomes).toHaveLength(1);
        await client.query(`select restore_archived_partition('${table}', 'stay_')`);
        expect(await readLayout(client, 'stay', 'id')).toEqual(before);
        expect(await valueOf(client, parts)).toEqual(had);
        expect((await auditOf(client)).at(-1)).toBe('ATTACH public.stay_2026_01 restored');
        await client.query("insert into invoice values (1, '2026-01-31')");
        expect(named(await retire(client, '4 months', { disposal }))).toEqual(['KEEP stay_2026_01']);
      });
    },
  );

  it.each(['timestamptz', 'timestamp', 'date'])(
    'gives a %s column the very bounds it had, whatever the zone and date style of the session',
    async (keyType) => {
      await withStays(async ({ client, connect }) => {
        const session = await connect();
        await session.query("set timezone = 'America/New_York'; set datestyle = 'German'");
        const before = await readLayout(client, 'stay', 'id');
        await retire(session, '4 months');
        await session.query(`select restore_archived_partition('${january}', 'stay')`);
        expect(await readLayout(client, 'stay', 'id')).toEqual(before);
      }, keyType);
    },
  );

  it('knows its range by the table itself, whatever it is called and wherever it was moved', async () => {
    await withStays(async ({ client }) => {
      const before = describeLayout(await readLayout(client, 'stay', 'id'));
      await retire(client, '3 months');
      await client.query(`
        create schema "Cold store";
        alter table ${january} rename to stay_2026_07;
        alter table public_archive.stay_2026_07 set schema "Cold store";
        alter table public_archive.stay_2026_02 rename to stay_2026_01;
        select restore_archived_partition('"Cold store".stay_2026_07', 'stay');
        select restore_archived_partition('public_archive.stay_2026_01', 'stay')`);
      const after = describeLayout(await readLayout(client, 'stay', 'id'));
      expect(after.slice(0, 2)).toEqual([
        'stay_2026_07_2 2026-01-01 2026-02-01',
        'stay_2026_01 2026-02-01 2026-03-01',
      ]);
      expect(after.slice(2)).toEqual(before.slice(2));
    });
  });

  it('works again on one that was attached by hand and retired once more', async () => {
    await withStays(async ({ client }) => {
      await retire(client, '4 months');
      await client.query(`
        alter table stay attach partition ${january} for values from ('2026-01-01') to ('2026-02-01')`);
      expect(named(await retire(client, '4 months'))).toEqual(['ARCHIVE stay_2026_01']);
      await client.query(`select restore_archived_partition('${january}', 'stay')`);
      expect((await readLayout(client, 'stay', 'id')).keys).toEqual(['1', '2', '3', '6']);
    });
  });

  it('brings back one without a lower bound', async () => {
    await withStays(async ({ client }) => {
      await client.query(
        "create table early partition of stay for values from (minvalue) to ('2026-01-01'); insert into stay values (0, '1999-01-01')",
      );
      await retire(client, '5 months');
      await client.query("select restore_archived_partition('public_archive.early', 'stay')");
      expect(describeLayout(await readLayout(client, 'stay', 'id'))[0]).toBe('early - 2026-01-01');
      expect((await readLayout(client, 'stay', 'id')).keys).toContain('0');
    });
  });

  it('finds no row outside of the range, as the retired table takes none', async () => {
    await withStays(async ({ client }) => {
      await retire(client, '4 months');
      for (const instant of ["'2026-02-01'", "'2025-12-31 23:59:59.999999'", 'null']) {
        const { code } = await errorOf(client, `insert into ${january} values (9, ${instant})`);
        expect(code).toBe(instant === 'null' ? '23502' : '23514');
      }
      await client.query(`alter table ${january} drop constraint partition_range_check;
        insert into ${january} values (9, '2026-02-01')`);
      expect((await errorOf(client, `select restore_archived_partition('${january}', 'stay')`)).code).toBe(
        '23514',
      );
      await client.query(`delete from ${january} where id = 9`);
      await client.query(`select restore_archived_partition('${january}', 'stay')`);
      expect(await partitionsOf(client)).toMatch(/^stay_2026_01 /);
    });
  });

  it.each([
    [
      'another partition covers its range',
      "create table again partition of stay for values from ('2026-01-10') to ('2026-01-20')",
      "'stay'",
      '42P17',
    ],
    [
      'the default partition holds rows of its range',
      `create table rest partition of stay default;
       insert into stay values (9, '2026-01-09')`,
      "'stay'",
      '23514',
    ],
    [
      'it was detached from another table',
      'create table other (d date) partition by range (d)',
      "'other'",
      '22023',
    ],
    ['the prefix is null', 'select', 'null', '22004'],
    ['there is no such table', 'select', "'missing'", '42P01'],
  ])('refuses before anything changes when %s', async (_, prepare, prefix, code) => {
    await withStays(async ({ client }) => {
      await retire(client, '4 months');
      await client.query(prepare);
      const before = await readLayout(client, 'stay', 'id');
      const error = await errorOf(client, `select restore_archived_partition('${january}', ${prefix})`);
      expect([error.code, error.hint]).toEqual([code, expect.any(String)]);
      expect(await readLayout(client, 'stay', 'id')).toEqual(before);
      await client.query("select adopt_partitions('stay')");
    });
  });

  it('refuses with 42P01 what was detached from a table that is gone, as do the others', async () => {
    await withStays(async ({ client }) => {
      await retire(client, '4 months');
      await client.query('drop table stay');
      for (const call of [
        `restore_archived_partition('${january}', 'amenity_booking')`,
        `drop_archived_partition('${january}')`,
        `record_archive('${january}', 'x', 1, 1)`,
      ]) {
        expect((await errorOf(client, `select ${call}`)).code).toBe('42P01');
      }
      expect(await valueOf(client, `select id from ${january}`)).toBe(1);
    });
  });

  it('refuses with 42P07 where no name is free, and retention keeps the partition where none is in the archive', async () => {
    const takeAllNames = (schema: string, name: string): string =>
      `do $$ begin for i in 1 .. 999 loop
         execute format('create type ${schema}.%I as enum ()', '${name}' || case when i > 1 then '_' || i else '' end);
       end loop; end $$`;
    await withStays(async ({ client }) => {
      await retire(client, '4 months');
      await client.query(takeAllNames('public', 'stay_2026_01'));
      const error = await errorOf(client, `select restore_archived_partition('${january}', 'stay')`);
      expect([error.code, error.hint]).toEqual(['42P07', expect.any(String)]);
      await client.query(takeAllNames('public_archive', 'stay_2026_02'));
      const outcomes = await retire(client, '2 months');
      expect(named(outcomes)).toEqual(['KEEP stay_2026_02', 'ARCHIVE stay_2026_03']);
      expect(outcomes[0]?.reason).toMatch(/^no name is free for stay_2026_02; It is taken in schema /);
    });
  });

  it('refuses what retention has not detached with 55000 or 42809', async () => {
    await withStays(async ({ client }) => {
      await client.query('create table other (like stay)');
      expect((await errorOf(client, "select restore_archived_partition('other', 'stay')")).code).toBe(
        '42809',
      );
      expect((await errorOf(client, "select restore_archived_partition('stay_2026_01', 'stay')")).code).toBe(
        '55000',
      );
    });
  });
});

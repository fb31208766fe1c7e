/** The view of the layout tells the catalog's truth to whoever may read it, in every session alike. */
import { describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { withPartitionManager } from './database.ts';
import { valueOf } from './layout.ts';

type Row = Record<string, unknown>;

async function layoutOf(client: pg.Client, parent: string, columns: string): Promise<Row[]> {
  await client.query("set intervalstyle = 'postgres'");
  const { rows } = await client.query<Row>(
    `select ${columns} from (select *, partition_interval::text as width, gap_before::text as gap from partition_layout) l
      where parent = $1`,
    [parent],
  );
  return rows;
}

describe('partition_layout', () => {
  it.each(['timestamptz', 'timestamp', 'date'])(
    'prints bounds on a %s as partition_ranges does, in order',
    async (keyType) => {
      await withPartitionManager(async ({ client }) => {
        await client.query(
          `
          create table stay (starts ${keyType}) partition by range (starts);
          set timezone = 'UTC';
          create table early partition of stay for values from (minvalue) to ('0044-03-15 BC');
          create table first partition of stay for values from ('2000-01-01') to ('2000-01-02');
          create table late partition of stay for values from ('2030-01-01') to ('infinity');
          create table last partition of stay for values from ('infinity') to (maxvalue);
          create table rest partition of stay default;
          select manage_partitions('stay', 4, 3);
          set timezone = 'Asia/Kathmandu'; set datestyle = 'German'`,
        );
        const shown = await layoutOf(client, 'stay', 'partition, lower_bound, upper_bound, is_default');
        const { rows } = await client.query<Row>(
          `select partition::text, lower_bound, upper_bound, is_default from partition_ranges('stay')
            order by is_default, range`,
        );
        expect(shown).toEqual(rows);
        expect(shown).toHaveLength(5 + 8);
      });
    },
  );

  it('tells intervals in months where bounds are firsts of months, else in days, and gaps alike', async () => {
    await withPartitionManager(async ({ client }) => {
      await client.query(`
        set timezone = 'UTC';
        create table stay (starts timestamptz) partition by range (starts);
        create table a partition of stay for values from (minvalue) to ('2020-01-01');
        create table b partition of stay for values from ('2020-02-01') to ('2020-03-01');
        create table c partition of stay for values from ('2021-03-01') to ('2021-06-01');
        create table d partition of stay for values from ('2021-06-01') to ('2023-06-01');
        create table e partition of stay for values from ('2023-06-01') to ('2023-06-08');
        create table f partition of stay for values from ('2023-06-10') to ('2023-07-01');
        create table g partition of stay for values from ('2023-07-02 03:04:05.000006') to ('2023-07-03');
        create table h partition of stay for values from ('2023-07-03') to ('2024-07-03');
        create table i partition of stay for values from ('infinity') to (maxvalue);
        create table j partition of stay default;
        select adopt_partitions('stay')`);
      expect(await layoutOf(client, 'stay', 'partition, width, gap')).toEqual([
        { partition: 'a', width: null, gap: null },
        { partition: 'b', width: '1 mon', gap: '1 mon' },
        { partition: 'c', width: '3 mons', gap: '1 year' },
        { partition: 'd', width: '2 years', gap: null },
        { partition: 'e', width: '7 days', gap: null },
        { partition: 'f', width: '21 days', gap: '2 days' },
        { partition: 'g', width: '20:55:54.999994', gap: '1 day 03:04:05.000006' },
        { partition: 'h', width: '366 days', gap: null },
        { partition: 'i', width: null, gap: null },
        { partition: 'j', width: null, gap: null },
      ]);
    });
  });

  it('estimates rows once analysed, and counts bytes with indexes and partitions of partitions', async () => {
    await withPartitionManager(async ({ client }) => {
      await client.query(`
        create table stay (id integer, starts date, note text, primary key (id, starts)) partition by range (starts);
        create table deep partition of stay for values from ('2025-01-01') to ('2026-01-01') partition by list (id);
        create table deep_1 partition of deep for values in (1);
        select manage_partitions('stay', 1, 12);
        insert into stay select n, '2026-06-06', repeat('x', 100) from generate_series(1, 1000) n;
        insert into stay values (1, '2025-01-01', 'x');
        analyze stay_2026_01`);
      const rows = await layoutOf(client, 'stay', 'partition, row_estimate, bytes');
      expect(rows.map(({ partition, row_estimate }) => [partition, row_estimate])).toEqual([
        ['deep', null],
        ['stay_2026_01', '1000'],
        ['stay_2027_01', null],
      ]);
      const size = (table: string): Promise<string> => valueOf(client, `pg_total_relation_size('${table}')`);
      expect(rows.map(({ bytes }) => bytes)).toEqual([
        await size('deep_1'),
        await size('stay_2026_01'),
        await size('stay_2027_01'),
      ]);
      expect(await size('deep_1')).not.toBe('0');
    });
  });

  it('leaves out tables of other kinds without an error, and partitions that are half detached', async () => {
    await withPartitionManager(async ({ client, connectAsSuperuser }) => {
      await client.query(`
        create table by_list (a date) partition by list (a); create table bl partition of by_list for values in ('2020-01-01');
        create table by_hash (a date) partition by hash (a); create table bh partition of by_hash for values with (modulus 1, remainder 0);
        create table by_two (a date, b date) partition by range (a, b);
        create table bt partition of by_two for values from ('2020-01-01', minvalue) to ('2021-01-01', maxvalue);
        create table by_number (a integer) partition by range (a); create table bn partition of by_number for values from (1) to (2);
        create table by_text (a text) partition by range (a); create table bx partition of by_text for values from ('a''b') to ('c');
        create table by_expression (a date) partition by range ((a + 1));
        create table be partition of by_expression for values from ('2020-01-01') to ('2021-01-01');
        create table base (a date); create table heir () inherits (base);
        create schema other; create table other.stay (a date) partition by range (a);
        create table stay_1 partition of other.stay for values from ('2020-01-01') to ('2021-01-01');
        create table stay_2 partition of other.stay for values from ('2021-01-01') to ('2022-01-01')`);
      const superuser = await connectAsSuperuser();
      await superuser.query(
        "update pg_inherits set inhdetachpending = true where inhrelid = 'stay_2'::regclass",
      );
      const { rows } = await client.query(
        `select distinct parent_schema, parent, partition_schema, count(*)::integer from partition_layout group by 1, 2, 3 order by 1`,
      );
      expect(rows).toEqual([
        { parent_schema: 'other', parent: 'stay', partition_schema: 'public', count: 1 },
        { parent_schema: 'public', parent: 'amenity_booking', partition_schema: 'public', count: 24 },
      ]);
    });
  });

  it('needs no other right than to read it', async () => {
    await withPartitionManager(async ({ client, connectAsSuperuser }) => {
      await client.query(`
        do $$ begin create role partition_guard_test_reader; exception when duplicate_object then null; end $$;
        create schema hidden;
        create table hidden.stay (d date) partition by range (d);
        create table hidden.stay_1 partition of hidden.stay for values from ('2020-01-01') to ('2021-01-01');
        grant select on partition_layout to partition_guard_test_reader`);
      const reader = await connectAsSuperuser();
      await reader.query('set role partition_guard_test_reader');
      expect(await valueOf(reader, 'select count(*) from partition_layout')).toBe('25');
      await expect(reader.query('select from hidden.stay')).rejects.toMatchObject({ code: '42501' });
      await reader.query('reset role');
    });
  });

  it('is not led astray by the search_path', async () => {
    await withPartitionManager(async ({ client }) => {
      await client.query(`
        create schema evil;
        create table evil.pg_inherits (inhparent oid);
        create function evil.pg_total_relation_size(oid) returns bigint language sql as 'select -1::bigint';
        set search_path = evil, pg_catalog`);
      expect(
        await valueOf(client, 'select min(bytes) >= 0 and count(*) = 24 from public.partition_layout'),
      ).toBe(true);
    });
  });
});

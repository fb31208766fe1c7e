/** The migration as a whole: what it makes, keeps, refuses and records, in any schema. */
import { describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { splitStatements } from '../../src/migrations/split-statements.ts';
import { loadSqlParser } from '../../src/migrations/sql-parser.ts';
import { readMigration, withEmptyDatabase, withPartitionManager } from './database.ts';
import { readLayout, valueOf } from './layout.ts';

async function migrate(client: pg.Client): Promise<void> {
  const text = await readMigration();
  await client.query('begin');
  try {
    await client.query(text);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

const catalog = `select json_agg(json_build_array(c.oid::text, c.relname, c.relkind) order by c.oid)::text
                   from pg_class c where c.relnamespace = current_schema()::regnamespace`;

describe('on an empty database', () => {
  it('takes bookings for this year and the next at once', async () => {
    await withEmptyDatabase(async ({ client }) => {
      await migrate(client);
      const { partitions } = await readLayout(client, 'amenity_booking', 'booking_id');
      expect(partitions).toHaveLength(24);
      await client.query(`insert into amenity_booking (amenity_id, user_id, start_time, end_time)
        values ('pool', 'ann', now(), now() + interval '1 hour'),
               ('pool', 'bob', now() + interval '1 year', now() + interval '1 year 1 hour')`);
      const { rows } = await client.query('select distinct status from amenity_booking');
      expect(rows).toEqual([{ status: 'REQUESTED' }]);
    });
  });

  it('refuses a booking that ends before it starts, and an unknown status', async () => {
    await withEmptyDatabase(async ({ client }) => {
      await migrate(client);
      const insert =
        "insert into amenity_booking (amenity_id, user_id, start_time, end_time, status) values ('a', 'u', ";
      const wrong = ["now(), now(), 'APPROVED')", "now(), now() + interval '1h', 'approved')"];
      for (const values of wrong) {
        await expect(client.query(insert + values)).rejects.toMatchObject({ code: '23514' });
      }
      await client.query(`${insert} now(), now() + interval '1h', 'CANCELLED')`);
    });
  });

  it('applies again without a change', async () => {
    await withEmptyDatabase(async ({ client }) => {
      await migrate(client);
      const before = await valueOf(client, catalog);
      await migrate(client);
      expect(await valueOf(client, catalog)).toBe(before);
    });
  });

  it('applies statement by statement, outside one transaction', async () => {
    await withEmptyDatabase(async ({ client }) => {
      const source = { file: 'V1', text: await readMigration() };
      const statements = splitStatements(await loadSqlParser(), source);
      expect(statements.length).toBeGreaterThan(60);
      for (const { text } of statements) {
        await client.query(text);
      }
      expect(await valueOf(client, "manage_partitions('amenity_booking_', 12, 1)")).toBe(0);
    });
  });

  it.each(['Odd "schema"; name', 'select', 'ünï', "it's %s"])('works in schema %j', async (schema) => {
    await withEmptyDatabase(async ({ client }) => {
      const quoted = client.escapeIdentifier(schema);
      await client.query(`create schema ${quoted}; set search_path = ${quoted}, public`);
      await migrate(client);
      await client.query('set search_path = public');
      expect(await valueOf(client, `${quoted}.manage_partitions('amenity_booking_', 4, 3)`)).toBe(32);
      expect(await valueOf(client, `select count(*) from ${quoted}.partition_audit_log`)).toBe('56');
      expect(
        await valueOf(client, "select count(*) from pg_class where relnamespace = 'public'::regnamespace"),
      ).toBe('0');
    });
  });

  it('stops when it has no schema', async () => {
    await withEmptyDatabase(async ({ client }) => {
      await client.query('set search_path = nowhere');
      await expect(migrate(client)).rejects.toMatchObject({ code: '3F000' });
    });
  });

  it('pins the search path of every function and describes each', async () => {
    await withEmptyDatabase(async ({ client }) => {
      await migrate(client);
      const { rows } = await client.query<{ signature: string; pinned: boolean; described: boolean }>(
        `select oid::regprocedure::text as signature,
                case
                  when prokind = 'p' and prosrc ~ '\\ycommit;'
                    then position('set_config(''search_path'', ''public, pg_temp'', true)' in prosrc) > 0
                  else coalesce('search_path=public, pg_temp' = any (proconfig), false)
                end as pinned,
                obj_description(oid, 'pg_proc') is not null as described
           from pg_proc where pronamespace = 'public'::regnamespace`,
      );
      expect(rows.length).toBeGreaterThan(20);
      expect(rows.filter((row) => !row.pinned || !row.described)).toEqual([]);
    });
  });

  it('has exactly the public signatures', async () => {
    await withEmptyDatabase(async ({ client }) => {
      await migrate(client);
      const { rows } = await client.query<{ signature: string }>(
        `select format('%s(%s) returns %s', proname, pg_get_function_arguments(oid), pg_get_function_result(oid)) as signature
           from pg_proc where pronamespace = 'public'::regnamespace and proname in ('partition_has_data',
            'drop_empty_future_partitions', 'create_partitions_for_period', 'create_or_update_partitions',
            'manage_partitions') order by 1`,
      );
      const year = 'current_year integer, frequency integer, interval_months integer, partition_prefix text';
      expect(rows.map((row) => row.signature)).toEqual([
        `create_or_update_partitions(${year}) returns integer`,
        `create_partitions_for_period(${year}) returns integer`,
        'drop_empty_future_partitions(partition_prefix text) returns integer',
        'manage_partitions(partition_prefix text, frequency integer, interval_months integer) returns integer',
        'partition_has_data(partition_name text, start_date date) returns boolean',
      ]);
    });
  });
});

describe('on a database in use', () => {
  it.each(['timestamptz', 'timestamp', 'date'])(
    'keeps a table partitioned on a %s as it is',
    async (keyType) => {
      await withEmptyDatabase(async ({ client }) => {
        await client.query(`
        create table amenity (id uuid primary key);
        create table amenity_booking (id bigint, amenity uuid references amenity, start_time ${keyType} not null,
          primary key (id, start_time)) partition by range (start_time);
        comment on table amenity_booking is 'theirs';
        create table b1 partition of amenity_booking for values from ('2024-01-01') to ('2024-07-01');
        insert into amenity_booking values (1, null, '2024-02-29')`);
        const before = await readLayout(client, 'amenity_booking', 'id');
        const indexes = await valueOf(
          client,
          "select count(*) from pg_indexes where tablename = 'amenity_booking'",
        );
        await migrate(client);
        expect(await readLayout(client, 'amenity_booking', 'id')).toEqual(before);
        expect(
          await valueOf(client, "select count(*) from pg_indexes where tablename = 'amenity_booking'"),
        ).toBe(indexes);
        expect(await valueOf(client, "obj_description('amenity_booking'::regclass)")).toBe('theirs');
        expect(await valueOf(client, "create_or_update_partitions(2024, 12, 1, 'amenity_booking_')")).toBe(6);
      });
    },
  );

  it('gives a partitioned table without partitions its first ones', async () => {
    await withEmptyDatabase(async ({ client }) => {
      await client.query(
        'create table amenity_booking (id bigint, start_time date) partition by range (start_time)',
      );
      await migrate(client);
      expect((await readLayout(client, 'amenity_booking', 'id')).partitions).toHaveLength(24);
    });
  });

  it.each([
    ['is a view', "create view amenity_booking as select date '2024-02-29' as start_time"],
    [
      'is partitioned by list',
      'create table amenity_booking (start_time date) partition by list (start_time)',
    ],
    [
      'is partitioned on another column',
      'create table amenity_booking (start_time date, d date) partition by range (d)',
    ],
    [
      'has a key of two columns',
      'create table amenity_booking (start_time date, d date) partition by range (start_time, d)',
    ],
    [
      'has a key that is no time',
      'create table amenity_booking (start_time int) partition by range (start_time)',
    ],
    ['meets another audit log', 'create table partition_audit_log (message text)'],
    ['meets another layout', 'create table partition_layout (gap_before interval)'],
  ])('stops with 55000 and changes nothing when the table %s', async (_, prepare) => {
    await withEmptyDatabase(async ({ client }) => {
      await client.query(prepare);
      const before = await valueOf(client, catalog);
      await expect(client.query(await readMigration())).rejects.toMatchObject({
        code: '55000',
        hint: expect.stringMatching(/then run this migration again|must be/),
        detail: expect.stringMatching(/Nothing was changed/),
      });
      expect(await valueOf(client, catalog)).toBe(before);
    });
  });
});

describe('partition_audit_log', () => {
  it('replays to the catalog', async () => {
    await withPartitionManager(async ({ client }) => {
      await client.query(`
        set timezone = 'UTC';
        create table stay (id integer, starts timestamptz not null) partition by range (starts);
        select manage_partitions('stay', 12, 1);
        insert into stay values (1, '2026-05-05'), (2, '2027-09-09');
        select manage_partitions('stay', 4, 3);
        select create_partitions_for_period(2030, 1, 12, 'stay');
        select manage_partitions('stay', 1, 12);
        select drop_empty_future_partitions('stay');
        select manage_partitions('stay', 6, 2)`);
      const replayed = await client.query(
        `select partition_name, lower_bound, upper_bound from partition_audit_log where parent = 'stay' and action <> 'KEEP'
          group by 1, 2, 3 having sum(case action when 'CREATE' then 1 else -1 end) = 1 order by 1`,
      );
      const there = await client.query(
        `select partition::text as partition_name, lower_bound, upper_bound from partition_ranges('stay') order by 1`,
      );
      expect(there.rows.length).toBeGreaterThan(10);
      expect(replayed.rows).toEqual(there.rows);
    });
  });

  it('says who changed what in which transaction', async () => {
    await withPartitionManager(async ({ client }) => {
      await client.query(
        "set application_name = 'deploy 42'; create table stay (d date) partition by range (d); begin",
      );
      const transaction = await valueOf<string>(client, 'pg_current_xact_id()::text');
      await client.query("select manage_partitions('stay', 1, 12); commit");
      const { rows } = await client.query(
        `select action, parent, partition_schema, partition_name, lower_bound, upper_bound, interval_months,
                role_name = current_user as mine, application_name, transaction_id
           from partition_audit_log where parent = 'stay' order by id limit 1`,
      );
      expect(rows).toEqual([
        {
          action: 'CREATE',
          parent: 'stay',
          partition_schema: 'public',
          partition_name: 'stay_2026_01',
          lower_bound: '2026-01-01',
          upper_bound: '2027-01-01',
          interval_months: 12,
          mine: true,
          application_name: 'deploy 42',
          transaction_id: transaction,
        },
      ]);
    });
  });
});

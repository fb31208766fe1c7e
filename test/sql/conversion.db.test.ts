/** A table in use becomes a partitioned table: every row and all that hangs on the table is there afterwards, and works. */
import { describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { quoteIdentifier } from '../../src/postgres/connection.ts';
import { everything, read, withPartitionColumn, withRole } from './converted-tables.ts';
import { readMigration, withEmptyDatabase, withPartitionManager } from './database.ts';
import { describe as describeLayout, readLayout } from './layout.ts';
import { readTraits } from './table-traits.ts';

const keyTypes = ['timestamptz', 'timestamp', 'date'] as const;
const idTypes = ['text', 'uuid', 'bigint'] as const;

describe('convert_to_partitioned', () => {
  it('keeps all that hangs on the table, and adds the partition column to its keys', async () => {
    await withPartitionManager(async (db) => {
      await withRole(db, async (role) => {
        const { client } = db;
        await client.query(everything(role));
        const before = await readTraits(client, 'stay');
        expect(await read(client, "convert_to_partitioned('stay', 'starts')::text")).toBe('stay');
        expect(await readTraits(client, 'stay')).toEqual(withPartitionColumn(before));
        expect(describeLayout(await readLayout(client, 'stay', 'id'))).toEqual([
          'stay_2024_03 2024-03-01 2026-09-01',
        ]);
        await client.query(
          'drop view odd; drop materialized view stored; drop view deep, v; drop function late',
        );
      });
    });
  });

  it('leaves a table that works as before', async () => {
    await withPartitionManager(async (db) => {
      await withRole(db, async (role) => {
        const { client } = db;
        await client.query(everything(role));
        await client.query(
          "select convert_to_partitioned('stay', 'starts'); select manage_partitions('stay', 12, 1)",
        );
        await client.query('delete from fired');
        await client.query(
          "insert into v (guest, starts, note) values ('bob', '2027-05-05', 'through the view')",
        );
        const { rows } = await client.query(
          "select id, serial_no, doubled, tableoid::regclass::text as partition from stay where guest = 'bob'",
        );
        expect(rows).toEqual([{ id: '250', serial_no: 31, doubled: 2, partition: 'stay_2027_05' }]);
        const fired = await client.query('select name, level from fired order by name');
        expect(fired.rows).toEqual([
          { name: 'a_row', level: 'ROW' },
          { name: 'b_statement', level: 'STATEMENT' },
          { name: 'e_late', level: 'ROW' },
        ]);
        expect(await read(client, 'late()')).toBe('31');
        expect(await read(client, 'stays from deep')).toBe('31');

        await expect(
          client.query('insert into stay (starts, hours) values (now(), 0)'),
        ).rejects.toMatchObject({
          code: '23514',
        });
        await expect(
          client.query("insert into stay (starts, hours) values ('2027-01-01', 100)"),
        ).rejects.toMatchObject({ code: '42501' });
        await client.query('delete from amenity');
        expect(await read(client, 'late()')).toBe('1');
        await client.query('drop table stay cascade');
        expect(await read(client, "to_regclass('stay_serial_no_seq') is null")).toBe(true);
      });
    });
  });

  it('leaves a partition with nothing of its own that would stand in the way of a move', async () => {
    await withPartitionManager(async (db) => {
      await withRole(db, async (role) => {
        const { client } = db;
        await client.query(everything(role));
        await client.query("select convert_to_partitioned('stay', 'starts')");
        expect(await read(client, "partition_keep_reason('stay_2024_03')")).toBe('it holds rows');
        expect(
          await read(client, "json_agg(d) from partition_dependents('stay_2024_03') d where d is not null"),
        ).toBeNull();
        expect(
          await read(
            client,
            `count(*) from pg_constraint k where k.conrelid = 'stay_2024_03'::regclass
                                 and (k.conparentid = 0 and k.contype in ('p', 'u', 'f') or k.conname = 'partition_range')`,
          ),
        ).toBe('0');
        expect(
          await read(
            client,
            `count(*) from pg_index x join pg_class i on i.oid = x.indexrelid
                                  where x.indrelid = 'stay_2024_03'::regclass and not i.relispartition`,
          ),
        ).toBe('0');
        expect(
          await read(
            client,
            `has_table_privilege('${role}', 'stay_2024_03', 'select, insert, delete')
                                 or has_any_column_privilege('${role}', 'stay_2024_03', 'select, insert, update')`,
          ),
        ).toBe(false);
        await client.query('delete from stay');
        expect(await read(client, "partition_keep_reason('stay_2024_03')")).toBeNull();
        await client.query(
          'drop view odd; drop materialized view stored; drop view deep, v; drop function late',
        );
      });
    });
  });

  it.each(keyTypes.flatMap((key) => idTypes.map((id) => [key, id] as const)))(
    'keeps the rows of a table with a %s and a key of %s where they lie',
    async (keyType, idType) => {
      await withPartitionManager(async ({ client }) => {
        const id = { text: "'b' || n", uuid: 'gen_random_uuid()', bigint: 'n' }[idType];
        await client.query(`
          set timezone = 'Pacific/Auckland';
          create table stay (id ${idType} primary key, starts ${keyType});
          insert into stay select ${id}, (timestamptz '2025-11-30 23:59:59.999999+00' at time zone 'UTC')::${keyType}
            + n * interval '1 day' from generate_series(0, 100) n`);
        const rows = 'json_agg(s.* order by s.id)::text from stay s';
        const before = await read(client, rows);
        const file = await read(client, "pg_relation_filenode('stay')");
        await client.query("select convert_to_partitioned('stay', 'starts')");
        expect(await read(client, rows)).toBe(before);
        expect(await read(client, "pg_relation_filenode('stay_2025_11')")).toBe(file);
        const layout = await readLayout(client, 'stay', 'id');
        const local = { timestamptz: '2025-11', timestamp: '2025-11', date: '2025-11' }[keyType];
        expect(describeLayout(layout)[0]).toMatch(new RegExp(`^stay_2025_11 ${local}-\\S+ 2026-04-01$`));
        await client.query("select manage_partitions('stay', 4, 3)");
        const { partitions } = await readLayout(client, 'stay', 'id');
        expect(partitions.map((p) => p.name).slice(0, 3)).toEqual([
          'stay_2025_11',
          'stay_2026_04',
          'stay_2026_07',
        ]);
      });
    },
  );

  it('leaves a partition that is split into intervals online', async () => {
    await withPartitionManager(async (db) => {
      await withRole(db, async (role) => {
        const { client } = db;
        await client.query(everything(role));
        const rows = 'json_agg(s.* order by s.id)::text from stay s';
        await client.query('alter table stay no force row level security');
        const before = await read(client, rows);
        await client.query("select convert_to_partitioned('stay', 'starts')");
        const traits = await readTraits(client, 'stay');
        await client.query('delete from fired');
        await client.query("call split_partition('stay_2024_03', 4, 3)");
        expect(await read(client, rows)).toBe(before);
        expect((await readLayout(client, 'stay', 'id')).partitions.map((p) => p.rows)).toEqual([
          1, 3, 3, 3, 3, 3, 3, 3, 3, 3, 2,
        ]);
        expect(await read(client, 'count(*) from fired')).toBe('0');
        expect(await readTraits(client, 'stay')).toEqual(traits);
        await client.query("insert into stay (starts) values ('2024-12-24')");
        await client.query(
          'drop view odd; drop materialized view stored; drop view deep, v; drop function late',
        );
      });
    });
  });

  it.each(['a superuser', 'a member of the owner'])('keeps the owner where %s calls it', async (caller) => {
    await withPartitionManager(async (db) => {
      await withRole(db, async (role) => {
        const { client, connectAsSuperuser } = db;
        const superuser = await connectAsSuperuser();
        const owner = await read<string>(client, 'current_user::text');
        await client.query(everything('public').replace('with grant option', ''));
        const before = await readTraits(client, 'stay');
        await superuser.query(`
          grant ${quoteIdentifier(owner)} to ${role};
          grant usage, create on schema public to ${role};
          alter role ${role} set search_path = public`);
        if (caller !== 'a superuser') await superuser.query(`set role ${role}`);
        await superuser.query("select convert_to_partitioned('stay', 'starts')");
        await superuser.query('reset role');
        expect(await readTraits(client, 'stay')).toEqual(withPartitionColumn(before));
        await client.query("select manage_partitions('stay', 12, 1)");
        await client.query(
          'drop view odd; drop materialized view stored; drop view deep, v; drop function late',
        );
      });
    });
  });

  it('gives an empty table the current month', async () => {
    await withPartitionManager(async ({ client }) => {
      await client.query(
        "create table stay (id integer, starts date); select convert_to_partitioned('stay', 'starts')",
      );
      expect(describeLayout(await readLayout(client, 'stay', 'id'))).toEqual([
        'stay_2026_06 2026-06-01 2026-07-01',
      ]);
      await expect(client.query('insert into stay values (1, null)')).rejects.toMatchObject({
        code: '23514',
      });
    });
  });

  it('takes one table after the other in a session, whether their columns may be null or not', async () => {
    await withPartitionManager(async ({ client }) => {
      await client.query(`create table loose (starts date); create table strict (starts date not null);
                          select convert_to_partitioned('loose', 'starts')`);
      expect(await read(client, "convert_to_partitioned('strict', 'starts')::text")).toBe('strict');
    });
  });

  it('finds a table in another schema as SQL would', async () => {
    await withPartitionManager(async ({ client }) => {
      await client.query(`
        create schema sales; create table sales."Stay" (id int primary key, starts date);
        create view sales.v as select * from sales."Stay";
        insert into sales."Stay" values (1, '2026-02-03')`);
      expect(await read(client, `convert_to_partitioned('sales."Stay"', 'starts')::text`)).toBe(
        'sales."Stay"',
      );
      expect(await read(client, 'tableoid::regclass::text from sales."Stay"')).toBe('sales."Stay_2026_02"');
      expect(await read(client, 'count(*) from sales.v')).toBe('1');
    });
  });

  it('records the conversion and the attachment', async () => {
    await withPartitionManager(async ({ client }) => {
      await client.query(`
        create table stay (id int primary key, starts date); insert into stay values (1, '2026-02-03');
        select convert_to_partitioned('stay', 'starts'); select convert_to_partitioned('stay', 'starts')`);
      const { rows } = await client.query(
        "select action, partition_name, lower_bound, upper_bound, rows_moved, detail from partition_audit_log where parent = 'stay' order by id",
      );
      const range = {
        partition_name: 'stay_2026_02',
        lower_bound: '2026-02-01',
        upper_bound: '2026-03-01',
        rows_moved: null,
      };
      expect(rows).toEqual([
        {
          action: 'CONVERT',
          ...range,
          detail: expect.stringMatching(/^partitioned by range \(starts\); no row copied/),
        },
        { action: 'ATTACH', ...range, detail: 'the table as it was before the conversion' },
      ]);
    });
  });
});

const bookings = `
  create table amenity_booking (booking_id uuid primary key default gen_random_uuid(), amenity_id text, start_time timestamptz);
  insert into amenity_booking (amenity_id, start_time)
    select 'pool', date_trunc('month', now() at time zone 'UTC') at time zone 'UTC' + n * interval '1 month'
      from generate_series(-2, 2) n;`;

async function migrate(client: pg.Client): Promise<void> {
  await client.query(`begin; ${await readMigration()}; commit`);
}

describe('the migration', () => {
  it('converts an amenity_booking in use and fills this year and the next around it', async () => {
    await withEmptyDatabase(async ({ client }) => {
      await client.query(bookings);
      await migrate(client);
      const { partitions, keys } = await readLayout(client, 'amenity_booking', 'booking_id');
      expect(keys).toHaveLength(5);
      expect(partitions.filter((p) => p.rows > 0)).toHaveLength(1);
      await client.query(`insert into amenity_booking (start_time)
        select date_trunc('year', now() at time zone 'UTC') at time zone 'UTC' + n * interval '1 month' from generate_series(0, 23) n`);
      expect(await read(client, 'count(*) from amenity_booking')).toBe('29');
    });
  });

  it('changes nothing when it is applied again', async () => {
    await withEmptyDatabase(async ({ client }) => {
      await client.query(bookings);
      await migrate(client);
      const catalog = `json_agg(json_build_array(c.oid::text, c.relname, c.relkind) order by c.oid)::text
                         from pg_class c where c.relnamespace = 'public'::regnamespace`;
      const [before, log] = [
        await read(client, catalog),
        await read(client, 'count(*) from partition_audit_log'),
      ];
      await migrate(client);
      expect(await read(client, catalog)).toBe(before);
      expect(await read(client, 'count(*) from partition_audit_log')).toBe(log);
    });
  });

  it('undoes all of it when it fails half-way', async () => {
    await withEmptyDatabase(async ({ client }) => {
      await client.query(bookings);
      const month = await read<string>(
        client,
        "to_char((now() at time zone 'UTC') - interval '2 months', '_YYYY_MM')",
      );
      await client.query(
        `create table amenity_booking${month} (); create table amenity_booking${month}_01 ()`,
      );
      const before = await readTraits(client, 'amenity_booking');
      await expect(migrate(client)).rejects.toMatchObject({ code: '42P07' });
      await client.query('rollback');
      expect(await readTraits(client, 'amenity_booking')).toEqual(before);
      expect(await read(client, 'count(*) from amenity_booking')).toBe('5');
      expect(await read(client, "to_regclass('partition_audit_log') is null")).toBe(true);
    });
  });
});

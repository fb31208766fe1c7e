/** A table in use becomes a partitioned table: every row and all that hangs on the table is there afterwards, and works. */
import { describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { quoteIdentifier, quoteLiteral } from '../../src/postgres/connection.ts';
import { readMigration, withEmptyDatabase, withPartitionManager, type TestDatabase } from './database.ts';
import { describe as describeLayout, readLayout, valueOf } from './layout.ts';
import { readTraits } from './table-traits.ts';

/** The only value that a query returns. */
function read<T>(client: pg.Client, list: string): Promise<T> {
  return valueOf(client, `select ${list}`);
}

const keyTypes = ['timestamptz', 'timestamp', 'date'] as const;
const idTypes = ['text', 'uuid', 'bigint'] as const;

/** Roles belong to the whole server: each test has its own, and drops it. */
let roles = 0;
async function withRole(db: TestDatabase, body: (role: string) => Promise<void>): Promise<void> {
  const superuser = await db.connectAsSuperuser();
  const role = `conversion_reader_${(roles += 1)}`;
  await superuser.query(`create role ${role}`);
  try {
    await body(role);
  } finally {
    await superuser.query(`drop owned by ${role}; drop role ${role}`);
  }
}

/** A table with all that can hang on one; `gone` is dropped, so that columns have other numbers than in a new table. */
function everything(role: string): string {
  return `
    create table amenity (id int primary key);
    insert into amenity values (1), (2);
    create table stay (
      gone integer,
      id bigint generated always as identity (start 100 increment 5),
      serial_no serial,
      amenity_id integer constraint stay_amenity references amenity on delete cascade,
      guest text not null default 'ann',
      starts timestamptz,
      hours integer not null default 1 constraint stay_hours check (hours > 0),
      doubled integer generated always as (hours * 2) stored,
      note text collate "C",
      constraint stay_pkey primary key (id),
      constraint one_note unique (guest, note) include (hours),
      constraint late_number unique (serial_no, starts) deferrable initially deferred
    );
    alter table stay drop column gone, replica identity using index stay_pkey,
      alter note set storage external, alter note set statistics 77, alter guest set (n_distinct = -0.5);
    create index stay_guest_idx on stay (guest, starts desc) where hours > 0;
    create index weird on stay using hash (guest);
    create unique index stay_lower on stay (lower(note) desc, guest collate "C") with (fillfactor = 70) where note <> '';
    create unique index with_starts on stay (starts, note);
    create statistics stay_statistics (dependencies) on guest, amenity_id from stay;
    alter statistics stay_statistics set statistics 50;
    comment on table stay is 'It''s stays';
    comment on column stay.note is 'a note';
    comment on index weird is 'an index';
    comment on index one_note is 'its index';
    comment on constraint one_note on stay is 'a key';
    comment on constraint stay_hours on stay is 'a check';
    comment on constraint stay_amenity on stay is 'a foreign key';
    comment on statistics stay_statistics is 'statistics';
    comment on sequence stay_id_seq is 'numbers';
    create table fired (name text, level text);
    create function fire() returns trigger language plpgsql as
      'begin insert into fired values (tg_name, tg_level); return new; end';
    create trigger a_row before insert on stay for each row when (new.hours > 0) execute function fire();
    create trigger b_statement after insert on stay execute function fire();
    create trigger c_off after insert on stay for each row execute function fire();
    create trigger d_replica after insert on stay for each row execute function fire();
    create constraint trigger e_late after insert on stay deferrable initially deferred
      for each row execute function fire();
    alter table stay disable trigger c_off, enable replica trigger d_replica, enable always trigger b_statement;
    comment on trigger a_row on stay is 'a trigger';
    create view v with (security_barrier) as
      select id, guest, starts, note from stay where hours > 0 with cascaded check option;
    create view deep as select count(*) as stays from v;
    create materialized view stored as select * from deep;
    create view odd as select *, (select max(s.starts) from stay s where s.id = t.id) as latest from stay t;
    comment on view v is 'a view';
    create function late() returns bigint language sql begin atomic select count(*) from stay; end;
    grant select, insert (note), update (note, hours) on stay to ${role} with grant option;
    grant select on stay to public;
    grant select on v, odd to ${role};
    grant execute on function late to ${role};
    revoke truncate on stay from current_user;
    grant usage on sequence stay_id_seq to ${role};
    alter default privileges grant delete on tables to ${role};
    alter table stay enable row level security, force row level security;
    create policy p on stay for select to ${role}, current_user using (guest <> 'eve');
    create policy q on stay as restrictive using (true) with check (hours < 100);
    create policy r on stay using (true);
    comment on policy p on stay is 'a policy';
    insert into stay (guest, starts, note, amenity_id)
      select 'guest ' || n, '2024-02-29 23:00+00'::timestamptz + n * interval '1 month', n, 1 from generate_series(1, 30) n`;
}

/** What the keys of the table above become: the one difference there may be. */
function withPartitionColumn(traits: unknown): unknown {
  const text = JSON.stringify(traits)
    .replaceAll('PRIMARY KEY (id)', 'PRIMARY KEY (id, starts)')
    .replaceAll('btree (id)', 'btree (id, starts)')
    .replaceAll('(guest, note) INCLUDE', '(guest, note, starts) INCLUDE')
    .replaceAll(', guest COLLATE \\"C\\") WITH', ', guest COLLATE \\"C\\", starts) WITH')
    .replace('"starts","timestamp with time zone",false', '"starts","timestamp with time zone",true');
  return JSON.parse(text);
}

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

  it('scans nothing under its exclusive lock where the table was prepared', async () => {
    await withPartitionManager(async ({ client }) => {
      await client.query(`
        create table stay (id integer primary key, code text unique, starts timestamptz);
        insert into stay values (1, 'a', '2025-05-05'), (2, 'b', '2026-06-06')`);
      const prepare = "select s as statement from conversion_preparation('stay', 'starts') s";
      const { rows } = await client.query<{ statement: string }>(prepare);
      expect(rows).toHaveLength(4);
      for (const { statement } of rows) await client.query(statement);
      expect((await client.query(prepare)).rows).toEqual([]);

      const notices: string[] = [];
      client.on('notice', ({ message }) => notices.push(message ?? ''));
      const indexes =
        'array_agg(indexrelid::text order by indexrelid) from pg_index where indisunique and indrelid =';
      const made = await read<string[]>(client, `${indexes} 'stay'::regclass`);
      await client.query('set client_min_messages = debug1');
      await client.query("select convert_to_partitioned('stay', 'starts')");
      await client.query('reset client_min_messages');
      expect(notices.filter((notice) => /^(verifying|rewriting) table "stay/.test(notice))).toEqual([]);
      expect(notices.filter((notice) => /implied by existing constraints/.test(notice))).not.toEqual([]);
      expect(made).toEqual(
        expect.arrayContaining(await read<string[]>(client, `${indexes} 'stay_2025_05'::regclass`)),
      );
      expect(describeLayout(await readLayout(client, 'stay', 'id'))).toEqual([
        'stay_2025_05 2025-05-01 2028-01-01',
      ]);
      expect(await read(client, "count(*) from pg_constraint where conname = 'partition_range'")).toBe('0');
    });
  });

  it('scans once under its exclusive lock where the table was not prepared', async () => {
    await withPartitionManager(async ({ client }) => {
      await client.query(`
        create table stay (id integer primary key, starts timestamptz);
        insert into stay values (1, '2025-05-05'); set client_min_messages = debug1`);
      const notices: string[] = [];
      client.on('notice', ({ message }) => notices.push(message ?? ''));
      await client.query("select convert_to_partitioned('stay', 'starts')");
      await client.query('reset client_min_messages');
      expect(notices.filter((notice) => /^(verifying|rewriting) table "stay/.test(notice))).toHaveLength(1);
    });
  });

  it.each([
    ['select'],
    [`Stay "2026"; drop`],
    [`it's %I %s`],
    ['ü'.repeat(27)],
    ['x'.repeat(55)],
    ['$$ \\ $sql$'],
  ])('converts a table named %j with a column, key, index and trigger named so', async (name) => {
    await withEmptyDatabase(async ({ client }) => {
      const quoted = quoteIdentifier(name);
      await client.query(`
        create schema ${quoted}; set search_path = ${quoted};
        create table ${quoted} (id serial, ${quoted} timestamptz, constraint "key of ${name.slice(0, 9).replaceAll('"', '""')}"
          primary key (id), check (${quoted} > '2000-01-01'));
        create index on ${quoted} (${quoted});
        create statistics ${quoted} on id, ${quoted} from ${quoted};
        create view v as select * from ${quoted};
        create function f() returns trigger language plpgsql as 'begin return new; end';
        create trigger ${quoted} before insert on ${quoted} for each row execute function f();
        create policy ${quoted} on ${quoted} using (${quoted} is not null);
        insert into ${quoted} (${quoted}) values ('2026-02-03')`);
      await client.query(`begin; ${await readMigration()}; commit`);
      await client.query('set search_path = public');
      const convert = `${quoted}.convert_to_partitioned(${quoteLiteral(name)}, ${quoteLiteral(name)})`;
      const converted = await read<string>(client, `${convert}::oid::text`);
      expect(await read(client, `${quoteLiteral(`${quoted}.${quoted}`)}::regclass::oid::text`)).toBe(
        converted,
      );
      expect(await read(client, `count(*) from ${quoted}.v`)).toBe('1');
      expect(
        await read(
          client,
          `relname from pg_class where oid = (select inhrelid from pg_inherits where inhparent = ${converted}
                               and inhrelid in (select oid from pg_class where relkind = 'r'))`,
        ),
      ).toBe(`${name}_2026_02`);
      expect(await read(client, `${convert}::oid::text`)).toBe(converted);
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

  it('takes a free name where the partition, an index or a statistics object finds its own taken', async () => {
    await withPartitionManager(async ({ client }) => {
      await client.query(
        `
        create table stay (id int primary key, starts date);
        create index x on stay (id); create index stay_x on stay (starts);
        create index ${'i'.repeat(63)} on stay (starts, id);
        create table stay_2026_02 (); create index stay_2026_02_01_pkey on pg_temp.t (i) `.replace(
          / create index stay_2026_02_01_pkey.*$/,
          '; create table stay_2026_02_01_pkey ();',
        ) + "insert into stay values (1, '2026-02-03'); select convert_to_partitioned('stay', 'starts')",
      );
      expect(
        await read(
          client,
          "json_agg(indexrelid::regclass::text order by 1) from pg_index where indrelid = 'stay'::regclass",
        ),
      ).toHaveLength(4);
      expect(await read(client, "count(*) from pg_index where indrelid = 'stay_2026_02_01'::regclass")).toBe(
        '4',
      );
    });
  });

  it('makes a foreign key that points at a key with the partition column again', async () => {
    await withPartitionManager(async ({ client }) => {
      await client.query(`
        create table stay (id int, starts date, primary key (id, starts));
        create table invoice (stay_id int, starts date,
          constraint invoice_stay foreign key (stay_id, starts) references stay on delete cascade deferrable);
        comment on constraint invoice_stay on invoice is 'kept';
        insert into stay values (1, '2026-02-03'), (2, '2026-02-03');
        insert into invoice values (1, '2026-02-03')`);
      const before = await readTraits(client, 'stay');
      await client.query("select convert_to_partitioned('stay', 'starts')");
      expect(await readTraits(client, 'stay')).toEqual(before);
      await expect(client.query("insert into invoice values (3, '2026-02-03')")).rejects.toMatchObject({
        code: '23503',
      });
      await client.query('delete from stay where id = 1');
      expect(await read(client, 'count(*) from invoice')).toBe('0');
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

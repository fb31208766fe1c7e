/** What a conversion could not keep is refused by name before anything changes. */
import { describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { quoteLiteral } from '../../src/postgres/connection.ts';
import { withPartitionManager } from './database.ts';
import { valueOf } from './layout.ts';

/** Every object there is, every dependency, and every row of the table. */
async function fingerprint(client: pg.Client): Promise<unknown> {
  const { rows } = await client.query<{ catalog: string }>(
    `select json_build_array(
       (select md5(string_agg(c::text, ',' order by c.oid)) from (
          select oid, relname, relnamespace, relkind, relowner, relacl::text, relrowsecurity, relforcerowsecurity,
                 reloptions::text from pg_class where relnamespace <> all (array['pg_catalog', 'pg_toast']::regnamespace[])) c),
       (select md5(string_agg(k::text, ',' order by k.oid)) from pg_constraint k),
       (select md5(string_agg(g::text, ',' order by g.oid)) from pg_trigger g),
       (select md5(string_agg(d::text, ',' order by d::text)) from pg_depend d),
       (select count(*) from partition_audit_log)) as catalog`,
  );
  return rows[0]?.catalog;
}

const table = `
  create table stay (id integer primary key, code text, starts timestamptz);
  insert into stay values (1, 'a', '2026-02-03');`;

interface Refusal {
  readonly message?: RegExp;
  readonly detail: RegExp;
  readonly hint: RegExp;
}

async function expectRefusal(
  client: pg.Client,
  code: string,
  refusal: Refusal,
  name = 'stay',
): Promise<void> {
  const before = await fingerprint(client);
  const call = `convert_to_partitioned(${quoteLiteral(name)}, 'starts')`;
  await expect(client.query(`select ${call}`)).rejects.toMatchObject({
    code,
    ...(refusal.message ? { message: expect.stringMatching(refusal.message) } : {}),
    detail: expect.stringMatching(refusal.detail),
    hint: expect.stringMatching(refusal.hint),
  });
  expect(await fingerprint(client)).toEqual(before);
}

describe('convert_to_partitioned refuses with 55000, and changes nothing, a table', () => {
  it.each([
    [
      'to whose key a foreign key points',
      'create table r (i int constraint r_stay references stay)',
      /foreign key r_stay of table r points at a key without starts/,
    ],
    [
      'whose foreign key points at itself',
      'alter table stay add parent int constraint mine references stay',
      /foreign key mine points at the table itself/,
    ],
    [
      'that a materialized view reads',
      'create materialized view m as select * from stay',
      /materialized view m/,
    ],
    ['with a rule', 'create rule no as on delete to stay do instead nothing', /rule no on table stay/],
    [
      'that a rule of another table names',
      'create table o (i int); create rule r as on insert to o do also delete from stay',
      /rule r on table o/,
    ],
    [
      'with an exclusion constraint',
      'alter table stay add constraint apart exclude using btree (code with =)',
      /index apart is an exclusion constraint/,
    ],
    [
      'whose rows a function takes',
      "create function f(stay) returns int language sql as 'select 1'",
      /function f\(stay\)/,
    ],
    [
      'whose rows a function returns',
      "create function f() returns setof stay language sql as 'select * from stay'",
      /function f\(\)/,
    ],
    ['whose type a column has', 'create table r (s stay[])', /column s of table r/],
    ['whose type a view gives out', 'create view w as select s from stay s', /column s of view w/],
    [
      'whose primary key a view groups by',
      'create view w as select id, code from stay group by id',
      /In the way: view w\. /,
    ],
    [
      'whose primary key a function groups by',
      'create function f() returns setof text begin atomic select code from stay group by id; end',
      /function f\(\)/,
    ],
    [
      "that another table's policy reads",
      'create table o (i int); create policy p on o using (exists (select from stay))',
      /policy p on table o/,
    ],
    [
      'with a table that inherits from it',
      'create table heir () inherits (stay)',
      /table heir inherits from it/,
    ],
    [
      'that inherits',
      'create table forebear (id integer not null); alter table stay inherit forebear',
      /it inherits from forebear/,
    ],
    [
      'of a type',
      'create type y as (id integer, code text, starts timestamptz); alter table stay of y',
      /it is of type y/,
    ],
    ['that is unlogged', 'alter table stay set unlogged', /it is unlogged/],
    [
      'with a check that is not valid',
      'alter table stay add constraint c check (id > 0) not valid',
      /constraint c is not valid/,
    ],
    [
      'with a check that is not inherited',
      'alter table stay add constraint c check (id > 0) no inherit',
      /constraint c is not inherited/,
    ],
    [
      'with a foreign key that is not valid',
      'create table o (i int primary key); alter table stay add constraint c foreign key (id) references o not valid',
      /constraint c is not valid/,
    ],
    [
      'with transition tables for each row',
      "create function f() returns trigger language plpgsql as 'begin return null; end'; create trigger g after insert on stay referencing new table as n for each row execute function f()",
      /trigger g is for each row and has transition tables/,
    ],
    [
      'whose identity another default uses',
      "alter table stay alter id add generated by default as identity; create table o (i int default nextval('stay_id_seq'))",
      /default value for column i of table o/,
    ],
    [
      'of which a view reads no heirs',
      'create view w as select count(*) from only stay',
      /view w reads only the table itself/,
    ],
    [
      'of which a function deletes no heirs',
      'create function f() returns void begin atomic delete from only stay; end',
      /function f\(\) reads only the table itself/,
    ],
    [
      'of which a policy reads no heirs',
      'create policy p on stay using (exists (select from only stay))',
      /policy p reads only the table itself/,
    ],
    ['that a temporary view reads', 'create temp view w as select * from stay', /In the way: view w\. /],
    [
      'with a constraint partition_range without end',
      "alter table stay add constraint partition_range check (starts >= '2000-01-01' and starts < 'infinity')",
      /partition_range is no range/,
    ],
    [
      'with a constraint partition_range that begins after its end',
      "delete from stay; alter table stay add constraint partition_range check (starts >= '2027-01-01' and starts < '2026-01-01')",
      /partition_range is no range/,
    ],
    [
      'with another constraint partition_range',
      "alter table stay add constraint partition_range check (starts > '2000-01-01')",
      /partition_range is no range/,
    ],
    [
      'with rows without a time',
      "insert into stay values (2, 'b', null), (3, 'c', null)",
      /starts is null in 2 rows/,
    ],
    [
      'with rows at infinity',
      "insert into stay values (2, 'b', 'infinity'), (3, 'b', '-infinity')",
      /infinite in 2/,
    ],
    [
      'with rows before the year 1',
      "insert into stay values (2, 'b', '0044-03-15 BC')",
      /outside of the years 1 to 9998 in 1\./,
    ],
    [
      'with rows after the year 9998',
      "insert into stay values (2, 'b', '9999-01-01 00:00+00')",
      /outside of the years 1 to 9998 in 1\./,
    ],
    [
      'with a key column of another type',
      'alter table stay alter starts type text',
      /the partition column starts is of type text/,
    ],
    [
      'with a generated key column',
      "alter table stay drop starts, add starts timestamp generated always as (timestamp '2026-01-01' + id * interval '1 day') stored",
      /the partition column starts is generated/,
    ],
  ])('%s', async (_, prepare, detail) => {
    await withPartitionManager(async ({ client }) => {
      await client.query(`${table} ${prepare}`);
      await expectRefusal(client, '55000', { detail, hint: /./ });
      await expectRefusal(client, '55000', { detail: /Nothing was changed\.$/, hint: /./ });
    });
  });

  it('with an index that a concurrent build left invalid', async () => {
    await withPartitionManager(async ({ client }) => {
      await client.query(`${table} insert into stay values (2, 'a', '2026-02-03')`);
      await expect(
        client.query('create unique index concurrently broken on stay (code)'),
      ).rejects.toMatchObject({
        code: '23505',
      });
      await expectRefusal(client, '55000', { detail: /index broken is invalid/, hint: /Drop the index/ });
    });
  });

  it.each([
    [
      'itself',
      'for table stay',
      /publication of table stay in publication news/,
      /publish_via_partition_root/,
    ],
    [
      'among all, each partition by its own name',
      'for all tables',
      /publication news publishes every partition/,
      /publish_via_partition_root/,
    ],
  ])('that is published: %s', async (_, what, detail, hint) => {
    await withPartitionManager(async ({ client, connectAsSuperuser }) => {
      await client.query(table);
      const superuser = await connectAsSuperuser();
      await superuser.query(`create publication news ${what}`);
      await expectRefusal(client, '55000', { detail, hint });
      await superuser.query(
        `drop publication news; create publication news for all tables with (publish_via_partition_root)`,
      );
      await client.query("select convert_to_partitioned('stay', 'starts')");
    });
  });

  it('that Citus distributes', async () => {
    await withPartitionManager(async ({ client, connectAsSuperuser }) => {
      await client.query(table);
      const superuser = await connectAsSuperuser();
      await superuser.query(`
        set allow_system_table_mods = on;
        create table pg_catalog.pg_dist_partition (logicalrelid regclass);
        grant select on pg_catalog.pg_dist_partition to public;
        insert into pg_catalog.pg_dist_partition values ('stay')`);
      await expectRefusal(client, '55000', { detail: /Citus distributes it/, hint: /^Undistribute it/ });
    });
  });

  it("of which an extension's object is part", async () => {
    await withPartitionManager(async ({ client, connectAsSuperuser }) => {
      await client.query(`${table} create index by_code on stay (code)`);
      const superuser = await connectAsSuperuser();
      await superuser.query(
        'create extension btree_gist; alter index by_code depends on extension btree_gist',
      );
      await expectRefusal(client, '55000', { detail: /extension btree_gist/, hint: /./ });
    });
  });

  it('that a view of another owner reads', async () => {
    await withPartitionManager(async ({ client, connectAsSuperuser }) => {
      await client.query(table);
      const superuser = await connectAsSuperuser();
      await superuser.query('create view theirs as select * from stay');
      await expectRefusal(client, '55000', {
        detail: /view theirs belongs to role/,
        hint: /member of all these owners/,
      });
    });
  });

  it('for all reasons at once', async () => {
    await withPartitionManager(async ({ client }) => {
      await client.query(
        `${table} create materialized view m as select * from stay; create rule no as on delete to stay do instead nothing`,
      );
      await expectRefusal(client, '55000', {
        detail: /materialized view m; rule no on table stay\. Nothing/,
        hint: /^Drop what depends/,
      });
    });
  });
});

describe('convert_to_partitioned refuses', () => {
  it.each([
    ['22004', 'null', 'starts'],
    ['42P01', "'nowhere'", 'starts'],
    ['42P01', "''", 'starts'],
    ['42P01', "'16384'", 'starts'],
    ['42703', "'stay'", 'nothing'],
    ['42809', "'w'", 'starts'],
    ['42809', "'done'", 'other'],
    ['42622', `'${'x'.repeat(56)}'`, 'starts'],
  ])('with %s the name %s and column %s', async (code, name, column) => {
    await withPartitionManager(async ({ client }) => {
      await client.query(`${table}
        create view w as select * from stay; create table ${'x'.repeat(56)} (starts date);
        create table done (starts date, other date) partition by range (starts)`);
      const before = await fingerprint(client);
      await expect(client.query(`select convert_to_partitioned(${name}, '${column}')`)).rejects.toMatchObject(
        { code },
      );
      expect(await fingerprint(client)).toEqual(before);
    });
  });

  it('with 42501 a table of another owner', async () => {
    await withPartitionManager(async ({ client, connectAsSuperuser }) => {
      const superuser = await connectAsSuperuser();
      await superuser.query('create table stay (starts date); grant all on stay to public');
      await expect(client.query("select convert_to_partitioned('stay', 'starts')")).rejects.toMatchObject({
        code: '42501',
        hint: expect.stringMatching(/member of that role/),
      });
    });
  });

  it('with 55006 a table whose deferred triggers have yet to fire in the same transaction', async () => {
    await withPartitionManager(async ({ client }) => {
      await client.query(`${table}
        create function f() returns trigger language plpgsql as 'begin return null; end';
        create constraint trigger late after insert on stay deferrable initially deferred for each row execute function f()`);
      await client.query('begin');
      await client.query("insert into stay values (2, 'b', '2026-02-03')");
      await expect(client.query("select convert_to_partitioned('stay', 'starts')")).rejects.toMatchObject({
        code: '55006',
      });
      await client.query('rollback');
    });
  });

  it('with 25000 what a snapshot from before might hide', async () => {
    await withPartitionManager(async ({ client }) => {
      await client.query(`${table} `);
      await client.query('begin isolation level repeatable read');
      await expect(client.query("select convert_to_partitioned('stay', 'starts')")).rejects.toMatchObject({
        code: '25000',
      });
      await client.query('rollback');
      expect(await valueOf(client, "select relkind from pg_class where oid = 'stay'::regclass")).toBe('r');
    });
  });

  it('with PM001 outside of the maintenance window', async () => {
    await withPartitionManager(async ({ client }) => {
      await client.query(`${table} set partition_guard.maintenance_window = 'Sun 01:00-02:00 UTC'`);
      await expectRefusal(client, 'PM001', { detail: /Nothing was changed/, hint: /./ });
    });
  });
});

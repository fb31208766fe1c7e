/** What must not be dropped stays and is filled around; what stands in the way is named before anything changes. */
import { expect, it } from '@jest/globals';
import type pg from 'pg';
import { withPartitionManager, type TestDatabase } from './database.ts';
import { describe, expectRightChange, readLayout, valueOf } from './layout.ts';

const window: [string, string] = ['2026-01-01', '2028-01-01'];

function withStays(body: (db: TestDatabase) => Promise<void>): Promise<void> {
  return withPartitionManager(async (db) => {
    await db.client.query(`
      set timezone = 'UTC';
      create table stay (id integer, starts timestamptz, note text, unique (id, starts)) partition by range (starts)`);
    await body(db);
  });
}

async function errorOf(client: pg.Client, sql: string): Promise<pg.DatabaseError> {
  const outcome = await client.query(sql).then(
    () => undefined,
    (error: unknown) => error as pg.DatabaseError,
  );
  if (outcome === undefined) {
    throw new Error(`no error from: ${sql}`);
  }
  return outcome;
}

/** Monthly partitions, something done to February, then quarters: February must stay and be reported. */
async function expectFebruaryKept(db: TestDatabase, prepare: string, reason: RegExp): Promise<void> {
  const { client } = db;
  await client.query("select manage_partitions('stay', 12, 1)");
  await client.query(prepare);
  const before = await readLayout(client, 'stay', 'id');
  const notices: string[] = [];
  client.on('notice', (notice) => notices.push(notice.message ?? ''));
  await client.query("select manage_partitions('stay', 4, 3)");
  const after = await readLayout(client, 'stay', 'id');

  expectRightChange(before, after, 3, window);
  const february = before.partitions.find((p) => p.name === 'stay_2026_02');
  expect(after.partitions).toContainEqual(february);
  expect(after.partitions).toHaveLength(10);
  expect(notices.filter((notice) => reason.test(notice))).toHaveLength(1);
  const kept = await client.query<{ partition_name: string; detail: string }>(
    "select partition_name, detail from partition_audit_log where action = 'KEEP'",
  );
  expect(kept.rows).toEqual([{ partition_name: 'stay_2026_02', detail: expect.stringMatching(reason) }]);

  expect(await valueOf(client, "manage_partitions('stay', 4, 3)")).toBe(0);
  expect(await readLayout(client, 'stay', 'id')).toEqual(after);
}

it.each([
  ['a view reads it', 'create view v as select id from stay_2026_02', /view v/],
  ['a materialized view reads it', 'create materialized view v as select id from stay_2026_02', /view v/],
  [
    'a foreign key points at it alone',
    'create table r (i int, s timestamptz, foreign key (i, s) references stay_2026_02 (id, starts))',
    /constraint .* on table r/,
  ],
  [
    'a function takes its rows',
    "create function f(stay_2026_02) returns int language sql as 'select 1'",
    /function f/,
  ],
  ['a column is of its type', 'create table r (s stay_2026_02[])', /column s of table r/],
  ['it has a trigger of its own', triggerOn('stay_2026_02'), /triggers of its own/],
  ['it has row security', 'alter table stay_2026_02 enable row level security', /row security of its own/],
  ['it holds rows', "insert into stay values (1, '2026-02-14')", /it holds rows/],
])('keeps an off-interval partition when %s', async (_, prepare, reason) => {
  await withStays((db) => expectFebruaryKept(db, prepare, reason));
});

function triggerOn(table: string): string {
  return `create function t() returns trigger language plpgsql as 'begin return new; end';
    create trigger t before insert on ${table} for each row execute function t()`;
}

it('keeps an off-interval partition that a publication names', async () => {
  await withStays(async (db) => {
    const superuser = await db.connectAsSuperuser();
    await db.client.query("select manage_partitions('stay', 12, 1)");
    await superuser.query('create publication p for table stay_2026_02');
    await expectFebruaryKept(db, 'select', /publication p/);
  });
});

it('keeps partitions that are partitioned themselves, empty or not', async () => {
  await withStays(async ({ client }) => {
    await client.query(`
      create table sub partition of stay for values from ('2026-02-01') to ('2026-03-01') partition by hash (id);
      create table sub_0 partition of sub for values with (modulus 1, remainder 0)`);
    const before = await readLayout(client, 'stay', 'id');
    await client.query("select manage_partitions('stay', 4, 3)");
    const after = await readLayout(client, 'stay', 'id');
    expectRightChange(before, after, 3, window);
    expect(after.partitions).toContainEqual(before.partitions[0]);
    expect(await valueOf(client, "partition_has_data('sub', null)")).toBe(false);
  });
});

it('keeps foreign tables', async () => {
  await withStays(async ({ client, connectAsSuperuser }) => {
    const superuser = await connectAsSuperuser();
    await superuser.query('create extension file_fdw; create server s foreign data wrapper file_fdw');
    await superuser.query(`alter table stay drop constraint stay_id_starts_key;
      create foreign table remote partition of stay
      for values from ('2026-02-01+00') to ('2026-03-01+00') server s options (filename '/dev/null')`);
    await client.query("select manage_partitions('stay', 4, 3)");
    const names = (await readLayout(superuser, 'stay', 'id')).partitions.map((p) => p.name);
    expect(names.slice(0, 3)).toEqual(['stay_2026_01', 'remote', 'stay_2026_03']);
  });
});

it('drops a replaced partition without harming a foreign key to the whole table', async () => {
  await withStays(async ({ client }) => {
    await client.query(`
      select manage_partitions('stay', 12, 1);
      create table invoice (i int, s timestamptz, foreign key (i, s) references stay (id, starts) on delete cascade);
      insert into stay values (1, '2026-02-14');
      insert into invoice values (1, '2026-02-14')`);
    await client.query("select manage_partitions('stay', 1, 12)");
    expect(await valueOf(client, 'select count(*) from invoice')).toBe('1');
    const { code } = await errorOf(client, "insert into invoice values (2, '2026-07-07')");
    expect(code).toBe('23503');
    await client.query(
      "insert into stay values (2, '2026-07-07'); insert into invoice values (2, '2026-07-07')",
    );
    expect((await errorOf(client, 'truncate stay')).code).toBe('0A000');
  });
});

it('fills only what MINVALUE and MAXVALUE partitions leave free and never drops them', async () => {
  await withStays(async ({ client }) => {
    await client.query(`
      create table early partition of stay for values from (minvalue) to ('2026-02-15');
      create table late partition of stay for values from ('2027-06-10') to (maxvalue)`);
    await client.query("select manage_partitions('stay', 4, 3)");
    expect(describe(await readLayout(client, 'stay', 'id'))).toEqual([
      'early - 2026-02-15',
      'stay_2026_02_15 2026-02-15 2026-04-01',
      'stay_2026_04 2026-04-01 2026-07-01',
      'stay_2026_07 2026-07-01 2026-10-01',
      'stay_2026_10 2026-10-01 2027-01-01',
      'stay_2027_01 2027-01-01 2027-04-01',
      'stay_2027_04 2027-04-01 2027-06-10',
      'late 2027-06-10 -',
    ]);
    expect(await valueOf(client, "drop_empty_future_partitions('stay')")).toBe(4);
    expect(await valueOf(client, "manage_partitions('stay', 4, 3)")).toBe(4);
  });
});

it('treats infinity as a value that no interval reaches', async () => {
  await withStays(async ({ client }) => {
    await client.query(`
      create table early partition of stay for values from ('-infinity') to ('2025-12-01');
      create table late partition of stay for values from ('2028-02-01') to ('infinity')`);
    expect(await valueOf(client, "manage_partitions('stay', 12, 1)")).toBe(24);
    expect(await valueOf(client, "create_partitions_for_period(2028, 12, 1, 'stay')")).toBe(1);
    expect(await valueOf(client, "create_or_update_partitions(2025, 1, 12, 'stay')")).toBe(1);
    expect((await readLayout(client, 'stay', 'id')).partitions).toHaveLength(28);
  });
});

it('makes partitions beside an empty default partition', async () => {
  await withStays(async ({ client }) => {
    await client.query('create table stay_default partition of stay default');
    await client.query("insert into stay values (1, null), (2, '2040-01-01')");
    expect(await valueOf(client, "manage_partitions('stay', 12, 1)")).toBe(24);
    expect(await valueOf(client, "manage_partitions('stay', 4, 3)")).toBe(32);
    expect(await valueOf(client, "partition_has_data('stay_default', '2040-01-01')")).toBe(true);
    expect(await valueOf(client, "partition_has_data('stay_default', '2040-01-02')")).toBe(false);
  });
});

it('names the default partition, the range and the rows when it holds rows of a range to be made', async () => {
  await withStays(async ({ client }) => {
    await client.query('create table stay_default partition of stay default');
    await client.query("insert into stay values (1, '2026-07-31 23:59:59.999999'), (2, '2026-07-01')");
    const error = await errorOf(client, "select manage_partitions('stay', 12, 1)");
    expect(error.code).toBe('23514');
    expect(error.message).toBe(
      'default partition stay_default holds 2 rows that belong into a partition from 2026-07-01 00:00:00+00 to 2026-08-01 00:00:00+00',
    );
    expect(error.hint).toMatch(/out of the default partition/);
    expect((await readLayout(client, 'stay', 'id')).partitions.map((p) => p.name)).toEqual(['stay_default']);
  });
});

it('finds a free name when another table bears the wanted one', async () => {
  await withStays(async ({ client }) => {
    await client.query('create table stay_2026_03 (precious text); create type stay_2026_05 as enum ()');
    await client.query("select manage_partitions('stay', 12, 1)");
    const names = (await readLayout(client, 'stay', 'id')).partitions.map((p) => p.name);
    expect(names.slice(1, 6)).toEqual([
      'stay_2026_02',
      'stay_2026_03_01',
      'stay_2026_04',
      'stay_2026_05_01',
      'stay_2026_06',
    ]);
  });
});

it('refuses with 42P07 before anything changes when no name is free', async () => {
  await withStays(async ({ client }) => {
    await client.query("select manage_partitions('stay', 1, 12)");
    await client.query('create table stay_2026_03 (i int); create table stay_2026_03_01 (i int)');
    const before = await readLayout(client, 'stay', 'id');
    const error = await errorOf(client, "select manage_partitions('stay', 12, 1)");
    expect([error.code, error.hint]).toEqual(['42P07', expect.stringMatching(/Rename/)]);
    expect(await readLayout(client, 'stay', 'id')).toEqual(before);
  });
});

it('reuses the names of the partitions it replaces', async () => {
  await withStays(async ({ client }) => {
    await client.query(
      "create table stay_2026_04 partition of stay for values from ('2026-01-01') to ('2026-02-10')",
    );
    await client.query("select manage_partitions('stay', 12, 1)");
    expect(describe(await readLayout(client, 'stay', 'id'))[3]).toBe('stay_2026_04 2026-04-01 2026-05-01');
  });
});

it('refuses with 55000 while a partition is half detached', async () => {
  await withStays(async ({ client, connectAsSuperuser }) => {
    await client.query("select manage_partitions('stay', 12, 1)");
    const superuser = await connectAsSuperuser();
    await superuser.query(
      "update pg_inherits set inhdetachpending = true where inhrelid = 'stay_2026_02'::regclass",
    );
    const error = await errorOf(client, "select manage_partitions('stay', 4, 3)");
    expect([error.code, error.hint]).toEqual(['55000', expect.stringMatching(/finalize/)]);
  });
});

it('refuses with 54000 to make more than 1,200 partitions at once', async () => {
  await withStays(async ({ client }) => {
    await client.query("create table far partition of stay for values from ('2026-01-01') to ('2500-01-01')");
    expect((await errorOf(client, "select manage_partitions('stay', 12, 1)")).code).toBe('54000');
    await client.query("insert into stay values (1, '2400-01-01')");
    expect(await valueOf(client, "manage_partitions('stay', 12, 1)")).toBe(0);
  });
});

it('refuses with 25000 at isolation levels that would not see rows committed meanwhile', async () => {
  await withStays(async ({ client }) => {
    for (const level of ['repeatable read', 'serializable']) {
      await client.query(`begin isolation level ${level}`);
      expect((await errorOf(client, "select manage_partitions('stay', 4, 3)")).code).toBe('25000');
      await client.query('rollback');
    }
  });
});

it('raises 42501 rather than answering when row security hides rows', async () => {
  await withStays(async ({ client }) => {
    await client.query(`
      select manage_partitions('stay', 12, 1);
      insert into stay values (1, '2026-02-14');
      alter table stay_2026_02 enable row level security;
      alter table stay_2026_02 force row level security`);
    expect(await valueOf(client, 'select count(*) from stay_2026_02')).toBe('0');
    expect((await errorOf(client, "select partition_has_data('stay_2026_02', null)")).code).toBe('42501');
    await client.query("select manage_partitions('stay', 4, 3)");
    await client.query('alter table stay_2026_02 no force row level security');
    expect(await valueOf(client, 'select count(*) from stay_2026_02')).toBe('1');
  });
});

it('gives a replacement the grants that all partitions it replaces had', async () => {
  await withStays(async ({ client }) => {
    await client.query("select manage_partitions('stay', 12, 1)");
    await client.query(`
      do $$ begin if not exists (select from pg_roles where rolname = 'partition_guard_test 100%s') then
        create role "partition_guard_test 100%s"; end if; end $$;
      grant select on stay_2026_01, stay_2026_02, stay_2026_03 to "partition_guard_test 100%s" with grant option;
      grant insert on stay_2026_01 to public`);
    await client.query("select manage_partitions('stay', 4, 3)");
    const grants = await client.query<{ grantee: string; privilege_type: string }>(
      `select grantee, privilege_type || ' ' || is_grantable as privilege_type from information_schema.table_privileges
        where table_name ~ '^stay_' and grantee <> current_user`,
    );
    expect(grants.rows).toEqual([{ grantee: 'partition_guard_test 100%s', privilege_type: 'SELECT YES' }]);
  });
});

it('gives new partitions the owner, indexes, keys, checks, defaults and triggers of a sibling', async () => {
  await withStays(async ({ client, connectAsSuperuser }) => {
    await client.query(`
      create table guest (id integer primary key);
      create function t() returns trigger language plpgsql as 'begin return new; end';
      create table full_stay (
        id bigint generated always as identity, old integer, guest integer references guest, starts date not null,
        price numeric(10, 2) not null default 7 check (price > 0), tax numeric generated always as (price / 10) stored,
        note text collate "C" default 'none', primary key (id, starts), unique (note, starts)
      ) partition by range (starts);
      alter table full_stay drop column old, alter column note set storage external;
      create index on full_stay (lower(note)) where price > 5;
      create trigger t before insert on full_stay for each row execute function t();
      create table model partition of full_stay for values from ('2020-01-01') to ('2021-01-01')`);
    const superuser = await connectAsSuperuser();
    await superuser.query("select manage_partitions('full_stay', 12, 1)");
    const shape = (table: string): Promise<string> =>
      valueOf(
        client,
        `select json_build_object(
          'owner', (select relowner from pg_class where oid = $1::regclass),
          'columns', (select json_agg(json_build_array(attname, format_type(atttypid, atttypmod), attnotnull, attstorage,
              attcollation, attgenerated, attidentity, attcompression, (select pg_get_expr(adbin, adrelid) from pg_attrdef
                where adrelid = attrelid and adnum = attnum)) order by attnum)
              from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped),
          'constraints', (select json_agg(json_build_array(contype, pg_get_constraintdef(oid), coninhcount, conislocal)
              order by contype, pg_get_constraintdef(oid)) from pg_constraint where conrelid = $1::regclass),
          'indexes', (select json_agg(pg_get_indexdef(indexrelid) order by pg_get_indexdef(indexrelid))
              from pg_index where indrelid = $1::regclass),
          'triggers', (select json_agg(tgname order by tgname) from pg_trigger
              where tgrelid = $1::regclass and not tgisinternal))::text`,
        [table],
      );
    const model = await shape('model');
    // Attached to a table in use, and made within one that is locked for good.
    await superuser.query(`begin; lock table full_stay in access exclusive mode;
      select create_partitions_for_period(2030, 1, 12, 'full_stay'); commit`);
    for (const name of ['full_stay_2026_07', 'full_stay_2030_01']) {
      const made = await shape(name);
      expect(JSON.parse(made.replaceAll(name, 'P'))).toEqual(JSON.parse(model.replaceAll('model', 'P')));
    }
    await client.query(
      "insert into guest values (1); insert into full_stay (guest, starts) values (1, '2026-07-07')",
    );
    expect(await valueOf(client, 'select id from full_stay')).toBe('1');
  });
});

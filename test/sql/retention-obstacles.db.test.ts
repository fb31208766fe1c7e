/** A partition that something stands in the way of is kept and reported, never taken with CASCADE; the others go on. */
import { describe, expect, it } from '@jest/globals';
import { stopClock, testDay, type TestDatabase } from './database.ts';
import { readLayout, valueOf } from './layout.ts';
import { auditOf, errorOf, named, partitionsOf, recordArchive, retire, withStays } from './retention.ts';

const disposals = ['detach', 'archive', 'drop archived', 'drop without archive'];

/** Four months past the retention; something is done to February, which has to stay and say why. */
async function expectFebruaryKept(
  db: TestDatabase,
  disposal: string,
  reason: RegExp,
  session = db.client,
): Promise<void> {
  const { client } = db;
  if (disposal === 'drop archived') {
    for (const month of ['01', '02', '03', '04']) {
      await recordArchive(client, `stay_2026_${month}`);
    }
  }
  const february = (await readLayout(client, 'stay', 'id')).partitions.find((p) => p.name === 'stay_2026_02');
  const outcomes = await retire(session, '1 month', { disposal });
  const action = disposal.startsWith('drop') ? 'DROP' : disposal.toUpperCase();
  expect(named(outcomes)).toEqual([
    `${action} stay_2026_01`,
    'KEEP stay_2026_02',
    `${action} stay_2026_03`,
    `${action} stay_2026_04`,
  ]);
  expect(outcomes[1]?.reason).toMatch(reason);
  const after = await readLayout(client, 'stay', 'id');
  expect(after.partitions[0]).toEqual(february);
  expect(after.keys).toContain('2');
  const audit = (await auditOf(client)).filter((line) => line.startsWith('KEEP'));
  expect(audit).toEqual([`KEEP public.stay_2026_02 ${outcomes[1]?.reason}`]);

  const dry = await retire(session, '1 month', { disposal, dryRun: true });
  expect(named(dry)).toEqual(['KEEP stay_2026_02']);
  expect(dry[0]?.reason).toBe(outcomes[1]?.reason);
}

describe.each(disposals)("'%s'", (disposal) => {
  it.each([
    ['a view reads it', 'create view v as select id from stay_2026_02', /view v/],
    ['a materialized view reads it', 'create materialized view v as select id from stay_2026_02', /view v/],
    [
      'a foreign key points at it alone',
      'create table r (i int, s timestamptz, foreign key (i, s) references stay_2026_02 (id, starts))',
      /constraint .* on table r/,
    ],
    [
      'a row refers to one of its rows by a foreign key to the whole table',
      `create table "In voice" (i int, s timestamptz,
         constraint "To stay" foreign key (i, s) references stay (id, starts) on delete cascade);
       insert into "In voice" values (2, '2026-02-14'), (6, '2026-06-15'), (null, '2026-01-01')`,
      /rows refer to it by foreign key "To stay" of table "In voice"/,
    ],
    [
      'a row of a partitioned table refers to one of its rows',
      `create table r (d date, i int, s timestamptz, foreign key (i, s) references stay (id, starts))
         partition by range (d);
       create table r_1 partition of r default; insert into r values ('2026-01-01', 2, '2026-02-14')`,
      /rows refer to it by foreign key r_i_s_fkey of table r$/,
    ],
  ])('keeps a partition when %s', async (_, prepare, reason) => {
    await withStays(async (db) => {
      await db.client.query(prepare);
      await expectFebruaryKept(db, disposal, reason);
    });
  });

  it('keeps a partition that a publication names', async () => {
    await withStays(async (db) => {
      await (await db.connectAsSuperuser()).query('create publication p for table stay_2026_02');
      await expectFebruaryKept(db, disposal, /publication p/);
    });
  });
});

it('keeps partitions that are partitioned themselves', async () => {
  await withStays(async ({ client }) => {
    await client.query(`
      create table sub partition of stay for values from ('2025-01-01') to ('2026-01-01') partition by hash (id);
      create table sub_0 partition of sub for values with (modulus 1, remainder 0)`);
    const outcomes = await retire(client, '4 months', { disposal: 'drop without archive' });
    expect(named(outcomes)).toEqual(['KEEP sub', 'DROP stay_2026_01']);
    expect(outcomes[0]?.reason).toBe('it is partitioned itself');
  });
});

it('keeps foreign tables', async () => {
  await withStays(async ({ client, connectAsSuperuser }) => {
    const superuser = await connectAsSuperuser();
    await superuser.query(`
      create extension file_fdw;
      create server s foreign data wrapper file_fdw;
      alter table stay drop constraint stay_pkey;
      create foreign table remote partition of stay
        for values from ('2025-02-01+00') to ('2025-03-01+00') server s options (filename '/dev/null')`);
    for (const dryRun of [true, false]) {
      const outcomes = await retire(superuser, '4 months', { disposal: 'detach', dryRun });
      expect(named(outcomes)).toEqual(['KEEP remote', 'DETACH stay_2026_01']);
      expect(outcomes[0]).toMatchObject({ reason: 'it is a foreign table', row_count: null });
    }
    expect(await partitionsOf(client)).toMatch(/^remote stay_2026_02/);
  });
});

it('keeps partitions of another role', async () => {
  await withStays(async ({ client, connectAsSuperuser }) => {
    const superuser = await connectAsSuperuser();
    await superuser.query(`
      do $$ begin if not exists (select from pg_roles where rolname = 'partition_guard_test other') then
        create role "partition_guard_test other"; end if; end $$;
      alter table stay_2026_01 owner to "partition_guard_test other";
      grant select on stay_2026_01 to public`);
    const outcomes = await retire(client, '3 months');
    expect(named(outcomes)).toEqual(['KEEP stay_2026_01', 'ARCHIVE stay_2026_02']);
    expect(outcomes[0]?.reason).toBe('it belongs to role "partition_guard_test other"');
    expect(named(await retire(superuser, '3 months'))).toEqual(['ARCHIVE stay_2026_01']);
  });
});

it('keeps a partition whose rows row security hides, where these would have to be counted', async () => {
  await withStays(async ({ client }) => {
    await client.query(
      'alter table stay_2026_01 enable row level security; alter table stay_2026_01 force row level security',
    );
    const outcomes = await retire(client, '3 months', { disposal: 'drop without archive' });
    expect(named(outcomes)).toEqual(['KEEP stay_2026_01', 'DROP stay_2026_02']);
    expect(outcomes[0]?.reason).toMatch(/row-level security/);
    expect((await errorOf(client, "select apply_retention('stay', '4 months', dry_run => true)")).code).toBe(
      '42501',
    );
    expect(named(await retire(client, '4 months', { disposal: 'detach' }))).toEqual(['DETACH stay_2026_01']);
  });
});

it('keeps a partition that this very transaction still has rows to check of', async () => {
  await withStays(async ({ client }) => {
    await client.query(`
      create table guest (id integer primary key);
      delete from stay;
      alter table stay add foreign key (id) references guest deferrable initially deferred`);
    await client.query("insert into guest values (1); begin; insert into stay values (1, '2026-01-31')");
    const outcomes = await retire(client, '3 months', { disposal: 'detach' });
    expect(named(outcomes)).toEqual(['KEEP stay_2026_01', 'DETACH stay_2026_02']);
    expect(outcomes[0]?.reason).toMatch(/pending trigger events/);
    await client.query('commit');
    expect(named(await retire(client, '3 months', { disposal: 'detach' }))).toEqual(['DETACH stay_2026_01']);
  });
});

it('writes KEEP in the audit log also where nothing else is to be retired, for alerts to see', async () => {
  await withStays(async ({ client }) => {
    await client.query('create view v as select id from stay_2026_01');
    expect(named(await retire(client, '4 months'))).toEqual(['KEEP stay_2026_01']);
    expect(await auditOf(client)).toEqual([
      'KEEP public.stay_2026_01 something depends on it: rule _RETURN on view v',
    ]);
  });
});

it('never touches the referencing rows, nor the foreign key of the whole table', async () => {
  await withStays(async ({ client }) => {
    await client.query(`
      create table invoice (i int, s timestamptz, foreign key (i, s) references stay (id, starts) on delete cascade);
      insert into invoice values (2, '2026-02-14'), (6, '2026-06-15')`);
    await retire(client, '1 month', { disposal: 'drop without archive' });
    expect(await valueOf(client, 'select count(*) from invoice')).toBe('2');
    expect((await errorOf(client, "insert into invoice values (7, '2026-06-15')")).code).toBe('23503');
    expect(
      (await errorOf(client, "delete from stay where id = 0; insert into invoice values (3, '2026-03-31')"))
        .code,
    ).toBe('23503');
  });
});

it('refuses with 55000 while a partition is half detached', async () => {
  await withStays(async ({ client, connectAsSuperuser }) => {
    const superuser = await connectAsSuperuser();
    await superuser.query(
      "update pg_inherits set inhdetachpending = true where inhrelid = 'stay_2026_01'::regclass",
    );
    for (const dryRun of ['true', 'false']) {
      const error = await errorOf(client, `select apply_retention('stay', '4 months', dry_run => ${dryRun})`);
      expect([error.code, error.hint]).toEqual(['55000', expect.stringMatching(/finalize/)]);
    }
    await superuser.query(
      "update pg_inherits set inhdetachpending = false where inhrelid = 'stay_2026_01'::regclass",
    );
  });
});

it('refuses with 42501 where the archive schema is missing and the caller may make none', async () => {
  await withStays(async ({ connectAsSuperuser }) => {
    const superuser = await connectAsSuperuser();
    await superuser.query(`
      do $$ begin if not exists (select from pg_roles where rolname = 'partition_guard_test_owner') then
        create role partition_guard_test_owner; end if; end $$;
      alter table stay owner to partition_guard_test_owner;
      alter table stay_2026_01 owner to partition_guard_test_owner;
      grant select on all tables in schema public to partition_guard_test_owner;
      set role partition_guard_test_owner`);
    const error = await errorOf(superuser, "select apply_retention('stay', '4 months')");
    expect([error.code, error.hint]).toEqual([
      '42501',
      expect.stringMatching(/^Make the schema, and grant create/),
    ]);
    await superuser.query('reset role; reassign owned by partition_guard_test_owner to current_user');
  });
});

it('refuses with 42501 an archive schema in which the caller may not create', async () => {
  await withStays(async ({ client, connectAsSuperuser }) => {
    await (await connectAsSuperuser()).query('create schema vault');
    const before = await readLayout(client, 'stay', 'id');
    const error = await errorOf(client, "select apply_retention('stay', '4 months', 'archive', 'vault')");
    expect([error.code, error.hint]).toEqual([
      '42501',
      expect.stringMatching(/Grant create on schema vault/),
    ]);
    expect(await readLayout(client, 'stay', 'id')).toEqual(before);
  });
});

it('keeps a partition whose rows refer to each other by a foreign key of the table to itself', async () => {
  await withStays(async ({ client }) => {
    await client.query(`
      alter table stay add previous integer, add previous_starts timestamptz,
        add constraint chain foreign key (previous, previous_starts) references stay (id, starts);
      insert into stay values (12, '2026-01-31', null, 1, '2026-01-31'), (13, '2026-03-31', null, 3, '2026-03-31')`);
    const dry = await retire(client, '3 months', { dryRun: true });
    const outcomes = await retire(client, '3 months');
    expect(named(outcomes)).toEqual(['KEEP stay_2026_01', 'ARCHIVE stay_2026_02']);
    expect(named(dry)).toEqual(named(outcomes));
    expect(outcomes[0]?.reason).toBe('rows refer to it by foreign key chain of table stay');
  });
});

it('retires a hundred partitions in one call, oldest first, around those that stay', async () => {
  await withStays(async ({ client }) => {
    await stopClock(client, '2025-06-01 00:00:00');
    await client.query("select premake_partitions('stay', '1 day', 119)");
    await stopClock(client, testDay);
    await client.query(`
      create table invoice (i int, s timestamptz, foreign key (i, s) references stay (id, starts));
      insert into stay select g, timestamptz '2025-06-01+00' + g * interval '1 day' from generate_series(100, 109) g;
      insert into stay values (55, '2025-07-15');
      insert into invoice values (55, '2025-07-15');
      create view v as select id from stay_2025_08_31`);
    const before = await readLayout(client, 'stay', 'id');
    const outcomes = await retire(client, '6 months');
    expect(outcomes).toHaveLength(120);
    expect(named(outcomes.filter((outcome) => outcome.action === 'KEEP'))).toEqual([
      'KEEP stay_2025_07_15',
      'KEEP stay_2025_08_31',
    ]);
    const bounds = outcomes.map((outcome) => outcome.lower_bound);
    expect(bounds).toEqual(bounds.toSorted());
    const after = await readLayout(client, 'stay', 'id');
    expect(after.partitions).toEqual(
      before.partitions.filter((p) => /_07_15$|_08_31$|^stay_202[67]/.test(p.name)),
    );
    expect(await valueOf(client, 'select count(*) from public_archive.stay_2025_09_15')).toBe('1');
  });
});

it.each(disposals)("keeps a partition whose rows are being moved from '%s'", async (disposal) => {
  await withStays(async (db) => {
    await db.client.query(`
      select plan_partition_moves('stay', array[tsrange('2026-02-01', '2026-02-15'),
                                               tsrange('2026-02-15', '2026-03-01')], '1 month')`);
    await expectFebruaryKept(db, disposal, /its rows are being moved/);
    await db.client.query('delete from partition_move');
    expect(named(await retire(db.client, '1 month', { disposal: 'detach' }))).toEqual([
      'DETACH stay_2026_02',
    ]);
  });
});

it("moves nothing into a stranger's schema that bears the usual name, unless it is named", async () => {
  await withStays(async ({ client, connectAsSuperuser }) => {
    const superuser = await connectAsSuperuser();
    await superuser.query(`
      do $$ begin if not exists (select from pg_roles where rolname = 'partition_guard_test other') then
        create role "partition_guard_test other"; end if; end $$;
      create schema public_archive authorization "partition_guard_test other";
      grant create, usage on schema public_archive to public`);
    const before = await partitionsOf(client);
    await expect(retire(client, '4 months')).rejects.toMatchObject({ code: '42501' });
    expect(await partitionsOf(client)).toBe(before);
    const outcomes = await retire(client, '4 months', { archiveSchema: 'public_archive' });
    expect(named(outcomes)).toEqual(['ARCHIVE stay_2026_01']);
  });
});

/** What belongs to a moved table and lies in another schema, or under an odd name, is found there. */
import { expect, it } from '@jest/globals';
import { readMigrations, withEmptyDatabase } from './database.ts';
import { valueOf } from './layout.ts';
import {
  boundsOf,
  expectLoggedRows,
  expectNothingLeft,
  expectSameRows,
  onInterval,
  outcomeOf,
  patient,
  rememberRows,
  stays,
  whileStoppedAt,
  withMoves,
} from './moves.ts';

const major = Number(process.env['PARTITION_GUARD_TEST_POSTGRES'] ?? 15);
const rebuild = (table = 'stay'): string =>
  `call rebuild_partitions('${table}', '2026-01-01 00:00+00', '2026-07-01 00:00+00', 4, 3, ${patient})`;
const quarters = [...onInterval(3).slice(0, 2), ...onInterval(1).slice(6)];
const rows = `insert into stay select n, timestamptz '2026-01-01 00:00+00' + n * interval '1 day' from generate_series(1, 170) n`;

it('compares keys by the operators of their type, which may be in no search_path', async () => {
  const setup = `create schema extensions; create extension citext schema extensions;
    create table stay (id extensions.citext, starts timestamptz not null, primary key (id, starts)) partition by range (starts);
    select manage_partitions('stay', 12, 1); ${rows.replace('select n', "select 'Room ' || n")}`;
  await withMoves(setup, async (db) => {
    const stopped = await whileStoppedAt(db, 'COPY', rebuild(), async () => {
      await db.client.query(
        'update stay set id = upper(id::text)::extensions.citext; update stay set id = lower(id::text)::extensions.citext',
      );
      await rememberRows(db.client);
    });
    expect(stopped).toBeUndefined();
    expect(await boundsOf(db.client)).toEqual(quarters);
    await expectSameRows(db.client);
    await expectNothingLeft(db.client);
  });
});

it('leaves a default partition in the schema it was in', async () => {
  const setup = `create schema other; create table stay_rest ();
    create table stay (id int, starts timestamptz not null, primary key (id, starts)) partition by range (starts);
    create table other.stay_rest partition of stay default; grant select on other.stay_rest to public; ${rows}`;
  await withMoves(setup, async (db) => {
    await rememberRows(db.client);
    await db.client.query(`call empty_default_partition('stay', 4, 3, ${patient})`);
    await expectSameRows(db.client);
    await expectNothingLeft(db.client);
    expect(await valueOf(db.client, 'select count(*) from other.stay_rest')).toBe('0');
    expect(
      await valueOf(
        db.client,
        "select relacl::text ~ '=r/' from pg_class where oid = 'other.stay_rest'::regclass",
      ),
    ).toBe(true);
  });
});

it('takes columns of any name into the functions that log', async () => {
  const setup = `create table amenity (id int primary key); insert into amenity values (1), (2);
    create table stay (id int, starts timestamptz not null, "x$body$ y" int not null default 1, "n$body$" text,
      amenity_id int default 1 references amenity on delete cascade, primary key (id, "x$body$ y", starts))
      partition by range (starts);
    select manage_partitions('stay', 12, 1); ${rows}`;
  await withMoves(setup, async (db) => {
    const stopped = await whileStoppedAt(db, 'VALIDATE KEYS', rebuild(), async () => {
      await db.client.query(`update stay set "x$body$ y" = id, amenity_id = 2 where id % 2 = 0`);
      await db.client.query('delete from amenity where id = 2');
      await rememberRows(db.client);
    });
    expect(stopped).toBeUndefined();
    await expectSameRows(db.client);
    await expectLoggedRows(db.client);
    await expectNothingLeft(db.client);
  });
});

it('gives nobody more by default privileges than the replaced partitions did', async () => {
  const setup = `create table stay (id int, starts timestamptz not null, primary key (id, starts)) partition by range (starts);
    select manage_partitions('stay', 12, 1); ${rows};
    alter default privileges in schema public grant select on tables to public`;
  await withMoves(setup, async (db) => {
    const granted = `select coalesce(string_agg(c.relname, ', '), '') from pg_class c, aclexplode(c.relacl) x
      where c.relkind = 'r' and x.grantee = 0 and (c.relname ~ '^partition_move_.*[0-9]' or c.relname ~ '^stay_2026')`;
    const stopped = await whileStoppedAt(db, 'SWAP', rebuild(), async () => {
      expect(await valueOf(db.client, granted)).toBe('');
    });
    expect(stopped).toBeUndefined();
    expect(await boundsOf(db.client)).toEqual(quarters);
    expect(await valueOf(db.client, granted)).toBe('');
  });
});

it('gives nobody more by default privileges either where empty partitions are replaced without a move', async () => {
  const setup = `create table stay (id int, starts timestamptz not null, primary key (id, starts)) partition by range (starts);
    select manage_partitions('stay', 12, 1);
    alter default privileges in schema public grant select on tables to public;
    select manage_partitions('stay', 4, 3); select create_partitions_for_period(2028, 12, 1, 'stay')`;
  await withMoves(setup, async (db) => {
    const granted = `select count(*) || ' ' || min(partition) from partition_layout l
      join pg_class c on c.oid = l.partition::regclass, aclexplode(c.relacl) x where x.grantee = 0`;
    expect(await valueOf(db.client, granted)).toBe('12 stay_2028_01');
  });
});

it('refuses with 55000 a table that is a partition of one at which foreign keys point', async () => {
  const setup = `create table whole (id int, starts timestamptz not null, primary key (id, starts)) partition by range (starts);
    create table stay partition of whole for values from ('2026-01-01 00:00+00') to ('2028-01-01 00:00+00')
      partition by range (starts);
    create table guest (id int, starts timestamptz, foreign key (id, starts) references whole);
    select manage_partitions('stay', 12, 1); ${rows}`;
  await withMoves(setup, async (db) => {
    expect(await outcomeOf(db.client, rebuild())).toMatchObject({
      code: '55000',
      detail: expect.stringContaining('guest_id_starts_fkey of table guest'),
    });
    expect(await boundsOf(db.client)).toEqual(onInterval(1));
    await expectNothingLeft(db.client);
  });
});

const publications = ['for all tables', ...(major < 15 ? [] : ['for tables in schema public'])];
it.each(publications)('refuses with 55000 to have the copies published %s', async (scope) => {
  await withMoves(stays, async (db) => {
    const superuser = await db.connectAsSuperuser();
    await superuser.query(`create publication news ${scope} with (publish_via_partition_root)`);
    expect(await outcomeOf(db.client, rebuild())).toMatchObject({
      code: '55000',
      message: 'the rows of stay are not moved: the copies would be published',
    });
    await expectNothingLeft(db.client);
    await superuser.query(
      'drop publication news; create publication news for table stay with (publish_via_partition_root)',
    );
    expect(await outcomeOf(db.client, rebuild())).toBeUndefined();
    expect(await boundsOf(db.client)).toEqual(quarters);
  });
});

it('stops V2 with 55000 in another schema than V1, though the search_path finds it', async () => {
  await withEmptyDatabase(async ({ client }) => {
    const [first = '', second = ''] = await readMigrations();
    await client.query(first);
    await client.query('create schema elsewhere; set search_path = elsewhere, public');
    expect(await outcomeOf(client, second)).toMatchObject({
      code: '55000',
      message: 'the partition manager is not in schema elsewhere',
    });
  });
});

/** Each refusal comes with its documented SQLSTATE, a hint, a row in the log where that can be, and nothing changed. */
import { describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import {
  boundsOf,
  expectLoggedRows,
  expectNothingLeft,
  expectSameRows,
  kill,
  onInterval,
  outcomeOf,
  patient,
  rememberRows,
  stays,
  whileStoppedAt,
  withMoves,
} from './moves.ts';
import { valueOf } from './layout.ts';

const range = "'2026-01-01 00:00+00', '2026-07-01 00:00+00'";
const rebuild = `call rebuild_partitions('stay', ${range}, 4, 3, ${patient})`;

async function refusalOf(
  client: pg.Client,
  sql: string,
): Promise<{ code: string | undefined; hint: boolean }> {
  const error = await outcomeOf(client, sql);
  return { code: error?.code, hint: error?.hint !== undefined };
}

it.each([
  ['22004', `call rebuild_partitions(null, ${range}, 4, 3)`],
  ['22004', "call rebuild_partitions('stay', null, '2027-01-01', 4, 3)"],
  ['22004', "call rebuild_partitions('stay', '2026-01-01', null, 4, 3)"],
  ['22004', `call rebuild_partitions('stay', ${range}, null, 3)`],
  ['22004', `call rebuild_partitions('stay', ${range}, 4, null)`],
  ['22004', `call rebuild_partitions('stay', ${range}, 4, 3, null)`],
  ['22004', `call rebuild_partitions('stay', ${range}, 4, 3, 40, null)`],
  ['22004', 'call split_partition(null, 4, 3)'],
  ['22004', 'call merge_partitions(null)'],
  ['22004', "call merge_partitions('{}')"],
  ['22004', "call merge_partitions('{stay_2026_01,null}')"],
  ['22004', 'call empty_default_partition(null, 4, 3)'],
  ['22004', 'call resume_partition_moves(null)'],
  ['22004', 'select cancel_partition_moves(null)'],
  ['22023', `call rebuild_partitions('stay', ${range}, 4, 4)`],
  ['22023', "call rebuild_partitions('stay', '2026-01-01', '2026-01-01', 4, 3)"],
  ['22023', "call rebuild_partitions('stay', '2027-01-01', '2026-01-01', 4, 3)"],
  ['22023', "call rebuild_partitions('stay', '-infinity', '2026-01-01', 4, 3)"],
  ['22023', "call rebuild_partitions('stay', '2026-01-01', 'infinity', 4, 3)"],
  ['22023', `call rebuild_partitions('stay', ${range}, 4, 3, 0)`],
  ['22023', `call rebuild_partitions('stay', ${range}, 4, 3, 60001)`],
  ['22023', `call rebuild_partitions('stay', ${range}, 4, 3, 40, -1)`],
  ['22023', "call merge_partitions('{stay_2026_01,stay_2026_03}')"],
  ['22023', `call rebuild_partitions('', ${range}, 4, 3)`],
  ['42P01', `call rebuild_partitions('nowhere', ${range}, 4, 3)`],
  ['42P01', `call rebuild_partitions('stay; drop table stay; --', ${range}, 4, 3)`],
  ['42P01', "call resume_partition_moves('nowhere')"],
  ['42P01', "select cancel_partition_moves('nowhere')"],
  ['42809', `call rebuild_partitions('amenity', ${range}, 4, 3)`],
  ['42809', "call split_partition('stay', 4, 3)"],
  ['42809', "call split_partition('amenity', 4, 3)"],
  ['42809', "call merge_partitions('{stay_2026_01,amenity}')"],
  ['42622', `call rebuild_partitions('${'x'.repeat(56)}', ${range}, 4, 3)`],
  ['54000', "call rebuild_partitions('stay', '2100-01-01', '2300-01-01', 12, 1)"],
  ['2D000', `begin; ${rebuild}`],
  ['2D000', "begin; call split_partition('stay_2026_01', 12, 1)"],
  ['2D000', "begin; call merge_partitions('{stay_2026_01,stay_2026_02}')"],
  ['2D000', "begin; call empty_default_partition('stay', 12, 1)"],
  ['2D000', "begin; call resume_partition_moves('stay')"],
])('%s: %s', async (code, call) => {
  await withMoves(stays, async ({ client }) => {
    await rememberRows(client);
    expect(await refusalOf(client, call)).toEqual({ code, hint: code !== '2D000' });
    await client.query('rollback');
    expect(await boundsOf(client)).toEqual(onInterval(1));
    await expectSameRows(client);
    await expectNothingLeft(client);
  });
});

describe('before anything changes', () => {
  it.each([
    ['55000', 'no key', 'alter table stay drop constraint stay_pkey'],
    [
      '55000',
      'a foreign key to it',
      'create table guest (i int, s timestamptz, foreign key (i, s) references stay)',
    ],
    ['55000', 'a view of a source', 'create view v as table stay_2026_02'],
    ['55000', 'row security of a source', 'alter table stay_2026_02 enable row level security'],
    [
      '55000',
      'a partitioned source',
      `drop table stay_2026_02;
       create table stay_2026_02 partition of stay for values from ('2026-02-01') to ('2026-03-01') partition by list (id);
       select adopt_partitions('stay')`,
    ],
    [
      '0A000',
      'a source without a bound',
      `drop table stay_2026_01; create table early partition of stay for values from (minvalue) to ('2026-02-01');
       select adopt_partitions('stay')`,
    ],
    ['PM001', 'closed maintenance window', "set partition_guard.maintenance_window = 'mon 00:00-00:01 UTC'"],
    [
      '42P07',
      'a taken name',
      'create table stay_2026_04_01 (); create type stay_2026_01_01 as enum (); alter table stay_2026_04 rename to april; create table stay_2026_04 ()',
    ],
  ])('%s: %s is refused, and recorded', async (code, _, prepare) => {
    await withMoves(stays, async ({ client }) => {
      await client.query(prepare);
      await rememberRows(client);
      const before = await boundsOf(client);
      expect(await refusalOf(client, rebuild)).toMatchObject({ code });
      expect(await boundsOf(client)).toEqual(before);
      await expectSameRows(client);
      await expectNothingLeft(client);
      const recorded = code === '0A000' ? '0' : '1';
      expect(
        await valueOf(
          client,
          `select count(*) from partition_audit_log where action = 'REFUSE' and detail like '${code}%'`,
        ),
      ).toBe(recorded);
      await client.query("select adopt_partitions('stay')");
    });
  });
});

describe('XX001', () => {
  it.each([
    ['a changed row', "update partition_move_1_1 set note = 'tampered' where id = 1"],
    ['a missing row', 'delete from partition_move_1_1 where id = 1'],
  ])('a copy with %s is not put in place where the row is compared once more', async (_, tamper) => {
    await withMoves(
      `${stays}; create function spoil() returns trigger language plpgsql as $$ begin
        ${tamper}; return null; end $$`,
      async (db) => {
        await rememberRows(db.client);
        await whileStoppedAt(db, 'ADD KEYS', rebuild, (mover) => kill(db, mover));
        await db.client
          .query(`create trigger spoil after insert on partition_move_1_1 for each statement execute function spoil();
        update stay set note = note where id = 1`);
        expect(await outcomeOf(db.client, rebuild)).toMatchObject({
          code: 'XX001',
          hint: expect.any(String),
        });
        expect((await boundsOf(db.client))[0]).toBe('2026-01-01 2026-02-01');
        await expectSameRows(db.client);
        await db.client.query(
          "drop trigger spoil on partition_move_1_1; select cancel_partition_moves('stay')",
        );
        await expectNothingLeft(db.client);
      },
    );
  });

  it('a copy that is wrong from the start is refused at once', async () => {
    await withMoves(
      `${stays}; create function spoil() returns trigger language plpgsql as $$ begin
        new.note := 'spoiled'; return new; end $$`,
      async (db) => {
        await rememberRows(db.client);
        await whileStoppedAt(db, 'COPY', rebuild, (mover) => kill(db, mover));
        await db.client.query(
          'create trigger spoil before insert on partition_move_1_1 for each row execute function spoil()',
        );
        expect(await outcomeOf(db.client, rebuild)).toMatchObject({ code: 'XX001' });
        await expectSameRows(db.client);
        await db.client.query("select cancel_partition_moves('stay')");
        await expectNothingLeft(db.client);
      },
    );
  });
});

describe('whoever calls', () => {
  it('gets nowhere without rights, 42501', async () => {
    await withMoves(stays, async ({ client, connectAsSuperuser }) => {
      const superuser = await connectAsSuperuser();
      const role = `nobody_${String(process.pid)}`;
      await superuser.query(`create role ${role}; grant usage on schema public to ${role}`);
      try {
        await superuser.query(`set search_path = public; set role ${role}`);
        for (const call of [
          rebuild,
          "call split_partition('stay_2026_01', 12, 1)",
          "select cancel_partition_moves('stay')",
        ]) {
          expect(await outcomeOf(superuser, call)).toMatchObject({ code: '42501' });
        }
        expect(await outcomeOf(superuser, 'select partition_checksum($$stay$$)')).toMatchObject({
          code: '42501',
        });
        expect(await boundsOf(client)).toEqual(onInterval(1));
        await expectNothingLeft(client);
      } finally {
        await superuser.query(`reset role; drop owned by ${role}; drop role ${role}`);
      }
    });
  });

  it('cannot stand in for what is called, by a search_path or a table of the same name', async () => {
    const hostile = `${stays}; create schema evil; create table evil.partition_move (like partition_move);
      create function evil.partition_parent(text) returns regclass language plpgsql as 'begin raise exception $$evil$$; end';
      create function evil.count(bigint) returns bigint language sql as 'select 0::bigint';
      create function evil.hash_record_extended(record, bigint) returns bigint language plpgsql as 'begin return 0; end';
      create temp table partition_move_target (x int); create temp table stay_2026_01 (x int);
      create temp table partition_move_log_1 (x int)`;
    await withMoves(hostile, async ({ client }) => {
      await rememberRows(client, 'public.stay', 'public.remembered');
      await client.query('set search_path = evil, pg_temp, pg_catalog, public');
      expect(await outcomeOf(client, rebuild.replace('call ', 'call public.'))).toBeUndefined();
      expect(await valueOf(client, "select current_setting('search_path')")).toBe(
        'evil, pg_temp, pg_catalog, public',
      );
      await client.query('discard temp; set search_path = public');
      expect((await boundsOf(client)).slice(0, 2)).toEqual(onInterval(3).slice(0, 2));
      await expectSameRows(client);
      await expectLoggedRows(client);
      await expectNothingLeft(client);
    });
  });

  it.each(['Sales 100%', 'a.b"c'])('may have a table of any name in schema %j', async (schema) => {
    const name = 'Odd "stay"; drop table x; -- %I $1';
    await withMoves('', async ({ client }) => {
      const table = `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(name)}`;
      await client.query(`set timezone = 'UTC'; create schema ${client.escapeIdentifier(schema)};
        create table ${table} (id int, "Starts % ""at""" timestamptz not null, primary key (id, "Starts % ""at""")) partition by range ("Starts % ""at""")`);
      await client.query('select manage_partitions($1, 12, 1)', [table]);
      await client.query(
        `insert into ${table} select n, '2026-01-01'::timestamptz + n * interval '5 days' from generate_series(0, 60) n`,
      );
      await rememberRows(client, table);
      await client.query(
        `call rebuild_partitions(${client.escapeLiteral(table)}, '2026-01-01', '2027-01-01', 2, 6)`,
      );
      expect((await boundsOf(client, table)).slice(0, 2)).toEqual(onInterval(6, 2026, 2027));
      await expectSameRows(client, table);
      await expectLoggedRows(client, table);
      await expectNothingLeft(client);
    });
  });
});

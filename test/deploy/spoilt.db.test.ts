/** Targets that spoil rows while they are migrated, and migrations that would get round the proof: all rolled back. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ConnectionSettings } from '../../src/postgres/connection.ts';
import type { DeploymentResult } from '../../src/domain/deployment.ts';
import { openTestServer, type TestServer } from '../support/throwaway.ts';
import { play, rowsOf } from './apply/played.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(async () => server.close());

const TABLE = `create table booking (id bigint, at timestamptz not null, who text, paid numeric, primary key (id, at)) partition by range (at);
create table booking_2026 partition of booking for values from ('2026-01-01 00:00Z') to ('2027-01-01 00:00Z');
insert into booking select n, timestamptz '2026-03-01 00:00Z' + n * interval '1 hour', 'guest ' || n, n from generate_series(1, 500) n;`;
const BASE = { 'V1__table.sql': TABLE };

/** Moves half of the rows into a partition of their own. */
const MOVE = `create table booking_new (like booking including all);
alter table booking detach partition booking_2026;
alter table booking attach partition booking_new for values from ('2026-03-10 00:00Z') to ('2027-01-01 00:00Z');
insert into booking select * from booking_2026 where at >= '2026-03-10 00:00Z';
delete from booking_2026 where at >= '2026-03-10 00:00Z';
alter table booking attach partition booking_2026 for values from ('2026-01-01 00:00Z') to ('2026-03-10 00:00Z');`;

const LEDGER = "select count(*)::int as n, md5(string_agg(b::text, ',' order by id)) as sum from booking b";

interface Case {
  /** On the target, before. */
  readonly given?: string;
  readonly migration: string;
  readonly config?: string;
}

/** The rows must be as they were, whatever comes out. */
async function spoil(
  { given = 'select 1', migration, config }: Case,
  look?: (connection: ConnectionSettings) => Promise<void>,
): Promise<DeploymentResult> {
  return server.withDatabase(async ({ migrator }) => {
    await play({ connection: migrator, files: BASE });
    await rowsOf(migrator, given);
    const before = await rowsOf(migrator, LEDGER);
    const files = {
      ...BASE,
      'V2__move.sql': migration,
      ...(config === undefined ? {} : { 'partition-guard.yml': config }),
    };
    const result = await play({ connection: migrator, files });
    if (result.outcome !== 'applied') expect(await rowsOf(migrator, LEDGER)).toEqual(before);
    await look?.(migrator);
    expect(await rowsOf(migrator, 'select from flyway_schema_history where installed_rank = 2')).toHaveLength(
      result.outcome === 'applied' ? 1 : 0,
    );
    return result;
  });
}

const messageOf = async (given: Case): Promise<string | undefined> => {
  const result = await spoil(given);
  expect(result.outcome).toBe('failed');
  return result.failure?.message;
};

const trigger = (body: string, when = 'before insert', table = 'booking'): string =>
  `create function spoil() returns trigger language plpgsql as $$ begin ${body} end $$;
   create trigger spoil ${when} on ${table} for each row execute function spoil();`;

describe('a target that spoils rows', () => {
  it('lets the rows through that nothing spoils', async () => {
    const result = await spoil({ migration: MOVE });
    expect(result.failure).toBeUndefined();
    expect(result.applied[0]?.proofs).toMatchObject([
      { verdict: 'equal', before: { rows: 500 }, after: { rows: 500 } },
    ]);
  });

  it('by a trigger that swallows some', async () => {
    const given = trigger('if new.id in (300, 301) then return null; end if; return new;');
    expect(await messageOf({ given, migration: MOVE })).toBe(
      'V2__move.sql was rolled back: public.booking: 2 rows lost: id 300, 301',
    );
  });

  it('by a trigger that changes values', async () => {
    const given = trigger('new.paid := round(new.paid, -1); return new;');
    expect(await messageOf({ given, migration: MOVE })).toMatch(
      /^V2__move.sql was rolled back: public.booking: 256 rows changed: id 216, 217, 218, 219, 221, …$/,
    );
  });

  it('by a rule that keeps what is to be deleted, so that it is there twice', async () => {
    const given = 'create rule spoil as on delete to booking_2026 where old.id = 400 do instead nothing';
    const result = await spoil({
      given,
      migration:
        MOVE.replace('alter table booking attach partition booking_2026', '--').replace(/--[^;]*;/, '') +
        "alter table booking add column n integer; insert into booking (id, at, who, paid) select id, at - interval '20 days', who, paid from booking_2026 where at >= '2026-03-10 00:00Z'; alter table booking detach partition booking_new; drop table booking_new; drop rule spoil on booking_2026; alter table booking attach partition booking_2026 default;",
    });
    expect(result.outcome).toBe('failed');
  });

  it('by a trigger that waits for the end of the transaction', async () => {
    const given = `create function later() returns trigger language plpgsql as $$ begin delete from booking where id = 5; return null; end $$;
      create constraint trigger later after insert on booking initially deferred for each row execute function later();`;
    expect(await messageOf({ given, migration: MOVE })).toBe(
      'V2__move.sql was rolled back: public.booking: 1 row lost: id 5',
    );
  });

  it('by a trigger on another table that the file writes to', async () => {
    const given = `create table rate (n integer); ${trigger('delete from booking where id = 9; return new;', 'before insert', 'rate')}`;
    expect(await messageOf({ given, migration: 'insert into rate values (1)' })).toBe(
      'V2__move.sql was rolled back: public.booking: 1 row lost: id 9',
    );
  });
});

describe('a migration that changes rows', () => {
  it('may add rows, and columns, and take a column away, which is named', async () => {
    const added = await spoil({
      migration:
        "insert into booking values (1000, '2026-12-01 00:00Z', 'new', 1); alter table booking add column n integer default 3",
    });
    expect(added.failure).toBeUndefined();
    expect(added.applied[0]?.proofs).toMatchObject([
      { verdict: 'equal', differences: ['1 row added: id 1000'] },
    ]);
    const dropped = await spoil(
      { migration: 'alter table booking drop column paid; alter table booking rename column who to guest' },
      async () => undefined,
    );
    expect(dropped.failure).toBeUndefined();
    expect(dropped.applied[0]?.proofs).toMatchObject([
      { verdict: 'equal', passedOver: ['paid'], differences: [] },
    ]);
  });

  it('is found out behind a column that it takes away', async () => {
    expect(
      await messageOf({
        migration: "alter table booking drop column paid; update booking set who = 'x' where id = 77",
      }),
    ).toBe('V2__move.sql was rolled back: public.booking: 1 row changed: id 77');
  });

  it('doubles none under another key', async () => {
    expect(
      await messageOf({
        migration: 'insert into booking select id + 10000, at, who, paid from booking where id < 3',
      }),
    ).toBe('V2__move.sql was rolled back: public.booking: 2 rows doubled: id 10001, 10002');
  });

  it('converts a plain table with all of its rows, or not at all', async () => {
    const given = `create table visit (id integer primary key, at date not null); insert into visit select n, date '2026-01-01' + n from generate_series(1, 100) n`;
    const convert = (rows: string): string => `alter table visit rename to visit_old;
      create table visit (id integer, at date not null) partition by range (at);
      create table visit_2026 partition of visit for values from ('2026-01-01') to ('2027-01-01');
      insert into visit select * from visit_old where ${rows}; drop table visit_old;`;
    expect((await spoil({ given, migration: convert('true') })).failure).toBeUndefined();
    expect(await messageOf({ given, migration: convert('id <> 42') })).toBe(
      'V2__move.sql was rolled back: public.visit: 1 row lost: id 42',
    );
  });

  it('loses what it detaches, unless a successor holds it or a waiver lets it go', async () => {
    const migration = 'alter table booking detach partition booking_2026';
    expect(await messageOf({ migration })).toMatch(
      /^V2__move.sql was rolled back: public.booking: 500 rows lost: id 1, 2, 3, 4, 5, …$/,
    );
    const successor = 'tables: [{ name: public.booking, successor: public.booking_2026 }]';
    expect((await spoil({ migration, config: successor })).failure).toBeUndefined();
  });

  it('may lose what is waived until its day', async () => {
    const migration = 'delete from booking where id = 3';
    const waiver = (until: string) =>
      `waivers: [{ check: no-row-lost, table: public.booking, reason: "meant", until: ${until} }]`;
    const result = await server.withDatabase(async ({ migrator }) => {
      await play({ connection: migrator, files: BASE });
      return play({
        connection: migrator,
        files: { ...BASE, 'V2__move.sql': migration, 'partition-guard.yml': waiver('2030-01-01') },
      });
    });
    expect(result.applied[0]?.proofs).toMatchObject([
      { verdict: 'waived', differences: ['1 row lost: id 3'] },
    ]);
    expect((await spoil({ migration, config: waiver('2020-01-01') })).outcome).toBe('failed');
  });
});

describe('a migration that would get round the proof', () => {
  const delete3 = 'delete from booking where id = 3;';
  const lost3 = 'V2__move.sql was rolled back: public.booking: 1 row lost: id 3';

  it.each([
    [
      'by functions and operators of its own',
      `create schema evil; create function evil.count(bigint) returns bigint language sql as 'select 500::bigint';
      create function evil.eq(bigint, bigint) returns boolean language sql as 'select true'; create operator evil.= (leftarg = bigint, rightarg = bigint, function = evil.eq);
      set search_path = evil, pg_catalog, public; ${delete3}`,
    ],
    ['by letting go of every lock', `select pg_advisory_unlock_all(); ${delete3}`],
    [
      'by another role',
      `create role spoiler; grant spoiler to current_user; set local role spoiler; reset role; ${delete3}`,
    ],
    [
      'by settings',
      `set standard_conforming_strings = off; set statement_timeout = '1h'; set datestyle = 'German'; set client_encoding = 'LATIN1'; ${delete3}`,
    ],
    ['by a savepoint of its own', `savepoint s; ${delete3} release savepoint s;`],
    [
      'in a block that catches its errors',
      `do $$ begin ${delete3} perform 1/0; exception when division_by_zero then ${delete3} end $$;`,
    ],
    ['by switching triggers off', `alter table booking disable trigger all; ${delete3}`],
    [
      'by hiding the table behind a view of its name',
      `alter table booking rename to hidden; create view booking as select * from hidden; delete from hidden where id = 3;`,
    ],
  ])('%s', async (name, migration) => {
    const message = await messageOf({ migration });
    if (name.startsWith('by hiding')) expect(message).toContain('lost');
    else expect(message).toBe(lost3);
  });

  it.each([
    [
      'trigger',
      'create trigger late after insert on partition_guard.applied_migration for each row execute function late()',
    ],
    [
      'rule',
      'create rule late as on insert to partition_guard.applied_migration do also delete from booking where id = 3',
    ],
  ])('by a %s on the record of what was proven', async (_kind, listener) => {
    const migration = `create function late() returns trigger language plpgsql as
      $f$ begin delete from public.booking where id = 3; return null; end $f$; ${listener};`;
    expect(await messageOf({ migration })).toContain('partition_guard.applied_migration');
  });

  it('by ending its transaction is not begun at all', async () => {
    await expect(spoil({ migration: `${delete3} commit; select 1` })).rejects.toThrow(
      /V2__move.sql:1: it ends or changes the transaction of its file/,
    );
    await expect(spoil({ migration: `${delete3} commit and chain; select 1` })).rejects.toThrow(
      /ends or changes the transaction/,
    );
  });

  it.each([
    'commit -- to make it visible',
    'end /* to */',
    "prepare transaction 'to be done'",
    'commit and chain',
    'begin isolation level serializable',
    'savepoint partition_guard_begin',
  ])('by %s is not begun at all', async (statement) => {
    await expect(spoil({ migration: `${delete3}\n${statement}\n;\nselect 1` })).rejects.toThrow(
      /V2__move.sql:2: it ends or changes the transaction of its file/,
    );
  });

  it('may set savepoints, and begin what has begun', async () => {
    const migration =
      'begin; savepoint a; select 1; rollback work to savepoint a; /* to */ ROLLBACK -- x\n TO "a"; release a; start transaction;';
    expect((await spoil({ migration })).failure).toBeUndefined();
  });

  it.each([
    ['by dropping our schema', 'drop schema partition_guard cascade', /partition_guard/],
    [
      'by changing the history',
      "delete from flyway_schema_history where version = '1'",
      /changed the rows of the history itself/,
    ],
    [
      'by a trigger on the history',
      `create function f() returns trigger language plpgsql as 'begin return null; end'; create trigger t before insert on flyway_schema_history for each row execute function f()`,
      /did not keep the row/,
    ],
    [
      'by hiding rows from the role',
      `alter table booking enable row level security; alter table booking force row level security; create policy p on booking using (id > 3)`,
      /row-level security|row security/,
    ],
  ])('%s', async (_, migration, message) => {
    const result = await spoil({ migration }, async () => undefined);
    expect(result.outcome).toBe('failed');
    expect(result.failure?.message).toMatch(message);
  });

  it('has names that need quotes', async () => {
    const named = `create table "we""ird\n'; drop table x; --" (id integer, at date not null, primary key (id, at)) partition by range (at);
      create table "w 2026" partition of "we""ird\n'; drop table x; --" for values from ('2026-01-01') to ('2027-01-01');
      insert into "we""ird\n'; drop table x; --" select n, date '2026-01-01' + n from generate_series(1, 5) n;`;
    expect(await messageOf({ given: named, migration: `delete from "w 2026" where id = 2` })).toBe(
      `V2__move.sql was rolled back: public."we""ird\n'; drop table x; --": 1 row lost: id 2`,
    );
  });
});

describe('rows that only the work itself leads to', () => {
  const LOST40 = /^V2__move.sql was rolled back: public.booking: 40 rows lost: id 1, 2, 3, 4, 5, …$/;
  const PURGE =
    'create function purge() returns integer language plpgsql as $$ begin delete from booking where id <= 40; return 1; end $$;';
  const ROOM = 'create table room (id integer primary key); insert into room values (1), (2);';

  it.each([
    [
      'through a view that the file makes',
      '',
      'create view v as select * from booking; delete from v where id <= 40',
    ],
    [
      'by a trigger that the file makes',
      ROOM,
      `create function f() returns trigger language plpgsql as $$ begin delete from booking where id <= 40; return new; end $$;
       create trigger t after update on room for each row execute function f(); update room set id = id + 10;`,
    ],
    [
      'by a rule that the file makes',
      ROOM,
      'create rule r as on update to room do also delete from booking where id <= 40; update room set id = id + 10',
    ],
    [
      'in a schema that is renamed',
      '',
      'create schema a; alter table booking set schema a; alter schema a rename to z; delete from z.booking where id <= 40; alter table z.booking set schema public',
    ],
    [
      'through a view over a function',
      `${PURGE} create view do_purge as select purge()`,
      'select * from do_purge',
    ],
    [
      'by the default of a column',
      `${PURGE} ${ROOM}`,
      'alter table room add column n integer default purge()',
    ],
    [
      'from a parent by inheritance, and on by a foreign key',
      `create table parent (id bigint); create table child (primary key (id)) inherits (parent);
       insert into child select n from generate_series(1, 500) n;
       alter table booking add foreign key (id) references child on delete cascade;`,
      'delete from parent where id <= 40',
    ],
  ])('%s', async (_, given, migration) => {
    expect(await messageOf({ given: given || 'select 1', migration })).toMatch(LOST40);
  });

  it('are lost in a dry run, too, and where rows are only counted', async () => {
    await server.withDatabase(async ({ migrator }) => {
      await play({ connection: migrator, files: BASE });
      const files = {
        ...BASE,
        'V2__move.sql': 'create view v as select * from booking; delete from v where id <= 40',
      };
      const dry = await play({ connection: migrator, files, options: { dryRun: true } });
      expect(dry.failure?.message).toMatch(LOST40);
      const counted = await play({ connection: migrator, files, options: { verify: 'count' } });
      expect(counted.failure?.message).toMatch(LOST40);
    });
  });

  it.each(['touched', 'full'] as const)('of a list root with ranges within (%s)', async (verify) => {
    await server.withDatabase(async ({ migrator }) => {
      const list = `create table stay (id bigint, hotel text, at date) partition by list (hotel);
        create table stay_a partition of stay for values in ('a') partition by range (at);
        create table stay_a_2026 partition of stay_a for values from ('2026-01-01') to ('2027-01-01');
        insert into stay select n, 'a', '2026-03-01' from generate_series(1, 50) n;`;
      await play({ connection: migrator, files: { 'V1__stay.sql': list } });
      const result = await play({
        connection: migrator,
        files: { 'V1__stay.sql': list, 'V2__less.sql': 'delete from stay_a_2026 where id <= 40' },
        options: { verify },
      });
      expect(result.failure?.message).toContain('public.stay: 40 rows lost');
      expect(await rowsOf(migrator, 'select from stay')).toHaveLength(50);
    });
  });

  it('of a plain table that a function makes partitioned', async () => {
    const given = `create table ev (id integer primary key, at date not null); insert into ev select n, date '2026-01-01' + n from generate_series(1, 50) n;
      create function monthly(after integer) returns void language plpgsql as $$ begin
        alter table ev rename to ev_old;
        create table ev (id integer, at date not null) partition by range (at);
        create table ev_2026 partition of ev for values from ('2026-01-01') to ('2027-01-01');
        insert into ev select * from ev_old where id > after; drop table ev_old;
      end $$;`;
    expect((await spoil({ given, migration: 'select monthly(0)' })).applied[0]?.proofs).toContainEqual(
      expect.objectContaining({
        table: 'public.ev',
        verdict: 'equal',
        before: expect.objectContaining({ rows: 50 }),
      }),
    );
    expect(await messageOf({ given, migration: 'select monthly(10)' })).toBe(
      'V2__move.sql was rolled back: public.ev: 10 rows lost: id 1, 2, 3, 4, 5, …',
    );
  });

  it('and are left unproven where nothing reached them', async () => {
    const result = await spoil({ given: ROOM, migration: 'update room set id = id + 10' });
    expect(result.outcome).toBe('applied');
    expect(result.applied[0]?.proofs).toEqual([]);
  });

  it('differ from run to run, and neither run stays', async () => {
    const OTHER = `create sequence s; create table other (id bigint, at date) partition by range (at);
      create table other_2026 partition of other for values from ('2026-01-01') to ('2027-01-01');
      insert into other select n, '2026-03-01' from generate_series(1, 50) n;`;
    for (const [migration, rows] of [
      [
        "alter table booking drop column who; delete from other where id < nextval('s')",
        'public.other: it differs from run to run: 50 rows after the first, 0 after the second',
      ],
      [
        "delete from booking where id = 3 and nextval('s') = 1",
        'public.booking: it differs from run to run: 499 rows after the first, 500 after the second',
      ],
      [
        "update booking set who = 'x' where id = 3 and nextval('s') = 1",
        'public.booking: it differs from run to run',
      ],
    ] as const) {
      expect(await messageOf({ given: OTHER, migration })).toBe(`V2__move.sql was rolled back: ${rows}`);
    }
  });
});

/** Targets that spoil rows while they are migrated, and migrations that would get round the proof: all rolled back. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestServer, type TestServer } from '../support/throwaway.ts';
import { play } from './apply/played.ts';
import { BASE, messageOf, refusalOf, spoil } from './spoilt-target.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(async () => server.close());
/** Moves half of the rows into a partition of their own. */
const MOVE = `create table booking_new (like booking including all);
alter table booking detach partition booking_2026;
alter table booking attach partition booking_new for values from ('2026-03-10 00:00Z') to ('2027-01-01 00:00Z');
insert into booking select * from booking_2026 where at >= '2026-03-10 00:00Z';
delete from booking_2026 where at >= '2026-03-10 00:00Z';
alter table booking attach partition booking_2026 for values from ('2026-01-01 00:00Z') to ('2026-03-10 00:00Z');`;
const trigger = (body: string, when = 'before insert', table = 'booking'): string =>
  `create function spoil() returns trigger language plpgsql as $$ begin ${body} end $$;
   create trigger spoil ${when} on ${table} for each row execute function spoil();`;

describe('a target that spoils rows', () => {
  it('lets the rows through that nothing spoils', async () => {
    const result = await spoil(server, { migration: MOVE });
    expect(result.failure).toBeUndefined();
    expect(result.applied[0]?.proofs).toMatchObject([
      { verdict: 'equal', before: { rows: 500 }, after: { rows: 500 } },
    ]);
  });

  it('by a trigger that swallows some', async () => {
    const given = trigger('if new.id in (300, 301) then return null; end if; return new;');
    expect(await messageOf(server, { given, migration: MOVE })).toBe(
      'V2__move.sql was rolled back: public.booking: 2 rows lost: id 300, 301',
    );
  });

  it('by a trigger that changes values', async () => {
    const given = trigger('new.paid := round(new.paid, -1); return new;');
    expect(await messageOf(server, { given, migration: MOVE })).toMatch(
      /^V2__move.sql was rolled back: public.booking: 256 rows changed: id 216, 217, 218, 219, 221, …$/,
    );
  });

  it('by a rule that keeps what is to be deleted, so that it is there twice', async () => {
    const given = 'create rule spoil as on delete to booking_2026 where old.id = 400 do instead nothing';
    const result = await spoil(server, {
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
    expect(await messageOf(server, { given, migration: MOVE })).toBe(
      'V2__move.sql was rolled back: public.booking: 1 row lost: id 5',
    );
  });

  it('by a trigger on another table that the file writes to', async () => {
    const given = `create table rate (n integer); ${trigger('delete from booking where id = 9; return new;', 'before insert', 'rate')}`;
    expect(await messageOf(server, { given, migration: 'insert into rate values (1)' })).toBe(
      'V2__move.sql was rolled back: public.booking: 1 row lost: id 9',
    );
  });
});

describe('a migration that changes rows', () => {
  it('may add rows, and columns, and take a column away, which is named', async () => {
    const added = await spoil(server, {
      migration:
        "insert into booking values (1000, '2026-12-01 00:00Z', 'new', 1); alter table booking add column n integer default 3",
    });
    expect(added.failure).toBeUndefined();
    expect(added.applied[0]?.proofs).toMatchObject([
      { verdict: 'equal', differences: ['1 row added: id 1000'] },
    ]);
    const dropped = await spoil(
      server,
      { migration: 'alter table booking drop column paid; alter table booking rename column who to guest' },
      async () => undefined,
    );
    expect(dropped.failure).toBeUndefined();
    expect(dropped.applied[0]?.proofs).toMatchObject([
      { verdict: 'equal', passedOver: ['paid'], differences: [] },
    ]);
  });

  it('is seen in a column whose type it changes, wherever that type loses nothing', async () => {
    const kept = await spoil(server, {
      migration:
        "alter table booking alter paid type double precision, alter who type varchar(40); alter table booking alter paid type text using 'some'",
    });
    expect(kept.applied[0]?.proofs).toMatchObject([
      { verdict: 'equal-in-part', passedOver: ['paid'], dropped: [], differences: [] },
    ]);
    const given = 'alter table booking alter paid type integer';
    for (const type of ['bigint', 'numeric(12, 2)', 'text']) {
      const whole = await spoil(server, { given, migration: `alter table booking alter paid type ${type}` });
      expect(whole.applied[0]?.proofs).toMatchObject([{ verdict: 'equal', passedOver: [] }]);
      const migration = `alter table booking alter paid type ${type} using (case when paid = 7 then 0 else paid end)::${type}`;
      expect(await messageOf(server, { given, migration })).toBe(
        'V2__move.sql was rolled back: public.booking: 1 row changed: id 7',
      );
    }
  });

  it('is seen in a key whose type it changes', async () => {
    const migration = (using: string) =>
      `alter table booking drop constraint booking_pkey; alter table booking alter id type numeric(20, 3) using ${using}; alter table booking add primary key (id, at)`;
    expect((await spoil(server, { migration: migration('id') })).applied[0]?.proofs).toMatchObject([
      { verdict: 'equal', passedOver: [] },
    ]);
    expect(await messageOf(server, { migration: migration('id + 500') })).toContain(
      'public.booking: 500 rows lost: id 1, 2, 3, 4, 5, …',
    );
  });

  it('is found out behind a column that it takes away', async () => {
    expect(
      await messageOf(server, {
        migration: "alter table booking drop column paid; update booking set who = 'x' where id = 77",
      }),
    ).toBe('V2__move.sql was rolled back: public.booking: 1 row changed: id 77');
  });

  it('doubles none under another key', async () => {
    expect(
      await messageOf(server, {
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
    expect((await spoil(server, { given, migration: convert('true') })).failure).toBeUndefined();
    expect(await messageOf(server, { given, migration: convert('id <> 42') })).toBe(
      'V2__move.sql was rolled back: public.visit: 1 row lost: id 42',
    );
  });

  it('loses what it detaches, unless a successor holds it or a waiver lets it go', async () => {
    const migration = 'alter table booking detach partition booking_2026';
    expect(await messageOf(server, { migration })).toMatch(
      /^V2__move.sql was rolled back: public.booking: 500 rows lost: id 1, 2, 3, 4, 5, …$/,
    );
    const successor = 'tables: [{ name: public.booking, successor: public.booking_2026 }]';
    expect((await spoil(server, { migration, config: successor })).failure).toBeUndefined();
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
    expect((await spoil(server, { migration, config: waiver('2020-01-01') })).outcome).toBe('failed');
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
    const message = await messageOf(server, { migration });
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
    expect(await messageOf(server, { migration })).toContain('partition_guard.applied_migration');
  });

  it('by ending its transaction is not begun at all', async () => {
    expect(await refusalOf(server, { migration: `${delete3} commit; select 1` })).toMatch(
      /^V2__move.sql:1: it ends or changes the transaction of its file/,
    );
    expect(await refusalOf(server, { migration: `${delete3} commit and chain; select 1` })).toMatch(
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
    'selct 1; commit; selct 2',
  ])('by %s is not begun at all', async (statement) => {
    expect(await refusalOf(server, { migration: `${delete3}\n${statement}\n;\nselect 1` })).toMatch(
      /^V2__move.sql:[12]: it ends or changes the transaction of its file/,
    );
  });

  it('may set savepoints, and begin what has begun', async () => {
    const migration =
      'begin; savepoint a; select 1; rollback work to savepoint a; /* to */ ROLLBACK -- x\n TO "a"; release a; start transaction;';
    expect((await spoil(server, { migration })).failure).toBeUndefined();
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
    const result = await spoil(server, { migration }, async () => undefined);
    expect(result.outcome).toBe('failed');
    expect(result.failure?.message).toMatch(message);
  });

  it('has names that need quotes', async () => {
    const named = `create table "we""ird\n'; drop table x; --" (id integer, at date not null, primary key (id, at)) partition by range (at);
      create table "w 2026" partition of "we""ird\n'; drop table x; --" for values from ('2026-01-01') to ('2027-01-01');
      insert into "we""ird\n'; drop table x; --" select n, date '2026-01-01' + n from generate_series(1, 5) n;`;
    expect(await messageOf(server, { given: named, migration: `delete from "w 2026" where id = 2` })).toBe(
      `V2__move.sql was rolled back: public."we""ird\n'; drop table x; --": 1 row lost: id 2`,
    );
  });
});

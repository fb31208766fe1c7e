/** Rows that a file reaches by what it makes, or by what is there: found by looking afterwards. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestServer, type TestServer } from '../support/throwaway.ts';
import { play, rowsOf } from './apply/played.ts';
import { BASE, messageOf, spoil } from './spoilt-target.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(async () => server.close());
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
    expect(await messageOf(server, { given: given || 'select 1', migration })).toMatch(LOST40);
  });

  it('by a function with rights of its own, under which the server counts nothing', async () => {
    await server.withDatabase(async ({ migrator, admin }) => {
      await play({ connection: migrator, files: BASE });
      await rowsOf(
        admin,
        `create function public.purge() returns integer language plpgsql security definer set track_counts = off as
           $$ begin delete from public.booking where id <= 40; return 1; end $$;
         create view public.do_purge as select public.purge(); grant select on public.do_purge to public`,
      );
      const files = { ...BASE, 'V2__move.sql': 'select * from do_purge' };
      expect((await play({ connection: migrator, files })).failure?.message).toMatch(LOST40);
    });
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
    expect(
      (await spoil(server, { given, migration: 'select monthly(0)' })).applied[0]?.proofs,
    ).toContainEqual(
      expect.objectContaining({
        table: 'public.ev',
        verdict: 'equal',
        before: expect.objectContaining({ rows: 50 }),
      }),
    );
    expect(await messageOf(server, { given, migration: 'select monthly(10)' })).toBe(
      'V2__move.sql was rolled back: public.ev: 10 rows lost: id 1, 2, 3, 4, 5, …',
    );
  });

  it('and are left unproven where nothing reached them', async () => {
    const result = await spoil(server, { given: ROOM, migration: 'update room set id = id + 10' });
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
      expect(await messageOf(server, { given: OTHER, migration })).toBe(
        `V2__move.sql was rolled back: ${rows}`,
      );
    }
  });
});

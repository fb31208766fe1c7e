/** Ways round the proof that need more than one file, another session, or the commit itself: none ends in a green run. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '../../src/postgres/connection.ts';
import { openTestServer, type TestServer } from '../support/throwaway.ts';
import { play, rowsOf } from './apply/played.ts';
import { BASE, messageOf, spoil } from './spoilt-target.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(async () => server.close());

const PURGE = `create function purge() returns integer language plpgsql as
  $$ begin delete from public.booking where id <= 40; return 1; end $$;`;
const LATE = `create function late() returns trigger language plpgsql as
  $$ begin delete from public.booking where id <= 40; return null; end $$;`;

describe('rows that go at the commit, or after it', () => {
  it('by the query of a cursor that is held', async () => {
    expect(
      await messageOf(server, { given: PURGE, migration: 'declare c cursor with hold for select purge()' }),
    ).toBe('the cursor c is declared WITH HOLD: the commit would run its query, after the proof of the rows');
    const closed = 'declare c cursor with hold for select 1; close c; declare d cursor for select 1';
    expect((await spoil(server, { migration: closed })).failure).toBeUndefined();
  });

  it('by a deferred trigger that puts off again what it sets off', async () => {
    const chained = (then: string): string =>
      `create table link (n integer);
       create function go_on() returns trigger language plpgsql as $$
       begin
         set constraints all deferred;
         ${then}
         return null;
       end $$;
       create constraint trigger t after insert on link deferrable initially deferred for each row execute function go_on();
       insert into link values (1);`;
    const late = chained(
      'if new.n < 4 then insert into public.link values (new.n + 1); else delete from public.booking where id <= 40; end if;',
    );
    expect(await messageOf(server, { migration: late })).toMatch(/public\.booking: 40 rows lost/);
    expect(
      await messageOf(server, { migration: chained('insert into public.link values (new.n + 1);') }),
    ).toMatch(/^deferred triggers set off one another/);
    expect((await spoil(server, { migration: chained('null;') })).outcome).toBe('applied');
  });

  it.each(['deployment', 'migration_statement', 'archived_partition'])(
    'by a trigger on %s of the audit trail',
    async (table) => {
      const migration = `${LATE} create trigger t after insert or update on partition_guard.${table} for each row execute function late()`;
      expect(await messageOf(server, { migration })).toBe(
        `a trigger or rule hangs on partition_guard.${table}, and would run after the proof`,
      );
    },
  );

  it('by a default of the audit trail, which the next run would call', async () => {
    const migration = `${PURGE} alter table partition_guard.deployment add column n integer; alter table partition_guard.deployment alter n set default purge()`;
    expect(await messageOf(server, { migration })).toBe(
      'partition_guard.deployment was altered: what it does with the next row, nobody would look at',
    );
  });

  it('by a trigger on the audit trail that is there before: nothing is begun', async () => {
    await server.withDatabase(async ({ migrator }) => {
      await play({ connection: migrator, files: BASE });
      await rowsOf(
        migrator,
        `${LATE} create trigger t after insert on partition_guard.deployment for each row execute function late()`,
      );
      await expect(
        play({ connection: migrator, files: { ...BASE, 'V2__x.sql': 'select 1' } }),
      ).rejects.toMatchObject({ code: 'audit-listened-to', exitStatus: 3 });
      expect(await rowsOf(migrator, 'select from booking')).toHaveLength(500);
    });
  });
});

describe('rows that say another thing, though nothing was written', () => {
  it('by labels that are renamed', async () => {
    const given =
      "create type mood as enum ('good', 'bad'); alter table booking add column mood mood default 'good'";
    const swap =
      "alter type mood rename value 'good' to 'x'; alter type mood rename value 'bad' to 'good'; alter type mood rename value 'x' to 'bad'";
    expect(await messageOf(server, { given, migration: swap })).toBe(
      'V2__move.sql was rolled back: public.booking: 500 rows changed: id 1, 2, 3, 4, 5, …',
    );
    const more = await spoil(server, { given, migration: "alter type mood add value 'so-so'" });
    expect(more.applied[0]?.proofs).toEqual([]);
  });

  it('by an attribute that is dropped from their type', async () => {
    const given =
      'create type pair as (a integer, b integer); alter table booking add column pair pair default row(1, 2)';
    expect(
      await messageOf(server, { given, migration: 'alter type pair drop attribute b cascade' }),
    ).toContain('public.booking: 500 rows changed');
  });

  it('by letters that their collation calls equal', async () => {
    const given =
      "create collation blind (provider = icu, locale = 'und-u-ks-level2', deterministic = false); alter table booking alter who type text collate blind";
    expect(await messageOf(server, { given, migration: 'update booking set who = upper(who)' })).toContain(
      'public.booking: 500 rows changed',
    );
  });
});

describe('rows that are elsewhere', () => {
  it.each(['touched', 'full'] as const)(
    'are missed where a table takes the name of the one that it was filled from, a file later (%s)',
    async (verify) => {
      await server.withDatabase(async ({ migrator }) => {
        const V1 = `create table ev (id integer primary key, at date not null); insert into ev select n, date '2026-01-01' + n from generate_series(1, 50) n`;
        const copied = (after: number) => ({
          'V1__ev.sql': V1,
          'V2__copy.sql': `create table ev_new (id integer, at date not null) partition by range (at);
             create table ev_2026 partition of ev_new for values from ('2026-01-01') to ('2027-01-01');
             insert into ev_new select * from ev where id > ${after}`,
          'V3__swap.sql':
            'alter table ev rename to ev_old; alter table ev_new rename to ev; drop table ev_old',
        });
        const result = await play({ connection: migrator, files: copied(10), options: { verify } });
        expect(result.failure?.message).toBe(
          'V3__swap.sql was rolled back: public.ev: 10 rows lost: id 1, 2, 3, 4, 5, …',
        );
        expect(await rowsOf(migrator, 'select from ev')).toHaveLength(50);
        await rowsOf(migrator, 'insert into ev_new select * from ev where id <= 10');
        const mended = await play({ connection: migrator, files: copied(10), options: { verify } });
        expect(mended.failure).toBeUndefined();
        expect(mended.outcome).toBe('applied');
      });
    },
  );

  it('are seen in a successor that the file names alone', async () => {
    const given = 'create table arch (like booking)';
    const config = 'tables: [{ name: public.booking, successor: public.arch }]';
    const migration = 'insert into arch select * from booking where id = 30';
    expect(await messageOf(server, { given, config, migration })).toBe(
      'V2__move.sql was rolled back: public.booking: 1 row doubled: id 30',
    );
    const hidden = `${given}; create view av as select * from arch`;
    expect(
      await messageOf(server, { given: hidden, config, migration: migration.replace('arch', 'av') }),
    ).toBe('V2__move.sql was rolled back: public.booking: 1 row doubled: id 30');
  });

  it('in a temporary table of another session stand in no way', async () => {
    await server.withDatabase(async ({ migrator }) => {
      await play({ connection: migrator, files: BASE });
      await withClient(migrator, async (other) => {
        await other.query(
          "create temp table tp (at date) partition by range (at); create temp table tp_1 partition of tp for values from ('2026-01-01') to ('2027-01-01')",
        );
        const files = { ...BASE, 'V2__do.sql': 'do $$ begin perform 1; end $$' };
        const result = await play({ connection: migrator, files, options: { verify: 'full' } });
        expect(result.failure).toBeUndefined();
        expect(result.applied[0]?.proofs.map(({ table }) => table)).toEqual(['public.booking']);
      });
    });
  });
});

it('blanks at the end of a text that becomes padded are lost, and that is seen', async () => {
  const padded = 'alter table booking alter column who type character(20)';
  const given = "update booking set who = who || '  ' where id <= 40";
  expect(await messageOf(server, { given, migration: padded })).toMatch(/public\.booking: 40 rows/);
  expect((await spoil(server, { migration: padded })).outcome).toBe('applied');
});

import { describe, expect, it } from '@jest/globals';
import { accountAfter, judgedTable } from '../support/judged-tables.ts';

const COLUMNS =
  'id text, starts timestamp not null, room integer, guest text, note text, price numeric(8,2), code char(4), tags text[]';
const PLAIN = `create table booking (${COLUMNS}, primary key (id))`;
const MONTHS = `create table booking (${COLUMNS}, primary key (id, starts)) partition by range (starts);
  create table booking_1 partition of booking for values from ('2026-01-01') to ('2026-02-01');
  create table booking_2 partition of booking for values from ('2026-02-01') to ('2026-03-01');`;
const NO_FAULT = { count: 0, examples: [] };

describe('an untouched table', () => {
  it.each([
    ['plain', PLAIN],
    ['partitioned', MONTHS],
  ])('has every row as it was: %s', async (_, schema) => {
    expect(await accountAfter({ schema, change: 'select 1' })).toEqual({
      seeded: 400,
      found: 400,
      lost: NO_FAULT,
      duplicated: NO_FAULT,
      changed: NO_FAULT,
      redefinedColumns: [],
      movedToCatchAll: NO_FAULT,
      stillInCatchAll: 0,
    });
  });

  it('has every row where it was only rewritten, renamed, or re-partitioned', async () => {
    const change = `alter table booking rename to booking_old;
      create table booking (like booking_old, primary key (id, starts)) partition by range (starts);
      create table booking_q1 partition of booking for values from ('2026-01-01') to ('2026-04-01');
      insert into booking select * from booking_old; drop table booking_old;`;
    expect(await accountAfter({ schema: MONTHS, change })).toMatchObject({
      found: 400,
      lost: { count: 0 },
      duplicated: { count: 0 },
      changed: { count: 0 },
    });
    expect(
      await accountAfter({ schema: PLAIN, change: 'alter table booking rename to reservation' }),
    ).toMatchObject({ found: 400, lost: { count: 0 } });
  });

  it('has every row where rows of others came', async () => {
    const change = "insert into booking (id, starts) values ('new', '2026-01-05')";
    expect(await accountAfter({ schema: MONTHS, change })).toMatchObject({
      found: 401,
      lost: { count: 0 },
      duplicated: { count: 0 },
      changed: { count: 0 },
    });
  });
});

describe('lost rows', () => {
  it('are counted, with the first of them, their span, and the partitions that held them', async () => {
    const account = await accountAfter({
      schema: MONTHS,
      change: "delete from booking where starts >= '2026-02-01'",
    });
    expect(account.lost.count).toBe(account.seeded - account.found);
    expect(account.lost.count).toBeGreaterThan(100);
    expect(account.lost.partitions).toMatchObject([
      { partition: 'public.booking_2', count: account.lost.count },
    ]);
    expect(account.lost.examples).toHaveLength(5);
    expect(account.lost.examples[0]).toMatchObject({ at: '2026-02-01', partition: 'public.booking_2' });
    expect(account.lost).toMatchObject({ earliest: '2026-02-01', latest: '2026-02-28 23:59:59.999999' });
    expect(account.changed.count).toBe(0);
  });

  it('are all of them where the table is gone', async () => {
    const account = await accountAfter({ schema: PLAIN, change: 'drop table booking' });
    expect(account).toMatchObject({ seeded: 400, found: 0, lost: { count: 400, foundIn: [] } });
  });

  it('are seen though as many new rows came', async () => {
    const change = `with gone as (delete from booking where id in (select id from booking order by id limit 7) returning *)
      insert into booking (id, starts, room, guest, note, price, code, tags)
      select 'x' || id, starts, room, guest, note, price, code, tags from gone`;
    const account = await accountAfter({ schema: PLAIN, change });
    expect(account).toMatchObject({ found: 400, lost: { count: 7 }, duplicated: { count: 0 } });
  });

  it('are seen though as many others were doubled', async () => {
    const change = `alter table booking drop constraint booking_pkey;
      delete from booking where id in (select id from booking order by id limit 5);
      insert into booking select * from booking order by id desc limit 5`;
    const account = await accountAfter({ schema: MONTHS, change });
    expect(account).toMatchObject({ found: 400, lost: { count: 5 }, duplicated: { count: 5 } });
  });

  it('are looked for elsewhere: a table moved aside, one in another schema, a detached partition', async () => {
    const aside = `create schema attic; grant usage on schema attic to public;
      create table attic."Old bookings" as select * from booking; truncate booking`;
    expect((await accountAfter({ schema: PLAIN, change: aside })).lost).toMatchObject({
      count: 400,
      foundIn: ['attic."Old bookings"'],
    });
    const detached = 'alter table booking detach partition booking_1';
    expect((await accountAfter({ schema: MONTHS, change: detached })).lost.foundIn).toEqual([
      'public.booking_1',
    ]);
  });
});

describe('rows in a declared successor', () => {
  const judged = judgedTable('booking', {
    successors: [
      { schema: 'public', name: 'archive' },
      { schema: 'public', name: 'nowhere' },
    ],
  });

  it('are where they may be', async () => {
    const change = `create table archive (like booking);
      with old as (delete from booking where starts < '2026-02-01' returning *) insert into archive select * from old`;
    expect(await accountAfter({ schema: MONTHS, change, judged })).toMatchObject({
      found: 400,
      lost: { count: 0 },
      duplicated: { count: 0 },
      changed: { count: 0 },
    });
  });

  it('are doubled where they are still in the table, too', async () => {
    const change = "create table archive as select * from booking where starts < '2026-02-01'";
    const account = await accountAfter({ schema: MONTHS, change, judged });
    expect(account.duplicated.count).toBe(account.found - account.seeded);
    expect(account.duplicated.count).toBeGreaterThan(100);
    expect(account).toMatchObject({ lost: { count: 0 }, changed: { count: 0 } });
  });

  it('may be all of them, the table gone', async () => {
    const change = 'alter table booking rename to archive';
    expect(await accountAfter({ schema: PLAIN, change, judged })).toMatchObject({
      found: 400,
      lost: { count: 0 },
    });
  });
});

describe('changed rows', () => {
  const firstKey =
    '(select min(id) from booking where note is not null and guest is not null and tags is not null)';
  it.each([
    ['NULL that got a value', "update booking set note = '' where note is null", 'note', { before: null, after: '' }],
    ['a value that became NULL', `update booking set guest = null where id = ${firstKey}`, 'guest', { after: null }],
    ['a trailing blank', `update booking set guest = guest || ' ' where id = ${firstKey}`, 'guest', {}],
    ['another amount', `update booking set price = coalesce(price, 0) + 0.01 where id = ${firstKey}`, 'price', {}],
    ['other letters of fixed length', `update booking set code = 'abcd' where id = ${firstKey}`, 'code', { after: 'abcd' }],
    ['an element of an array', `update booking set tags = tags || 'x'::text where id = ${firstKey}`, 'tags', {}],
    ['upper case', `update booking set note = upper(note) where id = ${firstKey}`, 'note', {}],
  ])('are seen: %s', async (_, change, column, values) => {
    const account = await accountAfter({ schema: PLAIN, change });
    expect(account.changed.count).toBeGreaterThan(0);
    expect(account).toMatchObject({ found: 400, lost: { count: 0 }, duplicated: { count: 0 } });
    expect(account.changed.examples[0]?.differences).toEqual([expect.objectContaining({ column, ...values })]);
  }); // prettier-ignore

  it('are seen where microseconds were cut', async () => {
    const change = "update booking set starts = date_trunc('second', starts)";
    const account = await accountAfter({ schema: PLAIN, change });
    expect(account.changed.count).toBeGreaterThan(300);
    expect(account.changed.examples[0]?.differences?.[0]?.column).toBe('starts');
  });

  it('are seen where a copy swaps two columns of one type', async () => {
    const change = `alter table booking rename to booking_old;
      create table booking (like booking_old including all);
      insert into booking (id, starts, room, guest, note, price, code, tags)
      select id, starts, room, note, guest, price, code, tags from booking_old;
      drop table booking_old`;
    const account = await accountAfter({ schema: PLAIN, change });
    expect(account.changed.count).toBeGreaterThan(300);
    expect(account.changed.examples[0]?.differences?.map((d) => d.column)).toEqual(['guest', 'note']);
  });

  it('are not those whose numbers only look otherwise', async () => {
    const change = 'update booking set price = price + 0';
    expect((await accountAfter({ schema: PLAIN, change })).changed.count).toBe(0);
  });
});

describe('columns that the change drops or gives another type', () => {
  it('are named, and the rest of each row is judged', async () => {
    const change =
      'alter table booking drop column note, alter column room type boolean using room > 0; update booking set guest = null';
    const account = await accountAfter({ schema: PLAIN, change });
    expect([...account.redefinedColumns].sort()).toEqual(['note', 'room']);
    expect(account.changed.count).toBeGreaterThan(300);
    expect(account.changed.examples[0]?.differences?.map((d) => d.column)).toEqual(['guest']);
    expect(account.lost.count).toBe(0);
  });

  it('do not hide that rows are lost', async () => {
    const change = 'alter table booking drop column note; delete from booking where room is null';
    const account = await accountAfter({ schema: PLAIN, change });
    expect(account.lost.count).toBe(400 - account.found);
    expect(account.lost.count).toBeGreaterThan(0);
    expect(account.changed.count).toBe(0);
  });

  it('may be new ones: those are nobody’s loss', async () => {
    const change = 'alter table booking add column kind text not null default $$x$$';
    expect(await accountAfter({ schema: PLAIN, change })).toMatchObject({
      redefinedColumns: [],
      lost: { count: 0 },
      changed: { count: 0 },
    });
  });
});

describe('a table without any key', () => {
  const schema = `create table booking (${COLUMNS})`;

  it('has its rows told apart by all of their values', async () => {
    const change = `delete from booking where ctid = (select min(ctid) from booking);
      insert into booking select * from booking where ctid = (select max(ctid) from booking)`;
    expect(await accountAfter({ schema, change })).toMatchObject({
      found: 400,
      lost: { count: 1 },
      duplicated: { count: 1 },
    });
  });

  it('is whole where nothing happened to it', async () => {
    expect(await accountAfter({ schema, change: 'vacuum booking' })).toMatchObject({
      lost: { count: 0 },
      duplicated: { count: 0 },
    });
  });

  it('has the key that the configuration names', async () => {
    const judged = judgedTable('booking', { key: ['id'] });
    const change = 'update booking set guest = null';
    const account = await accountAfter({ schema, change, judged });
    expect(account.lost.count).toBe(0);
    expect(account.changed.count).toBeGreaterThan(300);
  });
});

describe('a default partition', () => {
  const schema = `create table booking (id text, starts timestamp not null, primary key (id, starts)) partition by range (starts);
    create table booking_1 partition of booking for values from ('2026-01-01') to ('2026-02-01');
    create table booking_2 partition of booking for values from ('2026-02-01') to ('2026-03-01');`;
  const dropInto = (newHome: string): string =>
    `alter table booking detach partition booking_2; ${newHome};
     insert into booking select * from booking_2; drop table booking_2`;

  it('shows the rows that had a partition of their own', async () => {
    const account = await accountAfter({
      schema,
      change: dropInto('create table booking_d partition of booking default'),
    });
    expect(account.lost.count).toBe(0);
    expect(account.movedToCatchAll.count).toBeGreaterThan(100);
    expect(account.movedToCatchAll.partitions?.map((p) => p.partition)).toEqual(['public.booking_2']);
    expect(account.stillInCatchAll).toBe(0);
  });

  it('counts a partition without an upper end as one', async () => {
    const account = await accountAfter({
      schema,
      change: dropInto("create table rest partition of booking for values from ('2026-02-01') to (maxvalue)"),
    });
    expect(account.movedToCatchAll.count).toBeGreaterThan(100);
  });

  it('does not count one without a lower end whose upper end is past: that is history', async () => {
    const past = schema.replaceAll('2026-', '2025-');
    const change = `alter table booking detach partition booking_1;
      create table history partition of booking for values from (minvalue) to ('2025-02-01');
      insert into booking select * from booking_1; drop table booking_1`;
    expect(await accountAfter({ schema: past, change })).toMatchObject({
      lost: { count: 0 },
      movedToCatchAll: { count: 0 },
    });
  });

  it('counts apart the rows that were there before', async () => {
    const account = await accountAfter({
      schema: `${schema} create table booking_d partition of booking default`,
      change: 'select 1',
    });
    expect(account.stillInCatchAll).toBeGreaterThan(0);
    expect(account.movedToCatchAll.count).toBe(0);
    expect(account.lost.count).toBe(0);
  });
});

describe('SQL under test that reaches for the account', () => {
  it('has no say in how a value is read: its cast to text is not called', async () => {
    const account = await accountAfter({
      schema: `create type mood as enum ('good', 'bad');
        create table booking (id bigint primary key, starts timestamp not null, was mood not null, moods mood[]);
        create function same(mood) returns text language plpgsql as $$ begin
          delete from partition_guard.ledger_0; return 'same'; end $$;
        create function same(mood[]) returns text language sql as $$ select 'same' $$;
        create cast (mood as text) with function same(mood);
        create cast (mood[] as text) with function same(mood[]);`,
      change: `delete from booking where id in (select id from booking order by id limit 100);
        update booking set was = case was when 'good' then 'bad' else 'good' end::mood
         where id in (select id from booking order by id limit 10)`,
    });
    expect(account.lost.count).toBe(100);
    expect(account.changed.count).toBe(10);
    expect(account.changed.examples[0]?.differences).toMatchObject([{ column: 'was' }]);
  });

  it('is told so where the copy to compare with is no longer what it was', async () => {
    const touched = accountAfter({
      schema: `${PLAIN};
        create function forget() returns trigger language plpgsql as $$ begin
          delete from partition_guard.ledger_0 where id = old.id; return old; end $$;
        create trigger forget before delete on booking for each row execute function forget();`,
      change: 'select 1',
      afterChange: 'delete from public.booking where id in (select id from public.booking limit 5)',
    });
    await expect(touched).rejects.toMatchObject({ code: 'ledger-touched' });
  });
});

describe('names that SQL must quote', () => {
  it('are read as they are', async () => {
    const name = 'Booking "2"';
    const account = await accountAfter({
      schema:
        'create table "Booking ""2""" ("the Id" integer primary key, "when" timestamptz not null, "a,b" text)',
      change: 'delete from "Booking ""2""" where "the Id" % 2 = 0',
      judged: judgedTable(name, { table: 'public."Booking ""2"""' }),
    });
    expect(account.lost.count).toBe(200);
  });
});

describe('rows under keys that were never seeded', () => {
  it('are doubles where all else of them was seeded', async () => {
    const account = await accountAfter({
      schema: MONTHS,
      change: `insert into booking
        select 'copy of ' || id, starts, room, guest, note, price, code, tags from booking where starts < '2026-02-01'`,
    });
    expect(account.duplicated.count).toBe(account.found - account.seeded);
    expect(account.duplicated.count).toBeGreaterThan(100);
    expect(account).toMatchObject({ lost: { count: 0 }, changed: { count: 0 } });
  });

  it('are no doubles where the row itself is gone: it got another key', async () => {
    const account = await accountAfter({ schema: MONTHS, change: "update booking set id = 'new ' || id" });
    expect(account).toMatchObject({ lost: { count: 400 }, duplicated: { count: 0 } });
  });
});

describe('columns that are only widened', () => {
  it('are compared as before', async () => {
    const widen = 'alter table booking alter room type bigint, alter guest type varchar(200)';
    const schema = PLAIN;
    expect(await accountAfter({ schema, change: widen })).toMatchObject({
      redefinedColumns: [],
      changed: { count: 0 },
    });
    const account = await accountAfter({ schema, change: `${widen}; update booking set room = room + 1` });
    expect(account.changed.count).toBeGreaterThan(300);
  });

  it('leave nothing to compare where all beside the key get another type', async () => {
    const account = await accountAfter({
      schema: 'create table booking (id text primary key, starts timestamp not null)',
      change: 'alter table booking alter starts type date',
    });
    expect(account).toMatchObject({ redefinedColumns: ['starts'], nothingCompared: true });
  });
});

describe('a table without any key', () => {
  it('holds rows that are the same, and loses them to a SELECT DISTINCT', async () => {
    const account = await accountAfter({
      schema: 'create table booking (starts timestamp not null, room integer)',
      change: `create table kept as select distinct * from booking;
        truncate booking; insert into booking select * from kept`,
    });
    expect(account.lost.count).toBe(account.seeded - account.found);
    expect(account.lost.count).toBeGreaterThan(30);
  });
});

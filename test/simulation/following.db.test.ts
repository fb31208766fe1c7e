import { describe, expect, it } from '@jest/globals';
import { accountAfter, judgedTable } from '../support/judged-tables.ts';

const COLUMNS = `id integer, starts timestamp not null, room integer, guest text, price numeric(8,2), code char(4),
  rank smallint, day date, doc jsonb, ratio real, token uuid, tags varchar(20)[]`;
const PLAIN = `create table booking (${COLUMNS}, primary key (id))`;
const MONTHS = `create table booking (${COLUMNS}, primary key (id, starts)) partition by range (starts);
  create table booking_1 partition of booking for values from ('2026-01-01') to ('2026-02-01');
  create table booking_2 partition of booking for values from ('2026-02-01') to ('2026-03-01');`;
const KEPT = { found: 400, lost: { count: 0 }, duplicated: { count: 0 }, changed: { count: 0 } };
const successors = (...names: string[]) => ({
  judged: judgedTable('booking', {
    successors: names.map((name) => {
      const [first = '', second] = name.split('.');
      return second === undefined ? { schema: 'public', name: first } : { schema: first, name: second };
    }),
  }),
});

describe('a column under another name', () => {
  it.each([
    ['any', 'guest', 'visitor'],
    ['the key', 'id', 'booking_id'],
    ['the partition column', 'starts', 'starts_at'],
  ])('is the same column: %s', async (_, from, to) => {
    const change = `alter table booking rename column ${from} to ${to}`;
    for (const schema of [PLAIN, MONTHS])
      expect(await accountAfter({ schema, change })).toMatchObject({ ...KEPT, redefinedColumns: [] });
  });

  it('is judged by its values', async () => {
    const change = `alter table booking rename column guest to visitor;
      alter table booking rename column id to no; update booking set visitor = 'nobody' where no % 2 = 0`;
    const account = await accountAfter({ schema: PLAIN, change });
    expect(account).toMatchObject({ lost: { count: 0 }, redefinedColumns: [] });
    expect(account.changed.count).toBeGreaterThan(150);
    expect(account.changed.examples[0]?.differences).toMatchObject([{ column: 'guest', after: 'nobody' }]);
  });

  it('hides no loss', async () => {
    const change = `alter table booking rename column id to no; alter table booking rename column starts to at;
      delete from booking where at >= '2026-02-01'`;
    const account = await accountAfter({ schema: MONTHS, change });
    expect(account.lost.count).toBe(400 - account.found);
    expect(account.lost.count).toBeGreaterThan(100);
    expect(account.lost.examples[0]?.key).toMatch(/^\d+$/);
  });

  it('is followed where the table was renamed, and made a partition of another', async () => {
    const change = `alter table booking rename to booking_old; alter table booking_old drop constraint booking_pkey;
      create table booking (like booking_old) partition by range (starts);
      alter table booking attach partition booking_old for values from ('2020-01-01') to ('2030-01-01');
      alter table booking rename column id to no; alter table booking rename column guest to visitor`;
    expect(await accountAfter({ schema: PLAIN, change })).toMatchObject({ ...KEPT, redefinedColumns: [] });
  });

  it('is two where another took its old name: rows are followed in the first, and the other is named', async () => {
    const change =
      'alter table booking rename column guest to old_guest; alter table booking add column guest text';
    expect(await accountAfter({ schema: PLAIN, change })).toMatchObject({
      ...KEPT,
      redefinedColumns: ['guest'],
    });
  });

  it('is dropped where another took its name for good', async () => {
    const change = 'alter table booking drop column guest; alter table booking rename column code to guest';
    expect(await accountAfter({ schema: PLAIN, change })).toMatchObject({
      ...KEPT,
      redefinedColumns: ['guest'],
    });
  });

  it('is changed where two gave each other their names', async () => {
    const schema = PLAIN.replace('room integer,', 'room integer, floor integer,');
    const change = `alter table booking rename column room to held; alter table booking rename column floor to room;
      alter table booking rename column held to floor`;
    const account = await accountAfter({ schema, change });
    expect(account.changed.count).toBeGreaterThan(300);
  });

  it('may be a new one that took the values over', async () => {
    const change = (filled: string): string => `alter table booking add column room_2 bigint;
      update booking set room_2 = ${filled}; alter table booking drop column room;
      alter table booking rename column room_2 to room`;
    expect(await accountAfter({ schema: PLAIN, change: change('room') })).toMatchObject({
      ...KEPT,
      redefinedColumns: [],
    });
    const account = await accountAfter({ schema: PLAIN, change: change('null') });
    expect(account.changed.count).toBeGreaterThan(300);
  });
});

const LOSSLESS: readonly (readonly [column: string, type: string])[] = [
  ['id', 'bigint'],
  ['id', 'numeric'],
  ['id', 'text'],
  ['room', 'numeric(12,3)'],
  ['room', 'double precision'],
  ['rank', 'integer'],
  ['guest', 'varchar(200)'],
  ['price', 'numeric(12,4)'],
  ['price', 'numeric'],
  ['code', 'text'],
  ['code', 'varchar(10)'],
  ['code', 'char(8)'],
  ['starts', 'timestamptz'],
  ['starts', 'timestamp(6)'],
  ['day', 'timestamp'],
  ['day', 'timestamptz'],
  ['doc', 'json'],
  ['ratio', 'double precision'],
  ['token', 'text'],
  ['tags', 'text[]'],
];

describe('a change of type that loses nothing', () => {
  it.each(LOSSLESS)('is followed: %s to %s', async (column, type) => {
    const change = `alter table booking alter ${column} type ${type}`;
    expect(await accountAfter({ schema: PLAIN, change })).toMatchObject({ ...KEPT, redefinedColumns: [] });
  });

  it('shows rows that are changed, and those that are lost, by their key of another type', async () => {
    const change = `alter table booking alter id type text, alter price type numeric, alter starts type timestamptz;
      update booking set price = coalesce(price, 0) + 0.01 where room is not null;
      delete from booking where room is null`;
    const account = await accountAfter({ schema: PLAIN, change });
    expect(account.lost.count).toBe(400 - account.found);
    expect(account.lost.count).toBeGreaterThan(20);
    expect(account.changed.count).toBe(account.found);
    expect(account.changed.examples[0]?.differences?.map((d) => d.column)).toEqual(['price']);
  });

  it('is an enum made a text, and a text made an enum', async () => {
    const type = "create type state as enum ('open', 'it''s done');";
    const table = 'create table booking (id bigint primary key, starts timestamp not null, state';
    const toText = 'alter table booking alter state type text; drop type state';
    expect(await accountAfter({ schema: `${type} ${table} state)`, change: toText })).toMatchObject({
      ...KEPT,
      redefinedColumns: [],
    });
    const toEnum = `${type} alter table booking alter state type state using state::state`;
    const schema = `${table} text check (state in ('open', 'it''s done')))`;
    expect(
      await accountAfter({
        schema,
        change: `alter table booking drop constraint booking_state_check; ${toEnum}`,
      }),
    ).toMatchObject({ ...KEPT, redefinedColumns: [] });
  });

  it('may be in the partition column, which is in the key of every row', async () => {
    const schema = `create table booking (starts timestamp not null, room integer, primary key (starts))`;
    const change = 'alter table booking alter starts type timestamptz';
    expect(await accountAfter({ schema, change })).toMatchObject({ ...KEPT, redefinedColumns: [] });
  });
});

describe('types of the migrations’ own', () => {
  it('may be altered and dropped: nothing that the program keeps is of them', async () => {
    const schema = `create type state as enum ('open', 'done'); create domain amount as numeric(8,2) check (value >= 0);
      create domain label as text; create type place as (floor integer, door text); create type span as range (subtype = integer);
      create extension citext;
      create table booking (id bigint primary key, starts timestamp not null, state state, states state[], price amount,
        name label, names label[], at place, s span, mail citext)`;
    const change = `alter table booking alter state type text using state::text, alter states type text[] using states::text[],
        alter price type numeric(8,2), alter name type text, alter names type text[], alter mail type text;
      drop type state; drop domain amount, label; drop extension citext;
      alter type place add attribute bell text; delete from booking where id % 2 = 0`;
    const untyped = change.replace(
      'alter type place',
      'alter table booking drop column at; alter type place',
    );
    const account = await accountAfter({ schema, change: untyped });
    expect(account).toMatchObject({ lost: { count: 200 }, changed: { count: 0 } });
    expect([...account.redefinedColumns].sort()).toEqual(['at', 'mail', 'names', 'states']);
  });
});

describe('a change of type that may lose something', () => {
  it.each([
    ['room', 'smallint', '1'],
    ['price', 'integer', 'price'],
    ['price', 'numeric(8,0)', 'price'],
    ['starts', 'date', 'starts'],
    ['starts', 'timestamptz', "starts at time zone 'Europe/Berlin'"],
    ['guest', 'integer', 'length(guest)'],
  ])('names the column, and judges the others: %s to %s', async (column, type, using) => {
    const change = `alter table booking alter ${column} type ${type} using ${using}`;
    const redefinedColumns = column === 'room' ? [] : [column];
    const account = await accountAfter({ schema: PLAIN, change });
    if (column !== 'room') expect(account).toMatchObject({ ...KEPT, redefinedColumns });
    const lossy = await accountAfter({
      schema: PLAIN,
      change: `${change}; delete from booking where rank is null`,
    });
    expect(lossy.lost.count).toBe(400 - lossy.found);
    expect(lossy.lost.count).toBeGreaterThan(20);
  });
});

describe('a key that is gone', () => {
  const change = `alter table booking drop column id`;

  it('leaves all other values to tell rows by', async () => {
    expect(await accountAfter({ schema: PLAIN, change })).toMatchObject({
      ...KEPT,
      redefinedColumns: ['id'],
    });
    const lossy = `${change}; delete from booking where rank is null`;
    const account = await accountAfter({ schema: PLAIN, change: lossy });
    expect(account.lost.count).toBe(400 - account.found);
    expect(account.lost.count).toBeGreaterThan(20);
    expect(account.lost.examples[0]?.key).toMatch(/^\d+$/);
  });

  it('is redefined where each row gets another', async () => {
    const uuids = `${change}; alter table booking add column id uuid not null default gen_random_uuid()`;
    expect(await accountAfter({ schema: PLAIN, change: uuids })).toMatchObject({
      ...KEPT,
      redefinedColumns: ['id'],
    });
  });

  it('leaves nothing to tell rows by where all else is gone, too: only their number is known', async () => {
    const all = `create table other (no text, at text); insert into other select 'x' || id, 'y' from booking;
      drop table booking; alter table other rename to booking`;
    const account = await accountAfter({ schema: PLAIN, change: all });
    expect(account).toMatchObject({ ...KEPT, nothingToTellBy: true });
    const fewer = await accountAfter({
      schema: PLAIN,
      change: `${all}; delete from booking where no < 'x1000000200'`,
    });
    expect(fewer).toMatchObject({ nothingToTellBy: true, lost: { count: 400 - fewer.found } });
    expect(fewer.lost.count).toBeGreaterThan(100);
  });

  it('leaves a flag, which tells nothing either', async () => {
    const schema = 'create table booking (id bigint primary key, starts timestamp, flag boolean not null)';
    const one = 'alter table booking drop column id, drop column starts';
    expect(await accountAfter({ schema, change: one })).toMatchObject({ ...KEPT, nothingToTellBy: true });
  });
});

describe('a table elsewhere', () => {
  const archive = 'create schema archive; grant usage on schema archive to public;';

  it('is a successor in another schema: moved there, or its partitions detached into it', async () => {
    const moved = `${archive} alter table booking set schema archive`;
    expect(
      await accountAfter({ schema: PLAIN, change: moved, ...successors('archive.booking') }),
    ).toMatchObject(KEPT);
    const detached = `${archive} alter table booking detach partition booking_1; alter table booking_1 set schema archive`;
    expect(
      await accountAfter({ schema: MONTHS, change: detached, ...successors('archive.booking_1') }),
    ).toMatchObject(KEPT);
    const undeclared = await accountAfter({ schema: MONTHS, change: detached });
    expect(undeclared.lost).toMatchObject({ count: 400 - undeclared.found, foundIn: ['archive.booking_1'] });
  });

  it('may be several successors that share the rows', async () => {
    const change = `create table early (like booking); create table late (like booking);
      with old as (delete from booking where starts < '2026-02-01' returning *) insert into early select * from old;
      insert into late select * from booking; drop table booking`;
    expect(await accountAfter({ schema: MONTHS, change, ...successors('early', 'late') })).toMatchObject(
      KEPT,
    );
  });

  it('is counted once where the successor holds the table itself as its partition', async () => {
    const change = `alter table booking drop constraint booking_pkey;
      create table all_bookings (like booking) partition by range (starts);
      alter table all_bookings attach partition booking for values from ('2020-01-01') to ('2030-01-01')`;
    expect(await accountAfter({ schema: PLAIN, change, ...successors('all_bookings') })).toMatchObject(KEPT);
    expect(
      await accountAfter({ schema: MONTHS, change: 'select 1', ...successors('booking_1') }),
    ).toMatchObject(KEPT);
  });

  it('is the one that a renamed table was attached to, where rows moved on to other partitions', async () => {
    const change = `alter table booking rename to booking_0; alter table booking_0 drop constraint booking_pkey;
      create table reservation (like booking_0) partition by range (starts);
      alter table reservation attach partition booking_0 for values from (minvalue) to ('2026-02-01');`;
    const schema = `${PLAIN};
      create table kept as table booking`;
    const moved = change.replace(
      'alter table reservation attach',
      `create table reservation_1 partition of reservation for values from ('2026-02-01') to (maxvalue);
       with later as (delete from booking_0 where starts >= '2026-02-01' returning *) insert into reservation select * from later;
       alter table reservation attach`,
    );
    expect(await accountAfter({ schema, change: moved })).toMatchObject(KEPT);
  });

  it('has its columns in another order, and new ones between', async () => {
    const change = `alter table booking rename to booking_old;
      create table booking (tags text[], made_at timestamptz default now(), token uuid, ratio real, doc jsonb, day date, rank integer,
        code char(4), price numeric(10,2), guest text, room integer, starts timestamp not null, id bigint, primary key (id, starts))
        partition by range (starts);
      create table booking_all partition of booking for values from ('2020-01-01') to ('2030-01-01');
      insert into booking (id, starts, room, guest, price, code, rank, day, doc, ratio, token, tags)
      select id, starts, room, guest, price, code, rank, day, doc, ratio, token, tags from booking_old;
      drop table booking_old`;
    expect(await accountAfter({ schema: PLAIN, change })).toMatchObject({ ...KEPT, redefinedColumns: [] });
  });

  it('that got a renamed column by a copy is read by the columns it still has', async () => {
    const change = `alter table booking rename to booking_old;
      create table booking (booking_id integer primary key, starts timestamp not null, room integer, guest text);
      insert into booking select id, starts, room, guest from booking_old; drop table booking_old`;
    const account = await accountAfter({ schema: PLAIN, change });
    expect(account).toMatchObject(KEPT);
    expect(account.redefinedColumns).toContain('id');
    const lossy = await accountAfter({
      schema: PLAIN,
      change: `${change}; delete from booking where room is null`,
    });
    expect(lossy.lost.count).toBe(400 - lossy.found);
    expect(lossy.lost.count).toBeGreaterThan(20);
  });
});

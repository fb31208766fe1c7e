/** What changes do to all that hangs on a table, from the catalog to the words that are said of it. */
import { describe, expect, it } from '@jest/globals';
import { lossesOf } from '../../src/checks/attribute-losses.ts';
import { namedChanges } from '../../src/migrations/named-changes.ts';
import { readAttributes } from '../../src/postgres/table-attributes.ts';
import { findTable } from '../../src/postgres/table-facts.ts';
import { migrationsOf } from '../migrations/folder.ts';
import { withPlayground } from '../support/playground.ts';

const BOOKING = { schema: 'public', name: 'booking' };

/** What is said to be gone after the change, which runs as a migration does. */
const lossesAfter = (schema: string, change: string): Promise<readonly string[]> =>
  withPlayground(schema, async ({ observer, migrate }) => {
    const read = async (earlier: Awaited<ReturnType<typeof readAttributes>> = new Map()) => {
      const oid = (await findTable(observer, BOOKING)) ?? 0;
      const [known] = earlier.values();
      const found = (await readAttributes(observer, [oid], known ? new Map([[oid, known]]) : new Map())).get(
        oid,
      );
      if (!found) throw new Error('no table is called booking');
      return found;
    };
    const before = await read();
    await migrate(change);
    const after = await read(new Map([[before.oid, before]]));
    const named = await namedChanges(await migrationsOf({ 'V2__change.sql': change }));
    return lossesOf({ before, after, named, isAddition: () => false }).map((loss) => loss.text);
  });

const RICH = `
  create table amenity (id integer primary key);
  create function stamp() returns trigger language plpgsql as 'begin return new; end';
  create table booking (
    booking_id bigint generated always as identity primary key,
    number serial,
    amenity_id integer not null references amenity on delete cascade,
    at timestamptz not null default now(),
    state varchar(20) collate "C" not null default 'open' check (state <> ''),
    note text,
    twice integer generated always as (amenity_id * 2) stored,
    unique (amenity_id, at)
  ) with (fillfactor = 70);
  create index by_state on booking (state, at desc) include (note) where state <> 'x';
  create index by_at on booking (at);
  create unique index by_note on booking (lower(note));
  create trigger stamping before insert or update of state on booking for each row when (new.state = 'a') execute function stamp('x');
  select nextval('booking_booking_id_seq'), nextval('booking_booking_id_seq');
  insert into amenity values (1);
  insert into booking (amenity_id) values (1);
  create policy mine on booking for select using (state = 'a');
  alter table booking enable row level security, force row level security, replica identity full;
  create publication pub for table booking;
  grant select, insert on booking to pg_monitor;
  grant update (note) on booking to pg_monitor with grant option;
  comment on table booking is 'who comes when';
  comment on column booking.note is 'free text';
  create view open_bookings as select booking_id, state from booking;
  create view of_view as select state from open_bookings;
  create function as_text(b booking) returns text language sql as 'select 1::text';
  create table payment (booking_id bigint references booking);
  create statistics stats (ndistinct) on state, note from booking;
  alter table booking alter column note set storage external, alter column note set statistics 500;
  create rule nothing as on delete to booking do instead nothing;
`;

describe('of a table that is swapped for a bare one', () => {
  it('everything is said to be gone, once', async () => {
    const losses = await lossesAfter(
      RICH,
      `create table fresh (booking_id bigint, number integer, amenity_id integer, at timestamptz, state varchar(20), note text, twice integer)
         partition by range (at);
       create table fresh_1 partition of fresh for values from ('2020-01-01') to ('2040-01-01');
       insert into fresh select * from booking;
       drop table booking cascade;
       alter table fresh rename to booking`,
    );
    expect([...losses].sort()).toEqual(
      [
        "The constraint CHECK (((state)::text <> ''::text)) of booking is gone.",
        'The collation pg_catalog."C" of state of booking is gone.',
        'The comment on note of booking is gone.',
        'The grant of UPDATE with grant option on note to pg_monitor of booking is gone.',
        'The storage of note of booking is gone.',
        'The comment of booking is gone.',
        'The default now() of at of booking is gone.',
        "The default 'open'::character varying of state of booking is gone.",
        'The foreign key (amenity_id) REFERENCES public.amenity(id) ON DELETE CASCADE of booking is gone.',
        'The function as_text of booking is gone.',
        'The generated expression of twice of booking is gone.',
        'The grant of INSERT to pg_monitor of booking is gone.',
        'The grant of SELECT to pg_monitor of booking is gone.',
        'The index on (at) of booking is gone.',
        'The unique index on (lower(note)) of booking is gone.',
        "The index on (state, at DESC) INCLUDE (note) WHERE ((state)::text <> 'x'::text) of booking is gone.",
        'NOT NULL on amenity_id of booking is gone.',
        'NOT NULL on at of booking is gone.',
        'NOT NULL on booking_id of booking is gone.',
        'NOT NULL on number of booking is gone.',
        'NOT NULL on state of booking is gone.',
        'The policy mine of booking is gone.',
        'The primary key (booking_id) of booking is gone.',
        'The publication pub of booking is gone.',
        'The foreign key of payment (booking_id) that points at rows of booking is gone.',
        'The replica identity full of booking is gone.',
        'Row security of booking is gone.',
        'Row security for its owner of booking is gone.',
        'The rule nothing of booking is gone.',
        'The statistics on state, note of booking is gone.',
        'The statistics target of note of booking is gone.',
        'The storage option fillfactor=70 of booking is gone.',
        "The trigger stamping (BEFORE INSERT OR UPDATE OF state FOR EACH ROW WHEN (((new.state)::text = 'a'::text)) EXECUTE FUNCTION public.stamp('x')) of booking is gone.",
        'The constraint UNIQUE (amenity_id, at) of booking is gone.',
        'The view of_view of booking is gone.',
        'The view open_bookings of booking is gone.',
        'booking.booking_id takes no number by itself any more: its identity GENERATED ALWAYS is gone.',
        'booking.number takes no number by itself any more: its default from a sequence is gone.',
      ].sort(),
    );
  });

  it('nothing is missed where the new one has it all, under other names and with the partition key in its keys', async () => {
    const losses = await lossesAfter(
      RICH.replace(/create table payment.*;/, '')
        .replace(/.*lower\(note\).*/, '')
        .replace(/create rule.*/, ''),
      `alter table booking rename to old_booking;
       create table booking (
         booking_id bigint generated always as identity (start with 4), number serial,
         amenity_id integer not null references amenity on delete cascade,
         at timestamptz not null default current_timestamp,
         state varchar(20) collate "C" not null default 'open' constraint filled check (state <> ''),
         note text, twice integer generated always as (amenity_id * 2) stored,
         primary key (booking_id, at), constraint once unique (at, amenity_id)
       ) partition by range (at);
       create table booking_1 partition of booking for values from ('2020-01-01') to ('2040-01-01') with (fillfactor = 70);
       insert into booking (booking_id, number, amenity_id, at, state, note) overriding system value
       select booking_id, number, amenity_id, at, state, note from old_booking;
       select setval('booking_number_seq1', 1);
       create index on booking (state, at desc) include (note) where state <> 'x';
       create trigger other before insert or update of state on booking for each row when (new.state = 'a') execute function stamp('x');
       create policy yours on booking for select using (state = 'a');
       alter table booking enable row level security, force row level security, replica identity full;
       alter publication pub add table booking;
       grant select, insert on booking to pg_monitor;
       grant update (note) on booking to pg_monitor with grant option;
       comment on table booking is 'who came when';
       comment on column booking.note is 'free text';
       create or replace view open_bookings as select booking_id, state from booking;
       create statistics stats2 (ndistinct) on state, note from booking;
       alter table booking alter column note set storage external, alter column note set statistics 500;
       drop function as_text(old_booking);
       drop table old_booking;
       create function as_text(b booking) returns text language sql as 'select 1::text';`,
    );
    expect(losses).toEqual([]);
  });
});

const PLAIN = `
  create table booking (id bigint, at date, note text default 'x', unique (id, at));
  create index by_note on booking (note);
  create view notes as select note from booking;
  insert into booking select 1, '2026-01-01'`;

const PARTS = `
  create table booking (id bigint generated by default as identity, at date, note text) partition by range (at);
  create table booking_1 partition of booking for values from ('2026-01-01') to ('2026-02-01');
  create table booking_2 partition of booking for values from ('2026-02-01') to ('2026-03-01');
  grant select on booking_1, booking_2 to pg_monitor;
  create index on booking_1 (note); create index on booking_2 (note);`;

const THIRD = "create table booking_3 partition of booking for values from ('2026-03-01') to ('2026-04-01');";

it.each<readonly [claim: string, schema: string, change: string, losses: readonly string[]]>([
  ['what nothing touches is kept', RICH, 'select 1', []],
  [
    'a trigger without the condition of the old one is another',
    RICH,
    "create trigger more before insert or update or delete on booking for each row execute function stamp('x'); do $$ begin execute format('drop %s stamping on booking', 'trigger'); end $$",
    [
      "The trigger stamping (BEFORE INSERT OR UPDATE OF state FOR EACH ROW WHEN (((new.state)::text = 'a'::text)) EXECUTE FUNCTION public.stamp('x')) of booking is gone.",
    ],
  ],
  [
    'a trigger for all updates is as good as one for those of a column',
    "create function stamp() returns trigger language plpgsql as 'begin return new; end'; create table booking (note text); create trigger a before update of note on booking for each row execute function stamp()",
    "create trigger b before insert or update on booking for each row execute function stamp(); do $$ begin execute format('drop %s a on booking', 'trigger'); end $$",
    [],
  ],
  ['an index that is dropped by its name was meant', PLAIN, 'drop index by_note', []],
  ['a view that is dropped by its name was meant', PLAIN, 'drop view notes', []],
  [
    'a view that is dropped by its name and made again must be there',
    PLAIN,
    'drop view notes; create view notes as select note from booking; alter table booking rename to a; create table booking (like a including all); drop table a cascade',
    ['The view notes of booking is gone.'],
  ],
  [
    'what a DO block drops by its name was meant',
    PLAIN,
    `do $$ begin execute 'drop index by_note'; alter table booking alter note drop default; end $$`,
    [],
  ],
  [
    'what a comment in a DO block speaks of was not',
    PLAIN,
    `do $$ declare i text; begin -- drop index by_note
       for i in select indexrelid::regclass from pg_index where indrelid = 'booking'::regclass and not indisunique loop
       execute format('drop index %s', i); end loop; end $$`,
    ['The index on (note) of booking is gone.'],
  ],
  [
    'a column that goes takes its own along',
    PLAIN,
    'alter table booking drop column note cascade',
    ['The view notes of booking is gone.'],
  ],
  [
    'renamed columns are the same',
    RICH,
    'alter table booking rename column state to status; alter table booking rename column at to starts',
    [],
  ],
  [
    'a foreign key without the action of the old one is another',
    `create table amenity (id integer primary key); create table booking (amenity_id integer references amenity on delete cascade)`,
    'alter table booking rename to a; create table booking (amenity_id integer references amenity); drop table a',
    ['The foreign key (amenity_id) REFERENCES public.amenity(id) ON DELETE CASCADE of booking is gone.'],
  ],
  [
    'a comment that was given anew is gone with its table',
    `${PLAIN}; comment on table booking is 'ours'`,
    "comment on table booking is 'theirs'; alter table booking rename to a; create table booking (like a including all); drop table a cascade; create view notes as select note from booking",
    ['The comment of booking is gone.'],
  ],
  [
    'a comment that is taken was meant to go',
    `${PLAIN}; comment on table booking is 'ours'`,
    'comment on table booking is null',
    [],
  ],
  ['a wider index is as good', PLAIN, 'create index w on booking (note, at); drop index by_note', []],
  [
    'an index with another method over the same columns is as good',
    PLAIN,
    'drop view notes; alter table booking rename to a; create table booking (like a including defaults); create index on booking using brin (note); alter table booking add unique (id, at); create view notes as select note from booking',
    [],
  ],
  [
    'a disabled trigger does nothing any more',
    RICH,
    'alter table booking disable trigger stamping',
    [
      "The trigger stamping (BEFORE INSERT OR UPDATE OF state FOR EACH ROW WHEN (((new.state)::text = 'a'::text)) EXECUTE FUNCTION public.stamp('x')) of booking is gone.",
    ],
  ],
  [
    'a sequence that starts again below what is in use is behind',
    RICH,
    'alter sequence booking_booking_id_seq restart with 2',
    ['The numbers of booking.booking_id go on from 2 where they would have from 4, and 3 is in use.'],
  ],
  [
    'a sequence that goes back behind what is in use is not',
    PARTS +
      "insert into booking (at) values ('2026-01-05'); select nextval('booking_id_seq') from generate_series(1, 9);",
    "select setval('booking_id_seq', max(id)) from booking",
    [],
  ],
  [
    'a new partition lacks what every partition had of its own',
    PARTS,
    THIRD,
    [
      'The grant of SELECT to pg_monitor of every partition of booking is missing from booking_3.',
      'The index on (note) of every partition of booking is missing from booking_3.',
    ],
  ],
  [
    'what the table has now its partitions have too',
    PARTS,
    `${THIRD} create index on booking (note); grant select on booking_3 to pg_monitor with grant option`,
    [],
  ],
  [
    'what not every partition had is no custom',
    PARTS.replace('booking_1, ', '')
      .replace('index on booking_1', 'index on amenity')
      .replace('create table booking (', 'create table amenity (note text); create table booking ('),
    THIRD,
    [],
  ],
  [
    'the foreign key that CASCADE takes is gone',
    `create table booking (id bigint, at date, primary key (id, at)) partition by range (at);
     create table booking_1 partition of booking for values from ('2026-01-01') to ('2026-02-01');
     create table payment (id bigint, at date, foreign key (id, at) references booking);
     create view january as select * from booking_1`,
    'drop table booking_1 cascade',
    [
      'The view january of a partition of booking is gone.',
      'The foreign key of payment (id, at) that points at rows of booking is gone.',
    ],
  ],
  [
    'a foreign key to a partitioned table is one, whatever partitions it has',
    `create table amenity (id bigint, at date, primary key (id, at)) partition by range (at);
     create table amenity_1 partition of amenity for values from ('2026-01-01') to ('2026-02-01');
     create table booking (id bigint, at date, foreign key (id, at) references amenity)`,
    'alter table amenity detach partition amenity_1',
    [],
  ],
  [
    'a foreign key whose table is dropped by its name was meant',
    `create table booking (id bigint primary key, at date); create table payment (id bigint references booking)`,
    'drop table payment',
    [],
  ],
  [
    'a table with no partition yet has no storage to judge',
    `create table booking (id bigint, at date) with (fillfactor = 80)`,
    'drop table booking; create table booking (id bigint, at date) partition by range (at)',
    [],
  ],
  [
    'another owner of its own word was meant',
    PLAIN,
    'create role booking_owner; grant booking_owner to current_user; grant create on schema public to booking_owner; alter table booking owner to booking_owner',
    [],
  ],
])('%s', async (_, schema, change, losses) => {
  expect([...(await lossesAfter(schema, change))].sort()).toEqual([...losses].sort());
});

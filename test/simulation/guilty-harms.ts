/** Migrations whose routines harm rows, each with the line that does it. */

/** The texts of migration files, by name. */
export type Files = Readonly<Record<string, string>>;

export interface Harm {
  readonly title: string;
  readonly check: 'no-row-lost' | 'no-row-duplicated' | 'no-row-changed';
  /** The guilty line ends in `-- guilty`; where that is in a routine, the line that calls it in `-- calls`. */
  readonly files: Files;
  readonly base?: string;
}

export const HARMS: readonly Harm[] = [
  {
    title: 'a DO block with several commands',
    check: 'no-row-lost',
    files: {
      'V2__block.sql': `do $$
declare
  n integer;
begin
  alter table booking rename to booking_old;
  create table booking (like booking_old including all) partition by range (starts) ;
exception when others then
  null;
end $$;

do
$$
begin
  create table booking_new (like booking);
  insert into booking_new
  select * from booking where id % 3 = 0;
  drop table booking; -- guilty
  alter table booking_new rename to booking;
end
$$;`,
    },
  },
  {
    title: 'a function that EXECUTEs a formatted statement',
    check: 'no-row-lost',
    files: {
      'V2__function.sql': `create function clear(t regclass) returns void
language plpgsql as
$body$
begin
  perform 1;
  execute format(
    'delete from %s where id %% 2 = 0', t);
  execute format('truncate %s', t); -- guilty
end
$body$;`,
      'V3__call.sql': `select 1;

select clear('booking'); -- calls`,
    },
  },
  {
    title: 'a function called by a function called by a block',
    check: 'no-row-lost',
    files: {
      'V2__functions.sql': `create function inner_one(above bigint) returns integer language plpgsql as $$
declare
  n integer;
begin
  delete from booking where id > above; -- guilty
  get diagnostics n = row_count;
  return n;
end $$;
create function outer_one() returns void language plpgsql as $$
begin
  perform inner_one(9000000000000000000);
  perform inner_one(3);
end $$;`,
      'V3__call.sql': `do $$
begin
  perform outer_one(); -- calls
end $$;`,
    },
  },
  {
    title: 'a function in SQL',
    check: 'no-row-lost',
    files: {
      'V2__sql.sql': `create function tidy() returns void language sql as $$
  update booking set note = note where id = 1;

  delete from booking where id > 20; -- guilty
  select 1;
$$;
select tidy(); -- calls`,
    },
  },
  {
    title: 'a function in SQL with an atomic body',
    check: 'no-row-lost',
    files: {
      'V2__sql.sql': `create function tidy() returns void language sql
begin atomic
  update booking set note = note where id = 1;
  delete from booking where id > 20; -- guilty
  select;
end;
select tidy(); -- calls`,
    },
  },
  {
    title: 'a procedure that commits',
    check: 'no-row-lost',
    files: {
      'V2__procedure.sql': `create procedure in_turns() language plpgsql as $$
declare
  turn integer;
begin
  for turn in 0..3 loop
    create table if not exists kept (like booking);
    commit;
    delete from booking where id % 4 = turn; -- guilty
    commit;
  end loop;
end $$;`,
      'V3__call.sql': 'call in_turns(); -- calls',
      'V3__call.sql.conf': 'executeInTransaction=false',
    },
  },
  {
    title: 'an INSERT that passes over conflicts, in a function',
    check: 'no-row-lost',
    files: {
      'V2__fold.sql': `create function fold() returns void language plpgsql as $$
begin
  alter table booking rename to booking_old;
  create table booking (like booking_old, unique (guest));
  insert into booking select id, starts, left(guest, 1), note from booking_old on conflict do nothing;
  drop table booking_old; -- guilty
end $$;
select fold(); -- calls`,
    },
  },
  {
    title: 'a trigger that a copy fires',
    check: 'no-row-changed',
    files: {
      'V2__trigger.sql': `create table booking_new (like booking);
create function shout() returns trigger language plpgsql as $$
begin
  new.guest := upper(new.guest) || '!';
  return new;
end $$;
create trigger shout before insert on booking_new for each row execute function shout();
do $$
begin
  insert into booking_new select * from booking; -- guilty
  drop table booking;
  alter table booking_new rename to booking;
end $$;`,
    },
  },
  {
    title: 'a second copy in a loop over partitions',
    check: 'no-row-duplicated',
    files: {
      'V2__loop.sql': `do $$
declare
  m integer;
begin
  alter table booking rename to booking_old;
  create table booking (like booking_old);
  for m in 0..4 loop
    insert into booking select * from booking_old where id % 5 = m;
    if m = 2 then
      insert into booking select * from booking_old where id % 5 = m; -- guilty
    end if;
  end loop;
  drop table booking_old;
end $$;`,
    },
  },
  {
    title: 'the newest definition before the call, though it is redefined later',
    check: 'no-row-lost',
    files: {
      'V2__old.sql': 'create function purge() returns void language plpgsql as $$ begin perform 1; end $$;',
      'V3__new.sql': `create or replace function purge()
returns void language plpgsql as $$
begin
  delete from booking; -- guilty
end $$;
create function purge(n integer) returns void language plpgsql as $$ begin perform purge(); end $$;
select purge(1); -- calls`,
      'V4__later.sql': `create or replace function purge() returns void language plpgsql as $$



begin
  perform 2;
end $$;`,
    },
  },
  {
    title: 'a line of a file with carriage returns',
    check: 'no-row-lost',
    files: {
      'V2__dos.sql': [
        'create schema tools;',
        'create function tools.purge() returns void',
        'language plpgsql as',
        '$$',
        'begin',
        '  perform 1;',
        '  delete from public.booking; -- guilty',
        'end $$;',
        '',
        'select tools.purge(); -- calls',
      ].join('\r\n'),
    },
  },
  {
    title: 'a foreign key that passes a deletion on',
    check: 'no-row-lost',
    base: `create table room (room_id integer primary key);
insert into room select generate_series(1, 5);
create table booking (id bigint primary key, starts timestamptz not null, guest text,
  room_id integer default 1 references room on delete cascade);`,
    files: {
      'V2__rooms.sql': `select 1;
do $$
begin
  perform 1;
  delete from room; -- guilty
end $$;`,
    },
  },
  {
    title: 'a detached partition that is dropped, among many',
    check: 'no-row-lost',
    base: `create table booking (id bigint, starts timestamptz not null, guest text, primary key (id, starts)) partition by range (starts);
create table booking_2026_01 partition of booking for values from ('2026-01-01') to ('2026-02-01');
create table booking_2026_02 partition of booking for values from ('2026-02-01') to ('2026-03-01');
create table booking_2026_03 partition of booking for values from ('2026-03-01') to ('2026-04-01');`,
    files: {
      'V2__partitions.sql': `do $$
declare
  part text;
begin
  foreach part in array array['booking_2026_01', 'booking_2026_02'] loop
    execute format('alter table booking detach partition %I', part);
    execute format('drop table %I', part); -- guilty
  end loop;
end $$;`,
    },
  },
];

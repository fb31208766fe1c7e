/** Tables to convert with all that can hang on one, and roles of a test's own. */
import type pg from 'pg';
import type { TestDatabase } from './database.ts';
import { valueOf } from './layout.ts';

/** The only value that a query returns. */
export function read<T>(client: pg.Client, list: string): Promise<T> {
  return valueOf(client, `select ${list}`);
}

/** Roles belong to the whole server: each test has its own, and drops it. */
let roles = 0;
export async function withRole(db: TestDatabase, body: (role: string) => Promise<void>): Promise<void> {
  const superuser = await db.connectAsSuperuser();
  const role = `conversion_reader_${(roles += 1)}`;
  await superuser.query(`create role ${role}`);
  try {
    await body(role);
  } finally {
    await superuser.query(`drop owned by ${role}; drop role ${role}`);
  }
}

/** A table with all that can hang on one; `gone` is dropped, so that columns have other numbers than in a new table. */
export function everything(role: string): string {
  return `
    create table amenity (id int primary key);
    insert into amenity values (1), (2);
    create table stay (
      gone integer,
      id bigint generated always as identity (start 100 increment 5),
      serial_no serial,
      amenity_id integer constraint stay_amenity references amenity on delete cascade,
      guest text not null default 'ann',
      starts timestamptz,
      hours integer not null default 1 constraint stay_hours check (hours > 0),
      doubled integer generated always as (hours * 2) stored,
      note text collate "C",
      constraint stay_pkey primary key (id),
      constraint one_note unique (guest, note) include (hours),
      constraint late_number unique (serial_no, starts) deferrable initially deferred
    );
    alter table stay drop column gone, replica identity using index stay_pkey,
      alter note set storage external, alter note set statistics 77, alter guest set (n_distinct = -0.5);
    create index stay_guest_idx on stay (guest, starts desc) where hours > 0;
    create index weird on stay using hash (guest);
    create unique index stay_lower on stay (lower(note) desc, guest collate "C") with (fillfactor = 70) where note <> '';
    create unique index with_starts on stay (starts, note);
    create statistics stay_statistics (dependencies) on guest, amenity_id from stay;
    alter statistics stay_statistics set statistics 50;
    comment on table stay is 'It''s stays';
    comment on column stay.note is 'a note';
    comment on index weird is 'an index';
    comment on index one_note is 'its index';
    comment on constraint one_note on stay is 'a key';
    comment on constraint stay_hours on stay is 'a check';
    comment on constraint stay_amenity on stay is 'a foreign key';
    comment on statistics stay_statistics is 'statistics';
    comment on sequence stay_id_seq is 'numbers';
    create table fired (name text, level text);
    create function fire() returns trigger language plpgsql as
      'begin insert into fired values (tg_name, tg_level); return new; end';
    create trigger a_row before insert on stay for each row when (new.hours > 0) execute function fire();
    create trigger b_statement after insert on stay execute function fire();
    create trigger c_off after insert on stay for each row execute function fire();
    create trigger d_replica after insert on stay for each row execute function fire();
    create constraint trigger e_late after insert on stay deferrable initially deferred
      for each row execute function fire();
    alter table stay disable trigger c_off, enable replica trigger d_replica, enable always trigger b_statement;
    comment on trigger a_row on stay is 'a trigger';
    create view v with (security_barrier) as
      select id, guest, starts, note from stay where hours > 0 with cascaded check option;
    create view deep as select count(*) as stays from v;
    create materialized view stored as select * from deep;
    create view odd as select *, (select max(s.starts) from stay s where s.id = t.id) as latest from stay t;
    comment on view v is 'a view';
    create function late() returns bigint language sql begin atomic select count(*) from stay; end;
    grant select, insert (note), update (note, hours) on stay to ${role} with grant option;
    grant select on stay to public;
    grant select on v, odd to ${role};
    grant execute on function late to ${role};
    revoke truncate on stay from current_user;
    grant usage on sequence stay_id_seq to ${role};
    alter default privileges grant delete on tables to ${role};
    alter table stay enable row level security, force row level security;
    create policy p on stay for select to ${role}, current_user using (guest <> 'eve');
    create policy q on stay as restrictive using (true) with check (hours < 100);
    create policy r on stay using (true);
    comment on policy p on stay is 'a policy';
    insert into stay (guest, starts, note, amenity_id)
      select 'guest ' || n, '2024-02-29 23:00+00'::timestamptz + n * interval '1 month', n, 1 from generate_series(1, 30) n`;
}

/** What the keys of the table above become: the one difference there may be. */
export function withPartitionColumn(traits: unknown): unknown {
  const text = JSON.stringify(traits)
    .replaceAll('PRIMARY KEY (id)', 'PRIMARY KEY (id, starts)')
    .replaceAll('btree (id)', 'btree (id, starts)')
    .replaceAll('(guest, note) INCLUDE', '(guest, note, starts) INCLUDE')
    .replaceAll(', guest COLLATE \\"C\\") WITH', ', guest COLLATE \\"C\\", starts) WITH')
    .replace('"starts","timestamp with time zone",false', '"starts","timestamp with time zone",true');
  return JSON.parse(text);
}

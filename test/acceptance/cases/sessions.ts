/** What migrations do beside tables: roles, extensions, statements outside of transactions, and text that is no SQL. */
import type { Case } from '../case.ts';
import { NOW, years } from '../sql.ts';

const SLOT = `create table visit_slot (
    id integer not null,
    at timestamptz not null,
    room text not null,
    primary key (id, at)
) partition by range (at);
${years('visit_slot')}`;

const after = (file: string, sql: string, more: Readonly<Record<string, string>> = {}) => ({
  files: { 'migrations/V1__slot.sql': SLOT, [`migrations/${file}`]: sql, ...more },
});

export const SESSIONS: readonly Case[] = [
  {
    name: 'lets migrations make roles, grant to them and work as them',
    project: after(
      'V2__roles.sql',
      `create role desk_reader;
create role desk_writer login password 'secret';
grant desk_writer to current_user;
grant select on visit_slot to desk_reader;
grant select, insert on visit_slot to desk_writer;
set role desk_writer;
select count(*) from visit_slot;
`,
      { 'migrations/V3__after.sql': 'alter table visit_slot add column note text;\n' },
    ),
    args: NOW,
    verdict: 'pass',
    says: ['600 rows kept'],
  },
  {
    name: 'lets migrations make an extension and use it',
    project: after(
      'V2__extension.sql',
      `create extension if not exists btree_gist;
alter table visit_slot_2027 add exclude using gist (room with =, at with =);
`,
    ),
    args: [...NOW, '--scenario', 'fresh'],
    verdict: 'pass',
  },
  {
    name: 'runs CREATE INDEX CONCURRENTLY outside of a transaction',
    project: after('V2__index.sql', 'create index concurrently visit_slot_room on visit_slot_2026 (room);\n'),
    args: NOW,
    verdict: 'pass',
  },
  {
    name: 'refuses CREATE INDEX CONCURRENTLY among statements in a transaction',
    project: after(
      'V2__index.sql',
      `alter table visit_slot add column note text;
create index concurrently visit_slot_note on visit_slot_2026 (note);
`,
    ),
    args: NOW,
    verdict: 'fail',
    findings: { fresh: ['migration-applies'], upgrade: ['migration-applies'] },
    location: {
      check: 'migration-applies',
      file: 'migrations/V2__index.sql',
      line: 'create index concurrently',
    },
  },
  {
    name: 'names the line of a syntax error',
    project: after(
      'V2__typo.sql',
      `alter table visit_slot add column note text;

alter table visit_slot
    add colunm other text;
`,
    ),
    args: NOW,
    verdict: 'fail',
    findings: { fresh: ['migration-applies'], upgrade: ['migration-applies'] },
    location: { check: 'migration-applies', file: 'migrations/V2__typo.sql', line: 'add colunm' },
    says: ['syntax error'],
  },
  {
    name: 'names a command of psql',
    project: after('V2__psql.sql', `\\set ON_ERROR_STOP on\nalter table visit_slot add column note text;\n`),
    args: NOW,
    verdict: 'fail',
    findings: { fresh: ['migration-applies'], upgrade: ['migration-applies'] },
    location: { check: 'migration-applies', file: 'migrations/V2__psql.sql', line: '\\set' },
    says: ['is a command of psql'],
  },
  {
    name: 'names the line inside a function that fails',
    project: after(
      'V2__fill.sql',
      `create function fill_slots()
returns void
language plpgsql
as $$
begin
    perform 1;
    insert into visit_slots (id) values (1);
end
$$;

select fill_slots();
`,
    ),
    args: [...NOW, '--scenario', 'fresh'],
    verdict: 'fail',
    findings: { fresh: ['migration-applies'] },
    location: {
      check: 'migration-applies',
      file: 'migrations/V2__fill.sql',
      line: 'insert into visit_slots',
    },
  },
  {
    name: 'sees an advisory lock that a migration leaves behind',
    project: after(
      'V2__lock.sql',
      'select pg_advisory_lock(99);\nalter table visit_slot add column note text;\n',
    ),
    args: NOW,
    verdict: 'fail',
    findings: { fresh: ['no-lock-leak'], upgrade: ['no-lock-leak'] },
  },
  {
    name: 'keeps migrations from the files of the machine',
    project: after('V2__passwd.sql', "create table loot (line text);\ncopy loot from '/etc/passwd';\n"),
    args: [...NOW, '--scenario', 'fresh'],
    verdict: 'fail',
    findings: { fresh: ['migration-applies'] },
    location: { check: 'migration-applies', file: 'migrations/V2__passwd.sql', line: 'copy loot' },
  },
];

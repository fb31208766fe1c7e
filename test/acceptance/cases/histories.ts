/** Released migrations and what became of them. */
import type { Case } from '../case.ts';
import { NOW, years } from '../sql.ts';

const BOOKING = `create table booking (
    id integer not null,
    starts_at timestamp without time zone not null,
    primary key (id, starts_at)
) partition by range (starts_at);

${years('booking')}`;

const RELEASED = {
  'migrations/V1__booking.sql': BOOKING,
  'migrations/V3__index.sql': 'create index booking_start on booking (starts_at);\n',
} as const;

export const HISTORIES: readonly Case[] = [
  {
    name: 'finds nothing where nothing is new',
    project: { base: RELEASED },
    args: NOW,
    verdict: 'pass',
    says: ['none of them under test'],
  },
  {
    name: 'refuses an edited released file, with the line that differs',
    project: {
      base: RELEASED,
      files: {
        'migrations/V1__booking.sql': BOOKING.replace('id integer not null', 'id bigint not null'),
        'migrations/V4__note.sql': 'alter table booking add column note text;\n',
      },
    },
    args: NOW,
    verdict: 'fail',
    findings: { upgrade: ['migration-history'] },
    location: { check: 'migration-history', file: 'migrations/V1__booking.sql', line: 'id bigint' },
  },
  {
    name: 'refuses a released file that is gone',
    project: {
      base: RELEASED,
      removed: ['migrations/V3__index.sql'],
      files: { 'migrations/V4__note.sql': 'alter table booking add column note text;\n' },
    },
    args: NOW,
    verdict: 'fail',
    findings: { upgrade: ['migration-history'] },
    says: ['migrations/V3__index.sql', 'is gone'],
  },
  {
    name: 'refuses a version below the newest released one',
    project: {
      base: RELEASED,
      files: { 'migrations/V2__note.sql': 'alter table booking add column note text;\n' },
    },
    args: NOW,
    verdict: 'fail',
    findings: { upgrade: ['migration-history'] },
    location: { check: 'migration-history', file: 'migrations/V2__note.sql', line: 'alter table' },
  },
  {
    name: 'finds nothing in an edited repeatable file, and runs it as the change',
    project: {
      base: {
        ...RELEASED,
        'migrations/R__view.sql': 'create or replace view b as select id from booking;\n',
      },
      files: { 'migrations/R__view.sql': 'create or replace view b as select id, starts_at from booking;\n' },
    },
    args: NOW,
    verdict: 'pass',
    says: ['3 files, 1 under test'],
  },
  {
    name: 'finds nothing where a folder is new',
    project: {
      base: { 'README.md': 'nothing yet\n' },
      files: { 'migrations/V1__booking.sql': BOOKING },
    },
    args: [...NOW, '--scenario', 'upgrade'],
    verdict: 'pass',
  },
  {
    name: 'sees rows lost that only a released table in use has',
    project: {
      base: { 'migrations/V1__booking.sql': BOOKING },
      files: {
        'migrations/V2__smaller.sql': `-- Nobody needs 2025 any more.
drop table booking_2025;
`,
      },
    },
    args: NOW,
    verdict: 'fail',
    findings: { upgrade: ['no-row-lost', 'no-gap'] },
    location: { check: 'no-row-lost', file: 'migrations/V2__smaller.sql', line: 'drop table' },
  },
  {
    name: 'tells rows lost from rows doubled where their number stays',
    project: {
      base: { 'migrations/V1__booking.sql': BOOKING },
      files: {
        'migrations/V2__swap.sql': `alter table booking drop constraint booking_pkey;
delete from booking where id in (select id from booking order by starts_at limit 3);
insert into booking select * from booking order by starts_at desc limit 3;
`,
      },
    },
    args: [...NOW, '--scenario', 'upgrade'],
    verdict: 'fail',
    findings: { upgrade: ['no-row-lost', 'no-row-duplicated'] },
    location: { check: 'no-row-duplicated', file: 'migrations/V2__swap.sql', line: 'insert into' },
  },
  {
    name: 'finds an overlap in plain SQL',
    project: {
      base: { 'migrations/V1__booking.sql': BOOKING },
      files: {
        'migrations/V2__january.sql': `create table booking_2027_12 partition of booking
    for values from ('2027-12-01') to ('2028-01-01');
`,
      },
    },
    args: [...NOW, '--scenario', 'upgrade'],
    verdict: 'fail',
    findings: { upgrade: ['migration-applies', 'no-overlap'] },
    location: {
      check: 'no-overlap',
      file: 'migrations/V2__january.sql',
      line: "for values from ('2027-12-01')",
    },
  },
];

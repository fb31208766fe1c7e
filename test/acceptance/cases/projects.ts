/** Projects as they are found: without partitions, begun with a dump, or in need of more than a server has. */
import { readFileSync } from 'node:fs';
import type { Case } from '../case.ts';
import { NOW, years } from '../sql.ts';

const DUMP = readFileSync(new URL('../../fixtures/dumps/booking.sql', import.meta.url), 'utf8');

const TRIP = `create table trip (trip_id bigint, day date, primary key (trip_id, day)) partition by range (day);
${years('trip')}`;

export const PROJECTS: readonly Case[] = [
  {
    name: 'says plainly that there is nothing to judge in a project without partitions',
    project: {
      files: {
        'db/migration/V1__customer.sql':
          'create table customer (id bigserial primary key, name text not null);\n',
        'db/migration/V2__order.sql':
          'create table customer_order (id bigserial primary key, customer_id bigint not null references customer);\n',
        'db/migration/V3__view.sql': 'create view recent as select * from customer_order;\n',
      },
    },
    verdict: 'pass',
    scenarios: ['fresh', 'upgrade', 'rerun'],
    tables: [],
    says: ['PASS  Nothing to judge', '3 files, all of them under test'],
  },
  {
    name: 'plays a dump with its owners, grants and policies, and what comes after it',
    project: {
      files: {
        'db/migration/V1__dump.sql': DUMP,
        'db/migration/V2__year.sql':
          "create table booking.stay_2027 partition of booking.stay for values from ('2027-01-01 00:00:00+00') to ('2028-01-01 00:00:00+00');\n",
      },
    },
    args: ['--now', '2026-03-15'],
    verdict: 'pass',
    tables: ['booking.stay'],
    says: ['600 rows kept', 'the roles app_owner, postgres, reader, Night Clerk'],
  },
  {
    name: 'does not judge what needs an extension that the server lacks, and says where it may be had',
    project: {
      files: {
        'migrations/V1__trip.sql': TRIP,
        'migrations/V2__place.sql':
          '-- places\ncreate extension if not exists postgis;\nalter table trip add column place geometry;\n',
      },
    },
    args: NOW,
    verdict: 'inconclusive',
    findings: {
      fresh: ['migration-applies (inconclusive)'],
      upgrade: ['migration-applies (inconclusive)'],
    },
    location: { check: 'migration-applies', file: 'migrations/V2__place.sql', line: 'create extension' },
    says: ['needs the extension "postgis"', '--server testcontainers', '--server postgres://'],
  },
  {
    name: 'takes a baseline migration for what an empty database begins with',
    project: {
      files: {
        'migrations/V1__gone.sql': 'select this_is_never_played();\n',
        'migrations/B2__trip.sql': TRIP,
        'migrations/V3__note.sql': 'alter table trip add column note text;\n',
      },
    },
    args: NOW,
    verdict: 'pass',
    tables: ['public.trip'],
    says: ['2 files, all of them under test', '600 rows kept'],
  },
];

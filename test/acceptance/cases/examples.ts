/** The examples, as their README tells them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Case } from '../case.ts';
import { ROOT } from '../program.ts';
import type { Files } from '../project.ts';

const QUICK = ['--scenario', 'fresh', '--scenario', 'upgrade'] as const;
const CHANGES = [
  ...QUICK,
  ...['--scenario', 'change:monthly->quarterly', '--scenario', 'change:quarterly->yearly'],
  ...['--scenario', 'round-trip:yearly->monthly->yearly', '--scenario', 'rerun'],
] as const;

const textOf = (path: string): string => readFileSync(join(ROOT, 'examples', path), 'utf8');
const IN_USE = 'property-management/migrations/V0.1__property_management.sql';
const EDITED = 'bad/released-file-edited';

/** The files of an example's folder, by their paths in `to`. */
const filesOf = (folder: string, to: string): Files =>
  Object.fromEntries(
    readdirSync(join(ROOT, 'examples', folder)).map((name) => [`${to}/${name}`, textOf(`${folder}/${name}`)]),
  );

export const EXAMPLES: readonly Case[] = [
  {
    name: 'finds nothing in the shipped migration on an empty database',
    project: { example: 'empty-database' },
    args: ['--rows', '300'],
    verdict: 'pass',
    tables: ['public.amenity_booking'],
  },
  {
    name: 'finds nothing in the property management that becomes partitioned',
    project: { example: 'property-management' },
    args: CHANGES,
    verdict: 'pass',
    tables: ['public.amenity_booking'],
  },
  {
    name: 'finds nothing in the property management whose plain table is released',
    project: {
      base: { [`examples/${IN_USE}`]: textOf(IN_USE) },
      copies: ['examples/property-management', 'sql/migrations'],
      in: 'examples/property-management',
    },
    args: QUICK,
    verdict: 'pass',
  },
  {
    name: 'sees rows copied twice',
    project: { example: 'bad/copied-twice' },
    verdict: 'fail',
    findings: { upgrade: ['no-row-duplicated', 'attributes-preserved'] },
    location: {
      check: 'no-row-duplicated',
      file: 'migrations/V2__partition_rooms.sql',
      line: 'insert into room_booking',
      occurrence: 2,
    },
  },
  {
    name: 'sees rows in partitions that were detached and forgotten',
    project: { example: 'bad/detached-and-forgotten' },
    args: CHANGES,
    verdict: 'fail',
    findings: {
      'change:monthly->quarterly': ['no-row-lost'],
      'change:quarterly->yearly': ['no-row-lost'],
      'round-trip:yearly->monthly->yearly': ['no-row-lost'],
    },
    says: ['sensor_reading_2026_01_aside_0'],
  },
  {
    name: 'names the statement that the server refuses',
    project: { example: 'bad/does-not-apply' },
    verdict: 'fail',
    findings: { fresh: ['migration-applies'], upgrade: ['migration-applies'] },
    location: {
      check: 'migration-applies',
      file: 'migrations/V1__bookings.sql',
      line: 'create index on amenity_booking (resident_id',
    },
  },
  {
    name: 'sees bookings ahead that are dropped with their partitions',
    project: { example: 'bad/future-dropped' },
    args: CHANGES,
    verdict: 'fail',
    findings: {
      'change:monthly->quarterly': ['no-row-lost'],
      'change:quarterly->yearly': ['no-row-lost'],
      'round-trip:yearly->monthly->yearly': ['no-row-lost'],
    },
    location: {
      check: 'no-row-lost',
      file: 'migrations/V1__bookings.sql',
      line: "execute format('drop table",
    },
  },
  {
    name: 'sees a change that IF NOT EXISTS turns into nothing',
    project: { example: 'bad/if-not-exists-does-nothing' },
    args: CHANGES,
    verdict: 'fail',
    findings: {
      'change:monthly->quarterly': ['interval-applied', 'no-silent-skip'],
      'change:quarterly->yearly': ['interval-applied'],
      'round-trip:yearly->monthly->yearly': ['interval-applied', 'no-silent-skip'],
      rerun: ['interval-applied', 'no-silent-skip'],
    },
    location: {
      check: 'no-silent-skip',
      file: 'migrations/V1__bookings.sql',
      line: 'execute format(',
    },
  },
  {
    name: 'sees rows that end in the default partition',
    project: { example: 'bad/left-to-default' },
    args: CHANGES,
    verdict: 'fail',
    findings: {
      upgrade: ['default-empty (warning)'],
      'change:monthly->quarterly': ['default-empty', 'no-silent-skip'],
      'change:quarterly->yearly': ['default-empty', 'no-silent-skip'],
      'round-trip:yearly->monthly->yearly': ['default-empty', 'no-silent-skip'],
      rerun: ['default-empty (warning)'],
    },
  },
  {
    name: 'sees partitions dropped and made anew by the same call',
    project: { example: 'bad/made-anew-each-time' },
    args: CHANGES,
    verdict: 'fail',
    findings: {
      'change:monthly->quarterly': ['idempotent'],
      'change:quarterly->yearly': ['idempotent', 'no-silent-skip'],
      'round-trip:yearly->monthly->yearly': ['no-silent-skip'],
      rerun: ['no-silent-skip'],
    },
  },
  {
    name: 'sees the second that bounds minus one second leave out',
    project: { example: 'bad/minus-one-second' },
    verdict: 'fail',
    findings: { fresh: ['no-gap', 'runway'], upgrade: ['no-gap', 'runway'] },
  },
  {
    name: 'sees old rows that a copy leaves behind',
    project: { example: 'bad/old-rows-left-behind' },
    verdict: 'fail',
    findings: { upgrade: ['no-row-lost'] },
    location: {
      check: 'no-row-lost',
      file: 'migrations/V2__partition_visits.sql',
      line: 'drop table visit_old',
    },
  },
  {
    name: 'sees a change that stops on an overlap, and the lock that it leaves',
    project: { example: 'bad/overlap-keeps-lock' },
    args: CHANGES,
    verdict: 'fail',
    findings: { fresh: [], upgrade: [] },
    elsewhere: ['no-overlap', 'interval-applied (inconclusive)', 'no-lock-leak'],
    location: { check: 'no-overlap', file: 'migrations/V1__bookings.sql', line: 'execute format(' },
  },
  {
    name: 'sees a released file that was edited',
    project: {
      base: filesOf(`${EDITED}/released`, 'migrations'),
      files: {
        ...filesOf(`${EDITED}/migrations`, 'migrations'),
        'partition-guard.yml': textOf(`${EDITED}/partition-guard.yml`),
      },
    },
    verdict: 'fail',
    findings: { upgrade: ['migration-history'] },
    location: { check: 'migration-history', file: 'migrations/V1__courts.sql', line: 'court_code' },
  },
  {
    name: 'sees a table dropped that was renamed and made anew',
    project: { example: 'bad/renamed-and-dropped' },
    verdict: 'fail',
    findings: { upgrade: ['no-row-lost'] },
    location: {
      check: 'no-row-lost',
      file: 'migrations/V1__create_or_manage_partitions.sql',
      line: 'drop table if exists amenity_booking_old',
    },
  },
  {
    name: 'sees a repeatable migration that makes free partitions anew',
    project: { example: 'bad/repeatable-makes-anew' },
    verdict: 'fail',
    findings: { rerun: ['idempotent'] },
  },
  {
    name: 'sees a setting that stays behind in the session',
    project: { example: 'bad/setting-stays' },
    verdict: 'fail',
    findings: { rerun: ['no-lock-leak'] },
    says: ['lock_timeout'],
  },
  {
    name: 'says from when on writes fail',
    project: { example: 'bad/short-runway' },
    verdict: 'fail',
    findings: { fresh: ['runway'], upgrade: ['runway'] },
    says: ['from 2027-01-01'],
  },
  {
    name: 'sees the day between an attached table and its first partition',
    project: { example: 'bad/started-a-day-late' },
    verdict: 'fail',
    findings: { fresh: ['no-gap', 'runway'], upgrade: ['no-gap', 'runway'] },
  },
  {
    name: 'sees values that changed columns',
    project: { example: 'bad/swapped-columns' },
    verdict: 'fail',
    findings: { upgrade: ['no-row-changed'] },
    location: {
      check: 'no-row-changed',
      file: 'migrations/V2__partition_rooms.sql',
      line: 'insert into room_booking',
    },
  },
  {
    name: 'sees values that a trigger touches while rows are copied',
    project: { example: 'bad/touched-by-trigger' },
    verdict: 'fail',
    findings: { upgrade: ['no-row-changed'] },
    location: {
      check: 'no-row-changed',
      file: 'migrations/V2__partition_orders.sql',
      line: 'insert into "order"',
    },
  },
];

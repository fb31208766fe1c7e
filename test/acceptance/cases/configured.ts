/** Options and the configuration file. */
import type { Case } from '../case.ts';
import { MANAGER, MANAGER_FILE, NOW, years } from '../sql.ts';

const SHIPPED = { [`sql/migrations/${MANAGER_FILE}`]: MANAGER } as const;

const DROPS = {
  'migrations/V1__tables.sql': `create table import_buffer (id integer, at date not null, primary key (id, at)) partition by range (at);
${years('import_buffer')}`,
  'migrations/V2__empty.sql': 'truncate import_buffer;\n',
} as const;

const SHORT = {
  'migrations/V1__short.sql': `create table entry (id integer, at date not null) partition by range (at);
create table entry_2026 partition of entry for values from ('2026-01-01') to ('2026-05-01');
`,
} as const;

export const CONFIGURED: readonly Case[] = [
  {
    name: 'plays the one scenario that is asked for',
    project: { files: SHIPPED },
    args: ['--scenario', 'round-trip:monthly->yearly->monthly'],
    verdict: 'pass',
    scenarios: ['round-trip:monthly->yearly->monthly'],
  },
  {
    name: 'finds nothing with another seed, and one row',
    project: { files: SHIPPED },
    args: ['--seed', '2', '--rows', '1', '--scenario', 'change:monthly->yearly', '--scenario', 'rerun'],
    verdict: 'pass',
  },
  {
    name: 'finds nothing on a leap day',
    project: {
      files: {
        'migrations/V1__leap.sql': `create table leap (id integer, at timestamptz not null) partition by range (at);
create table leap_1 partition of leap for values from ('2028-01-01') to ('2028-02-29');
create table leap_2 partition of leap for values from ('2028-02-29') to ('2028-03-01');
create table leap_3 partition of leap for values from ('2028-03-01') to ('2029-01-01');
`,
        'migrations/V2__index.sql': 'create index on leap (id);\n',
      },
    },
    args: ['--now', '2028-02-29'],
    verdict: 'pass',
  },
  {
    name: 'lets a waiver stand for the table that it names',
    project: {
      files: {
        ...DROPS,
        'partition-guard.yml': `waivers:
  - check: no-row-lost
    table: public.import_buffer
    reason: staging rows, reloaded each night
    until: 2026-03-15
`,
      },
    },
    args: NOW,
    verdict: 'pass',
  },
  {
    name: 'lets no waiver stand that has run out',
    project: {
      files: {
        ...DROPS,
        'partition-guard.yml': `waivers:
  - check: no-row-lost
    table: import_buffer
    reason: staging rows, reloaded each night
    until: 2026-03-14
`,
      },
    },
    args: NOW,
    verdict: 'fail',
    says: ['The waiver of no-row-lost for public.import_buffer ran out on 2026-03-14'],
    findings: { upgrade: ['no-row-lost'] },
    location: { check: 'no-row-lost', file: 'migrations/V2__empty.sql', line: 'truncate' },
  },
  {
    name: 'leaves out a check that is off',
    project: { files: { ...DROPS, 'partition-guard.yml': 'checks: { no-row-lost: off }\n' } },
    args: NOW,
    verdict: 'pass',
  },
  {
    name: 'asks for ninety days of runway',
    project: { files: SHORT },
    args: [...NOW, '--scenario', 'fresh'],
    verdict: 'fail',
    findings: { fresh: ['runway'] },
  },
  {
    name: 'asks for as many days of runway as are configured',
    project: { files: { ...SHORT, 'partition-guard.yml': 'checks: { runway: { days: 30 } }\n' } },
    args: [...NOW, '--scenario', 'fresh'],
    verdict: 'pass',
  },
  {
    name: 'passes with a warning where a check only warns',
    project: { files: { ...SHORT, 'partition-guard.yml': 'checks: { runway: warning }\n' } },
    args: [...NOW, '--scenario', 'fresh'],
    verdict: 'pass',
    findings: { fresh: ['runway (warning)'] },
  },
  {
    name: 'fails on a warning where it is told to',
    project: {
      files: { ...SHORT, 'partition-guard.yml': 'checks: { runway: warning }\nfail-on: warning\n' },
    },
    args: [...NOW, '--scenario', 'fresh'],
    verdict: 'fail',
    findings: { fresh: ['runway (warning)'] },
  },
  {
    name: 'puts placeholders into the migrations',
    project: {
      files: {
        'migrations/V1__entry.sql': `create table \${table} (id integer, at date not null) partition by range (at);
${years('${table}')}`,
        'partition-guard.yml': 'placeholders: { table: entry }\n',
      },
    },
    args: [...NOW, '--scenario', 'fresh'],
    verdict: 'pass',
    tables: ['public.entry'],
  },
];

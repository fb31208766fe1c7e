/** What rows are made of: SQL of the user's under `seed:`, columns that are renamed and get other types, and what no row meets. */
import type { Case } from '../case.ts';
import { NOW, years } from '../sql.ts';

/** No generated value has the check digit. */
const GUARDED = `create table site (code text primary key check (pg_catalog.length(code) = 7 and substr(md5(code), 1, 2) = '00'));
create table visit (
    id bigint generated always as identity,
    at timestamptz not null,
    left_at timestamptz not null check (left_at > at),
    site text not null references site,
    digest text not null check (digest = md5('salt' || site)),
    primary key (id, at)
) partition by range (at);
${years('visit')}`;

const SITES = `insert into site select c from (select lpad(n::text, 7, '0') as c from generate_series(1, 20000) n) x where substr(md5(c), 1, 2) = '00'`;
const VISITS = `insert into visit (at, left_at, site, digest)
        select t, t + interval '20 minutes', s.code, md5('salt' || s.code)
          from generate_series(timestamptz '2025-01-01', '2027-12-31', '3 days') t
          cross join lateral (select code from site order by md5(code || t::text) limit 1) s`;

const seeded = (sql: string, ...seeds: readonly (readonly [table: string, sql: string])[]) => ({
  files: {
    'migrations/V1__table.sql': sql,
    'migrations/V2__later.sql': "comment on schema public is 'rows come in before this';\n",
    'partition-guard.yml': `seed:\n${seeds.map(([table, text]) => `    ${table}: |\n        ${text.replaceAll('\n', '\n    ')}\n`).join('')}`,
  },
});

const UNSEEDED = [
  'no-row-lost (inconclusive)',
  'no-row-duplicated (inconclusive)',
  'no-row-changed (inconclusive)',
];

const changed = (table: string, change: string) => ({
  files: { 'migrations/V1__table.sql': table, 'migrations/V2__change.sql': change },
});

const STAY = `create table stay (stay_id integer not null, arrives_on date not null, guest text, nights smallint not null default 1,
    primary key (stay_id, arrives_on)) partition by range (arrives_on);
${years('stay')}`;

export const SEEDS: readonly Case[] = [
  {
    name: 'judges rows that SQL of the user’s has made, of a table and of one that it refers to',
    project: seeded(GUARDED, ['site', SITES], ['public.visit', VISITS]),
    args: NOW,
    verdict: 'pass',
    says: ['365 rows kept'],
  },
  {
    name: 'says that the user’s SQL made no rows',
    project: seeded(GUARDED, ['site', SITES], ['visit', `${VISITS} where t < '2020-01-01'`]),
    args: [...NOW, '--scenario', 'upgrade'],
    verdict: 'inconclusive',
    elsewhere: [...UNSEEDED, 'no-gap (inconclusive)'],
    says: ['visit could not be seeded: the SQL for it under seed: leaves no row in it'],
  },
  {
    name: 'says that the user’s SQL made too few rows',
    project: seeded(GUARDED, ['site', SITES], ['visit', `${VISITS} limit 4`]),
    args: [...NOW, '--scenario', 'upgrade'],
    verdict: 'inconclusive',
    elsewhere: UNSEEDED,
    says: ['leaves 4 rows in it, and fewer than 10 say too little'],
  },
  {
    name: 'says what is wrong with the user’s SQL',
    project: seeded(GUARDED, [
      'visit',
      "insert into visit (at) values ('2026-01-01'); insert into visits select 1",
    ]),
    args: [...NOW, '--scenario', 'upgrade'],
    verdict: 'inconclusive',
    elsewhere: [...UNSEEDED, 'no-gap (inconclusive)'],
    says: ['the SQL for it under seed: fails: null value in column "left_at"'],
  },
  {
    name: 'runs the user’s SQL with the rights of the migrations, and no others',
    project: seeded(GUARDED, ['visit', 'drop schema partition_guard cascade']),
    args: [...NOW, '--scenario', 'upgrade'],
    verdict: 'inconclusive',
    elsewhere: [...UNSEEDED, 'no-gap (inconclusive)'],
    says: ['must be owner of schema partition_guard'],
  },
  {
    name: 'follows rows through a renamed key, a renamed partition column and wider types',
    project: changed(
      STAY,
      `alter table stay rename column stay_id to id;
alter table stay rename column arrives_on to arrives;
alter table stay rename column guest to name;
alter table stay alter column id type bigint, alter column nights type numeric(6,1);
`,
    ),
    args: NOW,
    verdict: 'pass',
    says: ['600 rows kept'],
  },
  {
    name: 'sees the rows that are lost beside a renamed key',
    project: changed(
      STAY,
      `delete from stay where arrives_on >= '2027-06-01';
alter table stay rename column stay_id to id;
`,
    ),
    args: NOW,
    verdict: 'fail',
    findings: { upgrade: ['no-row-lost'] },
    says: ['of 600 rows of stay (2027-06-'],
  },
];

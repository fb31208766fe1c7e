/** The locks that a plan tells of a statement are those that the server takes when it runs. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import { NOT_MEASURED } from '../../../src/deploy/plan/measured-locks.ts';
import { readServersFunctions } from '../../../src/deploy/plan/names.ts';
import { callsIn, namesIn, plannedMigrations, saidBy } from '../../../src/deploy/plan/planned-statements.ts';
import { reading } from '../../../src/deploy/plan/reading.ts';
import { readRelations } from '../../../src/deploy/plan/relations.ts';
import {
  type PlannedStatement,
  TABLE_LOCK_MODES,
  type TableLockMode,
} from '../../../src/domain/deployment.ts';
import { understand } from '../../../src/migrations/read-migrations.ts';
import { withClient } from '../../../src/postgres/connection.ts';
import { openTestServer, type TestServer, type ThrowawayDatabase } from '../../support/throwaway.ts';
import { run } from './planned-project.ts';

const SCHEMA = `
create table amenity (amenity_id int primary key, name text);
create table booking (id int, starts date, amenity_id int references amenity, note text, primary key (id, starts)) partition by range (starts);
create table booking_1 partition of booking for values from ('2026-01-01') to ('2026-02-01');
create table booking_rest partition of booking default;
create table loose (id int not null, starts date not null, amenity_id int, note text);
create table visit (visit_id int primary key, amenity_id int);
create index visit_amenity on visit (amenity_id);
alter table visit add constraint few check (visit_id < 1000) not valid;
create function nothing() returns trigger language plpgsql as $$ begin return new; end $$;
create trigger keep before update on visit for each row execute function nothing();
create view visits as select visit_id from visit;
`;

/** Each leaves the tables as the next one needs them: it is rolled back. */
const STATEMENTS: readonly string[] = [
  "create table booking_2 partition of booking for values from ('2026-02-01') to ('2026-03-01')",
  "alter table booking attach partition loose for values from ('2026-05-01') to ('2026-06-01')",
  'alter table booking detach partition booking_1',
  'drop table booking_1',
  'drop table visit cascade',
  'drop table booking',
  'truncate visit',
  'alter table visit add column paid boolean',
  'alter table visit add column paid boolean default false',
  'alter table visit add column code uuid default gen_random_uuid()',
  'alter table visit drop column amenity_id cascade',
  'alter table visit alter column amenity_id type bigint',
  'alter table visit alter column amenity_id set not null',
  'alter table visit alter column amenity_id set default 1',
  'alter table visit alter column amenity_id set statistics 200',
  'alter table visit set (fillfactor = 70)',
  'alter table visit set (autovacuum_enabled = false)',
  'alter table visit validate constraint few',
  'alter table visit add constraint more check (visit_id > 0)',
  'alter table visit add constraint visit_to_amenity foreign key (amenity_id) references amenity',
  'alter table visit add constraint visit_to_amenity foreign key (amenity_id) references amenity not valid',
  'alter table visit add unique (amenity_id)',
  'alter table visit disable trigger keep',
  'alter table visit rename to visit_old',
  'alter table visit rename column amenity_id to place',
  'alter index visit_amenity rename to by_amenity',
  'alter table visit enable row level security',
  'alter table visit replica identity full',
  'alter table visit cluster on visit_amenity',
  'create index on visit (amenity_id)',
  'create index on booking (note)',
  'drop index visit_amenity',
  'reindex table visit',
  'create trigger more before insert on visit for each row execute function nothing()',
  'drop trigger keep on visit',
  'create policy mine on visit using (true)',
  'create rule deny as on delete to visit do instead nothing',
  'create statistics of_both on visit_id, amenity_id from visit',
  "comment on table visit is 'x'",
  "comment on column visit.amenity_id is 'x'",
  'lock table visit in share update exclusive mode',
  'lock table visit',
  'insert into visit values (1, 1)',
  'insert into visit select amenity_id, amenity_id from amenity',
  'update visit set amenity_id = 2',
  'delete from visit',
  'select * from visit for update',
  'select count(*) from visit join amenity using (amenity_id)',
  'with gone as (delete from visit returning *) insert into loose select 1, now()::date from gone',
  'create table copied as select * from visit',
  'create table child (like visit including all)',
  'create table payment (visit_id int references visit)',
  'create table special () inherits (visit)',
  'create view more_visits as select * from visit',
  'grant select on visit to public',
  'analyze visit',
  'create function other() returns int language sql as $$ select 1 $$',
];

/** Of these the plan may tell more than was taken, never less: foreign keys and triggers decide. */
const WEAK: readonly TableLockMode[] = ['ACCESS SHARE', 'ROW SHARE'];

const TABLES = `
  select oid, format('public.%I', relname) as table from pg_class
   where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`;

const LOCKS = `
  select l.relation as oid, l.mode from pg_locks l
   where l.pid = pg_backend_pid() and l.granted and l.locktype = 'relation'`;

/** Of the tables that were there before, by the name that they had then. */
async function takenBy(client: Client, sql: string): Promise<Record<string, TableLockMode>> {
  const { rows: tables } = await client.query<{ oid: number; table: string }>(TABLES);
  await client.query('begin');
  try {
    await client.query(sql);
    const { rows } = await client.query<{ oid: number; mode: string }>(LOCKS);
    return strongestOf(
      rows.flatMap(({ oid, mode }) => {
        const table = tables.find((one) => one.oid === oid)?.table;
        const found = TABLE_LOCK_MODES.find((one) => `${one.replaceAll(' ', '')}LOCK` === mode.toUpperCase());
        return table === undefined || found === undefined ? [] : [[table, found] as const];
      }),
    );
  } finally {
    await client.query('rollback');
  }
}

function strongestOf(locks: readonly (readonly [string, TableLockMode])[]): Record<string, TableLockMode> {
  const strongest: Record<string, TableLockMode> = {};
  for (const [table, mode] of locks) {
    const other = strongest[table];
    if (other === undefined || TABLE_LOCK_MODES.indexOf(mode) > TABLE_LOCK_MODES.indexOf(other))
      strongest[table] = mode;
  }
  return strongest;
}

/** What the plan tells of each, as if it were the only one pending. */
async function toldOf(client: Client): Promise<ReadonlyMap<string, PlannedStatement>> {
  const folder = 'db/migration';
  const migrations = await understand(
    STATEMENTS.map((sql, i) => ({ folder, file: `${folder}/V${i + 1}__s.sql`, bytes: Buffer.from(sql) })),
    {
      cwd: '/',
      placeholders: {},
      flyway: { defaultSchema: 'public', user: '', database: '', table: '', timestamp: '' },
    },
  );
  const said = await saidBy(migrations);
  return reading(
    client,
    () => Promise.resolve(undefined),
    async (read) => {
      const relations = await readRelations(read, namesIn(said));
      const isServers = await readServersFunctions(read, callsIn(said));
      const planned = said.flatMap((one) =>
        plannedMigrations([one], { relations, isServers, measured: NOT_MEASURED }),
      );
      return new Map(planned.flatMap(({ statements }) => statements.map((one) => [one.text, one])));
    },
  );
}

let server: TestServer;
beforeAll(async () => (server = await openTestServer()));
afterAll(() => server.close());

describe('a statement', () => {
  it('takes the locks that the plan tells, on the tables that it tells', () =>
    server.withDatabase(async ({ migrator }: ThrowawayDatabase) => {
      await run(migrator, SCHEMA);
      await withClient(migrator, async (client) => {
        const planned = await toldOf(client);
        const told: Record<string, unknown> = {};
        const taken: Record<string, unknown> = {};
        for (const sql of STATEMENTS) {
          const statement = planned.get(sql);
          expect([sql, statement?.basis]).toEqual([sql, 'statement']);
          const seen = await takenBy(client, sql);
          const expected = strongestOf((statement?.locks ?? []).map(({ table, mode }) => [table, mode]));
          told[sql] = withoutPartitions(without(expected, WEAK), seen);
          taken[sql] = withoutPartitions(without(seen, WEAK), expected);
        }
        expect(told).toEqual(taken);
      });
    }));
});

const without = (
  locks: Record<string, TableLockMode>,
  modes: readonly TableLockMode[],
): Record<string, TableLockMode> =>
  Object.fromEntries(Object.entries(locks).filter(([, mode]) => !modes.includes(mode)));

/** The partitions that a table is locked along with need no word of their own. */
const withoutPartitions = (
  locks: Record<string, TableLockMode>,
  other: Record<string, TableLockMode>,
): Record<string, TableLockMode> =>
  Object.fromEntries(
    Object.entries(locks).filter(([table]) => table in other || !/^public\.booking_(?:1|rest)$/.test(table)),
  );

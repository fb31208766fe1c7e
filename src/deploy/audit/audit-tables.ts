/** The tables of our own on a target, in a schema of their own; made by the first run, or before it by a DBA. */
import type pg from 'pg';
import { errorCode } from '../../postgres/error-code.ts';
import { OperatorError } from '../../domain/operator-error.ts';

export const OWN_SCHEMA = 'partition_guard';

/** Stands before every table of ours: nothing on a search path can come in between. */
export const AUDIT_TABLES = [
  'deployment',
  'applied_migration',
  'migration_statement',
  'archived_partition',
] as const;

/** What makes them; docs/deploy.md has the same for a DBA who makes them beforehand. */
export const AUDIT_SQL: readonly string[] = [
  `create table if not exists partition_guard.deployment (
     id bigint generated always as identity primary key,
     command text not null,
     environment text not null,
     release text,
     plan_digest text,
     actor text,
     run_url text,
     reason text,
     tool_version text not null,
     database_user text not null default current_user,
     started_at timestamp with time zone not null default pg_catalog.clock_timestamp(),
     finished_at timestamp with time zone,
     outcome text,
     detail jsonb not null default '{}'
   )`,
  `comment on table partition_guard.deployment is
     'audit trail: one row for each run on this database; without an outcome it is still running'`,
  `create table if not exists partition_guard.applied_migration (
     deployment bigint not null references partition_guard.deployment,
     installed_rank integer not null,
     script text not null,
     checksum integer,
     proofs jsonb not null default '[]',
     applied_at timestamp with time zone not null default pg_catalog.clock_timestamp(),
     primary key (deployment, installed_rank)
   )`,
  `comment on table partition_guard.applied_migration is
     'what a run applied, written in the transaction of the migration itself, with the proof of its rows'`,
  `create table if not exists partition_guard.migration_statement (
     deployment bigint not null references partition_guard.deployment,
     script text not null,
     checksum integer not null,
     position integer not null,
     line integer not null,
     statement text not null,
     way text not null,
     begun_at timestamp with time zone not null default pg_catalog.clock_timestamp(),
     ended_at timestamp with time zone,
     ending text,
     is_closed boolean not null default false,
     primary key (deployment, script, position)
   )`,
  `comment on table partition_guard.migration_statement is
     'statements of files that run outside of a transaction, written before each begins: without an ending one is in doubt until its file is closed'`,
  `create table if not exists partition_guard.archived_partition (
     deployment bigint not null references partition_guard.deployment,
     table_name text not null,
     partition_name text not null,
     bound text not null,
     location text not null,
     row_count bigint not null,
     checksum numeric not null,
     sha256 text not null,
     bytes bigint not null,
     dropped_at timestamp with time zone not null default pg_catalog.clock_timestamp()
   )`,
  `comment on table partition_guard.archived_partition is
     'where the rows of each dropped partition are, written in the transaction that dropped it'`,
];

/** Whether they are there to be read. */
export async function hasAuditTables(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ found: number }>(
    `select pg_catalog.count(*)::integer as found
       from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where n.nspname = $1 and c.relname = any ($2) and c.relkind = 'r'`,
    [OWN_SCHEMA, AUDIT_TABLES],
  );
  return rows[0]?.found === AUDIT_TABLES.length;
}

const INSUFFICIENT_PRIVILEGE = '42501';
/** Any number will do; two runs that make the tables at once must not collide. */
const MAKING = 0x70617274;

/** Makes what is not there. */
export async function makeAuditTables(client: pg.Client): Promise<void> {
  if (await hasAuditTables(client)) return;
  try {
    await client.query('begin');
    await client.query('select pg_catalog.pg_advisory_xact_lock($1, 0)', [MAKING]);
    const { rowCount } = await client.query('select from pg_catalog.pg_namespace n where n.nspname = $1', [
      OWN_SCHEMA,
    ]);
    // IF NOT EXISTS would ask for the right to create one also where it is there.
    if (rowCount === 0) await client.query('create schema partition_guard');
    for (const statement of AUDIT_SQL) await client.query(statement);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    if (errorCode(error) !== INSUFFICIENT_PRIVILEGE) throw error;
    throw new OperatorError(
      'this role may not make the schema partition_guard, which holds the audit trail',
      {
        code: 'audit-not-made',
        hint: 'Grant it CREATE on the database once, or make the schema beforehand as docs/deploy.md shows.',
        cause: error,
      },
    );
  }
}

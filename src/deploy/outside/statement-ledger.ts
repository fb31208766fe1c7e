/** The ledger of statements that run outside of a transaction: each is written down before it begins. */
import type pg from 'pg';
import type { Redact } from '../../domain/redaction.ts';
import type { Migration, Statement } from '../../migrations/migration.ts';
import { firstLine } from '../../postgres/sql-failure.ts';
import { hasAuditTables } from '../audit/audit-tables.ts';

/** `transaction`: in one of its own, which has its ending in it; `alone`: the catalog has to tell. */
export type Way = 'transaction' | 'alone';

export interface LedgerRow {
  readonly deployment: string;
  readonly script: string;
  readonly checksum: number;
  readonly position: number;
  readonly line: number;
  readonly way: Way;
  /** Null where nobody wrote whether it ended. */
  readonly ending: 'done' | 'failed' | null;
}

/** Rows of files that never came to an end, oldest first. Reads only. */
export async function readOpenRows(client: pg.Client): Promise<readonly LedgerRow[]> {
  if (!(await hasAuditTables(client))) return [];
  const { rows } = await client.query<LedgerRow>(
    `select s.deployment, s.script, s.checksum, s.position, s.line, s.way, s.ending
       from partition_guard.migration_statement s where not s.is_closed
      order by s.deployment, s.position`,
  );
  return rows;
}

export interface Begun {
  readonly deployment: string;
  readonly migration: Migration;
  readonly position: number;
  /** Of what is written of the statement. */
  readonly redact: Redact;
}

/** @param keeper a session of its own, with no transaction open: the row is there whatever becomes of the statement. */
export async function writeBegun(
  keeper: pg.Client,
  { deployment, migration, position, redact }: Begun,
  statement: Statement,
  way: Way,
): Promise<void> {
  await keeper.query(
    `insert into partition_guard.migration_statement
       (deployment, script, checksum, position, line, statement, way) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (deployment, script, position) do nothing`,
    [
      deployment,
      migration.script,
      migration.checksum,
      position,
      statement.line,
      firstLine(redact(statement.text)),
      way,
    ],
  );
}

export async function writeEnding(
  client: pg.Client,
  { deployment, migration, position }: Begun,
  ending: 'done' | 'failed',
): Promise<void> {
  await client.query(
    `update partition_guard.migration_statement
        set ending = $4, ended_at = pg_catalog.clock_timestamp()
      where deployment = $1 and script = $2 and position = $3`,
    [deployment, migration.script, position, ending],
  );
}

/** The file is at its end, well or not: the history says so from here on. In the transaction of the history's row. */
export async function closeFile(client: pg.Client, script: string): Promise<void> {
  await client.query(
    'update partition_guard.migration_statement set is_closed = true where script = $1 and not is_closed',
    [script],
  );
}

/** While a session works on a file outside of a transaction it holds an advisory lock of (this, its deployment). */
const WORKING = 0x70677772;

export async function showWorking(client: pg.Client, deployment: string): Promise<void> {
  await client.query('select pg_catalog.pg_advisory_lock_shared($1, $2::bigint::integer)', [
    WORKING,
    deployment,
  ]);
}

/** Whether the session still says so: a function may have let go of every lock that it holds. */
export async function isShownWorking(client: pg.Client, deployment: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `select from pg_catalog.pg_locks l
      where l.locktype = 'advisory' and l.pid = pg_catalog.pg_backend_pid() and l.granted and l.objsubid = 2
        and l.classid = $1::bigint::pg_catalog.oid and l.objid = $2::bigint::pg_catalog.oid`,
    [WORKING, deployment],
  );
  return (rowCount ?? 0) > 0;
}

export async function stopWorking(client: pg.Client, deployment: string): Promise<void> {
  await client.query('select pg_catalog.pg_advisory_unlock_shared($1, $2::bigint::integer)', [
    WORKING,
    deployment,
  ]);
}

/** Whether the server still runs a statement for a client that was killed: nobody told it to stop. */
export async function isStillWorking(client: pg.Client, deployment: string): Promise<boolean> {
  const { rows } = await client.query<{ isFree: boolean }>(
    'select pg_catalog.pg_try_advisory_lock($1, $2::bigint::integer) as "isFree"',
    [WORKING, deployment],
  );
  if (rows[0]?.isFree !== true) return true;
  await client.query('select pg_catalog.pg_advisory_unlock($1, $2::bigint::integer)', [WORKING, deployment]);
  return false;
}

/** Lets objects be handed to roles of the run, as the superuser may who runs such SQL elsewhere. */
import type { Client } from 'pg';
import type { Migration, Statement } from '../migrations/migration.ts';
import { quoteIdentifier } from '../postgres/connection.ts';
import type { RunRoles } from './run-roles.ts';

const HANDS_OVER = /\bowner\s+to\b/i;

/** Statements that run a routine, or may. */
const RUNS_ROUTINES: ReadonlySet<string> = new Set(['SelectStmt', 'CallStmt', 'DoStmt']);

/** Whether some function or procedure hands things over: whatever calls it may do so. */
export const routinesHandOver = (migrations: readonly Migration[]): boolean =>
  migrations.some((m) => m.statements.some((s) => s.routine?.name !== undefined && HANDS_OVER.test(s.text)));

/** The roles that a statement may hand something to; none for most statements. */
export function newOwners(
  statement: Statement,
  roles: RunRoles,
  { migrations }: { readonly migrations: readonly Migration[] },
): string[] {
  const known = roles.all();
  if (known.length === 0) return [];
  if (RUNS_ROUTINES.has(statement.kind)) {
    return HANDS_OVER.test(statement.text) || routinesHandOver(migrations) ? known : [];
  }
  if (!HANDS_OVER.test(statement.text)) return [];
  const named = statement.wishes?.namesRoles ?? [];
  return known.filter((role) => named.includes(role));
}

/**
 * A new owner must have CREATE on the schema, or for a schema on the database, unless a superuser hands it over:
 * the right is lent for as long as the statement runs.
 */
export async function withOwnerRights<T>(
  session: Client,
  owners: readonly string[],
  run: () => Promise<T>,
): Promise<T> {
  if (owners.length === 0) return run();
  const lent = await lend(session, owners);
  try {
    const result = await run();
    await takeBack(session, lent);
    return result;
  } catch (error) {
    await takeBackAfterFailure(session, lent);
    throw error;
  }
}

/** A transaction that failed takes the loan back by itself, and a session that is gone can't. */
async function takeBackAfterFailure(session: Client, lent: readonly Loan[]): Promise<void> {
  if (lent.length === 0) return;
  try {
    await session.query('');
    if (session.getTransactionStatus() === 'I') await takeBack(session, lent);
  } catch {
    // What failed first is what is told.
  }
}

interface Loan {
  readonly on: 'schema' | 'database';
  readonly name: string;
  readonly role: string;
}

const LACKING = `
  select 'schema' as "on", n.nspname as name, r.rolname as role
    from pg_catalog.pg_namespace n cross join pg_catalog.pg_roles r
   where r.rolname = any ($1) and not pg_catalog.starts_with(n.nspname, 'pg_')
     and pg_catalog.pg_has_role(n.nspowner, 'USAGE') and not pg_catalog.has_schema_privilege(r.oid, n.oid, 'CREATE')
   union all
  select 'database', d.datname, r.rolname
    from pg_catalog.pg_database d cross join pg_catalog.pg_roles r
   where r.rolname = any ($1) and d.datname = pg_catalog.current_database()
     and pg_catalog.pg_has_role(d.datdba, 'USAGE') and not pg_catalog.has_database_privilege(r.oid, d.oid, 'CREATE')`;

async function lend(session: Client, owners: readonly string[]): Promise<readonly Loan[]> {
  const { rows } = await session.query<Loan>(LACKING, [owners]);
  if (rows.length > 0) await session.query(rows.map((loan) => changeOf('grant', loan)).join(';'));
  return rows;
}

/** What became the owner of a schema meanwhile has the right of its own. */
const STILL_LENT = `
  select l."on", l.name, l.role
    from rows from (pg_catalog.unnest($1::text[]), pg_catalog.unnest($2::text[]), pg_catalog.unnest($3::text[])) l("on", name, role)
    join pg_catalog.pg_roles r on r.rolname = l.role
    left join pg_catalog.pg_namespace n on l."on" = 'schema' and n.nspname = l.name
   where l."on" = 'database' or n.nspowner <> r.oid`;

async function takeBack(session: Client, loans: readonly Loan[]): Promise<void> {
  if (loans.length === 0) return;
  const { rows } = await session.query<Loan>(STILL_LENT, [
    loans.map((loan) => loan.on),
    loans.map((loan) => loan.name),
    loans.map((loan) => loan.role),
  ]);
  if (rows.length > 0) await session.query(rows.map((loan) => changeOf('revoke', loan)).join(';'));
}

const changeOf = (change: 'grant' | 'revoke', { on, name, role }: Loan): string =>
  `${change} create on ${on} ${quoteIdentifier(name)} ${change === 'grant' ? 'to' : 'from'} ${quoteIdentifier(role)}`;

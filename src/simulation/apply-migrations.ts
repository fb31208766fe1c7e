/** Plays migration files as Flyway does: one session for all, each file in one transaction unless it forbids that. */
import type { Client } from 'pg';
import type { StepOutcome } from '../domain/history.ts';
import { locate } from '../migrations/locate.ts';
import type { Migration, Statement } from '../migrations/migration.ts';
import { quoteIdentifier } from '../postgres/connection.ts';
import { withDeadline } from '../postgres/deadline.ts';
import { fittedText, setsSessionUser } from './fitted-text.ts';
import type { SessionWatch, WatchedStatement } from './lock-watch.ts';
import { unlessServersFault } from './not-played.ts';
import { newOwners, withOwnerRights } from './owner-rights.ts';
import { rolesMadeBy, type RunRoles } from './run-roles.ts';
import { firstLine, isDisconnected, placeOf, sqlFailureOf } from '../postgres/sql-failure.ts';

export interface Application {
  readonly session: Client;
  readonly migrations: readonly Migration[];
  /** Roles belong to the server, not to a database: those that an earlier application made are there already. */
  readonly rolesMade: RunRoles;
  /** Applied in this database before: a role that one of these made is no other application's. */
  readonly earlier?: readonly Migration[];
  readonly afterFile?: (migration: Migration, isLast: boolean) => Promise<void>;
  /** Lets rows come in between the files; what it is given tells whether any came. */
  readonly aroundSeeds?: (seed: () => Promise<boolean>) => Promise<void>;
  /** Called where rows were seeded, and the last file is about to be run once more. */
  readonly afterSeeds?: () => Promise<void>;
  readonly beforeStatement?: (statement: Statement) => void;
  /** Called inside the file's transaction, if it has one. */
  readonly afterStatement?: (statement: Statement) => Promise<void>;
  readonly statementTimeoutMs: number;
  /** Sees the statements, and what they lock. */
  readonly watch?: SessionWatch | undefined;
}

const DONE: StepOutcome = { kind: 'done' };

export async function applyMigrations(application: Application): Promise<StepOutcome> {
  const { migrations, afterFile } = application;
  const rolesHere = new Set((application.earlier ?? []).flatMap((m) => m.statements).flatMap(rolesMadeBy));
  for (const [i, migration] of migrations.entries()) {
    const applying = { ...application, rolesHere, acting: { asSessionUser: false } };
    const outcome = await applyFile(applying, migration).catch((error: unknown) => around(migration, error));
    if (outcome.kind !== 'done') return outcome;
    await afterFile?.(migration, i === migrations.length - 1);
  }
  return DONE;
}

interface Applying extends Application {
  /** Roles that were made in this database: to make one again is refused, as it would be anywhere. */
  readonly rolesHere: Set<string>;
  /** Whether the file has taken on a role in place of being another session user. */
  readonly acting: { asSessionUser: boolean };
}

async function applyFile(application: Applying, migration: Migration): Promise<StepOutcome> {
  const { session } = application;
  if (migration.transaction === 'mixed') return mixed(migration);
  for (const statement of migration.statements) {
    application.beforeStatement?.(statement);
    // Also after a statement of the file's own that ends the transaction: the next begins another.
    if (migration.transaction === 'one' && session.getTransactionStatus() === 'I')
      await session.query('begin');
    const outcome = await runStatement(application, migration, statement);
    if (outcome.kind !== 'done') {
      if (!isDisconnected(outcome)) await session.query('rollback');
      application.watch?.transactionEnded();
      if (outcome.kind !== 'failed' || isDisconnected(outcome)) return outcome;
      return unlessServersFault(session, {
        outcome,
        statement,
        migrations: upTo(application.migrations, migration),
        roles: application.rolesMade,
        asSessionUser: application.acting.asSessionUser,
      });
    }
    if (migration.transaction === 'none') application.watch?.transactionEnded();
    else if (!LOCKS_NO_TABLE.has(statement.kind)) await application.watch?.afterStatement(watched(statement));
    await application.afterStatement?.(statement);
  }
  const committed = migration.transaction === 'one' ? await commit(application, migration) : DONE;
  application.watch?.transactionEnded();
  // What Flyway puts back after each file.
  if (committed.kind === 'done') await session.query('reset role; reset search_path');
  return committed;
}

/** What the file set, such as a time limit of a millisecond, may stop what stands between the statements. */
const around = (migration: Migration, error: unknown): StepOutcome => ({
  kind: 'failed',
  failure: sqlFailureOf(error),
  statement: 'the end of the file',
  location: { file: migration.file, line: migration.statements.at(-1)?.line ?? 1 },
});

/** What takes no lock that another could wait for; one that a trigger takes is seen after the next statement. */
const LOCKS_NO_TABLE = new Set([
  'CommentStmt',
  'CreateFunctionStmt',
  'GrantStmt',
  'InsertStmt',
  'VariableSetStmt',
]);

const watched = ({ text, file, line }: Statement): WatchedStatement => ({ text, location: { file, line } });

/** Deferred constraints speak at the end. */
async function commit(
  { session, statementTimeoutMs }: Application,
  migration: Migration,
): Promise<StepOutcome> {
  try {
    await withDeadline(session, statementTimeoutMs, () => session.query('commit'));
    return DONE;
  } catch (error) {
    const last = migration.statements.at(-1);
    return {
      kind: 'failed',
      failure: sqlFailureOf(error),
      statement: 'commit',
      location: { file: migration.file, line: last?.line ?? 1 },
    };
  }
}

async function runStatement(
  application: Applying,
  migration: Migration,
  statement: Statement,
): Promise<StepOutcome> {
  const { session, migrations, rolesMade } = application;
  if (statement.problem && statement.problem.kind !== 'syntax') {
    const { message, line } = statement.problem;
    return unsent(statement, message, { file: statement.file, line });
  }
  const thereAlready = await rolesOfOthers(application, statement);
  if (statement.kind === 'CreateRoleStmt' && thereAlready.length > 0) return DONE;
  const text = fittedText(statement, rolesMade, thereAlready);
  const owners = newOwners(statement, rolesMade, {
    migrations: [...(application.earlier ?? []), ...migrations],
  });
  try {
    const run = (): Promise<unknown> =>
      withDeadline(session, application.statementTimeoutMs, () => session.query(text));
    await withOwnerRights(session, owners, () =>
      application.watch ? application.watch.during(watched(statement), run) : run(),
    );
    if (setsSessionUser(statement)) application.acting.asSessionUser = text !== 'reset role';
    await rememberRoles(application, statement);
    return DONE;
  } catch (error) {
    return {
      kind: 'failed',
      failure: sqlFailureOf(error),
      statement: firstLine(statement.text),
      location: locate(placeOf(error), statement, [
        ...(application.earlier ?? []),
        ...upTo(migrations, migration),
      ]),
    };
  }
}

const upTo = (migrations: readonly Migration[], migration: Migration): readonly Migration[] =>
  migrations.slice(0, migrations.indexOf(migration) + 1);

const SYNTAX_ERROR = '42601';
const FEATURE_NOT_SUPPORTED = '0A000';

const unsent = (
  statement: Statement,
  message: string,
  location: { file: string; line: number },
): StepOutcome => ({
  kind: 'failed',
  failure: { sqlstate: SYNTAX_ERROR, message },
  statement: firstLine(statement.text),
  location,
});

function mixed(migration: Migration): StepOutcome {
  const outside = migration.statements.find((statement) => statement.outsideTransaction);
  return {
    kind: 'failed',
    failure: {
      sqlstate: FEATURE_NOT_SUPPORTED,
      message: 'the file mixes statements that must run in a transaction with one that can not',
      hint: 'put that statement into a file of its own, or set executeInTransaction=false in its script configuration',
    },
    statement: firstLine(outside?.text ?? ''),
    location: { file: migration.file, line: outside?.line ?? 1 },
  };
}

/** Roles that the statement makes, and that another application has made: they belong to the server. */
async function rolesOfOthers(
  { session, rolesMade, rolesHere }: Applying,
  statement: Statement,
): Promise<string[]> {
  const others: string[] = [];
  for (const role of rolesMadeBy(statement)) {
    if (rolesMade.has(role) && !rolesHere.has(role) && (await roleIsThere(session, role))) others.push(role);
    rolesHere.add(role);
  }
  return others;
}

/** Whoever makes a role may hand things to it: from 16 on the server sees to that, where it is told to. */
async function rememberRoles({ session, rolesMade }: Applying, statement: Statement): Promise<void> {
  for (const role of rolesMadeBy(statement)) {
    if (!(await roleIsThere(session, role))) continue;
    rolesMade.add(role);
    const { rowCount } = await session.query(
      `select from pg_catalog.pg_roles r
        where r.rolname = session_user and r.rolcreaterole and pg_catalog.current_setting('role') = 'none'
          and not pg_catalog.pg_has_role($1, 'USAGE') and pg_catalog.current_setting('server_version_num')::integer < 160000`,
      [role],
    );
    if (rowCount) await session.query(`grant ${quoteIdentifier(role)} to session_user`);
  }
}

async function roleIsThere(session: Client, role: string): Promise<boolean> {
  const { rowCount } = await session.query('select from pg_catalog.pg_roles r where r.rolname = $1', [role]);
  return (rowCount ?? 0) > 0;
}

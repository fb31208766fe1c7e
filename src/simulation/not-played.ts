/** Tells a migration that is wrong from one that this server, or the rights of untrusted SQL, can't play. */
import type { Client } from 'pg';
import type { StepOutcome } from '../domain/history.ts';
import type { Migration, Statement } from '../migrations/migration.ts';
import { withDeadline } from '../postgres/deadline.ts';
import type { RunRoles } from './run-roles.ts';

/** Error codes that are looked into (manual, appendix A). */
const SQLSTATE = {
  insufficientPrivilege: '42501',
  undefinedObject: '42704',
  invalidParameterValue: '22023',
} as const;

type Failed = Extract<StepOutcome, { kind: 'failed' }>;

export interface Refusal {
  readonly outcome: Failed;
  readonly statement: Statement | undefined;
  /** Up to the one that failed. */
  readonly migrations: readonly Migration[];
  readonly roles: RunRoles;
  readonly asSessionUser: boolean;
}

/** The failure itself where it is the migration's own. @param session outside of a transaction. */
export async function unlessServersFault(session: Client, refusal: Refusal): Promise<StepOutcome> {
  const reason =
    (await missingExtension(session, refusal)) ??
    refusedExtension(refusal) ??
    refusedRole(refusal) ??
    superusersStatement(refusal);
  if (reason === undefined) return explained(refusal);
  const { location } = refusal.outcome;

  return { kind: 'not-played', reason: `the statement ${reason}`, ...(location ? { location } : {}) };
}

const NEWER_SETTING =
  'This version of the server does not know the setting: a dump of a newer one sets it. Test on that major with --postgres, or take the line out.';

/** The server's words, and a hint where they leave the reader alone. */
function explained({ outcome, statement }: Refusal): Failed {
  const isUnknownSetting =
    statement?.kind === 'VariableSetStmt' && outcome.failure.sqlstate === SQLSTATE.undefinedObject;
  if (!isUnknownSetting) return outcome;
  return { ...outcome, failure: { hint: NEWER_SETTING, ...outcome.failure } };
}

const OTHER_SERVERS =
  'Play it where it is: --server testcontainers with an image that has it, or --server postgres://… of a server on which it is installed.';

/** The server's own function speaks where it looks for what an extension consists of. */
async function missingExtension(session: Client, refusal: Refusal): Promise<string | undefined> {
  const { failure } = refusal.outcome;
  const isMissing = failure.routine === 'parse_extension_control_file';
  const isOtherVersion =
    failure.sqlstate === SQLSTATE.invalidParameterValue &&
    /^(?:Create|Alter)ExtensionStmt$/.test(refusal.statement?.kind ?? '');
  if (!isMissing && !isOtherVersion) return undefined;
  const absent = await absentOf(session, wantedExtensions(refusal));
  const named = absent.map((name) => `"${name}"`).join(', ');
  const what = isMissing
    ? `needs the extension ${named || 'that it creates'}, which this server does not have`
    : 'needs a version of an extension that this server does not have';
  return `${what} (${failure.message}). ${OTHER_SERVERS}`;
}

/** Those of the statement; of everything so far, where it calls what creates them. */
function wantedExtensions({ statement, migrations }: Refusal): string[] {
  const own = statement?.wishes?.extensions ?? [];
  if (own.length > 0) return [...own];
  return migrations.flatMap((m) => m.statements).flatMap((s) => s.wishes?.extensions ?? []);
}

const QUICKLY_MS = 10_000;

async function absentOf(session: Client, names: readonly string[]): Promise<string[]> {
  const { rows } = await withDeadline(session, QUICKLY_MS, () =>
    session.query<{ name: string }>(
      `select w.name from pg_catalog.unnest($1::text[]) w(name)
        where not exists (select from pg_catalog.pg_available_extensions e where e.name = w.name)`,
      [[...new Set(names)]],
    ),
  );
  return rows.map((row) => row.name);
}

function refusedExtension({ outcome: { failure } }: Refusal): string | undefined {
  if (failure.sqlstate !== SQLSTATE.insufficientPrivilege || failure.routine !== 'execute_extension_script')
    return undefined;
  return `creates an extension that only a superuser may create, and SQL under test never is one (${failure.message}). Create it in template1 of a server of yours, give that server with --server postgres://…, and write CREATE EXTENSION IF NOT EXISTS.`;
}

function refusedRole({ outcome: { failure }, statement, roles }: Refusal): string | undefined {
  const isAboutRights =
    failure.sqlstate === SQLSTATE.insufficientPrivilege || failure.sqlstate === SQLSTATE.undefinedObject;
  if (!isAboutRights) return undefined;
  const named = [...(statement?.wishes?.namesRoles ?? [])].find((role) => roles.refused.has(role));
  if (named === undefined) return undefined;
  return `needs the role "${named}": ${roles.refused.get(named) ?? ''} (${failure.message}). Play it on a server of the program's own: --server embedded or --server testcontainers.`;
}

/** Statements that the server keeps for superusers, or for rights that only they can give. */
const SUPERUSERS_KINDS: ReadonlySet<string> = new Set([
  'AlterExtensionStmt',
  'AlterExtensionContentsStmt',
  'AlterRoleStmt',
  'AlterRoleSetStmt',
  'AlterSystemStmt',
  'CreateEventTrigStmt',
  'CreateFdwStmt',
  'CreatePLangStmt',
  'CreatePublicationStmt',
  'CreateRoleStmt',
  'CreateSubscriptionStmt',
  'CreateTableSpaceStmt',
  'CreatedbStmt',
  'LoadStmt',
  'VariableSetStmt',
]);

/** Of several versions of the server. */
const SUPERUSERS_ROUTINES = /^EnableDisableTrigger/;

function superusersStatement({
  outcome: { failure },
  statement,
  asSessionUser,
}: Refusal): string | undefined {
  if (failure.sqlstate !== SQLSTATE.insufficientPrivilege) return undefined;
  if (asSessionUser) {
    return `runs as a session user whose rights are not known here (${failure.message}). Dump without --use-set-session-authorization.`;
  }
  const isKept =
    SUPERUSERS_KINDS.has(statement?.kind ?? '') || SUPERUSERS_ROUTINES.test(failure.routine ?? '');
  if (!isKept) return undefined;
  return `needs rights that SQL under test never gets (${failure.message}). Take the statement out of the migrations, or have it done where databases are made.`;
}

/** A server that the user names by its address: databases and roles of this run are made on it and dropped at the end. */
import { randomBytes } from 'node:crypto';
import { EXIT, OperatorError } from '../domain/operator-error.ts';
import {
  type ConnectionSettings,
  parseConnectionUrl,
  quoteIdentifier,
  quoteLiteral,
  withClient,
} from './connection.ts';
import { errorCode } from './error-code.ts';
import { onInterrupt } from './interrupt.ts';
import { assertMajor } from './majors.ts';
import {
  databasePrefixOf,
  dropAllOf,
  dropOrphans,
  NEXT_STEP,
  requireNothingLeft,
  runComment,
} from './orphaned-databases.ts';
import { assertNoProduction } from './production-sign.ts';
import { ADMIN_SESSION_OPTIONS, type RoleKind } from './roles.ts';
import { holdRunLock } from './run-lock.ts';
import type { RunTrace } from './run-trace.ts';
import { makeServer, type OpenServer, readVersion } from './throwaway-server.ts';

export interface GivenServerOptions {
  readonly url: string;
  readonly major: number | undefined;
  /** Why it may be one that looks like production. */
  readonly allowed: string | undefined;
  readonly trace: RunTrace;
  readonly onProgress: (text: string) => void;
}

interface Rights {
  readonly user: string;
  readonly isSuperuser: boolean;
  readonly mayCreateRoles: boolean;
  readonly mayCreateDatabases: boolean;
}

type Logins = Readonly<Record<RoleKind, { readonly user: string; readonly password?: string }>>;

export async function openGivenServer(options: GivenServerOptions): Promise<OpenServer> {
  const given = readUrl(options.url);
  const { version, rights, databases } = await connectFirst(given);
  assertNoProduction({ ...given, databases }, options.allowed, options.onProgress);
  const major = usableMajor(version, rights, options.major);
  const { trace, onProgress } = options;
  const prefix = databasePrefixOf(trace.mark);
  await trace.onOpening('url');
  const admin = { ...given, options: ADMIN_SESSION_OPTIONS };
  // Whoever is connected to template1 keeps databases from being made.
  const lockedFrom = given.database === 'template1' ? { ...admin, database: 'postgres' } : admin;
  const lock = await holdRunLock(lockedFrom, trace.mark);
  const close = closeOnce(async () => {
    try {
      await endSessions();
      const { left } = await withClient(admin, (client) => dropAllOf(client, admin, trace.mark));
      // Told, not thrown: what the run found out holds.
      if (left.length > 0) {
        onProgress(
          `the run leaves on the server given what could not be dropped: ${left.join(', ')}; ${NEXT_STEP}`,
        );
      }
    } catch (error) {
      onProgress(
        `what the run made on the server given (${prefix}…) could not be dropped (${errorCode(error) ?? 'no answer'}): the next run there does that`,
      );
    } finally {
      await lock.release();
    }
  });
  let endSessions = (): Promise<void> => Promise.resolve();
  const logins = await undoneOnFailure(close, async () => {
    for (const line of await withClient(admin, (client) => dropOrphans(client, admin))) onProgress(line);
    return await makeLogins({ given, rights, mark: trace.mark, major, onProgress });
  });
  const connection = (database: string, as: RoleKind): ConnectionSettings => ({
    ...given,
    ...logins[as],
    database,
    ...(as === 'admin' ? { options: ADMIN_SESSION_OPTIONS } : {}),
  });
  const made = makeServer({
    kind: 'url',
    version,
    dataIn: 'the server given',
    databasePrefix: prefix,
    databaseComment: runComment(trace.mark),
    maintenanceDatabase: given.database,
    connection,
    logTail: () => '',
  });
  endSessions = made.endSessions;
  return { server: made.server, close };
}

/** The server's major, where it is one to test on and its user may work there. */
function usableMajor(version: string, rights: Rights, wanted: number | undefined): number {
  const major = Number.parseInt(version, 10);
  assertMajor(major);
  if (wanted !== undefined && wanted !== major) {
    throw new OperatorError(`the server given is PostgreSQL ${version}, not ${wanted}`, {
      code: 'server-other-major',
      hint: `ask for --postgres ${major}, or give another server`,
    });
  }
  if (!rights.isSuperuser && !rights.mayCreateDatabases) {
    throw new OperatorError(`"${rights.user}" may not create databases on the server given`, {
      code: 'server-no-rights',
      hint: `have its administrator run: ALTER ROLE ${quoteIdentifier(rights.user)} CREATEDB CREATEROLE`,
    });
  }
  return major;
}

async function undoneOnFailure<T>(close: () => Promise<void>, open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (error) {
    await close();
    throw error;
  }
}

function readUrl(url: string): ConnectionSettings {
  try {
    if (!/^postgres(?:ql)?:\/\//.test(url)) throw new Error('another scheme');
    return parseConnectionUrl(url);
  } catch {
    // The cause would quote the address, and with it the password.
    throw new OperatorError('the server address cannot be read', {
      code: 'server-url-invalid',
      hint: 'write it as postgres://user:password@host:5432/database, special characters percent-encoded',
    });
  }
}

const RIGHTS = `
  SELECT rolname AS "user", rolsuper AS "isSuperuser", rolcreaterole AS "mayCreateRoles",
         rolcreatedb AS "mayCreateDatabases"
  FROM pg_catalog.pg_roles WHERE rolname = current_user`;

interface FirstSight {
  readonly version: string;
  readonly rights: Rights;
  /** The names of all databases on the server. */
  readonly databases: readonly string[];
}

async function connectFirst(given: ConnectionSettings): Promise<FirstSight> {
  try {
    return await withClient({ ...given, options: ADMIN_SESSION_OPTIONS }, async (client) => {
      const { rows } = await client.query<Rights>(RIGHTS);
      const [rights] = rows;
      if (rights === undefined) throw new Error('the current user is not among the roles');
      const databases = await client.query<{ name: string }>(
        'select d.datname as name from pg_catalog.pg_database d order by d.oid',
      );
      return {
        version: await readVersion(client),
        rights,
        databases: databases.rows.map(({ name }) => name),
      };
    });
  } catch (error) {
    const said =
      error instanceof Error && error.message !== '' ? error.message : (errorCode(error) ?? String(error));
    throw new OperatorError(
      `no connection to ${given.user}@${given.host}:${given.port}/${given.database}: ${said}`,
      {
        code: 'server-unreachable',
        hint: 'see that the server runs, and that the address, the user and the password are right',
        exitStatus: EXIT.usage,
      },
    );
  }
}

interface LoginOptions {
  readonly given: ConnectionSettings;
  readonly rights: Rights;
  readonly mark: string;
  readonly major: number;
  readonly onProgress: (text: string) => void;
}

/** Roles of this run where the user may make them; where not, everything runs as that user. */
async function makeLogins({ given, rights, mark, major, onProgress }: LoginOptions): Promise<Logins> {
  const prefix = databasePrefixOf(mark);
  const admin = { user: given.user, ...(given.password === undefined ? {} : { password: given.password }) };
  if (!rights.isSuperuser && !rights.mayCreateRoles) {
    onProgress(`"${rights.user}" may not create roles: the migrations run as that user`);
    return { admin, migrator: admin, observer: admin };
  }
  const migrator = { user: `${prefix}owner`, password: randomBytes(18).toString('base64url') };
  const observer = { user: `${prefix}observer`, password: randomBytes(18).toString('base64url') };
  // Before 16 whoever may create roles may also take the right to run programs on the server.
  const createRole = major >= 16 ? 'CREATEROLE' : 'NOCREATEROLE';
  if (major < 16) onProgress(`on a PostgreSQL ${major} that is not ours the migrations may not create roles`);
  const login = ({ user, password }: { user: string; password: string }): string =>
    `CREATE ROLE ${quoteIdentifier(user)} LOGIN NOSUPERUSER NOCREATEDB PASSWORD ${quoteLiteral(password)}`;
  await withClient({ ...given, options: ADMIN_SESSION_OPTIONS }, async (client) => {
    await client.query('BEGIN');
    await client.query(`${login(migrator)} ${createRole}`);
    if (major >= 16) {
      await client.query(
        `ALTER ROLE ${quoteIdentifier(migrator.user)} SET createrole_self_grant = 'set, inherit'`,
      );
    }
    await client.query(`${login(observer)} NOCREATEROLE ${rights.isSuperuser ? 'BYPASSRLS' : ''}`);
    // To hand a database to the migrator, and to drop it, one must be a member.
    if (!rights.isSuperuser) await client.query(`GRANT ${quoteIdentifier(migrator.user)} TO CURRENT_USER`);
    const seesAll = rights.isSuperuser
      ? 'pg_read_all_data, pg_write_all_data'
      : quoteIdentifier(migrator.user);
    await client.query(`GRANT ${seesAll} TO ${quoteIdentifier(observer.user)}`);
    for (const { user } of [migrator, observer]) {
      await client.query(`comment on role ${quoteIdentifier(user)} is ${quoteLiteral(runComment(mark))}`);
    }
    await client.query('COMMIT');
  });
  return { admin, migrator, observer };
}

/** Drops what a run with that mark left on a server when it was killed. */
export async function dropLeftBehind(url: string, mark: string): Promise<void> {
  const admin = { ...readUrl(url), options: ADMIN_SESSION_OPTIONS };
  requireNothingLeft(await withClient(admin, (client) => dropAllOf(client, admin, mark)));
}

/** Cleans up once, at the end or on an interrupt, whichever is first. */
function closeOnce(drop: () => Promise<void>): () => Promise<void> {
  let dropping: Promise<void> | undefined;
  const once = (): Promise<void> => (dropping ??= drop());
  const forget = onInterrupt(once);
  return async () => {
    try {
      await once();
    } finally {
      forget();
    }
  };
}

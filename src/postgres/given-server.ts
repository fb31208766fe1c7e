/** A server that the user names by its address: databases and roles of this run are made on it and dropped at the end. */
import { randomBytes } from 'node:crypto';
import type pg from 'pg';
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
import { ADMIN_SESSION_OPTIONS, DATABASE_PREFIX, type RoleKind } from './roles.ts';
import { isRunMark, type RunTrace } from './run-trace.ts';
import { makeServer, type OpenServer, readVersion } from './throwaway-server.ts';

export interface GivenServerOptions {
  readonly url: string;
  readonly major: number | undefined;
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
  const { version, rights } = await connectFirst(given);
  const major = Number.parseInt(version, 10);
  assertMajor(major);
  if (options.major !== undefined && options.major !== major) {
    throw new OperatorError(`the server given is PostgreSQL ${version}, not ${options.major}`, {
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
  const prefix = databasePrefixOf(options.trace.mark);
  await options.trace.onOpening('url');
  const logins = await makeLogins({ given, rights, prefix, major, onProgress: options.onProgress });
  const connection = (database: string, as: RoleKind): ConnectionSettings => ({
    ...given,
    ...logins[as],
    database,
    ...(as === 'admin' ? { options: ADMIN_SESSION_OPTIONS } : {}),
  });
  const { server, endSessions } = makeServer({
    kind: 'url',
    version,
    dataIn: 'the server given',
    databasePrefix: prefix,
    maintenanceDatabase: given.database,
    connection,
    logTail: () => '',
  });
  const close = closeOnce(async () => {
    await endSessions();
    await withClient(connection(given.database, 'admin'), (client) => dropAll(client, prefix));
  });
  return { server, close };
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

async function connectFirst(given: ConnectionSettings): Promise<{ version: string; rights: Rights }> {
  try {
    return await withClient({ ...given, options: ADMIN_SESSION_OPTIONS }, async (client) => {
      const { rows } = await client.query<Rights>(RIGHTS);
      const [rights] = rows;
      if (rights === undefined) throw new Error('the current user is not among the roles');
      return { version: await readVersion(client), rights };
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
  readonly prefix: string;
  readonly major: number;
  readonly onProgress: (text: string) => void;
}

/** Roles of this run where the user may make them; where not, everything runs as that user. */
async function makeLogins({ given, rights, prefix, major, onProgress }: LoginOptions): Promise<Logins> {
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
    await client.query('COMMIT');
  });
  return { admin, migrator, observer };
}

/** This run's roles, after those that its migrations made: whoever makes a role, from 16 on, administers it. */
const OUR_ROLES = `
  SELECT role.rolname AS name
  FROM pg_catalog.pg_roles AS role
  WHERE starts_with(role.rolname, $1) OR EXISTS (
    SELECT FROM pg_catalog.pg_auth_members AS membership
    JOIN pg_catalog.pg_roles AS member ON member.oid = membership.member
    WHERE membership.roleid = role.oid AND membership.admin_option AND starts_with(member.rolname, $1))
  ORDER BY starts_with(role.rolname, $1)`;

/** What the databases and roles of a run begin with: nobody else's do. */
const databasePrefixOf = (mark: string): string => `${DATABASE_PREFIX}${mark}_`;

/** Drops what a run with that mark left on a server when it was killed. */
export async function dropLeftBehind(url: string, mark: string): Promise<void> {
  if (!isRunMark(mark)) throw new Error('that is no mark of a run');
  await withClient({ ...readUrl(url), options: ADMIN_SESSION_OPTIONS }, (client) =>
    dropAll(client, databasePrefixOf(mark)),
  );
}

/** Drops what begins with this run's own prefix, which nobody else can have. */
async function dropAll(client: pg.Client, prefix: string): Promise<void> {
  const databases = await client.query<{ name: string }>(
    'SELECT datname AS name FROM pg_catalog.pg_database WHERE starts_with(datname, $1)',
    [prefix],
  );
  for (const { name } of databases.rows) {
    await client.query(`DROP DATABASE IF EXISTS ${quoteIdentifier(name)} WITH (FORCE)`);
  }
  const roles = await client.query<{ name: string }>(OUR_ROLES, [prefix]);
  for (const { name } of roles.rows) await client.query(`DROP ROLE IF EXISTS ${quoteIdentifier(name)}`);
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

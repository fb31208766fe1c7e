/** The roles of a throwaway server, and the doors that are closed to the SQL under test. */
import { quoteIdentifier, quoteLiteral } from './connection.ts';

/** `admin` runs the server, `migrator` owns the databases and runs the migrations, `observer` sees every row. */
export type RoleKind = 'admin' | 'migrator' | 'observer';

/**
 * Who runs a server of our own. Not `postgres`: dumps hand their tables to a role of that name, which is then a plain
 * one, made for the run like any other that the SQL names.
 */
export const SUPERUSER = 'partition_guard_admin';
export const MIGRATOR = 'partition_guard_owner';
export const OBSERVER = 'partition_guard_observer';

/** What every database made on a throwaway server is called first; nothing else is ever dropped. */
export const DATABASE_PREFIX = 'partition_guard_';

/**
 * Up to PostgreSQL 15 whoever may create roles may also grant themselves these three, and run programs as the server's
 * user. Only a superuser may grant a role that is one itself, so these are marked as such; they cannot log in.
 */
const MACHINE_ROLES = ['pg_execute_server_program', 'pg_read_server_files', 'pg_write_server_files'];

/** Statements, run by a superuser in `template1`, that make a server of our own ready for SQL that nobody trusts. */
export function ownServerSetup(major: number, passwords?: { migrator: string; observer: string }): string[] {
  const login = (password: string | undefined): string =>
    password === undefined ? 'LOGIN' : `LOGIN PASSWORD ${quoteLiteral(password)}`;
  const machineRoles = MACHINE_ROLES.map(quoteLiteral).join(', ');
  return [
    `CREATE ROLE ${MIGRATOR} NOSUPERUSER CREATEROLE NOCREATEDB ${login(passwords?.migrator)}`,
    `CREATE ROLE ${OBSERVER} NOSUPERUSER NOCREATEROLE NOCREATEDB BYPASSRLS ${login(passwords?.observer)}`,
    `GRANT pg_read_all_data, pg_write_all_data TO ${OBSERVER}`,
    `UPDATE pg_catalog.pg_authid SET rolsuper = true WHERE rolname IN (${machineRoles})`,
    // What it makes is its to hand things to, as it was before 16.
    ...(major >= 16 ? [`ALTER ROLE ${MIGRATOR} SET createrole_self_grant = 'set, inherit'`] : []),
    // Dumps of older versions comment on it, which only its owner may.
    `UPDATE pg_catalog.pg_extension SET extowner = '${MIGRATOR}'::pg_catalog.regrole WHERE extname = 'plpgsql'`,
    // As it is from 15 on: whoever owns the database owns its public schema.
    ...(major < 15 ? ['ALTER SCHEMA public OWNER TO pg_database_owner'] : []),
  ];
}

/**
 * Session settings that an administrator's connection insists on: the owner of a database may give it a search_path in
 * which now() or count() is theirs, and it would run with the administrator's rights.
 */
export const ADMIN_SESSION_OPTIONS = '-c search_path=pg_catalog,pg_temp';

/** Refuses a name that is not ours to create or drop. */
export function assertOurDatabase(name: string, prefix: string): void {
  const isOurs = name.startsWith(prefix) && name.length > prefix.length;
  if (isOurs && prefix.startsWith(DATABASE_PREFIX) && Buffer.byteLength(name) <= 63) return;
  throw new Error(
    `the database ${quoteIdentifier(name)} is not a throwaway one: its name must begin with ${prefix}`,
  );
}

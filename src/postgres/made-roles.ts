/** Roles that are made for a run because the SQL under test names them: plain ones, which the migrator may act as. */
import type pg from 'pg';
import { errorCode } from './error-code.ts';
import { quoteIdentifier } from './connection.ts';
import { DATABASE_PREFIX } from './roles.ts';

export interface MadeRoles {
  readonly made: readonly string[];
  /** Why not, by the role's name; roles of the program and of PostgreSQL itself are in neither. */
  readonly refused: ReadonlyMap<string, string>;
}

const INSUFFICIENT_PRIVILEGE = '42501';
const DUPLICATE_OBJECT = '42710';

/** Names that no SQL under test may have a role of: PostgreSQL's own, and the program's. */
const isReserved = (role: string): boolean =>
  /^pg_/.test(role) || role.startsWith(DATABASE_PREFIX) || ['public', 'none'].includes(role);

/** @param migrator who gets to own what they own, and to take on their role: to hand an object over needs both. */
export async function makeRoles(
  admin: pg.Client,
  names: readonly string[],
  { migrator, major }: { readonly migrator: string; readonly major: number },
): Promise<MadeRoles> {
  const made: string[] = [];
  const refused = new Map<string, string>();
  for (const name of names.filter((role) => !isReserved(role))) {
    const reason = await makeRole(admin, name, { migrator, major });
    if (reason === undefined) made.push(name);
    else refused.set(name, reason);
  }
  return { made, refused };
}

async function makeRole(
  admin: pg.Client,
  name: string,
  { migrator, major }: { readonly migrator: string; readonly major: number },
): Promise<string | undefined> {
  const role = quoteIdentifier(name);
  const options = major >= 16 ? 'ADMIN TRUE, INHERIT TRUE, SET TRUE' : 'ADMIN OPTION';
  try {
    await admin.query('BEGIN');
    await admin.query(
      `CREATE ROLE ${role} NOLOGIN NOSUPERUSER NOCREATEROLE NOCREATEDB NOREPLICATION NOBYPASSRLS`,
    );
    await admin.query(`GRANT ${role} TO ${quoteIdentifier(migrator)} WITH ${options}`);
    await admin.query('COMMIT');
    return undefined;
  } catch (error) {
    await admin.query('ROLLBACK');
    const code = errorCode(error);
    if (code === DUPLICATE_OBJECT) return 'it is a role of the server given, which is not touched';
    if (code === INSUFFICIENT_PRIVILEGE) return 'no role may be made on the server given';
    throw error;
  }
}

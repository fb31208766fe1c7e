/** The databases and roles of runs on a server that is not ours: dropped at the end of a run, or by the next when it was killed. */
import type pg from 'pg';
import { quoteIdentifier } from './connection.ts';
import { errorCode } from './error-code.ts';
import { DATABASE_PREFIX } from './roles.ts';
import { marksOfLiveRuns, withSweepLock } from './run-lock.ts';
import { isRunMark } from './run-trace.ts';

/** What the databases and roles of a run begin with: nobody else's do. */
export const databasePrefixOf = (mark: string): string => `${DATABASE_PREFIX}${mark}_`;

/** This run's roles, after those that its migrations made: whoever makes a role, from 16 on, administers it. */
const OUR_ROLES = `
  SELECT role.rolname AS name
  FROM pg_catalog.pg_roles AS role
  WHERE starts_with(role.rolname, $1) OR EXISTS (
    SELECT FROM pg_catalog.pg_auth_members AS membership
    JOIN pg_catalog.pg_roles AS member ON member.oid = membership.member
    WHERE membership.roleid = role.oid AND membership.admin_option AND starts_with(member.rolname, $1))
  ORDER BY starts_with(role.rolname, $1)`;

export interface Dropped {
  readonly databases: number;
  readonly roles: number;
}

/** Drops what begins with that run's own prefix, which nobody else can have. */
export async function dropAllOf(client: pg.Client, mark: string): Promise<Dropped> {
  if (!isRunMark(mark)) throw new Error('that is no mark of a run');
  const prefix = databasePrefixOf(mark);
  const databases = await client.query<{ name: string }>(
    'SELECT datname AS name FROM pg_catalog.pg_database WHERE starts_with(datname, $1)',
    [prefix],
  );
  for (const { name } of databases.rows) {
    await client.query(`DROP DATABASE IF EXISTS ${quoteIdentifier(name)} WITH (FORCE)`);
  }
  const roles = await client.query<{ name: string }>(OUR_ROLES, [prefix]);
  for (const { name } of roles.rows) await client.query(`DROP ROLE IF EXISTS ${quoteIdentifier(name)}`);
  return { databases: databases.rows.length, roles: roles.rows.length };
}

const MARKS = `
  select distinct pg_catalog.substr(name, $2, 8) as mark
  from (select d.datname from pg_catalog.pg_database d union all select r.rolname from pg_catalog.pg_roles r) as named (name)
  where name ~ $1
  order by mark`;

/**
 * Drops what killed runs left, each by itself: what can't be dropped stops nothing.
 * @returns a line for each of those runs, for people.
 */
export const dropOrphans = (client: pg.Client): Promise<string[]> =>
  withSweepLock(client, () => dropAbandoned(client), []);

async function dropAbandoned(client: pg.Client): Promise<string[]> {
  const pattern = `^${DATABASE_PREFIX}[0-9a-f]{8}_`;
  const { rows } = await client.query<{ mark: string }>(MARKS, [pattern, DATABASE_PREFIX.length + 1]);
  // Asked for after that: whoever is alive took its lock before it made anything.
  const alive = await marksOfLiveRuns(client);
  const told: string[] = [];
  for (const { mark } of rows) {
    if (alive.has(mark)) continue;
    const named = `${databasePrefixOf(mark)}…`;
    try {
      const { databases, roles } = await dropAllOf(client, mark);
      told.push(
        `dropped what a killed run left on the server given: ${count(databases, 'database')} and ${count(roles, 'role')} (${named})`,
      );
    } catch (error) {
      told.push(
        `a killed run left databases or roles on the server given that could not be dropped (${named}, SQLSTATE ${errorCode(error) ?? 'unknown'})`,
      );
    }
  }
  return told;
}

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;

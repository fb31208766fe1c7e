/** The databases and roles of runs on a server that is not ours: dropped at the end of a run, or by the next when it was killed. */
import type pg from 'pg';
import { EXIT, OperatorError } from '../domain/operator-error.ts';
import { type ConnectionSettings, quoteIdentifier, quoteLiteral, withClient } from './connection.ts';
import { errorCode } from './error-code.ts';
import { DATABASE_PREFIX } from './roles.ts';
import { marksOfLiveRuns, withSweepLock } from './run-lock.ts';
import { isRunMark } from './run-trace.ts';

/** What the databases and roles of a run begin with. */
export const databasePrefixOf = (mark: string): string => `${DATABASE_PREFIX}${mark}_`;

/** The comment on what a run makes on a server that is not ours: a name of the form alone may be anybody's. */
export const runComment = (mark: string): string =>
  `partition-guard ${mark}: dropped at the end of its run, or by the next one`;

const IS_MARKED_ROLE =
  "pg_catalog.starts_with(r.rolname, $1) and ($2::pg_catalog.text is null or pg_catalog.shobj_description(r.oid, 'pg_authid') = $2)";

/** $1: the prefix of the run's names. $2: its comment, where it is asked for. After those that its migrations made: whoever makes a role, from 16 on, administers it. */
const OUR_ROLES = `
  with own as (select r.oid, r.rolname from pg_catalog.pg_roles r where ${IS_MARKED_ROLE})
  select o.rolname as name, true as "isOwn" from own o
  union
  select r.rolname, false from pg_catalog.pg_roles r
  join pg_catalog.pg_auth_members m on m.roleid = r.oid and m.admin_option
  join own on own.oid = m.member
  where r.oid not in (select o.oid from own o)
  order by 2, 1`;

/** A database whose comment the migrations took away is known by its owner. */
const OUR_DATABASES = `
  select d.datname as name from pg_catalog.pg_database d
  where pg_catalog.starts_with(d.datname, $1) and (
    $2::pg_catalog.text is null or pg_catalog.shobj_description(d.oid, 'pg_database') = $2
    or d.datdba in (select r.oid from pg_catalog.pg_roles r where ${IS_MARKED_ROLE}))
  order by name`;

export interface Dropped {
  readonly databases: number;
  readonly roles: number;
  /** What stays, for people: `"name" (SQLSTATE 55006)`. */
  readonly left: readonly string[];
}

/**
 * Drops what begins with that run's own prefix, each by itself.
 * @param admin an administrator's, of any database: its own sessions are in those that are dropped, for a moment.
 * @param comment what must be on them: for whoever knows the mark from names alone.
 */
export async function dropAllOf(
  client: pg.Client,
  admin: ConnectionSettings,
  mark: string,
  comment?: string,
): Promise<Dropped> {
  if (!isRunMark(mark)) throw new Error('that is no mark of a run');
  const left: string[] = [];
  const drop = async (name: string, sql: string): Promise<void> => {
    try {
      await client.query(sql);
    } catch (error) {
      left.push(`${quoteIdentifier(name)} (SQLSTATE ${errorCode(error) ?? 'unknown'})`);
    }
  };
  const named = [databasePrefixOf(mark), comment ?? null];
  const databases = (await client.query<{ name: string }>(OUR_DATABASES, named)).rows;
  // Before any database goes: it may be what tells whose they are.
  const roles = (await client.query<{ name: string }>(OUR_ROLES, named)).rows;
  await endPrepared(
    client,
    admin,
    databases.map(({ name }) => name),
  );
  for (const { name } of databases) {
    await drop(name, `drop database if exists ${quoteIdentifier(name)} with (force)`);
  }
  const databasesLeft = left.length;
  for (const { name } of roles) await drop(name, `drop role if exists ${quoteIdentifier(name)}`);
  return {
    databases: databases.length - databasesLeft,
    roles: roles.length - (left.length - databasesLeft),
    left,
  };
}

const PREPARED = `
  select p.gid, p.database, p.owner, p.owner = current_user as "isOwn"
  from pg_catalog.pg_prepared_xacts p where p.database::pg_catalog.text = any ($1::pg_catalog.text[])`;

interface Prepared {
  readonly gid: string;
  readonly database: string;
  readonly owner: string;
  readonly isOwn: boolean;
}

/** A transaction that a migration prepared outlives its session, and keeps its database; it ends in there alone. */
async function endPrepared(
  client: pg.Client,
  admin: ConnectionSettings,
  databases: readonly string[],
): Promise<void> {
  const { rows } = await client.query<Prepared>(PREPARED, [databases]);
  for (const { gid, database, owner, isOwn } of rows) {
    try {
      await withClient({ ...admin, database }, async (session) => {
        if (!isOwn) await session.query(`set role ${quoteIdentifier(owner)}`);
        await session.query(`rollback prepared ${quoteLiteral(gid)}`);
      });
    } catch {
      // Its database can't be dropped then, which is told.
    }
  }
}

/** What holds a database where it is none of its sessions, which are ended. */
export const NEXT_STEP =
  'see there what holds them (pg_prepared_xacts, pg_replication_slots, pg_shdepend) and drop them by hand; the next run tries again';

/** @throws OperatorError where something stays. */
export function requireNothingLeft({ left }: Dropped): void {
  if (left.length === 0) return;
  throw new OperatorError(
    `the run leaves on the server given what could not be dropped: ${left.join(', ')}`,
    {
      code: 'server-not-cleared',
      hint: NEXT_STEP,
      exitStatus: EXIT.fault,
    },
  );
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
export const dropOrphans = (client: pg.Client, admin: ConnectionSettings): Promise<string[]> =>
  withSweepLock(client, () => dropAbandoned(client, admin), []);

async function dropAbandoned(client: pg.Client, admin: ConnectionSettings): Promise<string[]> {
  const pattern = `^${DATABASE_PREFIX}[0-9a-f]{8}_`;
  const { rows } = await client.query<{ mark: string }>(MARKS, [pattern, DATABASE_PREFIX.length + 1]);
  // Asked for after that: whoever is alive took its lock before it made anything.
  const alive = await marksOfLiveRuns(client);
  const told: string[] = [];
  for (const { mark } of rows) {
    if (!isRunMark(mark) || alive.has(mark)) continue;
    const named = `${databasePrefixOf(mark)}…`;
    const { databases, roles, left } = await dropAllOf(client, admin, mark, runComment(mark));
    if (databases > 0 || roles > 0) {
      told.push(
        `dropped what a killed run left on the server given: ${count(databases, 'database')} and ${count(roles, 'role')} (${named})`,
      );
    }
    if (left.length > 0) {
      told.push(
        `a killed run left on the server given what could not be dropped: ${left.join(', ')}; ${NEXT_STEP}`,
      );
    } else if (databases + roles === 0) {
      told.push(
        `left as it is: on the server given are names that begin with ${databasePrefixOf(mark)} and have no mark of a run`,
      );
    }
  }
  return told;
}

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;

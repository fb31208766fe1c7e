/** Opens a fresh database for one test, owned by a role that is no superuser, and drops it afterwards. */
import { readFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import pg from 'pg';

const migrationFile = new URL('../../sql/migrations/V1__create_or_manage_partitions.sql', import.meta.url);
const ownerRole = 'partition_guard_test_owner';

/** The shipped migration's text. */
export function readMigration(): Promise<string> {
  return readFile(migrationFile, 'utf8');
}

export interface TestDatabase {
  /** The first session, as the database's owner. */
  readonly client: pg.Client;
  /** A further session as the same role; closed with the database. */
  readonly connect: () => Promise<pg.Client>;
  /** A session of a superuser; closed with the database. */
  readonly connectAsSuperuser: () => Promise<pg.Client>;
}

function serverUrl(): string {
  const url = process.env['PARTITION_GUARD_TEST_SERVER'];
  if (url === undefined) {
    throw new Error('PARTITION_GUARD_TEST_SERVER names no server: give the URL of a superuser');
  }
  return url;
}

async function createOwner(admin: pg.Client): Promise<void> {
  await admin.query('begin');
  await admin.query("select pg_advisory_xact_lock(hashtext('partition-guard test owner'))");
  const { rowCount } = await admin.query('select from pg_roles where rolname = $1', [ownerRole]);
  if (rowCount === 0) {
    await admin.query(`create role ${ownerRole} login createrole`);
  }
  await admin.query('commit');
}

/** Runs the body in a database of its own that holds nothing yet. */
export async function withEmptyDatabase(body: (db: TestDatabase) => Promise<void>): Promise<void> {
  const admin = new pg.Client({ connectionString: serverUrl() });
  const name = `partition_guard_test_${randomBytes(6).toString('hex')}`;
  const opened: pg.Client[] = [];
  await admin.connect();
  const connectAs = async (user: string): Promise<pg.Client> => {
    const client = new pg.Client({ host: admin.host, port: admin.port, user, database: name });
    await client.connect();
    opened.push(client);
    return client;
  };
  try {
    await createOwner(admin);
    await admin.query(`create database ${name} owner ${ownerRole}`);
    const client = await connectAs(ownerRole);
    await body({
      client,
      connect: () => connectAs(ownerRole),
      connectAsSuperuser: () => connectAs(admin.user ?? 'postgres'),
    });
  } finally {
    await Promise.all(opened.map((client) => client.end()));
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.end();
  }
}

/** The day on which tests take place: partitions are managed for 2026 and 2027. */
export const testDay = '2026-06-15 12:00:00';

/** Stops the partition manager's clock, so that no test depends on the day it runs. */
export async function stopClock(client: pg.Client, instant: string): Promise<void> {
  await client.query(`create or replace function partition_clock() returns timestamp language sql stable
    set search_path = public, pg_temp as $$select timestamp ${pg.escapeLiteral(instant)}$$`);
}

/** Runs the body in a database with the shipped migration applied and the clock stopped on the test day. */
export function withPartitionManager(body: (db: TestDatabase) => Promise<void>): Promise<void> {
  return withEmptyDatabase(async (db) => {
    await db.client.query('begin');
    await db.client.query(await readMigration());
    await stopClock(db.client, testDay);
    await db.client.query('commit');
    await body(db);
  });
}

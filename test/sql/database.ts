/** Opens a fresh database for one test, owned by a role that is no superuser, and drops it afterwards. */
import { readdir, readFile } from 'node:fs/promises';
import { afterAll, expect } from '@jest/globals';
import type pg from 'pg';
import { createClient, quoteLiteral, withClient } from '../../src/postgres/connection.ts';
import type { ConnectionSettings } from '../../src/postgres/connection.ts';
import { openTestServer, type TestServer } from '../support/throwaway.ts';

const migrations = new URL('../../sql/migrations/', import.meta.url);

/** The text of the migration that works without the others. */
export function readMigration(): Promise<string> {
  return readFile(new URL('V1__create_or_manage_partitions.sql', migrations), 'utf8');
}

/** The texts of all shipped migrations, in the order of their versions. */
export async function readMigrations(): Promise<string[]> {
  const version = (name: string): number => Number(/^V(\d+)__/.exec(name)?.[1]);
  const names = (await readdir(migrations)).filter((name) => name.endsWith('.sql'));
  return Promise.all(
    names
      .toSorted((a, b) => version(a) - version(b))
      .map((name) => readFile(new URL(name, migrations), 'utf8')),
  );
}

export interface TestDatabase {
  /** The first session, as the database's owner. */
  readonly client: pg.Client;
  /** A further session as the same role; closed with the database. */
  readonly connect: () => Promise<pg.Client>;
  /** A session of a superuser; closed with the database. */
  readonly connectAsSuperuser: () => Promise<pg.Client>;
}

/** One server for the test file that imports this, started by its first test. */
let server: Promise<TestServer> | undefined;
/** The database that those with a partition manager are copies of. */
let managed: Promise<string> | undefined;
afterAll(async () => {
  const opened = await server;
  if (opened && managed) await opened.server.dropDatabase(await managed);
  await opened?.close();
});

/** Runs the body in a database of its own that holds nothing yet; a log that it makes in `public` must replay, too. */
export function withEmptyDatabase(body: (db: TestDatabase) => Promise<void>): Promise<void> {
  return withDatabase(async (db) => {
    await body(db);
    const client = await db.connect();
    const { rows } = await client.query(
      "select to_regprocedure('partition_audit_replay(regclass)') as replay",
    );
    if ((rows[0] as { replay: string | null }).replay !== null) await expectReplay(client);
  });
}

async function withDatabase(body: (db: TestDatabase) => Promise<void>, template?: string): Promise<void> {
  server ??= openTestServer();
  const opened = await server;
  await opened.withDatabase(async ({ migrator, admin }) => {
    const clients: pg.Client[] = [];
    const open = async (settings: ConnectionSettings): Promise<pg.Client> => {
      const client = createClient(settings);
      await client.connect();
      clients.push(client);
      await client.query('set search_path = public');
      return client;
    };
    try {
      await body({
        client: await open(migrator),
        connect: () => open(migrator),
        connectAsSuperuser: () => open(admin),
      });
    } finally {
      await Promise.all(clients.map((client) => client.end()));
    }
  }, template);
}

async function makeManaged(): Promise<string> {
  server ??= openTestServer();
  const opened = await server;
  const name = `${opened.server.databasePrefix}test_managed`;
  await opened.server.createDatabase(name, {});
  await withClient(opened.server.connection(name, 'migrator'), async (client) => {
    await client.query('set search_path = public');
    await client.query('begin');
    for (const migration of await readMigrations()) {
      await client.query(migration);
    }
    await stopClock(client, testDay);
    await client.query('commit');
  });
  return name;
}

/** The day on which tests take place: partitions are managed for 2026 and 2027. */
export const testDay = '2026-06-15 12:00:00';

/** Stops the partition manager's clock, so that no test depends on the day it runs. */
export async function stopClock(client: pg.Client, instant: string): Promise<void> {
  await client.query(`create or replace function partition_clock() returns timestamp language sql stable
    set search_path = public, pg_temp as $$select timestamp ${quoteLiteral(instant)}$$`);
}

/**
 * Runs the body in a database with the shipped migrations applied and the clock stopped on the test day. Afterwards the
 * audit log must replay to the catalog, for every table in it. A body that attaches or detaches partitions by hand after
 * the manager's last change calls `adopt_partitions` itself.
 */
export async function withPartitionManager(body: (db: TestDatabase) => Promise<void>): Promise<void> {
  managed ??= makeManaged();
  await withDatabase(
    async (db) => {
      await body(db);
      await expectReplay(await db.connect());
    },
    await managed,
  );
}

/** What the log says is attached, and what is, of every table there is that the log names. */
export async function expectReplay(client: pg.Client): Promise<void> {
  await client.query("set timezone = 'UTC'; set datestyle = 'ISO'");
  const parents = await client.query<{ oid: string; parent: string }>(
    `select distinct c.oid::text, c.oid::regclass::text as parent
       from partition_audit_log a
       join pg_namespace n on n.nspname = a.parent_schema
       join pg_class c on c.relnamespace = n.oid and c.relname = a.parent
      where c.relkind = 'p'`,
  );
  for (const { oid, parent } of parents.rows) {
    const replayed = await client.query<Attached>(
      `select format('%I.%I', r.partition_schema, r.partition_name) as name, case
                when r.lower_bound is null and r.upper_bound is null then 'DEFAULT'
                else format('FROM %s TO %s', r.lower_bound, r.upper_bound) end as bound
         from partition_audit_replay($1) r`,
      [oid],
    );
    const attached = await client.query<Attached>(
      `select format('%I.%I', n.nspname, c.relname) as name, pg_get_expr(c.relpartbound, c.oid) as bound
         from pg_inherits i
         join pg_class c on c.oid = i.inhrelid
         join pg_namespace n on n.oid = c.relnamespace
        where i.inhparent = $1`,
      [oid],
    );
    expect({ parent, attached: described(replayed.rows) }).toEqual({
      parent,
      attached: described(attached.rows),
    });
  }
}

interface Attached {
  readonly name: string;
  readonly bound: string;
}

function described(partitions: readonly Attached[]): string[] {
  return partitions
    .map(({ name, bound }) => `${name} ${bound.replace('FOR VALUES ', '').replaceAll(/['()]/g, '')}`)
    .toSorted();
}

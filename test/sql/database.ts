/** Opens a fresh database for one test, owned by a role that is no superuser, and drops it afterwards. */
import { readFile } from 'node:fs/promises';
import { afterAll } from '@jest/globals';
import type pg from 'pg';
import { createClient, quoteLiteral } from '../../src/postgres/connection.ts';
import type { ConnectionSettings } from '../../src/postgres/connection.ts';
import { openTestServer, type TestServer } from '../support/throwaway.ts';

const migrationFile = new URL('../../sql/migrations/V1__create_or_manage_partitions.sql', import.meta.url);

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

/** One server for the test file that imports this, started by its first test. */
let server: Promise<TestServer> | undefined;
afterAll(async () => {
  await (await server)?.close();
});

/** Runs the body in a database of its own that holds nothing yet. */
export async function withEmptyDatabase(body: (db: TestDatabase) => Promise<void>): Promise<void> {
  server ??= openTestServer();
  const { withDatabase } = await server;
  await withDatabase(async ({ migrator, admin }) => {
    const opened: pg.Client[] = [];
    const open = async (settings: ConnectionSettings): Promise<pg.Client> => {
      const client = createClient(settings);
      await client.connect();
      opened.push(client);
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
      await Promise.all(opened.map((client) => client.end()));
    }
  });
}

/** The day on which tests take place: partitions are managed for 2026 and 2027. */
export const testDay = '2026-06-15 12:00:00';

/** Stops the partition manager's clock, so that no test depends on the day it runs. */
export async function stopClock(client: pg.Client, instant: string): Promise<void> {
  await client.query(`create or replace function partition_clock() returns timestamp language sql stable
    set search_path = public, pg_temp as $$select timestamp ${quoteLiteral(instant)}$$`);
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

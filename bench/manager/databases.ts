/** Databases on the benchmark's server: filled once, cloned for each run, dropped afterwards. */
import type { Client } from 'pg';
import {
  type ConnectionSettings,
  createClient,
  quoteIdentifier,
  withClient,
} from '../../src/postgres/connection.ts';
import type { DiskServer } from './disk-server.ts';

export interface Database {
  readonly settings: ConnectionSettings;
  /** The session that watches: it measures, compares, and moves nothing. */
  readonly client: Client;
  /** Another session; closed with the database. */
  readonly connect: () => Promise<Client>;
}

let made = 0;

/** Hands a new database to `body` and drops it; a clone where a template is given. */
export async function withDatabase<T>(
  server: DiskServer,
  template: string | undefined,
  body: (database: Database, name: string) => Promise<T>,
): Promise<T> {
  const name = `bench_${(made += 1)}`;
  const source = template === undefined ? '' : `template ${quoteIdentifier(template)}`;
  // From 15 on every page of the template would be written to the log else.
  const strategy = Number.parseInt(server.version, 10) >= 15 ? 'strategy file_copy' : '';
  await asAdmin(server, `create database ${name} ${source} ${strategy}`);
  try {
    return await withSessions(server.connection(name), (database) => body(database, name));
  } finally {
    await asAdmin(server, `drop database ${name} with (force)`);
  }
}

async function withSessions<T>(
  settings: ConnectionSettings,
  body: (database: Database) => Promise<T>,
): Promise<T> {
  const opened: Client[] = [];
  const connect = async (): Promise<Client> => {
    const client = createClient(settings);
    opened.push(client);
    await client.connect();
    return client;
  };
  try {
    return await body({ settings, client: await connect(), connect });
  } finally {
    await Promise.all(opened.map((client) => client.end()));
  }
}

/** A database that others are cloned from: no session stays on it. */
export async function withTemplate<T>(
  server: DiskServer,
  statements: readonly string[],
  body: (template: string) => Promise<T>,
): Promise<T> {
  return await withDatabase(server, undefined, async ({ client }, name) => {
    for (const statement of statements) await client.query(statement);
    await client.query('vacuum analyze');
    await client.end();
    return await body(name);
  });
}

const asAdmin = (server: DiskServer, statement: string): Promise<void> =>
  withClient(server.connection('postgres'), async (client) => void (await client.query(statement)));

export async function queryValue<T>(
  client: Client,
  sql: string,
  values: readonly unknown[] = [],
): Promise<T> {
  const { rows } = await client.query<{ value: T }>(sql, [...values]);
  const [row] = rows;
  if (!row) throw new Error(`no row: ${sql}`);
  return row.value;
}

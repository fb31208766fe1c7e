/** A throwaway database with the observer's session, and what has been seeded in it. */
import type { Client } from 'pg';
import {
  type ConnectionSettings,
  createClient,
  quoteIdentifier,
  withClient,
} from '../postgres/connection.ts';
import { OWN_SCHEMA, type SeededTable } from './ledger.ts';
import type { RunContext } from './run-context.ts';

/** Bounds, times and numbers are printed by the session's settings: pinned, whatever database and role say. */
const PINNED = [
  'TimeZone=UTC',
  'DateStyle=ISO,YMD',
  'IntervalStyle=postgres',
  'extra_float_digits=1',
  'bytea_output=hex',
  'search_path=',
  'row_security=off',
  'client_min_messages=warning',
  'default_transaction_read_only=off',
  'default_transaction_isolation=read\\ committed',
  'statement_timeout=0',
  'lock_timeout=0',
]
  .map((setting) => `-c ${setting}`)
  .join(' ');

export interface ThrowawayDatabase {
  readonly name: string;
  /** Reads and seeds; may not run programs, read files or change the migrations' objects. */
  readonly observer: Client;
  /** In the order in which they were seeded. */
  seeded: readonly SeededTable[];
  /** Why judged tables could not be seeded, by their names in reports. */
  seedFailures: ReadonlyMap<string, string>;
  /** A session of the migrations' role; nothing of it is left in the server afterwards. */
  readonly withMigrator: <T>(body: (session: Client) => Promise<T>, timeZone?: string) => Promise<T>;
}

export const observerSettings = (context: RunContext, name: string): ConnectionSettings => ({
  ...context.server.connection(name, 'observer'),
  options: PINNED,
});

/** Makes a database, empty but for the program's own schema. */
export async function createEmptyDatabase(context: RunContext): Promise<string> {
  const name = context.nextDatabase();
  await context.server.createDatabase(name, {});
  const observer = observerSettings(context, name);
  await withClient(context.server.connection(name, 'migrator'), (owner) =>
    owner.query(`grant create on database ${quoteIdentifier(name)} to ${quoteIdentifier(observer.user)}`),
  );
  await withClient(observer, (client) => client.query(`create schema ${OWN_SCHEMA}`));
  return name;
}

/** What a database holds when it is opened. */
export interface Start {
  readonly name: string;
  readonly seeded: readonly SeededTable[];
  readonly seedFailures: ReadonlyMap<string, string>;
}

/** Opens the observer's session on a database, hands both on, and closes the session. */
export async function withDatabase<T>(
  context: RunContext,
  database: Start,
  body: (database: ThrowawayDatabase) => Promise<T>,
): Promise<T> {
  const observer = createClient(observerSettings(context, database.name));
  try {
    await observer.connect();
    return await body({
      name: database.name,
      observer,
      seeded: database.seeded,
      seedFailures: database.seedFailures,
      withMigrator: (use, timeZone) =>
        withMigratorSession(inZone(context.server.connection(database.name, 'migrator'), timeZone), use),
    });
  } finally {
    await observer.end();
  }
}

/** As a client's driver asks for it, before the first statement. */
const inZone = (settings: ConnectionSettings, timeZone: string | undefined): ConnectionSettings =>
  timeZone === undefined
    ? settings
    : { ...settings, options: `${settings.options ?? ''} -c TimeZone=${timeZone}`.trim() };

const TERMINATION_MS = 10_000;

/** What a session was at when its connection was cut goes on in the server, with its locks, until it is ended there. */
async function withMigratorSession<T>(
  settings: ConnectionSettings,
  use: (session: Client) => Promise<T>,
): Promise<T> {
  const state = { pid: 0, isEnded: false, wasCut: false };
  try {
    return await withClient(settings, async (session) => {
      session.once('end', () => (state.isEnded = true));
      const { rows } = await session.query<{ pid: number }>('select pg_catalog.pg_backend_pid() as pid');
      state.pid = rows[0]?.pid ?? 0;
      try {
        return await use(session);
      } finally {
        state.wasCut = state.isEnded;
      }
    });
  } finally {
    if (state.wasCut) {
      await withClient(settings, (other) =>
        other.query('select pg_catalog.pg_terminate_backend($1, $2)', [state.pid, TERMINATION_MS]),
      );
    }
  }
}

/** Real databases for tests: one server a test file, a database as often as one is wanted, and no client left behind. */
import { withClient } from '../../src/postgres/connection.ts';
import type { ConnectionSettings } from '../../src/postgres/connection.ts';
import { type ThrowawayServer, withServer } from '../../src/postgres/server.ts';

export interface ThrowawayDatabase {
  readonly server: ThrowawayServer;
  readonly database: string;
  readonly migrator: ConnectionSettings;
  readonly observer: ConnectionSettings;
  readonly admin: ConnectionSettings;
}

export interface TestServer {
  readonly server: ThrowawayServer;
  /** Hands a new database, or a copy of `template`, to `body` and drops it; fails when a client of it is still connected. */
  readonly withDatabase: <T>(
    body: (database: ThrowawayDatabase) => Promise<T>,
    template?: string,
  ) => Promise<T>;
  readonly close: () => Promise<void>;
}

/** For beforeAll; `close` is for afterAll. Without a major, PARTITION_GUARD_TEST_POSTGRES chooses, else what is found. */
export async function openTestServer(
  major = Number(process.env['PARTITION_GUARD_TEST_POSTGRES'] ?? Number.NaN),
): Promise<TestServer> {
  const closing = defer<undefined>();
  const opened = defer<ThrowawayServer>();
  const closed = withServer(
    {
      kind: { kind: 'auto' },
      ...(Number.isNaN(major) ? {} : { major }),
      expectedBytes: 256 * 1024 * 1024,
      onProgress: () => undefined,
    },
    async (server) => {
      opened.resolve(server);
      await closing.promise;
    },
  );
  closed.catch(opened.reject);
  const server = await opened.promise;
  let databases = 0;
  return {
    server,
    withDatabase: async (body, template) => {
      const database = `${server.databasePrefix}test_${(databases += 1)}`;
      await server.createDatabase(database, template === undefined ? {} : { template });
      try {
        const result = await body({
          server,
          database,
          migrator: server.connection(database, 'migrator'),
          observer: server.connection(database, 'observer'),
          admin: server.connection(database, 'admin'),
        });
        await assertNoClient(server, database);
        return result;
      } finally {
        await server.dropDatabase(database);
      }
    },
    close: async () => {
      closing.resolve(undefined);
      await closed;
    },
  };
}

/** A server and a database for one test alone. */
export async function withThrowawayDatabase<T>(
  body: (database: ThrowawayDatabase) => Promise<T>,
): Promise<T> {
  const { withDatabase, close } = await openTestServer();
  try {
    return await withDatabase(body);
  } finally {
    await close();
  }
}

interface Deferred<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (reason: unknown) => void;
}

function defer<T>(): Deferred<T> {
  const settle: Partial<Pick<Deferred<T>, 'resolve' | 'reject'>> = {};
  const promise = new Promise<T>((resolve, reject) => Object.assign(settle, { resolve, reject }));
  return { promise, ...(settle as Pick<Deferred<T>, 'resolve' | 'reject'>) };
}

const CLIENTS = `
  SELECT coalesce(string_agg(format('%s: %s', usename, left(query, 80)), '; '), '') AS clients
  FROM pg_stat_activity
  WHERE datname = $1 AND backend_type = 'client backend'`;
const TRIES = 100;

/** A client that was ended a moment ago may still be listed: the server is asked some times. */
async function assertNoClient(server: ThrowawayServer, database: string): Promise<void> {
  const maintenance = server.connection('postgres', 'admin');
  await withClient(maintenance, async (client) => {
    for (let tries = 1; ; tries++) {
      const { rows } = await client.query<{ clients: string }>(CLIENTS, [database]);
      const clients = rows[0]?.clients ?? '';
      if (clients === '') return;
      if (tries === TRIES) throw new Error(`clients were left connected to ${database}: ${clients}`);
      await client.query('SELECT pg_sleep(0.02)');
    }
  });
}

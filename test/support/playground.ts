/** A throwaway database as the simulation has it: the observer's session, sessions of the migrations' role, a ledger's schema. */
import { afterAll } from '@jest/globals';
import type { Client } from 'pg';
import { CUSTOMARY_LOG } from '../../src/postgres/audit-log.ts';
import { findTable, readTableFacts, type TableFacts } from '../../src/postgres/table-facts.ts';
import { withClient } from '../../src/postgres/connection.ts';
import type { RunContext } from '../../src/simulation/run-context.ts';
import { RunRoles } from '../../src/simulation/run-roles.ts';
import {
  createEmptyDatabase,
  type ThrowawayDatabase,
  withDatabase,
} from '../../src/simulation/throwaway-database.ts';
import { at } from './histories.ts';
import { openTestServer, type TestServer } from './throwaway.ts';

/** One server for the test file that imports this, started by its first test. */
let opened: Promise<TestServer> | undefined;
let databases = 0;
afterAll(async () => {
  await (await opened)?.close();
});

export interface Playground {
  readonly context: RunContext;
  readonly database: ThrowawayDatabase;
  readonly observer: Client;
  /** Runs SQL as the migrations' role, in a session of its own. */
  readonly migrate: (sql: string) => Promise<void>;
  /** The first column of the first row, as the observer sees it. */
  readonly value: (sql: string) => Promise<unknown>;
  readonly facts: (table: string) => Promise<TableFacts>;
}

/** A context of 15 January 2026 with nothing to migrate and no tables, unless `over` says otherwise. */
export async function contextWith(over: Partial<RunContext> = {}): Promise<RunContext> {
  const { server } = await (opened ??= openTestServer());
  return {
    server,
    now: at('2026-01-15'),
    seed: 1,
    rows: 500,
    runwayDays: 90,
    mentioned: new Map(),
    lockBudget: { exclusiveMs: 1000, writerStallMs: 1000 },
    migrations: { base: [], change: [], all: [] },
    historyViolations: undefined,
    tables: [],
    call: undefined,
    seedSql: new Map(),
    assertions: [],
    auditLog: CUSTOMARY_LOG,
    rolesMade: new RunRoles(),
    statementTimeoutMs: 60_000,
    nextDatabase: () => `${server.databasePrefix}play_${(databases += 1)}`,
    ...over,
  };
}

/** Hands on a new database in which `schema` was run as the migrations' role. */
export async function withPlayground<T>(
  schema: string,
  body: (playground: Playground) => Promise<T>,
  over: Partial<RunContext> = {},
): Promise<T> {
  const context = await contextWith(over);
  const name = await createEmptyDatabase(context);
  try {
    return await withDatabase(context, { name, seeded: [], seedFailures: new Map() }, async (database) => {
      const { observer } = database;
      const migrate = (sql: string): Promise<void> =>
        database.withMigrator(async (session) => void (await session.query(sql)));
      if (schema !== '') await migrate(schema);
      return body({
        context,
        database,
        observer,
        migrate,
        value: async (sql) => {
          const { rows } = await observer.query<unknown[]>({ text: sql, rowMode: 'array' });
          return rows[0]?.[0];
        },
        facts: async (table) => {
          const oid = await findTable(observer, { name: table });
          const facts = oid === undefined ? undefined : await readTableFacts(observer, oid);
          if (!facts) throw new Error(`no table ${table}`);
          return facts;
        },
      });
    });
  } finally {
    await assertNoClient(context, name);
    await context.server.dropDatabase(name);
  }
}

const TRIES = 100;

/** A client that was ended a moment ago may still be listed: the server is asked some times. */
async function assertNoClient({ server }: RunContext, database: string): Promise<void> {
  await withClient(server.connection('postgres', 'admin'), async (client) => {
    for (let tries = 1; ; tries += 1) {
      const { rows } = await client.query<{ queries: string[] | null }>(
        `select array_agg(left(query, 80)) as queries from pg_stat_activity
          where datname = $1 and backend_type = 'client backend'`,
        [database],
      );
      const queries = rows[0]?.queries ?? [];
      if (queries.length === 0) return;
      if (tries === TRIES) throw new Error(`clients are left on ${database}: ${queries.join('; ')}`);
      await client.query('select pg_sleep(0.02)');
    }
  });
}

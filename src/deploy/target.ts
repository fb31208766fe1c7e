/** The door to a target: connects as the address says, asserts that it is the database named, and closes what it opened. */
import type pg from 'pg';
import type { TargetFacts } from '../domain/deployment.ts';
import { RefusedError } from '../domain/refused-error.ts';
import { quoteIdentifier } from '../postgres/connection.ts';
import { sessionFailure } from './connection/session-failure.ts';
import { sessionOpener } from './connection/session-opener.ts';
import { assertOwnSessions } from './pooler.ts';

export interface TargetRequest {
  /** A postgres:// address; it may hold a password and is never told. */
  readonly url: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What pg_stat_activity shows; `partition-guard` by default. */
  readonly applicationName?: string;
  /** Only looked at, in transactions that change nothing and leave nothing in the session: then another's will do. */
  readonly isLook?: boolean;
  readonly onWarning: (text: string) => void;
  /** Told each secret that is found on the way (a password, a token) before it is used: for the redactor. */
  readonly onSecret?: (secret: string) => void;
}

export interface Target {
  readonly client: pg.Client;
  readonly facts: TargetFacts;
  /** Another connection of the same kind, closed when `body` ends. */
  readonly withSession: <T>(body: (client: pg.Client) => Promise<T>) => Promise<T>;
}

/** Connects, hands the target to `body`, and ends every connection whatever happens. */
export async function withTarget<T>(
  request: TargetRequest,
  body: (target: Target) => Promise<T>,
): Promise<T> {
  const opener = await sessionOpener(request);
  const withSession = async <S>(work: (client: pg.Client) => Promise<S>): Promise<S> => {
    const client = await opener.open();
    let isLost = false;
    for (const event of ['end', 'error'] as const) client.once(event, () => (isLost = true));
    try {
      await assertDatabase(client, opener.database);
      return await work(client);
    } catch (error) {
      throw sessionFailure(error, isLost);
    } finally {
      await endQuietly(client);
    }
  };
  return withSession(async (client) => {
    if (request.isLook !== true)
      await assertOwnSessions({ client, open: opener.open, timeoutMs: opener.connectTimeoutMs });
    return body({ client, facts: await readFacts(client), withSession });
  });
}

/** A connection that is broken already has nothing left to end. */
const endQuietly = (client: pg.Client): Promise<void> => client.end().catch(() => undefined);

async function assertDatabase(client: pg.Client, named: string): Promise<void> {
  const { rows } = await client.query<{ database: string }>(
    'select pg_catalog.current_database() as database',
  );
  const database = rows[0]?.database ?? '';
  if (database === named) return;
  throw new RefusedError([
    {
      gate: 'database',
      message: `the address names the database ${quoteIdentifier(named)}, and ${quoteIdentifier(database)} answers`,
      hint: 'name the database itself in the address, not an alias that a pooler or proxy gives to another one',
    },
  ]);
}

const FACTS = `
  select pg_catalog.current_database() as database,
         current_user::text as "user",
         pg_catalog.current_setting('server_version') as version`;
const SYSTEM_IDENTIFIER = `
  select system_identifier::text as identifier from pg_catalog.pg_control_system()`;

async function readFacts(client: pg.Client): Promise<TargetFacts> {
  const { rows } = await client.query<{ database: string; user: string; version: string }>(FACTS);
  const [row] = rows;
  if (row === undefined) throw new Error('the facts of the target came back empty');
  const identifier = await readSystemIdentifier(client);
  return {
    database: row.database,
    user: row.user,
    serverVersion: row.version.split(' ')[0] ?? row.version,
    ...(identifier === undefined ? {} : { systemIdentifier: identifier }),
  };
}

/** Undefined where it may not be read: some managed servers keep it to themselves. */
async function readSystemIdentifier(client: pg.Client): Promise<string | undefined> {
  try {
    const { rows } = await client.query<{ identifier: string }>(SYSTEM_IDENTIFIER);
    return rows[0]?.identifier;
  } catch {
    return undefined;
  }
}

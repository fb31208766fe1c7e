/** Tells whether what answers hands out another session of the server with each transaction, as poolers can. */
import type pg from 'pg';
import type { Refusal } from '../domain/deployment.ts';
import { RefusedError } from '../domain/refused-error.ts';
import { errorCode } from '../postgres/error-code.ts';

/** A client by its number here, and the session of the server that its transaction ran in. */
export interface Sighting {
  readonly client: number;
  readonly backend: number;
}

/**
 * Pure. Straight to a server, a client has one session as long as it is connected, and no other client has that one.
 * @param sightings of clients that were connected all the time.
 * @returns whether sessions are handed around.
 */
export function areSessionsShared(sightings: readonly Sighting[]): boolean {
  const backendOf = new Map<number, number>();
  const clientOf = new Map<number, number>();
  return sightings.some(({ client, backend }) => {
    const another =
      (backendOf.get(client) ?? backend) !== backend || (clientOf.get(backend) ?? client) !== client;
    backendOf.set(client, backend);
    clientOf.set(backend, client);
    return another;
  });
}

/** More clients than the target's own one, and how often each is asked. */
const MORE_CLIENTS = 2;
const ROUNDS = 3;

export interface PoolerProbe {
  readonly client: pg.Client;
  /** Opens another connection of the same kind. */
  readonly open: () => Promise<pg.Client>;
  readonly timeoutMs: number;
}

/**
 * Asks some clients in turn, a transaction each time, which session of the server they have. Changes nothing, and sets
 * nothing that another client of a pooler could get.
 */
export async function assertOwnSessions({ client, open, timeoutMs }: PoolerProbe): Promise<void> {
  const clients = [client];
  try {
    // Before a second connection is asked for: one statement a transaction is told by the first alone.
    const sightings = [await sight(clients, 0, timeoutMs)];
    while (clients.length <= MORE_CLIENTS) clients.push(await open());
    for (let round = 0; round < ROUNDS; round++) {
      for (const at of clients.keys()) sightings.push(await sight(clients, at, timeoutMs));
    }
    if (areSessionsShared(sightings)) throw new RefusedError([TRANSACTION_POOLING]);
  } finally {
    await Promise.all(clients.slice(1).map((one) => one.end().catch(() => undefined)));
  }
}

const HINT =
  'connect to the server itself, or to the pooler in session mode: often another port or host name';

const TRANSACTION_POOLING: Refusal = {
  gate: 'pooler',
  message:
    'the connection goes through a pooler that hands each transaction to another session (transaction pooling): locks and settings of a session would be lost, or somebody else’s',
  hint: HINT,
};

const STATEMENT_POOLING: Refusal = {
  gate: 'pooler',
  message: 'the connection goes through a pooler that allows no transactions (statement pooling)',
  hint: HINT,
};

const NO_SECOND: Refusal = {
  gate: 'pooler',
  message: 'a second connection gets no answer while the first one is open',
  hint: 'a pooler before the server has no session left for it: connect to the server itself, or make the pool larger (four are needed)',
};

/** What a pooler says of its own, and no server of a statement as plain as these. */
const PROTOCOL_VIOLATION = '08P01';

async function sight(clients: readonly pg.Client[], at: number, timeoutMs: number): Promise<Sighting> {
  const client = clients[at];
  if (client === undefined) throw new Error(`there is no client ${at}`);
  const asked = askForBackend(client);
  // It may be answered after all, or end with the connection: nobody waits for that any more.
  asked.catch(() => undefined);
  const backend = await withinTime(asked, timeoutMs);
  if (backend === undefined) throw new RefusedError([NO_SECOND]);
  return { client: at, backend };
}

async function askForBackend(client: pg.Client): Promise<number> {
  try {
    await client.query('begin');
    const { rows } = await client.query<{ backend: number }>('select pg_catalog.pg_backend_pid() as backend');
    await client.query('commit');
    return rows[0]?.backend ?? NaN;
  } catch (error) {
    if (errorCode(error) === PROTOCOL_VIOLATION) throw new RefusedError([STATEMENT_POOLING]);
    throw error;
  }
}

async function withinTime<T>(asked: Promise<T>, timeoutMs: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => (timer = setTimeout(() => resolve(undefined), timeoutMs)));
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}

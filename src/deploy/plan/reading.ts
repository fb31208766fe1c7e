/** Reads a target without changing it: one snapshot, bounds in UTC, and nothing of that left in the session. */
import type { Client } from 'pg';
import { errorCode } from '../../postgres/error-code.ts';

/** A target as it was at one moment. */
export interface Reading {
  readonly client: Client;
  /** The schemas that the session looks names up in, as it came. */
  readonly searchPath: readonly string[];
  /**
   * Runs a read that may fail for lack of rights or of time, without spoiling the others.
   * @returns undefined where it failed, and `onFailure` was told the SQLSTATE.
   */
  readonly attempt: <T>(
    body: () => Promise<T>,
    onFailure: (sqlstate: string) => void,
  ) => Promise<T | undefined>;
}

/** Names are given with their schema, and nothing of the database's own stands in for the server's functions. */
const PINNED = `
  set local search_path to pg_catalog, pg_temp;
  set local timezone to 'UTC';
  set local datestyle to 'ISO, YMD';
  set local intervalstyle to 'postgres';
  set local extra_float_digits to 1;
  set local lock_timeout to '2s';
  set local statement_timeout to '30s'`;

/**
 * Ends with a rollback, of nothing.
 * @param first what goes by the session's own settings, in the same snapshot.
 */
export async function reading<U, T>(
  client: Client,
  first: (client: Client) => Promise<U>,
  body: (read: Reading, first: U) => Promise<T>,
): Promise<T> {
  await client.query('begin transaction isolation level repeatable read, read only');
  try {
    const { rows } = await client.query<{ path: string[] }>(
      'select pg_catalog.current_schemas(false)::text[] as path',
    );
    const unpinned = await first(client);
    await client.query(PINNED);
    const read: Reading = {
      client,
      searchPath: rows[0]?.path ?? [],
      attempt: (one, onFailure) => attempt(client, one, onFailure),
    };
    return await body(read, unpinned);
  } finally {
    // A connection that is lost was told of already.
    await client.query('rollback').catch(() => undefined);
  }
}

async function attempt<T>(
  client: Client,
  body: () => Promise<T>,
  onFailure: (sqlstate: string) => void,
): Promise<T | undefined> {
  await client.query('savepoint attempt');
  try {
    const value = await body();
    await client.query('release savepoint attempt');
    return value;
  } catch (error) {
    const sqlstate = errorCode(error);
    if (sqlstate === undefined || !/^[0-9A-Z]{5}$/.test(sqlstate)) throw error;
    await client.query('rollback to savepoint attempt');
    onFailure(sqlstate);
    return undefined;
  }
}

/** The settings under which values are read and written as text: the same in every session, whatever a role or database has. */
import type { Client } from 'pg';

const PINNED: Readonly<Record<string, string>> = {
  TimeZone: 'UTC',
  DateStyle: 'ISO, MDY',
  IntervalStyle: 'postgres',
  extra_float_digits: '1',
  bytea_output: 'hex',
  lc_monetary: 'C',
  xmloption: 'content',
  xmlbinary: 'base64',
  array_nulls: 'on',
  quote_all_identifiers: 'off',
  // Names in values are printed with their schemas.
  search_path: 'pg_catalog',
  // Rows that a policy hides are an error, not fewer rows.
  row_security: 'off',
  jit: 'off',
  // The place where the file goes may take its time.
  idle_in_transaction_session_timeout: '0',
};

export interface Limits {
  readonly lockTimeoutMs: number;
  readonly statementTimeoutMs: number;
}

/** For the transaction that has begun. */
export async function pinSettings(
  client: Client,
  { lockTimeoutMs, statementTimeoutMs }: Limits,
): Promise<void> {
  const settings = {
    ...PINNED,
    lock_timeout: String(lockTimeoutMs),
    statement_timeout: String(statementTimeoutMs),
  };
  await client.query(
    `select ${Object.keys(settings)
      .map((name, i) => `pg_catalog.set_config('${name}', $${i + 1}, true)`)
      .join(', ')}`,
    Object.values(settings),
  );
}

/** Commits what `body` did, each statement of it seeing what others committed before; rolls it back where it throws. */
export async function inPinnedTransaction<T>(
  client: Client,
  limits: Limits,
  body: () => Promise<T>,
): Promise<T> {
  await client.query('begin isolation level read committed read write');
  try {
    await pinSettings(client, limits);
    const result = await body();
    await client.query('commit');
    return result;
  } catch (error) {
    // A connection that is gone has no transaction either; what went wrong first is told.
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

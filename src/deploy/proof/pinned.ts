/** Readings that nothing a migration has set can bend: every name and every value's text is the server's own. */
import type pg from 'pg';

/**
 * What a file may have changed and a reading depends on. With row_security off, a policy that would hide rows from this
 * role is an error instead.
 */
const PINS: Readonly<Record<string, string>> = {
  search_path: 'pg_catalog, pg_temp',
  row_security: 'off',
  statement_timeout: '0',
  TimeZone: 'UTC',
  DateStyle: 'ISO, YMD',
  IntervalStyle: 'postgres',
  extra_float_digits: '1',
  bytea_output: 'hex',
  lc_monetary: 'C',
  standard_conforming_strings: 'on',
  client_encoding: 'UTF8',
};

const NAMES = Object.keys(PINS);
const PINNED = Object.values(PINS);

const setting = (values: readonly string[]): string =>
  `select ${NAMES.map((name, i) => `pg_catalog.set_config(${literal(name)}, ${literal(values[i])}, true)`).join(', ')}`;

/** Means the same whatever standard_conforming_strings is. */
const literal = (text = ''): string => `E'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/** What the session has for each of them. */
export async function readPinnable(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<Record<string, string>>(
    `select ${NAMES.map((name, i) => `pg_catalog.current_setting(${literal(name)}) as "${i}"`).join(', ')}`,
  );
  return NAMES.map((_, i) => rows[0]?.[String(i)] ?? '');
}

/** Puts back what was read, for the rest of the transaction. */
export const unpin = async (client: pg.Client, values: readonly string[]): Promise<void> =>
  void (await client.query(setting(values)));

/** Inside a transaction; afterwards every setting is as it was. */
export async function pinned<T>(client: pg.Client, body: () => Promise<T>): Promise<T> {
  const before = await readPinnable(client);
  await client.query(setting(PINNED));
  const result = await body();
  await unpin(client, before);
  return result;
}

/** For the rest of the transaction, as the role that logged in: whatever a file has taken on or set. */
export async function pinForGood(client: pg.Client): Promise<void> {
  await client.query('reset session authorization; reset role');
  await client.query(setting(PINNED));
}

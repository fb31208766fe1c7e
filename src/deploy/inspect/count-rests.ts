/** Counts what is in default partitions, each for a moment only: exactly where that is cheap, else as far as it got. */
import type { Client } from 'pg';
import type { RestCount } from '../../domain/inspection.ts';
import { parseInstant } from '../../domain/instant.ts';
import { thousands } from '../../domain/wording.ts';
import { quoteIdentifier } from '../../postgres/connection.ts';
import { errorCode } from '../../postgres/error-code.ts';

export interface RestToCount {
  readonly name: string;
  readonly keyColumn: string;
  /** Whether what inherits from it is left out. */
  readonly only: boolean;
  /** Whether some of its rows are on another server. */
  readonly isForeign: boolean;
  /** Whether another session holds it, or waits for it, alone. */
  readonly isLocked: boolean;
  readonly estimate?: number;
}

/** Beyond so many it is said how many there are at least. */
const MOST_ROWS = 100_000;
/** For one partition, and for all of a database. */
const ONE_MS = 1_000;
export const ALL_MS = 10_000;

interface Row {
  readonly rows: string;
  readonly keyed: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** What a failed count means. */
const WHY: Readonly<Record<string, string>> = {
  '42501':
    'its rows may not be read: GRANT SELECT on it, and USAGE on its schema, or see that no row security hides any',
  '55P03': 'another session holds it alone',
  '57014': `counting it took more than ${ONE_MS / 1000} s`,
  '42P01': 'it was dropped meanwhile',
};

/** Every lock is given back at once, by going back to the savepoint. Rows that a policy hides are an error, not none. */
export async function countRest(client: Client, rest: RestToCount): Promise<RestCount> {
  const known = rest.estimate === undefined ? {} : { estimate: rest.estimate };
  const not = (reason: string): RestCount => ({ kind: 'not-counted', reason, ...known });
  if (rest.isForeign) return not('its rows are on another server, which is not asked');
  if (rest.isLocked) return not('another session holds it alone');
  await client.query('savepoint rest');
  try {
    await client.query(`set local statement_timeout to ${ONE_MS}; set local row_security to off`);
    const key = quoteIdentifier(rest.keyColumn);
    const { rows } = await client.query<Row>(
      `select pg_catalog.count(*)::text as rows, pg_catalog.count(r.key)::text as keyed,
              pg_catalog.min(r.key)::text as "from", pg_catalog.max(r.key)::text as "to"
         from (select t.${key} as key from ${rest.only ? 'only ' : ''}${rest.name} t limit ${MOST_ROWS + 1}) r`,
    );
    return counted(rows[0], known);
  } catch (error) {
    const sqlstate = errorCode(error) ?? '';
    if (!/^[0-9A-Z]{5}$/.test(sqlstate)) throw error;
    return not(WHY[sqlstate] ?? `PostgreSQL refused to count it (SQLSTATE ${sqlstate})`);
  } finally {
    await client.query('rollback to savepoint rest').catch(() => undefined);
  }
}

function counted(row: Row | undefined, known: { readonly estimate?: number }): RestCount {
  if (!row) throw new Error('a count came back empty');
  const [rows, keyed] = [Number(row.rows), Number(row.keyed)];
  if (rows > MOST_ROWS) return { kind: 'at-least', rows: MOST_ROWS, ...known };
  const [from, to] = [parseInstant(row.from ?? ''), parseInstant(row.to ?? '')];
  return {
    kind: 'exact',
    rows,
    nulls: rows - keyed,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

export const NO_TIME_LEFT = `counting default partitions took ${thousands(ALL_MS / 1000)} s already`;

/** Counts a table's rows and sums up their hashes, on the server, and sees which values have no place in Parquet's types. */
import type { Client } from 'pg';
import { quoteIdentifier } from '../../postgres/connection.ts';
import { hashedValue, hashOf } from '../../postgres/row-hash.ts';
import type { ColumnFacts } from '../../postgres/table-facts.ts';
import { misfit } from './stored-columns.ts';

export interface RowsSeen {
  readonly rows: number;
  /** Of no rows it is 0. */
  readonly checksum: string;
}

export interface PartitionSeen extends RowsSeen {
  /** Positions in the list of columns. */
  readonly misfits: readonly number[];
}

/** What an archive holds is the very value: 1.0 is not 1.00 there, and -0 is not 0, which the server calls equal. */
function exactValue(column: ColumnFacts): string {
  const value = `t.${quoteIdentifier(column.name)}`;
  if (column.isArray) return hashedValue(column, value);
  switch (column.baseType) {
    case 'numeric':
      return `pg_catalog.numeric_send(${value})`;
    case 'double precision':
      return `pg_catalog.float8send(${value})`;
    case 'real':
      return `pg_catalog.float4send(${value})`;
    case 'character':
      return `pg_catalog.bpcharsend(${value})`;
    default:
      return hashedValue(column, value);
  }
}

const checksumOf = (columns: readonly ColumnFacts[]): string =>
  `coalesce(pg_catalog.sum(${hashOf(columns.map(exactValue))}), 0)::text`;

/**
 * @param client in a session with pinned settings.
 * @param relation as SQL reads it.
 */
export async function countRows(
  client: Client,
  relation: string,
  columns: readonly ColumnFacts[],
): Promise<RowsSeen> {
  const { rows } = await client.query<{ rows: string; checksum: string }>(
    `select pg_catalog.count(*)::text as rows, ${checksumOf(columns)} as checksum from only ${relation} t`,
  );
  return { rows: Number(rows[0]?.rows), checksum: rows[0]?.checksum ?? '' };
}

/** The same, and which columns hold a value that does not fit. */
export async function seeRows(
  client: Client,
  relation: string,
  columns: readonly ColumnFacts[],
): Promise<PartitionSeen> {
  const checks = columns.flatMap((column, i) => {
    const test = misfit(column, 't');
    return test === undefined ? [] : [`case when pg_catalog.bool_or(${test}) then ${i} end`];
  });
  const { rows } = await client.query<{ rows: string; checksum: string; misfits: (number | null)[] }>(
    `select pg_catalog.count(*)::text as rows, ${checksumOf(columns)} as checksum,
            array[${checks.join(', ')}]::integer[] as misfits
       from only ${relation} t`,
  );
  return {
    rows: Number(rows[0]?.rows),
    checksum: rows[0]?.checksum ?? '',
    misfits: (rows[0]?.misfits ?? []).filter((place) => place !== null),
  };
}

export const sameRows = (a: RowsSeen, b: RowsSeen): boolean => a.rows === b.rows && a.checksum === b.checksum;

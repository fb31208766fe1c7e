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

const TEXTS = ['text', 'character varying', 'character', 'name'];

/** A collation that takes two texts for equal would hash them alike, too. */
const exactValue = (column: ColumnFacts): string => {
  const value = `t.${quoteIdentifier(column.name)}`;
  return column.typeKind === 'b' && TEXTS.includes(column.baseType) && !column.isArray
    ? `(${value} collate "C")`
    : value;
};

const checksumOf = (columns: readonly ColumnFacts[]): string =>
  `coalesce(pg_catalog.sum(${hashOf(columns.map((column) => hashedValue(column, exactValue(column))))}), 0)::text`;

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

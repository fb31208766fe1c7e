/** The ledger: a full copy of a table's rows as they were seeded, out of the migrations' reach. */
import type { Client } from 'pg';
import type { TableAttributes } from '../domain/attributes.ts';
import { holdersOf, type Layout } from '../domain/layout.ts';
import { quoteIdentifier } from '../postgres/connection.ts';
import { rowHash } from '../postgres/row-hash.ts';
import type { ColumnFacts, TableFacts } from '../postgres/table-facts.ts';
import type { JudgedTable } from './judged-table.ts';

/** Schema of the program's own in throwaway databases; it belongs to the observer. */
export const OWN_SCHEMA = 'partition_guard';

/** Column of a ledger that tells which partition held the row. */
export const PARTITION_COLUMN = '"partition_guard partition"';

/** A table with the rows that it was seeded with. */
export interface SeededTable {
  readonly judged: JudgedTable;
  /** Of the table when it was seeded. */
  readonly oid: number;
  readonly columns: readonly ColumnFacts[];
  /** What makes two rows the same row; empty: all of their values. */
  readonly key: readonly string[];
  readonly keyColumn: string;
  readonly ledger: string;
  readonly total: RowSum;
  /** With the rows of each partition; undefined where it was not partitioned. */
  readonly layout: Layout | undefined;
  /** What hung on the table when it was seeded. */
  readonly attributes?: TableAttributes;
}

/** A number of rows and the sum of their hashes: equal sums of equal numbers are equal rows. */
export interface RowSum {
  readonly count: number;
  /** Beyond 64 bits: kept as decimal text. */
  readonly sum: bigint;
}

export const addSums = (sums: readonly RowSum[]): RowSum =>
  sums.reduce((all, one) => ({ count: all.count + one.count, sum: all.sum + one.sum }), {
    count: 0,
    sum: 0n,
  });

/** Counts and sums a table's rows, partition by partition, in one reading. */
export async function sumByPartition(
  client: Client,
  table: string,
  columns: readonly ColumnFacts[],
): Promise<ReadonlyMap<number, RowSum>> {
  const { rows } = await client.query<SumRow>(
    `select t.tableoid as partition, pg_catalog.count(*) as count,
            coalesce(pg_catalog.sum(${rowHash(columns, 't')}), 0) as sum
       from ${table} t group by t.tableoid`,
  );
  return sumsOf(rows);
}

/** As the driver gives it. */
export interface SumRow {
  readonly partition: number;
  readonly count: string;
  readonly sum: string;
}

export const sumsOf = (rows: readonly SumRow[]): ReadonlyMap<number, RowSum> =>
  new Map(rows.map((row) => [row.partition, { count: Number(row.count), sum: BigInt(row.sum) }]));

/** Counts a table's rows, partition by partition. */
export async function countByPartition(client: Client, table: string): Promise<ReadonlyMap<number, number>> {
  const { rows } = await client.query<{ partition: number; count: string }>(
    `select t.tableoid as partition, pg_catalog.count(*) as count from ${table} t group by t.tableoid`,
  );
  return new Map(rows.map((row) => [row.partition, Number(row.count)]));
}

/** The layout with each partition's rows counted. */
export const withRows = (layout: Layout, counts: ReadonlyMap<number, number>): Layout => ({
  ...layout,
  partitions: layout.partitions.map((p) => ({
    ...p,
    rows: holdersOf(p).reduce((sum, oid) => sum + (counts.get(oid) ?? 0), 0),
  })),
});

export const countsOf = (sums: ReadonlyMap<number, RowSum>): ReadonlyMap<number, number> =>
  new Map([...sums].map(([partition, { count }]) => [partition, count]));

/** Copies every row of the table, with the partition that holds it, into a new ledger. */
export async function openLedger(client: Client, ledger: string, facts: TableFacts): Promise<void> {
  const values = facts.columns.map(
    (column) => `${ledgerValue(column, 't')} as ${quoteIdentifier(column.name)}`,
  );
  await client.query(
    `create table ${ledger} as select ${[`t.tableoid as ${PARTITION_COLUMN}`, ...values].join(', ')} from ${facts.table} t`,
  );
}

/**
 * A value as ledgers hold it, which has the same hash and text: a type of the migrations' own there would keep them
 * from dropping it. Not by a cast, which may be theirs, too; of a domain it never is.
 */
export function ledgerValue(column: ColumnFacts, alias: string): string {
  const value = `${alias}.${quoteIdentifier(column.name)}`;
  if (column.isBuiltIn) return value;
  if (column.typeKind === 'b' && !column.isArray && !column.baseType.includes('.')) {
    return `${value}::${column.baseType}`;
  }
  return `case when ${value} is not null then pg_catalog.format('%s', ${value}) end`;
}

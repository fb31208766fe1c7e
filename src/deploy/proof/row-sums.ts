/** Numbers of rows and sums of their hashes, over one table or over the several that hold its rows. */
import type { Client } from 'pg';
import type { RowCount } from '../../domain/deployment.ts';
import { rowHash } from '../../postgres/row-hash.ts';
import type { ColumnFacts } from '../../postgres/table-facts.ts';

export interface Held {
  /** As SQL reads it. */
  readonly table: string;
  /** What a row's hash is of; undefined: rows are only counted. */
  readonly columns: readonly ColumnFacts[] | undefined;
}

/** In one reading a table. */
export async function sumRows(client: Client, held: readonly Held[]): Promise<RowCount> {
  let rows = 0;
  let sum = 0n;
  for (const { table, columns } of held) {
    const hash = columns === undefined || columns.length === 0 ? '0' : rowHash(columns, 't');
    const { rows: found } = await client.query<{ rows: string; sum: string }>(
      `select pg_catalog.count(*) as rows, coalesce(pg_catalog.sum(${hash}), 0) as sum from ${table} t`,
    );
    rows += Number(found[0]?.rows ?? 0);
    sum += BigInt(found[0]?.sum ?? 0);
  }
  const isHashed = held.every(({ columns }) => columns !== undefined && columns.length > 0);
  return { rows, ...(isHashed && held.length > 0 ? { checksum: String(sum) } : {}) };
}

export const isEqual = (a: RowCount, b: RowCount): boolean => a.rows === b.rows && a.checksum === b.checksum;

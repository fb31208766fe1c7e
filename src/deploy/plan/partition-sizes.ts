/** Rows and bytes of each partition, so that a layout tells what lies where. */
import type { Layout } from '../../domain/layout.ts';
import { holdersOf } from '../../domain/layout.ts';
import type { Reading } from './reading.ts';
import { ESTIMATED_ROWS } from './relations.ts';

export interface HolderSize {
  readonly oid: number;
  /** The planner's estimate; undefined where the table was never analyzed. */
  readonly rows?: number;
  /** Indexes included. */
  readonly bytes: number;
}

const SIZES = `
  select c.oid, ${ESTIMATED_ROWS} as rows, pg_catalog.pg_total_relation_size(c.oid)::text as bytes
    from pg_catalog.pg_class c where c.oid = any ($1::oid[])`;

interface Row {
  readonly oid: number;
  readonly rows: number | null;
  readonly bytes: string | null;
}

/** By the partition's own oid, its inner partitions summed. */
export async function readPartitionSizes(
  { client }: Reading,
  layouts: readonly Layout[],
): Promise<ReadonlyMap<number, HolderSize>> {
  const partitions = layouts.flatMap((layout) => layout.partitions);
  const { rows } = await client.query<Row>(SIZES, [partitions.flatMap(holdersOf)]);
  const byOid = new Map(rows.map((row) => [row.oid, row]));
  return new Map(
    partitions.map((partition) => {
      // A partition that is partitioned itself holds nothing of its own.
      const holders = (partition.leaves ?? [partition.oid]).flatMap((oid) => byOid.get(oid) ?? []);
      const known = holders.every((holder) => holder.rows !== null);
      const sum = holders.reduce((all, holder) => all + (holder.rows ?? 0), 0);
      const bytes = holders.reduce((all, holder) => all + Number(holder.bytes ?? 0), 0);
      return [partition.oid, { oid: partition.oid, bytes, ...(known ? { rows: Math.round(sum) } : {}) }];
    }),
  );
}

/** The layouts with the estimated rows in place; 0 where nobody has estimated them. */
export const withRows = (layouts: readonly Layout[], sizes: ReadonlyMap<number, HolderSize>): Layout[] =>
  layouts.map((layout) => ({
    ...layout,
    partitions: layout.partitions.map((partition) => ({
      ...partition,
      rows: sizes.get(partition.oid)?.rows ?? 0,
    })),
  }));

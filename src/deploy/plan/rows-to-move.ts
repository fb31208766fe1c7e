/** Which rows have to go into another table than the one they are in, as far as the layouts tell. */
import type { RowsToMove } from '../../domain/deployment.ts';
import type { Layout, Partition } from '../../domain/layout.ts';
import { compareBounds } from '../../domain/range.ts';

/** A partition's size on the target; undefined rows where nobody estimated them. */
export type SizeOf = (oid: number) => { readonly rows?: number; readonly bytes: number } | undefined;

export interface LayoutChange {
  readonly before: readonly Layout[];
  readonly after: readonly Layout[];
  readonly sizeOf: SizeOf;
}

/** Rows of partitions that are not there afterwards, with their name and range. */
export function rowsToMove({ before, after, sizeOf }: LayoutChange): RowsToMove[] {
  return before.flatMap((layout) => {
    const later = after.find((other) => other.table === layout.table);
    if (!later) return [];
    const gone = layout.partitions.filter(
      (one) => !later.partitions.some((other) => isSamePartition(one, other)),
    );
    if (gone.length === 0) return [];
    const sizes = gone.map((partition) => sizeOf(partition.oid));
    return [
      {
        table: layout.table,
        rows: sizes.reduce((sum, size) => sum + (size?.rows ?? 0), 0),
        bytes: sizes.reduce((sum, size) => sum + (size?.bytes ?? 0), 0),
        reason: `${gone.length} of its ${layout.partitions.length} partitions are replaced by others`,
      },
    ];
  });
}

export const isSamePartition = (a: Partition, b: Partition): boolean =>
  a.name === b.name &&
  (a.kind === 'range' && b.kind === 'range'
    ? compareBounds(a.range.lower, b.range.lower) === 0 && compareBounds(a.range.upper, b.range.upper) === 0
    : a.kind === b.kind);

/** Whether two states have the same tables with the same partitions, by name and range. */
export const isSameLayouts = (a: readonly Layout[], b: readonly Layout[]): boolean =>
  a.length === b.length &&
  a.every((one) => {
    const other = b.find((candidate) => candidate.table === one.table);
    return (
      other !== undefined &&
      one.keyColumn === other.keyColumn &&
      one.keyType === other.keyType &&
      one.partitions.length === other.partitions.length &&
      one.partitions.every((partition) =>
        other.partitions.some((candidate) => isSamePartition(partition, candidate)),
      )
    );
  });

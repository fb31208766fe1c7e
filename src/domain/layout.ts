/** The layout of a partitioned table: its partitions with their ranges, and what can be said of them together. */
import type { Instant } from './instant.ts';
import { INTERVAL_NAMES, type IntervalName, intervalOf, isOneInterval } from './interval.ts';
import {
  type Bound,
  compareBounds,
  contains,
  equalRanges,
  finite,
  intersection,
  type Range,
  rangeOf,
  type Span,
  spanOf,
  subtract,
} from './range.ts';

/** Type of the column that rows are routed by. */
export type KeyType = 'timestamptz' | 'timestamp' | 'date';

interface PartitionFacts {
  /** Schema-qualified, quoted as SQL reads it. */
  readonly name: string;
  /** The catalog's oid: tells a partition that was kept from one that was dropped and made anew. */
  readonly oid: number;
  /** Rows that it held when the layout was read. */
  readonly rows: number;
  /** Oids of the tables that hold its rows, where it is partitioned itself. */
  readonly leaves?: readonly number[];
  /** Where it is partitioned itself by the same column: the finite bounds within it. */
  readonly innerBounds?: readonly Instant[];
}

export interface RangePartition extends PartitionFacts {
  readonly kind: 'range';
  /** Of a key of several columns, by the first. */
  readonly range: Range;
  /** Whether further columns of the key let rows in that are of its upper bound's very day or instant. */
  readonly reachesUpper?: true;
}

export interface DefaultPartition extends PartitionFacts {
  readonly kind: 'default';
}

export type Partition = RangePartition | DefaultPartition;

export interface Layout {
  /** Schema-qualified, quoted as SQL reads it. */
  readonly table: string;
  readonly keyColumn: string;
  readonly keyType: KeyType;
  readonly partitions: readonly Partition[];
}

/** The smallest step of a key: a day for date, otherwise a microsecond. */
export const keyStep = (keyType: KeyType): bigint => (keyType === 'date' ? 86_400_000_000n : 1n);

/** Oids of the tables that hold a partition's rows. */
export const holdersOf = (partition: Partition): readonly number[] => [
  partition.oid,
  ...(partition.leaves ?? []),
];

/** The range partitions, by lower bound. */
export const rangePartitions = (layout: Layout): RangePartition[] =>
  layout.partitions
    .filter((p): p is RangePartition => p.kind === 'range')
    .sort((a, b) => compareBounds(a.range.lower, b.range.lower));

export const defaultPartition = (layout: Layout): DefaultPartition | undefined =>
  layout.partitions.find((p): p is DefaultPartition => p.kind === 'default');

/** The spans of the partitions that have two finite ends, by lower bound. */
export const finiteSpans = (layout: Layout): Span[] =>
  rangePartitions(layout).flatMap((p) => spanOf(p.range) ?? []);

/** The interval that all finite partitions of a layout have, where they have one. */
export function commonInterval(layout: Layout): IntervalName | undefined {
  const spans = finiteSpans(layout);
  if (spans.length === 0) return undefined;
  return INTERVAL_NAMES.find((name) =>
    spans.every(({ lower, upper }) => isOneInterval(lower, upper, intervalOf(name))),
  );
}

/** From the earliest to the latest instant that finite partitions of any of the layouts cover. */
export function maintainedWindow(...layouts: readonly (Layout | undefined)[]): Span | undefined {
  const spans = layouts.flatMap((layout) => (layout ? finiteSpans(layout) : []));
  const [first, ...rest] = spans;
  if (!first) return undefined;
  return rest.reduce(
    (hull, span) => ({
      lower: span.lower < hull.lower ? span.lower : hull.lower,
      upper: span.upper > hull.upper ? span.upper : hull.upper,
    }),
    first,
  );
}

/** The parts of a window that no range partition covers; a default partition covers nothing here. */
export const findGaps = (layout: Layout, window: Span): Range[] =>
  subtract(
    rangeOf(window),
    rangePartitions(layout).map((p) => p.range),
  );

export interface Overlap {
  readonly first: RangePartition;
  readonly second: RangePartition;
  readonly range: Range;
}

/** Every pair of partitions that claim one instant. */
export function findOverlaps(layout: Layout): Overlap[] {
  const sorted = rangePartitions(layout);
  return sorted.flatMap((first, i) => {
    const overlapsOfFirst: Overlap[] = [];
    for (const second of sorted.slice(i + 1)) {
      if (compareBounds(second.range.lower, first.range.upper) >= 0) break;
      const range = intersection(first.range, second.range);
      if (range) overlapsOfFirst.push({ first, second, range });
    }
    return overlapsOfFirst;
  });
}

/** The partition that takes an instant: the range partition that contains it, else the default partition. */
export const partitionAt = (layout: Layout, at: Instant): Partition | undefined =>
  rangePartitions(layout).find((p) => contains(p.range, at)) ?? defaultPartition(layout);

/**
 * The first instant at or after `from` that no partition takes.
 * @returns the bound, maxvalue where writes go on for ever; `from` itself where nothing takes it.
 */
export function firstUncovered(layout: Layout, from: Instant): Bound {
  if (defaultPartition(layout)) return { kind: 'maxvalue' };
  let reached: Bound = finite(from);
  for (const { range } of rangePartitions(layout)) {
    if (compareBounds(range.lower, reached) > 0) break;
    if (compareBounds(range.upper, reached) > 0) reached = range.upper;
  }
  return reached;
}

/** What became of one partition between two layouts. */
export type PartitionEvent =
  | { readonly kind: 'made'; readonly partition: Partition }
  | { readonly kind: 'gone'; readonly partition: Partition }
  /** Another table has its name now. */
  | { readonly kind: 'replaced'; readonly partition: Partition; readonly before: Partition }
  | { readonly kind: 'moved'; readonly partition: Partition; readonly before: Partition };

/** Partitions that were made, dropped or detached, replaced under their name, or given another range. */
export function eventsBetween(before: Layout, after: Layout): PartitionEvent[] {
  const gone = before.partitions.filter((b) => !after.partitions.some((a) => a.oid === b.oid));
  const replaced = new Set<Partition>();
  const events = after.partitions.flatMap((partition): PartitionEvent[] => {
    const same = before.partitions.find((b) => b.oid === partition.oid);
    if (same) return hasSameBounds(same, partition) ? [] : [{ kind: 'moved', partition, before: same }];
    const namesake = gone.find((b) => b.name === partition.name);
    if (!namesake) return [{ kind: 'made', partition }];
    replaced.add(namesake);
    return [{ kind: 'replaced', partition, before: namesake }];
  });
  const dropped = gone.filter((b) => !replaced.has(b));
  return [...dropped.map((partition): PartitionEvent => ({ kind: 'gone', partition })), ...events];
}

const hasSameBounds = (a: Partition, b: Partition): boolean =>
  a.kind === 'range' && b.kind === 'range' ? equalRanges(a.range, b.range) : a.kind === b.kind;

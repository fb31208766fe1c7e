/** The partitions of a database as they are: what `inspect` prints. */
import type { TargetFacts } from './deployment.ts';
import type { Instant } from './instant.ts';
import {
  defaultPartition,
  findGaps,
  findOverlaps,
  firstUncovered,
  type Layout,
  maintainedWindow,
  type Overlap,
} from './layout.ts';
import type { Bound, Range } from './range.ts';

export interface PartitionSize {
  /** Of the layout's partition. */
  readonly oid: number;
  /** The planner's estimate; undefined where the table was never analyzed. */
  readonly rows?: number;
  /** Indexes included. */
  readonly bytes: number;
}

export interface InspectedTable {
  readonly layout: Layout;
  readonly sizes: readonly PartitionSize[];
}

export interface Inspection {
  readonly target: TargetFacts;
  readonly toolVersion: string;
  /** The instant that runways are counted from. */
  readonly now: Instant;
  readonly tables: readonly InspectedTable[];
  /** Partitioned in a way that is not told of. */
  readonly unjudged: readonly { readonly table: string; readonly reason: string }[];
}

/** What is noteworthy of a layout. */
export interface LayoutFindings {
  /** Between its earliest and its latest finite bound. */
  readonly gaps: readonly Range[];
  readonly overlaps: readonly Overlap[];
  /** The first instant from now that no partition takes. */
  readonly writesUntil: Bound;
  /** The first instant from now that only the default partition takes; undefined where there is none. */
  readonly caughtFrom?: Bound;
}

export function findingsIn(layout: Layout, now: Instant): LayoutFindings {
  const window = maintainedWindow(layout);
  const ranges = { ...layout, partitions: layout.partitions.filter(({ kind }) => kind === 'range') };
  return {
    gaps: window ? findGaps(layout, window) : [],
    overlaps: findOverlaps(layout),
    writesUntil: firstUncovered(layout, now),
    ...(defaultPartition(layout) ? { caughtFrom: firstUncovered(ranges, now) } : {}),
  };
}

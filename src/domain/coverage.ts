/** Which instants the partitions of an inspected table take, and which are left: gaps, shared ranges, how long writes go on. */
import type { InspectedTable } from './inspection.ts';
import type { Instant } from './instant.ts';
import { defaultPartition, type RangePartition, rangePartitions } from './layout.ts';
import { type Bound, compareBounds, finite, intersection, isEmpty, type Range, subtract } from './range.ts';

/** A range that no partition of its own takes. */
export interface Gap {
  readonly range: Range;
  /** The partition in whose range it lies, where that is partitioned itself. */
  readonly within?: string;
  /** The default partition that takes it. */
  readonly caughtBy?: string;
}

/** Two partitions that both take a range of the first column. */
export interface Shared {
  readonly first: string;
  readonly second: string;
  readonly range: Range;
}

export interface Coverage {
  readonly gaps: readonly Gap[];
  /** The first of them, by lower bound. */
  readonly shared: readonly Shared[];
  /** Pairs of partitions that share a range, listed or not. */
  readonly sharedPairs: number;
  /** The first instant from now at which a write finds no partition; maxvalue where there is none. */
  readonly writesUntil: Bound;
  /** The first instant from now that only a default or an unbounded partition takes; absent where there is none. */
  readonly caughtFrom?: Bound;
}

const MOST_SHARED = 100;
const EVERYTHING: Range = { lower: { kind: 'minvalue' }, upper: { kind: 'maxvalue' } };

export function coverageOf({ layout, facts }: InspectedTable, now: Instant): Coverage {
  const ranges = rangePartitions(layout);
  const byDefault = defaultPartition(layout);
  const factsOf = new Map(facts.map((one) => [one.oid, one]));
  const caught: Gap[] = [];
  const holes: Gap[] = [];
  const own: Range[] = [];
  const takes: Range[] = [];
  for (const { oid, name, range } of ranges) {
    const inner = factsOf.get(oid);
    const [empty, rest] = [inner?.holes ?? [], inner?.caught ?? []];
    holes.push(...empty.map((hole) => ({ range: hole, within: name })));
    caught.push(...rest.map((one) => ({ range: one.range, within: name, caughtBy: one.by })));
    if (empty.length + rest.length === 0) {
      takes.push(range);
      own.push(range);
      continue;
    }
    takes.push(...subtract(range, empty));
    own.push(...subtract(range, [...empty, ...rest.map((one) => one.range)]));
  }
  const window = hullOf(ranges);
  const between = window ? subtract(window, ranges.map(({ range }) => range)) : []; // prettier-ignore
  const gaps = [
    ...between.map((range) => ({ range, ...(byDefault ? { caughtBy: byDefault.name } : {}) })),
    ...holes,
    ...caught,
  ].sort((a, b) => compareBounds(a.range.lower, b.range.lower));
  const all = byDefault ? subtract(EVERYTHING, holes.map(({ range }) => range)) : takes; // prettier-ignore
  const bounded = own.filter(({ upper }) => upper.kind === 'finite');
  const writesUntil = reach(all, now);
  const caughtFrom = reach(bounded, now);
  return {
    gaps,
    ...sharedIn(ranges),
    writesUntil,
    ...(compareBounds(caughtFrom, writesUntil) < 0 ? { caughtFrom } : {}),
  };
}

/** From the first to the last finite bound, unbounded partitions' own ones too. */
function hullOf(ranges: readonly RangePartition[]): Range | undefined {
  const bounds = ranges
    .flatMap(({ range: { lower, upper } }) => [lower, upper])
    .filter(({ kind }) => kind === 'finite')
    .sort(compareBounds);
  const [lower, upper] = [bounds[0], bounds.at(-1)];
  return lower && upper && compareBounds(lower, upper) < 0 ? { lower, upper } : undefined;
}

/** The first instant at or after `from` that is in none of the ranges. */
function reach(ranges: readonly Range[], from: Instant): Bound {
  let reached: Bound = finite(from);
  for (const { lower, upper } of ranges.toSorted((a, b) => compareBounds(a.lower, b.lower))) {
    if (compareBounds(lower, reached) > 0) break;
    if (compareBounds(upper, reached) > 0) reached = upper;
  }
  return reached;
}

/** The pairs are counted by search, not one by one: where all share, there are as many as the square of them. */
function sharedIn(sorted: readonly RangePartition[]): Pick<Coverage, 'shared' | 'sharedPairs'> {
  const ranges = sorted.filter(({ range }) => !isEmpty(range));
  const shared: Shared[] = [];
  let sharedPairs = 0;
  for (const [i, first] of ranges.entries()) {
    const end = firstFrom(ranges, first.range.upper, i + 1);
    sharedPairs += end - i - 1;
    for (let j = i + 1; j < end && shared.length < MOST_SHARED; j++) {
      const second = ranges[j];
      const range = second && intersection(first.range, second.range);
      if (second && range) shared.push({ first: first.name, second: second.name, range });
    }
  }
  return { shared, sharedPairs };
}

/** The index, from `low` on, of the first partition that begins at or after a bound. */
function firstFrom(ranges: readonly RangePartition[], bound: Bound, low: number): number {
  let [from, to] = [low, ranges.length];
  // As it is of nearly all: the next one begins where this one ends.
  const next = ranges[low]?.range;
  if (!next || compareBounds(next.lower, bound) >= 0) return low;
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    const range = ranges[middle]?.range;
    if (range && compareBounds(range.lower, bound) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
}

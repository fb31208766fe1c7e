/** Where in time seeded rows go: spans to fill evenly, and the edge instants that must be among them. */
import { calendarDayOf, DAY, type Instant, instantOf, isLeapYear } from '../../domain/instant.ts';
import { nthBound } from '../../domain/interval.ts';
import {
  defaultPartition,
  finiteSpans,
  findGaps,
  keyStep,
  type Layout,
  maintainedWindow,
  rangePartitions,
} from '../../domain/layout.ts';
import { intersection, rangeOf, type Span, spanOf } from '../../domain/range.ts';
import type { Occupancy } from '../../domain/scenario.ts';

export interface SeedInstants {
  /** Each gets its share of the rows; in order of time. */
  readonly spans: readonly Span[];
  /** The first rows are at these instants. */
  readonly edges: readonly Instant[];
}

/** What is known of a table's future and past where it has no partitions yet. */
export interface WindowFacts {
  /** Of the base; undefined where the table is not partitioned there. */
  readonly layout: Layout | undefined;
  /** Of the head; its window is what a table that is not partitioned yet is filled over. */
  readonly headLayout: Layout | undefined;
  /** What the real table holds, by configuration. */
  readonly range: Span | undefined;
  readonly now: Instant;
}

/** Spans and edges for a table in use, before the change under test. */
export function seedInstants(facts: WindowFacts, occupancy: Occupancy): SeedInstants {
  const spans = clip(
    occupancy === 'until-now' ? untilNow(facts) : everywhere(facts),
    partitionedRange(facts),
  );
  const layout = facts.layout ?? facts.headLayout;
  const step = layout ? keyStep(layout.keyType) : 1n;
  const caught = facts.layout ? defaultInstants(facts.layout) : [];
  return { spans, edges: inOrderOfWeight(spans, step, caught) };
}

/** Spans and edges of the future's partitions only: bookings made ahead. */
export function futureInstants(layout: Layout, now: Instant): SeedInstants {
  const spans = finiteSpans(layout).filter((span) => span.lower > now);
  return { spans, edges: inOrderOfWeight(spans, keyStep(layout.keyType), []) };
}

/** Only a table that is partitioned already is bound to its partitions; the configured range wins elsewhere. */
const partitionedRange = ({ layout, range }: WindowFacts): Span | undefined => (layout ? range : undefined);

function everywhere(facts: WindowFacts): readonly Span[] {
  if (facts.layout) return inPartitions(facts.layout, facts.now);
  if (facts.range) return monthly(facts.range);
  const window = maintainedWindow(facts.headLayout);
  if (!facts.headLayout || !window) return monthly(aroundNow(facts.now));
  const holes = findGaps(facts.headLayout, window).flatMap((gap) => spanOf(gap) ?? []);
  return [...finiteSpans(facts.headLayout), ...holes].sort((a, b) => (a.lower < b.lower ? -1 : 1));
}

/** The finite partitions; where there is none, what unbounded ones and a default partition take around now. */
function inPartitions(layout: Layout, now: Instant): readonly Span[] {
  const spans = finiteSpans(layout);
  if (spans.length > 0) return spans;
  const around = monthly(aroundNow(now));
  if (defaultPartition(layout)) return around;
  const ranges = rangePartitions(layout).map((p) => p.range);
  return around.flatMap((span) =>
    ranges.flatMap((range) => {
      const shared = intersection(range, rangeOf(span));
      return (shared && spanOf(shared)) ?? [];
    }),
  );
}

/** The partitions that have begun; where none has, the first one, for rows must be somewhere. */
function untilNow(facts: WindowFacts): readonly Span[] {
  const spans = everywhere(facts);
  const begun = spans.filter((span) => span.lower <= facts.now);
  return begun.length > 0 ? begun : spans.slice(0, 1);
}

/** 24 months before the run's date and 12 after. */
const aroundNow = (now: Instant): Span => ({
  lower: nthBound(now, { months: -24, days: 0, microseconds: 0n }, 1),
  upper: nthBound(now, { months: 12, days: 0, microseconds: 0n }, 1),
});

function monthly(range: Span): Span[] {
  const spans: Span[] = [];
  for (let n = 0; ; n += 1) {
    const lower = nthBound(range.lower, { months: 1, days: 0, microseconds: 0n }, n);
    if (lower >= range.upper) return spans;
    const next = nthBound(range.lower, { months: 1, days: 0, microseconds: 0n }, n + 1);
    spans.push({ lower, upper: next < range.upper ? next : range.upper });
  }
}

function clip(spans: readonly Span[], range: Span | undefined): readonly Span[] {
  if (!range) return spans;
  return spans.flatMap((span) => {
    const lower = span.lower > range.lower ? span.lower : range.lower;
    const upper = span.upper < range.upper ? span.upper : range.upper;
    return lower < upper ? [{ lower, upper }] : [];
  });
}

/** Instants that only a default partition takes: in the holes between the finite partitions, and after the last. */
function defaultInstants(layout: Layout): Instant[] {
  const window = maintainedWindow(layout);
  if (!defaultPartition(layout) || !window) return [];
  const holes = findGaps(layout, window).flatMap((gap) => spanOf(gap) ?? []);
  return [...holes.map((hole) => hole.lower), window.upper, window.upper + 40n * DAY];
}

/** First instants of all spans, then last ones, then the calendar's: a small number of rows holds the heaviest. */
function inOrderOfWeight(spans: readonly Span[], step: bigint, caught: readonly Instant[]): Instant[] {
  const instants = [
    ...spans.map((span) => span.lower),
    ...spans.map((span) => lastBefore(span.upper, span.lower, step)),
    ...caught,
    ...spans.flatMap((span) => calendarEdges(span, step)),
  ];
  return [...new Set(instants)];
}

const lastBefore = (upper: Instant, lower: Instant, step: bigint): Instant => {
  // Before 1970 the remainder is negative: twice taken, it never is.
  const last = upper - 1n - ((((upper - 1n) % step) + step) % step);
  return last < lower ? lower : last;
};

/** Noon of leap days, the last instant of years and the first, the last second of months. */
function calendarEdges(span: Span, step: bigint): Instant[] {
  const first = calendarDayOf(span.lower).year;
  const last = calendarDayOf(span.upper).year;
  const edges: Instant[] = [];
  for (let year = first; year <= last && year < first + 200; year += 1) {
    const newYear = instantOf({ year, month: 1, day: 1 });
    edges.push(newYear, newYear - step);
    if (isLeapYear(year)) edges.push(instantOf({ year, month: 2, day: 29 }) + (step === 1n ? DAY / 2n : 0n));
  }
  const lastSecond = span.upper - 500_000n;
  if (step === 1n) edges.push(lastSecond);
  return edges.filter((edge) => edge >= span.lower && edge < span.upper);
}

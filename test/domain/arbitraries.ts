/** Generators of bounds, ranges and series for the property tests, and how many cases they run. */
import fc from 'fast-check';
import { DAY, type Instant, instantOf } from '../../src/domain/instant.ts';
import type { Interval } from '../../src/domain/interval.ts';
import type { Layout, RangePartition } from '../../src/domain/layout.ts';
import { type Bound, finite, MAXVALUE, MINVALUE, type Range } from '../../src/domain/range.ts';

export const CASES = { numRuns: process.env['PARTITION_GUARD_NIGHTLY'] === undefined ? 500 : 10_000 };

/** An anchor between 1600 and 2400, often at the end of a month, of February or of a year, often not at midnight. */
export const anyAnchor: fc.Arbitrary<Instant> = fc
  .tuple(
    fc.oneof(
      fc.record({
        year: fc.integer({ min: 1600, max: 2400 }),
        month: fc.integer({ min: 1, max: 12 }),
        day: fc.integer({ min: 1, max: 28 }),
      }),
      fc.record({
        year: fc.constantFrom(1900, 2000, 2023, 2024, 2028),
        month: fc.constantFrom(1, 3, 5, 7, 8, 10, 12),
        day: fc.constantFrom(29, 30, 31),
      }),
      fc.record({
        year: fc.constantFrom(2000, 2024, 2028),
        month: fc.constant(2),
        day: fc.constantFrom(28, 29),
      }),
    ),
    fc.oneof(fc.constant(0n), fc.bigInt({ min: 0n, max: DAY - 1n })),
  )
  .map(([day, ofDay]) => instantOf(day) + ofDay);

/** An interval of any kind, longer than nothing. */
export const anyInterval: fc.Arbitrary<Interval> = fc
  .record({
    months: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 30 })),
    days: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 400 })),
    microseconds: fc.oneof(fc.constant(0n), fc.bigInt({ min: 0n, max: 3n * DAY })),
  })
  .filter(({ months, days, microseconds }) => months + days > 0 || microseconds > 0n);

/** A bound among a few integers, so that bounds often meet. */
export const smallBound: fc.Arbitrary<Bound> = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 12 }).map((at) => finite(BigInt(at))) },
  { weight: 1, arbitrary: fc.constant(MINVALUE) },
  { weight: 1, arbitrary: fc.constant(MAXVALUE) },
);

/** A range among a few integers; it may be empty. */
export const smallRange: fc.Arbitrary<Range> = fc.record({ lower: smallBound, upper: smallBound });

export const partitionOf = (name: string, range: Range): RangePartition => ({
  kind: 'range',
  name,
  oid: 1,
  rows: 0,
  range,
});

export const layoutOf = (partitions: Layout['partitions']): Layout => ({
  table: 'public.booking',
  keyColumn: 'start_time',
  keyType: 'timestamptz',
  partitions,
});

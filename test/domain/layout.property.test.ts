import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { daysInMonth, type Instant, calendarDayOf } from '../../src/domain/instant.ts';
import {
  type Interval,
  INTERVAL_NAMES,
  intervalOf,
  isOneInterval,
  nthBound,
} from '../../src/domain/interval.ts';
import {
  findGaps,
  findOverlaps,
  firstUncovered,
  type Layout,
  maintainedWindow,
  partitionAt,
  rangePartitions,
} from '../../src/domain/layout.ts';
import { contains, finite, isEmpty, type Range, rangeOf } from '../../src/domain/range.ts';
import { anyAnchor, anyInterval, CASES, layoutOf, partitionOf, smallRange } from './arbitraries.ts';

/** Partitions from the nth bounds of a series, from `first` on. */
const seriesLayout = (
  anchor: Instant,
  interval: Interval,
  { first, size }: { first: number; size: number },
): Layout =>
  layoutOf(
    Array.from({ length: size }, (_, i) =>
      partitionOf(
        `p${i}`,
        rangeOf({
          lower: nthBound(anchor, interval, first + i),
          upper: nthBound(anchor, interval, first + i + 1),
        }),
      ),
    ),
  );

const anySeries = fc
  .tuple(
    anyAnchor,
    anyInterval,
    fc.record({ first: fc.integer({ min: -30, max: 30 }), size: fc.integer({ min: 1, max: 40 }) }),
  )
  .map(([anchor, interval, extent]) => seriesLayout(anchor, interval, extent));

const windowOf = (layout: Layout) => maintainedWindow(layout) ?? { lower: 0n, upper: 0n };

/** The layout with its partitions in another order. */
const shuffled = (layout: Layout): fc.Arbitrary<Layout> =>
  fc
    .shuffledSubarray([...layout.partitions], { minLength: layout.partitions.length })
    .map((partitions) => ({ ...layout, partitions }));

describe('a series of nth bounds, from any anchor at any interval', () => {
  it('has neither gap nor overlap, and no empty partition', () => {
    fc.assert(
      fc.property(anySeries.chain(shuffled), (layout) => {
        const window = windowOf(layout);
        expect(findGaps(layout, window)).toEqual([]);
        expect(findOverlaps(layout)).toEqual([]);
        expect(rangePartitions(layout).filter((p) => isEmpty(p.range))).toEqual([]);
        expect(firstUncovered(layout, window.lower)).toEqual(finite(window.upper));
      }),
      CASES,
    );
  });

  it('has exactly the gap of the one partition that is removed', () => {
    fc.assert(
      fc.property(anySeries, fc.nat(), (layout, seed) => {
        const removed = rangePartitions(layout)[seed % layout.partitions.length];
        const left = layoutOf(layout.partitions.filter((p) => p !== removed));
        const window = windowOf(layout);
        expect(findGaps(left, window)).toEqual([removed?.range]);
        expect(
          partitionAt(left, removed?.range.lower.kind === 'finite' ? removed.range.lower.at : 0n),
        ).toBeUndefined();
        expect(firstUncovered(left, window.lower)).toEqual(removed?.range.lower);
      }),
      CASES,
    );
  });

  it('loses exactly what an upper bound of minus one second loses', () => {
    fc.assert(
      fc.property(
        anyAnchor,
        fc.constantFrom(...INTERVAL_NAMES),
        fc.integer({ min: 2, max: 20 }),
        (anchor, name, size) => {
          const whole = seriesLayout(anchor, intervalOf(name), { first: 0, size });
          const second = 1_000_000n;
          const shortened = rangePartitions(whole).map(({ range }, i) => {
            const upper = range.upper.kind === 'finite' ? range.upper.at : 0n;
            return { partition: partitionOf(`p${i}`, { ...range, upper: finite(upper - second) }), upper };
          });
          const layout = layoutOf(shortened.map(({ partition }) => partition));
          expect(findGaps(layout, windowOf(whole))).toEqual(
            shortened.map(({ upper }) => rangeOf({ lower: upper - second, upper })),
          );
        },
      ),
      CASES,
    );
  });

  it('keeps the day of the month wherever the month has it, and the last day elsewhere', () => {
    fc.assert(
      fc.property(
        anyAnchor,
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: -200, max: 200 }),
        (anchor, months, n) => {
          const from = calendarDayOf(anchor);
          const to = calendarDayOf(nthBound(anchor, { months, days: 0, microseconds: 0n }, n));
          expect(to.year * 12 + to.month).toBe(from.year * 12 + from.month + months * n);
          expect(to.day).toBe(Math.min(from.day, daysInMonth(to.year, to.month)));
        },
      ),
      CASES,
    );
  });

  it('is made of pieces of one named interval each', () => {
    fc.assert(
      fc.property(
        anyAnchor,
        fc.constantFrom(...INTERVAL_NAMES),
        fc.integer({ min: -40, max: 40 }),
        (anchor, name, n) => {
          const interval = intervalOf(name);
          expect(
            isOneInterval(nthBound(anchor, interval, n), nthBound(anchor, interval, n + 1), interval),
          ).toBe(true);
        },
      ),
      CASES,
    );
  });
});

describe('any layout, against sets of integers', () => {
  const POINTS = Array.from({ length: 16 }, (_, i) => BigInt(i - 2));
  const points = (range: Range): bigint[] => POINTS.filter((at) => contains(range, at));
  const anyLayout = fc
    .array(
      smallRange.filter((range) => !isEmpty(range)),
      { maxLength: 6 },
    )
    .map((ranges) => layoutOf(ranges.map((range, i) => partitionOf(`p${i}`, range))));

  it('has an overlap for exactly those pairs that hold an integer together', () => {
    fc.assert(
      fc.property(anyLayout, (layout) => {
        const all = rangePartitions(layout);
        const expected = all.flatMap((a, i) =>
          all.slice(i + 1).flatMap((b) => {
            const both = points(a.range).filter((at) => contains(b.range, at));
            return both.length > 0 ? [{ names: [a.name, b.name], both }] : [];
          }),
        );
        const found = findOverlaps(layout).map(({ first, second, range }) => ({
          names: [first.name, second.name],
          both: points(range),
        }));
        expect(found).toEqual(expected);
      }),
      CASES,
    );
  });

  it('takes an integer exactly where one of its partitions holds it', () => {
    fc.assert(
      fc.property(anyLayout, (layout) => {
        const taken = POINTS.filter((at) => partitionAt(layout, at) !== undefined);
        expect(taken).toEqual(
          POINTS.filter((at) => rangePartitions(layout).some((p) => contains(p.range, at))),
        );
      }),
      CASES,
    );
  });

  it('is covered up to the first integer that no partition holds', () => {
    fc.assert(
      fc.property(anyLayout, fc.integer({ min: 0, max: 12 }).map(BigInt), (layout, from) => {
        const first = POINTS.find((at) => at >= from && partitionAt(layout, at) === undefined);
        const reached = firstUncovered(layout, from);
        expect(reached.kind === 'finite' ? reached.at : undefined).toBe(first);
      }),
      CASES,
    );
  });
});

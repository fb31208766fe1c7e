import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DAY, type Instant } from '../../../src/domain/instant.ts';
import { type Interval, nthBound } from '../../../src/domain/interval.ts';
import {
  defaultPartition,
  finiteSpans,
  keyStep,
  type KeyType,
  type Layout,
  partitionAt,
} from '../../../src/domain/layout.ts';
import { containsRange, MAXVALUE, MINVALUE, rangeOf, type Span } from '../../../src/domain/range.ts';
import {
  futureInstants,
  seedInstants,
  type SeedInstants,
} from '../../../src/simulation/seeding/seed-instants.ts';
import { anyAnchor, CASES, partitionOf } from '../../domain/arbitraries.ts';

const anyStep: fc.Arbitrary<Interval> = fc.oneof(
  fc.integer({ min: 1, max: 24 }).map((months) => ({ months, days: 0, microseconds: 0n })),
  fc.integer({ min: 1, max: 60 }).map((days) => ({ months: 0, days, microseconds: 0n })),
);

const midnight = (at: Instant): Instant => at - (((at % DAY) + DAY) % DAY);

const anyNow = anyAnchor.map(midnight);

/** A series of partitions, some left out, perhaps with open ends and a default partition. */
const anyLayout: fc.Arbitrary<Layout> = fc
  .record({
    keyType: fc.constantFrom<KeyType>('timestamptz', 'timestamp', 'date'),
    anchor: anyAnchor,
    interval: anyStep,
    there: fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }),
    isOpen: fc.boolean(),
    hasDefault: fc.boolean(),
  })
  .map(({ keyType, anchor, interval, there, isOpen, hasDefault }) => {
    const first = keyType === 'date' ? midnight(anchor) : anchor;
    const bound = (n: number): Instant => nthBound(first, interval, n);
    const ranges = there.flatMap((isThere, n) =>
      isThere ? [rangeOf({ lower: bound(n), upper: bound(n + 1) })] : [],
    );
    const ends = isOpen
      ? [
          { lower: MINVALUE, upper: rangeOf({ lower: bound(0), upper: bound(1) }).lower },
          { lower: rangeOf({ lower: bound(0), upper: bound(there.length) }).upper, upper: MAXVALUE },
        ]
      : [];
    return {
      table: 'public.booking',
      keyColumn: 'at',
      keyType,
      partitions: [
        ...[...ranges, ...ends].map((range, i) => ({ ...partitionOf(`p${i}`, range), oid: i + 1 })),
        ...(hasDefault ? [{ kind: 'default' as const, name: 'd', oid: 99, rows: 0 }] : []),
      ],
    };
  });

const isIn = (spans: readonly Span[], at: Instant): boolean =>
  spans.some((span) => span.lower <= at && at < span.upper);

const expectSound = ({ spans, edges }: SeedInstants, layout: Layout): void => {
  const step = keyStep(layout.keyType);
  for (const span of spans) {
    expect(span.lower < span.upper).toBe(true);
    const inOne = layout.partitions.some((p) => p.kind === 'range' && containsRange(p.range, rangeOf(span)));
    expect(inOne || defaultPartition(layout) !== undefined).toBe(true);
    expect(isIn([span], span.lower)).toBe(true);
    expect(edges.includes(span.lower)).toBe(true);
    expect(edges.some((edge) => isIn([span], edge) && edge + step >= span.upper)).toBe(true);
  }
  expect(new Set(edges).size).toBe(edges.length);
};

it('every edge is taken by some partition; without a default partition, by one that is seeded', () => {
  fc.assert(
    fc.property(anyLayout, anyNow, (layout, now) => {
      const instants = seedInstants(
        { layout, headLayout: undefined, range: undefined, now },
        'every-partition',
      );
      expectSound(instants, layout);
      for (const edge of instants.edges) {
        expect(partitionAt(layout, edge)).toBeDefined();
        expect(defaultPartition(layout) !== undefined || isIn(instants.spans, edge)).toBe(true);
      }
    }),
    CASES,
  );
});

it('until now, every edge is in a partition that has begun, or in the first', () => {
  fc.assert(
    fc.property(anyLayout, anyNow, (layout, now) => {
      const instants = seedInstants({ layout, headLayout: undefined, range: undefined, now }, 'until-now');
      expectSound(instants, layout);
      for (const edge of instants.edges) expect(partitionAt(layout, edge)).toBeDefined();
      const [first] = instants.spans;
      for (const span of instants.spans) expect(span.lower <= now || span === first).toBe(true);
      expect(first !== undefined || finiteSpans(layout).length === 0).toBe(true);
    }),
    CASES,
  );
});

it('the future is what until now leaves out', () => {
  fc.assert(
    fc.property(anyLayout, anyNow, (layout, now) => {
      const future = futureInstants(layout, now);
      expectSound(future, layout);
      for (const edge of future.edges) expect(isIn(future.spans, edge)).toBe(true);
      const begun = finiteSpans(layout).filter((span) => span.lower <= now);
      expect(begun.length + future.spans.length).toBe(finiteSpans(layout).length);
    }),
    CASES,
  );
});

it('a table that is not partitioned yet is filled without a hole, from the first bound to the last', () => {
  fc.assert(
    fc.property(anyLayout, anyNow, (headLayout, now) => {
      fc.pre(finiteSpans(headLayout).length > 0);
      const { spans, edges } = seedInstants(
        { layout: undefined, headLayout, range: undefined, now },
        'every-partition',
      );
      expect(spans[0]?.lower).toBe(finiteSpans(headLayout)[0]?.lower);
      expect(spans.at(-1)?.upper).toBe(finiteSpans(headLayout).at(-1)?.upper);
      for (const [i, span] of spans.slice(1).entries()) expect(span.lower).toBe(spans[i]?.upper);
      for (const edge of edges) expect(isIn(spans, edge)).toBe(true);
    }),
    CASES,
  );
});

it('a configured range is kept to the microsecond', () => {
  fc.assert(
    fc.property(
      anyLayout,
      anyNow,
      fc.bigInt({ min: 1n, max: 1000n * DAY }),
      fc.boolean(),
      (layout, lower, length, isPartitioned) => {
        const range = { lower, upper: lower + length };
        const { spans, edges } = seedInstants(
          {
            layout: isPartitioned ? { ...layout, keyType: 'timestamp' } : undefined,
            headLayout: undefined,
            range,
            now: lower,
          },
          'every-partition',
        );
        for (const span of spans) expect(span.lower >= range.lower && span.upper <= range.upper).toBe(true);
        if (isPartitioned) return;
        expect(spans[0]?.lower).toBe(range.lower);
        expect(spans.at(-1)?.upper).toBe(range.upper);
        for (const edge of edges) expect(isIn(spans, edge)).toBe(true);
      },
    ),
    CASES,
  );
});

import { describe, expect, it } from '@jest/globals';
import {
  defaultPartition,
  findGaps,
  findOverlaps,
  finiteSpans,
  firstUncovered,
  keyStep,
  type Layout,
  maintainedWindow,
  partitionAt,
  rangePartitions,
} from '../../src/domain/layout.ts';
import { finite, MAXVALUE, MINVALUE, rangeOf } from '../../src/domain/range.ts';
import { layoutOf, partitionOf } from './arbitraries.ts';

const span = (lower: bigint, upper: bigint) => rangeOf({ lower, upper });
const range = (name: string, lower: bigint, upper: bigint) => partitionOf(name, span(lower, upper));
const past = (upper: bigint) => partitionOf('past', { lower: MINVALUE, upper: finite(upper) });
const rest = (lower: bigint) => partitionOf('rest', { lower: finite(lower), upper: MAXVALUE });
const byDefault = { kind: 'default', name: 'other', oid: 9, rows: 0 } as const;

const EMPTY: Layout = layoutOf([]);
/** [10, 20) and [20, 30), a hole, [40, 50); out of order, with a default partition. */
const HOLED = layoutOf([range('d', 40n, 50n), byDefault, range('b', 20n, 30n), range('a', 10n, 20n)]);
const HOLED_ALONE = layoutOf(HOLED.partitions.filter((p) => p.kind === 'range'));

describe('the partitions of a layout', () => {
  it('are told apart by kind, and ordered by lower bound', () => {
    expect(rangePartitions(HOLED).map((p) => p.name)).toEqual(['a', 'b', 'd']);
    expect(defaultPartition(HOLED)).toBe(byDefault);
    expect(defaultPartition(EMPTY)).toBeUndefined();
  });

  it('step by a day or by a microsecond', () => {
    expect((['date', 'timestamp', 'timestamptz'] as const).map(keyStep)).toEqual([86_400_000_000n, 1n, 1n]);
  });
});

describe('the maintained window', () => {
  it('runs from the earliest to the latest finite bound of all layouts', () => {
    const other = layoutOf([past(5n), range('x', 45n, 70n), rest(70n)]);
    expect(maintainedWindow(HOLED)).toEqual({ lower: 10n, upper: 50n });
    expect(maintainedWindow(other, HOLED, undefined)).toEqual({ lower: 10n, upper: 70n });
    expect(finiteSpans(other)).toEqual([{ lower: 45n, upper: 70n }]);
  });

  it('is unknown where no partition has two ends', () => {
    expect(maintainedWindow()).toBeUndefined();
    expect(maintainedWindow(undefined, EMPTY, layoutOf([past(5n), rest(5n), byDefault]))).toBeUndefined();
  });
});

describe('gaps', () => {
  it('are what no range partition covers, whatever the default partition takes', () => {
    expect(findGaps(HOLED, { lower: 0n, upper: 60n })).toEqual([
      span(0n, 10n),
      span(30n, 40n),
      span(50n, 60n),
    ]);
    expect(findGaps(EMPTY, { lower: 0n, upper: 60n })).toEqual([span(0n, 60n)]);
  });

  it('are not found where unbounded partitions reach', () => {
    expect(findGaps(layoutOf([past(10n), rest(10n)]), { lower: 0n, upper: 60n })).toEqual([]);
  });
});

describe('overlaps', () => {
  it('are found for every pair', () => {
    const [a, b, c] = [range('a', 0n, 30n), range('b', 10n, 20n), range('c', 15n, 40n)];
    expect(findOverlaps(layoutOf([c, a, b]))).toEqual([
      { first: a, second: b, range: span(10n, 20n) },
      { first: a, second: c, range: span(15n, 30n) },
      { first: b, second: c, range: span(15n, 20n) },
    ]);
  });

  it('are not seen in partitions that only touch', () => {
    expect(findOverlaps(HOLED)).toEqual([]);
    expect(findOverlaps(layoutOf([past(10n), rest(10n)]))).toEqual([]);
  });
});

describe('the partition that takes an instant', () => {
  it('is the one whose range contains it, the lower bound included, the upper not', () => {
    expect([10n, 19n, 20n, 49n].map((at) => partitionAt(HOLED_ALONE, at)?.name)).toEqual([
      'a',
      'a',
      'b',
      'd',
    ]);
    expect([9n, 30n, 50n].map((at) => partitionAt(HOLED_ALONE, at))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('is otherwise the default partition', () => {
    expect([9n, 30n, 50n].map((at) => partitionAt(HOLED, at)?.name)).toEqual(['other', 'other', 'other']);
  });
});

describe('the first instant that is not covered', () => {
  it.each([
    ['inside a partition', HOLED_ALONE, 12n, finite(30n)],
    ['at a lower bound', HOLED_ALONE, 10n, finite(30n)],
    ['in the last partition', HOLED_ALONE, 49n, finite(50n)],
    ['in a hole', HOLED_ALONE, 30n, finite(30n)],
    ['before all of them', HOLED_ALONE, 0n, finite(0n)],
    ['after all of them', HOLED_ALONE, 99n, finite(99n)],
    ['without partitions', EMPTY, 7n, finite(7n)],
    ['with a default partition', HOLED, 12n, MAXVALUE],
    ['with a catch-all at the end', layoutOf([past(10n), range('a', 10n, 20n), rest(20n)]), 3n, MAXVALUE],
    ['with a hole before the catch-all', layoutOf([range('a', 10n, 20n), rest(21n)]), 12n, finite(20n)],
    [
      'where one range is inside another',
      layoutOf([range('a', 0n, 50n), range('b', 10n, 20n)]),
      5n,
      finite(50n),
    ],
  ])('%s', (_, layout, from, expected) => {
    expect(firstUncovered(layout, from)).toEqual(expected);
  });
});

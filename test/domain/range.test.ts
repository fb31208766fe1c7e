import { describe, expect, it } from '@jest/globals';
import { type Instant, parseInstant } from '../../src/domain/instant.ts';
import {
  boundToJson,
  compareBounds,
  containsRange,
  equalRanges,
  finite,
  formatRange,
  immediatelyPrecedes,
  maxBound,
  MAXVALUE,
  minBound,
  MINVALUE,
  precedes,
  type Range,
  rangeOf,
  spanOf,
} from '../../src/domain/range.ts';

const at = (text: string): Instant => parseInstant(text) ?? 0n;
const range = (lower: bigint, upper: bigint): Range => rangeOf({ lower, upper });

describe('bounds', () => {
  it('are in order: minvalue, the finite ones, maxvalue', () => {
    const shuffled = [MAXVALUE, finite(2n), MINVALUE, finite(-3n)];
    expect([...shuffled].sort(compareBounds)).toEqual([MINVALUE, finite(-3n), finite(2n), MAXVALUE]);
    expect([MINVALUE, finite(2n), MAXVALUE].map((bound) => compareBounds(bound, bound))).toEqual([0, 0, 0]);
    expect([minBound(MINVALUE, finite(1n)), maxBound(finite(1n), MAXVALUE)]).toEqual([MINVALUE, MAXVALUE]);
  });

  it('are ISO in JSON, and null without an end', () => {
    expect([finite(at('2026-01-01')), MINVALUE, MAXVALUE].map(boundToJson)).toEqual([
      '2026-01-01T00:00:00Z',
      null,
      null,
    ]);
  });
});

describe('ranges', () => {
  it('precede one another at a bound that both have', () => {
    expect([precedes(range(1n, 2n), range(2n, 3n)), precedes(range(1n, 3n), range(2n, 4n))]).toEqual([
      true,
      false,
    ]);
    expect(immediatelyPrecedes(range(1n, 2n), range(2n, 3n))).toBe(true);
    expect(immediatelyPrecedes(range(1n, 2n), range(3n, 4n))).toBe(false);
  });

  it('contain themselves and what is within them', () => {
    const all = { lower: MINVALUE, upper: MAXVALUE };
    expect([containsRange(all, range(1n, 2n)), containsRange(range(1n, 2n), range(1n, 2n))]).toEqual([
      true,
      true,
    ]);
    expect([containsRange(range(1n, 2n), all), containsRange(range(1n, 3n), range(2n, 4n))]).toEqual([
      false,
      false,
    ]);
  });

  it('are equal by both ends', () => {
    expect(equalRanges(range(1n, 2n), range(1n, 2n))).toBe(true);
    expect(equalRanges(range(1n, 2n), range(1n, 3n))).toBe(false);
    expect(equalRanges(range(1n, 2n), range(0n, 2n))).toBe(false);
  });

  it('have a span where both ends are finite', () => {
    expect(spanOf(range(1n, 2n))).toEqual({ lower: 1n, upper: 2n });
    expect(spanOf({ lower: MINVALUE, upper: finite(2n) })).toBeUndefined();
    expect(spanOf({ lower: finite(2n), upper: MAXVALUE })).toBeUndefined();
  });

  it('are written half-open, for people', () => {
    expect(formatRange(range(at('2026-01-01'), at('2026-02-01 12:00:00')))).toBe(
      '[2026-01-01, 2026-02-01 12:00:00)',
    );
    expect(formatRange({ lower: MINVALUE, upper: MAXVALUE })).toBe('[minvalue, maxvalue)');
  });
});

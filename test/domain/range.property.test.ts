import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  contains,
  containsRange,
  intersection,
  isEmpty,
  overlaps,
  precedes,
  type Range,
  subtract,
} from '../../src/domain/range.ts';
import { CASES, smallRange } from './arbitraries.ts';

/** The integers that a range holds, from below all finite bounds to above them. */
const POINTS = Array.from({ length: 16 }, (_, i) => BigInt(i - 2));
const points = (range: Range): bigint[] => POINTS.filter((at) => contains(range, at));

describe('ranges against sets of integers', () => {
  it('intersect in what both hold', () => {
    fc.assert(
      fc.property(smallRange, smallRange, (a, b) => {
        const both = points(a).filter((at) => contains(b, at));
        const found = intersection(a, b);
        expect(found ? points(found) : []).toEqual(both);
        expect(found !== undefined).toBe(both.length > 0);
        expect(overlaps(a, b)).toBe(both.length > 0);
        expect(overlaps(b, a)).toBe(both.length > 0);
      }),
      CASES,
    );
  });

  it('are empty where they hold nothing', () => {
    fc.assert(
      fc.property(smallRange, (range) => {
        expect(isEmpty(range)).toBe(points(range).length === 0);
      }),
      CASES,
    );
  });

  it('precede and contain by all that they hold', () => {
    const filled = smallRange.filter((range) => !isEmpty(range));
    fc.assert(
      fc.property(filled, filled, (a, b) => {
        const [inA, inB] = [points(a), points(b)];
        expect(precedes(a, b)).toBe(inA.every((x) => inB.every((y) => x < y)));
        expect(containsRange(a, b)).toBe(inB.every((at) => inA.includes(at)));
      }),
      CASES,
    );
  });

  it('less others leave exactly what none of them holds, in order, in pieces that do not touch', () => {
    fc.assert(
      fc.property(smallRange, fc.array(smallRange, { maxLength: 5 }), (range, others) => {
        const left = subtract(range, others);
        const expected = points(range).filter((at) => !others.some((other) => contains(other, at)));
        expect(left.flatMap(points)).toEqual(expected);
        expect(left.filter(isEmpty)).toEqual([]);
        const touching = left.some((piece, i) => {
          const next = left[i + 1];
          return next !== undefined && points({ lower: piece.upper, upper: next.lower }).length === 0;
        });
        expect(touching).toBe(false);
      }),
      CASES,
    );
  });

  it('less themselves, or less what they left, come out even', () => {
    fc.assert(
      fc.property(smallRange, fc.array(smallRange, { maxLength: 5 }), (range, others) => {
        expect(subtract(range, [range])).toEqual([]);
        const left = subtract(range, others);
        const taken = subtract(range, left);
        expect([...left, ...taken].flatMap(points).sort((a, b) => Number(a - b))).toEqual(points(range));
      }),
      CASES,
    );
  });
});

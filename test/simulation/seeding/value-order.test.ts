import { describe, expect, it } from '@jest/globals';
import { rankColumns } from '../../../src/simulation/seeding/value-order.ts';

const ranksOf = (
  ...pairs: readonly (readonly [smaller: string, greater: string])[]
): Record<string, number> =>
  Object.fromEntries(rankColumns(pairs.map(([smaller, greater]) => ({ smaller, greater }))));

describe('rankColumns', () => {
  it('ranks a greater column above a smaller one, however the chain is told', () => {
    expect(ranksOf(['b', 'c'], ['a', 'b'], ['c', 'd'])).toEqual({ a: 0, b: 1, c: 2, d: 3 });
  });

  it('ranks a column above all that are smaller', () => {
    expect(ranksOf(['a', 'd'], ['a', 'b'], ['b', 'd'])).toEqual({ a: 0, b: 1, d: 2 });
  });

  it('ranks nothing where nothing is compared', () => {
    expect(ranksOf()).toEqual({});
  });

  it('ends with a rank for each column of a circle', () => {
    const ranks = ranksOf(['a', 'b'], ['b', 'a']);
    expect(Object.keys(ranks).sort()).toEqual(['a', 'b']);
    expect(Object.values(ranks).every(Number.isFinite)).toBe(true);
  });
});

/** What another interval comes to, beside counts by hand. */
import { describe, expect, it } from '@jest/globals';
import { instantOf } from '../../src/domain/instant.ts';
import { changeTo, changesOf, type Movable } from '../../src/domain/interval-change.ts';

const at = (year: number, month = 1, day = 1): bigint => instantOf({ year, month, day });
const months = (year: number, from: number, to: number, rows?: number): Movable[] =>
  Array.from({ length: to - from + 1 }, (_, i) => ({
    span: { lower: at(year, from + i), upper: at(year, from + i + 1) },
    ...(rows === undefined ? {} : { rows, bytes: rows * 10 }),
  }));
const NOW = at(2026, 5, 15);

describe('another interval', () => {
  it('makes a quarter of each three months, and moves what is in them', () => {
    expect(changeTo('quarterly', months(2026, 1, 12, 100), NOW)).toEqual({
      interval: 'quarterly', stay: 0, go: 12, make: 4, rows: 1200, bytes: 12_000, ahead: { go: 7, rows: 700 },
    }); // prettier-ignore
  });

  it('leaves what is on it already, and makes whole ones of what is begun', () => {
    const mixed = [
      { span: { lower: at(2026), upper: at(2026, 4) }, rows: 5, bytes: 50 },
      ...months(2026, 4, 5, 1),
    ];
    expect(changeTo('quarterly', mixed, NOW)).toMatchObject({ stay: 1, go: 2, make: 1, rows: 2 });
    expect(changeTo('monthly', mixed, NOW)).toMatchObject({ stay: 2, go: 1, make: 3, rows: 5 });
  });

  it('takes three months that begin in February for no quarter', () => {
    const off = [{ span: { lower: at(2026, 2), upper: at(2026, 5) }, rows: 1, bytes: 1 }];
    expect(changeTo('quarterly', off, NOW)).toMatchObject({ stay: 0, go: 1, make: 2 });
  });

  it('counts weeks from Monday, also before 2000', () => {
    const week = (day: number): Movable => ({
      span: { lower: at(1999, 12, day), upper: at(1999, 12, day + 7) },
      rows: 0,
    });
    expect(changeTo('weekly', [week(6)], NOW)).toMatchObject({ stay: 1, go: 0, make: 0 });
    expect(changeTo('weekly', [week(7)], NOW)).toMatchObject({ stay: 0, go: 1, make: 2 });
  });

  it('does not count a new partition twice where two old ones meet in it, nor one for a gap', () => {
    expect(changeTo('yearly', [...months(2026, 1, 2, 1), ...months(2026, 11, 12, 1)], NOW)).toMatchObject({
      make: 1,
    });
    expect(changeTo('quarterly', [...months(2026, 1, 2, 1), ...months(2026, 11, 12, 1)], NOW)).toMatchObject({
      make: 2,
    });
  });

  it('knows no number where one partition’s is unknown', () => {
    const change = changeTo('yearly', [...months(2026, 1, 2, 7), ...months(2026, 3, 3)], NOW);
    expect(change).not.toHaveProperty('rows');
    expect(change).not.toHaveProperty('bytes');
  });

  it('is told of no interval that all partitions are of', () => {
    expect(changesOf(months(2026, 1, 12, 1), NOW).map(({ interval }) => interval)).toEqual([
      'daily',
      'weekly',
      'quarterly',
      'half-yearly',
      'yearly',
    ]);
    expect(changesOf([], NOW)).toEqual([]);
  });
});

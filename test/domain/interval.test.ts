import { describe, expect, it } from '@jest/globals';
import { DAY, formatShort, type Instant, parseInstant } from '../../src/domain/instant.ts';
import {
  formatInterval,
  type Interval,
  INTERVAL_NAMES,
  intervalOf,
  isIntervalName,
  isOneInterval,
  nthBound,
  partitionsPerYear,
} from '../../src/domain/interval.ts';

const at = (text: string): Instant => parseInstant(text) ?? 0n;

const interval = (months: number, days = 0, microseconds = 0n): Interval => ({ months, days, microseconds });

const series = (anchor: string, step: Interval, ns: readonly number[]): string[] =>
  ns.map((n) => formatShort(nthBound(at(anchor), step, n)));

describe('the nth bound', () => {
  /** What PostgreSQL answers to `timestamp 'anchor' + n * interval 'step'`. */
  it.each([
    [
      '2026-01-31',
      interval(1),
      [0, 1, 2, 3, 4],
      ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31'],
    ],
    ['2028-01-31', interval(1), [1, 2, 13], ['2028-02-29', '2028-03-31', '2029-02-28']],
    ['2024-02-29', interval(12), [1, 2, 3, 4], ['2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29']],
    ['2024-02-29', interval(12), [-1, -4, -124], ['2023-02-28', '2020-02-29', '1900-02-28']],
    ['2026-10-31', interval(3), [1, 2, 3, 4], ['2027-01-31', '2027-04-30', '2027-07-31', '2027-10-31']],
    ['2026-08-31', interval(6), [1, 2, 3], ['2027-02-28', '2027-08-31', '2028-02-29']],
    ['2026-01-31', interval(1, 1), [1, 2], ['2026-03-01', '2026-04-02']],
    ['2026-01-01', interval(-1), [1, 2], ['2025-12-01', '2025-11-01']],
    ['2026-12-28', interval(0, 7), [0, 1, -1], ['2026-12-28', '2027-01-04', '2026-12-21']],
    ['2028-02-28', interval(0, 1), [1, 2], ['2028-02-29', '2028-03-01']],
    ['2026-01-31 23:59:59.999999', interval(1), [1], ['2026-02-28 23:59:59.999999']],
    [
      '2026-03-29 00:30:00',
      interval(0, 0, 3_600_000_000n),
      [1, 24],
      ['2026-03-29 01:30:00', '2026-03-30 00:30:00'],
    ],
    ['0001-01-01', interval(12), [-1, -2], ['0000-01-01', '-0001-01-01']],
  ])('from %s on', (anchor, step, ns, expected) => {
    expect(series(anchor, step, ns)).toEqual(expected);
  });
});

describe('one interval', () => {
  it.each([
    ['2026-02-01', '2026-03-01', 'monthly', true],
    ['2026-02-01', '2026-03-01', 'quarterly', false],
    ['2026-01-31', '2026-02-28', 'monthly', true],
    ['2026-02-28', '2026-03-31', 'monthly', true],
    ['2026-02-01', '2026-02-28', 'monthly', false],
    ['2026-02-01', '2026-02-28 23:59:59', 'monthly', false],
    ['2024-02-29', '2025-02-28', 'yearly', true],
    ['2026-01-01', '2026-01-08', 'weekly', true],
    ['2026-07-01', '2027-01-01', 'half-yearly', true],
  ] as const)('[%s, %s) %s: %s', (lower, upper, name, expected) => {
    expect(isOneInterval(at(lower), at(upper), intervalOf(name))).toBe(expected);
  });
});

describe('names of intervals', () => {
  it('are known, and nothing else is', () => {
    expect(INTERVAL_NAMES.every(isIntervalName)).toBe(true);
    expect(['fortnightly', 'Monthly', 'toString', ''].filter(isIntervalName)).toEqual([]);
  });

  it('have so many partitions a year', () => {
    expect(INTERVAL_NAMES.map((name) => partitionsPerYear(intervalOf(name)))).toEqual([
      undefined,
      undefined,
      12,
      4,
      2,
      1,
    ]);
    expect([interval(5), interval(24), interval(1, 1), interval(1, 0, 1n)].map(partitionsPerYear)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('are written as SQL reads them', () => {
    expect(INTERVAL_NAMES.map((name) => formatInterval(intervalOf(name)))).toEqual([
      '1 day',
      '7 days',
      '1 month',
      '3 months',
      '6 months',
      '12 months',
    ]);
    expect(formatInterval(interval(2, 1, DAY))).toBe('2 months 1 day 86400000000 microseconds');
    expect(formatInterval(interval(0))).toBe('0 days');
  });
});

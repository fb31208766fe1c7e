import { describe, expect, it } from '@jest/globals';
import {
  calendarDayOf,
  DAY,
  daysInMonth,
  formatDay,
  formatInstant,
  formatShort,
  instantOf,
  isLeapYear,
  MICROSECOND,
  parseInstant,
  SECOND,
} from '../../src/domain/instant.ts';

describe('calendar days', () => {
  it.each([
    [1970, 1, 1, 0n],
    [1969, 12, 31, -1n],
    [2000, 2, 29, 11_016n],
    [2026, 11, 22, 20_779n],
    [1, 1, 1, -719_162n],
    [0, 12, 31, -719_163n],
    [-43, 3, 15, -735_160n],
    [9999, 12, 31, 2_932_896n],
  ])('counts %d-%d-%d from the epoch', (year, month, day, days) => {
    expect(instantOf({ year, month, day })).toBe(days * DAY);
    expect(calendarDayOf(days * DAY)).toEqual({ year, month, day });
  });

  it('carries months over into the year', () => {
    expect(instantOf({ year: 2025, month: 13, day: 1 })).toBe(instantOf({ year: 2026, month: 1, day: 1 }));
    expect(instantOf({ year: 2026, month: 0, day: 1 })).toBe(instantOf({ year: 2025, month: 12, day: 1 }));
  });

  it('gives the day of its last microsecond', () => {
    expect(calendarDayOf(DAY - MICROSECOND)).toEqual({ year: 1970, month: 1, day: 1 });
    expect(calendarDayOf(-MICROSECOND)).toEqual({ year: 1969, month: 12, day: 31 });
  });

  it('refuses what no calendar date can be told of', () => {
    expect(() => calendarDayOf(100_000_001n * DAY)).toThrow(RangeError);
    expect(() => instantOf({ year: 300_000, month: 1, day: 1 })).toThrow(RangeError);
  });

  it('knows leap years and the lengths of months', () => {
    expect([1900, 2000, 2023, 2024, 0, -4].map(isLeapYear)).toEqual([false, true, false, true, true, true]);
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((month) => daysInMonth(2026, month))).toEqual([
      31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
    ]);
    expect(daysInMonth(2028, 2)).toBe(29);
  });
});

describe('reading an instant', () => {
  it.each([
    ['2026-01-01', '2026-01-01T00:00:00Z'],
    ['2026-01-01 00:00:00', '2026-01-01T00:00:00Z'],
    ['2026-01-01 00:00:00+00', '2026-01-01T00:00:00Z'],
    ['2026-01-01T12:30', '2026-01-01T12:30:00Z'],
    ['2026-06-30 23:59:59.999999+00', '2026-06-30T23:59:59.999999Z'],
    ['2026-06-30 23:59:59.5', '2026-06-30T23:59:59.500000Z'],
    ['2026-01-01 00:00:00+05:30', '2025-12-31T18:30:00Z'],
    ['2026-01-01 00:00:00-0330', '2026-01-01T03:30:00Z'],
    ['1890-01-01 00:00:00+00:19:32', '1889-12-31T23:40:28Z'],
    ['2026-12-31 24:00:00', '2027-01-01T00:00:00Z'],
    ['2026-12-31 23:59:60', '2027-01-01T00:00:00Z'],
    ['2028-02-29', '2028-02-29T00:00:00Z'],
    ['0044-03-15 BC', '-0043-03-15T00:00:00Z'],
    ['0001-12-31 23:59:59+00 BC', '0000-12-31T23:59:59Z'],
    ['0005-02-29 BC', '-0004-02-29T00:00:00Z'],
    ['12026-01-01', '12026-01-01T00:00:00Z'],
    ['275760-09-13', '275760-09-13T00:00:00Z'],
  ])('reads %s', (text, expected) => {
    const instant = parseInstant(text);
    expect(instant === undefined ? undefined : formatInstant(instant)).toBe(expected);
  });

  it.each([
    'infinity',
    '-infinity',
    '',
    'yesterday',
    '2026-13-01',
    '2026-00-01',
    '2026-01-00',
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-01-01 24:00:01',
    '2026-01-01 25:00:00',
    '2026-01-01 00:60:00',
    '2026-01-01 00:00:61',
    '2026-01-01 00:00:00+16',
    '2026-01-01 00:00:00+01:60',
    '2026-01-01 00:00:00.1234567',
    '0000-01-01 BC',
    '-0001-01-01 BC',
    '275760-09-14',
    '275760-09-13 00:00:00.000001',
    '275760-09-13 00:00:00-01',
    '294276-12-31 23:59:59.999999+00',
    '999999-01-01',
    '271823-01-01 BC',
    ' 2026-01-01',
  ])('makes nothing of "%s"', (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });
});

describe('writing an instant', () => {
  it('shows time and microseconds only where there are any', () => {
    const day = instantOf({ year: 2026, month: 11, day: 2 });
    expect(formatDay(day + SECOND)).toBe('2026-11-02');
    expect([day, day + SECOND, day + MICROSECOND].map(formatInstant)).toEqual([
      '2026-11-02T00:00:00Z',
      '2026-11-02T00:00:01Z',
      '2026-11-02T00:00:00.000001Z',
    ]);
    expect([day, day + 3_600n * SECOND, day - MICROSECOND].map(formatShort)).toEqual([
      '2026-11-02',
      '2026-11-02 01:00:00',
      '2026-11-01 23:59:59.999999',
    ]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { formatShort, parseInstant } from '../../src/domain/instant.ts';
import { bareName, claimOf, isTrueOf } from '../../src/domain/partition-name.ts';
import type { Span } from '../../src/domain/range.ts';

const span = (lower: string, upper: string): Span => ({
  lower: parseInstant(lower) ?? 0n,
  upper: parseInstant(upper) ?? 0n,
});

const read = (name: string): string | undefined => {
  const claim = claimOf(name, 'booking');
  return claim && `${claim.unit} ${formatShort(claim.span.lower)} ${formatShort(claim.span.upper)}`;
};

describe('what a name says', () => {
  it.each([
    ['booking_2026', 'year 2026-01-01 2027-01-01'],
    ['booking_y2026', 'year 2026-01-01 2027-01-01'],
    ['booking_2026_02', 'month 2026-02-01 2026-03-01'],
    ['booking_202602', 'month 2026-02-01 2026-03-01'],
    ['booking2026-02', 'month 2026-02-01 2026-03-01'],
    ['booking_p2026_12', 'month 2026-12-01 2027-01-01'],
    ['booking_y2026m2', 'month 2026-02-01 2026-03-01'],
    ['bookings_2026_02', 'month 2026-02-01 2026-03-01'],
    ['old_booking_2026_02', 'month 2026-02-01 2026-03-01'],
    ['booking_2024_02_29', 'day 2024-02-29 2024-03-01'],
    ['booking_p20260105', 'day 2026-01-05 2026-01-06'],
    ['booking_y2026m01d05', 'day 2026-01-05 2026-01-06'],
    ['booking_2026q3', 'quarter 2026-07-01 2026-10-01'],
    ['booking_2026_q3', 'quarter 2026-07-01 2026-10-01'],
    ['booking_Q3_2026', 'quarter 2026-07-01 2026-10-01'],
    ['booking_2026h2', 'half 2026-07-01 2027-01-01'],
    ['booking_2026w03', 'week 2026-01-12 2026-01-19'],
    ['booking_2026_w01', 'week 2025-12-29 2026-01-05'],
    ['booking_2020w53', 'week 2020-12-28 2021-01-04'],
    ['booking_20260101_20260401', 'span 2026-01-01 2026-04-02'],
    ['booking_2026_01_to_2026_03', 'span 2026-01-01 2026-04-01'],
    ['booking_2026_2027', 'span 2026-01-01 2028-01-01'],
  ])('%s', (name, said) => expect(read(name)).toBe(said));

  it.each([
    'booking',
    'booking_default',
    'booking_17',
    'booking_2026_13',
    'booking_2026_1',
    'booking_2026_02_30',
    'booking_20260105_130000',
    'booking_20260105_205012',
    'booking_2026_01_05_2000',
    'booking_2026_01_05_13',
    'booking_05_2026',
    'booking_05_2026_01',
    'booking_2026_02_v2',
    'booking_2026w54',
    'booking_2500_01',
    'booking_until_2025',
    'booking_before_2026_01',
    'booking_to_2026_01',
    'booking_from_2026',
    'booking_history_2019',
    'booking_lt2026',
    'booking_20260301_20260101',
  ])('%s says nothing', (name) => expect(read(name)).toBeUndefined());

  it('is read without the number that the parent has in its name', () => {
    expect(claimOf('booking_2026_1', 'booking_2026')).toBeUndefined();
    expect(claimOf('booking_2026_2026_02', 'booking_2026')?.words).toBe('2026-02');
  });
});

const isTrue = (name: string, range: Span, local = false): boolean => {
  const claim = claimOf(name, 'booking');
  if (!claim) throw new Error(`${name} says nothing`);
  return isTrueOf(claim, range, local);
};

describe('the truth of a name', () => {
  it.each([
    ['2026_02', '2026-02-01', '2026-03-01'],
    ['2026_04', '2026-04-01', '2026-07-01'],
    ['2026_01', '2026-01-01', '2027-01-01'],
    ['2026_11', '2026-11-22', '2026-12-01'],
    ['2026_03', '2026-01-12', '2026-01-19'],
    ['2026_01_05', '2026-01-05', '2026-01-12'],
    ['2026_01_05', '2026-01-05 06:00:00', '2026-01-05 07:00:00'],
    ['2026q3', '2026-07-01', '2026-10-01'],
    ['2026h2', '2026-10-01', '2027-01-01'],
    ['2026', '2026-01-01', '2027-01-01'],
    ['2026', '2025-10-01', '2026-10-01'],
    ['2026', '2026-04-01', '2027-04-01'],
    ['2026w03', '2026-01-12', '2026-01-19'],
    ['2026w03', '2026-01-11', '2026-01-18'],
    ['2026w03', '2026-01-15', '2026-01-22'],
    ['2026_01_2026_03', '2026-01-01', '2026-04-01'],
    ['2026_01_2026_03', '2026-01-01', '2026-03-01'],
    ['2026_2027', '2026-07-01', '2027-07-01'],
  ])('booking_%s may be called so: [%s, %s)', (name, lower, upper) =>
    expect(isTrue(`booking_${name}`, span(lower, upper))).toBe(true),
  );

  it.each([
    ['2026_02', '2026-03-01', '2026-04-01'],
    ['2026_02', '2026-01-01', '2026-02-01'],
    ['2026_02', '2025-02-01', '2025-03-01'],
    ['2026_03', '2026-01-01', '2026-04-01'],
    ['2026_02', '2026-01-31', '2026-02-28'],
    ['2026_01_05', '2026-01-06', '2026-01-07'],
    ['2026q3', '2026-10-01', '2027-01-01'],
    ['2026q3', '2026-07-01', '2027-01-01'],
    ['2026h1', '2026-07-01', '2027-01-01'],
    ['2026', '2027-01-01', '2028-01-01'],
    ['2026', '2025-01-01', '2027-01-01'],
    ['2026w03', '2026-01-19', '2026-01-26'],
    ['2026_01_2026_03', '2026-02-01', '2026-04-01'],
    ['2026_01_2026_03', '2026-01-01', '2026-02-01'],
    ['2026_01_2026_03', '2026-01-01', '2026-05-01'],
  ])('booking_%s is a lie about [%s, %s)', (name, lower, upper) =>
    expect(isTrue(`booking_${name}`, span(lower, upper))).toBe(false),
  );

  it('is that of midnights in some zone, where the key has one', () => {
    const kolkata = span('2026-01-31 18:30:00', '2026-02-28 18:30:00');
    expect(isTrue('booking_2026_02', kolkata, true)).toBe(true);
    expect(isTrue('booking_2026_02', kolkata)).toBe(false);
    expect(isTrue('booking_2026_02', span('2026-02-01 08:00:00', '2026-03-01 08:00:00'), true)).toBe(true);
    expect(isTrue('booking_2026q1', span('2025-12-31 23:00:00', '2026-03-31 22:00:00'), true)).toBe(true);
    expect(isTrue('booking_2026_01_05', span('2026-01-06 00:00:00', '2026-01-07 00:00:00'), true)).toBe(
      false,
    );
  });
});

it('a printed name is read without its schema and quotes', () => {
  expect(['public.a', 'a', '"my.schema"."a""b"', 's."A"'].map(bareName)).toEqual(['a', 'a', 'a"b', 'A']);
});

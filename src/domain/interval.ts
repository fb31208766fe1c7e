/** A partition interval: months, days and microseconds apart, as PostgreSQL keeps them, and the names that it goes by. */
import { calendarDayOf, DAY, daysInMonth, type Instant, instantOf } from './instant.ts';

export interface Interval {
  readonly months: number;
  readonly days: number;
  readonly microseconds: bigint;
}

export const INTERVAL_NAMES = ['daily', 'weekly', 'monthly', 'quarterly', 'half-yearly', 'yearly'] as const;

export type IntervalName = (typeof INTERVAL_NAMES)[number];

const months = (n: number): Interval => ({ months: n, days: 0, microseconds: 0n });
const days = (n: number): Interval => ({ months: 0, days: n, microseconds: 0n });

const BY_NAME: Readonly<Record<IntervalName, Interval>> = {
  daily: days(1),
  weekly: days(7),
  monthly: months(1),
  quarterly: months(3),
  'half-yearly': months(6),
  yearly: months(12),
};

export const intervalOf = (name: IntervalName): Interval => BY_NAME[name];

export const isIntervalName = (text: string): text is IntervalName =>
  (INTERVAL_NAMES as readonly string[]).includes(text);

/**
 * The nth bound of a series: anchor + n * interval, with the day of the month cut to the month's length as PostgreSQL does.
 * Always counted from the anchor, never from the bound before (31 January would drift).
 */
export function nthBound(anchor: Instant, interval: Interval, n: number): Instant {
  const { year, month, day } = calendarDayOf(anchor);
  const monthIndex = year * 12 + (month - 1) + interval.months * n;
  const targetYear = Math.floor(monthIndex / 12);
  const targetMonth = monthIndex - targetYear * 12 + 1;
  const ofDay = anchor - instantOf({ year, month, day });
  const targetDay = Math.min(day, daysInMonth(targetYear, targetMonth));
  return (
    instantOf({ year: targetYear, month: targetMonth, day: targetDay }) +
    ofDay +
    BigInt(n) * (BigInt(interval.days) * DAY + interval.microseconds)
  );
}

/**
 * Whether [lower, upper) is exactly one interval long, by the calendar, counted from either end:
 * in a series from 31 January, 28 February to 31 March is a month.
 */
export const isOneInterval = (lower: Instant, upper: Instant, interval: Interval): boolean =>
  nthBound(lower, interval, 1) === upper || nthBound(upper, interval, -1) === lower;

/** The same, give or take `slack` microseconds: bounds at midnight of a zone move by an hour with its clocks. */
export function isAboutOneInterval(
  { lower, upper }: { readonly lower: Instant; readonly upper: Instant },
  interval: Interval,
  slack: bigint,
): boolean {
  const near = (a: Instant, b: Instant): boolean => (a < b ? b - a : a - b) <= slack;
  return near(nthBound(lower, interval, 1), upper) || near(nthBound(upper, interval, -1), lower);
}

/** Partitions a year, where a year is a whole number of them in months. */
export const partitionsPerYear = (interval: Interval): number | undefined =>
  interval.months > 0 && interval.days === 0 && interval.microseconds === 0n && 12 % interval.months === 0
    ? 12 / interval.months
    : undefined;

/** As an SQL interval literal's text: `3 months`, `7 days`. */
export function formatInterval(interval: Interval): string {
  const parts: string[] = [];
  if (interval.months !== 0) parts.push(`${interval.months} ${interval.months === 1 ? 'month' : 'months'}`);
  if (interval.days !== 0) parts.push(`${interval.days} ${interval.days === 1 ? 'day' : 'days'}`);
  if (interval.microseconds !== 0n) parts.push(`${interval.microseconds} microseconds`);
  return parts.join(' ') || '0 days';
}

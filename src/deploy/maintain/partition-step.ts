/** The interval that a table is on: what its newest partitions are long. */
import { calendarDayOf, DAY, type Instant } from '../../domain/instant.ts';
import type { Interval } from '../../domain/interval.ts';
import { finiteSpans, type Layout } from '../../domain/layout.ts';

const WHOLE_MONTHS = [1, 2, 3, 4, 6, 12];
const MOST_DAYS = 366;

/** @returns undefined where it has no partition with two ends, or the newest is neither whole months nor days long. */
export function stepOf(layout: Layout): Interval | undefined {
  const newest = finiteSpans(layout).at(-1);
  if (newest === undefined) return undefined;
  const months = monthsBetween(newest.lower, newest.upper);
  if (months !== undefined && WHOLE_MONTHS.includes(months)) return { months, days: 0, microseconds: 0n };
  const length = newest.upper - newest.lower;
  const days = Number(length / DAY);
  return length % DAY === 0n && days >= 1 && days <= MOST_DAYS
    ? { months: 0, days, microseconds: 0n }
    : undefined;
}

/** From the first of a month to the first of another. */
function monthsBetween(lower: Instant, upper: Instant): number | undefined {
  const [from, to] = [calendarDayOf(lower), calendarDayOf(upper)];
  const areFirsts = lower % DAY === 0n && upper % DAY === 0n && from.day === 1 && to.day === 1;
  return areFirsts ? (to.year - from.year) * 12 + to.month - from.month : undefined;
}

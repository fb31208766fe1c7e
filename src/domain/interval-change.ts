/** What another interval would come to: partitions that stay, go and are made, and the rows that would lie elsewhere. */
import { calendarDayOf, DAY, type Instant, instantOf } from './instant.ts';
import { INTERVAL_NAMES, type IntervalName, intervalOf, isOneInterval } from './interval.ts';
import type { Span } from './range.ts';

/** A partition with two finite ends. */
export interface Movable {
  /** In the wall clock's time of the zone that its bounds are midnights of. */
  readonly span: Span;
  /** Undefined where nobody knows. */
  readonly rows?: number;
  readonly bytes?: number;
}

export interface IntervalChange {
  readonly interval: IntervalName;
  readonly stay: number;
  readonly go: number;
  readonly make: number;
  /** Undefined where a partition that goes has rows that nobody has estimated. */
  readonly rows?: number;
  /** Undefined where one that has rows could not be measured. */
  readonly bytes?: number;
  /** Of those that go, the ones that begin after now: what a change from now on concerns. */
  readonly ahead: { readonly go: number; readonly rows?: number };
}

/** Monday 3 January 2000: days are counted from there. */
const MONDAY = instantOf({ year: 2000, month: 1, day: 3 });

/** The number of the interval that an instant lies in: months from January on, days from a Monday on. */
function placeOf(at: Instant, interval: IntervalName): number {
  const { months, days } = intervalOf(interval);
  if (months > 0) {
    const { year, month } = calendarDayOf(at);
    return Math.floor((year * 12 + month - 1) / months);
  }
  const passed = at - MONDAY;
  const length = BigInt(days) * DAY;
  return Number(passed >= 0n ? passed / length : -((-passed + length - 1n) / length));
}

const isOnInterval = ({ lower, upper }: Span, interval: IntervalName): boolean =>
  isOneInterval(lower, upper, intervalOf(interval)) &&
  placeOf(lower, interval) === placeOf(upper - 1n, interval);

/** @param now in the same wall clock's time. */
export function changeTo(
  interval: IntervalName,
  partitions: readonly Movable[],
  now: Instant,
): IntervalChange {
  const going = partitions
    .filter(({ span }) => !isOnInterval(span, interval))
    .sort((a, b) => (a.span.lower < b.span.lower ? -1 : 1));
  const ahead = going.filter(({ span }) => span.lower > now);
  let [make, last] = [0, -Infinity];
  for (const { span } of going) {
    const [from, to] = [
      Math.max(placeOf(span.lower, interval), last + 1),
      placeOf(span.upper - 1n, interval),
    ];
    make += Math.max(0, to - from + 1);
    last = Math.max(last, to);
  }
  return {
    interval,
    stay: partitions.length - going.length,
    go: going.length,
    make,
    ...rowsOf(going),
    ...bytesOf(going.filter(({ rows }) => rows !== 0)),
    ahead: { go: ahead.length, ...rowsOf(ahead) },
  };
}

const rowsOf = (partitions: readonly Movable[]): { rows?: number } =>
  partitions.every(({ rows }) => rows !== undefined)
    ? { rows: partitions.reduce((sum, { rows }) => sum + (rows ?? 0), 0) }
    : {};

const bytesOf = (partitions: readonly Movable[]): { bytes?: number } =>
  partitions.every(({ bytes }) => bytes !== undefined)
    ? { bytes: partitions.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0) }
    : {};

/** Of each interval that not all partitions are of already, the shortest first. */
export const changesOf = (partitions: readonly Movable[], now: Instant): IntervalChange[] =>
  partitions.length === 0
    ? []
    : INTERVAL_NAMES.map((name) => changeTo(name, partitions, now)).filter(({ go }) => go > 0);

/** How many partitions are of which interval, and how many of none, by their number. */
export function intervalsAmong(
  spans: readonly Span[],
): { readonly interval: IntervalName | undefined; readonly partitions: number }[] {
  const found = new Map<IntervalName | undefined, number>();
  for (const { lower, upper } of spans) {
    const name = INTERVAL_NAMES.find((one) => isOneInterval(lower, upper, intervalOf(one)));
    found.set(name, (found.get(name) ?? 0) + 1);
  }
  return [...found]
    .map(([interval, partitions]) => ({ interval, partitions }))
    .sort((a, b) => b.partitions - a.partitions);
}

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

/** A partition with what each interval asks of it: the calendar is asked once. */
interface Placed extends Movable {
  /** Months since year 0 of its first and its last instant. */
  readonly months: readonly [number, number];
  /** Days since that Monday. */
  readonly days: readonly [number, number];
}

const monthOf = (at: Instant): number => {
  const { year, month } = calendarDayOf(at);
  return year * 12 + month - 1;
};

const dayOf = (at: Instant): number => {
  const passed = at - MONDAY;
  return Number(passed >= 0n ? passed / DAY : -((-passed + DAY - 1n) / DAY));
};

function placed(partition: Movable): Placed {
  const { lower, upper } = partition.span;
  const last = upper - 1n;
  return { ...partition, months: [monthOf(lower), monthOf(last)], days: [dayOf(lower), dayOf(last)] };
}

/** The number of the interval that its first (0) or last (1) instant lies in: months from January on, days from a Monday on. */
function placeOf(partition: Placed, end: 0 | 1, interval: IntervalName): number {
  const { months, days } = intervalOf(interval);
  return months > 0 ? Math.floor(partition.months[end] / months) : Math.floor(partition.days[end] / days);
}

const isOnInterval = (partition: Placed, interval: IntervalName): boolean =>
  placeOf(partition, 0, interval) === placeOf(partition, 1, interval) && isOfLength(partition.span, interval);

/** The calendar is asked only where the length may be right. */
function isOfLength({ lower, upper }: Span, interval: IntervalName): boolean {
  const { months, days } = intervalOf(interval);
  const length = upper - lower;
  const [least, most] = [BigInt(months * 28 + days) * DAY, BigInt(months * 31 + days) * DAY];
  return length >= least && length <= most && isOneInterval(lower, upper, intervalOf(interval));
}

/** @param now in the same wall clock's time. */
export const changeTo = (
  interval: IntervalName,
  partitions: readonly Movable[],
  now: Instant,
): IntervalChange => changeFrom(interval, inOrder(partitions), now);

const inOrder = (partitions: readonly Movable[]): Placed[] =>
  partitions.map(placed).sort((a, b) => (a.span.lower < b.span.lower ? -1 : 1));

function changeFrom(interval: IntervalName, sorted: readonly Placed[], now: Instant): IntervalChange {
  const going = sorted.filter((one) => !isOnInterval(one, interval));
  const ahead = going.filter(({ span }) => span.lower > now);
  let [make, last] = [0, -Infinity];
  for (const one of going) {
    const [from, to] = [Math.max(placeOf(one, 0, interval), last + 1), placeOf(one, 1, interval)];
    make += Math.max(0, to - from + 1);
    last = Math.max(last, to);
  }
  return {
    interval,
    stay: sorted.length - going.length,
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
export function changesOf(partitions: readonly Movable[], now: Instant): IntervalChange[] {
  if (partitions.length === 0) return [];
  const sorted = inOrder(partitions);
  return INTERVAL_NAMES.map((name) => changeFrom(name, sorted, now)).filter(({ go }) => go > 0);
}

/** How many partitions are of which interval, and how many of none, by their number. */
export function intervalsAmong(
  spans: readonly Span[],
): { readonly interval: IntervalName | undefined; readonly partitions: number }[] {
  const found = new Map<IntervalName | undefined, number>();
  for (const span of spans) {
    const name = INTERVAL_NAMES.find((one) => isOfLength(span, one));
    found.set(name, (found.get(name) ?? 0) + 1);
  }
  return [...found]
    .map(([interval, partitions]) => ({ interval, partitions }))
    .sort((a, b) => b.partitions - a.partitions);
}

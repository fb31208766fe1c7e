/** An instant as microseconds since 1970-01-01T00:00:00Z, PostgreSQL's own resolution; date and timestamp count as UTC. */

/** Microseconds since the epoch. */
export type Instant = bigint;

export const MICROSECOND = 1n;
export const SECOND = 1_000_000n;
export const DAY = 86_400n * SECOND;

/** Year, month (1 to 12) and day of the UTC calendar. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const floorDiv = (a: bigint, b: bigint): bigint => (a >= 0n ? a / b : -((-a + b - 1n) / b));

/** The farthest from the epoch that a calendar date can be told of, by the limits of JavaScript's Date. */
const FARTHEST = 100_000_000n * DAY;

/**
 * Midnight UTC of a calendar day; months outside 1 to 12 carry over into the year.
 * @throws RangeError past the years -271821 to 275760.
 */
export function instantOf({ year, month, day }: CalendarDay): Instant {
  return BigInt(new Date(0).setUTCFullYear(year, month - 1, day)) * 1_000n;
}

/** The UTC calendar day that an instant falls on, in the proleptic Gregorian calendar. */
export function calendarDayOf(instant: Instant): CalendarDay {
  const date = new Date(Number(floorDiv(instant, DAY)) * 86_400_000);
  if (Number.isNaN(date.getTime())) throw new RangeError(`${instant} microseconds is past the calendar`);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days of a month (1 to 12). */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

const pad = (n: number, width = 2): string => String(n).padStart(width, '0');

/** `2026-01-31`. */
export function formatDay(instant: Instant): string {
  const { year, month, day } = calendarDayOf(instant);
  const sign = year < 0 ? '-' : '';
  return `${sign}${pad(Math.abs(year), 4)}-${pad(month)}-${pad(day)}`;
}

/** ISO 8601 in UTC, with microseconds only where there are any: `2026-01-01T00:00:00Z`. */
export function formatInstant(instant: Instant): string {
  const ofDay = instant - floorDiv(instant, DAY) * DAY;
  const seconds = Number(ofDay / SECOND);
  const micros = Number(ofDay % SECOND);
  const clock = `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
  return `${formatDay(instant)}T${clock}${micros === 0 ? '' : `.${pad(micros, 6)}`}Z`;
}

/** A date where the instant is midnight, otherwise date and time: for people. */
export function formatShort(instant: Instant): string {
  return instant % DAY === 0n
    ? formatDay(instant)
    : formatInstant(instant).replace('T', ' ').replace('Z', '');
}

const ISO =
  /^(-?\d{4,6})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,6}))?)?)?(Z|[+-]\d{2}(?::?\d{2}(?::?\d{2})?)?)?( BC)?$/;

/**
 * Reads what PostgreSQL prints under DateStyle ISO, or an ISO 8601 date or time; without an offset it is UTC.
 * @returns undefined where the text is no finite instant, or one past the calendar.
 */
export function parseInstant(text: string): Instant | undefined {
  const m = ISO.exec(text);
  if (!m) return undefined;
  const [, y = '', mo, d, h = '0', mi = '0', s = '0', f = '', zone = 'Z', bc] = m;
  if (bc && Number(y) < 1) return undefined;
  const year = bc ? 1 - Number(y) : Number(y);
  const month = Number(mo);
  const day = Number(d);
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  if (Number(mi) > 59 || Number(s) > 60) return undefined;
  const midnight = new Date(0).setUTCFullYear(year, month - 1, day);
  const ofDay = BigInt(Number(h) * 3600 + Number(mi) * 60 + Number(s)) * SECOND + BigInt(f.padEnd(6, '0'));
  const offset = offsetOf(zone);
  if (Number.isNaN(midnight) || ofDay > DAY || offset === undefined) return undefined;
  const instant = BigInt(midnight) * 1_000n + ofDay - offset;
  return instant < -FARTHEST || instant > FARTHEST ? undefined : instant;
}

function offsetOf(zone: string): bigint | undefined {
  if (zone === 'Z') return 0n;
  const [h = '0', m = '0', s = '0'] = zone.slice(1).match(/\d{2}/g) ?? [];
  if (Number(h) > 15 || Number(m) > 59 || Number(s) > 59) return undefined;
  const seconds = BigInt(Number(h) * 3600 + Number(m) * 60 + Number(s)) * SECOND;
  return zone.startsWith('-') ? -seconds : seconds;
}

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

/** Midnight UTC of a calendar day; months outside 1 to 12 carry over into the year. */
export function instantOf({ year, month, day }: CalendarDay): Instant {
  return dayNumber(year, month, day) * DAY;
}

/** Days since the epoch, proleptic Gregorian (Howard Hinnant, "chrono-compatible low-level date algorithms"). */
function dayNumber(year: number, month: number, day: number): bigint {
  const monthIndex = month - 1;
  const y0 = year + Math.floor(monthIndex / 12);
  const m = (((monthIndex % 12) + 12) % 12) + 1;
  const y = m <= 2 ? y0 - 1 : y0;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (m > 2 ? m - 3 : m + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return BigInt(era * 146_097 + dayOfEra - 719_468);
}

/** The UTC calendar day that an instant falls on. */
export function calendarDayOf(instant: Instant): CalendarDay {
  const z = Number(floorDiv(instant, DAY)) + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * mp + 2) / 5) + 1,
  };
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
 * @returns undefined where the text is no finite instant.
 */
export function parseInstant(text: string): Instant | undefined {
  const m = ISO.exec(text);
  if (!m) return undefined;
  const [, y, mo, d, h = '0', mi = '0', s = '0', f = '', zone = 'Z', bc] = m;
  const year = bc ? 1 - Number(y) : Number(y);
  const month = Number(mo);
  const day = Number(d);
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  if (Number(h) > 24 || Number(mi) > 59 || Number(s) > 60) return undefined;
  const clock = BigInt(Number(h) * 3600 + Number(mi) * 60 + Number(s)) * SECOND + BigInt(f.padEnd(6, '0'));
  return instantOf({ year, month, day }) + clock - offsetOf(zone);
}

function offsetOf(zone: string): bigint {
  if (zone === 'Z') return 0n;
  const [h = '0', m = '0', s = '0'] = zone.slice(1).match(/\d{2}/g) ?? [];
  const seconds = BigInt(Number(h) * 3600 + Number(m) * 60 + Number(s)) * SECOND;
  return zone.startsWith('-') ? -seconds : seconds;
}

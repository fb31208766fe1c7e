/** Gate: outside of the maintenance window nothing is changed. */
import type { Refusal } from '../../domain/deployment.ts';
import { type Instant, SECOND } from '../../domain/instant.ts';
import type { MaintenanceWindow } from '../../settings/validate-settings.ts';

const MINUTE = 60n * SECOND;
const DAY_MINUTES = 24 * 60;
/** A weekly window that a clock change swallows opens a week later: so far is looked. */
const FARTHEST_MINUTES = 15 * DAY_MINUTES;

/** An instant that long afterwards: another run may hold the lock until the window has shut. */
export const later = (instant: Instant, ms: number): Instant => instant + BigInt(Math.round(ms * 1000));

/** @param now the instant at which the first change would be made. */
export function windowGate(window: MaintenanceWindow | undefined, now: Instant): Refusal | undefined {
  if (window === undefined || isOpen(window, now)) return undefined;
  const next = nextOpening(window, now);
  const told =
    next === undefined ? 'it does not open within 15 days' : `it opens next at ${bothZones(next, window)}`;
  return {
    gate: 'window',
    message: `outside of the maintenance window (${describeWindow(window)}): ${told}`,
    hint: 'Run it again then: what is pending stays pending. --dry-run and plan change nothing, and are not held back.',
  };
}

/** By the wall clock of its zone: where that is set back, the hour that comes twice counts twice. */
export function isOpen(window: MaintenanceWindow, now: Instant): boolean {
  const { weekday, minute } = wallClock(window.zone)(now);
  const { weekdays, fromMinute, toMinute } = window;
  if (fromMinute < toMinute) return weekdays.includes(weekday) && minute >= fromMinute && minute < toMinute;
  const hasBegun = weekdays.includes(weekday) && minute >= fromMinute;
  const isStillOn = weekdays.includes((weekday + 6) % 7) && minute < toMinute;
  return hasBegun || isStillOn;
}

/** @returns the first whole minute after `now` at which it is open; undefined where there is none within 15 days. */
export function nextOpening(window: MaintenanceWindow, now: Instant): Instant | undefined {
  const first = now - (now % MINUTE) + MINUTE;
  for (let minutes = 0; minutes <= FARTHEST_MINUTES; minutes += 1) {
    const at = first + BigInt(minutes) * MINUTE;
    if (isOpen(window, at)) return at;
  }
  return undefined;
}

const NAMES = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** As the configuration would have it. */
export function describeWindow({ weekdays, fromMinute, toMinute, zone }: MaintenanceWindow): string {
  const days = weekdays.map((day) => NAMES[day] ?? '').join(',');
  return `${days} ${clock(fromMinute)}-${clock(toMinute)} ${zone}`;
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** In the window's zone, and in UTC where that is another. */
function bothZones(at: Instant, { zone }: MaintenanceWindow): string {
  const utc = isoMinute(at, 'UTC');
  const there = isoMinute(at, zone);
  return there === utc ? `${utc} ${zone}` : `${there} ${zone} (${utc} UTC)`;
}

function isoMinute(at: Instant, zone: string): string {
  const { date, minute } = wallClock(zone)(at);
  return `${date} ${clock(minute)}`;
}

interface WallClock {
  /** `2026-11-23`. */
  readonly date: string;
  /** 0 is Sunday. */
  readonly weekday: number;
  /** Of the day. */
  readonly minute: number;
}

const clocks = new Map<string, (at: Instant) => WallClock>();

function wallClock(zone: string): (at: Instant) => WallClock {
  const known = clocks.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const read = (at: Instant): WallClock => {
    const parts = new Map(format.formatToParts(Number(at / 1000n)).map(({ type, value }) => [type, value]));
    const of = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
    return {
      date: `${of('year')}-${of('month')}-${of('day')}`,
      weekday: NAMES.indexOf(of('weekday')),
      minute: Number(of('hour')) * 60 + Number(of('minute')),
    };
  };
  clocks.set(zone, read);
  return read;
}

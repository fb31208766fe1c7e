/** Rules of time in the configuration: how long rows are kept, and when maintenance may run. */
import type { Interval } from '../domain/interval.ts';
import { quoted } from './nearest-name.ts';
import { type Parsed, right, wrong } from './parsed.ts';
import type { MaintenanceWindow } from './validate-settings.ts';

const UNITS: Readonly<Record<string, { readonly months: number; readonly days: number }>> = {
  year: { months: 12, days: 0 },
  month: { months: 1, days: 0 },
  week: { months: 0, days: 7 },
  day: { months: 0, days: 1 },
};

/** `24 months`, `1 year 6 months`, `90 days`. */
export function parseKeep(text: string): Parsed<Interval> {
  const fault = wrong(
    `${quoted(text)} is not how long rows are kept; it looks like "24 months" or "90 days"`,
  );
  const words = text.trim().split(/\s+/);
  let months = 0;
  let days = 0;
  for (let i = 0; i < words.length; i += 2) {
    const unit = UNITS[(words[i + 1] ?? '').toLowerCase().replace(/s$/, '')];
    if (!unit || !/^\d{1,5}$/.test(words[i] ?? '')) return fault;
    months += Number(words[i]) * unit.months;
    days += Number(words[i]) * unit.days;
  }
  return months + days > 0 ? right({ months, days, microseconds: 0n }) : fault;
}

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const WINDOW = /^(\S+)\s+(\d{2}):(\d{2})-(\d{2}):(\d{2})\s+(\S+)$/;

/** `Sun 01:00-05:00 UTC`, `Mon-Fri 22:00-04:00 Europe/Zurich`, `Sat,Sun 00:00-24:00 UTC`. */
export function parseMaintenanceWindow(text: string): Parsed<MaintenanceWindow> {
  const [, days = '', fromHour, fromMinutes, toHour, toMinutes, zone = ''] = WINDOW.exec(text.trim()) ?? [];
  const weekdays = parseWeekdays(days);
  const fromMinute = minuteOfDay(fromHour, fromMinutes);
  const toMinute = minuteOfDay(toHour, toMinutes);
  if (!weekdays || fromMinute === undefined || toMinute === undefined || fromMinute === toMinute) {
    return wrong(`${quoted(text)} is not a maintenance window; it looks like "Sun 01:00-05:00 UTC"`);
  }
  if (!isTimeZone(zone)) return wrong(`${quoted(zone)} is not a time zone; UTC and Europe/Zurich are`);
  return right({ weekdays, fromMinute, toMinute, zone });
}

function parseWeekdays(text: string): number[] | undefined {
  const weekdays = new Set<number>();
  for (const part of text.toLowerCase().split(',')) {
    const [from = '', to = from, ...more] = part.split('-');
    const first = DAYS.indexOf(from);
    const last = DAYS.indexOf(to);
    if (first < 0 || last < 0 || more.length > 0) return undefined;
    for (let day = first; ; day = (day + 1) % 7) {
      weekdays.add(day);
      if (day === last) break;
    }
  }
  return [...weekdays].sort((a, b) => a - b);
}

function minuteOfDay(hour: string | undefined, minute: string | undefined): number | undefined {
  const minutes = Number(hour) * 60 + Number(minute);
  return Number(minute) < 60 && minutes <= 24 * 60 ? minutes : undefined;
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** Wall clocks: what the clocks of a time zone show at an instant. */
import type { Instant } from './instant.ts';
import { DAY } from './instant.ts';

/** Wall clock's time as if it were UTC's. */
export type WallClock = (at: Instant) => Instant;

/** @returns undefined where the zone is not known here; PostgreSQL knows some by names of its own. */
export function wallClockOf(zone: string): WallClock | undefined {
  if (/^(?:UTC|GMT|Etc\/(?:UTC|GMT)|UCT|Zulu)$/i.test(zone)) return (at) => at;
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  } catch {
    return undefined;
  }
  return (at) => at + offsetAt(format, at);
}

const OFFSET = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/;

/** In microseconds; east of Greenwich is positive. */
function offsetAt(format: Intl.DateTimeFormat, at: Instant): bigint {
  const [, sign, h = '0', m = '0', s = '0'] = OFFSET.exec(format.format(new Date(Number(at / 1000n)))) ?? [];
  const seconds = BigInt(Number(h) * 3600 + Number(m) * 60 + Number(s));
  return (sign === '-' ? -seconds : seconds) * 1_000_000n;
}

/** Whether all instants are midnights there. */
export const areMidnights = (instants: readonly Instant[], wall: WallClock): boolean =>
  instants.every((at) => wall(at) % DAY === 0n);

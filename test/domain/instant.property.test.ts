import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  calendarDayOf,
  DAY,
  daysInMonth,
  formatInstant,
  formatShort,
  instantOf,
  parseInstant,
} from '../../src/domain/instant.ts';
import { CASES } from './arbitraries.ts';

/** From the year -271821 to 275760, the ends included. */
const anyInstant = fc.bigInt({ min: -100_000_000n * DAY, max: 100_000_000n * DAY });

describe('instants', () => {
  it('are read back as they were written', () => {
    fc.assert(
      fc.property(anyInstant, (instant) => {
        expect(parseInstant(formatInstant(instant))).toBe(instant);
        expect(parseInstant(formatShort(instant))).toBe(instant);
      }),
      CASES,
    );
  });

  it('are read as PostgreSQL prints them, before Christ and after', () => {
    fc.assert(
      fc.property(anyInstant, (instant) => {
        const { year } = calendarDayOf(instant);
        const rest = formatInstant(instant)
          .replace(/^-?\d+/, '')
          .replace('T', ' ')
          .replace('Z', '+00');
        const printed = `${String(year > 0 ? year : 1 - year).padStart(4, '0')}${rest}${year > 0 ? '' : ' BC'}`;
        expect(parseInstant(printed)).toBe(instant);
      }),
      CASES,
    );
  });

  it('move by their offset, whichever way it is written', () => {
    const offset = fc.integer({ min: -(16 * 60 - 1), max: 16 * 60 - 1 });
    fc.assert(
      fc.property(fc.bigInt({ min: -10_000n * DAY, max: 50_000n * DAY }), offset, (instant, minutes) => {
        const pad = (n: number): string => String(n).padStart(2, '0');
        const [h, m] = [pad(Math.floor(Math.abs(minutes) / 60)), pad(Math.abs(minutes) % 60)];
        const local = formatInstant(instant + BigInt(minutes) * 60_000_000n).replace('Z', '');
        for (const zone of [`${h}:${m}`, `${h}${m}`, ...(m === '00' ? [h] : [])])
          expect(parseInstant(`${local}${minutes < 0 ? '-' : '+'}${zone}`)).toBe(instant);
      }),
      CASES,
    );
  });

  it('fall on the calendar day that contains them', () => {
    fc.assert(
      fc.property(anyInstant, (instant) => {
        const day = calendarDayOf(instant);
        const midnight = instantOf(day);
        expect(midnight <= instant && instant < midnight + DAY).toBe(true);
        expect(day.day).toBeLessThanOrEqual(daysInMonth(day.year, day.month));
      }),
      CASES,
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { describeWindow, isOpen, nextOpening, windowGate } from '../../../src/deploy/gates/window.ts';
import { type Instant, parseInstant, SECOND } from '../../../src/domain/instant.ts';
import { parseMaintenanceWindow } from '../../../src/settings/time-rules.ts';
import type { MaintenanceWindow } from '../../../src/settings/validate-settings.ts';

function windowOf(text: string): MaintenanceWindow {
  const parsed = parseMaintenanceWindow(text);
  if (!('value' in parsed)) throw new Error(`not a window: ${text}`);
  return parsed.value;
}

const at = (text: string): Instant => parseInstant(text) ?? 0n;
const MINUTE = 60n * SECOND;

describe('the maintenance window', () => {
  it.each([
    ['Sun 01:00-05:00 UTC', '2026-11-22T01:00:00Z', true],
    ['Sun 01:00-05:00 UTC', '2026-11-22T04:59:59.999999Z', true],
    ['Sun 01:00-05:00 UTC', '2026-11-22T05:00:00Z', false],
    ['Sun 01:00-05:00 UTC', '2026-11-23T01:00:00Z', false],
    // Over midnight: Friday's window ends on Saturday, and nothing of it is on Monday's morning.
    ['Mon-Fri 22:00-04:00 Europe/Zurich', '2026-11-28T02:59:00Z', true],
    ['Mon-Fri 22:00-04:00 Europe/Zurich', '2026-11-28T03:00:00Z', false],
    ['Mon-Fri 22:00-04:00 Europe/Zurich', '2026-11-23T02:00:00Z', false],
    ['Mon-Fri 22:00-04:00 Europe/Zurich', '2026-11-27T21:00:00Z', true],
    ['Sat,Sun 00:00-24:00 UTC', '2026-11-22T23:59:59Z', true],
    ['Sat,Sun 00:00-24:00 UTC', '2026-11-23T00:00:00Z', false],
    // In summer Zurich is two hours ahead.
    ['Sun 01:00-05:00 Europe/Zurich', '2026-07-04T23:30:00Z', true],
    ['Sun 01:00-05:00 Europe/Zurich', '2026-11-22T23:30:00Z', false],
  ])('%s at %s: %s', (text, instant, expected) => {
    expect(isOpen(windowOf(text), at(instant))).toBe(expected);
  });

  it('is open twice where the clock is set back inside of it, and opens late where it is set forward', () => {
    const back = windowOf('Sun 02:00-03:00 Europe/Zurich');
    const open = ['00:00', '00:59', '01:00', '01:59'].map((time) =>
      isOpen(back, at(`2026-10-25T${time}:00Z`)),
    );
    expect(open).toEqual([true, true, true, true]);
    expect(isOpen(back, at('2026-10-25T02:00:00Z'))).toBe(false);
    // On 2026-03-29 the hour from 02:00 to 03:00 is not there.
    expect(nextOpening(back, at('2026-03-28T12:00:00Z'))).toBe(at('2026-04-05T00:00:00Z'));
    const wide = windowOf('Sun 02:30-04:00 Europe/Zurich');
    expect(nextOpening(wide, at('2026-03-28T12:00:00Z'))).toBe(at('2026-03-29T01:00:00Z'));
  });

  it('refuses outside of it and says when it opens, in its zone and in UTC', () => {
    const window = windowOf('Sun 01:00-05:00 Europe/Zurich');
    expect(windowGate(window, at('2026-11-23T03:00:00Z'))).toEqual({
      gate: 'window',
      message:
        'outside of the maintenance window (Sun 01:00-05:00 Europe/Zurich): it opens next at 2026-11-29 01:00 Europe/Zurich (2026-11-29 00:00 UTC)',
      hint: expect.stringContaining('stays pending'),
    });
    expect(windowGate(window, at('2026-11-29T00:00:00Z'))).toBeUndefined();
    expect(windowGate(undefined, 0n)).toBeUndefined();
  });
});

const arbitrary: fc.Arbitrary<MaintenanceWindow> = fc
  .record({
    weekdays: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }),
    fromMinute: fc.integer({ min: 0, max: 1440 }),
    toMinute: fc.integer({ min: 0, max: 1440 }),
    zone: fc.constantFrom(
      'UTC',
      'Europe/Zurich',
      'America/New_York',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
    ),
  })
  // 24:00 to 00:00 is no time at all.
  .filter(({ fromMinute, toMinute }) => fromMinute !== toMinute && !(fromMinute === 1440 && toMinute === 0));

const instants = fc
  .integer({ min: Date.UTC(2026, 0, 1) / 1000, max: Date.UTC(2028, 0, 1) / 1000 })
  .map((seconds) => BigInt(seconds) * SECOND);

describe('the next opening', () => {
  it('is after now, open, and shut a minute before, unless it was open all along', () => {
    fc.assert(
      fc.property(arbitrary, instants, (window, now) => {
        const next = nextOpening(window, now);
        if (next === undefined) throw new Error(`never opens: ${describeWindow(window)}`);
        expect(next > now).toBe(true);
        expect(isOpen(window, next)).toBe(true);
        if (!isOpen(window, now)) {
          expect(isOpen(window, next - MINUTE)).toBe(false);
          expect(windowGate(window, now)?.gate).toBe('window');
        }
      }),
      { numRuns: 100 },
    );
  });

  it('comes back every week: what is open now is open a week later, but for a clock change', () => {
    fc.assert(
      fc.property(arbitrary, instants, (window, now) => {
        const utc = { ...window, zone: 'UTC' };
        expect(isOpen(utc, now + 7n * 1440n * MINUTE)).toBe(isOpen(utc, now));
        const [start] = utc.weekdays;
        // A window that passes midnight is the same minutes as the two on either side of it.
        const hasMidnight = utc.fromMinute > utc.toMinute;
        if (start === undefined || !hasMidnight) return;
        const evening = { ...utc, toMinute: 1440 };
        const morning = { ...utc, weekdays: utc.weekdays.map((day) => (day + 1) % 7), fromMinute: 0 };
        const inEither =
          (utc.fromMinute < 1440 && isOpen(evening, now)) || (utc.toMinute > 0 && isOpen(morning, now));
        expect(isOpen(utc, now)).toBe(inEither);
      }),
      { numRuns: 300 },
    );
  });
});

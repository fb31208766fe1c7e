import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { displayName, isNamed, parseDisplayName, sqlName } from '../../src/simulation/judged-table.ts';

const anyName = fc.record({
  schema: fc.oneof(fc.constantFrom('public', 'Odd "one"', 'a.b'), fc.string({ minLength: 1, maxLength: 8 })),
  name: fc.oneof(
    fc.constantFrom('booking', 'user', 'Größe', 'x"."y'),
    fc.string({ minLength: 1, maxLength: 8 }),
  ),
});

it('a name is read back as it was, quoted where it must be or always', () => {
  fc.assert(
    fc.property(anyName, (name) => {
      expect(parseDisplayName(displayName(name))).toEqual(name);
      expect(parseDisplayName(sqlName(name))).toEqual(name);
      expect(isNamed(sqlName(name), name)).toBe(true);
    }),
  );
});

it('a plain name needs no quotes', () => {
  expect(displayName({ schema: 'public', name: 'booking_2026' })).toBe('public.booking_2026');
  expect(displayName({ schema: 'public', name: 'Booking' })).toBe('public."Booking"');
});

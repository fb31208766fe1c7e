/** `round-trip:A->B->A`: to another interval and back, with bookings made in between. */
import type { IntervalName } from '../domain/interval.ts';
import type { Scenario } from '../domain/scenario.ts';
import { bookAhead, changeTo, onInterval } from './on-interval.ts';

export const roundTrip = (from: IntervalName, via: IntervalName): Scenario => ({
  name: `round-trip:${from}->${via}->${from}`,
  passes: [
    {
      label: 'there and back',
      given: onInterval(from),
      when: [changeTo(via), bookAhead, changeTo(from)],
    },
  ],
});

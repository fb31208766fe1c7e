/** `change:A->B`: a layout on one interval, rows, and the change to another. */
import type { IntervalName } from '../domain/interval.ts';
import type { Scenario } from '../domain/scenario.ts';
import { bookAhead, changeTo, onInterval, sameCallAgain } from './on-interval.ts';

/**
 * Two passes, because no single one shows all: with the future free the new interval must be seen there; with
 * bookings in every partition of the future, each of them must still be there, after a change that was cancelled
 * half-way as after one that ran.
 */
export const intervalChange = (from: IntervalName, to: IntervalName): Scenario => ({
  name: `change:${from}->${to}`,
  passes: [
    { label: 'nothing booked ahead', given: onInterval(from), when: [changeTo(to), sameCallAgain(to)] },
    {
      label: 'booked ahead',
      given: onInterval(from),
      when: [
        bookAhead,
        { kind: 'cancelled-change', to, label: `change to ${to}, cancelled while it waits for a lock` },
        changeTo(to),
      ],
    },
  ],
});

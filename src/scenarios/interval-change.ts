/** `change:A->B`: a layout on one interval, rows, and the change to another. */
import type { IntervalName } from '../domain/interval.ts';
import type { Scenario } from '../domain/scenario.ts';
import { bookAhead, changeTo, onInterval, sameCallAgain } from './on-interval.ts';

/**
 * Two passes, because no single one shows all: with the future free the new interval must be seen there; with
 * bookings in every partition of the future, each of them must still be there, after a change that was cancelled
 * half-way as after one that ran. A third says whether the session's time zone has a part in it.
 */
export const intervalChange = ({
  from,
  to,
  otherZone,
}: {
  readonly from: IntervalName;
  readonly to: IntervalName;
  readonly otherZone: string;
}): Scenario => ({
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
    {
      label: 'from a session in another time zone',
      given: onInterval(from),
      when: [{ ...changeTo(to), timeZone: otherZone, label: `change to ${to}, in ${otherZone}` }],
    },
  ],
});

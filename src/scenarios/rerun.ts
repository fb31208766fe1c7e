/** `rerun`: the same call again, or where there is none the repeatable migrations again; nothing may change. */
import type { IntervalName } from '../domain/interval.ts';
import type { Occupancy, Scenario } from '../domain/scenario.ts';
import { bookAhead, onInterval, sameCallAgain } from './on-interval.ts';

export const rerunCall = (intervals: readonly IntervalName[]): Scenario => ({
  name: 'rerun',
  passes: intervals.map((interval) => ({
    label: interval,
    given: onInterval(interval),
    when: [bookAhead, sameCallAgain(interval)],
  })),
});

/** Rows up to the run's date, then in the future too: what is free may be dropped and made anew unseen by rows. */
const OCCUPANCIES: readonly { readonly label: string; readonly occupancy: Occupancy }[] = [
  { label: 'future free', occupancy: 'until-now' },
  { label: 'booked ahead', occupancy: 'every-partition' },
];

/** Without a repeatable migration there is nothing to run again, and nothing is judged. */
export const rerunMigrations = (hasRepeatables: boolean): Scenario => ({
  name: 'rerun',
  passes: !hasRepeatables
    ? []
    : OCCUPANCIES.map(({ label, occupancy }) => ({
        label,
        given: [
          { kind: 'apply-migrations', which: 'all', seedBetween: false, label: 'apply every migration' },
          { kind: 'seed', occupancy, label: 'seed rows' },
        ],
        when: [{ kind: 'repeat-migrations', label: 'apply the repeatable migrations again' }],
      })),
});

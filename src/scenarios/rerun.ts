/** `rerun`: the same call again, or where there is none the repeatable migrations again; nothing may change. */
import type { IntervalName } from '../domain/interval.ts';
import type { Scenario } from '../domain/scenario.ts';
import { bookAhead, onInterval, sameCallAgain } from './on-interval.ts';

export const rerunCall = (intervals: readonly IntervalName[]): Scenario => ({
  name: 'rerun',
  passes: intervals.map((interval) => ({
    label: interval,
    given: onInterval(interval),
    when: [bookAhead, sameCallAgain(interval)],
  })),
});

/** Without a repeatable migration there is nothing to run again, and nothing is judged. */
export const rerunMigrations = (hasRepeatables: boolean): Scenario => ({
  name: 'rerun',
  passes: !hasRepeatables
    ? []
    : [
        {
          label: 'repeatable migrations',
          given: [
            { kind: 'apply-migrations', which: 'all', seedBetween: false, label: 'apply every migration' },
            { kind: 'seed', occupancy: 'every-partition', label: 'seed rows' },
          ],
          when: [{ kind: 'repeat-migrations', label: 'apply the repeatable migrations again' }],
        },
      ],
});

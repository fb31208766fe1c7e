/** The start that scenarios of interval changes share: a layout on one interval, with rows up to the run's date. */
import type { IntervalName } from '../domain/interval.ts';
import type { Step } from '../domain/scenario.ts';

export const onInterval = (interval: IntervalName): readonly Step[] => [
  { kind: 'apply-migrations', which: 'all', seedBetween: false, label: 'apply every migration' },
  { kind: 'change-interval', to: interval, repeats: false, label: `lay out ${interval} partitions` },
  { kind: 'seed', occupancy: 'until-now', label: 'seed rows up to the date of the run' },
];

export const changeTo = (interval: IntervalName): Extract<Step, { kind: 'change-interval' }> => ({
  kind: 'change-interval',
  to: interval,
  repeats: false,
  label: `change to ${interval}`,
});

export const sameCallAgain = (interval: IntervalName): Step => ({
  kind: 'change-interval',
  to: interval,
  repeats: true,
  label: `the same call again (${interval})`,
});

export const bookAhead: Step = { kind: 'book-ahead', label: 'book into every partition of the future' };

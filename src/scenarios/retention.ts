/** `retention`: a table with partitions older than what is kept, and the call that lets go of them, twice. */
import type { IntervalName } from '../domain/interval.ts';
import type { Scenario } from '../domain/scenario.ts';

/** @param interval laid out first, where a call is there that does so. */
export const retention = (interval: IntervalName | undefined): Scenario => ({
  name: 'retention',
  passes: [
    {
      label: 'partitions past the retention in use',
      given: [
        { kind: 'apply-migrations', which: 'all', seedBetween: false, label: 'apply every migration' },
        ...(interval === undefined
          ? []
          : [
              {
                kind: 'change-interval' as const,
                to: interval,
                repeats: false,
                label: `lay out ${interval} partitions`,
              },
            ]),
        { kind: 'lay-back', label: 'older partitions, as a table in use has them' },
        { kind: 'seed', occupancy: 'every-partition', label: 'seed rows' },
      ],
      when: [
        { kind: 'retention', repeats: false, label: 'let go of what is past the retention' },
        { kind: 'retention', repeats: true, label: 'the same call again' },
      ],
    },
  ],
});

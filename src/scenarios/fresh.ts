/** `fresh`: every migration, from an empty database. */
import type { Scenario, Step } from '../domain/scenario.ts';

const APPLY: Extract<Step, { kind: 'apply-migrations' }> = {
  kind: 'apply-migrations',
  which: 'all',
  seedBetween: false,
  label: 'apply every migration',
};

/** @param timeZone of a second session that does the same; undefined where no bound can depend on it. */
export const fresh = (timeZone?: string): Scenario => ({
  name: 'fresh',
  passes: [
    { label: 'from an empty database', given: [], when: [APPLY] },
    ...(timeZone === undefined
      ? []
      : [
          {
            label: 'from a session in another time zone',
            given: [],
            when: [{ ...APPLY, timeZone, label: `apply every migration, in ${timeZone}` }],
          },
        ]),
  ],
});

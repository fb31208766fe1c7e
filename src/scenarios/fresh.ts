/** `fresh`: every migration, from an empty database. */
import type { Scenario } from '../domain/scenario.ts';

export const fresh = (): Scenario => ({
  name: 'fresh',
  passes: [
    {
      label: 'from an empty database',
      given: [],
      when: [{ kind: 'apply-migrations', which: 'all', seedBetween: false, label: 'apply every migration' }],
    },
  ],
});

/** `upgrade`: the change under test, applied to a database in use. */
import type { Scenario } from '../domain/scenario.ts';

/**
 * @param hasBase whether some migrations are released already. Without a base every migration is the change: tables
 * are then seeded as soon as a file has made them, so that each later file meets rows.
 */
export const upgrade = (hasBase: boolean): Scenario => ({
  name: 'upgrade',
  passes: [
    hasBase
      ? {
          label: 'base in use',
          given: [
            {
              kind: 'apply-migrations',
              which: 'base',
              seedBetween: false,
              label: 'apply the released migrations',
            },
            { kind: 'seed', occupancy: 'every-partition', label: 'seed rows' },
          ],
          when: [
            {
              kind: 'apply-migrations',
              which: 'change',
              seedBetween: false,
              label: 'apply the change under test',
            },
          ],
        }
      : {
          label: 'rows between the files',
          given: [],
          when: [
            {
              kind: 'apply-migrations',
              which: 'all',
              seedBetween: true,
              label: 'apply every migration, seeding each table before the next file',
            },
          ],
        },
  ],
});

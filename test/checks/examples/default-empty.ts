/** Examples of `default-empty`. */
import { defaultEmpty } from '../../../src/checks/default-empty.ts';
import {
  account,
  APPLY,
  changeTo,
  defaultPartition,
  fault,
  given,
  history,
  layoutOf,
  ofPasses,
  partition,
  pass,
  record,
  SEED,
  series,
  table,
  TWO_MONTHS,
} from '../../support/histories.ts';
import type { CheckExamples } from '../example.ts';

const WITH_DEFAULT = layoutOf(...series('monthly', '2026-01-01', 3), defaultPartition());
const WITHOUT_FEBRUARY = layoutOf(
  ...series('monthly', '2026-01-01', 1),
  ...series('monthly', '2026-03-01', 1),
  defaultPartition(),
);
const moved = table({ layout: WITH_DEFAULT, rows: account({ movedToCatchAll: fault(40) }) });

export const EXAMPLES: CheckExamples = {
  check: defaultEmpty,
  examples: [
    {
      title: 'passes where a default partition holds nothing and nothing is left to it',
      verdict: 'pass',
      history: history(record(APPLY, { tables: [table({ layout: WITH_DEFAULT, rows: account() })] })),
    },
    {
      title: 'passes where there is none',
      verdict: 'pass',
      history: history(record(APPLY, { tables: [table({ layout: TWO_MONTHS, rows: account() })] })),
    },
    {
      title: 'fails with the rows that had a partition of their own',
      verdict: 'fail',
      count: 40,
      says: ['40 rows', 'booking', 'yearly'],
      shows: ['b1', '2026-01-05', 'booking_2026_01'],
      history: history(record(changeTo('yearly'), { tables: [moved] })),
    },
    {
      title: 'fails where rows moved into a partition that catches all without being the default',
      verdict: 'fail',
      count: 3,
      history: history(
        record(APPLY, {
          tables: [
            table({
              layout: layoutOf(...series('monthly', '2026-01-01', 1), partition('rest', '2026-02-01', null)),
              rows: account({ movedToCatchAll: fault(3) }),
            }),
          ],
        }),
      ),
    },
    {
      title: 'fails where the change leaves a range to the default partition that had one of its own',
      verdict: 'fail',
      count: 1,
      says: ['booking', '[2026-02-01, 2026-03-01)'],
      history: history(
        given(SEED, { tables: [table({ layout: WITH_DEFAULT })] }),
        record(changeTo('monthly'), { tables: [table({ layout: WITHOUT_FEBRUARY })] }),
      ),
    },
    {
      title: 'fails where the range had one when rows were seeded',
      verdict: 'fail',
      count: 1,
      says: ['[2026-02-01, 2026-03-01)'],
      history: history(
        record(APPLY, { tables: [table({ layout: WITHOUT_FEBRUARY, layoutWhenSeeded: WITH_DEFAULT })] }),
      ),
    },
    {
      title: 'fails where a new layout has a hole from the start',
      verdict: 'fail',
      count: 1,
      history: history(record(APPLY, { tables: [table({ layout: WITHOUT_FEBRUARY })] })),
    },
    {
      title: 'does not mind a hole that was there before',
      verdict: 'pass',
      history: history(
        given(SEED, { tables: [table({ layout: WITHOUT_FEBRUARY })] }),
        record(changeTo('monthly'), { tables: [table({ layout: WITHOUT_FEBRUARY })] }),
      ),
    },
    {
      title: 'only warns of rows that were there before and still are',
      verdict: 'fail',
      severity: 'warning',
      count: 1200,
      says: ['1,200'],
      history: history(
        record(APPLY, {
          tables: [table({ layout: WITH_DEFAULT, rows: account({ stillInCatchAll: 1200 }) })],
        }),
      ),
    },
    {
      title: 'fails with an error where some were there before and others came',
      verdict: 'fail',
      count: 40,
      history: ofPasses(
        pass(
          'a',
          record(APPLY, { tables: [table({ layout: WITH_DEFAULT, rows: account({ stillInCatchAll: 7 }) })] }),
        ),
        pass('b', record(APPLY, { tables: [moved] })),
      ),
    },
    {
      title: 'sums tables',
      verdict: 'fail',
      count: 80,
      history: history(record(APPLY, { tables: [moved, { ...moved, table: 'public.visit' }] })),
    },
    {
      title: 'is not applicable where no table is range-partitioned',
      verdict: 'not-applicable',
      history: history(record(APPLY, { tables: [table({ rows: account() })] })),
    },
  ],
};

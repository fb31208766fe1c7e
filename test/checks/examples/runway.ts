/** Examples of `runway`. */
import { runway } from '../../../src/checks/runway.ts';
import type { History } from '../../../src/domain/history.ts';
import type { Layout } from '../../../src/domain/layout.ts';
import {
  APPLY,
  changeTo,
  defaultPartition,
  failed,
  given,
  history,
  layoutOf,
  ofPasses,
  partition,
  pass,
  record,
  series,
  table,
} from '../../support/histories.ts';
import type { CheckExamples } from '../example.ts';

/** On 15 January 2026, 90 days asked for. */
const ending = (layout: Layout): History => history(record(APPLY, { tables: [table({ layout })] }));
const SIX_MONTHS = layoutOf(...series('monthly', '2026-01-01', 6));
const TWO_MONTHS = layoutOf(...series('monthly', '2026-01-01', 2));

export const EXAMPLES: CheckExamples = {
  check: runway,
  examples: [
    {
      title: 'passes with the day on which writes would fail',
      verdict: 'pass',
      says: ['2026-07-01'],
      history: ending(SIX_MONTHS),
    },
    {
      title: 'passes on the very day that is asked for',
      verdict: 'pass',
      says: ['2026-04-15'],
      history: ending(layoutOf(partition('long', '2026-01-01', '2026-04-15'))),
    },
    {
      title: 'fails a day before it',
      verdict: 'fail',
      count: 1,
      says: ['booking', '2026-04-14', '89 days', '90'],
      history: ending(layoutOf(partition('long', '2026-01-01', '2026-04-14'))),
    },
    {
      title: 'fails at the first hole, not at the end of the last partition',
      verdict: 'fail',
      count: 1,
      says: ['2026-02-01'],
      history: ending(
        layoutOf(...series('monthly', '2026-01-01', 1), ...series('monthly', '2026-03-01', 12)),
      ),
    },
    {
      title: 'fails where nothing takes a row of today',
      verdict: 'fail',
      count: 1,
      says: ['2026-01-15'],
      history: ending(layoutOf(...series('monthly', '2026-02-01', 12))),
    },
    {
      title: 'passes for ever where a default partition takes what comes',
      verdict: 'pass',
      history: ending(layoutOf(...TWO_MONTHS.partitions, defaultPartition())),
    },
    {
      title: 'passes for ever where the last partition has no end',
      verdict: 'pass',
      history: ending(layoutOf(...TWO_MONTHS.partitions, partition('rest', '2026-03-01', null))),
    },
    {
      title: 'tells the soonest end of several tables and passes',
      verdict: 'pass',
      says: ['2026-06-01'],
      history: ofPasses(
        pass('a', record(APPLY, { tables: [table({ layout: SIX_MONTHS })] })),
        pass(
          'b',
          record(APPLY, {
            tables: [
              table({ table: 'public.visit', layout: layoutOf(...series('monthly', '2026-01-01', 5)) }),
              table({ layout: layoutOf(...series('monthly', '2026-01-01', 12)) }),
            ],
          }),
        ),
      ),
    },
    {
      title: 'counts each table that runs out',
      verdict: 'fail',
      count: 2,
      shows: ['visit'],
      history: history(
        record(APPLY, {
          tables: [
            table({ layout: TWO_MONTHS }),
            table({ table: 'public.visit', layout: TWO_MONTHS }),
            table({ table: 'public.archive', layout: TWO_MONTHS, takesWrites: false }),
          ],
        }),
      ),
    },
    {
      title: 'judges how a pass ends, not what it goes through',
      verdict: 'pass',
      history: history(
        record(APPLY, { tables: [table({ layout: TWO_MONTHS })] }),
        record(changeTo('yearly'), { tables: [table({ layout: SIX_MONTHS })] }),
        record(changeTo('monthly'), { outcome: failed(), tables: [table({ layout: TWO_MONTHS })] }),
      ),
    },
    {
      title: 'does not judge a table without partitions before the call that makes them',
      verdict: 'not-applicable',
      history: ending(layoutOf()),
    },
    {
      title: 'judges it after that call',
      verdict: 'fail',
      count: 1,
      history: { ...ending(layoutOf()), scenario: 'rerun' },
    },
    {
      title: 'judges it where no call makes partitions',
      verdict: 'fail',
      count: 1,
      history: history(record(APPLY, { tables: [table({ layout: layoutOf(), managed: false })] })),
    },
    {
      title: 'is not applicable to archives and to the preparation',
      verdict: 'not-applicable',
      history: history(
        given(APPLY, { tables: [table({ layout: TWO_MONTHS })] }),
        record(APPLY, { tables: [table({ layout: TWO_MONTHS, takesWrites: false })] }),
      ),
    },
  ],
};

/** Examples of `no-gap`. */
import { noGap } from '../../../src/checks/no-gap.ts';
import type { TableState } from '../../../src/domain/history.ts';
import {
  accepted,
  APPLY,
  BOOK_AHEAD,
  CANCELLED,
  changeTo,
  defaultPartition,
  failed,
  given,
  history,
  layoutOf,
  noPartition,
  ofPasses,
  partition,
  pass,
  record,
  refused,
  series,
  shutOut,
  table,
  TWO_MONTHS,
} from '../../support/histories.ts';
import type { CheckExamples } from '../example.ts';

const MINUS_ONE_SECOND = layoutOf(
  partition('jan', '2026-01-01', '2026-01-31 23:59:59'),
  partition('feb', '2026-02-01', '2026-02-28 23:59:59'),
  partition('mar', '2026-03-01', '2026-04-01'),
);
const FOUR_MONTHS = layoutOf(...series('monthly', '2026-01-01', 4));
const seen = (state: Partial<TableState>) => record(APPLY, { tables: [table(state)] });

export const EXAMPLES: CheckExamples = {
  check: noGap,
  examples: [
    {
      title: 'passes where each upper bound is the next lower one and each insert went in',
      verdict: 'pass',
      history: history(
        seen({ layout: TWO_MONTHS, writes: { kind: 'tried', probes: [accepted('2026-01-31 23:59:59.5')] } }),
      ),
    },
    {
      title: 'fails with the first hole between bounds and the number of all',
      verdict: 'fail',
      count: 2,
      says: ['booking', '[2026-01-31 23:59:59, 2026-02-01)'],
      history: history(seen({ layout: MINUS_ONE_SECOND })),
    },
    {
      title: 'fails where what was covered when rows were seeded is covered no more',
      verdict: 'fail',
      count: 1,
      says: ['[2026-03-01, 2026-05-01)'],
      history: history(seen({ layout: TWO_MONTHS, layoutWhenSeeded: FOUR_MONTHS })),
    },
    {
      title: 'fails where what the preparation covered is covered no more',
      verdict: 'fail',
      count: 1,
      says: ['[2026-03-01, 2026-05-01)', 'quarterly'],
      history: history(
        given(APPLY, { tables: [table({ layout: FOUR_MONTHS })] }),
        record(changeTo('quarterly'), { tables: [table({ layout: TWO_MONTHS })] }),
      ),
    },
    {
      title: 'fails where an insert finds no partition',
      verdict: 'fail',
      count: 2,
      says: ['2026-01-31 12:00:00', '2 instants', '3'],
      history: history(
        seen({
          layout: TWO_MONTHS,
          writes: {
            kind: 'tried',
            probes: [accepted('2026-01-02'), noPartition('2026-01-31T12:00:00Z'), noPartition('2026-02-01')],
          },
        }),
      ),
    },
    {
      title: 'fails at the end of a change that failed, with the hole that it leaves',
      verdict: 'fail',
      count: 2,
      history: history(
        record(changeTo('quarterly'), { outcome: failed(), tables: [table({ layout: MINUS_ONE_SECOND })] }),
      ),
    },
    {
      title: 'does not ask for inserts after a change that failed',
      verdict: 'pass',
      history: history(
        record(changeTo('quarterly'), {
          outcome: failed(),
          tables: [
            table({ layout: TWO_MONTHS, writes: { kind: 'tried', probes: [noPartition('2026-01-05')] } }),
          ],
        }),
      ),
    },
    {
      title: 'leaves a hole that a default partition takes to default-empty',
      verdict: 'pass',
      history: history(seen({ layout: layoutOf(...MINUS_ONE_SECOND.partitions, defaultPartition()) })),
    },
    {
      title: 'wants nothing before the first and after the last instant that was ever covered',
      verdict: 'pass',
      history: history(
        seen({
          layout: TWO_MONTHS,
          writes: { kind: 'tried', probes: [noPartition('2025-12-31'), noPartition('2026-03-01')] },
        }),
      ),
    },
    {
      title: 'counts what partitions with an open end cover',
      verdict: 'pass',
      history: history(
        seen({
          layoutWhenSeeded: FOUR_MONTHS,
          layout: layoutOf(
            partition('jan', '2026-01-01', '2026-02-01'),
            partition('rest', '2026-02-01', null),
          ),
        }),
      ),
    },
    {
      title: 'sums tables and passes',
      verdict: 'fail',
      count: 5,
      history: ofPasses(
        pass(
          'a',
          record(APPLY, {
            tables: [
              table({ layout: MINUS_ONE_SECOND }),
              table({ table: 'public.visit', layout: MINUS_ONE_SECOND }),
            ],
          }),
        ),
        pass('b', seen({ layout: TWO_MONTHS, layoutWhenSeeded: FOUR_MONTHS })),
      ),
    },
    {
      title: 'is inconclusive where an insert was refused for another reason',
      verdict: 'inconclusive',
      says: ['2026-01-05', 'violates check constraint "nice"'],
      history: history(
        seen({
          layout: TWO_MONTHS,
          writes: { kind: 'tried', probes: [refused('2026-01-05', 'violates check constraint "nice"')] },
        }),
      ),
    },
    {
      title: 'fails where what is to come is shut out, whatever the row holds',
      verdict: 'fail',
      count: 1,
      says: [
        '2026-02-05',
        'goes in with no values: violates check constraint "sane"',
        '1 instant of 2 tried',
      ],
      history: history(
        seen({
          layout: TWO_MONTHS,
          writes: {
            kind: 'tried',
            probes: [accepted('2026-01-20'), shutOut('2026-02-05', 'violates check constraint "sane"')],
          },
        }),
      ),
    },
    {
      title: 'is inconclusive where only what is past is shut out: it may be closed on purpose',
      verdict: 'inconclusive',
      says: ['2026-01-05', 'violates check constraint "closed"'],
      history: history(
        seen({
          layout: TWO_MONTHS,
          writes: { kind: 'tried', probes: [shutOut('2026-01-05', 'violates check constraint "closed"')] },
        }),
      ),
    },
    {
      title: 'is inconclusive where no insert could be tried',
      verdict: 'inconclusive',
      says: ['column shape can not be made'],
      history: history(
        seen({ layout: TWO_MONTHS, writes: { kind: 'not-tried', reason: 'column shape can not be made' } }),
      ),
    },
    {
      title: 'does not judge what lies between the steps of a pass',
      verdict: 'not-applicable',
      history: history(
        record(BOOK_AHEAD, { tables: [table({ layout: MINUS_ONE_SECOND })] }),
        record(CANCELLED, { tables: [table({ layout: MINUS_ONE_SECOND })] }),
      ),
    },
    {
      title: 'is not applicable where no partition has two finite ends',
      verdict: 'not-applicable',
      history: history(seen({ layout: layoutOf(partition('all', null, null)) }), seen({})),
    },
  ],
};

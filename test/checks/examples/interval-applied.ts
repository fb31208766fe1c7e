/** Examples of `interval-applied`. */
import { intervalApplied } from '../../../src/checks/interval-applied.ts';
import type { Layout } from '../../../src/domain/layout.ts';
import type { History, StepRecord } from '../../../src/domain/history.ts';
import {
  again,
  APPLY,
  changeTo,
  failed,
  given,
  history,
  layoutOf,
  NOT_PLAYED,
  ofPasses,
  partition,
  pass,
  record,
  SEED,
  series,
  table,
} from '../../support/histories.ts';
import type { CheckExamples } from '../example.ts';

/** On 15 January 2026, with rows in January only: February to December are free. */
const MONTHS = layoutOf(
  partition('jan', '2026-01-01', '2026-02-01', { rows: 10 }),
  ...series('monthly', '2026-02-01', 11),
);
const changed = (before: Layout, after: Layout, to: Parameters<typeof changeTo>[0]): StepRecord[] => [
  given(SEED, { tables: [table({ layout: before })] }),
  record(changeTo(to), { tables: [table({ layout: after })] }),
];
const toQuarters = (...after: Layout['partitions']): History =>
  history(...changed(MONTHS, layoutOf(...after), 'quarterly'));
const [JANUARY] = MONTHS.partitions;
const KEPT = JANUARY ? [JANUARY] : [];

export const EXAMPLES: CheckExamples = {
  check: intervalApplied,
  examples: [
    {
      title: 'passes where the kept partition is as it was, what it cuts short is short, and the rest is new',
      verdict: 'pass',
      history: toQuarters(
        ...KEPT,
        partition('rest_of_q1', '2026-02-01', '2026-04-01'),
        ...series('quarterly', '2026-04-01', 3),
      ),
    },
    {
      title: 'passes where bounds are midnights of a zone with summer time',
      verdict: 'pass',
      history: history(
        ...changed(
          layoutOf(partition('year', '2026-12-31T23:00:00Z', '2027-12-31T23:00:00Z')),
          layoutOf(
            partition('q1', '2026-12-31T23:00:00Z', '2027-03-31T22:00:00Z'),
            partition('q2', '2027-03-31T22:00:00Z', '2027-06-30T22:00:00Z'),
            partition('q3', '2027-06-30T22:00:00Z', '2027-09-30T22:00:00Z'),
            partition('q4', '2027-09-30T22:00:00Z', '2027-12-31T23:00:00Z'),
          ),
          'quarterly',
        ),
      ),
    },
    {
      title: 'passes where what comes before a kept partition is cut short by it',
      verdict: 'pass',
      history: history(
        ...changed(
          layoutOf(
            ...series('monthly', '2026-02-01', 4),
            partition('june', '2026-06-01', '2026-07-01', { rows: 1 }),
            ...series('monthly', '2026-07-01', 6),
          ),
          layoutOf(
            partition('cut', '2026-02-01', '2026-06-01'),
            partition('june', '2026-06-01', '2026-07-01'),
            partition('half', '2026-07-01', '2027-01-01'),
          ),
          'half-yearly',
        ),
      ),
    },
    {
      title: 'passes where the last partition ends with the window',
      verdict: 'pass',
      history: history(
        ...changed(
          layoutOf(...series('monthly', '2026-02-01', 5)),
          layoutOf(...series('quarterly', '2026-02-01', 1), partition('cut', '2026-05-01', '2026-07-01')),
          'quarterly',
        ),
      ),
    },
    {
      title: 'passes where a range of the new interval that holds rows is left as it was, up to the next one',
      verdict: 'pass',
      history: toQuarters(...MONTHS.partitions.slice(0, 3), ...series('quarterly', '2026-04-01', 3)),
    },
    {
      title: 'passes where such a range in the midst of others is left as it was',
      verdict: 'pass',
      history: history(
        ...changed(
          layoutOf(
            ...series('monthly', '2026-02-01', 6),
            partition('august', '2026-08-01', '2026-09-01', { rows: 1 }),
            ...series('monthly', '2026-09-01', 5),
          ),
          layoutOf(
            ...series('quarterly', '2026-02-01', 2),
            partition('august', '2026-08-01', '2026-09-01'),
            ...series('monthly', '2026-09-01', 2),
            ...series('quarterly', '2026-11-01', 1),
          ),
          'quarterly',
        ),
      ),
    },
    {
      title:
        'passes where weeks go on to the end of the month that holds rows, and a shorter one bridges the rest',
      verdict: 'pass',
      history: history(
        ...changed(
          layoutOf(
            partition('w2', '2026-01-12', '2026-01-19', { rows: 1 }),
            ...series('weekly', '2026-01-19', 8),
          ),
          layoutOf(
            partition('w2', '2026-01-12', '2026-01-19'),
            partition('w3', '2026-01-19', '2026-01-26'),
            partition('bridge', '2026-01-26', '2026-02-01'),
            ...series('monthly', '2026-02-01', 2),
          ),
          'monthly',
        ),
      ),
    },
    {
      title: 'passes where the window begins in the midst of an interval',
      verdict: 'pass',
      history: history(
        ...changed(
          layoutOf(...series('monthly', '2026-02-01', 2)),
          layoutOf(partition('cut', '2026-02-01', '2026-02-03'), ...series('weekly', '2026-02-03', 8)),
          'weekly',
        ),
      ),
    },
    {
      title: 'fails where a range with rows in it is left half as it was',
      verdict: 'fail',
      count: 2,
      shows: ['booking_merged'],
      history: history(
        ...changed(
          MONTHS,
          layoutOf(
            ...MONTHS.partitions.slice(0, 2),
            partition('merged', '2026-03-01', '2026-06-01'),
            partition('june', '2026-06-01', '2026-07-01'),
            ...series('half-yearly', '2026-07-01', 1),
          ),
          'half-yearly',
        ),
      ),
    },
    {
      title: 'passes where rows were moved out of the way',
      verdict: 'pass',
      history: toQuarters(...series('quarterly', '2026-01-01', 4)),
    },
    {
      title: 'fails where the change did nothing and said nothing',
      verdict: 'fail',
      count: 9,
      says: ['9', 'quarterly'],
      shows: ['[2026-03-01, 2026-04-01)'],
      history: toQuarters(...MONTHS.partitions),
    },
    {
      title: 'fails where a short partition has no kept neighbour',
      verdict: 'fail',
      count: 2,
      says: ['quarterly'],
      shows: ['booking_a', '[2026-04-01, 2026-06-01)'],
      history: toQuarters(
        ...KEPT,
        partition('rest_of_q1', '2026-02-01', '2026-04-01'),
        partition('a', '2026-04-01', '2026-06-01'),
        partition('b', '2026-06-01', '2026-08-01'),
        partition('c', '2026-08-01', '2026-11-01'),
        partition('d', '2026-11-01', '2027-01-01'),
      ),
    },
    {
      title: 'fails where a partition is longer than the interval asked for, next to a kept one or not',
      verdict: 'fail',
      count: 1,
      shows: ['booking_long', '[2026-02-01, 2027-01-01)'],
      history: toQuarters(...KEPT, partition('long', '2026-02-01', '2027-01-01')),
    },
    {
      title: 'counts by the calendar: three months are not ninety days',
      verdict: 'fail',
      count: 2,
      shows: ['booking_ninety', 'booking_last'],
      history: toQuarters(
        ...KEPT,
        partition('cut', '2026-02-01', '2026-04-01'),
        partition('ninety', '2026-04-01', '2026-06-30'),
        partition('rest', '2026-06-30', '2026-09-30'),
        partition('last', '2026-09-30', '2027-01-01'),
      ),
    },
    {
      title: 'fails where the very first layout is not on the interval asked for',
      verdict: 'fail',
      count: 4,
      history: history(
        given(changeTo('monthly'), {
          tables: [table({ layout: layoutOf(...series('weekly', '2026-02-02', 5)) })],
        }),
      ),
    },
    {
      title: 'names the pass, and sums passes and tables',
      verdict: 'fail',
      count: 27,
      says: ['future free'],
      shows: ['booked ahead'],
      history: ofPasses(
        pass('future free', ...changed(MONTHS, MONTHS, 'quarterly')),
        pass(
          'booked ahead',
          given(SEED, {
            tables: [table({ layout: MONTHS }), table({ table: 'public.visit', layout: MONTHS })],
          }),
          record(changeTo('yearly'), {
            tables: [table({ layout: MONTHS }), table({ table: 'public.visit', layout: MONTHS })],
          }),
        ),
      ),
    },
    {
      title:
        'asks nothing of the past, of partitions with an open end, and of tables that the call does not manage',
      verdict: 'pass',
      history: history(
        record(changeTo('quarterly'), {
          tables: [
            table({
              layout: layoutOf(
                partition('history', null, '2025-01-01'),
                ...series('monthly', '2025-01-01', 13),
                ...series('quarterly', '2026-02-01', 3),
                partition('rest', '2026-11-01', null),
              ),
            }),
            table({ table: 'public.visit', managed: false, layout: MONTHS }),
          ],
        }),
      ),
    },
    {
      title: 'is inconclusive where rows are in every partition of the future',
      verdict: 'inconclusive',
      history: history(
        ...changed(
          layoutOf(partition('feb', '2026-02-01', '2026-03-01', { rows: 1 })),
          layoutOf(partition('feb', '2026-02-01', '2026-03-01', { rows: 1 })),
          'yearly',
        ),
      ),
    },
    {
      title: 'is inconclusive where the change failed',
      verdict: 'inconclusive',
      says: ['quarterly'],
      history: history(
        record(changeTo('quarterly'), { outcome: failed(), tables: [table({ layout: MONTHS })] }),
      ),
    },
    {
      title: 'is inconclusive where the change was not played',
      verdict: 'inconclusive',
      history: history(record(changeTo('quarterly'), { outcome: NOT_PLAYED })),
    },
    {
      title: 'is not applicable where no interval was asked for, or only the same one again',
      verdict: 'not-applicable',
      history: history(
        record(APPLY, { tables: [table({ layout: MONTHS })] }),
        record(again('quarterly'), { tables: [table({ layout: MONTHS })] }),
      ),
    },
  ],
};

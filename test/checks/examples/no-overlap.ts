/** Examples of `no-overlap`. */
import { noOverlap } from '../../../src/checks/no-overlap.ts';
import {
  APPLY,
  changeTo,
  failed,
  given,
  history,
  layoutOf,
  ofPasses,
  OVERLAP,
  partition,
  pass,
  record,
  series,
  table,
  TWO_MONTHS,
} from '../../support/histories.ts';
import type { CheckExamples } from '../example.ts';

const AT_LINE_12 = { location: { file: 'V2__change.sql', line: 12 }, statement: 'insert into nowhere' };
const clash = layoutOf(
  partition('q1', '2026-01-01', '2026-04-01'),
  partition('feb', '2026-02-01', '2026-03-01'),
  partition('rest', '2026-03-15', null),
);

const seen = (tables = [table({ layout: TWO_MONTHS })]) => record(APPLY, { tables });

export const EXAMPLES: CheckExamples = {
  check: noOverlap,
  examples: [
    { title: 'passes where ranges only touch', verdict: 'pass', history: history(seen()) },
    {
      title: 'fails with both partitions and the range that both claim, for each pair',
      verdict: 'fail',
      count: 2,
      says: ['booking_q1', 'booking_feb', '[2026-02-01, 2026-03-01)'],
      shows: ['booking_rest', '[2026-03-15, 2026-04-01)'],
      history: history(seen([table({ layout: clash })])),
    },
    {
      title: 'fails where a change stops on an overlap',
      verdict: 'fail',
      count: 1,
      ...AT_LINE_12,
      says: ['quarterly', 'booking_2026_q1'],
      history: history(seen(), record(changeTo('quarterly'), { outcome: failed(OVERLAP) })),
    },
    {
      title: 'fails where a script of its own notices the overlap and raises the code for it',
      verdict: 'fail',
      count: 1,
      ...AT_LINE_12,
      history: history(
        record(changeTo('quarterly'), {
          outcome: failed({
            sqlstate: '42P17',
            message: 'would overlap',
            routine: 'exec_stmt_raise',
            detail: 'x',
          }),
        }),
      ),
    },
    {
      title: 'tells an empty range from an overlap, though both have one code',
      verdict: 'pass',
      history: history(
        seen(),
        record(changeTo('quarterly'), {
          outcome: failed({
            ...OVERLAP,
            message: 'empty range bound specified for partition "booking_2026_02"',
            detail: 'Specified lower bound is greater than or equal to upper bound.',
          }),
        }),
      ),
    },
    {
      title: 'takes no other 42P17 for an overlap',
      verdict: 'pass',
      history: history(
        seen(),
        record(APPLY, { outcome: failed({ sqlstate: '42P17', routine: 'transformPartitionBound' }) }),
      ),
    },
    {
      title: 'sees the preparation, and several passes',
      verdict: 'fail',
      count: 3,
      location: { file: 'V2__change.sql', line: 12 },
      statement: 'insert into nowhere',
      history: ofPasses(
        pass('a', given(APPLY, { tables: [table({ layout: clash })] })),
        pass('b', record(changeTo('monthly'), { outcome: failed(OVERLAP) })),
      ),
    },
    {
      title: 'judges every table',
      verdict: 'fail',
      count: 1,
      says: ['visit_a', 'visit_b'],
      history: history(
        seen([
          table({ layout: TWO_MONTHS }),
          table({
            table: 'public.visit',
            layout: layoutOf(
              { ...partition('x', '2026-01-01', '2026-03-01'), name: 'public.visit_a' },
              { ...partition('y', null, '2026-01-02'), name: 'public.visit_b' },
            ),
          }),
        ]),
      ),
    },
    {
      title: 'is not applicable where no table is range-partitioned',
      verdict: 'not-applicable',
      history: history(record(APPLY, { tables: [table()] })),
    },
    {
      title: 'passes with unbounded ends that touch',
      verdict: 'pass',
      history: history(
        seen([
          table({
            layout: layoutOf(
              partition('before', null, '2026-01-01'),
              ...series('monthly', '2026-01-01', 2),
              partition('after', '2026-03-01', null),
            ),
          }),
        ]),
      ),
    },
  ],
};

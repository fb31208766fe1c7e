/** Examples of `retention-safe`. */
import { retentionSafe } from '../../../src/checks/retention-safe.ts';
import type { History, RowAccount } from '../../../src/domain/history.ts';
import { intervalOf } from '../../../src/domain/interval.ts';
import type { Layout } from '../../../src/domain/layout.ts';
import type { Step } from '../../../src/domain/scenario.ts';
import {
  account,
  at,
  failed,
  fault,
  given,
  history,
  layoutOf,
  record,
  SEED,
  series,
  table,
} from '../../support/histories.ts';
import type { CheckExamples } from '../example.ts';

const RETIRE: Step = { kind: 'retention', repeats: false, label: 'retention' };
const AGAIN: Step = { kind: 'retention', repeats: true, label: 'retention again' };
const NOTHING = { count: 0, examples: [] };

/** Six months, of which those of 2025 are past the retention. */
const OLD: Layout = layoutOf(...series('monthly', '2025-10-01', 6).map((p) => ({ ...p, rows: 10 })));

const kept = (of: History, then: 'archive' | 'drop' = 'archive'): History => ({
  ...of,
  retention: { keep: intervalOf('monthly'), then, due: at('2026-01-01'), safe: at('2026-01-01 01:00') },
});

const after = (rows: Partial<RowAccount>, layoutWhenSeeded: Layout = OLD): History => {
  const tables = [table({ layout: OLD, layoutWhenSeeded, rows: account(rows) })];
  return kept(history(given(SEED), record(RETIRE, { tables }), record(AGAIN, { tables })));
};

export const EXAMPLES: CheckExamples = {
  check: retentionSafe,
  examples: [
    {
      title: 'passes where what went is old, and in another table',
      verdict: 'pass',
      history: after({ retired: { count: 30, unkept: NOTHING }, found: 70 }),
    },
    {
      title: 'fails where younger rows went, and tells from when on rows are to be kept',
      verdict: 'fail',
      count: 6,
      says: ['3 rows', 'booking', '2026-01-01 01:00'],
      shows: ['b1 at 2026-01-05'],
      history: after({ retired: { count: 30, unkept: NOTHING }, lost: fault(3), found: 67 }),
    },
    {
      title: 'fails where what went is in no archive',
      verdict: 'fail',
      count: 60,
      says: ['30 rows', 'no other table', 'archive'],
      history: after({ retired: { count: 30, unkept: fault(30) }, found: 70 }),
    },
    {
      title: 'is inconclusive where nothing went, and names the partition that could have',
      verdict: 'inconclusive',
      says: ['3 partitions', 'monthly_2025_10_01'],
      history: after({}),
    },
    {
      title: 'is inconclusive where nothing is old enough',
      verdict: 'inconclusive',
      says: ['no partition with rows ends before 2026-01-01'],
      history: after({}, layoutOf(...series('monthly', '2026-01-01', 2))),
    },
    {
      title: 'is inconclusive where the call failed',
      verdict: 'inconclusive',
      history: kept(history(given(SEED), record(RETIRE, { outcome: failed() }))),
    },
    {
      title: 'is not applicable where rows are kept for ever',
      verdict: 'not-applicable',
      history: history(given(SEED), record(RETIRE, { tables: [table({ rows: account() })] })),
    },
  ],
};

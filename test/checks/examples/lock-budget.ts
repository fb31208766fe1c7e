/** Examples of `lock-budget`. */
import { lockBudget } from '../../../src/checks/lock-budget.ts';
import type { History } from '../../../src/domain/history.ts';
import type { HeldLock } from '../../../src/domain/session-trace.ts';
import { APPLY, BOOKING, changeTo, given, history, record } from '../../support/histories.ts';
import type { CheckExamples } from '../example.ts';

const location = { file: 'V2__change.sql', line: 7 };

const lock = (over: Partial<HeldLock> = {}): HeldLock => ({
  table: BOOKING,
  mode: 'ACCESS EXCLUSIVE',
  heldMs: 1240,
  rows: 100_000,
  statement: 'alter table booking add column note text',
  location,
  ...over,
});

const held = (...locks: readonly HeldLock[]): History => history(record(APPLY, { locks }));
const within = (over: Partial<History['lockBudget']>, of: History): History => ({
  ...of,
  lockBudget: { ...of.lockBudget, ...over },
});

export const EXAMPLES: CheckExamples = {
  check: lockBudget,
  examples: [
    {
      title: 'passes where every lock ends within its budget',
      verdict: 'pass',
      history: held(lock({ heldMs: 1000 }), lock({ mode: 'SHARE', heldMs: 999 })),
    },
    {
      title: 'passes where no table was locked',
      verdict: 'pass',
      history: held(),
    },
    {
      title: 'fails with table, mode, time, rows, budget and the statement that took the lock',
      verdict: 'fail',
      count: 1,
      location,
      statement: 'alter table booking add column note text',
      says: ['booking', 'ACCESS EXCLUSIVE', '1,240 ms', '100,000 rows', 'budget 1,000 ms', 'reads or writes'],
      history: held(lock()),
    },
    {
      title: 'fails where only writers stand still',
      verdict: 'fail',
      count: 1,
      location,
      statement: 'create index on booking (user_id)',
      says: ['SHARE for 2,000 ms', 'who writes'],
      history: held(lock({ mode: 'SHARE', heldMs: 2000, statement: 'create index on booking (user_id)' })),
    },
    {
      title: 'measures a lock against readers by the budget of writers too',
      verdict: 'fail',
      count: 1,
      location,
      statement: 'alter table booking add column note text',
      says: ['300 ms', 'budget 200 ms'],
      history: within({ writerStallMs: 200 }, held(lock({ heldMs: 300 }))),
    },
    {
      title: 'takes any lock at all for too long where the budget is nothing',
      verdict: 'fail',
      count: 1,
      location,
      statement: 'alter table booking add column note text',
      says: ['1 ms', 'budget 0 ms'],
      history: within({ exclusiveMs: 0 }, held(lock({ heldMs: 0.2 }))),
    },
    {
      title: 'tells the longest first, and each table that was locked',
      verdict: 'fail',
      count: 2,
      location,
      statement: 'alter table booking add column note text',
      says: ['visit', '3,000 ms'],
      shows: ['booking', '1,240 ms'],
      history: held(lock(), lock({ table: 'public.visit', heldMs: 3000 })),
    },
    {
      title: 'tells a table once, whatever its partitions and weaker locks add',
      verdict: 'fail',
      count: 1,
      location,
      statement: 'alter table booking add column note text',
      history: held(
        lock(),
        lock({ mode: 'SHARE', heldMs: 1100 }),
        lock({ table: `${BOOKING}_2026_01`, parent: BOOKING, heldMs: 1200 }),
      ),
    },
    {
      title: 'names the table of a partition that alone is locked',
      verdict: 'fail',
      count: 1,
      location,
      statement: 'alter table booking add column note text',
      says: ['booking_2026_01, a partition of booking,'],
      history: held(lock({ table: `${BOOKING}_2026_01`, parent: BOOKING })),
    },
    {
      title: 'says during which change it was',
      verdict: 'fail',
      count: 1,
      says: ['during the change to yearly'],
      statement: 'select manage(1)',
      history: history(
        record(changeTo('yearly'), {
          locks: [{ table: BOOKING, mode: 'ACCESS EXCLUSIVE', heldMs: 1500, statement: 'select manage(1)' }],
        }),
      ),
    },
    {
      title: 'is not applicable where no table was in use, nor to the preparation',
      verdict: 'not-applicable',
      history: history(record(APPLY), given(APPLY, { locks: [lock()] })),
    },
  ],
};

/** Examples of `no-lock-leak`. */
import { noLockLeak } from '../../../src/checks/no-lock-leak.ts';
import {
  APPLY,
  CANCELLED,
  changeTo,
  failed,
  given,
  history,
  ofPasses,
  pass,
  record,
  residue,
  table,
} from '../../support/histories.ts';
import type { CheckExamples } from '../example.ts';

const SETTING = { name: 'search_path', before: null, after: 'pg_temp' };
const location = { file: 'V1__manage.sql', line: 30 };

export const EXAMPLES: CheckExamples = {
  check: noLockLeak,
  examples: [
    {
      title: 'passes where the session is as it was',
      verdict: 'pass',
      history: history(
        record(APPLY, { residue: residue() }),
        record(changeTo('yearly'), { residue: residue() }),
      ),
    },
    {
      title: 'fails with the session lock that stays, and where the function is that took it',
      verdict: 'fail',
      count: 1,
      location,
      says: ['(0, 42)', 'yearly'],
      history: history(
        record(changeTo('yearly'), { residue: residue({ advisoryLocks: ['(0, 42)'], location }) }),
      ),
    },
    {
      title: 'fails where a call that failed leaves its lock, and says that it failed',
      verdict: 'fail',
      count: 1,
      says: ['(0, 42)', 'failed'],
      history: history(
        record(changeTo('yearly'), { outcome: failed(), residue: residue({ advisoryLocks: ['(0, 42)'] }) }),
      ),
    },
    {
      title: 'fails where a cancelled call leaves its lock',
      verdict: 'fail',
      count: 1,
      history: history(
        record(CANCELLED, { outcome: failed(), residue: residue({ advisoryLocks: ['(0, 42)'] }) }),
      ),
    },
    {
      title: 'fails where a transaction is still open',
      verdict: 'fail',
      count: 1,
      history: history(record(APPLY, { residue: residue({ openTransaction: true }) })),
    },
    {
      title: 'fails where a call leaves a setting changed, with both values',
      verdict: 'fail',
      count: 1,
      says: ['search_path', 'pg_temp', 'unset'],
      history: history(record(changeTo('yearly'), { residue: residue({ changedSettings: [SETTING] }) })),
    },
    {
      title: 'fails where a call takes a setting away',
      verdict: 'fail',
      count: 1,
      says: ['work_mem', '8MB', 'unset'],
      history: history(
        record(CANCELLED, {
          residue: residue({ changedSettings: [{ name: 'work_mem', before: '8MB', after: null }] }),
        }),
      ),
    },
    {
      title: 'does not mind the settings that a migration file leaves to the next',
      verdict: 'pass',
      history: history(record(APPLY, { residue: residue({ changedSettings: [SETTING] }) })),
    },
    {
      title: 'counts all that stays, of several sessions, the preparation included',
      verdict: 'fail',
      count: 4,
      location,
      shows: ['(0, 2)'],
      history: ofPasses(
        pass('a', given(APPLY, { residue: residue({ advisoryLocks: ['(0, 1)', '(0, 2)'] }) })),
        pass(
          'b',
          record(changeTo('monthly'), {
            residue: residue({ openTransaction: true, changedSettings: [SETTING], location }),
          }),
        ),
      ),
    },
    {
      title: 'is not applicable where no session of the migrations was there',
      verdict: 'not-applicable',
      history: history(record(APPLY, { tables: [table()] })),
    },
  ],
};

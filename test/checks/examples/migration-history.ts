/** Examples of `migration-history`. */
import { migrationHistory } from '../../../src/checks/migration-history.ts';
import type { HistoryViolation } from '../../../src/domain/history.ts';
import { APPLY, history, record } from '../../support/histories.ts';
import type { CheckExamples } from '../example.ts';

const compared = (...historyViolations: readonly HistoryViolation[]) => ({
  ...history(record(APPLY)),
  historyViolations,
});

const EDITED: HistoryViolation = {
  kind: 'edited',
  file: 'V1__rooms.sql',
  line: 4,
  detail: 'V1__rooms.sql was edited after its release',
};

export const EXAMPLES: CheckExamples = {
  check: migrationHistory,
  examples: [
    { title: 'passes where every released file is as it was', verdict: 'pass', history: compared() },
    {
      title: 'fails at the line of an edited file',
      verdict: 'fail',
      count: 1,
      location: { file: 'V1__rooms.sql', line: 4 },
      says: ['V1__rooms.sql', 'edited'],
      history: compared(EDITED),
    },
    {
      title: 'fails at the first line of a removed file',
      verdict: 'fail',
      count: 1,
      location: { file: 'V1__rooms.sql', line: 1 },
      history: compared({ kind: 'removed', file: 'V1__rooms.sql', detail: 'V1__rooms.sql is gone' }),
    },
    {
      title: 'names each of several files',
      verdict: 'fail',
      count: 2,
      location: { file: 'V1__rooms.sql', line: 4 },
      shows: ['V1.5__late.sql'],
      history: compared(EDITED, {
        kind: 'out-of-order',
        file: 'V1.5__late.sql',
        detail: 'V1.5__late.sql comes below the newest release',
      }),
    },
    {
      title: 'is not applicable where there is no base',
      verdict: 'not-applicable',
      history: history(record(APPLY)),
    },
  ],
};

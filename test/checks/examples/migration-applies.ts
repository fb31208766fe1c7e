/** Examples of `migration-applies`. */
import { migrationApplies } from '../../../src/checks/migration-applies.ts';
import {
  again,
  APPLY,
  BOOK_AHEAD,
  CANCELLED,
  changeTo,
  failed,
  given,
  history,
  NOT_PLAYED,
  ofPasses,
  OVERLAP,
  pass,
  record,
  REPEAT,
  SEED,
} from '../../support/histories.ts';
import type { CheckExamples } from '../example.ts';

const AT_LINE_12 = { location: { file: 'V2__change.sql', line: 12 }, statement: 'insert into nowhere' };

export const EXAMPLES: CheckExamples = {
  check: migrationApplies,
  examples: [
    { title: 'passes where every statement ran', verdict: 'pass', history: history(record(APPLY)) },
    {
      title: 'fails at the statement that the server refused, with its code, detail and hint',
      verdict: 'fail',
      count: 1,
      ...AT_LINE_12,
      says: ['relation "nowhere" does not exist', '42P01'],
      shows: ['no such place', 'look elsewhere'],
      history: history(
        record(APPLY, { outcome: failed({ detail: 'no such place', hint: 'look elsewhere' }) }),
      ),
    },
    {
      title: 'fails where the preparation of a scenario was refused',
      verdict: 'fail',
      count: 1,
      ...AT_LINE_12,
      history: history(given(APPLY, { outcome: failed() })),
    },
    {
      title: 'fails where a repeatable migration does not bear a second run',
      verdict: 'fail',
      count: 1,
      ...AT_LINE_12,
      history: history(record(APPLY), record(REPEAT, { outcome: failed() })),
    },
    {
      title: 'fails where the call is refused, and names the interval and the pass',
      verdict: 'fail',
      count: 1,
      ...AT_LINE_12,
      says: ['quarterly', 'booked ahead'],
      history: ofPasses(
        pass('future free', record(changeTo('quarterly'))),
        pass('booked ahead', record(changeTo('quarterly'), { outcome: failed() })),
      ),
    },
    {
      title: 'fails where a migration file itself stops on an overlap',
      verdict: 'fail',
      count: 1,
      ...AT_LINE_12,
      history: history(record(APPLY, { outcome: failed(OVERLAP) })),
    },
    {
      title: 'counts each refused statement of several passes',
      verdict: 'fail',
      count: 2,
      ...AT_LINE_12,
      history: ofPasses(
        pass('a', record(again('monthly'), { outcome: failed() })),
        pass('b', record(again('quarterly'), { outcome: failed({ message: 'permission denied' }) })),
      ),
      shows: ['permission denied'],
    },
    {
      title: 'leaves a call that stops on an overlap to no-overlap',
      verdict: 'pass',
      history: history(record(changeTo('quarterly'), { outcome: failed(OVERLAP) })),
    },
    {
      title: 'does not hold a cancelled call against the migration',
      verdict: 'pass',
      history: history(
        given(APPLY),
        record(CANCELLED, { outcome: failed({ sqlstate: '57014', message: 'canceling statement' }) }),
      ),
    },
    {
      title: 'is inconclusive where a step could not be played',
      verdict: 'inconclusive',
      says: ['the server went away'],
      history: history(record(APPLY), record(changeTo('yearly'), { outcome: NOT_PLAYED })),
    },
    {
      title: 'is not applicable where only rows were seeded',
      verdict: 'not-applicable',
      history: history(record(SEED), record(BOOK_AHEAD)),
    },
  ],
};

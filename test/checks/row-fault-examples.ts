/** The examples that no-row-lost, no-row-duplicated and no-row-changed share: each has its own fault of the account. */
import type { RowAccount } from '../../src/domain/history.ts';
import {
  account,
  APPLY,
  BOOK_AHEAD,
  changeTo,
  fault,
  given,
  history,
  NOT_PLAYED,
  ofPasses,
  pass,
  record,
  SEED,
  table,
} from '../support/histories.ts';
import type { Example } from './example.ts';

export type FaultName = 'lost' | 'duplicated' | 'changed';

const OTHERS: Readonly<Record<FaultName, Partial<RowAccount>>> = {
  lost: { duplicated: fault(1), changed: fault(2) },
  duplicated: { lost: fault(1), changed: fault(2) },
  changed: { lost: fault(1), duplicated: fault(2) },
};

const LOCATION = { file: 'V3__drop.sql', line: 24 };

export const examplesOfFault = (name: FaultName): readonly Example[] => [
  {
    title: 'passes where the account shows none, whatever other faults it shows',
    verdict: 'pass',
    history: history(record(APPLY, { tables: [table({ rows: account(OTHERS[name]) })] })),
  },
  {
    title: 'is inconclusive where the change redefines all that tells one row from another',
    verdict: 'inconclusive',
    says: ['booking', 'id, starts'],
    history: history(
      record(APPLY, {
        tables: [table({ rows: account({ redefinedColumns: ['id', 'starts'], nothingToTellBy: true }) })],
      }),
    ),
  },
  {
    title: 'fails with the number of rows, the table, the span, the statement and the first of them',
    verdict: 'fail',
    count: 2_500,
    location: LOCATION,
    statement: 'DROP TABLE booking_old',
    says: ['2,500', '10,000 rows', 'booking', '2026-01-05', '2026-03-07'],
    shows: ['b1', '2026-01-05', 'booking_2026_01', '2,400', 'booking_old'],
    history: history(
      record(APPLY, {
        tables: [
          table({
            rows: account({
              seeded: 10_000,
              [name]: fault(2_500, {
                earliest: '2026-01-05',
                latest: '2026-03-07 12:00:00',
                partitions: [{ partition: 'public.booking_2026_01', count: 2_400 }],
                foundIn: ['public.booking_old'],
                location: LOCATION,
                statement: 'DROP TABLE booking_old',
              }),
            }),
          }),
        ],
      }),
    ),
  },
  {
    title: 'says so where all rows are meant',
    verdict: 'fail',
    count: 100,
    says: ['All 100 rows'],
    history: history(record(APPLY, { tables: [table({ rows: account({ [name]: fault(100) }) })] })),
  },
  {
    title: 'names the change and the pass, and tells one story of a pass once',
    verdict: 'fail',
    count: 3,
    says: ['yearly', 'booked ahead'],
    history: ofPasses(
      pass('future free', record(changeTo('yearly'), { tables: [table({ rows: account() })] })),
      pass(
        'booked ahead',
        record(changeTo('yearly'), { tables: [table({ rows: account({ [name]: fault(3) }) })] }),
        record(changeTo('monthly'), { tables: [table({ rows: account({ [name]: fault(5) }) })] }),
      ),
    ),
  },
  {
    title: 'sums tables and passes',
    verdict: 'fail',
    count: 7,
    shows: ['archive'],
    history: ofPasses(
      pass(
        'a',
        record(APPLY, {
          tables: [
            table({ rows: account({ [name]: fault(1) }) }),
            table({ table: 'public.archive', rows: account({ [name]: fault(2) }) }),
          ],
        }),
      ),
      pass('b', record(APPLY, { tables: [table({ rows: account({ [name]: fault(4) }) })] })),
    ),
  },
  {
    title: 'fails though another table could not be seeded',
    verdict: 'fail',
    count: 1,
    history: history(
      record(APPLY, {
        tables: [
          table({ table: 'public.archive', seedFailure: 'CHECK never is met by none' }),
          table({ rows: account({ [name]: fault(1) }) }),
        ],
      }),
    ),
  },
  {
    title: 'is inconclusive where a table could not be seeded, and says why',
    verdict: 'inconclusive',
    says: ['archive', 'CHECK never is met by none'],
    history: history(
      record(APPLY, {
        tables: [
          table({ rows: account() }),
          table({ table: 'public.archive', seedFailure: 'CHECK never is met by none' }),
        ],
      }),
    ),
  },
  {
    title: 'is inconclusive where rows were to be seeded and none was seen',
    verdict: 'inconclusive',
    history: history(given(SEED, { tables: [table()] }), record(APPLY, { tables: [table()] })),
  },
  {
    title: 'is inconclusive where an account of no rows is all there is',
    verdict: 'inconclusive',
    history: history(
      given(SEED, { tables: [table()] }),
      record(APPLY, { tables: [table({ rows: account({ seeded: 0, found: 0 }) })] }),
    ),
  },
  {
    title: 'is inconclusive where a step could not be played',
    verdict: 'inconclusive',
    says: ['the server went away'],
    history: history(
      record(BOOK_AHEAD, { tables: [table({ rows: account() })] }),
      record(changeTo('yearly'), { outcome: NOT_PLAYED }),
    ),
  },
  {
    title: 'is not applicable where nothing was to be seeded',
    verdict: 'not-applicable',
    history: history(record(APPLY, { tables: [table()] })),
  },
  {
    title: 'is not applicable where there is no table to seed',
    verdict: 'not-applicable',
    history: history(given(SEED), record(APPLY)),
  },
];

/** Examples of `no-row-changed`. */
import { noRowChanged } from '../../../src/checks/no-row-changed.ts';
import { account, APPLY, fault, history, record, table } from '../../support/histories.ts';
import type { CheckExamples } from '../example.ts';
import { examplesOfFault } from '../row-fault-examples.ts';

const example = {
  key: 'b7',
  at: '2026-01-05',
  partition: 'public.booking_2026_01',
  differences: [
    { column: 'guest', before: 'Ann', after: 'ROOM 4' },
    { column: 'note', before: null, after: 'moved' },
  ],
};

export const EXAMPLES: CheckExamples = {
  check: noRowChanged,
  examples: [
    ...examplesOfFault('changed'),
    {
      title: 'shows the columns that differ, before and after',
      verdict: 'fail',
      count: 1,
      shows: ['b7', 'guest', 'Ann', 'ROOM 4', 'note', 'NULL', 'moved'],
      history: history(
        record(APPLY, { tables: [table({ rows: account({ changed: fault(1, { examples: [example] }) }) })] }),
      ),
    },
    {
      title: 'names the columns that the change redefines where the others are as they were',
      verdict: 'pass',
      says: ['price', 'room'],
      history: history(
        record(APPLY, { tables: [table({ rows: account({ redefinedColumns: ['price', 'room'] }) })] }),
      ),
    },
    {
      title: 'is inconclusive where every column beside the key is redefined',
      verdict: 'inconclusive',
      says: ['price'],
      history: history(
        record(APPLY, {
          tables: [table({ rows: account({ redefinedColumns: ['price'], nothingCompared: true }) })],
        }),
      ),
    },
    {
      title: 'names them where the others are not',
      verdict: 'fail',
      count: 2,
      says: ['price'],
      history: history(
        record(APPLY, {
          tables: [table({ rows: account({ redefinedColumns: ['price'], changed: fault(2) }) })],
        }),
      ),
    },
  ],
};

/** `no-row-lost`: each seeded row is still there. */
import type { Check } from '../domain/check.ts';
import { judgeRowFault } from './row-faults.ts';

export const noRowLost: Check = {
  id: 'no-row-lost',
  title: 'No row is lost',
  why: 'A migration that ends well on an empty table can still end with an empty table.',
  remedy: 'Copy the rows before what held them is dropped, or attach the old table as a partition.',
  severity: 'error',
  judge: (history) =>
    judgeRowFault(history, {
      faultOf: (account) => account.lost,
      happened: 'are gone',
      pass: 'Every seeded row is there.',
    }),
};

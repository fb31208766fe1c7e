/** `no-row-duplicated`: each seeded row is there once. */
import type { Check } from '../domain/check.ts';
import { judgeRowFault } from './row-faults.ts';

export const noRowDuplicated: Check = {
  id: 'no-row-duplicated',
  title: 'No row is there twice',
  why: 'A row copied twice books a room twice.',
  remedy: 'Move rows with DELETE … RETURNING into INSERT, or copy them once and drop what they came from.',
  severity: 'error',
  judge: (history) =>
    judgeRowFault(history, {
      faultOf: (account) => account.duplicated,
      happened: 'are there more than once',
      pass: 'No seeded row is there twice.',
    }),
};

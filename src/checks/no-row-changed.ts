/** `no-row-changed`: each seeded row has the values it had. */
import type { Check, Judgement } from '../domain/check.ts';
import type { History } from '../domain/history.ts';
import { playedRecords } from './judging.ts';
import { judgeRowFault } from './row-faults.ts';

export const noRowChanged: Check = {
  id: 'no-row-changed',
  title: 'No row is changed',
  why: 'Rows that are counted right can still hold swapped, cut or shifted values.',
  remedy: 'Name the columns on both sides of INSERT … SELECT, and keep their types.',
  severity: 'error',
  judge,
};

function judge(history: History): Judgement {
  const judgement = judgeRowFault(history, {
    faultOf: (account) => account.changed,
    happened: 'have other values than they had',
    pass: 'Every seeded row has the values it had.',
  });
  const redefined = new Set(
    playedRecords(history).flatMap(({ record }) =>
      record.tables.flatMap((t) => t.rows?.redefinedColumns ?? []),
    ),
  );
  if (redefined.size === 0) return judgement;
  const named = `Not judged, because the change redefines them: ${[...redefined].join(', ')}.`;
  if (judgement.verdict === 'pass' && nothingCompared(history)) {
    return { verdict: 'inconclusive', message: `No value could be compared. ${named}` };
  }
  return { ...judgement, message: `${judgement.message} ${named}` };
}

const nothingCompared = (history: History): boolean =>
  playedRecords(history).some(({ record }) => record.tables.some((table) => table.rows?.nothingCompared));

/** `no-lock-leak`: no session lock, open transaction or changed setting stays behind, after success and after failure. */
import type { Check, Judgement } from '../domain/check.ts';
import type { History, SessionResidue } from '../domain/history.ts';
import type { Location } from '../domain/location.ts';
import type { Step } from '../domain/scenario.ts';
import { conclude, everyRecord, moment, type Violation } from './judging.ts';

export const noLockLeak: Check = {
  id: 'no-lock-leak',
  title: 'Nothing stays locked',
  why: 'A session advisory lock survives an error: with pooled connections the next run waits for ever.',
  remedy: 'Use pg_advisory_xact_lock, which ends with the transaction, and SET LOCAL for settings.',
  severity: 'error',
  judge,
};

function judge(history: History): Judgement {
  const violations: Violation[] = [];
  let judged = 0;
  for (const { pass, record } of everyRecord(history)) {
    const { residue, outcome, step } = record;
    if (!residue) continue;
    judged += 1;
    const failed = outcome.kind === 'failed' && step.kind !== 'cancelled-change' ? ', which failed' : '';
    violations.push(
      ...leftovers(residue, step).map(({ what, by }) => ({
        text: `${what}${moment(history, pass, step) || ' after the migrations'}${failed}.`,
        location: by ?? residue.location,
      })),
    );
  }
  return conclude(
    { violations, unjudged: [], judged },
    {
      pass: 'No lock, open transaction or changed setting stayed behind.',
      notApplicable: 'No session was to be judged.',
    },
  );
}

interface Leftover {
  readonly what: string;
  readonly by: Location | undefined;
}

/** Settings are judged after a call only: a migration file may set what the next file reads, as dumps do. */
const leftovers = (residue: SessionResidue, step: Step): Leftover[] => [
  ...residue.advisoryLocks.map((lock) => ({
    what: `The session still holds advisory lock ${lock}`,
    by: residue.leftBy?.advisoryLocks,
  })),
  ...(residue.openTransaction
    ? [{ what: 'A transaction is still open', by: residue.leftBy?.openTransaction }]
    : []),
  ...(step.kind === 'change-interval' || step.kind === 'cancelled-change'
    ? residue.changedSettings.map((s) => ({
        what: `The setting ${s.name} is ${s.after ?? 'unset'}, and was ${s.before ?? 'unset'} before,`,
        by: residue.leftBy?.settings[s.name],
      }))
    : []),
];

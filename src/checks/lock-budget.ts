/** `lock-budget`: how long which lock was held, and how long a writer and a reader stood still, against the budget. */
import type { Check, Judgement } from '../domain/check.ts';
import type { History } from '../domain/history.ts';
import type { HeldLock, LockBudget } from '../domain/session-trace.ts';
import { count, milliseconds, shortName } from '../domain/wording.ts';
import { conclude, moment, playedRecords, type Violation } from './judging.ts';

export const lockBudget: Check = {
  id: 'lock-budget',
  title: 'Nobody stands still for long',
  why: 'Whoever reads or writes a locked table waits until the transaction ends, and connections pile up behind.',
  remedy:
    'Do the long work before the lock or in small transactions, take the lock last, and commit right after it.',
  severity: 'warning',
  judge,
};

function judge(history: History): Judgement {
  const overdue: { readonly lock: HeldLock; readonly when: string }[] = [];
  let judged = 0;
  for (const { pass, record } of playedRecords(history)) {
    if (!record.locks) continue;
    judged += 1;
    const locks = record.locks.filter((lock) => lock.heldMs > budgetOf(lock, history.lockBudget));
    const when = moment(history, pass, record.step, 'during');
    overdue.push(...locks.filter((lock) => !isTold(lock, locks)).map((lock) => ({ lock, when })));
  }
  const violations = overdue
    .sort((a, b) => b.lock.heldMs - a.lock.heldMs)
    .map(({ lock, when }) => violationOf(lock, when, history.lockBudget));
  return conclude(
    { violations, unjudged: [], judged },
    {
      pass: 'No table in use was locked for longer than its budget.',
      notApplicable: 'No table was in use while migrations ran.',
    },
  );
}

const stopsReaders = ({ mode }: HeldLock): boolean => mode === 'ACCESS EXCLUSIVE';

const budgetOf = (lock: HeldLock, { exclusiveMs, writerStallMs }: LockBudget): number =>
  stopsReaders(lock) ? Math.min(exclusiveMs, writerStallMs) : writerStallMs;

/** A partition's lock adds nothing to the same lock of its table; nor does a weaker one that was held no longer. */
const isTold = (lock: HeldLock, all: readonly HeldLock[]): boolean =>
  all.some(
    (other) =>
      other !== lock &&
      [lock.table, lock.parent].includes(other.table) &&
      other.heldMs >= lock.heldMs &&
      (stopsReaders(other) || !stopsReaders(lock)) &&
      (other.table !== lock.table || other.mode !== lock.mode),
  );

function violationOf(lock: HeldLock, when: string, budget: LockBudget): Violation {
  const { table, parent, mode, heldMs, rows, location, statement } = lock;
  const name = shortName(table) + (parent === undefined ? '' : `, a partition of ${shortName(parent)},`);
  const measured = rows === undefined ? '' : ` (${count(rows, 'row')})`;
  const whoWaits = stopsReaders(lock) ? 'who reads or writes it' : 'who writes to it';
  return {
    text: `${name} was locked ${mode} for ${milliseconds(heldMs)}${measured}${when}, budget ${milliseconds(budgetOf(lock, budget))}: ${whoWaits} stands still meanwhile.`,
    location,
    statement,
  };
}

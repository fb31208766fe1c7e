/** `idempotent`: a second run changes nothing. */
import type { Check, Judgement } from '../domain/check.ts';
import type { History } from '../domain/history.ts';
import type { Layout, Partition } from '../domain/layout.ts';
import { equalRanges } from '../domain/range.ts';
import { count, shortName } from '../domain/wording.ts';
import { conclude, moment, playedRecords, tableIn, type Violation } from './judging.ts';

export const idempotent: Check = {
  id: 'idempotent',
  title: 'A second run changes nothing',
  why: 'Maintenance runs again and again; a run that has nothing to do must leave partitions, and their locks, alone.',
  remedy: 'Compare the bounds that are there with those that are wanted, and touch only what differs.',
  severity: 'error',
  judge,
};

function judge(history: History): Judgement {
  const violations: Violation[] = [];
  const unjudged: string[] = [];
  let judged = 0;
  for (const { pass, record, previous } of playedRecords(history)) {
    const { step, outcome } = record;
    const again = step.kind === 'repeat-migrations' || (step.kind === 'change-interval' && step.repeats);
    if (!again || !previous) continue;
    if (outcome.kind !== 'done' || previous.outcome.kind !== 'done') {
      unjudged.push(`"${step.label}" did not run to its end.`);
      continue;
    }
    for (const { table, layout } of record.tables) {
      const before = tableIn(previous, table)?.layout;
      if (!layout || !before) continue;
      judged += 1;
      const changes = differences(before, layout);
      if (changes.length === 0) continue;
      violations.push({
        text: `The partitions of ${shortName(table)} are not as they were${moment(history, pass, step)}: ${count(changes.length, 'difference')}.`,
        count: changes.length,
        examples: changes,
      });
    }
  }
  return conclude(
    { violations, unjudged, judged },
    { pass: 'The same call again changed nothing.', notApplicable: 'Nothing was run a second time.' },
  );
}

function differences(before: Layout, after: Layout): string[] {
  const gone = before.partitions.filter((b) => !after.partitions.some((a) => a.oid === b.oid));
  const made = after.partitions.filter((a) => !before.partitions.some((b) => b.oid === a.oid));
  const moved = after.partitions.filter((a) =>
    before.partitions.some((b) => b.oid === a.oid && !sameBounds(a, b)),
  );
  return [
    ...gone.map(
      (p) => `${shortName(p.name)} was dropped${made.some((m) => m.name === p.name) ? ' and made anew' : ''}`,
    ),
    ...made.filter((p) => !gone.some((g) => g.name === p.name)).map((p) => `${shortName(p.name)} was made`),
    ...moved.map((p) => `${shortName(p.name)} got another range or name`),
  ];
}

const sameBounds = (a: Partition, b: Partition): boolean =>
  a.name === b.name &&
  (a.kind === 'range' && b.kind === 'range' ? equalRanges(a.range, b.range) : a.kind === b.kind);

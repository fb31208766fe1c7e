/** `idempotent`: a second run changes nothing. */
import type { Check, Judgement } from '../domain/check.ts';
import type { History, OriginEvent, Pass, StepRecord, TableState } from '../domain/history.ts';
import type { Layout, Partition } from '../domain/layout.ts';
import { equalRanges } from '../domain/range.ts';
import { count, shortName } from '../domain/wording.ts';
import { attributeDifferences } from './attribute-differences.ts';
import {
  conclude,
  moment,
  originOf,
  type Played,
  playedRecords,
  tableIn,
  type Violation,
} from './judging.ts';
import { CAME, located, WENT } from './places.ts';

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
  for (const played of playedRecords(history)) {
    const { pass, record, previous } = played;
    const { step, outcome } = record;
    const again = step.kind === 'repeat-migrations' || ('repeats' in step && step.repeats);
    if (!again || !previous) continue;
    if (outcome.kind !== 'done' || previous.outcome.kind !== 'done') {
      unjudged.push(`"${step.label}" did not run to its end.`);
      continue;
    }
    for (const state of record.tables) {
      violations.push(...beside(history, played, state));
      const { table, layout } = state;
      const before = tableIn(previous, table)?.layout;
      if (!layout || !before) continue;
      judged += 1;
      const changes = differences(before, layout);
      if (changes.length === 0) continue;
      violations.push({
        text: `The partitions of ${shortName(table)} are not as they were${moment(history, pass, step)}: ${count(changes.length, 'difference')}.`,
        count: changes.length,
        examples: changes.map(({ text }) => text),
        ...located(played, ...changes.map(({ name, events }) => originOf(record, name, events))),
      });
    }
  }
  return conclude(
    { violations, unjudged, judged },
    { pass: 'The same call again changed nothing.', notApplicable: 'Nothing was run a second time.' },
  );
}

/** What came or went beside partitions: one more index at each run. */
function beside(
  history: History,
  played: Played,
  { table, attributes, attributesWhenSeeded }: TableState,
): Violation[] {
  const { pass, record, previous } = played;
  // Rows were seeded or added just before: what hung on the table then was not touched since.
  const before =
    tableIn(previous, table)?.attributes ??
    (previous && hasSeeded(pass, previous) ? attributesWhenSeeded : undefined);
  const changes = attributes && before ? attributeDifferences(before, attributes) : [];
  if (changes.length === 0) return [];
  const origins = changes.flatMap(({ objects, isAdded }) =>
    objects.map((object) => originOf(record, object, isAdded ? CAME : WENT) ?? originOf(record, object)),
  );
  return [
    {
      text: `What hangs on ${shortName(table)} is not as it was${moment(history, pass, record.step)}: ${count(changes.length, 'difference')}.`,
      count: changes.length,
      examples: changes.map(({ text }) => text),
      ...located(played, ...origins),
    },
  ];
}

/** Whether a step seeds, or only adds rows to what was seeded right before it. */
function hasSeeded({ records }: Pass, record: StepRecord): boolean {
  const steps = records.slice(0, records.indexOf(record) + 1).map(({ step }) => step.kind);
  return steps.findLast((kind) => kind !== 'book-ahead') === 'seed';
}

interface Difference {
  readonly text: string;
  /** Of the partition. */
  readonly name: string;
  /** What must have happened to it. */
  readonly events: readonly OriginEvent[];
}

function differences(before: Layout, after: Layout): Difference[] {
  const gone = before.partitions.filter((b) => !after.partitions.some((a) => a.oid === b.oid));
  const made = after.partitions.filter((a) => !before.partitions.some((b) => b.oid === a.oid));
  const moved = after.partitions.filter((a) =>
    before.partitions.some((b) => b.oid === a.oid && !sameBounds(a, b)),
  );
  const tell = (text: string, { name }: Partition, events: readonly OriginEvent[]): Difference => ({
    text: `${shortName(name)} ${text}`,
    name,
    events,
  });
  return [
    ...gone.map((p) =>
      tell(`was dropped${made.some((m) => m.name === p.name) ? ' and made anew' : ''}`, p, WENT),
    ),
    ...made.filter((p) => !gone.some((g) => g.name === p.name)).map((p) => tell('was made', p, CAME)),
    ...moved.map((p) => tell('got another range or name', p, CAME)),
  ];
}

const sameBounds = (a: Partition, b: Partition): boolean =>
  a.name === b.name &&
  (a.kind === 'range' && b.kind === 'range' ? equalRanges(a.range, b.range) : a.kind === b.kind);

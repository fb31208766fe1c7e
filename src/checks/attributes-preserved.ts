/** `attributes-preserved`: what hangs on a table is there after the change: indexes, keys, grants, triggers, views, sequences. */
import type { Check, Judgement } from '../domain/check.ts';
import type { History, Pass, StepRecord } from '../domain/history.ts';
import { type Layout, rangePartitions } from '../domain/layout.ts';
import { overlaps } from '../domain/range.ts';
import { type Loss, lossesOf } from './attribute-losses.ts';
import { conclude, moment, originOf, playedRecords, type Violation } from './judging.ts';

export const attributesPreserved: Check = {
  id: 'attributes-preserved',
  title: 'What hung on the table still does',
  why: 'A table that is copied and swapped comes without the grants, triggers and foreign keys of the old one, and nothing fails until the first user does.',
  remedy:
    'Make on the new table what the old one had, before the swap; or name what is to go in a statement of its own, without CASCADE.',
  severity: 'error',
  judge,
};

function judge(history: History): Judgement {
  const violations: Violation[] = [];
  let judged = 0;
  // What the first call took is not there after the second either: it is told once.
  const told = new Map<Pass, Set<string>>();
  for (const { pass, record } of playedRecords(history)) {
    const known = told.get(pass) ?? new Set<string>();
    told.set(pass, known);
    for (const { attributes, attributesWhenSeeded, layout, layoutWhenSeeded } of record.tables) {
      if (!attributes || !attributesWhenSeeded) continue;
      judged += 1;
      const losses = lossesOf({
        before: attributesWhenSeeded,
        after: attributes,
        named: record.named ?? [],
        isAddition: (name) => isAddition(name, layoutWhenSeeded, layout),
      }).filter(({ text }) => !known.has(text));
      for (const { text } of losses) known.add(text);
      const when = moment(history, pass, record.step);
      violations.push(
        ...losses.map((loss) => ({
          text: loss.text.replace(/\.$/, `${when}.`),
          ...placeOf(record, loss, attributes.table),
        })),
      );
    }
  }
  return conclude(
    { violations, unjudged: [], judged },
    {
      pass: 'What hung on the tables still hangs on them.',
      notApplicable: 'No table was in use before the change.',
    },
  );
}

/** What lies within a partition that is partitioned itself is in no layout, and taken to replace something. */
function isAddition(name: string, before: Layout | undefined, after: Layout | undefined): boolean {
  const made = after?.partitions.find((p) => p.name === name);
  if (!before || made?.kind !== 'range') return false;
  return !rangePartitions(before).some((p) => overlaps(p.range, made.range));
}

/** Where the object went; else where the table or the partition came to be that lacks it. */
function placeOf(
  record: StepRecord,
  { object, partitions }: Loss,
  table: string,
): Pick<Violation, 'location' | 'statement'> {
  const [partition] = partitions;
  const origin =
    (object === undefined ? undefined : originOf(record, object, ['dropped', 'altered'])) ??
    originOf(record, partition ?? table, ['made', 'attached']) ??
    originOf(record, partition ?? table);
  return { location: origin?.location ?? record.residue?.location, statement: origin?.statement };
}

/** `names-match-bounds`: a partition's name does not lie about its range. */
import type { Check, Judgement } from '../domain/check.ts';
import type { History } from '../domain/history.ts';
import type { Layout, RangePartition } from '../domain/layout.ts';
import { bareName, claimOf, isTrueOf, type NameClaim } from '../domain/partition-name.ts';
import { equalRanges, formatRange, spanOf } from '../domain/range.ts';
import { shortName } from '../domain/wording.ts';
import { conclude, everyRecord, moment, originOf, type Played, tableIn, type Violation } from './judging.ts';

export const namesMatchBounds: Check = {
  id: 'names-match-bounds',
  title: 'Names say what is in them',
  why: 'Whoever drops or restores a partition by hand goes by its name.',
  remedy:
    'Make the name from the lower bound that the partition is given, in the statement that makes it, or rename it.',
  severity: 'warning',
  judge,
};

function judge(history: History): Judgement {
  const violations: Violation[] = [];
  let judged = 0;
  for (const { pass, record, previous } of everyRecord(history)) {
    if (isReleased({ pass, record, previous })) continue;
    for (const { table, layout } of record.tables) {
      if (!layout) continue;
      const before = tableIn(previous, table)?.layout;
      for (const { partition, claim, isTrue } of claimsIn(layout)) {
        judged += 1;
        if (isTrue || wasThere(partition, before)) continue;
        const origin = originOf(record, partition.name, ['made', 'attached', 'altered']);
        violations.push({
          text: `${shortName(partition.name)} is named for ${claim.words} and covers ${formatRange(partition.range)}${moment(history, pass, record.step)}.`,
          location: origin?.location,
          statement: origin?.statement,
        });
      }
    }
  }
  return conclude(
    { violations, unjudged: [], judged },
    {
      pass: 'Every name that tells of a range tells of its own.',
      notApplicable: 'No partition has a name that tells of its range.',
    },
  );
}

/** What was released is not the change's to answer for. */
const isReleased = ({ pass, record }: Played): boolean =>
  record.given && pass.records.some(({ step }) => step.kind === 'apply-migrations' && step.which === 'base');

interface JudgedName {
  readonly partition: RangePartition;
  readonly claim: NameClaim;
  readonly isTrue: boolean;
}

/** Of each partition with two finite ends and a name that can be read. */
function claimsIn(layout: Layout): JudgedName[] {
  const parent = bareName(layout.table);
  return layout.partitions.flatMap((partition) => {
    const span = partition.kind === 'range' ? spanOf(partition.range) : undefined;
    if (partition.kind !== 'range' || !span) return [];
    const claim = claimOf(bareName(partition.name), parent);
    if (!claim) return [];
    return [{ partition, claim, isTrue: isTrueOf(claim, span, layout.keyType === 'timestamptz') }];
  });
}

/** It is told of once, where it came to be. */
const wasThere = (partition: RangePartition, before: Layout | undefined): boolean =>
  before?.partitions.some(
    (p) =>
      p.kind === 'range' &&
      p.oid === partition.oid &&
      p.name === partition.name &&
      equalRanges(p.range, partition.range),
  ) ?? false;

/** `no-overlap`: no two partitions claim one instant, and no change stops on an overlap. */
import type { Check, Judgement } from '../domain/check.ts';
import type { History } from '../domain/history.ts';
import { findOverlaps } from '../domain/layout.ts';
import { formatRange } from '../domain/range.ts';
import { shortName } from '../domain/wording.ts';
import { conclude, everyRecord, isOverlap, moment, type Violation } from './judging.ts';
import { CAME, located, originBefore } from './places.ts';

export const noOverlap: Check = {
  id: 'no-overlap',
  title: 'No ranges overlap',
  why: 'A change that stops on an overlap at night leaves the old interval, and perhaps its lock.',
  remedy:
    'Decide from the bounds in the catalog, not from names: keep or drop what is in the way before making the new partition.',
  severity: 'error',
  judge,
};

function judge(history: History): Judgement {
  const violations: Violation[] = [];
  let judged = 0;
  for (const played of everyRecord(history)) {
    const { pass, record } = played;
    const { outcome, step } = record;
    if (outcome.kind === 'failed' && isOverlap(outcome.failure)) {
      violations.push({
        text: `It stops on an overlap${moment(history, pass, step, 'during')}: ${outcome.failure.message}`,
        location: outcome.location,
        statement: outcome.statement,
      });
    }
    for (const { table, layout } of record.tables) {
      if (!layout) continue;
      judged += 1;
      for (const { first, second, range } of findOverlaps(layout)) {
        violations.push({
          text: `${shortName(first.name)} and ${shortName(second.name)} of ${shortName(table)} both claim ${formatRange(range)}.`,
          ...located(played, originBefore(played, [second.name, first.name], CAME)),
        });
      }
    }
  }
  return conclude(
    { violations, unjudged: [], judged },
    { pass: 'No two partitions claim one instant.', notApplicable: 'No range-partitioned table was there.' },
  );
}

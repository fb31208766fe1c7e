/** `default-empty`: no row hides in a default or catch-all partition. */
import type { Check, Judgement } from '../domain/check.ts';
import type { History, Place, RowFault } from '../domain/history.ts';
import { defaultPartition, findGaps, type Layout, maintainedWindow } from '../domain/layout.ts';
import { formatRange, type Range, subtract } from '../domain/range.ts';
import { count, shortName, thousands } from '../domain/wording.ts';
import { conclude, moment, playedRecords, tableIn, type Violation } from './judging.ts';
import { located, placeOfOpening } from './places.ts';

export const defaultEmpty: Check = {
  id: 'default-empty',
  title: 'No row hides in a default partition',
  why: 'Rows in a default partition block the partition that they belong into, and no retention reaches them.',
  remedy: 'Make the partition of their range first and move them into it, or let the change cover the range.',
  severity: 'error',
  judge,
};

function judge(history: History): Judgement {
  const violations: Violation[] = [];
  let judged = 0;
  let stayed = 0;
  for (const played of playedRecords(history)) {
    const { pass, record, previous } = played;
    for (const { table, layout, layoutWhenSeeded, rows } of record.tables) {
      if (!layout) continue;
      judged += 1;
      stayed = Math.max(stayed, rows?.stillInCatchAll ?? 0);
      const moved = rows?.movedToCatchAll;
      if (moved && moved.count > 0) {
        violations.push({
          text: `${count(moved.count, 'row')} of ${shortName(table)} had a partition of their own and are in a default or catch-all partition${moment(history, pass, record.step)}.`,
          count: moved.count,
          examples: moved.examples.map((e) => `${e.key} at ${e.at}, of ${shortName(e.partition)}`),
          unlisted: moved.count - moved.examples.length,
          ...located(played, placeOfRows(moved)),
        });
      }
      const before = tableIn(previous, table)?.layout ?? layoutWhenSeeded;
      for (const range of leftToDefault(before, layout)) {
        violations.push({
          text: `${shortName(table)} leaves ${formatRange(range)} to its default partition${moment(history, pass, record.step)}.`,
          ...placeOfOpening(played, { range, before, after: layout }),
        });
      }
    }
  }
  if (violations.length === 0 && stayed > 0) {
    return {
      verdict: 'fail',
      severity: 'warning',
      message: `${thousands(stayed)} rows were in a default or catch-all partition before, and still are.`,
      evidence: { count: stayed, examples: [] },
    };
  }
  return conclude(
    { violations, unjudged: [], judged },
    {
      pass: 'No seeded row is in a default or catch-all partition.',
      notApplicable: 'No range-partitioned table was there.',
    },
  );
}

const placeOfRows = ({ location, statement = '' }: RowFault): Place => ({
  statement,
  ...(location ? { location } : {}),
});

/** What only the default partition takes now, and had a partition before or was never uncovered before. */
function leftToDefault(before: Layout | undefined, after: Layout): Range[] {
  const window = maintainedWindow(before, after);
  if (!defaultPartition(after) || !window) return [];
  const openBefore = before ? findGaps(before, window) : [];
  return findGaps(after, window).flatMap((gap) => subtract(gap, openBefore));
}

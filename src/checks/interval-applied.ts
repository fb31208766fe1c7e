/** `interval-applied`: the catalog shows the interval that was asked for, wherever no data forbids it. */
import type { Check, Judgement } from '../domain/check.ts';
import type { History, Origin } from '../domain/history.ts';
import { DAY, type Instant } from '../domain/instant.ts';
import { type Interval, intervalOf, isAboutOneInterval, nthBound } from '../domain/interval.ts';
import {
  finiteSpans,
  type Layout,
  maintainedWindow,
  rangePartitions,
  type RangePartition,
} from '../domain/layout.ts';
import { equalRanges, formatRange, type Span, spanOf } from '../domain/range.ts';
import { count, shortName } from '../domain/wording.ts';
import { conclude, everyRecord, moment, originOf, type Played, tableIn, type Violation } from './judging.ts';
import { CAME, located, type Located, originBefore } from './places.ts';

export const intervalApplied: Check = {
  id: 'interval-applied',
  title: 'The new interval is there',
  why: 'CREATE TABLE IF NOT EXISTS compares names, not bounds: a change can run without error and do nothing.',
  remedy:
    'Drop the empty partitions of the old interval first, and compare bounds in the catalog, not names.',
  severity: 'error',
  judge,
};

function judge(history: History): Judgement {
  const violations: Violation[] = [];
  const unjudged: string[] = [];
  let judged = 0;
  let asked = 0;
  for (const played of everyRecord(history)) {
    const { pass, record, previous } = played;
    const { step, outcome } = record;
    if (step.kind !== 'change-interval' || step.repeats) continue;
    asked += 1;
    if (outcome.kind !== 'done') {
      unjudged.push(`The change to ${step.to} did not run to its end.`);
      continue;
    }
    for (const state of record.tables) {
      if (!state.managed || !state.layout) continue;
      const seen = compare({
        before: tableIn(previous, state.table)?.layout,
        after: state.layout,
        interval: intervalOf(step.to),
        now: history.now,
      });
      judged += seen.applied + seen.wrong.length;
      if (seen.wrong.length === 0) continue;
      const verb = seen.wrong.length === 1 ? 'has' : 'have';
      violations.push({
        text: `${count(seen.wrong.length, 'partition')} of ${shortName(state.table)} ${verb} another interval than ${step.to}, where no row forbids it${moment(history, pass, step)}.`,
        count: seen.wrong.length,
        examples: seen.wrong.map((p) => `${shortName(p.name)} spans ${formatRange(p.range)}`),
        ...placeOf(
          played,
          seen.wrong.map((p) => p.name),
          state.layout,
        ),
      });
    }
  }
  if (asked > 0 && judged === 0 && unjudged.length === 0) {
    unjudged.push('No partition of the future was free of rows: the new interval could be seen nowhere.');
  }
  return conclude(
    { violations, unjudged, judged },
    {
      pass: 'The catalog shows the interval asked for, wherever no row forbids it.',
      notApplicable: 'No interval was asked for.',
    },
  );
}

/** What made or left a wrong partition; else what made others of the table; else what had made the wrong one before. */
function placeOf(played: Played, wrong: readonly string[], { partitions }: Layout): Located {
  const last = (names: readonly string[]): Origin | undefined =>
    names.flatMap((name) => originOf(played.record, name, [...CAME, 'left']) ?? [])[0];
  const others = partitions.map((p) => p.name);
  return located(played, last(wrong), last(others), originBefore(played, wrong, CAME));
}

interface Change {
  readonly before: Layout | undefined;
  readonly after: Layout;
  readonly interval: Interval;
  readonly now: Instant;
}

/** Bounds of a timestamptz key that are no midnights of UTC are taken for midnights of a zone with summer time. */
const slackOf = ({ lower, upper }: Span, { keyType }: Layout): bigint =>
  keyType === 'timestamptz' && (lower % DAY !== 0n || upper % DAY !== 0n) ? DAY / 24n : 0n;

/**
 * Sorts the future's partitions: kept because rows were in them, of the interval asked for, cut short by a kept
 * neighbour or by the window's end, or wrong.
 */
function compare({ before, after, interval, now }: Change): { applied: number; wrong: RangePartition[] } {
  const held = before ? rangePartitions(before).filter((p) => p.rows > 0) : [];
  const windowEnd = maintainedWindow(before, after)?.upper;
  const kept = (p: RangePartition): boolean =>
    held.some((h) => h.oid === p.oid || equalRanges(h.range, p.range));
  const occupiedEdges = new Set(
    finiteSpans({ ...after, partitions: rangePartitions(after).filter(kept) }).flatMap((s) => [
      s.lower,
      s.upper,
    ]),
  );
  const wrong: RangePartition[] = [];
  let applied = 0;
  for (const partition of rangePartitions(after)) {
    const span = spanOf(partition.range);
    if (!span || span.lower < now || kept(partition)) continue;
    const cutShort =
      span.upper < nthBound(span.lower, interval, 1) &&
      (occupiedEdges.has(span.lower) || occupiedEdges.has(span.upper) || span.upper === windowEnd);
    if (isAboutOneInterval(span, interval, slackOf(span, after))) applied += 1;
    else if (!cutShort) wrong.push(partition);
  }
  return { applied, wrong };
}

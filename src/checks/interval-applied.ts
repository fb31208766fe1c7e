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
 * neighbour or by the window's end, left alone along with rows, or wrong.
 */
function compare({ before, after, interval, now }: Change): { applied: number; wrong: RangePartition[] } {
  const old = before ? rangePartitions(before) : [];
  const isAmong = (some: readonly RangePartition[], p: RangePartition): boolean =>
    some.some((h) => h.oid === p.oid || equalRanges(h.range, p.range));
  const held = old.filter((p) => p.rows > 0);
  const kept = (p: RangePartition): boolean => isAmong(held, p);
  const edges = finiteSpans({ ...after, partitions: rangePartitions(after).filter(kept) });
  const window = maintainedWindow(before, after);
  const occupiedEdges = new Set(edges.flatMap((s) => [s.lower, s.upper]));
  const applied: Span[] = [];
  const others: { partition: RangePartition; span: Span }[] = [];
  for (const partition of rangePartitions(after)) {
    const span = spanOf(partition.range);
    if (!span || span.lower < now || kept(partition)) continue;
    const isCutShort =
      span.upper < nthBound(span.lower, interval, 1) &&
      (occupiedEdges.has(span.lower) || occupiedEdges.has(span.upper) || span.upper === window?.upper);
    if (isAboutOneInterval(span, interval, slackOf(span, after))) applied.push(span);
    else if (!isCutShort) others.push({ partition, span });
  }
  const cells = { after, interval, applied, kept, isOld: (p: RangePartition) => isAmong(old, p) };
  const isCutByTheBeginning = (span: Span): boolean =>
    span.lower === window?.lower &&
    span.upper < nthBound(span.lower, interval, 1) &&
    applied.some((a) => a.lower === span.upper);
  const wrong = others
    .filter(({ span }) => !isCutByTheBeginning(span) && !isInRangeLeftAlone(span, cells))
    .map((o) => o.partition);
  return { applied: applied.length, wrong };
}

interface Cells {
  readonly after: Layout;
  readonly interval: Interval;
  /** Spans of the interval asked for: the others are counted from the next of them. */
  readonly applied: readonly Span[];
  readonly kept: (partition: RangePartition) => boolean;
  /** Whether a partition of that range was there before. */
  readonly isOld: (partition: RangePartition) => boolean;
}

/**
 * A whole range of the new interval in which rows are may be left as it was, to begin anew with the next one: also its
 * partitions without rows. Where the old interval does not end with the new one, one shorter partition bridges the two.
 */
function isInRangeLeftAlone(span: Span, { after, interval, applied, kept, isOld }: Cells): boolean {
  const middle = middleOf(span);
  const anchor = applied.find((a) => a.lower >= span.upper) ?? applied.at(-1);
  if (!anchor) return false;
  let n = anchor.lower > middle ? -1 : 1;
  while (nthBound(anchor.lower, interval, n) > middle) n -= 1;
  while (nthBound(anchor.lower, interval, n + 1) <= middle) n += 1;
  const [lower, upper] = [nthBound(anchor.lower, interval, n), nthBound(anchor.lower, interval, n + 1)];
  const within = rangePartitions(after).flatMap((partition) => {
    const of = spanOf(partition.range);
    return of && middleOf(of) >= lower && middleOf(of) < upper
      ? [{ partition, length: of.upper - of.lower }]
      : [];
  });
  const left = within.filter((w) => isOld(w.partition));
  const bridges = within.filter((w) => !left.includes(w));
  return (
    left.some((w) => kept(w.partition)) &&
    bridges.length <= 1 &&
    bridges.every((bridge) => left.some((w) => w.length > bridge.length))
  );
}

const middleOf = ({ lower, upper }: Span): Instant => lower + (upper - lower) / 2n;

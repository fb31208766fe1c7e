/** `no-gap`: every instant of the maintained window has a partition, and takes a row. */
import type { Check, Judgement } from '../domain/check.ts';
import type { History, TableState } from '../domain/history.ts';
import { formatShort, type Instant } from '../domain/instant.ts';
import {
  defaultPartition,
  findGaps,
  keyStep,
  type Layout,
  maintainedWindow,
  partitionAt,
} from '../domain/layout.ts';
import { formatRange, type Span } from '../domain/range.ts';
import type { RetentionRule } from '../domain/retention.ts';
import { count, shortName } from '../domain/wording.ts';
import { conclude, moment, type Played, playedRecords, tableIn, type Violation } from './judging.ts';
import { CAME, located, type Located, originBefore, placeOfBarrier, placeOfOpening, WENT } from './places.ts';

export const noGap: Check = {
  id: 'no-gap',
  title: 'No instant is left without a partition',
  why: 'An insert into a hole fails with 23514, at whatever hour that instant is booked.',
  remedy:
    'Bounds are half-open: let each upper bound be the next lower bound, not "minus one second", and cover what was covered before.',
  severity: 'error',
  judge,
};

function judge(history: History): Judgement {
  const violations: Violation[] = [];
  const unjudged: string[] = [];
  let judged = 0;
  for (const played of playedRecords(history)) {
    const { pass, record } = played;
    if (record.step.kind === 'cancelled-change' || record.step.kind === 'book-ahead') continue;
    for (const state of record.tables) {
      const before = layoutBefore(played, state);
      const window = lessRetired(maintainedWindow(before, state.layout), history.retention);
      if (!state.layout || !window) continue;
      judged += 1;
      const at = moment(history, pass, record.step);
      violations.push(...gaps(played, { state, before, after: state.layout, window, at }));
      if (record.outcome.kind === 'failed') continue;
      const refusals = refused(history, played, { state, before, after: state.layout, window, at });
      violations.push(...refusals.violations);
      unjudged.push(...refusals.unjudged);
    }
  }
  return conclude(
    { violations, unjudged, judged },
    {
      pass: 'Every instant of the maintained window has a partition, and takes a row.',
      notApplicable: 'No table with finite partitions was there.',
    },
  );
}

/** What the configured retention removes need not be covered. */
function lessRetired(window: Span | undefined, retention: RetentionRule | undefined): Span | undefined {
  if (!window || !retention || window.lower >= retention.safe) return window;
  return window.upper > retention.safe ? { lower: retention.safe, upper: window.upper } : undefined;
}

/** What was covered before the change: when rows were seeded, or at the end of the pass's preparation. */
const layoutBefore = (
  { pass, record }: Played,
  { table, layoutWhenSeeded }: TableState,
): Layout | undefined =>
  layoutWhenSeeded ??
  pass.records
    .filter((r) => r.given && r !== record)
    .flatMap((r) => tableIn(r, table)?.layout ?? [])
    .at(-1);

interface View {
  readonly state: TableState;
  readonly before: Layout | undefined;
  readonly after: Layout;
  readonly window: Span;
  /** When it was seen, in words. */
  readonly at: string;
}

/** A default partition takes what falls into a hole: that is for default-empty to judge. */
function gaps(played: Played, { state, before, after, window, at }: View): Violation[] {
  if (defaultPartition(after)) return [];
  const found = findGaps(after, window);
  const [first] = found;
  if (!first) return [];
  const others = found.length > 1 ? ` and ${count(found.length - 1, 'more range')}` : '';
  return [
    {
      text: `${shortName(state.table)} has no partition for ${formatRange(first)}${others}${at}.`,
      count: found.length,
      examples: found.slice(1).map((gap) => `nor for ${formatRange(gap)}`),
      ...placeOfOpening(played, { range: first, before, after }),
    },
  ];
}

function refused(
  { now }: History,
  played: Played,
  { state, before, after, window }: View,
): { violations: Violation[]; unjudged: string[] } {
  if (state.writes.kind === 'not-tried') {
    return {
      violations: [],
      unjudged: [`No insert was tried on ${shortName(state.table)}: ${state.writes.reason}`],
    };
  }
  const inside = state.writes.probes.filter((p) => p.at >= window.lower && p.at < window.upper);
  const holes = inside.filter((p) => p.kind === 'no-partition');
  // What is past may be closed on purpose; what is to come must be open.
  const shutOut = inside.flatMap((p) => (p.kind === 'shut-out' && p.at >= now ? [p] : []));
  const others = inside.flatMap((p) =>
    p.kind === 'refused' || (p.kind === 'shut-out' && p.at < now) ? [p] : [],
  );
  const [hole] = holes;
  const [shut] = shutOut;
  const [other] = others;
  const tell = (at: Instant, what: string, instants: number): Violation => ({
    text: `An insert into ${shortName(state.table)} at ${formatShort(at)} ${what} (${count(instants, 'instant')} of ${inside.length} tried).`,
    count: instants,
  });
  return {
    violations: [
      ...(hole
        ? [
            {
              ...tell(hole.at, 'finds no partition', holes.length),
              ...placeOfHole(played, { before, after, at: hole.at }),
            },
          ]
        : []),
      ...(shut
        ? [
            {
              ...tell(shut.at, `goes in with no values: ${shut.failure.message}`, shutOut.length),
              ...placeOfBarrier(played, [after.table, ...namesAt(after, shut.at)]),
            },
          ]
        : []),
    ],
    unjudged: other
      ? [
          `An insert into ${shortName(state.table)} at ${formatShort(other.at)} was refused for another reason: ${other.failure.message}`,
        ]
      : [],
  };
}

/** A hole that no gap of the layout shows is within a partition that is partitioned itself. */
function placeOfHole(
  played: Played,
  { before, after, at }: { before: Layout | undefined; after: Layout; at: Instant },
): Located {
  const gap = findGaps(after, { lower: at, upper: at + keyStep(after.keyType) })[0];
  if (gap) return placeOfOpening(played, { range: gap, before, after });
  const holders = [...namesAt(after, at), ...(before ? namesAt(before, at) : [])];
  return located(played, originBefore(played, holders, CAME), originBefore(played, holders, WENT));
}

const namesAt = (layout: Layout, at: Instant): string[] => {
  const partition = partitionAt(layout, at);
  return partition ? [partition.name] : [];
};

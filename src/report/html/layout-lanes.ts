/** Both lanes of a table's timeline: what it was before and after, side by side on one axis. */
import { type Layout, maintainedWindow } from '../../domain/layout.ts';
import { formatRange, type Range } from '../../domain/range.ts';
import type { ScenarioResult } from '../../domain/result.ts';
import { count } from '../../domain/wording.ts';
import { describeLayout } from '../summary.ts';
import { type Lane, laneOf, rangesByName } from './lane.ts';

export interface TableLanes {
  /** Schema-qualified. */
  readonly table: string;
  readonly before: Layout | undefined;
  readonly after: Layout | undefined;
  readonly lanes: readonly NamedLane[];
}

export interface NamedLane {
  readonly name: string;
  /** What the layout is in a few words. */
  readonly summary: string;
  /** Undefined where there was no layout. */
  readonly lane: Lane | undefined;
  /** What the bar of the default partition says; how many rows are in it where undefined. */
  readonly restWords?: string;
}

/** The tables of a scenario that have a layout before or after it. */
export function tablesOf({ before, after }: ScenarioResult): string[] {
  return [...new Set([...after, ...before].map(({ table }) => table))];
}

export function tableLanes(scenario: ScenarioResult, table: string, most: number): TableLanes {
  const find = (all: readonly Layout[]): Layout | undefined => all.find((layout) => layout.table === table);
  const [before, after] = [find(scenario.before), find(scenario.after)];
  const own = maintainedWindow(before);
  const both = maintainedWindow(before, after);
  const other = (layout: Layout | undefined): ReadonlyMap<string, Range> | undefined =>
    layout && rangesByName(layout);
  const first =
    before && laneOf({ layout: before, other: other(after), otherwise: 'gone', judged: own, most });
  const second =
    after && laneOf({ layout: after, other: other(before), otherwise: 'new', judged: both, most });
  return {
    table,
    before,
    after,
    lanes: [
      { name: 'Before', summary: summaryOf(before, first, seededInOne(scenario)), lane: first },
      { name: 'After', summary: summaryOf(after, second), lane: second },
    ],
  };
}

/** Rows that a table held before it was partitioned; known where it is the only one. */
const seededInOne = (scenario: ScenarioResult): number =>
  tablesOf(scenario).length === 1 && scenario.before.length === 0 ? scenario.rows.before : 0;

function summaryOf(layout: Layout | undefined, lane: Lane | undefined, seeded = 0): string {
  if (!layout || !lane)
    return seeded > 0 ? `one table, ${count(seeded, 'seeded row')}` : 'no range partitions';
  const rows = layout.partitions.reduce((sum, partition) => sum + partition.rows, 0);
  return [
    describeLayout(layout),
    count(rows, 'row'),
    ...(lane.gaps.length > 0 && !lane.byDefault ? [count(lane.gaps.length, 'gap')] : []),
    ...(lane.overlaps.length > 0 ? [count(lane.overlaps.length, 'overlap')] : []),
  ].join(', ');
}

const MOST_TOLD = 6;

/** Gaps and overlaps in words, those of the lane after first: what a narrow one shows is easily overlooked. */
export function faultsOf({ lanes }: TableLanes): {
  readonly told: readonly string[];
  readonly isGrave: boolean;
} {
  const told = lanes.toReversed().flatMap(({ name, lane }) => {
    if (!lane) return [];
    const when = name.toLowerCase();
    const gap = lane.byDefault
      ? (range: Range) =>
          `${capital(when)}: ${formatRange(range)} has no partition of its own; the default takes it.`
      : (range: Range) => `Gap ${when}: ${formatRange(range)} has no partition, and writes fail there.`;
    return [
      ...lane.overlaps.map(
        (range) => `Overlap ${when}: ${formatRange(range)} is claimed by more than one partition.`,
      ),
      ...lane.gaps.map(gap),
    ];
  });
  const more = told.length - MOST_TOLD;
  const shown = told.slice(0, MOST_TOLD);
  return {
    told: more > 0 ? [...shown, `${count(more, 'more gap or overlap', 'more gaps and overlaps')}.`] : shown,
    isGrave: lanes.some(
      ({ lane }) => lane && (lane.overlaps.length > 0 || (lane.gaps.length > 0 && !lane.byDefault)),
    ),
  };
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

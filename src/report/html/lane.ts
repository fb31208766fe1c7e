/** What is drawn of one layout: its partitions, or many as one, with the gaps and overlaps between them. */
import { calendarDayOf, type Instant } from '../../domain/instant.ts';
import {
  type DefaultPartition,
  defaultPartition,
  findGaps,
  type Layout,
  type RangePartition,
  rangePartitions,
} from '../../domain/layout.ts';
import {
  type Bound,
  compareBounds,
  equalRanges,
  maxBound,
  minBound,
  type Range,
  type Span,
} from '../../domain/range.ts';

/** What becomes of a partition, or became of it: known by name and range. */
export type Fate = 'kept' | 'new' | 'gone';

/** One partition, or several on end that are drawn as one. */
export interface Block {
  readonly range: Range;
  readonly fate: Fate;
  /** How many partitions it stands for. */
  readonly count: number;
  readonly name: string;
  readonly rows: number;
  /** Whether it shares an instant with the one before it, and is drawn beside it. */
  readonly isBeside: boolean;
}

export interface Lane {
  readonly blocks: readonly Block[];
  readonly gaps: readonly Range[];
  readonly overlaps: readonly Range[];
  readonly byDefault: DefaultPartition | undefined;
  /** Partitions, gaps and overlaps for which there was no room. */
  readonly omitted: number;
}

const MOST_FAULTS = 40;

export interface LaneInput {
  readonly layout: Layout;
  /** The ranges of the other layout's partitions by name; undefined where there is none to compare with. */
  readonly other: ReadonlyMap<string, Range> | undefined;
  /** What a partition is that the other layout does not have. */
  readonly otherwise: Exclude<Fate, 'kept'>;
  /** The window in which an instant without a partition is a gap. */
  readonly judged: Span | undefined;
  /** Blocks that there is room for. */
  readonly most: number;
}

export function laneOf({ layout, other, otherwise, judged, most }: LaneInput): Lane {
  const partitions = rangePartitions(layout);
  const gaps = judged ? findGaps(layout, judged) : [];
  const { overlaps, beside } = overlapsOf(partitions);
  const fateOf = ({ name, range }: RangePartition): Fate => {
    if (!other) return 'kept';
    const there = other.get(name);
    return there !== undefined && equalRanges(there, range) ? 'kept' : otherwise;
  };
  const blocks = together(
    partitions.map((partition, i) => single(partition, fateOf(partition), beside[i] ?? false)),
    most,
  );
  const shown = blocks.length <= most ? blocks : gravest(blocks, most);
  const drawn = shown.reduce((sum, block) => sum + block.count, 0);
  return {
    blocks: shown,
    gaps: gaps.slice(0, MOST_FAULTS),
    overlaps: overlaps.slice(0, MOST_FAULTS),
    byDefault: defaultPartition(layout),
    omitted:
      partitions.length -
      drawn +
      Math.max(0, gaps.length - MOST_FAULTS) +
      Math.max(0, overlaps.length - MOST_FAULTS),
  };
}

/** The ranges of a layout by the names of its partitions. */
export const rangesByName = (layout: Layout): ReadonlyMap<string, Range> =>
  new Map(rangePartitions(layout).map(({ name, range }) => [name, range]));

const single = ({ name, range, rows }: RangePartition, fate: Fate, beside: boolean): Block => ({
  range,
  fate,
  count: 1,
  name,
  rows,
  isBeside: beside,
});

interface Overlaps {
  /** What two or more partitions claim, each instant once. */
  readonly overlaps: readonly Range[];
  /** Of partitions that overlap in a row, every second stands beside the others. */
  readonly beside: readonly boolean[];
}

/** In one go over the partitions by lower bound: a report of strangers may hold many that all overlap. */
function overlapsOf(partitions: readonly RangePartition[]): Overlaps {
  const overlaps: Range[] = [];
  const beside: boolean[] = [];
  let reached: Bound | undefined;
  for (const { range } of partitions) {
    const overlapping = reached !== undefined && compareBounds(range.lower, reached) < 0;
    beside.push(overlapping && beside.at(-1) !== true);
    if (reached !== undefined && overlapping) {
      const upper = minBound(range.upper, reached);
      const last = overlaps.at(-1);
      if (last && compareBounds(range.lower, last.upper) <= 0)
        overlaps[overlaps.length - 1] = { lower: last.lower, upper: maxBound(last.upper, upper) };
      else overlaps.push({ lower: range.lower, upper });
    }
    reached = reached === undefined ? range.upper : maxBound(reached, range.upper);
  }
  return { overlaps, beside };
}

/** Calendar units that many partitions are drawn in as one, each with the number of its unit. */
const UNITS: readonly ((at: Instant) => number)[] = [
  (at) => calendarDayOf(at).year * 12 + calendarDayOf(at).month,
  (at) => calendarDayOf(at).year * 4 + Math.floor((calendarDayOf(at).month - 1) / 3),
  (at) => calendarDayOf(at).year,
  (at) => Math.floor(calendarDayOf(at).year / 10),
];

/** Where there are too many, those of one month, quarter, year or decade as one, gaps and what changes left apart. */
function together(blocks: readonly Block[], most: number): readonly Block[] {
  let joined = blocks;
  for (const unit of UNITS) {
    if (joined.length <= most) break;
    joined = joinedBy(blocks, unit);
  }
  return joined;
}

function joinedBy(blocks: readonly Block[], unit: (at: Instant) => number): Block[] {
  const out: Block[] = [];
  for (const block of blocks) {
    const last = out.at(-1);
    if (last && isJoined(last, block, unit))
      out[out.length - 1] = {
        ...last,
        range: { lower: last.range.lower, upper: block.range.upper },
        count: last.count + block.count,
        rows: last.rows + block.rows,
      };
    else out.push(block);
  }
  return out;
}

function isJoined(a: Block, b: Block, unit: (at: Instant) => number): boolean {
  const [from, to] = [a.range.lower, b.range.lower];
  return (
    a.fate === b.fate &&
    !a.isBeside &&
    !b.isBeside &&
    from.kind === 'finite' &&
    to.kind === 'finite' &&
    compareBounds(a.range.upper, to) === 0 &&
    b.range.upper.kind === 'finite' &&
    unit(from.at) === unit(to.at)
  );
}

/** What changes goes first, then what comes last: the future is what a change is about. */
function gravest(blocks: readonly Block[], most: number): Block[] {
  const kept = blocks
    .map((block, index) => ({ block, index }))
    .sort((a, b) => Number(a.block.fate === 'kept') - Number(b.block.fate === 'kept') || b.index - a.index)
    .slice(0, most);
  return kept.sort((a, b) => a.index - b.index).map(({ block }) => block);
}

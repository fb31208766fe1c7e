/** Where instants stand on a drawing: one axis for all its lanes, with the bounds that are labelled on it. */
import { calendarDayOf, DAY, formatShort, type Instant } from '../../domain/instant.ts';
import type { Bound, Range } from '../../domain/range.ts';

export interface TimeScale {
  /** Of a bound that the scale was made of; unbounded ends stand at the drawing's edges. */
  readonly x: (bound: Bound) => number;
  readonly ticks: readonly Tick[];
  /** Stretches that are drawn shorter than they are. */
  readonly shortened: readonly { readonly from: number; readonly to: number }[];
}

export interface Tick {
  readonly x: number;
  /** Middle of its label, which keeps within the drawing. */
  readonly labelX: number;
  readonly label: string;
  readonly isFault: boolean;
}

export interface ScaleInput {
  readonly ranges: readonly Range[];
  /** Ranges whose bounds are labelled first. */
  readonly faults: readonly Range[];
  readonly left: number;
  readonly right: number;
  /** Room that unbounded ends get, where there are any. */
  readonly margin: number;
  readonly characterWidth: number;
}

/** A stretch that is so many times as long as the median one is drawn shorter. */
const LONGEST_STRETCH = 16;

/** @returns undefined where no bound is finite. */
export function timeScale({
  ranges,
  faults,
  left,
  right,
  margin,
  characterWidth,
}: ScaleInput): TimeScale | undefined {
  const bounds = [...ranges, ...faults].flatMap(({ lower, upper }) => [lower, upper]);
  const instants = [...new Set(bounds.flatMap((bound) => (bound.kind === 'finite' ? [bound.at] : [])))].sort(
    (a, b) => (a < b ? -1 : 1),
  );
  const [first] = instants;
  if (first === undefined) return undefined;
  const start = left + (bounds.some(({ kind }) => kind === 'minvalue') ? margin : 0);
  const end = right - (bounds.some(({ kind }) => kind === 'maxvalue') ? margin : 0);
  const { positions, shortened } = placed(instants, start, end);
  const x = (bound: Bound): number => {
    if (bound.kind === 'finite') return positions.get(bound.at) ?? start;
    return bound.kind === 'minvalue' ? left : right;
  };
  const faulty = new Set(
    faults.flatMap(({ lower, upper }) => [lower, upper]).flatMap((b) => (b.kind === 'finite' ? [b.at] : [])),
  );
  const ticks = ticksOf(instants, { positions, faulty, characterWidth, left, right });
  return { x, ticks, shortened };
}

function placed(
  instants: readonly Instant[],
  start: number,
  end: number,
): { positions: ReadonlyMap<Instant, number>; shortened: { from: number; to: number }[] } {
  const lengths = instants.slice(1).map((at, i) => Number(at - (instants[i] ?? at)));
  const median = [...lengths].sort((a, b) => a - b)[Math.floor(lengths.length / 2)] ?? 1;
  const longest = lengths.length >= 4 ? LONGEST_STRETCH * median : Infinity;
  const weights = lengths.map((length) => Math.min(length, longest));
  const whole = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const positions = new Map<Instant, number>();
  const shortened: { from: number; to: number }[] = [];
  let reached = 0;
  instants.forEach((at, i) => {
    const place = (of: number): number => start + ((end - start) * of) / whole;
    const x = instants.length === 1 ? (start + end) / 2 : place(reached);
    positions.set(at, x);
    const weight = weights[i] ?? 0;
    if (weight < (lengths[i] ?? 0)) shortened.push({ from: x, to: place(reached + weight) });
    reached += weight;
  });
  return { positions, shortened };
}

/** Lower is labelled first. */
function rankOf(at: Instant, isEnd: boolean, isFault: boolean): number {
  if (isFault) return 0;
  if (isEnd) return 1;
  if (at % DAY !== 0n) return 6;
  const { month, day } = calendarDayOf(at);
  if (day !== 1) return 5;
  if (month === 1) return 2;
  return (month - 1) % 3 === 0 ? 3 : 4;
}

interface Room {
  readonly positions: ReadonlyMap<Instant, number>;
  readonly faulty: ReadonlySet<Instant>;
  readonly characterWidth: number;
  readonly left: number;
  readonly right: number;
}

/** As many bounds as have room for their labels, evenly within a rank. */
function ticksOf(
  instants: readonly Instant[],
  { positions, faulty, characterWidth, left, right }: Room,
): Tick[] {
  const candidates = instants
    .map((at, i) => {
      const label = formatShort(at);
      const isFault = faulty.has(at);
      const half = (label.length * characterWidth) / 2;
      const x = positions.get(at) ?? left;
      const centre = Math.min(Math.max(x, left + half), right - half);
      return {
        label,
        isFault,
        x,
        from: centre - half,
        to: centre + half,
        rank: rankOf(at, i === 0 || i === instants.length - 1, isFault),
      };
    })
    .sort((a, b) => a.rank - b.rank || a.x - b.x);
  const taken: { from: number; to: number }[] = [];
  const ticks: Tick[] = [];
  for (const { label, isFault, x, from, to } of candidates) {
    if (taken.some((other) => from < other.to + 10 && to > other.from - 10)) continue;
    taken.push({ from, to });
    ticks.push({ x, labelX: (from + to) / 2, label, isFault });
  }
  return ticks.sort((a, b) => a.x - b.x);
}

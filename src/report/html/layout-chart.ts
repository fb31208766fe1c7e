/** A table's partitions before and after, drawn on one time axis. */
import type { DefaultPartition } from '../../domain/layout.ts';
import { formatRange, type Range } from '../../domain/range.ts';
import { count, thousands } from '../../domain/wording.ts';
import { withoutSchema } from '../words.ts';
import type { Block, Lane } from './lane.ts';
import type { NamedLane, TableLanes } from './layout-lanes.ts';
import { type Html, html, short } from './markup.ts';
import { type TimeScale, timeScale } from './time-scale.ts';

/** A drawing for wide screens, and one for narrow ones: shrunk, nobody could read the first. */
export interface Canvas {
  readonly kind: 'wide' | 'narrow';
  readonly width: number;
}

export const CANVASES: readonly Canvas[] = [
  { kind: 'wide', width: 860 },
  { kind: 'narrow', width: 344 },
];

const BAND = 38;
/** Above the band: the lane's title and the numbers of rows; below it: names. */
const ABOVE = 34;
const BELOW = 14;
const DEFAULT_HEIGHT = 18;
const BETWEEN = 12;
const AXIS = 22;
const CHARACTER = 6.4;
const SIDE = 6;

interface Placed extends NamedLane {
  readonly top: number;
  readonly bottom: number;
}

export interface ChartNames {
  /** Of the page's own making. */
  readonly id: string;
  readonly title: string;
}

/** @returns undefined where no bound is finite: then there is no axis to draw on. */
export function layoutChart(
  { table, lanes }: TableLanes,
  { id, title }: ChartNames,
  { kind, width }: Canvas,
): Html | undefined {
  const scale = timeScale({
    ranges: lanes.flatMap(({ lane }) => lane?.blocks.map(({ range }) => range) ?? []),
    faults: lanes.flatMap(({ lane }) => [...(lane?.gaps ?? []), ...(lane?.overlaps ?? [])]),
    left: SIDE,
    right: width - SIDE,
    margin: kind === 'wide' ? 64 : 34,
    characterWidth: CHARACTER,
  });
  if (!scale) return undefined;
  const placed = stacked(lanes);
  const bottom = placed.at(-1)?.bottom ?? 0;
  const mostRows = Math.max(1, ...lanes.flatMap(({ lane }) => lane?.blocks.map(({ rows }) => rows) ?? []));
  const drawing: Drawing = { scale, mostRows, table, width, tooltips: kind === 'wide' };
  return html`<svg
    class="chart only-${kind}"
    viewBox="0 0 ${width} ${bottom + AXIS}"
    role="img"
    aria-labelledby="${id}-${kind}-t ${id}-${kind}-d"
  >
    <title id="${id}-${kind}-t">${title}</title>
    <desc id="${id}-${kind}-d">${describe(lanes)}</desc>
    ${axis(scale, placed, bottom)}${placed.map((lane) => drawLane(lane, drawing))}
  </svg>`;
}

const describe = (lanes: readonly NamedLane[]): string =>
  `${lanes.map(({ name, summary }) => `${name}: ${summary}.`).join(' ')} The table below the drawing has the same.`;

function stacked(lanes: readonly NamedLane[]): Placed[] {
  let top = 0;
  return lanes.map((named) => {
    const height = ABOVE + BAND + BELOW + (named.lane?.byDefault ? DEFAULT_HEIGHT : 0);
    const placed = { ...named, top, bottom: top + height };
    top += height + BETWEEN;
    return placed;
  });
}

const n = (value: number): number => Math.round(value * 10) / 10;

function axis({ ticks, shortened }: TimeScale, lanes: readonly Placed[], bottom: number): Html {
  const bands = lanes.filter(({ lane }) => lane).map(({ top }) => [top + ABOVE, top + ABOVE + BAND] as const);
  return html`<g class="axis"
    >${ticks.map(
      ({ x, labelX, label, isFault }) =>
        html`<path
            class="${isFault ? 'tick fault' : 'tick'}"
            d="${bands.map(([from, to]) => `M${n(x)} ${from - 3}V${to + 3}`).join('')}M${n(x)} ${bottom}v5"
          /><text x="${n(labelX)}" y="${bottom + 17}" class="${isFault ? 'mid bound fault' : 'mid bound'}"
            >${label}</text
          >`,
    )}${shortened.map(({ from, to }) => {
      const x = n((from + to) / 2);
      return html`<path class="break" d="M${x - 5} ${bottom + 4}l4-8M${x + 1} ${bottom + 4}l4-8" />`;
    })}</g
  >`;
}

interface Drawing {
  readonly scale: TimeScale;
  readonly mostRows: number;
  readonly table: string;
  readonly width: number;
  readonly tooltips: boolean;
}

function drawLane({ name, summary, lane, top, bottom }: Placed, drawing: Drawing): Html {
  const heading = html`<text x="${SIDE}" y="${top + 13}" class="lane"
    ><tspan class="strong">${name}</tspan> ${summary}</text
  >`;
  const y = top + ABOVE;
  const { width } = drawing;
  if (!lane)
    return html`<g
      >${heading}<rect
        class="none"
        x="${SIDE}"
        y="${y}"
        width="${width - 2 * SIDE}"
        height="${BAND}"
        rx="4"
      /><text class="mid quiet" x="${width / 2}" y="${y + BAND / 2 + 4}">not partitioned by range</text></g
    >`;
  const blocks = lane.blocks.map((block) => drawBlock(block, y, drawing));
  return html`<g
    >${heading}${blocks}${faults(lane, y, drawing)}${lane.byDefault ? drawDefault(lane.byDefault, bottom - DEFAULT_HEIGHT + 2, width) : undefined}</g
  >`;
}

/** A frame, filled as high as it has rows. */
function drawBlock(block: Block, y: number, { scale, mostRows, table, tooltips }: Drawing): Html {
  const { range, fate, rows, isBeside } = block;
  const [from, to] = [scale.x(range.lower), scale.x(range.upper)];
  const [left, width] = [from + 0.5, Math.max(1, to - from - 1)];
  const height = isBeside ? BAND / 2 : BAND;
  const full = rows > 0 ? Math.max(3, (rows / mostRows) * (height - 2)) : 0;
  const base = y + BAND;
  return html`<g class="b-${fate}"
    >${tooltips ? html`<title>${nameOf(block, table)}, ${formatRange(range)}, ${count(rows, 'row')}, ${fate}</title>` : undefined}<rect
      class="frame"
      x="${n(left)}"
      y="${n(base - height)}"
      width="${n(width)}"
      height="${n(height)}"
      rx="${width > 8 ? 2 : 0}"
    />${rows > 0 ? html`<rect class="rows" x="${n(left + 1)}" y="${n(base - 1 - full)}" width="${n(Math.max(0.8, width - 2))}" height="${n(full)}" />` : undefined}${ends(range, y, from, to)}${labels(block, y, { middle: (from + to) / 2, room: to - from, table })}</g
  >`;
}

/** Arrow heads where a partition has no end. */
function ends({ lower, upper }: Range, y: number, from: number, to: number): Html {
  const middle = y + BAND / 2;
  return html`${lower.kind === 'finite' ? undefined : html`<path class="endless" d="M${n(from + 9)} ${middle - 7}l-7 7 7 7" />`}${upper.kind === 'finite' ? undefined : html`<path class="endless" d="M${n(to - 9)} ${middle - 7}l7 7-7 7" />`}`;
}

const fits = (text: string, room: number): boolean => text.length * CHARACTER <= room - 4;

function labels(
  block: Block,
  y: number,
  { middle, room, table }: { readonly middle: number; readonly room: number; readonly table: string },
): Html {
  const rows = [thousands(block.rows), compact(block.rows)].find((text) => fits(text, room));
  const name = nameOf(block, table);
  return html`${rows === undefined || block.rows === 0 ? undefined : html`<text class="mid" x="${n(middle)}" y="${y - 5}">${rows}</text>`}${fits(name, room) ? html`<text class="mid quiet" x="${n(middle)}" y="${y + BAND + 12}">${name}</text>` : undefined}`;
}

/** `25k`, `1.2m`. */
function compact(rows: number): string {
  if (rows < 1_000) return String(rows);
  const [unit, letter] = rows < 1_000_000 ? [1_000, 'k'] : [1_000_000, 'm'];
  return `${rows < 10 * unit ? (rows / unit).toFixed(1).replace(/\.0$/, '') : Math.round(rows / unit)}${letter}`;
}

/** Without the schema, and without the table's name in front. */
export function nameOf({ name, count: partitions }: Pick<Block, 'name' | 'count'>, table: string): string {
  if (partitions > 1) return count(partitions, 'partition');
  const bare = withoutSchema(name);
  const prefix = `${withoutSchema(table)}_`;
  return short(bare.startsWith(prefix) && bare.length > prefix.length ? bare.slice(prefix.length) : bare, 80);
}

/** No narrower than can be seen, with a pointer above. */
function faults({ gaps, overlaps, byDefault }: Lane, y: number, { scale }: Drawing): Html {
  const area = (range: Range, kind: 'gap' | 'overlap' | 'caught'): Html => {
    const [from, to] = [scale.x(range.lower), scale.x(range.upper)];
    const middle = (from + to) / 2;
    const width = Math.max(4, to - from);
    const word =
      fits(kind, width) && kind !== 'caught'
        ? html`<text class="mid fault" x="${n(middle)}" y="${y - 10}">${kind}</text>`
        : undefined;
    const pointer =
      kind === 'caught'
        ? undefined
        : html`<path class="pointer" d="M${n(middle - 4.5)} ${y - 8}h9l-4.5 6z" />`;
    return html`<g
      ><rect
        class="${kind}"
        x="${n(middle - width / 2)}"
        y="${y}"
        width="${n(width)}"
        height="${BAND}"
      />${pointer}${word}</g
    >`;
  };
  return html`${gaps.map((range) => area(range, byDefault ? 'caught' : 'gap'))}${overlaps.map((range) => area(range, 'overlap'))}`;
}

function drawDefault({ rows }: DefaultPartition, y: number, width: number): Html {
  return html`<rect
      class="${rows > 0 ? 'default full' : 'default'}"
      x="${SIDE + 0.5}"
      y="${y + 0.5}"
      width="${width - 2 * SIDE - 1}"
      height="${DEFAULT_HEIGHT - 3}"
      rx="3"
    /><text class="mid${rows > 0 ? ' strong' : ' quiet'}" x="${width / 2}" y="${y + 12}"
      >default partition: ${rows > 0 ? count(rows, 'row') : 'empty'}</text
    >`;
}

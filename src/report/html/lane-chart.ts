/** One lane of a timeline, drawn: partitions filled as high as they have rows, and what is wrong between them. */
import type { DefaultPartition } from '../../domain/layout.ts';
import { formatRange, type Range } from '../../domain/range.ts';
import { count, thousands } from '../../domain/wording.ts';
import { withoutSchema } from '../words.ts';
import type { Block, Lane } from './lane.ts';
import type { NamedLane } from './layout-lanes.ts';
import { type Html, html, short } from './markup.ts';
import type { TimeScale } from './time-scale.ts';

export const BAND = 38;
/** Above the band: the lane's title and the numbers of rows; below it: names. */
export const ABOVE = 37;
export const BELOW = 14;
export const DEFAULT_HEIGHT = 18;
export const CHARACTER = 6.7;
export const SIDE = 6;

/** To a tenth: what is finer nobody sees. */
export const n = (value: number): number => Math.round(value * 10) / 10;

export interface Placed extends NamedLane {
  readonly top: number;
  readonly bottom: number;
}

export interface Drawing {
  readonly scale: TimeScale;
  readonly mostRows: number;
  readonly table: string;
  readonly width: number;
  /** Undefined where there are none. */
  readonly tooltip: ((block: Block) => string) | undefined;
}

/** Name, range, rows and what becomes of it. */
export const fateTooltip =
  (table: string) =>
  (block: Block): string =>
    `${nameOf(block, table)}, ${formatRange(block.range)}, ${count(block.rows, 'row')}, ${block.fate}`;

export function drawLane({ name, summary, lane, restWords, top, bottom }: Placed, drawing: Drawing): Html {
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
  const labels = labelling(lane.blocks, drawing.scale);
  const blocks = lane.blocks.map((block) => drawBlock(block, y, { ...drawing, labels }));
  return html`<g
    >${heading}${blocks}${faults(lane, y, drawing)}${lane.byDefault ? drawDefault(lane.byDefault, restWords, { y: bottom - DEFAULT_HEIGHT + 2, width }) : undefined}</g
  >`;
}

/** How much room a block's labels have, and how it tells its rows. */
interface Labelling {
  readonly room: (own: number) => number;
  readonly rows: (rows: number, own: number) => string | undefined;
}

/**
 * Of months that are drawn in a row those of 31 days might just have room for a label: what is of about one width has
 * room together or not at all, and tells its rows in one form.
 */
function labelling(blocks: readonly Block[], { x }: TimeScale): Labelling {
  const widthOf = ({ range }: Block): number => x(range.upper) - x(range.lower);
  const widths = blocks.map(widthOf).sort((a, b) => a - b);
  const median = widths[Math.floor(widths.length / 2)] ?? 0;
  const least = widths.find((width) => width >= median * 0.6) ?? 0;
  const isWide = (own: number): boolean => own > median * 1.6;
  const alike = blocks.filter((block) => block.rows > 0 && !isWide(widthOf(block)));
  const form = FORMS.find((tell) => alike.every(({ rows }) => fits(tell(rows), least)));
  return {
    room: (own) => (isWide(own) ? own : Math.min(own, least)),
    rows: (rows, own) =>
      isWide(own)
        ? FORMS.map((tell) => tell(rows)).find((text) => fits(text, own))
        : form && fits(form(rows), own)
          ? form(rows)
          : undefined,
  };
}

/** A frame, filled as high as it has rows. */
function drawBlock(
  block: Block,
  y: number,
  { scale, mostRows, table, tooltip, labels }: Drawing & { readonly labels: Labelling },
): Html {
  const { range, fate, rows, isBeside } = block;
  const [from, to] = [scale.x(range.lower), scale.x(range.upper)];
  const [left, width] = [from + 0.5, Math.max(1, to - from - 1)];
  const height = isBeside ? BAND / 2 : BAND;
  const full = rows > 0 ? Math.max(3, (rows / mostRows) * (height - 2)) : 0;
  const base = y + BAND;
  return html`<g class="b-${fate}"
    >${tooltip ? html`<title>${tooltip(block)}</title>` : undefined}<rect
      class="frame"
      x="${n(left)}"
      y="${n(base - height)}"
      width="${n(width)}"
      height="${n(height)}"
      rx="${width > 8 ? 2 : 0}"
    />${rows > 0 ? html`<rect class="rows" x="${n(left + 1)}" y="${n(base - 1 - full)}" width="${n(Math.max(0.8, width - 2))}" height="${n(full)}" />` : undefined}${ends(range, y, from, to)}${labelsOf(block, y, { from, to, table, labels })}</g
  >`;
}

/** Arrow heads where a partition has no end. */
function ends({ lower, upper }: Range, y: number, from: number, to: number): Html {
  const middle = y + BAND / 2;
  return html`${lower.kind === 'finite' ? undefined : html`<path class="endless" d="M${n(from + 9)} ${middle - 7}l-7 7 7 7" />`}${upper.kind === 'finite' ? undefined : html`<path class="endless" d="M${n(to - 9)} ${middle - 7}l7 7-7 7" />`}`;
}

const fits = (text: string, room: number): boolean => text.length * CHARACTER <= room - 4;

interface Labelled {
  readonly from: number;
  readonly to: number;
  readonly table: string;
  readonly labels: Labelling;
}

function labelsOf(block: Block, y: number, { from, to, table, labels }: Labelled): Html {
  const middle = (from + to) / 2;
  const room = labels.room(to - from);
  const rows = labels.rows(block.rows, to - from);
  const name = nameOf(block, table);
  return html`${rows === undefined || block.rows === 0 ? undefined : html`<text class="mid" x="${n(middle)}" y="${y - 5}">${rows}</text>`}${fits(name, room) ? html`<text class="mid quiet" x="${n(middle)}" y="${y + BAND + 12}">${name}</text>` : undefined}`;
}

/** `25k`, `1.2m`. */
function compact(rows: number): string {
  if (rows < 1_000) return String(rows);
  const [unit, letter] = rows < 999_500 ? [1_000, 'k'] : [1_000_000, 'm'];
  return `${rows < 10 * unit ? (rows / unit).toFixed(1).replace(/\.0$/, '') : Math.round(rows / unit)}${letter}`;
}

const FORMS: readonly ((rows: number) => string)[] = [thousands, compact];

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

function drawDefault(
  { rows }: DefaultPartition,
  words: string | undefined,
  { y, width }: { readonly y: number; readonly width: number },
): Html {
  return html`<rect
      class="${rows > 0 ? 'default full' : 'default'}"
      x="${SIDE + 0.5}"
      y="${y + 0.5}"
      width="${width - 2 * SIDE - 1}"
      height="${DEFAULT_HEIGHT - 3}"
      rx="3"
    /><text class="mid${rows > 0 ? ' strong' : ' quiet'}" x="${width / 2}" y="${y + 12}"
      >${words ?? `default partition: ${rows > 0 ? count(rows, 'row') : 'empty'}`}</text
    >`;
}

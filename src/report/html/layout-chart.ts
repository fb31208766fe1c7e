/** A table's partitions before and after, drawn on one time axis. */
import type { NamedLane, TableLanes } from './layout-lanes.ts';
import {
  ABOVE,
  BAND,
  BELOW,
  CHARACTER,
  DEFAULT_HEIGHT,
  drawLane,
  type Drawing,
  fateTooltip,
  n,
  type Placed,
  SIDE,
} from './lane-chart.ts';
import { type Html, html } from './markup.ts';
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

const BETWEEN = 12;
const AXIS = 22;

export interface ChartNames {
  /** Of the page's own making. */
  readonly id: string;
  readonly title: string;
  /** What a pointer is told of a block; its fate where undefined. */
  readonly tooltip?: Drawing['tooltip'];
}

/** @returns undefined where no bound is finite: then there is no axis to draw on. */
export function layoutChart(
  { table, lanes }: Pick<TableLanes, 'table' | 'lanes'>,
  { id, title, tooltip = fateTooltip(table) }: ChartNames,
  { kind, width }: Canvas,
): Html | undefined {
  const scale = timeScale({
    ranges: lanes.flatMap(({ lane }) => [
      ...(lane?.blocks.map(({ range }) => range) ?? []),
      ...(lane?.gaps ?? []),
    ]),
    faults: lanes.flatMap(({ lane }) => [
      ...(lane?.byDefault ? [] : (lane?.gaps ?? [])),
      ...(lane?.overlaps ?? []),
    ]),
    left: SIDE,
    right: width - SIDE,
    margin: kind === 'wide' ? 64 : 34,
    characterWidth: CHARACTER,
  });
  if (!scale) return undefined;
  const placed = stacked(lanes);
  const bottom = placed.at(-1)?.bottom ?? 0;
  const mostRows = Math.max(1, ...lanes.flatMap(({ lane }) => lane?.blocks.map(({ rows }) => rows) ?? []));
  const drawing: Drawing = { scale, mostRows, table, width, tooltip: kind === 'wide' ? tooltip : undefined };
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

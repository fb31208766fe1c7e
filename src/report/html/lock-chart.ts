/** A scenario's locks on a time axis: who would have waited at which table, and what held it. */
import type { LockSpan, LockTimeline, Stall } from '../../domain/lock-timeline.ts';
import { milliseconds, thousands } from '../../domain/wording.ts';
import { withoutSchema } from '../words.ts';
import type { Canvas, ChartNames } from './layout-chart.ts';
import { type Html, html, short } from './markup.ts';

/** A table with the locks on it. */
export interface LockedTable {
  readonly table: string;
  readonly modes: readonly { readonly mode: LockSpan['mode']; readonly spans: readonly LockSpan[] }[];
  readonly stalls: readonly Stall[];
}

const MOST_TABLES = 6;

/** Those first at which somebody would have waited longest. */
export function lockedTables({ held, stalls }: LockTimeline): LockedTable[] {
  const tables = [...new Set(held.map(({ table }) => table))].map((table): LockedTable => {
    const own = held.filter((span) => span.table === table);
    const modes = [...new Set(own.map(({ mode }) => mode))];
    return {
      table,
      modes: modes.map((mode) => ({ mode, spans: own.filter((span) => span.mode === mode) })),
      stalls: stalls.filter((stall) => stall.table === table),
    };
  });
  return tables.sort((a, b) => longest(b.stalls) - longest(a.stalls)).slice(0, MOST_TABLES);
}

export const lengthOf = ({ fromMs, toMs }: { readonly fromMs: number; readonly toMs: number }): number =>
  toMs - fromMs;

const longest = (stalls: readonly Stall[]): number =>
  stalls.reduce((most, s) => Math.max(most, lengthOf(s)), 0);

const SIDE = 6;
const STEP = 30;
const HEADING = 34;
const STALL = 12;
const MODE = 28;
const AXIS = 24;
const CHARACTER = 6.4;

/** @returns undefined where nothing was locked. */
export function lockChart(
  timeline: LockTimeline,
  { id, title }: ChartNames,
  { kind, width }: Canvas,
): Html | undefined {
  const tables = lockedTables(timeline);
  const end = timeline.steps.at(-1)?.toMs ?? 0;
  if (tables.length === 0 || end <= 0) return undefined;
  const x = (ms: number): number => SIDE + (ms / end) * (width - 2 * SIDE);
  let y = STEP;
  const drawn = tables.map((table) => {
    const top = y;
    y += HEADING + STALL + 8 + table.modes.length * MODE + 6;
    return drawTable(table, top, { x, width });
  });
  return html`<svg
    class="chart only-${kind}"
    viewBox="0 0 ${width} ${y + AXIS}"
    role="img"
    aria-labelledby="${id}-${kind}-t ${id}-${kind}-d"
  >
    <title id="${id}-${kind}-t">${title}</title>
    <desc id="${id}-${kind}-d">
      ${tables.map(describe).join(' ')} The table below the drawing has the same.
    </desc>
    ${steps(timeline, { x, bottom: y })}${drawn}${axis(end, { x, bottom: y, width })}
  </svg>`;
}

const describe = (table: LockedTable): string => `${nameOf(table.table)}: ${waits(table)}.`;

const nameOf = (table: string): string => short(withoutSchema(table), 60);

/** `wait: readers and writers up to 12 ms`, of the longest time. */
function waits({ stalls }: LockedTable): string {
  const told = (['readers and writers', 'writers'] as const).flatMap((stops) => {
    const own = stalls.filter((stall) => stall.stops === stops);
    return own.length === 0 ? [] : [`${stops} up to ${milliseconds(longest(own))}`];
  });
  return told.length === 0 ? 'waits are told with its table' : `wait: ${told.join(', ')}`;
}

interface Scale {
  readonly x: (ms: number) => number;
}

const n = (value: number): number => Math.round(value * 10) / 10;

const fitted = (text: string, room: number): string | undefined => {
  const most = Math.floor((room - 6) / CHARACTER);
  return text.length <= most ? text : most >= 10 ? short(text, most) : undefined;
};

/** The steps as bands, named where there is room. */
function steps({ steps: all }: LockTimeline, { x, bottom }: Scale & { readonly bottom: number }): Html {
  return html`<g class="steps"
    >${all.map(({ pass, step, fromMs, toMs }, i) => {
      const [from, to] = [x(fromMs), x(toMs)];
      const label = fitted(short(pass === step ? step : `${pass}: ${step}`, 120), to - from);
      return html`<rect
          class="${i % 2 === 0 ? 'step even' : 'step'}"
          x="${n(from)}"
          y="0"
          width="${n(Math.max(0.5, to - from))}"
          height="${bottom}"
        />${label === undefined ? undefined : html`<text class="quiet" x="${n(from + 4)}" y="15">${label}</text>`}`;
    })}</g
  >`;
}

function drawTable(table: LockedTable, top: number, { x, width }: Scale & { readonly width: number }): Html {
  const stallTop = top + HEADING;
  const bars = table.stalls.map(({ stops, fromMs, toMs }) => {
    const kind = stops === 'writers' ? 'writers' : 'everybody';
    return html`<rect
      class="stall ${kind}"
      x="${n(x(fromMs))}"
      y="${stallTop}"
      width="${n(Math.max(2, x(toMs) - x(fromMs)))}"
      height="${STALL}"
    />`;
  });
  const modes = table.modes.map(({ mode, spans }, i) => {
    const y = stallTop + STALL + 8 + i * MODE;
    return html`<text class="mode" x="${SIDE}" y="${y + 12}">${mode}</text
      ><path
        class="track"
        d="M${SIDE} ${y + 20}H${width - SIDE}"
      />${spans.map((span) => drawSpan(span, y + 20, x))}`;
  });
  return html`<g
    ><text class="lane strong" x="${SIDE}" y="${top + 12}">${fitted(nameOf(table.table), width / 1.25)}</text
    ><text x="${SIDE}" y="${top + 27}">${fitted(waits(table), width)}</text
    ><rect
      class="stall-track"
      x="${SIDE}"
      y="${stallTop}"
      width="${width - 2 * SIDE}"
      height="${STALL}"
    />${bars}${modes}</g
  >`;
}

const drawSpan = (span: LockSpan, y: number, x: Scale['x']): Html => {
  const [from, to] = [x(span.fromMs), x(span.toMs)];
  const told = `${span.mode}, ${milliseconds(lengthOf(span))}: ${short(span.statement, 200)}`;
  return html`<path class="span" d="M${n(from)} ${y}H${n(Math.max(from + 2, to))}"
    ><title>${told}</title></path
  >`;
};

/** 1, 2 or 5 times a power of ten, so that a handful fits. */
function axis(
  end: number,
  { x, bottom, width }: Scale & { readonly bottom: number; readonly width: number },
): Html {
  const most = Math.max(2, Math.floor(width / 110));
  const power = 10 ** Math.floor(Math.log10(end / most));
  const every = [1, 2, 5, 10].map((factor) => factor * power).find((size) => end / size <= most) ?? end;
  const ticks = Array.from({ length: Math.floor(end / every) + 1 }, (_, i) => i * every);
  return html`<g class="axis"
    ><path
      class="tick"
      d="M${SIDE} ${bottom}H${width - SIDE}"
    />${ticks.map((ms, i) => html`<path class="tick" d="M${n(x(ms))} ${bottom}v5" /><text class="bound${i === 0 ? '' : x(ms) > width - 30 ? ' end' : ' mid'}" x="${n(i === 0 ? SIDE : x(ms) > width - 30 ? width - SIDE : x(ms))}" y="${bottom + 18}">${timeOf(ms, end)}</text>`)}</g
  >`;
}

const timeOf = (ms: number, end: number): string => {
  if (end >= 10_000) return `${Number((ms / 1_000).toFixed(1))} s`;
  return ms === 0 ? '0' : ms < 1_000 ? `${Number(ms.toFixed(1))} ms` : `${thousands(Math.round(ms))} ms`;
};

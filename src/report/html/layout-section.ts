/** What becomes of a scenario's tables: a drawing of each, what is wrong in words, and the same facts as a table. */
import { formatShort } from '../../domain/instant.ts';
import { defaultPartition, type Layout, type Partition, rangePartitions } from '../../domain/layout.ts';
import { type Bound, compareBounds, formatRange } from '../../domain/range.ts';
import type { ScenarioResult } from '../../domain/result.ts';
import { count, thousands } from '../../domain/wording.ts';
import { unquoted } from '../words.ts';
import { nameOf } from './lane-chart.ts';
import { CANVASES, layoutChart } from './layout-chart.ts';
import { faultsOf, tableLanes, type TableLanes, tablesOf } from './layout-lanes.ts';
import { codeOf, type Html, html, NOTHING, short } from './markup.ts';
import { dataTable } from './table.ts';

/** How much of a run there is room for, so that the page stays readable and of bounded size. */
export interface Room {
  readonly blocks: number;
  readonly tableRows: number;
}

const MOST_TABLES = 6;

/** @param id of the page's own making; what is in the section has ids that begin with it. */
export function layoutSection(scenario: ScenarioResult, id: string, room: Room): Html {
  const tables = tablesOf(scenario);
  if (tables.length === 0) return NOTHING;
  const drawn = tables
    .slice(0, MOST_TABLES)
    .map((table, i) => figure(scenario, table, { id: `${id}-t${i}`, room }));
  const more = tables.length - drawn.length;
  return html`<h4>Partitions</h4>
    ${drawn}${more > 0 ? html`<p class="aside">${count(more, 'more table')}: the JSON report has all.</p>` : undefined}`;
}

function figure(
  scenario: ScenarioResult,
  table: string,
  { id, room }: { readonly id: string; readonly room: Room },
): Html {
  const lanes = tableLanes(scenario, table, room.blocks);
  const name = short(unquoted(table), 80);
  const charts = CANVASES.map((canvas) =>
    layoutChart(lanes, { id, title: `Partitions of ${name} before and after, by time` }, canvas),
  );
  const isDrawn = charts.some((chart) => chart !== undefined);
  const faults = faultsOf(lanes);
  return html`<figure class="layout">
    <figcaption>${codeOf(unquoted(table), 80)}${isDrawn ? legend(lanes) : undefined}</figcaption>
    ${isDrawn ? charts : inWords(lanes)}${remarks(lanes)}
    ${
      faults.told.length > 0
        ? html`<ul class="${faults.isGrave ? 'faults' : 'faults mild'}">
            ${faults.told.map((fault) => html`<li>${fault}</li>`)}
          </ul>`
        : undefined
    }
    ${partitionTable(lanes, { name, most: room.tableRows })}
  </figure> `;
}

/** Without a finite bound there is no axis. */
const inWords = ({ lanes }: TableLanes): Html =>
  html`<p class="aside">
    ${lanes.map(({ name, summary }) => `${name}: ${summary}.`).join(' ')} No bound is finite, so there is
    nothing to draw.
  </p>`;

/** Of what the lanes show. */
export function legend({ lanes }: Pick<TableLanes, 'lanes'>): Html {
  const all = lanes.flatMap(({ lane }) => lane ?? []);
  const has = (fate: string): boolean =>
    all.some(({ blocks }) => blocks.some((block) => block.fate === fate));
  const sample = (kind: string, words: string): Html =>
    html`<li>
      <svg class="sample" viewBox="0 0 22 14" aria-hidden="true" focusable="false">
        <g class="b-${kind}">
          <rect class="frame" x="1" y="1" width="20" height="12" rx="2" />
          <rect class="rows" x="2" y="6" width="18" height="6" />
        </g></svg
      >${words}
    </li>`;
  const fault = (kind: string, words: string): Html =>
    html`<li>
      <svg class="sample" viewBox="0 0 22 14" aria-hidden="true" focusable="false">
        <rect class="${kind}" x="1" y="1" width="20" height="12" /></svg
      >${words}
    </li>`;
  return html`<ul class="legend" aria-label="Legend">
    ${has('kept') && (has('gone') || has('new')) ? sample('kept', 'kept') : undefined}${has('gone') ? sample('gone', 'gone afterwards') : undefined}${has('new') ? sample('new', 'new') : undefined}${all.some(({ gaps, byDefault }) => gaps.length > 0 && !byDefault) ? fault('gap', 'gap') : undefined}${all.some(({ gaps, byDefault }) => gaps.length > 0 && byDefault) ? fault('caught', 'left to the default') : undefined}${all.some(({ overlaps }) => overlaps.length > 0) ? fault('overlap', 'overlap') : undefined}
    ${all.some(({ blocks }) => blocks.some(({ rows }) => rows > 0)) ? html`<li>filled as high as rows</li>` : undefined}
  </ul>`;
}

/** What a drawing of many partitions leaves out or joins. */
function remarks({ lanes }: TableLanes): Html | undefined {
  const omitted = lanes.reduce((sum, { lane }) => sum + (lane?.omitted ?? 0), 0);
  const joined = lanes.some(({ lane }) => lane?.blocks.some((block) => block.count > 1));
  const sentences = [
    ...(joined ? ['Partitions on end are drawn as one, by calendar.'] : []),
    ...(omitted > 0
      ? [`${count(omitted, 'more partition or gap', 'more partitions or gaps')} not drawn.`]
      : []),
  ];
  return sentences.length === 0 ? undefined : html`<p class="aside">${sentences.join(' ')}</p>`;
}

interface Row {
  readonly key: string;
  readonly partition: Partition;
  readonly before: number | undefined;
  readonly after: number | undefined;
}

const keyOf = (partition: Partition): string =>
  `${partition.kind === 'range' ? formatRange(partition.range) : 'default'} ${partition.name}`;

const inOrder = (layout: Layout): Partition[] => {
  const last = defaultPartition(layout);
  return [...rangePartitions(layout), ...(last ? [last] : [])];
};

/** Every partition of both layouts once, by lower bound, the default partition last. */
function rowsOf({ before, after }: TableLanes): Row[] {
  const rows = new Map<string, Row>();
  for (const [when, layout] of [
    ['before', before],
    ['after', after],
  ] as const) {
    for (const partition of layout ? inOrder(layout) : []) {
      const key = keyOf(partition);
      const row = rows.get(key) ?? { key, partition, before: undefined, after: undefined };
      rows.set(key, { ...row, [when]: partition.rows });
    }
  }
  return [...rows.values()].sort(({ partition: a }, { partition: b }) => {
    if (a.kind === 'default' || b.kind === 'default')
      return Number(a.kind === 'default') - Number(b.kind === 'default');
    return compareBounds(a.range.lower, b.range.lower) || compareBounds(a.range.upper, b.range.upper);
  });
}

/** Where there is no room for all: those that came, went or have other rows, then the latest. */
function chosen(rows: readonly Row[], most: number): Row[] {
  if (rows.length <= most) return [...rows];
  const changed = (row: Row): boolean => row.before !== row.after;
  return rows
    .map((row, index) => ({ row, index }))
    .sort((a, b) => Number(changed(b.row)) - Number(changed(a.row)) || b.index - a.index)
    .slice(0, most)
    .sort((a, b) => a.index - b.index)
    .map(({ row }) => row);
}

function partitionTable(
  lanes: TableLanes,
  { name, most }: { readonly name: string; readonly most: number },
): Html | undefined {
  const rows = rowsOf(lanes);
  if (rows.length === 0) return undefined;
  const shown = chosen(rows, most);
  const left = rows.length - shown.length;
  const caption = `Partitions of ${name}`;
  const columns = [{ title: 'Partition' }, { title: 'From' }, { title: 'To, not included' }, { title: 'Rows before', isNumber: true }, { title: 'Rows after', isNumber: true }]; // prettier-ignore
  const table = dataTable(
    { caption, columns },
    shown.map((row) => cellsOf(row, lanes.table)),
  );
  return html`<details>
    <summary>${count(rows.length, 'partition')} as a table</summary>
    ${table}${left > 0 ? html`<p class="aside">${count(left, 'more partition')} that ${left === 1 ? 'has' : 'have'} no room here: the JSON report has all.</p>` : undefined}
  </details>`;
}

const rowsIn = (rows: number | undefined): Html | string =>
  rows === undefined ? html`<span class="quiet">not there</span>` : thousands(rows);

function cellsOf({ partition, before, after }: Row, table: string): (Html | string)[] {
  const name = html`<code>${nameOf({ name: partition.name, count: 1 }, table)}</code>`;
  const ends =
    partition.kind === 'default'
      ? ['default', 'default']
      : [boundText(partition.range.lower), boundText(partition.range.upper)];
  return [name, ...ends, rowsIn(before), rowsIn(after)];
}

const boundText = (bound: Bound): string =>
  bound.kind === 'finite' ? formatShort(bound.at) : bound.kind.toUpperCase();

/** One table on the page of an inspection: its drawing, what is wrong, its partitions and what another interval comes to. */
import type { Inspection } from '../../domain/inspection.ts';
import { defaultPartition, type Layout, type RangePartition } from '../../domain/layout.ts';
import { formatRange } from '../../domain/range.ts';
import { count } from '../../domain/wording.ts';
import { sentence, type Voice } from '../deployment/voice.ts';
import { type Lane, laneOf } from '../html/lane.ts';
import { nameOf } from '../html/lane-chart.ts';
import { CANVASES, layoutChart } from '../html/layout-chart.ts';
import type { NamedLane } from '../html/layout-lanes.ts';
import { legend } from '../html/layout-section.ts';
import { bareMark, type Mark, markOf } from '../html/marks.ts';
import { type Html, html, short } from '../html/markup.ts';
import { dataTable } from '../html/table.ts';
import { unquoted } from '../words.ts';
import { CHANGE_TITLES, changeCells, partitionCells, twinCells } from './cells.ts';
import { folded } from './fold.ts';
import { bytesWords, intervalWords, rowsWords, runwayWords, type TableView, totalOf } from './view.ts';

const PAGE_VOICE: Voice = {
  name: (text, length = 130) => short(text, length),
  words: (text) => short(text, 600),
};

const MOST_PROBLEMS = 20;
const MOST_TWINS = 60;

export interface TablePlace {
  readonly id: string;
  readonly mark: Mark;
  /** How many tables share the page: the more, the less of each. */
  readonly tables: number;
}

export const GROUPS: Readonly<Record<TableView['state'], string>> = {
  fails: 'fail',
  warns: 'warning',
  unseen: 'inconclusive',
  well: 'pass',
};

export function tableSection(view: TableView, inspection: Inspection, place: TablePlace): Html {
  const { table, state, problems, notSeen, remarks } = view;
  const { layout, keyColumns } = table;
  const { id, mark, tables } = place;
  const total = totalOf(view);
  const runway = runwayWords(view, inspection);
  const facts = [
    intervalWords(view),
    `by ${short(keyColumns.length > 1 ? keyColumns.join(', ') : layout.keyColumn, 130)} (${layout.keyType})`,
    rowsWords(total.rows),
    bytesWords(total.bytes),
  ];
  const more = problems.length - MOST_PROBLEMS;
  return html`<section class="scenario g-${GROUPS[state]}" aria-labelledby="${id}">
    <h3 id="${id}" tabindex="-1">${bareMark(mark)}<span>${short(unquoted(layout.table), 130)}</span></h3>
    <p class="facts-line">
      ${facts.map((fact, i) => html`${i > 0 ? html` <span aria-hidden="true">·</span> ` : ''}<span>${fact}</span>`)}
    </p>
    ${figure(view, { id, blocks: tables > 12 ? 36 : 72 })}
    ${
      problems.length + notSeen.length > 0
        ? html`<ul class="checks">
            ${problems.slice(0, MOST_PROBLEMS).map(({ severity, tell }) => html`<li>${markOf(severity === 'error' ? 'fail' : 'warning')}<span>${sentence(tell(PAGE_VOICE))}</span></li>`)}${more > 0 ? html`<li><span>${count(more, 'more')} in the JSON report.</span></li>` : undefined}${notSeen.map((one) => html`<li>${markOf('inconclusive')}<span>${one(PAGE_VOICE)}</span></li>`)}
          </ul>`
        : undefined
    }
    ${runway === undefined ? undefined : html`<p>${sentence(runway)}</p>`}${remarks.map((one) => html`<p class="aside">${one(PAGE_VOICE)}</p>`)}
    ${tablesOf(view, inspection, tables > 12 ? 24 : 120)}
  </section> `;
}

function tablesOf(view: TableView, { now }: Inspection, most: number): Html {
  const { table, partitions, changes } = view;
  const name = short(unquoted(table.layout.table), 80);
  const columns = [
    { title: 'Partition' },
    { title: 'Range' },
    { title: 'Rows', isNumber: true },
    { title: 'Size', isNumber: true },
  ];
  const rows = folded(view, now, most).map((row) => named(partitionCells(row, view, PAGE_VOICE)));
  const twins = table.twins.slice(0, MOST_TWINS).map((twin) => named(twinCells(twin, PAGE_VOICE)));
  const left = table.twins.length - twins.length;
  return html`${rows.length > 0 ? details(`${count(partitions.length, 'partition')} as a table`, dataTable({ caption: `Partitions of ${name}`, columns }, rows)) : undefined}${twins.length > 0 ? details(`${count(table.twins.length, 'table')} beside it, with its columns`, html`${dataTable({ caption: `Tables beside ${name}`, columns: [{ title: 'Table' }, { title: 'Claims' }, ...columns.slice(2)] }, twins)}${left > 0 ? html`<p class="aside">${count(left, 'more')}: the JSON report has all.</p>` : undefined}`) : undefined}${changes && changes.length > 0 ? details('What another interval would move', dataTable({ caption: `Other intervals of ${name}`, columns: CHANGE_TITLES.map((title, i) => ({ title, isNumber: i > 0 })) }, changes.map(changeCells))) : undefined}`;
}

const details = (summary: string, content: Html): Html =>
  html`<details>
    <summary>${summary}</summary>
    ${content}
  </details>`;

const named = ([first = '', ...rest]: readonly string[]): (Html | string)[] => [
  html`<code>${first}</code>`,
  ...rest,
];

/** The partitions on one lane, what stands beside them on another. */
function figure(
  view: TableView,
  { id, blocks }: { readonly id: string; readonly blocks: number },
): Html | undefined {
  const { table } = view;
  const name = short(unquoted(table.layout.table), 80);
  const lanes = lanesOf(view, blocks);
  const charts = CANVASES.map((canvas) =>
    layoutChart(
      { table: table.layout.table, lanes },
      {
        id,
        title: `Partitions of ${name} by time`,
        tooltip: (block) =>
          `${nameOf(block, table.layout.table)}, ${formatRange(block.range)}${block.rows > 0 ? `, about ${count(block.rows, 'row')}` : ''}`,
      },
      canvas,
    ),
  );
  if (charts.every((chart) => chart === undefined)) return undefined;
  const drawn = lanes.flatMap(({ lane }) => lane ?? []);
  const omitted = drawn.reduce((sum, lane) => sum + lane.omitted, 0);
  const joined = drawn.some((lane) => lane.blocks.some((block) => block.count > 1));
  const remarks = [
    ...(joined ? ['Partitions on end are drawn as one, by calendar.'] : []),
    ...(omitted > 0
      ? [`${count(omitted, 'more partition or gap', 'more partitions or gaps')} not drawn.`]
      : []),
  ];
  return html`<figure class="layout">
    <figcaption>${legend({ lanes: lanes.slice(0, 1) })}</figcaption>
    ${charts}${remarks.length > 0 ? html`<p class="aside">${remarks.join(' ')}</p>` : undefined}
  </figure> `;
}

function lanesOf(view: TableView, most: number): NamedLane[] {
  const { table, coverage } = view;
  const { layout, style, twins } = table;
  const lane = laneOf({ layout, other: undefined, otherwise: 'new', judged: undefined, most });
  const gaps = coverage.gaps.slice(0, 40).map(({ range }) => range);
  const shownOverlaps = style === 'inheritance' ? lane.overlaps : [];
  return [
    {
      name: style === 'inheritance' ? 'Inheriting' : 'Attached',
      summary: count(layout.partitions.length, 'partition'),
      lane: {
        ...lane,
        gaps,
        overlaps: shownOverlaps,
        omitted: lane.omitted + coverage.gaps.length - gaps.length,
      },
      ...restWordsOf(view),
    },
    ...(twins.length > 0
      ? [{ name: 'Beside it', summary: count(twins.length, 'table'), lane: twinLane(view, most) }]
      : []),
  ];
}

function restWordsOf({ table: { layout, style, rests } }: TableView): { restWords?: string } {
  const byDefault = defaultPartition(layout);
  if (!byDefault) return {};
  const what = style === 'inheritance' ? 'the table itself' : 'default partition';
  const found = rests.find(({ oid }) => oid === byDefault.oid)?.count;
  if (found?.kind === 'exact')
    return { restWords: `${what}: ${found.rows > 0 ? count(found.rows, 'row') : 'empty'}` };
  if (found?.kind === 'at-least') return { restWords: `${what}: more than ${count(found.rows, 'row')}` };
  return { restWords: `${what}: not counted` };
}

function twinLane({ table: { layout, twins } }: TableView, most: number): Lane {
  const partitions = twins.map(({ name, oid, rows, range }): RangePartition => ({
    kind: 'range',
    name,
    oid,
    rows: rows ?? 0,
    range,
  }));
  const beside: Layout = { ...layout, partitions };
  return { ...laneOf({ layout: beside, other: new Map(), otherwise: 'gone', judged: undefined, most }) };
}

/** The partitions of a database as markdown: for a ticket, a job summary or a chat. */
import type { Inspection } from '../../domain/inspection.ts';
import { count, thousands } from '../../domain/wording.ts';
import { MARKDOWN_VOICE, sentence } from '../deployment/voice.ts';
import { prose, tableHead, tableRow } from '../markdown-text.ts';
import { CHANGE_TITLES, changeCells, partitionCells, twinCells } from './cells.ts';
import { folded } from './fold.ts';
import { inSeverity } from './terminal.ts';
import {
  bytesWords,
  intervalWords,
  rowsWords,
  runwayWords,
  type TableView,
  totalOf,
  verdictWords,
  viewsOf,
} from './view.ts';

const MOST_ROWS = 60;
const MOST_PROBLEMS = 20;
const MOST_TABLES = 40;
const MOST_UNJUDGED = 40;

const MARKS = { fails: '❌', warns: '⚠️', unseen: '❔', well: '✅', nothing: '' } as const;

export function renderInspectionMarkdown(inspection: Inspection): string {
  const { target, toolVersion, unjudged, notSeen, isStandby } = inspection;
  const views = inSeverity(viewsOf(inspection));
  const verdict = verdictWords(views, inspection);
  const shown = views.slice(0, MOST_TABLES);
  const blocks = [
    `## ${MARKS[verdict.state]} Partitions of ${MARKDOWN_VOICE.name(target.database, 80)}`.replace(
      '##  ',
      '## ',
    ),
    prose(verdict.words),
    ...(notSeen.length + inspection.remarks.length > 0
      ? [list([...notSeen, ...inspection.remarks].map((one) => prose(one)))]
      : []),
    ...shown.map((view) => tableBlock(view, inspection)),
    ...(views.length > shown.length
      ? [`${count(views.length - shown.length, 'more table')}: the JSON report has all.`]
      : []),
    ...(unjudged.length > 0
      ? [
          list([
            ...unjudged
              .slice(0, MOST_UNJUDGED)
              .map(
                ({ table, reason, partitions }) =>
                  `${MARKDOWN_VOICE.name(table)} is not judged: ${prose(reason)} (${count(partitions, 'partition')})`,
              ),
            ...(unjudged.length > MOST_UNJUDGED
              ? [`${thousands(unjudged.length - MOST_UNJUDGED)} more not judged`]
              : []),
          ]),
        ]
      : []),
    `<sub>partition-guard ${prose(toolVersion, 40)} · PostgreSQL ${prose(target.serverVersion, 40)}${isStandby ? ', a standby' : ''} · as ${MARKDOWN_VOICE.name(target.user, 80)}</sub>`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

function tableBlock(view: TableView, inspection: Inspection): string {
  const { table, problems, notSeen, remarks, changes, state } = view;
  const { layout, keyColumns } = table;
  const total = totalOf(view);
  const told = problems
    .slice(0, MOST_PROBLEMS)
    .map(({ severity, tell }) => `${severity === 'error' ? '❌' : '⚠️'} ${sentence(tell(MARKDOWN_VOICE))}`);
  const more = problems.length - told.length;
  const runway = runwayWords(view, inspection);
  const lines = [
    ...told,
    ...(more > 0 ? [`${thousands(more)} more: the JSON report has all`] : []),
    ...notSeen.map((one) => `❔ ${one(MARKDOWN_VOICE)}`),
    ...(runway === undefined ? [] : [sentence(prose(runway))]),
    ...remarks.map((one) => one(MARKDOWN_VOICE)),
  ];
  const rows = folded(view, inspection.now, MOST_ROWS).map((row) =>
    tableRow(partitionCells(row, view, MARKDOWN_VOICE)),
  );
  const beside = table.twins.slice(0, MOST_PROBLEMS).map((twin) => tableRow(twinCells(twin, MARKDOWN_VOICE)));
  return [
    `### ${MARKS[state]} ${MARKDOWN_VOICE.name(layout.table)}`,
    `${intervalWords(view)} by ${MARKDOWN_VOICE.name(keyColumns.length > 1 ? keyColumns.join(', ') : layout.keyColumn)} (${layout.keyType}), ${rowsWords(total.rows)}, ${bytesWords(total.bytes)}`,
    ...(lines.length > 0 ? [list(lines)] : []),
    ...(rows.length > 0
      ? [details('Partitions', [tableHead(['partition', 'range', 'rows', 'size']), ...rows])]
      : []),
    ...(beside.length > 0
      ? [details('Beside it, with its columns', [tableHead(['table', 'claims', 'rows', 'size']), ...beside])]
      : []),
    ...(changes && changes.length > 0
      ? [
          details('Another interval', [
            tableHead([...CHANGE_TITLES]),
            ...changes.map((change) => tableRow(changeCells(change))),
          ]),
        ]
      : []),
  ].join('\n\n');
}

const details = (title: string, rows: readonly string[]): string =>
  `<details><summary>${title}</summary>\n\n${rows.join('\n')}\n\n</details>`;

/** The partitions of a database on a terminal: what is wrong first, then each table with its ranges and sizes. */
import type { Inspection } from '../../domain/inspection.ts';
import { count, thousands } from '../../domain/wording.ts';
import { TERMINAL_VOICE } from '../deployment/voice.ts';
import { text, wrapped } from '../lines.ts';
import type { Paint } from '../paint.ts';
import { printable } from '../printable.ts';
import type { TerminalOptions } from '../terminal.ts';
import { CHANGE_TITLES, changeCells, partitionCells, twinCells } from './cells.ts';
import { folded } from './fold.ts';
import type { Problem } from './problems.ts';
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

/** What a terminal is given of each: the JSON has all. */
const MOST_ROWS = 40;
const MOST_PROBLEMS = 12;
const MOST_TWINS = 10;
const MOST_TABLES = 40;
const MOST_UNJUDGED = 20;

const NAME_LENGTH = 130;

export function renderInspection(inspection: Inspection, options: TerminalOptions): string {
  const { unjudged, notSeen } = inspection;
  const { paint, width } = options;
  const views = inSeverity(viewsOf(inspection));
  const shown = views.slice(0, MOST_TABLES);
  const verdict = verdictWords(views, inspection);
  return text([
    ...wrapped(factsLine(inspection, paint), 0, undefined),
    '',
    ...wrapped(`${MARKS[verdict.state].sign}${verdict.words}`, 2, width).map(
      paint[MARKS[verdict.state].colour],
    ),
    ...notSeen.flatMap((sentence) =>
      wrapped(`? ${TERMINAL_VOICE.words(sentence)}`, 2, width).map(paint.yellow),
    ),
    ...inspection.remarks.flatMap((sentence) =>
      wrapped(TERMINAL_VOICE.words(sentence), 2, width).map(paint.dim),
    ),
    ...shown.flatMap((view) => ['', ...tableLines(view, inspection, options)]),
    ...(views.length > shown.length
      ? [
          '',
          `  ${count(views.length - shown.length, 'more table')}: the JSON report has all, --table NAME shows one.`,
        ]
      : []),
    ...(unjudged.length > 0 ? [''] : []),
    ...unjudged
      .slice(0, MOST_UNJUDGED)
      .flatMap(({ table, reason, partitions, rows, bytes }) =>
        wrapped(
          `${TERMINAL_VOICE.name(table, NAME_LENGTH)} is not judged: ${TERMINAL_VOICE.words(reason)} (${count(partitions, 'partition')}, ${rowsWords(rows)}, ${bytesWords(bytes)})`,
          2,
          width,
        ),
      ),
    ...(unjudged.length > MOST_UNJUDGED
      ? [`  … and ${thousands(unjudged.length - MOST_UNJUDGED)} more not judged`]
      : []),
  ]);
}

/** Which database of which server: its number tells servers apart, and is no secret. */
function factsLine({ target, toolVersion, isStandby }: Inspection, paint: Paint): string {
  return [
    paint.bold(`partition-guard ${printable(toolVersion)}`),
    `database ${TERMINAL_VOICE.name(target.database, 80)} as ${TERMINAL_VOICE.name(target.user, 80)}`,
    `PostgreSQL ${printable(target.serverVersion)}${isStandby ? ', a standby' : ''}`,
    ...(target.systemIdentifier === undefined ? [] : [`server ${printable(target.systemIdentifier)}`]),
  ].join(' · ');
}

const RANK: Readonly<Record<TableView['state'], number>> = { fails: 0, warns: 1, unseen: 2, well: 3 };

/** What is worst comes first; else by name, as they come. */
export const inSeverity = (views: readonly TableView[]): TableView[] =>
  views.toSorted((a, b) => RANK[a.state] - RANK[b.state]);

const MARKS: Readonly<
  Record<TableView['state'] | 'nothing', { readonly sign: string; readonly colour: keyof Paint }>
> = {
  fails: { sign: '✖ ', colour: 'red' },
  warns: { sign: '⚠ ', colour: 'yellow' },
  unseen: { sign: '? ', colour: 'yellow' },
  well: { sign: '✔ ', colour: 'green' },
  nothing: { sign: '', colour: 'bold' },
};

function tableLines(view: TableView, inspection: Inspection, { paint, width }: TerminalOptions): string[] {
  const { table, problems, notSeen, remarks, changes } = view;
  const { twins } = table;
  const runway = runwayWords(view, inspection);
  const told = problems.slice(0, MOST_PROBLEMS);
  const rows = folded(view, inspection.now, MOST_ROWS).map((row) =>
    partitionCells(row, view, TERMINAL_VOICE),
  );
  const beside = twins.slice(0, MOST_TWINS).map((twin) => twinCells(twin, TERMINAL_VOICE));
  const all = columns([...rows, ...beside], 4);
  return [
    `  ${paint.bold(headOf(view))}`,
    ...told.flatMap((one) => problemLines(one, paint, width)),
    ...(problems.length > told.length
      ? [paint.dim(`    … and ${thousands(problems.length - told.length)} more: the JSON report has all`)]
      : []),
    ...notSeen.flatMap((sentence) => wrapped(`? ${sentence(TERMINAL_VOICE)}`, 4, width).map(paint.yellow)),
    ...(runway === undefined ? [] : wrapped(runway, 4, width)),
    ...all.slice(0, rows.length),
    ...(beside.length > 0 ? [paint.dim('    beside it, with its columns:'), ...all.slice(rows.length)] : []),
    ...(twins.length > beside.length
      ? [paint.dim(`    … and ${thousands(twins.length - beside.length)} more`)]
      : []),
    ...(changes && changes.length > 0
      ? [
          paint.dim(''),
          ...columns([CHANGE_TITLES, ...changes.map(changeCells)], 4).map((line, i) =>
            i === 0 ? paint.dim(line) : line,
          ),
        ]
      : []),
    ...remarks.flatMap((sentence) => wrapped(sentence(TERMINAL_VOICE), 4, width).map(paint.dim)),
  ];
}

export function headOf(view: TableView): string {
  const { layout, style, keyColumns, zone } = view.table;
  const total = totalOf(view);
  const key = keyColumns.length > 1 ? keyColumns.join(', ') : layout.keyColumn;
  return [
    `${TERMINAL_VOICE.name(layout.table, NAME_LENGTH)}   ${intervalWords(view)}`,
    `${style === 'inheritance' ? 'by inheritance, ' : ''}by ${TERMINAL_VOICE.name(key, NAME_LENGTH)} (${layout.keyType}${zone === undefined || zone === 'UTC' || layout.keyType !== 'timestamptz' ? '' : `, midnights of ${TERMINAL_VOICE.name(zone, 60)}`})`,
    rowsWords(total.rows),
    bytesWords(total.bytes),
  ].join(', ');
}

function problemLines({ severity, tell }: Problem, paint: Paint, width: number | undefined): string[] {
  const [mark, colour] = severity === 'error' ? ['✖', paint.red] : ['⚠', paint.yellow];
  return wrapped(`${mark} ${tell(TERMINAL_VOICE)}`, 4, width).map(colour);
}

/** Cells under each other, the last without blanks after it. */
function columns(rows: readonly (readonly string[])[], indent: number): string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  return rows.map((row) =>
    `${' '.repeat(indent)}${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('   ')}`.trimEnd(),
  );
}

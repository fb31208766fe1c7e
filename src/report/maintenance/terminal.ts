/** A maintenance on a terminal. */
import type { MaintenanceResult, PartitionAction, TableMaintenance } from '../../domain/maintenance.ts';
import { shortName } from '../../domain/wording.ts';
import { text, wrapped } from '../lines.ts';
import type { Paint } from '../paint.ts';
import { printable } from '../printable.ts';
import type { TerminalOptions } from '../terminal.ts';
import { seconds } from '../words.ts';
import {
  detailWords,
  headline,
  meaning,
  OUTCOME_WORD,
  rangeWords,
  RUNWAY_HINT,
  runwayWords,
} from './wording.ts';

const COLOURS: Readonly<Record<MaintenanceResult['outcome'], keyof Paint>> = {
  done: 'green',
  'nothing-to-do': 'green',
  rehearsed: 'yellow',
  failed: 'red',
  refused: 'red',
};

export function renderMaintenance(result: MaintenanceResult, options: TerminalOptions): string {
  const { paint, width } = options;
  const { outcome, target, environment, toolVersion, refusals, warnings, tables } = result;
  const place = `${result.command} · ${environment} · database ${target.database} · PostgreSQL ${target.serverVersion}`;
  return text([
    `${paint.bold(`partition-guard ${printable(toolVersion)}`)} · ${printable(place)}`,
    '',
    ...tables.flatMap((table) => tableLines(table, options)),
    `  ${paint[COLOURS[outcome]](paint.bold(OUTCOME_WORD[outcome]))}  ${printable(headline(result))}, ${seconds(result.durationMs)}`,
    ...wrapped(printable(meaning(result)), 8, width),
    ...refusals.flatMap(({ hint }) => step(hint, width)),
    ...warnings.flatMap((warning) => wrapped(`${paint.yellow('⚠')} ${printable(warning)}`, 6, width)),
  ]);
}

const MARKS: Readonly<Record<PartitionAction, readonly [string, keyof Paint]>> = {
  created: ['✔', 'green'],
  archived: ['✔', 'green'],
  dropped: ['✔', 'green'],
  detached: ['✔', 'green'],
  moved: ['✔', 'green'],
  restored: ['✔', 'green'],
  unchanged: ['·', 'dim'],
  kept: ['✖', 'red'],
  failed: ['✖', 'red'],
};

function tableLines(table: TableMaintenance, { paint, width }: TerminalOptions): string[] {
  const runway = runwayWords(table);
  const lines = [
    paint.bold(`  ${printable(shortName(table.table))}`),
    ...table.partitions.flatMap((partition) => {
      const [mark, colour] = MARKS[partition.action];
      const said = [
        partition.action,
        shortName(partition.partition),
        rangeWords(partition),
        detailWords(partition),
      ];
      return [
        `    ${paint[colour](mark)} ${printable(said.filter((part) => part !== '').join('  '))}`,
        ...(partition.reason === undefined ? [] : wrapped(printable(partition.reason), 8, width)),
        ...(partition.hint === undefined ? [] : step(partition.hint, width)),
      ];
    }),
    ...table.problems.flatMap(({ message, hint }) => [
      `    ${paint.red('✖')} ${printable(message)}`,
      ...step(hint, width),
    ]),
    ...(runway === undefined
      ? []
      : [
          `    ${table.runway?.isShort === true ? paint.red('✖') : paint.green('✔')} ${printable(runway)}`,
          ...(table.runway?.isShort === true ? step(RUNWAY_HINT, width) : []),
        ]),
    '',
  ];
  return lines;
}

/** What to do. */
const step = (hint: string, width: number | undefined): string[] => wrapped(`→ ${printable(hint)}`, 8, width);

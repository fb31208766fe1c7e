/** A maintenance as markdown, for the job summary. */
import type { MaintenanceResult, TableMaintenance } from '../../domain/maintenance.ts';
import { shortName } from '../../domain/wording.ts';
import { text } from '../lines.ts';
import { code, prose, tableHead, tableRow } from '../markdown-text.ts';
import { detailWords, headline, meaning, rangeWords, RUNWAY_HINT, runwayWords } from './wording.ts';

const MARKS: Readonly<Record<MaintenanceResult['outcome'], string>> = {
  done: '✅',
  'nothing-to-do': '✅',
  rehearsed: '⚠️',
  failed: '❌',
  refused: '❌',
};

/** A summary has an end; so many are shown of each table. */
const MOST = 200;

export function renderMaintenanceMarkdown(result: MaintenanceResult): string {
  const { command, environment, target, tables, refusals, warnings } = result;
  return text([
    `### ${MARKS[result.outcome]} ${prose(headline(result))}`,
    '',
    `${prose(meaning(result))} ${prose(command)} of ${code(target.database)} in ${code(environment)}, PostgreSQL ${prose(target.serverVersion)}.`,
    '',
    ...refusals.map(({ message, hint }) => `- ${prose(message)}: ${prose(hint)}`),
    ...tables.flatMap(tableLines),
    ...warnings.map((warning) => `- ⚠️ ${prose(warning)}`),
  ]);
}

function tableLines(table: TableMaintenance): string[] {
  const { partitions, problems, runway } = table;
  const told = runwayWords(table);
  const shown = partitions.slice(0, MOST);
  return [
    `#### ${code(shortName(table.table))}`,
    '',
    ...(told === undefined
      ? []
      : [
          `${runway?.isShort === true ? '❌' : '✅'} ${prose(told)}${runway?.isShort === true ? `. ${prose(RUNWAY_HINT)}` : ''}`,
          '',
        ]),
    ...problems.map(({ message, hint }) => `- ❌ ${prose(message)}: ${prose(hint)}`),
    ...(shown.length === 0
      ? []
      : [
          tableHead(['', 'partition', 'range', 'what became of it']),
          ...shown.map((partition) =>
            tableRow([
              prose(partition.action),
              code(shortName(partition.partition)),
              prose(rangeWords(partition)),
              prose(
                [detailWords(partition), partition.reason ?? '', partition.hint ?? '']
                  .filter((part) => part !== '')
                  .join(' · '),
              ),
            ]),
          ),
        ]),
    ...(partitions.length > MOST ? [`… and ${partitions.length - MOST} more`] : []),
    '',
  ];
}

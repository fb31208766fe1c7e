/** The scenarios of a run as markdown: a table of them, what was not judged, and the facts of the run. */
import type { RunResult, ScenarioResult } from '../domain/result.ts';
import { count, thousands } from '../domain/wording.ts';
import { otherNotes } from './lead.ts';
import { prose, tableHead, tableRow } from './markdown-text.ts';
import { printable } from './printable.ts';
import { NEED, type Section } from './sections.ts';
import {
  groupedNotes,
  keepsRows,
  neverApplicable,
  partitionsChange,
  rowFaults,
  rowsAccountedFor,
} from './summary.ts';
import { listed, listedUpTo, labelOf, scenarioTitle, seconds } from './words.ts';

/** `15 scenarios, 1,400,000 rows accounted for, PostgreSQL 16.4, seed 1, 7.9 s`. */
export function factsOf(result: RunResult): string {
  const rows = rowsAccountedFor(result);
  return [
    count(result.scenarios.length, 'scenario'),
    ...(rows > 0 ? [`${count(rows, 'row')} accounted for`] : []),
    `PostgreSQL ${prose(listed(serversOf(result)), 80)}`,
    `seed ${result.seed}`,
    seconds(result.durationMs).replace(' ', '&nbsp;'),
  ].join(', ');
}

/** Those that the scenarios were played on, where several runs are joined. */
function serversOf({ scenarios, server }: RunResult): string[] {
  const joined = new Set(scenarios.flatMap((scenario) => scenario.server ?? []));
  return joined.size > 0 ? [...joined] : [server.version];
}

const VERDICTS = { pass: '✅', inconclusive: '❔', fail: '❌' } as const;

/** What had nothing to judge passes, and is no proof. */
const markOf = ({ verdict, checks }: ScenarioResult): string =>
  verdict === 'pass' && !checks.some((check) => check.verdict === 'pass') ? '➖' : VERDICTS[verdict];

/** A row a scenario. */
export function scenarioTable(result: RunResult, most: number): Section {
  const items = result.scenarios.map((scenario) => ({
    need: scenario.verdict === 'pass' ? NEED.passingScenario : NEED.scenario,
    text: tableRow([
      `${markOf(scenario)} ${prose(scenarioTitle(labelOf(scenario)), 120)}`,
      rowsOf(scenario),
      // The column's title says of what.
      (partitionsChange(scenario) ?? '').replace(/ partitions?$/, ''),
      seconds(scenario.durationMs),
    ]),
  }));
  return {
    name: 'scenario',
    head: tableHead(['scenario', 'rows', 'partitions', 'time']),
    items,
    most,
  };
}

const rowsOf = (scenario: ScenarioResult): string =>
  [...(keepsRows(scenario) ? [`${thousands(scenario.rows.before)} kept`] : []), ...rowFaults(scenario)].join(
    ', ',
  );

/** What was not judged, and what else there is to say of the run. */
export function notesSection(result: RunResult, most: number): Section {
  const notes = [
    ...otherNotes(result).map((note) => prose(note)),
    ...groupedNotes(result).map(
      ({ note, scenarios }) => `${prose(note)} (${prose(listedUpTo(scenarios.map(scenarioTitle), 3), 240)})`,
    ),
  ];
  const idle = neverApplicable(result).map((id) => printable(id));
  const lines = [...notes, ...(idle.length > 0 ? [`Not applicable here: ${prose(idle.join(', '))}`] : [])];
  return {
    name: 'note',
    head: '**What else there is to know**\n',
    items: lines.map((line) => ({ text: `- ${line}`, need: NEED.note })),
    most,
  };
}

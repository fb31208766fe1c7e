/** The run's result as GitHub markdown: the verdict, the findings with their remedies, the layouts, and the proof folded. */
import { defaultPartition, findGaps, type Layout, maintainedWindow } from '../domain/layout.ts';
import type { Location } from '../domain/location.ts';
import type { RunResult, ScenarioResult } from '../domain/result.ts';
import { type Finding, findingsOf, type FindingKind } from './findings.ts';
import { renderGantt } from './gantt.ts';
import { headline, whereMet } from './headline.ts';
import { code, prose, tableHead, tableRow } from './markdown-text.ts';
import { printable } from './printable.ts';
import {
  describeLayout,
  exclusiveLock,
  groupedNotes,
  keepsRows,
  neverApplicable,
  partitionsChange,
  replayCommand,
  rowFaults,
  rowsAccountedFor,
  scenariosWith,
} from './summary.ts';
import { count, thousands } from '../domain/wording.ts';
import { capitalised, listedUpTo, scenarioTitle, seconds, withoutSchema } from './words.ts';

/** Below GitHub's limit of 65,536 characters a comment, with room for what its poster adds. */
const LONGEST = 60_000;
const LONGEST_PART = 20_000;
const CUT = '_The rest is in the log and the JSON report: it did not fit here._';

interface Section {
  readonly body: string;
  /** Whether it is told under the fold. */
  readonly folded: boolean;
}

/** Whole sections are left out where the text would be too long, the last ones first, and that is said. */
export function renderMarkdown(result: RunResult): string {
  const sections: Section[] = [
    { body: lead(result), folded: false },
    { body: findingsTable(result), folded: false },
    { body: layouts(result), folded: result.verdict === 'pass' },
    { body: proof(result), folded: true },
    { body: scenarioTable(result), folded: true },
    { body: asides(result), folded: true },
  ].filter(({ body }) => body !== '');
  for (let kept = sections.length; kept > 0; kept -= 1) {
    const text = assemble(result, sections.slice(0, kept), kept < sections.length);
    if (text.length <= LONGEST) return text;
  }
  return assemble(result, [], true);
}

function assemble(result: RunResult, sections: readonly Section[], cut: boolean): string {
  const open = sections.filter((section) => !section.folded).map((section) => section.body);
  const folded = sections.filter((section) => section.folded).map((section) => section.body);
  const fold =
    folded.length > 0
      ? [`<details><summary>${summaryLine(result)}</summary>`, ...folded, '</details>']
      : [summaryLine(result)];
  return `${[`### ${headline(result)}`, ...open, ...fold, ...(cut ? [CUT] : [])].join('\n\n')}\n`;
}

const summaryLine = (result: RunResult): string =>
  [
    count(result.scenarios.length, 'scenario'),
    count(rowsAccountedFor(result), 'row') + ' accounted for',
    `PostgreSQL ${prose(result.server.version, 40)}`,
    `seed ${result.seed}`,
    seconds(result.durationMs),
  ].join(', ');

/** What the reader should know at once: the gravest finding's own words, or what the tables become. */
function lead(result: RunResult): string {
  const [gravest] = findingsOf(result);
  const notes = result.notes.slice(0, 5).map((note) => prose(note));
  if (result.verdict === 'pass' || !gravest)
    return [...transitions(result), ...notes, ...locks(result)]
      .map((sentence) => `${sentence}  `)
      .join('\n')
      .trimEnd();
  const { check } = gravest;
  const statement = check.evidence.statement ? ` (${code(check.evidence.statement, 160)})` : '';
  const place = check.location ? `${where(check.location)}${statement}: ` : '';
  return [`${place}${prose(check.message)}`, ...notes].join('  \n');
}

function locks({ scenarios }: RunResult): string[] {
  const told = exclusiveLock(scenarios);
  return told === undefined ? [] : [`${capitalised(told)}.`];
}

const where = ({ file, line }: Location): string => `${code(file, 160)} line ${line}`;

/** What each table goes from and to, as the upgrade or, without one, the fresh scenario left it. */
function transitions(result: RunResult): string[] {
  const upgrade = result.scenarios.find((s) => s.name === 'upgrade');
  const seen = upgrade ?? result.scenarios.find((s) => s.name === 'fresh');
  return (seen?.after ?? []).slice(0, 10).map((layout) => {
    const before = seen?.before.find((other) => other.table === layout.table);
    const name = code(withoutSchema(layout.table), 80);
    const now = describeLayout(layout);
    const was = before
      ? describeLayout(before)
      : upgrade && upgrade.rows.before > 0
        ? 'unpartitioned'
        : undefined;
    return was === undefined || was === now ? `${name} has ${now}.` : `${name} goes from ${was} to ${now}.`;
  });
}

const MARKS: Readonly<Record<FindingKind, string>> = { failure: '❌', inconclusive: '❔', warning: '⚠️' };

function findingsTable(result: RunResult): string {
  const findings = findingsOf(result);
  if (findings.length === 0) return '';
  const rows = findings.map(({ kind, check, scenarios }) =>
    tableRow([
      MARKS[kind],
      `${code(check.id, 80)}, ${prose(whereMet(scenarios), 120)}`,
      check.location ? where(check.location) : '',
      prose(check.remedy || check.message, 240),
    ]),
  );
  return fitting(tableHead(['', 'check', 'where', 'what to do']), rows, 'finding');
}

/** A list as far as there is room, and how many are left out. */
function fitting(head: string, rows: readonly string[], one: string): string {
  const lines = head === '' ? [] : [head];
  let length = head.length;
  let shown = 0;
  for (const row of rows) {
    length += row.length + 1;
    if (length > LONGEST_PART) break;
    lines.push(row);
    shown += 1;
  }
  const left = rows.length - shown;
  return lines.join('\n') + (left > 0 ? `\n\n${count(left, `more ${one}`)} did not fit here.` : '');
}

/** The chart of the scenario that matters most: one that fails, else an interval change. */
function layouts(result: RunResult): string {
  const candidates = [
    ...scenariosWith(result, 'fail'),
    ...scenariosWith(result, 'inconclusive'),
    ...result.scenarios.filter((s) => s.name.startsWith('change:')),
    ...result.scenarios,
  ];
  for (const scenario of candidates) {
    const chart = chartOf(scenario);
    if (chart !== undefined) return chart;
  }
  return '';
}

function chartOf(scenario: ScenarioResult): string | undefined {
  const table = tableToDraw(scenario);
  if (table === undefined) return undefined;
  const of = (all: readonly Layout[]): Layout | undefined => all.find((layout) => layout.table === table);
  const after = of(scenario.after);
  const title = `${withoutSchema(table)}, ${scenarioTitle(scenario.name).replaceAll('→', 'to')}`;
  const gantt = renderGantt({ title, before: of(scenario.before), after });
  if (!gantt) return undefined;
  const catchAll = after && defaultPartition(after);
  const remarks = [
    ...(catchAll ? [`The default partition holds ${count(catchAll.rows, 'row')}.`] : []),
    ...(gantt.omitted > 0 ? [`${count(gantt.omitted, 'more entry', 'more entries')} not drawn.`] : []),
  ].join(' ');
  return ['```mermaid', ...gantt.lines, '```', ...(remarks === '' ? [] : ['', remarks])].join('\n');
}

/** A table with a gap, else one whose partitions change, else the first. */
function tableToDraw({ before, after }: ScenarioResult): string | undefined {
  const of = (all: readonly Layout[], table: string): Layout | undefined =>
    all.find((l) => l.table === table);
  const tables = [...new Set([...after, ...before].map((layout) => layout.table))];
  const broken = tables.find((table) => {
    const now = of(after, table);
    const window = maintainedWindow(of(before, table), now);
    return now && window && findGaps(now, window).length > 0;
  });
  const names = (layout: Layout | undefined): string =>
    (layout?.partitions ?? []).map((p) => p.name).join('\n');
  const changing = tables.find((table) => names(of(before, table)) !== names(of(after, table)));
  return broken ?? changing ?? tables[0];
}

/** Every finding in its own words, with its first examples and the command that plays it again. */
function proof(result: RunResult): string {
  const findings = findingsOf(result).map((finding) => proofOf(result, finding));
  return findings.length === 0 ? '' : fitting('**What was found**\n', findings, 'finding');
}

function proofOf(result: RunResult, { kind, check, scenarios }: Finding): string {
  const [first] = scenarios;
  const { examples, unlisted = 0 } = check.evidence;
  const shown = examples.slice(0, 5);
  const more = examples.length - shown.length + unlisted;
  const met = listedUpTo(scenarios.map(scenarioTitle), 8);
  return [
    `- ${MARKS[kind]} ${code(check.id, 80)} in ${prose(met, 400)}: ${prose(check.message)}`,
    ...shown.map((example) => `  - ${prose(example, 200)}`),
    ...(shown.length > 0 && more > 0 ? [`  - … and ${thousands(more)} more`] : []),
    ...(check.verdict === 'fail' ? [`  - again: ${code(replayCommand(result, first), 300)}`] : []),
  ].join('\n');
}

function scenarioTable(result: RunResult): string {
  const verdicts = { pass: '✅', inconclusive: '❔', fail: '❌' } as const;
  const rows = result.scenarios.map((scenario) =>
    tableRow([
      verdicts[scenario.verdict],
      prose(scenarioTitle(scenario.name), 120),
      [
        ...(keepsRows(scenario) ? [`${thousands(scenario.rows.before)} kept`] : []),
        ...rowFaults(scenario),
      ].join(', '),
      partitionsChange(scenario) ?? '',
      seconds(scenario.durationMs),
    ]),
  );
  return rows.length === 0
    ? ''
    : fitting(tableHead(['', 'scenario', 'rows', 'partitions', 'time']), rows, 'scenario');
}

/** What was not judged. */
function asides(result: RunResult): string {
  const notes = groupedNotes(result).map(
    ({ note, scenarios }) => `- ${prose(note)} (${prose(listedUpTo(scenarios.map(scenarioTitle), 3), 240)})`,
  );
  const idle = neverApplicable(result).map((id) => printable(id));
  const lines = [...notes, ...(idle.length > 0 ? [`- not applicable here: ${prose(idle.join(', '))}`] : [])];
  return lines.length === 0 ? '' : fitting('**What was not judged**\n', lines, 'note');
}

/** The run's result on a terminal: a header, a line a scenario, the findings in full, and the verdict. */
import { formatLocation } from '../domain/location.ts';
import type { MigrationSummary, RunResult, ScenarioResult, ServerFacts } from '../domain/result.ts';
import { type Finding, findingsOf, type FindingKind } from './findings.ts';
import { text, wrapped as wrap } from './lines.ts';
import type { Paint } from './paint.ts';
import { clip, printable, printableLines } from './printable.ts';
import {
  checkIds,
  exclusiveLock,
  groupedNotes,
  judgesNothing,
  keepsRows,
  neverApplicable,
  partitionsChange,
  replayCommand,
  rowFaults,
  rowsAccountedFor,
  scenarioCount,
  scenariosWith,
} from './summary.ts';
import { count, thousands } from '../domain/wording.ts';
import { serversTold } from './only-on.ts';
import { labelOf, listedUpTo, pageOf, scenarioTitle, seconds } from './words.ts';

export interface TerminalOptions {
  readonly paint: Paint;
  /** Columns to wrap prose at; never wrapped where undefined. */
  readonly width?: number;
}

/** What is known of a run before its first scenario. */
export interface RunFacts extends Pick<RunResult, 'toolVersion' | 'seed' | 'rows' | 'migrations'> {
  /** Without a kind where several majors are asked for and none is opened yet. */
  readonly server: Pick<ServerFacts, 'version'> & Partial<ServerFacts>;
  /** How several majors share the machine. */
  readonly majors?: string;
}

const SERVER_KIND = { embedded: 'embedded', testcontainers: 'Docker', url: 'your server' } as const;

const NAME_WIDTH = 38;
/** With the server that the scenario was played on. */
const LABEL_WIDTH = 63;
const EXAMPLES = 5;
const TEXT_LENGTH = 1_000;
const LINE_LENGTH = 240;

/** Which tool, server, seed and migrations. */
export function renderHeader(facts: RunFacts, { paint }: TerminalOptions): string {
  const { version, kind } = facts.server;
  const server = `PostgreSQL ${printable(version)}${kind === undefined ? '' : ` (${SERVER_KIND[kind]})`}`;
  const head = [
    paint.bold(`partition-guard ${printable(facts.toolVersion)}`),
    server,
    `seed ${facts.seed}`,
    `${count(facts.rows, 'row')} a scenario`,
  ].join(' · ');
  const folders = facts.migrations.map((m) => printable(m.folder));
  const folderWidth = Math.max(0, ...folders.map((folder) => folder.length));
  const lines = facts.migrations.map(
    (summary, i) =>
      `${i === 0 ? 'migrations' : '          '}  ${(folders[i] ?? '').padEnd(folderWidth)}   ${filesOf(summary)}`,
  );
  const majors = facts.majors === undefined ? [] : [`majors      ${printable(facts.majors)}`];
  return text([head, ...lines, ...majors, '']);
}

function filesOf({ files, filesUnderTest }: MigrationSummary): string {
  const them = files === 1 ? 'it' : 'them';
  if (files === 0) return 'no files';
  if (filesUnderTest === 0) return `${count(files, 'file')}, none of ${them} under test`;
  if (filesUnderTest === files) return `${count(files, 'file')}, all of ${them} under test`;
  return `${count(files, 'file')}, ${thousands(filesUnderTest)} under test`;
}

/** One line: how the scenario went. */
export function renderScenarioLine(scenario: ScenarioResult, { paint }: TerminalOptions): string {
  const title = printable(scenarioTitle(labelOf(scenario))).padEnd(
    scenario.server === undefined ? NAME_WIDTH : LABEL_WIDTH,
  );
  const change = partitionsChange(scenario);
  const lock = exclusiveLock([scenario]);
  const details = [
    ...(keepsRows(scenario) ? [`${count(scenario.rows.before, 'row')} kept`] : []),
    ...rowFaults(scenario).map(paint.red),
    ...(change === undefined ? [] : [change]),
    ...(lock === undefined ? [] : [lock]),
    ...outcomes(scenario, paint),
  ];
  const time = seconds(scenario.durationMs).padStart(7);
  return `  ${markOf(scenario, paint)} ${title} ${time}${details.length > 0 ? `   ${details.join(' · ')}` : ''}\n`;
}

const ROW_CHECKS: readonly string[] = ['no-row-lost', 'no-row-duplicated', 'no-row-changed'];

/** The checks that did not pass, where the rows' numbers do not tell it already. */
function outcomes(scenario: ScenarioResult, paint: Paint): string[] {
  const told = rowFaults(scenario).length > 0 ? ROW_CHECKS : [];
  const failing = checkIds(scenario, 'failure').filter((id) => !told.includes(id));
  const open = checkIds(scenario, 'inconclusive');
  const warnings = checkIds(scenario, 'warning');
  const list = (ids: readonly string[]): string => printable(listedUpTo(ids, 4));
  return [
    ...(failing.length > 0 ? [paint.red(`${list(failing)} ${failing.length === 1 ? 'fails' : 'fail'}`)] : []),
    ...(open.length > 0 ? [paint.yellow(`${list(open)} inconclusive`)] : []),
    ...(warnings.length > 0 ? [paint.yellow(`warning: ${list(warnings)}`)] : []),
  ];
}

function markOf(scenario: ScenarioResult, paint: Paint): string {
  if (scenario.verdict === 'fail') return paint.red('✖');
  if (scenario.verdict === 'inconclusive') return paint.yellow('?');
  return checkIds(scenario, 'warning').length > 0 ? paint.yellow('⚠') : paint.green('✔');
}

/** Every finding in full, each once; empty where there are none. */
export function renderFindings(result: RunResult, options: TerminalOptions): string {
  const findings = findingsOf(result);
  return findings.map((finding) => `\n${renderFinding(finding, options)}`).join('');
}

function renderFinding({ kind, check, scenarios }: Finding, { paint, width }: TerminalOptions): string {
  const colour: Record<FindingKind, (text: string) => string> = {
    failure: paint.red,
    inconclusive: paint.yellow,
    warning: paint.yellow,
  };
  const mark: Record<FindingKind, string> = { failure: '✖', inconclusive: '?', warning: '⚠' };
  const [first, ...others] = scenarios;
  const { statement, examples, unlisted = 0 } = check.evidence;
  const heading = [
    `${colour[kind](`${mark[kind]} ${printable(check.id)}`)}${paint.dim(` in ${printable(scenarioTitle(first))}`)}`,
    ...(check.location ? [paint.bold(printable(formatLocation(check.location)))] : []),
    ...(statement ? [clip(printable(statement), LINE_LENGTH)] : []),
  ].join('   ');
  const shown = examples.slice(0, EXAMPLES).map((line) => clip(printable(line), LINE_LENGTH));
  const more = examples.length - shown.length + unlisted;
  const advice = clip(printable(check.remedy), TEXT_LENGTH);
  const remedy = wrap(kind === 'inconclusive' ? advice : withPage(advice, check.id), 8, width);
  return text([
    `    ${heading}`,
    ...printableLines(check.message).flatMap((line) => wrap(clip(line, TEXT_LENGTH), 6, width)),
    ...shown.map((line) => `        ${line}`),
    ...(shown.length > 0 && more > 0 ? [paint.dim(`        … and ${thousands(more)} more`)] : []),
    ...remedy.map((line, i) => (i === 0 ? line.replace(/^ {8}/, '      → ') : line)),
    ...(others.length > 0
      ? wrap(`also in ${printable(listedUpTo(others.map(scenarioTitle), 6))}`, 6, width).map(paint.dim)
      : []),
  ]);
}

/** The last sentence leads to the page on the check; what is no sentence stays as it is. */
const withPage = (remedy: string, id: string): string =>
  remedy.endsWith('.') ? `${remedy.slice(0, -1)}: ${pageOf(id)}` : remedy;

/** The verdict, what it rests on and how to replay it; then the notes, dimmed. */
export function renderClosing(result: RunResult, { paint, width }: TerminalOptions): string {
  const verdictLine = {
    pass: () => `${paint.green(paint.bold('PASS'))}  ${passed(result)}`,
    inconclusive: () => `${paint.yellow(paint.bold('INCONCLUSIVE'))}  ${unproven(result, 'inconclusive')}`,
    fail: () => `${paint.red(paint.bold('FAIL'))}  ${unproven(result, 'fail')}`,
  }[result.verdict]();
  const notes = result.notes.flatMap(printableLines).flatMap((note) => wrap(note, 8, width));
  return text(['', `  ${verdictLine}`, ...notes, ...asides(result, width).map(paint.dim)]);
}

function passed(result: RunResult): string {
  const scenarios = scenarioCount(result);
  const rows = rowsAccountedFor(result);
  if (judgesNothing(result))
    return `Nothing to judge: no table is partitioned by range. ${scenarios}, ${seconds(result.durationMs)}`;
  return `${scenarios}, ${rows > 0 ? `${count(rows, 'row')} accounted for` : 'no rows to account for'}, ${seconds(result.durationMs)}`;
}

function unproven(result: RunResult, verdict: 'inconclusive' | 'fail'): string {
  const concerned = scenariosWith(result, verdict);
  const [first] = concerned;
  const on = serversTold(result, verdict);
  const of = `${thousands(concerned.length)} of ${scenarioCount(result)}${on}`;
  const told = verdict === 'fail' ? `${of}.` : `${of} could not be judged.`;
  return first ? `${told} Replay one: ${printable(replayCommand(result, labelOf(first)))}` : told;
}

/** What was not judged, grouped over the scenarios. */
function asides(result: RunResult, width: number | undefined): string[] {
  const everywhere = result.scenarios.length;
  const notes = groupedNotes(result).map(({ note, scenarios }) => {
    const told = clip(printable(note), TEXT_LENGTH);
    if (scenarios.length === everywhere && everywhere > 1) return told;
    return `${told} (${printable(listedUpTo(scenarios.map(scenarioTitle), 3))})`;
  });
  const idle = neverApplicable(result);
  const lines = [
    ...notes,
    ...(idle.length > 0 ? [`not applicable here: ${printable(idle.join(', '))}`] : []),
  ];
  return lines.flatMap((line) => wrap(line, 8, width));
}

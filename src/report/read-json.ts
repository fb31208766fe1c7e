/** Reads a JSON report back. It may be anybody's: nothing in it is believed that can be seen from the rest of it. */
import type { z } from 'zod';
import type { Layout, Partition } from '../domain/layout.ts';
import { OperatorError } from '../domain/operator-error.ts';
import type { RunResult, ScenarioResult } from '../domain/result.ts';
import { type Severity, type Verdict, verdictThatCounts, worstVerdict } from '../domain/verdict.ts';
import { count, thousands } from '../domain/wording.ts';
import {
  ANY_REPORT,
  describe,
  REPORT,
  type Report,
  type ReportPartition,
  type ReportScenario,
} from './json-grammar.ts';
import { printable } from './printable.ts';
import { labelOf } from './words.ts';

/** The schema that this version writes and reads. */
const SCHEMA = 1;
export const LONGEST_REPORT = 64_000_000;
const DEEPEST = 32;
const MOST_LINES = 10;

/**
 * @param name of the file, as it is to be shown.
 * @throws OperatorError with a line for each of the first faults.
 */
export function readJsonReport(text: string, name: string): RunResult {
  const shown = printable(name);
  const value = parse(text, shown);
  const any = ANY_REPORT.safeParse(value, { error: describe });
  if (!any.success) throw notOurs(shown);
  if (any.data.schema !== SCHEMA) throw ofOtherSchema(shown, any.data.schema);
  const read = REPORT.safeParse(value, { error: describe });
  if (!read.success) throw refused(faults(read.error.issues).map((fault) => `${shown}: ${fault}`));
  const doubled = doubledLabel(read.data.scenarios);
  if (doubled !== undefined) throw refused([`${shown}: holds the scenario ${printable(doubled)} twice`]);
  return resultOf(read.data, shown);
}

function parse(text: string, name: string): unknown {
  if (text.length > LONGEST_REPORT)
    throw refused([`${name}: is longer than ${thousands(LONGEST_REPORT)} characters`]);
  if (isTooDeep(text)) throw refused([`${name}: holds more than ${DEEPEST} levels`]);
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw refused([`${name}: is not JSON`]);
  }
}

/** Counted before anything is made of the text. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let isQuoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const sign = text[i];
    if (isQuoted) {
      if (sign === '\\') i += 1;
      else if (sign === '"') isQuoted = false;
    } else if (sign === '"') isQuoted = true;
    else if (sign === '[' || sign === '{') depth += 1;
    else if (sign === ']' || sign === '}') depth -= 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

/** `scenarios[2].checks[0].verdict must be pass or fail`. */
function faults(issues: readonly z.core.$ZodIssue[]): string[] {
  const told = issues.slice(0, MOST_LINES).map(({ path, message }) => {
    const place = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
    return `${place.replace(/^\./, '')} ${message}`.trim();
  });
  const more = issues.length - told.length;
  return more > 0 ? [...told, `and ${count(more, 'more fault')}`] : told;
}

function doubledLabel(scenarios: readonly ReportScenario[]): string | undefined {
  const seen = new Set<string>();
  for (const scenario of scenarios) {
    const key = JSON.stringify([scenario.name, scenario.server ?? null]);
    if (seen.has(key)) return labelOf(scenarioFacts(scenario));
    seen.add(key);
  }
  return undefined;
}

const scenarioFacts = ({ name, server }: ReportScenario) => ({
  name,
  ...(server === undefined ? {} : { server }),
});

function resultOf(report: Report, name: string): RunResult {
  const { tool, verdict: claimed, scenarios, notes, ...facts } = report;
  const read = scenarios.map((scenario) => scenarioOf(scenario, { name, failOn: facts.failOn }));
  const verdict = worstOf(read.map((scenario) => scenario.verdict));
  const claims = scenarios.flatMap((scenario, i) => {
    const judged = read[i]?.verdict;
    return judged === undefined || judged === scenario.verdict
      ? []
      : [contradiction(name, labelOf(scenarioFacts(scenario)), scenario.verdict, judged)];
  });
  const own =
    worstVerdict([claimed, verdict]) === claimed ? [] : [contradiction(name, 'the run', claimed, verdict)];
  return {
    ...facts,
    toolVersion: tool.version,
    verdict: worstVerdict([claimed, verdict]),
    scenarios: read,
    notes: [...notes, ...[...own, ...claims].slice(0, MOST_LINES)],
  };
}

const contradiction = (name: string, what: string, claimed: Verdict, judged: Verdict): string =>
  `${name} calls ${what} ${claimed}; by its checks it is ${judged}.`;

/** What holds nothing proves nothing. */
const worstOf = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.length === 0 ? 'inconclusive' : worstVerdict(verdicts);

function scenarioOf(
  { verdict: claimed, tables, before, after, ...facts }: ReportScenario,
  { name, failOn }: { readonly name: string; readonly failOn: Severity },
): ScenarioResult {
  const judged = worstOf(facts.checks.map((check) => verdictThatCounts(check, failOn)));
  const where = `${name}: ${facts.name}`;
  return {
    ...facts,
    // It may be worse than its checks tell, as where something was not played; never better.
    verdict: worstVerdict([claimed, judged]),
    before: layoutsOf(tables.before, before, `${where}: before`),
    after: layoutsOf(tables.after, after, `${where}: after`),
  };
}

function layoutsOf(
  tables: ReportScenario['tables']['before'],
  partitions: readonly ReportPartition[],
  where: string,
): Layout[] {
  const byTable = new Map<string, Partition[]>(tables.map(({ table }) => [table, []]));
  if (byTable.size < tables.length) throw refused([`${where} holds a table twice`]);
  for (const { partition, table, lower, upper, rows, ...one } of partitions) {
    const own = byTable.get(table);
    if (!own) throw refused([`${where} holds a partition of a table that tables does not`]);
    // Which partition was kept and which made anew is the catalog's own knowledge, and not written down.
    const facts = { name: partition, oid: 0, rows };
    if (!one.default) own.push({ kind: 'range', ...facts, range: { lower, upper } });
    else if (!own.some(({ kind }) => kind === 'default')) own.push({ kind: 'default', ...facts });
    else throw refused([`${where} holds two default partitions of one table`]);
  }
  return tables.map((facts) => ({ ...facts, partitions: byTable.get(facts.table) ?? [] }));
}

const refused = (lines: readonly string[]): OperatorError =>
  new OperatorError(lines.map(printable).join('\n'), {
    code: 'report-refused',
    hint: 'Give reports as this version of partition-guard writes them with --json.',
  });

const notOurs = (name: string): OperatorError =>
  new OperatorError(`${name}: is no report of partition-guard`, {
    code: 'report-refused',
    hint: 'Name the files that validate wrote with --json, or a folder that holds no other JSON files.',
  });

const ofOtherSchema = (name: string, schema: number): OperatorError =>
  new OperatorError(`${name}: is of schema ${schema}, and this version reads schema ${SCHEMA}`, {
    code: 'report-of-other-schema',
    hint: 'Read it with the version of partition-guard that wrote it, or a later one.',
  });

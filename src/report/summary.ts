/** What a run amounts to, in the few numbers and phrases that every form of report uses. */
import { commonInterval, type Layout } from '../domain/layout.ts';
import type { RunResult, ScenarioResult } from '../domain/result.ts';
import type { Verdict } from '../domain/verdict.ts';
import { kindOf } from './findings.ts';
import { count, milliseconds, thousands } from '../domain/wording.ts';
import { majorOf } from './only-on.ts';
import { labelOf, shellArgument } from './words.ts';

/** Seeded rows that a run uses where nothing else is asked for. */
const DEFAULT_ROWS = 100_000;

const passes = (scenario: ScenarioResult, checkId: string): boolean =>
  scenario.checks.some((check) => check.id === checkId && check.verdict === 'pass');

/** Whether the scenario has proof that each seeded row is still there. */
export const keepsRows = (scenario: ScenarioResult): boolean =>
  scenario.rows.before > 0 && scenario.rows.lost === 0 && passes(scenario, 'no-row-lost');

/** Seeded rows of all scenarios, as far as each was found again. */
export const rowsAccountedFor = (result: RunResult): number =>
  result.scenarios.reduce((sum, s) => sum + (passes(s, 'no-row-lost') ? s.rows.before : 0), 0);

export const scenariosWith = (result: RunResult, verdict: Verdict): ScenarioResult[] =>
  result.scenarios.filter((scenario) => scenario.verdict === verdict);

/** Whether any check at all had a reason to look at partitions. */
export const judgesNothing = (result: RunResult): boolean =>
  result.verdict === 'pass' && result.tables.length === 0;

/** `3 scenarios`; of a share alone it says so, lest it be read as the whole run. */
export const scenarioCount = ({ scenarios, shard }: RunResult): string =>
  count(scenarios.length, 'scenario') +
  (shard && shard.of > 1 ? ` of share ${shard.index}/${shard.of} alone` : '');

/** The share of a run's rows that a fault concerns: `3 of 100,000 rows`. */
export const share = (part: number, whole: number): string => `${thousands(part)} of ${count(whole, 'row')}`;

const partitionCount = (layouts: readonly Layout[]): number =>
  layouts.reduce((sum, layout) => sum + layout.partitions.length, 0);

/** `24 → 15 partitions`, `24 partitions`, or nothing where the number stays the same. */
export function partitionsChange({ before, after }: ScenarioResult): string | undefined {
  const from = partitionCount(before);
  const to = partitionCount(after);
  if (from === to) return undefined;
  return from === 0 ? count(to, 'partition') : `${thousands(from)} → ${count(to, 'partition')}`;
}

/** `longest exclusive lock 12 ms`, of one scenario or several; undefined where none was seen. */
export function exclusiveLock(scenarios: readonly ScenarioResult[]): string | undefined {
  const held = scenarios.flatMap((scenario) => scenario.exclusiveLockMs ?? []);
  return held.length > 0 ? `longest exclusive lock ${milliseconds(Math.max(...held))}` : undefined;
}

/** The faults that a scenario's rows met, in words. */
export function rowFaults({ rows }: ScenarioResult): string[] {
  return [
    ...(rows.lost > 0 ? [`${share(rows.lost, rows.before)} lost`] : []),
    ...(rows.duplicated > 0 ? [`${share(rows.duplicated, rows.before)} duplicated`] : []),
    ...(rows.changed > 0 ? [`${share(rows.changed, rows.before)} changed`] : []),
  ];
}

/** The ids of a scenario's checks that fail, or that are inconclusive, each once. */
export const checkIds = (scenario: ScenarioResult, kind: ReturnType<typeof kindOf>): string[] => [
  ...new Set(scenario.checks.filter((check) => kindOf(check) === kind).map((check) => check.id)),
];

/** `24 monthly partitions`, `24 partitions`. */
export function describeLayout(layout: Layout): string {
  const interval = commonInterval(layout);
  return count(layout.partitions.length, interval ? `${interval} partition` : 'partition');
}

/**
 * The command that plays one scenario of a run again.
 * @param label of the scenario.
 */
export function replayCommand(result: RunResult, label: string): string {
  const scenario = result.scenarios.find((one) => labelOf(one) === label);
  const major = scenario?.server === undefined ? undefined : majorOf(scenario.server);
  return [
    'partition-guard validate',
    ...result.replayOptions.map(shellArgument),
    ...(major === undefined ? [] : [`--postgres ${shellArgument(major)}`]),
    `--seed ${result.seed}`,
    ...(result.rows === DEFAULT_ROWS ? [] : [`--rows ${result.rows}`]),
    `--scenario ${shellArgument(scenario?.name ?? label)}`,
  ].join(' ');
}

export interface GroupedNote {
  readonly note: string;
  readonly scenarios: readonly string[];
}

/** The scenarios' notes, each once with the scenarios it was made in. */
export function groupedNotes(result: RunResult): GroupedNote[] {
  const byNote = new Map<string, string[]>();
  for (const scenario of result.scenarios) {
    for (const note of new Set(scenario.notes)) {
      const known = byNote.get(note);
      if (known) known.push(labelOf(scenario));
      else byNote.set(note, [labelOf(scenario)]);
    }
  }
  return [...byNote].map(([note, scenarios]) => ({ note, scenarios }));
}

/** Checks that had nothing to judge in any scenario. */
export function neverApplicable(result: RunResult): string[] {
  const checks = result.scenarios.flatMap((scenario) => scenario.checks);
  const judged = new Set(
    checks.filter((check) => check.verdict !== 'not-applicable').map((check) => check.id),
  );
  return [...new Set(checks.map((check) => check.id))].filter((id) => !judged.has(id));
}

/** What an entry must get from the run, against what it got. */
import type { CheckResult } from '../../src/domain/result.ts';
import type { ValidationResult } from '../../src/simulation/validate.ts';
import type { Entry } from './entry.ts';
import type { PlayedEntry } from './play.ts';

/** A check's word on an entry, with the scenario that it was said in. */
export interface Told extends CheckResult {
  readonly scenario: string;
}

/** How far from the guilty line a finding may point. */
const LINES_OFF = 3;

export const toldIn = (result: ValidationResult): readonly Told[] =>
  result.scenarios.flatMap((scenario) =>
    scenario.checks.map((check) => ({ ...check, scenario: scenario.name })),
  );

export const failuresIn = (result: ValidationResult): readonly Told[] =>
  toldIn(result).filter((told) => told.verdict === 'fail');

const tell = ({ id, scenario, message, location }: Told): string =>
  `${id} in ${scenario}${location ? ` at ${location.file}:${location.line}` : ''}: ${message}`;

/** What is not as the entry says; empty where the program is right. */
export function mistakesIn({ entry, outcome }: PlayedEntry): string[] {
  if (outcome instanceof Error) return [`the run ended with an error: ${outcome.stack ?? outcome.message}`];
  return entry.kind === 'bad' ? missedIn(entry, outcome) : falseAlarmsIn(entry, outcome);
}

function missedIn({ about, guilty }: Entry, result: ValidationResult): string[] {
  const failures = failuresIn(result);
  const named = [...about.checks, ...(about.also ?? [])];
  const silent = named.filter((id) => !failures.some((told) => told.id === id));
  const strays = failures.filter((told) => !named.includes(told.id));
  const isError = failures.some((told) => told.severity === 'error');
  const misplaced = failures
    .filter((told) => about.checks.includes(told.id))
    .filter((told) => !isPlaced(told));
  return [
    ...silent.map((id) => `${id} does not fail`),
    ...strays.map((told) => `not named in about.json: ${tell(told)}`),
    ...misplaced.map((told) => `not within ${LINES_OFF} lines of its guilty line: ${tell(told)}`),
    ...(isError && result.verdict !== 'fail' ? [`the verdict is ${result.verdict}`] : []),
  ];

  function isPlaced({ id, location }: Told): boolean {
    if (about.unlocated?.[id] !== undefined) return location === undefined;
    return guilty.some(
      (line) =>
        line.check === id && line.file === location?.file && Math.abs(line.line - location.line) <= LINES_OFF,
    );
  }
}

function falseAlarmsIn({ about }: Entry, result: ValidationResult): string[] {
  const told = toldIn(result);
  const open = told.filter((t) => t.verdict === 'inconclusive');
  const expected = Object.keys(about.inconclusive ?? {});
  const unseen = about.checks.filter((id) => !told.some((t) => t.id === id && t.verdict === 'pass'));
  return [
    ...failuresIn(result).map((t) => `a false alarm: ${tell(t)}`),
    ...open.filter((t) => !expected.includes(t.id)).map((t) => `inconclusive: ${tell(t)}`),
    ...expected.filter((id) => !open.some((t) => t.id === id)).map((id) => `${id} is not inconclusive`),
    ...unseen.map((id) => `${id} does not judge it`),
    ...(expected.length === 0 && result.verdict !== 'pass' ? [`the verdict is ${result.verdict}`] : []),
  ];
}

/** How long writes keep working, in the words of the check that judged it. */
import type { RunResult, ScenarioResult } from '../domain/result.ts';

const runwayChecks = (scenarios: readonly ScenarioResult[]) =>
  scenarios.flatMap(({ checks }) => checks).filter(({ id }) => id === 'runway');

/** By the scenario in which they end soonest; nothing where they fail. */
export function runwayNotes(scenarios: readonly ScenarioResult[]): string[] {
  const judged = runwayChecks(scenarios);
  if (judged.some((check) => check.verdict === 'fail')) return [];
  return judged
    .filter((check) => check.verdict === 'pass')
    .map((check) => check.message)
    .sort()
    .slice(0, 1);
}

/** The notes of a result without these. */
export const otherThanRunway = ({ notes, scenarios }: RunResult): string[] => {
  const own = new Set(runwayChecks(scenarios).map((check) => check.message));
  return notes.filter((note) => !own.has(note));
};

/** Which of several servers something was met on, in words. */
import type { CheckResult, RunResult, ScenarioResult } from '../domain/result.ts';
import type { Verdict } from '../domain/verdict.ts';
import { listed } from './words.ts';

/** `18` of 18.4 and of 18beta1. */
export const majorOf = (version: string): string => /^\d+/.exec(version)?.[0] ?? version;

/** What each version is told by: its major, where no other of them has the same. */
export function namesOf(versions: ReadonlySet<string>): ReadonlyMap<string, string> {
  const majors = new Set([...versions].map(majorOf));
  return new Map(
    [...versions].map((version) => [version, majors.size === versions.size ? majorOf(version) : version]),
  );
}

/**
 * The other servers that a check came to no judgement on, in one at least of the scenarios in which it found something:
 * what was found may be there as well.
 * @param on where it was found.
 */
export function unseenOn({ scenarios }: RunResult, check: string, on: ReadonlySet<string>): string[] {
  const judged = ({ checks, verdict }: ScenarioResult): boolean =>
    (checks.find(({ id }) => id === check)?.verdict ?? verdict) !== 'inconclusive';
  const names = new Set(
    scenarios
      .filter(({ server, checks }) => server !== undefined && on.has(server) && checks.some(isFinding(check)))
      .map(({ name }) => name),
  );
  const others = new Set(scenarios.flatMap(({ server }) => server ?? []).filter((server) => !on.has(server)));
  return [...others].filter((server) =>
    [...names].some(
      (name) => !scenarios.some((one) => one.server === server && one.name === name && judged(one)),
    ),
  );
}

const isFinding =
  (check: string) =>
  ({ id, verdict }: CheckResult): boolean =>
    id === check && (verdict === 'fail' || verdict === 'inconclusive');

/** ` on PostgreSQL 14 only`, of a joined result whose scenarios came to a verdict on some servers; empty otherwise. Without the last word where others are open. */
export function serversTold({ scenarios }: RunResult, verdict: Verdict): string {
  const all = new Set(scenarios.flatMap(({ server }) => server ?? []));
  const concerned = new Set(
    scenarios.filter((one) => one.verdict === verdict).flatMap(({ server }) => server ?? []),
  );
  if (concerned.size === 0 || concerned.size === all.size) return '';
  const names = namesOf(all);
  const isOpen = scenarios.some(
    (one) => one.server !== undefined && !concerned.has(one.server) && one.verdict === 'inconclusive',
  );
  const told = ` on PostgreSQL ${listed([...concerned].map((version) => names.get(version) ?? version))}`;
  return isOpen ? told : `${told} only`;
}

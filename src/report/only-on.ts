/** Which of several servers something was met on, in words. */
import type { RunResult } from '../domain/result.ts';
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

/** ` on PostgreSQL 14 only`, of a joined result whose scenarios came to a verdict on some servers; empty otherwise. */
export function serversTold({ scenarios }: RunResult, verdict: Verdict): string {
  const all = new Set(scenarios.flatMap(({ server }) => server ?? []));
  const concerned = new Set(
    scenarios.filter((one) => one.verdict === verdict).flatMap(({ server }) => server ?? []),
  );
  if (concerned.size === 0 || concerned.size === all.size) return '';
  const names = namesOf(all);
  return ` on PostgreSQL ${listed([...concerned].map((version) => names.get(version) ?? version))} only`;
}

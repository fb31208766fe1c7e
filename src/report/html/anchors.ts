/** Ids of the page's parts: made of ASCII alone, each used once, the same for the same result. */
import type { RunResult } from '../../domain/result.ts';
import { type Finding, findingsOf } from '../findings.ts';
import { labelOf } from '../words.ts';
import { slug } from './markup.ts';

export interface Anchors {
  /** By the scenario's place in the result: two may have one label. */
  readonly scenarios: readonly string[];
  /** By the scenario's label, the first of that label. */
  readonly ofScenario: ReadonlyMap<string, string>;
  readonly findings: readonly { readonly id: string; readonly finding: Finding }[];
}

export function anchorsOf(result: RunResult): Anchors {
  const used = new Map<string, number>();
  // No slug holds two hyphens on end: what is numbered is like no other.
  const anchor = (kind: string, name: string): string => {
    const wanted = `${kind}-${slug(name) || 'unnamed'}`;
    const times = (used.get(wanted) ?? 0) + 1;
    used.set(wanted, times);
    return times === 1 ? wanted : `${wanted}--${times}`;
  };
  const scenarios = result.scenarios.map((scenario) => anchor('scenario', labelOf(scenario)));
  const ofScenario = new Map(
    result.scenarios.map((scenario, i) => [labelOf(scenario), scenarios[i] ?? ''] as const).reverse(),
  );
  const findings = findingsOf(result).map((finding) => ({
    id: anchor('finding', finding.check.id),
    finding,
  }));
  return { scenarios, ofScenario, findings };
}

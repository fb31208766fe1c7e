/** The findings of a run, each told once with all the scenarios that it was met in. */
import { INTERVAL_NAMES } from '../domain/interval.ts';
import { formatLocation } from '../domain/location.ts';
import type { CheckResult, RunResult } from '../domain/result.ts';
import { namesOf, unseenOn } from './only-on.ts';
import { labelOf, listed } from './words.ts';

/** In the order in which they are told. */
export type FindingKind = 'failure' | 'inconclusive' | 'warning';

export interface Finding {
  readonly kind: FindingKind;
  /** As the first scenario that met it tells it. */
  readonly check: CheckResult;
  /** Labels of the scenarios, the telling one first; never empty. */
  readonly scenarios: readonly [string, ...string[]];
  /** Majors of the servers that met it, where it was looked for on the others and not found. */
  readonly onlyOn?: readonly string[];
}

/** Checks in the order of what they mean for the rows; others come after. */
const GRAVITY = [
  'migration-applies',
  'no-row-lost',
  'no-row-duplicated',
  'no-row-changed',
  'no-overlap',
  'no-gap',
  'interval-applied',
  'default-empty',
  'idempotent',
  'no-silent-skip',
  'no-lock-leak',
  'runway',
  'lock-budget',
];

const KINDS: readonly FindingKind[] = ['failure', 'inconclusive', 'warning'];

/** What a check's result is worth telling as, if it is. */
export function kindOf(check: CheckResult): FindingKind | undefined {
  if (check.verdict === 'inconclusive') return check.severity === 'error' ? 'inconclusive' : 'warning';
  if (check.verdict !== 'fail') return undefined;
  return check.severity === 'error' ? 'failure' : 'warning';
}

interface Met {
  readonly kind: FindingKind;
  readonly check: CheckResult;
  readonly scenarios: [string, ...string[]];
  readonly servers: Set<string>;
}

/** Every finding: failures, then what is inconclusive, then warnings, the gravest first. */
export function findingsOf(result: RunResult): Finding[] {
  const found = new Map<string, Met>();
  for (const scenario of result.scenarios) {
    const label = labelOf(scenario);
    for (const check of scenario.checks) {
      const kind = kindOf(check);
      if (!kind) continue;
      const key = identityOf(kind, check);
      const known = found.get(key);
      if (!known) found.set(key, { kind, check, scenarios: [label], servers: new Set() });
      else if (!known.scenarios.includes(label)) known.scenarios.push(label);
      if (scenario.server !== undefined) found.get(key)?.servers.add(scenario.server);
    }
  }
  const all = new Set(result.scenarios.flatMap((scenario) => scenario.server ?? []));
  return [...found.values()]
    .map((met) => tellServers(met, result, all))
    .sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || gravityOf(a) - gravityOf(b));
}

/** What only some servers showed says so itself, wherever it is told; where others were not looked at, that. */
function tellServers(
  { kind, check, scenarios, servers }: Met,
  result: RunResult,
  all: ReadonlySet<string>,
): Finding {
  if (servers.size === 0 || servers.size === all.size) return { kind, check, scenarios };
  const names = namesOf(all);
  const told = (versions: readonly string[]): string[] => versions.map((one) => names.get(one) ?? one);
  const onlyOn = told([...servers]);
  const on = `PostgreSQL ${listed(onlyOn)}`;
  if (check.message.includes(`${on} was not judged`)) return { kind, check, scenarios, onlyOn };
  const unseen = told(unseenOn(result, check.id, servers));
  const said = /[^.!?…]$/.test(check.message) ? `${check.message}.` : check.message;
  const where =
    unseen.length === 0
      ? `Found on ${on} only.`
      : `Found on ${on}; it was not looked for in all of that on ${listed(unseen)}.`;
  const message = `${said} ${where}`.trim();
  return {
    ...{ kind, check: { ...check, message }, scenarios },
    ...(unseen.length === 0 ? { onlyOn } : {}),
  };
}

function gravityOf(finding: Finding): number {
  const index = GRAVITY.indexOf(finding.check.id);
  return index === -1 ? GRAVITY.length : index;
}

const VARIABLE = new RegExp(`\\d+|${INTERVAL_NAMES.join('|')}`, 'g');

/** Findings are one where a check blames one statement, or where its words differ in numbers and intervals only. */
const identityOf = (kind: FindingKind, { id, location, message, evidence }: CheckResult): string =>
  JSON.stringify([
    kind,
    id,
    location ? formatLocation(location) : message.replace(VARIABLE, '#'),
    location ? (evidence.statement ?? '').replace(VARIABLE, '#') : '',
  ]);

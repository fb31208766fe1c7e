/** The verdict in one sentence of markdown: what would become of the rows, in words. */
import type { RunResult, ScenarioResult } from '../domain/result.ts';
import { type Finding, findingsOf } from './findings.ts';
import { code } from './markdown-text.ts';
import { serversTold } from './only-on.ts';
import { judgesNothing, rowsAccountedFor, scenarioCount, scenariosWith, share } from './summary.ts';
import { count, thousands } from '../domain/wording.ts';
import { capitalised, labelOf, listed, scenarioTitle, withoutSchema } from './words.ts';

/** Puts a name into a sentence, in the form that the report has for names. */
export type Quote = (name: string) => string;

const MARKS = { pass: '✅', inconclusive: '❔', fail: '❌' } as const;

/** Without the hash signs in front. */
export const headline = (result: RunResult): string =>
  `${MARKS[result.verdict]} ${headlineWith(result, (name) => code(name, 80))}`;

/** The sentence alone, for reports of another form. */
export function headlineWith(result: RunResult, quote: Quote): string {
  switch (result.verdict) {
    case 'pass':
      return passed(result);
    case 'inconclusive': {
      const open = scenariosWith(result, 'inconclusive').length;
      const of = `${thousands(open)} of ${scenarioCount(result)}${serversTold(result, 'inconclusive')}`;
      return `Not proven: ${of} could not be judged`;
    }
    case 'fail':
      return failed(result, quote);
  }
}

const CLAIMS = [
  ['no-row-lost', 'no row lost'],
  ['no-overlap', 'no overlap'],
  ['no-gap', 'no gap'],
] as const;

/** Only what some scenario was seen to hold is claimed. */
function passed(result: RunResult): string {
  if (judgesNothing(result)) return 'Nothing to judge: no table is partitioned by range';
  const held = new Set(
    result.scenarios.flatMap((s) => s.checks.filter((c) => c.verdict === 'pass').map((c) => c.id)),
  );
  const claims = CLAIMS.flatMap(([id, words]) => (held.has(id) ? [words] : []));
  const rows = rowsAccountedFor(result);
  const scenarios = scenarioCount(result);
  const proof = rows > 0 ? `${count(rows, 'seeded row')} through ${scenarios}` : scenarios;
  return claims.length > 0 ? `${capitalised(claims.join(', '))}: ${proof}` : `Passed: ${proof}`;
}

function failed(result: RunResult, quote: Quote): string {
  const [gravest] = findingsOf(result);
  if (!gravest) return 'This migration fails';
  const [label] = gravest.scenarios;
  const scenario = result.scenarios.find((s) => labelOf(s) === label);
  const told = predicate(gravest, scenario, { tables: result.tables, quote });
  const servers = gravest.onlyOn ? ` on PostgreSQL ${listed(gravest.onlyOn.map(majorWords))} only` : '';
  return `${subject(scenario?.name ?? label, quote)} ${told}${servers}`;
}

/** As much of a server's version as is a number. */
const majorWords = (version: string): string => /^[\d.]*/.exec(version)?.[0] ?? '';

/** Of words that mean nothing to any form of report; a report that is read back can hold others. */
const PLAIN_CHANGE = /^(?:change|round-trip):[a-z-]+(?:->[a-z-]+)+$/;

function subject(scenario: string, quote: Quote): string {
  const title = scenarioTitle(scenario);
  if (scenario === 'fresh' || scenario === 'upgrade') return 'This migration';
  if (scenario === 'rerun') return 'Running the change again';
  if (PLAIN_CHANGE.test(scenario)) return `Changing ${title.replace(/^\S+ /, '')}`;
  return `The scenario ${quote(title)}`;
}

/** For checks that are not about counted rows. */
const PREDICATES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'migration-applies': 'stops with an error',
    'no-overlap': 'runs into overlapping partitions',
    'no-gap': 'would leave a time without a partition',
    'interval-applied': 'would not bring the interval that was asked for',
    'default-empty': 'would leave rows to a default partition',
    idempotent: 'would change something when it runs a second time',
    'no-lock-leak': 'would leave a lock, a transaction or a setting behind',
    'lock-budget': 'would lock a table for too long',
    'no-silent-skip': 'would go on after an error and tell nobody',
    runway: 'would let writes fail too soon',
  }),
);

function predicate(
  { check }: Finding,
  scenario: ScenarioResult | undefined,
  { tables, quote }: { readonly tables: readonly string[]; readonly quote: Quote },
): string {
  const rows = scenario?.rows ?? { before: 0, lost: 0, duplicated: 0, changed: 0 };
  const [table, ...others] = tables;
  const of = table !== undefined && others.length === 0 ? ` of ${quote(withoutSchema(table))}` : '';
  const counted = (n: number): string => (n > 0 ? share(n, rows.before) : 'rows') + of;
  switch (check.id) {
    case 'no-row-lost':
      return `would lose ${counted(rows.lost)}`;
    case 'no-row-duplicated':
      return `would duplicate ${counted(rows.duplicated)}`;
    case 'no-row-changed':
      return `would change the values of ${counted(rows.changed)}`;
    default:
      return PREDICATES.get(check.id) ?? `fails the check ${quote(check.id)}`;
  }
}

/** `change monthly → quarterly and 3 more`, for a cell. */
export function whereMet([first, ...others]: readonly [string, ...string[]]): string {
  const told = scenarioTitle(first);
  return listed([told, ...(others.length > 0 ? [`${thousands(others.length)} more`] : [])]);
}

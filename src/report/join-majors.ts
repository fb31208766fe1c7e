/** Joins what one run came to on several majors; a major that was not judged is told as such in each scenario. */
import { EXIT, OperatorError } from '../domain/operator-error.ts';
import type { CheckResult, RunResult, ScenarioResult } from '../domain/result.ts';
import { mergeResults } from './merge-results.ts';
import { listed } from './words.ts';

export type MajorEnd =
  | { readonly kind: 'judged'; readonly major: number; readonly result: RunResult }
  | { readonly kind: 'not-judged'; readonly major: number; readonly error: OperatorError };

type Judged = Extract<MajorEnd, { kind: 'judged' }>;
type NotJudged = Extract<MajorEnd, { kind: 'not-judged' }>;

const KINDS = { embedded: 'as a process of our own', testcontainers: 'in Docker', url: 'by its address' };

/** @throws OperatorError where none was judged: what each of them said. */
export function joinMajors(ends: readonly MajorEnd[], startedAt: Date): RunResult {
  const judged = ends.filter((end): end is Judged => end.kind === 'judged');
  const lacking = ends.filter((end): end is NotJudged => end.kind === 'not-judged');
  const [first] = judged;
  if (first === undefined) throw noneJudged(lacking);
  const { kind } = first.result.server;
  const results = judged.map(({ result }) => ({ ...result, server: { ...result.server, kind }, startedAt }));
  const others = lacking.map((end) => withoutJudgement(end, first.result, scenarioNames(judged)));
  const [one = first.result, ...more] = [...results, ...others];
  const joined = mergeResults([one, ...more]);
  return { ...joined, notes: [...joined.notes, ...kindNotes(judged)] };
}

const scenarioNames = (judged: readonly Judged[]): string[] => [
  ...new Set(judged.flatMap(({ result }) => result.scenarios.map(({ name }) => name))),
];

/** Every scenario is open there: one that is left out would be taken for one that need not be played. */
function withoutJudgement({ major, error }: NotJudged, like: RunResult, names: readonly string[]): RunResult {
  const check: CheckResult = {
    id: 'migration-applies',
    verdict: 'inconclusive',
    severity: 'error',
    message: `PostgreSQL ${major} was not judged: ${error.message}`,
    remedy: `${error.hint.slice(0, 1).toUpperCase()}${error.hint.slice(1)}`,
    evidence: { count: 0, examples: [] },
  };
  const scenarios = names.map((name): ScenarioResult => ({
    name,
    verdict: 'inconclusive',
    durationMs: 0,
    before: [],
    after: [],
    rows: { before: 0, after: 0, lost: 0, duplicated: 0, changed: 0 },
    checks: [check],
    notes: [],
  }));
  return {
    ...like,
    verdict: 'inconclusive',
    durationMs: 0,
    server: { ...like.server, version: String(major) },
    shard: { index: 1, of: 1, scenarios: names },
    scenarios,
    notes: [],
  };
}

/** Where not all could be had in one way, the report's one kind is that of the first. */
function kindNotes(judged: readonly Judged[]): string[] {
  if (new Set(judged.map(({ result }) => result.server.kind)).size < 2) return [];
  const told = judged.map(({ result: { server } }) => `PostgreSQL ${server.version} ${KINDS[server.kind]}`);
  return [`Not all majors were run in one way: ${listed(told)}.`];
}

function noneJudged(lacking: readonly NotJudged[]): OperatorError {
  const [first] = lacking;
  if (first === undefined) throw new Error('no major was asked for');
  const messages = new Set(lacking.map(({ error }) => error.message));
  // What is wrong with the project is wrong on each.
  if (messages.size === 1) return first.error;
  return new OperatorError(
    lacking.map(({ major, error }) => `PostgreSQL ${major}: ${error.message}`).join('\n'),
    {
      code: 'no-major-judged',
      hint: first.error.hint,
      exitStatus: lacking.some(({ error }) => error.exitStatus === EXIT.fault) ? EXIT.fault : EXIT.usage,
      cause: first.error,
    },
  );
}

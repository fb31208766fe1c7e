/** What a plan amounts to: the first line of every form of it, and the two after that. */
import type { DeploymentPlan, Refusal, VerifyEstimate } from '../../domain/deployment.ts';
import { count } from '../../domain/wording.ts';
import { listed } from '../words.ts';
import { bytes, time, type Voice } from './voice.ts';

export type PlanVerdict = 'refused' | 'nothing-to-do' | 'held-up' | 'ready';

/** Faults of the target or of the files; the others are about when, and where else. */
const FAULTS = new Set<Refusal['gate']>([
  'database',
  'environment',
  'pooler',
  'history',
  'files',
  'unfinished',
  'plan',
]);

/** Refusals that waiting for a validation, an environment or a window does not end. */
export const faultsOf = (plan: DeploymentPlan): Refusal[] =>
  plan.refusals.filter(({ gate }) => FAULTS.has(gate));

export function planVerdict({ refusals, blockers, pending, calls }: DeploymentPlan): PlanVerdict {
  if (refusals.length > 0 || blockers.some(({ weight }) => weight === 'refuse')) return 'refused';
  if (pending.length === 0 && calls.length === 0) return 'nothing-to-do';
  return blockers.length > 0 ? 'held-up' : 'ready';
}

/** `2 migrations and 1 call are pending`. */
export function whatIsPending({ pending, calls }: DeploymentPlan): string {
  const parts = [
    ...(pending.length > 0 ? [count(pending.length, 'migration')] : []),
    ...(calls.length > 0 ? [count(calls.length, 'call')] : []),
  ];
  const many = pending.length + calls.length;
  return many === 0 ? 'nothing is pending' : `${listed(parts)} ${many === 1 ? 'is' : 'are'} pending`;
}

/** Where: `PROD, database bookings`. */
export const placeOf = (
  { environment, target }: Pick<DeploymentPlan, 'environment' | 'target'>,
  voice: Voice,
): string =>
  [
    ...(environment === undefined ? [] : [voice.words(environment)]),
    `database ${voice.name(target.database, 80)}`,
  ].join(', ');

/** What it means for rows: one sentence each. */
export function meaningOf(plan: DeploymentPlan, voice: Voice): string[] {
  if (plan.pending.length === 0 && plan.calls.length === 0) return [];
  return [...movesOf(plan, voice), longestLock(plan, voice), proofSentence(plan.verify, voice)].flatMap(
    (one) => one ?? [],
  );
}

function movesOf({ rowsToMove }: DeploymentPlan, voice: Voice): string[] {
  if (!rowsToMove) return ['How many rows are moved is not known.'];
  if (rowsToMove.length === 0) return ['No row is moved to another table.'];
  return rowsToMove.map(
    ({ table, rows, bytes: size, reason }) =>
      `About ${count(rows, 'row')} of ${voice.name(table)} (${bytes(size)}) are moved: ${voice.words(reason)}.`,
  );
}

/** Of all statements, the longest time that anybody is expected to wait. */
function longestLock({ pending }: DeploymentPlan, voice: Voice): string | undefined {
  const statements = pending.flatMap((migration) => migration.statements);
  const locks = statements.flatMap(({ locks: own }) => own.filter((lock) => lock.heldMs !== undefined));
  const [first, ...rest] = locks;
  const unknown = statements.filter(({ basis }) => basis === 'unknown').length;
  const untold = unknown > 0 ? ` What ${count(unknown, 'statement')} would lock is not known.` : '';
  if (!first) return untold === '' ? undefined : untold.trim();
  const longest = rest.reduce((a, b) => ((b.heldMs ?? 0) > (a.heldMs ?? 0) ? b : a), first);
  const who = longest.mode === 'ACCESS EXCLUSIVE' ? 'nobody can read or write it' : 'nobody can write it';
  return `The longest lock expected is ${longest.mode} on ${voice.name(longest.table)}, about ${time(longest.heldMs ?? 0)}, in which ${who}.${untold}`;
}

export function proofSentence({ mode, tables, expectedMs }: VerifyEstimate, voice: Voice): string {
  if (tables.length === 0) return `Verification ${mode}: no table of rows to prove.`;
  const names = listed(tables.slice(0, 3).map(({ table }) => voice.name(table)));
  const more = tables.length > 3 ? ` and ${count(tables.length - 3, 'more table')}` : '';
  const known = tables.every(({ rows }) => rows !== undefined);
  const rows = tables.reduce((sum, one) => sum + (one.rows ?? 0), 0);
  const what = mode === 'count' ? 'counted' : 'counted and checksummed';
  const much = known ? `about ${count(rows, 'row')}` : 'the rows';
  const long = expectedMs === undefined ? 'how long that takes is not known' : `about ${time(expectedMs)}`;
  return `Verification ${mode}: ${much} of ${names}${more} ${known && rows === 1 ? 'is' : 'are'} ${what} before and after, ${long}, in which writers wait.`;
}

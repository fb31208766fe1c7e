/** How long the validated run held a statement's locks, and how long that is on a target of another size. */
import type { ExpectedLock, MeasuredLock } from '../../domain/deployment.ts';
import type { LockSpan } from '../../domain/lock-timeline.ts';
import type { RunResult } from '../../domain/result.ts';
import type { Relations } from './relations.ts';

/** A run of `validate`, known to be of the very migrations that are planned. */
export interface MeasuredRun {
  readonly result: RunResult;
}

export interface StatementPlace {
  readonly file: string;
  readonly line: number;
  /** The line of the statement after it: what was seen before that line was seen in it. */
  readonly next?: number;
}

interface Scale {
  readonly relations: Relations;
  /** Whether the time until the locks are let go of grows with the rows behind them. */
  readonly growsWithRows: boolean;
}

/** @returns undefined where the run did not look at this file's locks. */
export function measuredLocks(
  { result }: MeasuredRun,
  place: StatementPlace,
  scale: Scale,
): ExpectedLock[] | undefined {
  const seen = result.scenarios
    .flatMap((scenario) => scenario.locks?.held ?? [])
    .filter((span) => span.location?.file === place.file);
  if (seen.length === 0) return undefined;
  const own = seen.filter(({ location }) => isWithin(location?.line ?? 0, place));
  const tables = [...new Set(own.map((span) => span.table))];
  return tables.map((table) => expectedOf(longest(own.filter((span) => span.table === table)), scale));
}

const isWithin = (line: number, { line: first, next }: StatementPlace): boolean =>
  line >= first && (next === undefined || line < next);

const heldMs = ({ fromMs, toMs }: LockSpan): number => toMs - fromMs;

const STRENGTH = ['SHARE', 'SHARE ROW EXCLUSIVE', 'EXCLUSIVE', 'ACCESS EXCLUSIVE'];

/** The strongest mode, for the longest time. */
function longest(spans: readonly LockSpan[]): LockSpan {
  const [first, ...rest] = spans;
  if (!first) throw new RangeError('no lock was seen');
  return rest.reduce((worst, span) => {
    const longer = heldMs(span) > heldMs(worst) ? span : worst;
    const mode = STRENGTH.indexOf(span.mode) > STRENGTH.indexOf(worst.mode) ? span.mode : worst.mode;
    return { ...longer, mode };
  }, first);
}

function expectedOf(span: LockSpan, { relations, growsWithRows }: Scale): ExpectedLock {
  const { table, mode, rows } = span;
  const ms = heldMs(span);
  const there = relations.all().find((relation) => relation.table === (span.parent ?? table));
  const measured = scaled(
    { heldMs: ms, ...(rows === undefined ? {} : { rows }) },
    growsWithRows ? there?.rows : undefined,
  );
  return { table, mode, heldMs: scaledMs(measured), measured };
}

const scaled = (seen: MeasuredLock, targetRows: number | undefined): MeasuredLock =>
  seen.rows !== undefined && seen.rows > 0 && targetRows !== undefined && targetRows > seen.rows
    ? { ...seen, targetRows }
    : seen;

/** In proportion to the rows; never shorter than was seen: what does not grow with them is there in both. */
export const scaledMs = ({ heldMs: ms, rows, targetRows }: MeasuredLock): number =>
  rows === undefined || targetRows === undefined ? ms : Math.round((ms * targetRows) / rows);

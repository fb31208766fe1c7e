/** How long the validated run held a statement's locks, and how long that is on a target of another size. */
import type { ExpectedLock, MeasuredLock } from '../../domain/deployment.ts';
import type { LockSpan } from '../../domain/lock-timeline.ts';
import type { RunResult } from '../../domain/result.ts';
import type { Migration, Statement } from '../../migrations/migration.ts';
import { wordsOf } from './names.ts';
import type { Relations } from './relations.ts';

/** What the run saw locked while it played the migrations on seeded tables, by the statement that did it. */
export interface MeasuredLocks {
  readonly byStatement: ReadonlyMap<Statement, readonly LockSpan[]>;
  /** Files of which the run tells every lock, so that a statement without one is known to have taken none. */
  readonly watched: ReadonlySet<string>;
}

export const NOT_MEASURED: MeasuredLocks = { byStatement: new Map(), watched: new Set() };

/**
 * Only `upgrade` plays the migrations on tables in use; the other scenarios lock by calls made afterwards.
 * @param run known to be of these very migrations.
 * @param isOpaque whether a statement runs what it does not show.
 */
export function measuredBy(
  run: RunResult,
  migrations: readonly Migration[],
  isOpaque: (statement: Statement) => boolean,
): MeasuredLocks {
  const upgrade = run.scenarios.find(({ name }) => name === 'upgrade');
  if (!upgrade?.locks || upgrade.rows.before === 0) return NOT_MEASURED;
  const watched = watchedFiles(run, migrations);
  const statements = migrations.flatMap((migration) => migration.statements);
  const callers = statements.filter((one) => watched.has(one.file) && isOpaque(one));
  const byStatement = new Map<Statement, LockSpan[]>();
  let isWhole = upgrade.locks.unlisted === 0;
  for (const span of upgrade.locks.held) {
    const own = statementAt(statements, span);
    // In a function's body: whoever calls it holds the lock.
    const takers = own && !isDefinition(own) ? [own] : callers.filter((one) => mentions(one, own));
    if (takers.length === 0) isWhole = false;
    for (const taker of takers) byStatement.set(taker, [...(byStatement.get(taker) ?? []), span]);
  }
  return { byStatement, watched: isWhole ? watched : new Set() };
}

/** Versioned files from the first one under test on; which repeatable ones were under test, nothing tells. */
function watchedFiles(
  { migrations: told }: RunResult,
  migrations: readonly Migration[],
): ReadonlySet<string> {
  return new Set(
    told.flatMap(({ folder, firstUnderTest }) => {
      const versions = migrations.filter((one) => one.folder === folder && one.kind === 'versioned');
      const first = versions.findIndex(({ file }) => file === firstUnderTest);
      return first < 0 ? [] : versions.slice(first).map(({ file }) => file);
    }),
  );
}

function statementAt(statements: readonly Statement[], { location }: LockSpan): Statement | undefined {
  if (!location) return undefined;
  return statements.findLast(({ file, line }) => file === location.file && line <= location.line);
}

const isDefinition = ({ routine }: Statement): boolean => routine?.name !== undefined;

const mentions = (caller: Statement, definition: Statement | undefined): boolean => {
  const name = definition?.routine?.name?.name;
  return name !== undefined && wordsOf(caller.text).some((word) => word.name === name);
};

export interface Scale {
  readonly relations: Relations;
  /** Whether the time until the locks are let go of grows with the rows behind them. */
  readonly growsWithRows: boolean;
  /** Everything that was seen in the statement's transaction. */
  readonly transaction: readonly LockSpan[];
}

/** One lock a table. */
export function expectedLocks(spans: readonly LockSpan[], scale: Scale): ExpectedLock[] {
  // A transaction's locks are let go of together: a table without rows is locked as long as the rows of another take.
  const ofAll = Math.max(1, ...scale.transaction.flatMap((span) => factorOf(span, scale) ?? []));
  const tables = [...new Set(spans.map(({ table }) => table))];
  return tables.map((table) => expectedOf(longest(spans.filter((one) => one.table === table)), scale, ofAll));
}

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

function expectedOf(span: LockSpan, scale: Scale, ofAll: number): ExpectedLock {
  const { table, mode, rows } = span;
  const seen: MeasuredLock = { heldMs: heldMs(span), ...(rows === undefined ? {} : { rows }) };
  if (!scale.growsWithRows) return { table, mode, heldMs: seen.heldMs, measured: seen };
  const factor = factorOf(span, scale) ?? ofAll;
  const measured = factor > 1 ? { ...seen, factor } : seen;
  return { table, mode, heldMs: Math.round(seen.heldMs * factor), measured };
}

/** How many times the rows of the run the target has behind the lock; never less than one: not all of it is rows. */
function factorOf({ table, parent, rows }: LockSpan, { relations }: Scale): number | undefined {
  const there = relations.all().find((relation) => relation.table === (parent ?? table));
  if (rows === undefined || rows === 0 || there?.rows === undefined) return undefined;
  return Math.max(1, there.rows / rows);
}

/** Plays one step of a scenario in a throwaway database, and records what was to be seen afterwards. */
import { performance } from 'node:perf_hooks';
import type { Client } from 'pg';
import type { SessionResidue, StepOutcome, StepRecord } from '../domain/history.ts';
import { type Step, timeZoneOf } from '../domain/scenario.ts';
import type { HeldLock, LockTimes } from '../domain/session-trace.ts';
import { withPlaces } from '../migrations/locate-leftovers.ts';
import type { Migration } from '../migrations/migration.ts';
import { readAuditLog } from '../postgres/audit-log.ts';
import { readLeftovers } from '../postgres/session-residue.ts';
import { type Application, applyMigrations } from './apply-migrations.ts';
import { applyWhileInUse } from './apply-while-in-use.ts';
import { AssertionWatch } from './assertions.ts';
import { callCancelled, callInterval, callRetention } from './interval-call.ts';
import { SessionLocks } from './lock-watch.ts';
import { layBack } from './lay-back.ts';
import { type Accounting, observe } from './observe.ts';
import { namedIn } from './observe-attributes.ts';
import type { RunContext } from './run-context.ts';
import { isDisconnected, sqlFailureOf } from '../postgres/sql-failure.ts';
import { bookAhead, seedTables } from './seed-tables.ts';
import type { ThrowawayDatabase } from './throwaway-database.ts';

export interface Played {
  readonly outcome: StepOutcome;
  readonly residue?: SessionResidue;
  readonly locks?: readonly HeldLock[];
  readonly lockTimes?: LockTimes;
}

const DONE: StepOutcome = { kind: 'done' };

interface Playing {
  readonly given: boolean;
  readonly isLast: boolean;
  /** Whether the next step is the same again, which is to find everything as it is now. */
  readonly isRepeated?: boolean;
  /** Called after each migration file of the step. */
  readonly afterFile?: (() => Promise<void>) | undefined;
}

/** What is done between the files of migrations, and while they run. */
export interface Hooks extends Pick<Application, 'afterFile' | 'aroundSeeds' | 'watch'> {
  readonly watchesLocks: boolean;
  /** What a replay wants to be told of in the session that the migrations run in. */
  readonly inSession?: (
    session: Client,
  ) => Pick<Application, 'beforeStatement' | 'afterStatement' | 'afterFile' | 'afterSeeds'>;
}

export async function playStep(
  context: RunContext,
  database: ThrowawayDatabase,
  step: Step,
  { given, isLast, isRepeated = false, afterFile }: Playing,
): Promise<StepRecord> {
  const startedAt = performance.now();
  const watch = new AssertionWatch(context, database);
  const played = await play(context, database, step, {
    aroundSeeds: (seed) => watch.aroundSeeds(seed),
    watchesLocks: !given,
    ...(afterFile ? { afterFile } : {}),
  });
  const durationMs = performance.now() - startedAt;
  const assertions = await watch.end();
  // What another pass has played already is compared with it, by layout and by the rows in each partition.
  const isCompared = timeZoneOf(step) !== undefined;
  const isAccounted = (isLast && !isCompared) || played.outcome.kind === 'failed';
  const accounting = accountingAfter(step, isAccounted);
  const probeWrites = !given && isLast && !isCompared;
  const tables = await observe(context, database, {
    accounting,
    probeWrites,
    readsAttributes: (probeWrites || isRepeated) && played.outcome.kind === 'done',
    ...(step.kind === 'retention' && context.retention ? { retention: context.retention } : {}),
  });
  const audit = isOurs(step) ? undefined : await readAuditLog(database.observer, context.auditLog);
  return {
    step,
    given,
    durationMs,
    tables,
    ...played,
    ...(assertions.length > 0 ? { assertions } : {}),
    ...(audit ? { audit } : {}),
    ...(given ? {} : await namedBy(context, step)),
  };
}

/** What a call does is no statement's word: only migrations name what they mean. */
async function namedBy({ migrations }: RunContext, step: Step): Promise<Pick<StepRecord, 'named'>> {
  if (step.kind === 'apply-migrations') {
    const files = migrations[step.which];
    // Nothing hung on a row's table before the first file was over.
    return { named: await namedIn(step.seedBetween && files.length > 1 ? files.slice(1) : files) };
  }
  return step.kind === 'repeat-migrations' ? { named: await namedIn(migrations.all) } : {};
}

/** Steps in which nothing of the migrations runs. */
const isOurs = ({ kind }: Step): boolean => kind === 'seed' || kind === 'book-ahead' || kind === 'lay-back';

const accountingAfter = (step: Step, isLast: boolean): Accounting => {
  if (isOurs(step)) return 'none';
  return isLast ? 'by-value' : 'by-count';
};

/** Plays the step, and observes no tables. */
export async function play(
  context: RunContext,
  database: ThrowawayDatabase,
  step: Step,
  hooks: Hooks,
): Promise<Played> {
  switch (step.kind) {
    case 'apply-migrations':
      return apply(context, database, context.migrations[step.which], {
        seedBetween: step.seedBetween,
        earlier: step.which === 'change' ? context.migrations.base : [],
        hooks,
        ...(step.timeZone === undefined ? {} : { timeZone: step.timeZone }),
      });
    case 'repeat-migrations':
      return apply(
        context,
        database,
        context.migrations.all.filter((m) => m.kind === 'repeatable'),
        { seedBetween: false, earlier: [], hooks },
      );
    case 'seed':
      await seedTables(context, database, step.occupancy);
      return { outcome: DONE };
    case 'book-ahead':
      await bookAhead(context, database);
      return { outcome: DONE };
    case 'change-interval':
      return callInterval(context, database, step.to, {
        watchesLocks: hooks.watchesLocks,
        timeZone: step.timeZone,
      });
    case 'cancelled-change':
      return callCancelled(context, database, step.to);
    case 'lay-back':
      await layBack(context, database);
      return { outcome: DONE };
    case 'retention':
      return callRetention(context, database);
  }
}

/** A session that does not answer any more has left behind what nobody can see. */
async function leftBehind(
  session: Client,
  outcome: StepOutcome,
): Promise<{ readonly outcome: StepOutcome; readonly residue?: SessionResidue }> {
  if (isDisconnected(outcome)) return { outcome };
  try {
    return { outcome, residue: { ...(await readLeftovers(session)), changedSettings: [] } };
  } catch (error) {
    const failure = sqlFailureOf(error);
    if (outcome.kind !== 'done') return { outcome };
    return { outcome: { kind: 'failed', failure, statement: 'the end of the migrations' } };
  }
}

interface Applied {
  readonly hooks: Hooks;
  readonly seedBetween: boolean;
  readonly earlier: readonly Migration[];
  readonly timeZone?: string;
}

async function apply(
  context: RunContext,
  database: ThrowawayDatabase,
  migrations: readonly Migration[],
  { seedBetween, earlier, hooks, timeZone }: Applied,
): Promise<Played> {
  return database.withMigrator(async (session) => {
    const { watchesLocks, inSession, ...between } = hooks;
    const watch = watchesLocks ? await SessionLocks.of(database, session) : undefined;
    const application = {
      session,
      migrations,
      earlier,
      rolesMade: context.rolesMade,
      statementTimeoutMs: context.statementTimeoutMs,
      ...(watch ? { watch } : {}),
      ...between,
      ...inSession?.(session),
    };
    const outcome = seedBetween
      ? await applyWhileInUse(context, database, application)
      : await applyMigrations(application);
    const left = await leftBehind(session, outcome);
    return {
      outcome: left.outcome,
      ...(left.residue ? { residue: withPlaces(left.residue, migrations, 'statements') } : {}),
      // While no table held a row, nobody was there to stand still.
      ...(watch && database.seeded.length > 0 ? { locks: watch.locks, lockTimes: watch.times } : {}),
    };
  }, timeZone);
}

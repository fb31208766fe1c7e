/** Plays one step of a scenario in a throwaway database, and records what was to be seen afterwards. */
import { performance } from 'node:perf_hooks';
import type { SessionResidue, StepOutcome, StepRecord } from '../domain/history.ts';
import type { Step } from '../domain/scenario.ts';
import type { Migration } from '../migrations/migration.ts';
import { readLeftovers } from '../postgres/session-residue.ts';
import { applyMigrations } from './apply-migrations.ts';
import { applyWhileInUse } from './apply-while-in-use.ts';
import { callCancelled, callInterval } from './interval-call.ts';
import { type Accounting, observe } from './observe.ts';
import type { RunContext } from './run-context.ts';
import { isDisconnected } from './sql-failure.ts';
import { bookAhead, seedTables } from './seed-tables.ts';
import { SeedFailure } from './seeding/seed-table.ts';
import type { ThrowawayDatabase } from './throwaway-database.ts';

interface Played {
  readonly outcome: StepOutcome;
  readonly residue?: SessionResidue;
  readonly seedFailure?: string;
}

const DONE: StepOutcome = { kind: 'done' };

export async function playStep(
  context: RunContext,
  database: ThrowawayDatabase,
  step: Step,
  { given, isLast }: { readonly given: boolean; readonly isLast: boolean },
): Promise<StepRecord> {
  const startedAt = performance.now();
  const { seedFailure, ...played } = await play(context, database, step);
  const durationMs = performance.now() - startedAt;
  const probeWrites =
    !given && step.kind !== 'book-ahead' && step.kind !== 'cancelled-change' && step.kind !== 'seed';
  const accounting = accountingAfter(step, isLast || played.outcome.kind === 'failed');
  const tables = await observe(context, database, { accounting, probeWrites, seedFailure });
  return { step, given, durationMs, tables, ...played };
}

const accountingAfter = (step: Step, isLast: boolean): Accounting => {
  if (step.kind === 'seed' || step.kind === 'book-ahead') return 'none';
  return isLast ? 'by-value' : 'by-count';
};

function play(context: RunContext, database: ThrowawayDatabase, step: Step): Promise<Played> {
  switch (step.kind) {
    case 'apply-migrations':
      return apply(context, database, context.migrations[step.which], step.seedBetween);
    case 'repeat-migrations':
      return apply(
        context,
        database,
        context.migrations.all.filter((m) => m.kind === 'repeatable'),
        false,
      );
    case 'seed':
      return seeding(() => seedTables(context, database, step.occupancy));
    case 'book-ahead':
      return seeding(() => bookAhead(context, database));
    case 'change-interval':
      return callInterval(context, database, step.to);
    case 'cancelled-change':
      return callCancelled(context, database, step.to);
  }
}

/** Rows that can't be made are no fault of the migration: what they would have shown stays unjudged. */
async function seeding(seed: () => Promise<void>): Promise<Played> {
  try {
    await seed();
    return { outcome: DONE };
  } catch (error) {
    if (error instanceof SeedFailure) return { outcome: DONE, seedFailure: error.message };
    throw error;
  }
}

async function apply(
  context: RunContext,
  database: ThrowawayDatabase,
  migrations: readonly Migration[],
  seedBetween: boolean,
): Promise<Played> {
  return database.withMigrator(async (session) => {
    const seedFailures: string[] = [];
    const application = {
      session,
      migrations,
      rolesMade: context.rolesMade,
      statementTimeoutMs: context.statementTimeoutMs,
    };
    const outcome = seedBetween
      ? await applyWhileInUse(context, database, application, (failure) => seedFailures.push(failure))
      : await applyMigrations(application);
    const residue = isDisconnected(outcome) ? undefined : await readLeftovers(session);
    const [seedFailure] = seedFailures;
    return {
      outcome,
      ...(residue ? { residue: { ...residue, changedSettings: [] } } : {}),
      ...(seedFailure === undefined ? {} : { seedFailure }),
    };
  });
}

/** Applies migrations one after another with rows coming in between, as in a database that is in use all the time. */
import type { StepOutcome } from '../domain/history.ts';
import { type Application, applyMigrations } from './apply-migrations.ts';
import type { RunContext } from './run-context.ts';
import { seedTables } from './seed-tables.ts';
import { SeedFailure } from './seeding/seed-table.ts';
import type { ThrowawayDatabase } from './throwaway-database.ts';

/**
 * Each table is seeded before the file after the one that made it. Where no file came after, the last one is run once
 * more: a script that makes or manages a table must spare one in use. That it refuses to run twice is right, too.
 * @param onSeedFailure gets the reason why rows can't be made.
 */
export async function applyWhileInUse(
  context: RunContext,
  database: ThrowawayDatabase,
  application: Application,
  onSeedFailure: (reason: string) => void,
): Promise<StepOutcome> {
  const seed = async (): Promise<void> => {
    try {
      await seedTables(context, database, 'every-partition');
    } catch (error) {
      if (!(error instanceof SeedFailure)) throw error;
      onSeedFailure(error.message);
    }
  };
  const outcome = await applyMigrations({
    ...application,
    afterFile: async (migration, isLast) => {
      if (!isLast) await seed();
      await application.afterFile?.(migration, isLast);
    },
  });
  if (outcome.kind !== 'done' || database.seeded.length > 0) return outcome;
  await seed();
  if (database.seeded.length > 0) {
    await application.afterSeeds?.();
    await applyMigrations({ ...application, migrations: application.migrations.slice(-1) });
  }
  return outcome;
}

/** Applies migrations one after another with rows coming in between, as in a database that is in use all the time. */
import type { StepOutcome } from '../domain/history.ts';
import { type Application, applyMigrations } from './apply-migrations.ts';
import type { RunContext } from './run-context.ts';
import { seedTables } from './seed-tables.ts';
import type { ThrowawayDatabase } from './throwaway-database.ts';

/**
 * Each table is seeded before the file after the one that made it. Where no file came after, the last one is run once
 * more: a script that makes or manages a table must spare one in use. That it refuses to run twice is right, too.
 */
export async function applyWhileInUse(
  context: RunContext,
  database: ThrowawayDatabase,
  application: Application,
): Promise<StepOutcome> {
  const seedOpen = async (): Promise<boolean> => {
    const tables = database.seeded.length;
    await seedTables(context, database, 'every-partition');
    return database.seeded.length > tables;
  };
  const seed = async (): Promise<void> => {
    if (application.aroundSeeds) await application.aroundSeeds(seedOpen);
    else await seedOpen();
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

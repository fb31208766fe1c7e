/** Migration files played in a throwaway database, as a run plays them. */
import type { StepOutcome } from '../../src/domain/history.ts';
import { type Application, applyMigrations } from '../../src/simulation/apply-migrations.ts';
import { type Files, migrationsOf } from '../migrations/folder.ts';
import type { Playground } from './playground.ts';

export type Failure = Extract<StepOutcome, { kind: 'failed' }>;

export const play = async (
  { context, database }: Playground,
  files: Files,
  over: Partial<Application> = {},
): Promise<StepOutcome> => {
  const migrations = await migrationsOf(files);
  return database.withMigrator((session) =>
    applyMigrations({
      session,
      migrations,
      rolesMade: context.rolesMade,
      statementTimeoutMs: context.statementTimeoutMs,
      ...over,
    }),
  );
};

export async function failureOf(
  playground: Playground,
  files: Files,
  over: Partial<Application> = {},
): Promise<Failure> {
  const outcome = await play(playground, files, over);
  if (outcome.kind !== 'failed') throw new Error(`the files were to fail, and were ${outcome.kind}`);
  return outcome;
}

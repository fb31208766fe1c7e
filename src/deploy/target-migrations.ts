/** The migrations as they read on a target: what Flyway knows of itself has the target's own names. */
import type pg from 'pg';
import type { Migration } from '../migrations/migration.ts';
import { readMigrations } from '../migrations/read-migrations.ts';
import type { DeploySettings } from '../settings/deploy-settings.ts';
import { currentSchema, HISTORY_TABLE } from './history/history-table.ts';

export interface TargetMigrationsRequest {
  readonly settings: Pick<DeploySettings, 'cwd' | 'migrations' | 'placeholders'>;
  readonly database: string;
  readonly user: string;
  readonly startedAt: Date;
}

/** All of the project's migrations, baselines included. */
export async function readTargetMigrations(
  client: pg.Client,
  { settings, database, user, startedAt }: TargetMigrationsRequest,
): Promise<readonly Migration[]> {
  const { cwd, migrations, placeholders } = settings;
  return readMigrations(migrations, {
    cwd,
    placeholders,
    flyway: {
      defaultSchema: (await currentSchema(client)) ?? '',
      user,
      database,
      table: HISTORY_TABLE,
      timestamp: startedAt.toISOString().slice(0, 19).replace('T', ' '),
    },
  });
}

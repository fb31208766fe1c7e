/** Plays apply on a real database, by a plan that is made of the history alone. */
import { readLayouts } from '../../../src/postgres/catalog-layout.ts';
import { withClient } from '../../../src/postgres/connection.ts';
import type { ConnectionSettings } from '../../../src/postgres/connection.ts';
import { applyDeployment } from '../../../src/deploy/apply/apply-deployment.ts';
import type { ApplyRequest } from '../../../src/deploy/apply/run.ts';
import { decidePending } from '../../../src/deploy/history/decide-pending.ts';
import { unplayable } from '../../../src/deploy/plan/unplayable.ts';
import { readTargetMigrations } from '../../../src/deploy/target-migrations.ts';
import { withTarget } from '../../../src/deploy/target.ts';
import type { DeploymentPlan, DeploymentResult } from '../../../src/domain/deployment.ts';
import { deploySettings } from '../../../src/settings/resolve-deploy-settings.ts';
import type { RawDeployOptions } from '../../../src/settings/deploy-settings.ts';
import { type Files, withFolder } from '../../migrations/folder.ts';
import { urlOf } from '../target-url.ts';

export const NOW = 1_800_000_000_000_000n;

export interface Play {
  readonly connection: ConnectionSettings;
  /** Of the migrations folder, and `partition-guard.yml` where it is given. */
  readonly files: Files;
  readonly options?: RawDeployOptions;
  readonly calls?: readonly string[];
  readonly change?: Partial<ApplyRequest>;
  readonly progress?: string[];
}

/** Every option of apply is as on the command line. */
export const play = async ({
  connection,
  files,
  options = {},
  calls = [],
  change = {},
  progress = [],
}: Play): Promise<DeploymentResult> =>
  withFolder(files, async (cwd) => {
    const config = files['partition-guard.yml'];
    const settings = await deploySettings({
      command: 'apply',
      cwd,
      ...(config === undefined ? {} : { configText: String(config), configFile: 'partition-guard.yml' }),
      options: { migrations: ['.'], target: urlOf(connection), environment: 'DEV', ...options },
      env: {},
      now: NOW,
    });
    return withTarget(
      { url: settings.target, env: { PGSSLMODE: 'disable' }, onWarning: () => undefined },
      async (target) => {
        const startedAt = new Date(0);
        const migrations = await readTargetMigrations(target.client, {
          settings,
          ...target.facts,
          startedAt,
        });
        return applyDeployment(target, {
          settings: { ...settings, environment: 'DEV' },
          env: {},
          migrations,
          startedAt,
          makePlan: async () => {
            const decision = await decidePending(target.client, migrations, { baseline: settings.baseline });
            const { judged } = await readLayouts(target.client);
            const plan: DeploymentPlan = {
              digest: `sha256:${'0'.repeat(64)}`,
              release: `sha256:${'1'.repeat(64)}`,
              target: target.facts,
              toolVersion: '0',
              pending: decision.pending.map((m) => ({ ...m, statements: [] })) as never,
              calls,
              layouts: judged.map(({ layout }) => layout),
              sizes: [],
              verify: { mode: settings.verify, tables: [] },
              estimates: [],
              drift: [],
              blockers: [],
              refusals: [...decision.refusals, ...unplayable(decision.pending)],
              notes: decision.notes,
            };
            return { plan, decision };
          },
          standingRefusals: async () => [],
          onProgress: (text) => void progress.push(text),
          redact: (text) => text,
          ...change,
        });
      },
    );
  });

/** Rows of a query, as the role of the connection. */
export const rowsOf = <T extends object>(connection: ConnectionSettings, sql: string): Promise<T[]> =>
  withClient(connection, async (client) => (await client.query<T>(sql)).rows);

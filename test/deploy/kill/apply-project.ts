/** Applies a project's folder to a target, as the command does once its gates have let it pass. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyDeployment } from '../../../src/deploy/apply/apply-deployment.ts';
import { planDeployment } from '../../../src/deploy/plan/plan-deployment.ts';
import { readTargetMigrations } from '../../../src/deploy/target-migrations.ts';
import { withTarget } from '../../../src/deploy/target.ts';
import type { DeploymentResult } from '../../../src/domain/deployment.ts';
import { deploySettings } from '../../../src/settings/resolve-deploy-settings.ts';

export async function applyProject(
  cwd: string,
  target: string,
  say: (text: string) => void,
): Promise<DeploymentResult> {
  const settings = await deploySettings({
    command: 'apply',
    cwd,
    configText: readFileSync(join(cwd, 'partition-guard.yml'), 'utf8'),
    configFile: 'partition-guard.yml',
    options: { migrations: ['migrations'], target, environment: 'DEV', retries: '100', baseline: '1' },
    env: {},
    now: 1_800_000_000_000_000n,
  });
  const startedAt = new Date(0);
  say('begun');
  return withTarget(
    { url: target, env: { PGSSLMODE: 'disable' }, onWarning: () => undefined },
    async (opened) => {
      const { client, facts } = opened;
      const migrations = await readTargetMigrations(client, { settings, ...facts, startedAt });
      return applyDeployment(opened, {
        settings: { ...settings, environment: 'DEV' },
        env: {},
        migrations,
        startedAt,
        makePlan: () => planDeployment(opened, { settings, env: {}, migrations }),
        standingRefusals: () => Promise.resolve([]),
        onProgress: say,
        redact: (text) => text,
      });
    },
  );
}

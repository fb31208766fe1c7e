/** Runs apply, as the command line does, on a database of the benchmark. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyDeployment } from '../../src/deploy/apply/apply-deployment.ts';
import { planDeployment } from '../../src/deploy/plan/plan-deployment.ts';
import { readTargetMigrations } from '../../src/deploy/target-migrations.ts';
import { withTarget } from '../../src/deploy/target.ts';
import type { DeploymentResult, VerifyMode } from '../../src/domain/deployment.ts';
import { instantOf } from '../../src/domain/instant.ts';
import type { ConnectionSettings } from '../../src/postgres/connection.ts';
import { deploySettings } from '../../src/settings/resolve-deploy-settings.ts';
import type { Files } from './releases.ts';

export interface ApplyOrder {
  readonly settings: ConnectionSettings;
  readonly files: Files;
  readonly verify: VerifyMode;
  readonly startedAt: Date;
}

/** All of it: the connection, the pooler's probe, the plan, the lock, the audit trail. @throws where it is not applied. */
export async function runApply(order: ApplyOrder): Promise<DeploymentResult> {
  const cwd = await mkdtemp(join(tmpdir(), 'bench-apply-'));
  try {
    for (const [name, text] of Object.entries(order.files)) await writeFile(join(cwd, name), text);
    const settings = await settingsOf(order, cwd);
    const result = await withTarget(
      { url: settings.target, env: {}, onWarning: console.log },
      async (target) => {
        const { startedAt } = order;
        const migrations = await readTargetMigrations(target.client, {
          settings,
          ...target.facts,
          startedAt,
        });
        return applyDeployment(target, {
          settings: { ...settings, environment: 'BENCH' },
          env: {},
          migrations,
          startedAt,
          makePlan: () => planDeployment(target, { settings, env: {}, migrations }),
          standingRefusals: async () => [],
          onProgress: () => undefined,
          redact: (text) => text,
        });
      },
    );
    if (result.outcome === 'applied') return result;
    throw new Error(
      `apply ${result.outcome}: ${result.failure?.message ?? result.refusals[0]?.message ?? ''}`,
    );
  } finally {
    await rm(cwd, { recursive: true });
  }
}

const settingsOf = ({ settings, verify, startedAt }: ApplyOrder, cwd: string) =>
  deploySettings({
    command: 'apply',
    cwd,
    options: {
      migrations: ['.'],
      target: `postgres://${settings.user}@/${settings.database}?host=${encodeURIComponent(settings.host)}&port=${settings.port}`,
      environment: 'BENCH',
      verify,
    },
    env: {},
    now: instantOf({
      year: startedAt.getUTCFullYear(),
      month: startedAt.getUTCMonth() + 1,
      day: startedAt.getUTCDate(),
    }),
  });

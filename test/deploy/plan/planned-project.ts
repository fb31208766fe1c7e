/** A project of a few migrations on a real database, for the tests of plans. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Client } from 'pg';
import type { DeploymentPlan } from '../../../src/domain/deployment.ts';
import { instantOf } from '../../../src/domain/instant.ts';
import type { RunResult } from '../../../src/domain/result.ts';
import { readTargetMigrations } from '../../../src/deploy/target-migrations.ts';
import { planDeployment } from '../../../src/deploy/plan/plan-deployment.ts';
import { withTarget } from '../../../src/deploy/target.ts';
import { type ConnectionSettings, withClient } from '../../../src/postgres/connection.ts';
import type { DeploySettings, RawDeployOptions } from '../../../src/settings/deploy-settings.ts';
import { deploySettings } from '../../../src/settings/resolve-deploy-settings.ts';
import { urlOf } from '../target-url.ts';

export const BOOKING = `create table booking (
  booking_id bigint not null,
  starts timestamptz not null,
  guests integer,
  primary key (booking_id, starts)
) partition by range (starts);
create table booking_2026_01 partition of booking for values from ('2026-01-01 00:00:00+00') to ('2026-02-01 00:00:00+00');
create table booking_2026_02 partition of booking for values from ('2026-02-01 00:00:00+00') to ('2026-03-01 00:00:00+00');
`;

export const ROWS = `insert into booking
  select g, timestamptz '2026-01-01 00:00:00+00' + g * interval '1 minute', g % 7 from generate_series(0, 59999) g;
analyze booking`;

/** Writes the files below a folder of their own, and removes it afterwards. */
export async function withFolder<T>(
  files: Readonly<Record<string, string>>,
  body: (cwd: string) => Promise<T>,
): Promise<T> {
  const cwd = mkdtempSync(join(tmpdir(), 'plan-'));
  try {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(cwd, file)), { recursive: true });
      writeFileSync(join(cwd, file), text);
    }
    return await body(cwd);
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

export interface PlanOf {
  readonly as: ConnectionSettings;
  readonly files: Readonly<Record<string, string>>;
  readonly configuration?: string;
  readonly options?: RawDeployOptions;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly validated?: RunResult | ((settings: DeploySettings) => Promise<RunResult>);
}

const NOW = instantOf({ year: 2026, month: 2, day: 15 });

/** The plan of a project's files for a database. */
export const planOf = ({
  as,
  files,
  configuration,
  options,
  env = {},
  validated,
}: PlanOf): Promise<DeploymentPlan> =>
  withFolder(files, async (cwd) => {
    const settings = await deploySettings({
      command: 'plan',
      cwd,
      configText: configuration,
      options: { migrations: ['db/migration'], target: urlOf(as), ...options },
      env,
      now: NOW,
    });
    return withTarget({ url: settings.target, env, onWarning: () => undefined }, async (target) => {
      const migrations = await readTargetMigrations(target.client, {
        settings,
        ...target.facts,
        startedAt: new Date('2026-02-15T12:00:00Z'),
      });
      const run = typeof validated === 'function' ? await validated(settings) : validated;
      const { plan } = await planDeployment(target, {
        settings,
        env,
        migrations,
        ...(run ? { validated: run } : {}),
      });
      return plan;
    });
  });

export const run = (as: ConnectionSettings, ...statements: readonly string[]): Promise<void> =>
  withClient(as, async (client: Client) => {
    for (const sql of statements) await client.query(sql);
  });

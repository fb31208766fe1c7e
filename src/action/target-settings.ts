/** The inputs of a mode that has to do with a target, as settings; its secrets are masked before anything else is done. */
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import type { DeploySettings } from '../settings/deploy-settings.ts';
import { loadConfiguration } from '../settings/load-configuration.ts';
import { deploySettings } from '../settings/resolve-deploy-settings.ts';
import type { TargetMode } from '../settings/select-mode.ts';
import { type Job, maskSecrets } from './job.ts';

export async function targetSettings(
  { cwd, env, inputs, log, secrets }: Job,
  mode: TargetMode,
  startedAt: Date,
): Promise<DeploySettings> {
  const text = (name: string): string | undefined => inputs.text(name);
  const settings = await deploySettings({
    command: mode,
    cwd,
    ...loadConfiguration(cwd, text('config')),
    optionStyle: 'input',
    env,
    now: BigInt(startedAt.getTime()) * 1000n,
    options: {
      migrations: inputs.lines('migrations'),
      target: text('target'),
      environment: text('environment'),
      plan: text('plan'),
      validated: text('validated'),
      allowUnvalidated: text('allow-unvalidated'),
      allowEnvironment: text('allow-environment'),
      baseline: text('baseline'),
      verify: text('verify'),
      lockTimeout: text('lock-timeout'),
      statementTimeout: text('statement-timeout'),
      retries: text('retries'),
      dryRun: text('dry-run'),
      premake: text('premake'),
      retention: text('retention'),
      archive: text('archive'),
      json: text('json') ?? (await defaultReport(env['RUNNER_TEMP'])),
      markdown: text('markdown'),
    },
  });
  secrets.add(settings.target);
  maskSecrets({ cwd, env, inputs, log, secrets });
  return settings;
}

/** So that a later step can keep it; in the folder that the runner empties after the job. */
async function defaultReport(parent: string | undefined): Promise<string | undefined> {
  if (!parent) return undefined;
  // Of its own for each step: an action can be used twice in a job.
  return join(await mkdtemp(join(parent, 'partition-guard-')), 'report.json');
}

/** Runs the commands of a target as the command line does, from options to what they print. */
import { runApply } from '../../src/apply-command.ts';
import type { DeploymentPlan, DeploymentResult } from '../../src/domain/deployment.ts';
import { KnownSecrets } from '../../src/known-secrets.ts';
import { planStatus, runPlan } from '../../src/plan-command.ts';
import { createPaint } from '../../src/report/paint.ts';
import type { RawDeployOptions } from '../../src/settings/deploy-settings.ts';
import { deploySettings } from '../../src/settings/resolve-deploy-settings.ts';
import { type Files, withFolder } from '../migrations/folder.ts';

export interface Asked {
  readonly url: string;
  readonly files: Files;
  readonly options?: RawDeployOptions;
  readonly configText?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** With everything that is printed, and warned of. */
export interface Printed {
  readonly text: string;
  readonly warnings: readonly string[];
}

export const apply = (asked: Asked): Promise<Printed & { readonly result: DeploymentResult }> =>
  withCommand('apply', asked, async (command) => ({ result: await runApply(command) }));

export const plan = (
  asked: Asked,
): Promise<Printed & { readonly plan: DeploymentPlan; readonly status: number }> =>
  withCommand('plan', asked, async (command) => {
    const made = await runPlan(command);
    return { plan: made, status: planStatus(made) };
  });

async function withCommand<T>(
  name: 'apply' | 'plan',
  { url, files, options = {}, configText, env = {} }: Asked,
  body: (command: Parameters<typeof runApply>[0]) => Promise<T>,
): Promise<T & Printed> {
  return withFolder(files, async (cwd) => {
    const settings = await deploySettings({
      command: name,
      cwd,
      ...(configText === undefined ? {} : { configText, configFile: 'partition-guard.yml' }),
      options: { migrations: ['.'], target: url, environment: 'DEV', ...options },
      env,
      now: BigInt(Date.now()) * 1000n,
    });
    const secrets = new KnownSecrets({ ...env, PARTITION_GUARD_TARGET: url });
    const warnings: string[] = [];
    let text = '';
    const done = await body({
      settings,
      env,
      startedAt: new Date(),
      output: { write: (more) => (text += more) },
      terminal: { paint: createPaint({ colour: false }) },
      onProgress: () => undefined,
      onWarning: (warning) => void warnings.push(warning),
      onSecret: (secret) => secrets.add(secret),
      redact: secrets.redact,
    });
    return { ...done, text, warnings };
  });
}

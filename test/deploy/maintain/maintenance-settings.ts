/** Settings of a maintenance as a user would give them: a configuration file, and options. */
import type { ThrowawayDatabase } from '../../support/throwaway.ts';
import type { MaintenanceResult } from '../../../src/domain/maintenance.ts';
import { runArchive, runMaintain, runRestore } from '../../../src/maintenance-command.ts';
import { createPaint } from '../../../src/report/paint.ts';
import type { RawDeployOptions } from '../../../src/settings/deploy-settings.ts';
import { deploySettings } from '../../../src/settings/resolve-deploy-settings.ts';
import { urlOf } from '../target-url.ts';

export interface Asked {
  readonly config?: string;
  readonly options?: RawDeployOptions;
  readonly now?: Date;
  readonly onProgress?: (text: string) => void;
  readonly redact?: (text: string) => string;
}

export interface Answered {
  readonly result: MaintenanceResult;
  readonly printed: string;
}

const COMMANDS = { maintain: runMaintain, archive: runArchive, restore: runRestore };

/** Runs a command on the database as its migrator. */
export async function run(
  command: keyof typeof COMMANDS,
  { migrator }: ThrowawayDatabase,
  { config, options = {}, now = new Date(), onProgress = () => undefined, redact = (text) => text }: Asked,
): Promise<Answered> {
  const settings = await deploySettings({
    command,
    cwd: import.meta.dirname,
    configText: config,
    options: { target: urlOf(migrator, { sslmode: 'disable' }), environment: 'DEV', ...options },
    env: {},
    now: BigInt(now.getTime()) * 1000n,
  });
  let printed = '';
  const result = await COMMANDS[command]({
    settings,
    env: process.env,
    startedAt: now,
    output: { write: (text: string) => (printed += text) } as never,
    terminal: { paint: createPaint({ colour: false }) },
    onProgress,
    redact,
  });
  return { result, printed };
}

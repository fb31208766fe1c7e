/** `inspect`, from the command line's options to an exit status. */
import type { InspectOptions } from './deploy-cli.ts';
import { EXIT, type ExitStatus } from './domain/operator-error.ts';
import { runInspect } from './inspect-command.ts';
import { requireOwnEvent } from './run-deploy.ts';
import { inspectSettings } from './settings/inspect-settings.ts';
import { loadConfiguration } from './settings/load-configuration.ts';
import type { Surroundings } from './surroundings.ts';

export async function inspectOnTarget(
  options: InspectOptions,
  { env, cwd, startedAt, secrets, output, terminal, onLine }: Surroundings,
): Promise<ExitStatus> {
  secrets.add(options.target);
  requireOwnEvent('inspect', env);
  const now = BigInt(startedAt.getTime()) * 1000n;
  const { config, ...given } = options;
  const configuration = config === undefined ? {} : loadConfiguration(cwd, config);
  const settings = await inspectSettings({ cwd, options: given, ...configuration, env, now });
  secrets.add(settings.target);
  await runInspect({
    settings,
    env,
    output,
    terminal,
    redact: secrets.redact,
    onWarning: (text) => onLine(`warning: ${text}`),
    onSecret: (secret) => secrets.add(secret),
  });
  return EXIT.pass;
}

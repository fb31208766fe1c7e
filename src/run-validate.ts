/** `validate`, from the command line's options to an exit status. */
import { instantOf } from './domain/instant.ts';
import type { ExitStatus } from './domain/operator-error.ts';
import { exitStatusOf } from './exit-status.ts';
import { replayOptions } from './replay-options.ts';
import { loadConfiguration } from './settings/load-configuration.ts';
import { validateSettings } from './settings/resolve-settings.ts';
import type { Surroundings } from './surroundings.ts';
import type { ValidateOptions } from './validate-cli.ts';
import { runValidate } from './validate-command.ts';

export async function validateOnThrowaway(
  { config, ...options }: ValidateOptions,
  { cwd, startedAt, secrets, output, terminal, onLine }: Surroundings,
): Promise<ExitStatus> {
  secrets.add(options.server?.includes('://') ? options.server : undefined);
  const settings = await validateSettings({
    cwd,
    ...loadConfiguration(cwd, config),
    options,
    today: today(startedAt),
  });
  if (settings.server.kind === 'url') secrets.add(settings.server.url);
  const result = await runValidate({
    settings,
    startedAt,
    replayOptions: replayOptions(config, options),
    output,
    terminal,
    onProgress: onLine,
    redact: secrets.redact,
  });
  return exitStatusOf(result.verdict);
}

const today = (date: Date): bigint =>
  instantOf({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() });

/** `merge`, from the command line's words to an exit status. */
import type { ExitStatus } from './domain/operator-error.ts';
import { exitStatusOf } from './exit-status.ts';
import { runMerge } from './merge-command.ts';
import { reportFiles } from './settings/report-options.ts';
import type { RawReports } from './settings/validate-settings.ts';
import type { Surroundings } from './surroundings.ts';

export async function mergeReports(
  paths: readonly string[],
  options: RawReports,
  { cwd, secrets, output, terminal }: Surroundings,
): Promise<ExitStatus> {
  const result = await runMerge({
    cwd,
    paths,
    reports: reportFiles(options, { cwd, style: 'flag', command: 'merge' }),
    output,
    terminal,
    redact: secrets.redact,
  });
  return exitStatusOf(result.verdict);
}

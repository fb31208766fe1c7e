/** What a run came to, whichever mode it was in. */
import type { ReportFiles } from '../domain/report-kind.ts';
import type { RunResult } from '../domain/result.ts';
import type { Severity } from '../domain/verdict.ts';

export interface Judged {
  readonly result: RunResult;
  /** The lowest severity that fails the run. */
  readonly failOn: Severity;
  /** The reports that were asked for and are written, with whole paths. */
  readonly reports: ReportFiles;
  /** One of several shares of a run: the whole is told by whoever joins them. */
  readonly isShare: boolean;
}

/**
 * Ids of the checks that fail the run, each once, in the order in which scenarios met them. They are outputs, which
 * workflows put into shell scripts and split at commas; an assertion's name, which is in its id, can be a stranger's.
 */
export function failedChecks({ result, failOn }: Judged): string[] {
  const failed = result.scenarios
    .flatMap(({ checks }) => checks)
    .filter(({ verdict, severity }) => verdict === 'fail' && (severity === 'error' || failOn === 'warning'));
  return [...new Set(failed.map(({ id }) => id.replace(/[^\p{L}\p{N} _.:-]/gu, '_')))];
}

/** Mode merge: the JSON reports of shares or majors joined into one verdict; they may come from a stranger's pull request. */
import { OperatorError } from '../domain/operator-error.ts';
import { REPORT_KINDS } from '../domain/report-kind.ts';
import { runMerge } from '../merge-command.ts';
import { createPaint } from '../report/paint.ts';
import { reportFiles } from '../settings/report-options.ts';
import { wholePaths } from './default-reports.ts';
import type { Job } from './job.ts';
import type { Judged } from './judged.ts';

export async function playMerge({ cwd, inputs, log, secrets }: Job): Promise<Judged> {
  const paths = inputs.lines('reports');
  if (paths === undefined) {
    throw new OperatorError('mode merge has no reports to join', {
      code: 'merge-no-reports',
      hint: 'Give the files, or the folders that they are in, as the input reports, one a line.',
    });
  }
  const options = Object.fromEntries(REPORT_KINDS.map((kind) => [kind, inputs.text(kind)]));
  const reports = reportFiles(options, { cwd, style: 'input', command: 'merge' });
  const result = await log.withoutCommands(() =>
    runMerge({
      cwd,
      paths,
      reports,
      output: log.stream,
      terminal: { paint: createPaint({ colour: false }) },
      redact: secrets.redact,
    }),
  );
  return { result, failOn: result.failOn ?? 'error', isShare: false, reports: wholePaths(cwd, reports) };
}

/** `merge` from JSON reports to one result with its own reports written: what the command line and the action share. */
import { OperatorError } from './domain/operator-error.ts';
import { type Redact, redactResult } from './domain/redaction.ts';
import { REPORT_TITLES, type ReportFiles } from './domain/report-kind.ts';
import type { RunResult } from './domain/result.ts';
import { mergeResults, withoutUnprovenPass } from './report/merge-results.ts';
import type { ProgressStream } from './report/progress.ts';
import {
  renderClosing,
  renderFindings,
  renderHeader,
  renderScenarioLine,
  type TerminalOptions,
} from './report/terminal.ts';
import { filesOf, requireWritable, writeReports } from './report-files.ts';
import { findReports, readReports, type ReportSource } from './report-sources.ts';

export interface MergeCommand {
  readonly cwd: string;
  /** Files, folders and patterns. */
  readonly paths: readonly string[];
  /** What is to be written. */
  readonly reports: ReportFiles;
  readonly output: ProgressStream;
  readonly terminal: TerminalOptions;
  /** Everything that is printed or written has gone through it. */
  readonly redact: Redact;
}

export async function runMerge(command: MergeCommand): Promise<RunResult> {
  const { cwd, reports, output, terminal } = command;
  const sources = await findReports(command.paths, cwd);
  refuseOverwriting(sources, cwd, reports);
  const [first, ...more] = await readReports(sources);
  if (!first) {
    throw new OperatorError('no reports are given', {
      code: 'no-reports',
      hint: 'Name the JSON reports, or the folders that they are in.',
    });
  }
  const result = redactResult(withoutUnprovenPass(mergeResults([first, ...more])), command.redact);
  await requireWritable(cwd, reports);
  output.write(
    renderHeader(result, terminal) +
      result.scenarios.map((scenario) => renderScenarioLine(scenario, terminal)).join('') +
      renderFindings(result, terminal) +
      renderClosing(result, terminal),
  );
  await writeReports(cwd, reports, result);
  return result;
}

/** What was read would be gone, though it is what proves the result. */
function refuseOverwriting(sources: readonly ReportSource[], cwd: string, reports: ReportFiles): void {
  const lost = filesOf(cwd, reports).flatMap(({ kind, file }) =>
    sources
      .filter((source) => source.file === file)
      .map(
        ({ name }) => `the ${REPORT_TITLES[kind]} report would be written over ${name}, which is to be read`,
      ),
  );
  if (lost.length === 0) return;
  throw new OperatorError(lost.join('\n'), {
    code: 'report-over-report',
    hint: 'Give another path, outside the folders that are read.',
  });
}

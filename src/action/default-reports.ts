/** The reports that are written without being asked for, so that a later step can keep them. */
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { REPORT_KINDS, type ReportFiles } from '../domain/report-kind.ts';
import { filesOf, writeReports } from '../report-files.ts';
import type { Environment } from './job.ts';
import type { Judged } from './judged.ts';

const BY_DEFAULT: readonly string[] = ['json', 'html'];

/** In the folder that the runner empties after the job; nothing where it names none. Hands back where they are. */
export async function writeDefaultReports(env: Environment, judged: Judged): Promise<ReportFiles> {
  const parent = env['RUNNER_TEMP'];
  const kinds = REPORT_KINDS.filter(
    (kind) => BY_DEFAULT.includes(kind) && judged.reports[kind] === undefined,
  );
  if (!parent || kinds.length === 0) return {};
  // Of its own for each step: an action can be used twice in a job.
  const folder = await mkdtemp(join(parent, 'partition-guard-'));
  const reports: ReportFiles = Object.fromEntries(kinds.map((kind) => [kind, `report.${kind}`]));
  await writeReports(folder, reports, judged.result);
  return wholePaths(folder, reports);
}

export const wholePaths = (cwd: string, reports: ReportFiles): ReportFiles =>
  Object.fromEntries(filesOf(cwd, reports).map(({ kind, file }) => [kind, file]));

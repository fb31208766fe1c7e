/** The report of the validation that a plan takes locks and durations from. */
import type { RunResult } from './domain/result.ts';
import { mergeResults } from './report/merge-results.ts';
import { findReports, readReports } from './report-sources.ts';
import type { DeploySettings } from './settings/deploy-settings.ts';

/** Of several shares the whole; undefined where none is named. */
export async function validatedRun({
  validated,
  cwd,
}: Pick<DeploySettings, 'validated' | 'cwd'>): Promise<RunResult | undefined> {
  if (validated === undefined) return undefined;
  const [run, ...others] = await readReports(await findReports([validated], cwd));
  return run && others.length > 0 ? mergeResults([run, ...others]) : run;
}

/** Mode maintain: partitions ahead, retention and archive, and the issue that says when writes would fail. */
import { maintenanceAlert, shortRunway, whatWasMaintained } from '../deploy/alert-lines.ts';
import { watchRunway } from '../deploy/runway-watch.ts';
import type { MaintenanceResult } from '../domain/maintenance.ts';
import { runwayWarning } from '../github/runway-issue.ts';
import { maintenanceExit, runMaintain } from '../maintenance-command.ts';
import { renderMaintenanceMarkdown } from '../report/maintenance/markdown.ts';
import { wholePaths } from './default-reports.ts';
import type { Deployed } from './deployed.ts';
import type { LogAnnotation } from './log.ts';
import { commandOf, played, type TargetRun, warningsOf } from './target-mode.ts';

export async function playMaintain(run: TargetRun): Promise<Deployed> {
  const { job, settings } = run;
  const result: MaintenanceResult = await played(run, () => runMaintain(commandOf(run)));
  job.log.line(whatWasMaintained(result));
  await keepIssue(run, result);
  const alert = maintenanceAlert(result);
  return {
    mode: 'maintain',
    status: maintenanceExit(result),
    outcome: result.outcome,
    environment: result.environment,
    applied: 0,
    summary: renderMaintenanceMarkdown(result),
    annotations: [...faultsOf(result), ...warningsOf(run, result.warnings)],
    reports: wholePaths(settings.cwd, settings.reports),
    ...(alert === undefined ? {} : { alert }),
  };
}

async function keepIssue({ job, github, warnings }: TargetRun, result: MaintenanceResult): Promise<void> {
  const outcome = github && (await watchRunway(github, result));
  if (!outcome) return;
  const warning = runwayWarning(outcome);
  if (warning !== undefined) warnings.add(warning);
  else if ('url' in outcome) job.log.line(`issue about the runway ${outcome.kind}: ${outcome.url}`);
}

function faultsOf({ refusals, tables }: MaintenanceResult): LogAnnotation[] {
  const told = [
    ...refusals.map(({ gate, message, hint }) => ({ title: `Refused: ${gate}`, message, hint })),
    ...tables.flatMap(shortRunway).map((message) => ({
      title: 'Writes would fail',
      message,
      hint: 'Make partitions ahead: premake.',
    })),
    ...tables.flatMap(({ table, problems }) =>
      problems.map(({ step, message, hint }) => ({ title: `${step}: ${table}`, message, hint })),
    ),
  ];
  return told.map(({ title, message, hint }) => ({
    level: 'error',
    title,
    message: `${message}\n→ ${hint}`,
  }));
}

/** Mode plan: what apply would do to the target, told in the summary and on the pull request. */
import type { DeploymentPlan } from '../domain/deployment.ts';
import { planStatus, runPlan } from '../plan-command.ts';
import { renderPlanComment, renderPlanSummary } from '../report/deployment/plan-markdown.ts';
import { planVerdict } from '../report/deployment/plan-verdict.ts';
import { wholePaths } from './default-reports.ts';
import type { Deployed } from './deployed.ts';
import { commandOf, linked, played, type TargetRun, warningsOf } from './target-mode.ts';

export async function playPlan(run: TargetRun): Promise<Deployed> {
  const { settings } = run;
  const plan: DeploymentPlan = await played(run, () => runPlan(commandOf(run)));
  return {
    mode: 'plan',
    status: planStatus(plan),
    outcome: planVerdict(plan),
    environment: settings.environment,
    planDigest: plan.digest,
    release: plan.release,
    applied: 0,
    summary: renderPlanSummary(plan, linked(run)),
    comment: (marker) => renderPlanComment(plan, { marker, ...linked(run) }),
    annotations: [
      ...warningsOf(run),
      ...plan.refusals.map(({ message, hint }) => ({
        level: 'warning' as const,
        title: 'Apply would be refused',
        message: `${message}\n→ ${hint}`,
      })),
    ],
    reports: wholePaths(settings.cwd, settings.reports),
  };
}

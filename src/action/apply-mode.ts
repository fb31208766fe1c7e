/** Mode apply: the deployment, told to GitHub from its start to its end. */
import { applyStatus, runApply } from '../apply-command.ts';
import { deploymentAlert, whatWasApplied } from '../deploy/alert-lines.ts';
import type { DeploymentPlan, DeploymentResult } from '../domain/deployment.ts';
import type { GitHubAccess } from '../github/access.ts';
import {
  endDeployment,
  type NotFiled,
  openDeployment,
  type OpenedDeployment,
  type Word,
} from '../github/deployments.ts';
import { renderDeploymentSummary } from '../report/deployment/result-markdown.ts';
import { wholePaths } from './default-reports.ts';
import type { Deployed } from './deployed.ts';
import type { LogAnnotation } from './log.ts';
import { commandOf, linked, played, type TargetRun, warningsOf } from './target-mode.ts';

export async function playApply(run: TargetRun): Promise<Deployed> {
  const { settings, github } = run;
  const command = commandOf(run);
  const deployment = new DeploymentRecord(
    github,
    `${run.task.run.job ?? ''} ${settings.cwd}`,
    command.onWarning,
  );
  const result = await played(run, async () => {
    try {
      const ended = await runApply({
        ...command,
        onStart: (plan) => deployment.open(plan),
      });
      if (ended.outcome === 'nothing-to-do' && !settings.dryRun) await deployment.open(ended.plan);
      await deployment.end(wordOf(ended));
      return ended;
    } catch (error) {
      await deployment.end({ state: 'failure', words: 'ended by a fault' });
      throw error;
    }
  });
  const alert = deploymentAlert(result);
  return {
    mode: 'apply',
    status: applyStatus(result),
    outcome: result.outcome,
    environment: result.environment,
    planDigest: result.plan.digest,
    release: result.plan.release,
    applied: result.applied.length,
    summary: renderDeploymentSummary(result, linked(run)),
    annotations: [...faultsOf(result), ...warningsOf(run, result.warnings)],
    reports: wholePaths(settings.cwd, settings.reports),
    ...(alert === undefined ? {} : { alert }),
  };
}

/** A refused one was none: what is inactive counts neither as success nor as failure. */
function wordOf(result: DeploymentResult): Word {
  switch (result.outcome) {
    case 'applied':
      return { state: 'success', words: whatWasApplied(result) };
    case 'nothing-to-do':
      return { state: 'success', words: 'nothing to do' };
    case 'failed':
      return { state: 'failure', words: 'failed' };
    case 'refused':
      return {
        state: 'inactive',
        words: result.applied.length === 0 ? 'refused' : `${whatWasApplied(result)}, then refused`,
      };
    case 'rehearsed':
      return { state: 'inactive', words: 'rehearsed' };
  }
}

function faultsOf({ failure, refusals }: DeploymentResult): LogAnnotation[] {
  const refused = refusals.map(({ gate, message, hint }) => ({
    level: 'error' as const,
    title: `Refused: ${gate}`,
    message: `${message}\n→ ${hint}`,
  }));
  if (!failure) return refused;
  const { message, recovery, hint, location } = failure;
  const lines = [message, ...(recovery === undefined ? [] : [recovery]), `→ ${hint}`];
  return [{ level: 'error', title: 'Apply failed', message: lines.join('\n'), ...location }, ...refused];
}

/** GitHub's word of this run: opened before the first change, ended once. What fails here is a warning. */
class DeploymentRecord {
  readonly #github: GitHubAccess | undefined;
  readonly #step: string;
  readonly #onWarning: (text: string) => void;
  #opened: OpenedDeployment | undefined;

  constructor(github: GitHubAccess | undefined, step: string, onWarning: (text: string) => void) {
    this.#github = github;
    this.#step = step;
    this.#onWarning = onWarning;
  }

  async open({ environment, release, digest }: DeploymentPlan): Promise<void> {
    if (this.#github === undefined || environment === undefined || this.#opened) return;
    const asked = { environment, release, plan: digest, step: this.#step };
    this.#opened = await openDeployment(this.#github, asked);
    this.#tell(this.#opened);
  }

  async end(word: Word): Promise<void> {
    const opened = this.#opened;
    if (this.#github === undefined || opened === undefined || !('id' in opened)) return;
    this.#tell(await endDeployment(this.#github, opened, word));
  }

  #tell(outcome: OpenedDeployment | NotFiled | undefined): void {
    if (outcome === undefined || 'id' in outcome) return;
    const why =
      outcome.kind === 'forbidden'
        ? `the job lacks deployments: write (GitHub said: ${outcome.message})`
        : outcome.reason;
    this.#onWarning(`GitHub was not told of this deployment: ${why}. The audit on the target has it.`);
  }
}

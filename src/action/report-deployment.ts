/** Tells what a run on a target came to: outputs, annotations, summary, comment, webhook. None of them changes its exit status. */
import { sendAlert } from '../deploy/alert.ts';
import type { AlertText } from '../deploy/alert-lines.ts';
import { EXIT, type ExitStatus } from '../domain/operator-error.ts';
import type { GitHubRun } from '../github/event.ts';
import { renderNotDeployed } from '../report/not-deployed.ts';
import type { TargetMode } from '../settings/select-mode.ts';
import { attempt } from './attempt.ts';
import type { Deployed } from './deployed.ts';
import type { Job } from './job.ts';
import { linksOf } from './links.ts';
import { setOutputs, writeSummary } from './runner-files.ts';

export async function reportDeployment(job: Job, run: GitHubRun, deployed: Deployed): Promise<void> {
  const { log, env } = job;
  const { mode, reports, comment } = deployed;
  await attempt(job, 'The outputs', () => setOutputs(outputsOf(deployed)));
  await attempt(job, 'The annotations', async () => {
    for (const annotation of deployed.annotations) log.annotate(annotation);
  });
  await attempt(job, 'The job summary', () => writeSummary(env, deployed.summary));
  const about = aboutOf(mode, deployed.environment);
  const isPass = deployed.status === EXIT.pass;
  const url = comment && (await commentOn(job, run, { about, isPass, render: comment }));
  await attempt(job, 'The outputs', () => setOutputs({ 'comment-url': url ?? '' }));
  if (deployed.alert) await alert(job, run, deployed.alert);
  log.group(
    'Reports',
    Object.entries(reports).map(([kind, file]) => `${kind.padEnd(9)} ${file}`),
  );
}

/** There is no result: what was told of an older commit must not stand for this one's. */
export async function reportDeploymentFault(
  job: Job,
  run: GitHubRun,
  { mode, told, status }: { readonly mode: TargetMode; readonly told: string; readonly status: ExitStatus },
): Promise<void> {
  const links = linksOf(run);
  const environment = job.inputs.text('environment');
  await attempt(job, 'The outputs', () =>
    setOutputs({ mode, verdict: '', outcome: status === EXIT.refused ? 'refused' : 'failed' }),
  );
  await attempt(job, 'The job summary', () =>
    writeSummary(job.env, renderNotDeployed(told, { mode, links })),
  );
  await commentOn(job, run, {
    about: aboutOf(mode, environment),
    isPass: false,
    render: (marker) => renderNotDeployed(told, { mode, marker, links }),
  });
  if (mode === 'plan') return;
  await alert(job, run, {
    kind: status === EXIT.refused ? 'refused' : 'failed',
    command: mode,
    environment: environment ?? 'an environment that was not given',
    database: 'unknown',
    lines: told.split('\n').filter((line) => line !== ''),
  });
}

/** A plan's comment is another than the validation's of the same job. */
const aboutOf = (mode: TargetMode, environment: string | undefined): string[] => [mode, environment ?? ''];

async function commentOn(
  job: Job,
  run: GitHubRun,
  text: {
    readonly about: readonly string[];
    readonly isPass: boolean;
    readonly render: (marker: string) => string;
  },
): Promise<string | undefined> {
  if (run.event.kind !== 'pull-request') return undefined;
  return attempt(job, 'The comment', async () => {
    const { comment } = await import('./comment.ts');
    return comment(job, run, text);
  });
}

function outputsOf(deployed: Deployed): Record<string, string> {
  const { mode, outcome, planDigest, release, applied, reports } = deployed;
  return {
    mode,
    verdict: '',
    outcome,
    'plan-digest': planDigest ?? '',
    release: release ?? '',
    applied: String(applied),
    'json-report': reports.json ?? '',
    'markdown-report': reports.markdown ?? '',
  };
}

async function alert({ env, log, secrets }: Job, { runUrl }: GitHubRun, text: AlertText): Promise<void> {
  const url = env['PARTITION_GUARD_WEBHOOK']?.trim();
  if (!url) return;
  const lines = text.lines.map((line) => secrets.redact(line));
  const fault = await sendAlert({ url }, { ...text, lines, runUrl });
  if (fault === undefined) log.line('alert sent to the webhook');
  else
    log.annotate({ level: 'warning', title: 'No alert', message: `${fault}. What the run came to stands.` });
}

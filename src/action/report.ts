/** Tells what a run came to: outputs, annotations, summary, comment. None of them changes the verdict's exit status. */
import type { RunResult } from '../domain/result.ts';
import type { GitHubRun } from '../github/event.ts';
import { annotationsOf } from '../report/annotations.ts';
import { renderComment } from '../report/comment.ts';
import { renderJobSummary } from '../report/job-summary.ts';
import type { RepositoryLinks } from '../report/links.ts';
import { renderNotJudged } from '../report/not-judged.ts';
import { rowsAccountedFor } from '../report/summary.ts';
import { attempt } from './attempt.ts';
import { writeDefaultReports } from './default-reports.ts';
import type { Job } from './job.ts';
import { failedChecks, type Judged } from './judged.ts';
import { linksOf } from './links.ts';
import { setOutputs, writeSummary } from './runner-files.ts';
import type { Task } from './task.ts';
import { recordValidation } from './validation-record.ts';

/** A version may lack a kind that action.yml names: its path is empty then. */
const REPORTS = ['json', 'markdown', 'html', 'sarif', 'junit'];

export async function report(job: Job, task: Task, judged: Judged): Promise<void> {
  const { log } = job;
  const { result } = judged;
  const links = linksOf(task.run);
  const shown = links === undefined ? {} : { links };
  const asked = judged.reports;
  const written = {
    ...(await attempt(job, 'The reports', () => writeDefaultReports(job.env, judged))),
    ...asked,
  };
  await attempt(job, 'The outputs', () => setOutputs(outputsOf(task, judged, written)));
  await attempt(job, 'The annotations', async () => {
    for (const annotation of annotationsOf(result)) log.annotate(annotation);
  });
  await attempt(job, 'The job summary', () => writeSummary(job.env, renderJobSummary(result, shown)));
  await attempt(job, 'The record of the validation', () => recordValidation(job, task, judged));
  const url =
    judged.isShare || !hasPullRequest(task.run) ? undefined : await commentOn(job, task, result, shown);
  await attempt(job, 'The outputs', () => setOutputs({ 'comment-url': url ?? '' }));
  log.group(
    'Reports',
    Object.entries(written).map(([kind, file]) => `${kind.padEnd(9)} ${file}`),
  );
}

function commentOn(
  job: Job,
  { run }: Task,
  result: RunResult,
  shown: { readonly links?: RepositoryLinks },
): Promise<string | undefined> {
  return attempt(job, 'The comment', async () => {
    const { comment } = await import('./comment.ts');
    const render = (marker: string): string => renderComment(result, { marker, ...shown });
    return comment(job, run, { isPass: result.verdict === 'pass', render });
  });
}

function outputsOf({ mode }: Task, judged: Judged, written: Judged['reports']): Record<string, string> {
  const failed = failedChecks(judged);
  const files = new Map(Object.entries(written));
  return {
    mode,
    verdict: judged.result.verdict,
    'failed-checks': failed.join(','),
    'failed-checks-json': JSON.stringify(failed),
    'rows-proven': String(rowsAccountedFor(judged.result)),
    outcome: '',
    'plan-digest': '',
    release: judged.result.release ?? '',
    applied: '',
    ...Object.fromEntries(REPORTS.map((kind) => [`${kind}-report`, files.get(kind) ?? ''])),
  };
}

/** There is no result: a comment and a summary of an older commit's must not stand for this one's. */
export async function reportFault(job: Job, run: GitHubRun, told: string): Promise<void> {
  const links = linksOf(run);
  await attempt(job, 'The job summary', () => writeSummary(job.env, renderNotJudged(told, { links })));
  if (isShare(job) || !hasPullRequest(run)) return;
  await attempt(job, 'The comment', async () => {
    const { comment } = await import('./comment.ts');
    const render = (marker: string): string => renderNotJudged(told, { marker, links });
    await comment(job, run, { isPass: false, render });
  });
}

const hasPullRequest = ({ event }: GitHubRun): boolean =>
  event.kind === 'pull-request' || event.kind === 'workflow-run';

/** Before the settings are read, or where they can't be. */
const isShare = ({ inputs }: Job): boolean => (inputs.text('shard') ?? '1/1') !== '1/1';

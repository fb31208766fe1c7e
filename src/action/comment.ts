/** The comment on the pull request: written where there is one, and where not, a warning at most. */
import { createClient } from '../github/client.ts';
import { commentMarker, configurationId } from '../github/comment-marker.ts';
import { commentWarning } from '../github/comment-outcome.ts';
import type { GitHubRun } from '../github/event.ts';
import { findPullRequest } from '../github/pull-request.ts';
import { type CommentMode, upsertComment } from '../github/sticky-comment.ts';
import type { Job } from './job.ts';
import { wallClock } from './wall-clock.ts';

export interface CommentText {
  readonly isPass: boolean;
  /** @param marker the body's first line. */
  readonly render: (marker: string) => string;
  /** What tells it from other comments of the same job; none is the validation's. */
  readonly about?: readonly string[];
}

/** @returns the comment's address, where there is one now. */
export async function comment(job: Job, run: GitHubRun, text: CommentText): Promise<string | undefined> {
  const { log } = job;
  const { repository, runId, attempt } = run;
  const mode = commentMode(job);
  if (mode === 'never' || repository === undefined || runId === undefined) return undefined;
  const client = createClient({
    apiUrl: run.apiUrl,
    token: job.inputs.text('token'),
    clock: wallClock,
    jitterSeed: `${runId}.${attempt}`,
    onWait: (text) => log.line(text),
  });
  const found = await findPullRequest(client, run);
  if (found.kind !== 'found') {
    if (found.kind === 'unreachable') warn(job, found.reason);
    else log.line(`no comment: ${found.reason}`);
    return undefined;
  }
  const { pullRequest } = found;
  const facts = {
    configuration: configurationId([...configurationWords(job, run), ...(text.about ?? [])]),
    head: pullRequest.headSha,
    runId,
    attempt,
  };
  const outcome = await upsertComment(client, {
    repository,
    pullRequest: pullRequest.number,
    mode,
    isPass: text.isPass,
    facts,
    body: text.render(commentMarker(facts)),
    isFromFork: pullRequest.isFromFork,
  });
  const warning = commentWarning(outcome);
  if (warning) log.annotate({ level: 'warning', ...warning });
  if (!('url' in outcome)) {
    if (!warning && 'reason' in outcome) log.line(`no comment: ${outcome.reason}`);
    return undefined;
  }
  log.line(`comment ${outcome.kind}: ${outcome.url}`);
  return outcome.url;
}

const MODES: readonly CommentMode[] = ['always', 'on-failure', 'never'];

/** Where the name is none, that is what is to be told. */
const commentMode = ({ inputs }: Job): CommentMode =>
  MODES.find((mode) => mode === inputs.text('comment')) ?? 'always';

/** What tells this check from others on the same pull request; no address is among it. */
function configurationWords({ inputs }: Job, { workflow, job }: GitHubRun): string[] {
  const key = inputs.text('comment-key');
  if (key !== undefined) return ['key', key];
  const several = (name: string): string => JSON.stringify(inputs.lines(name) ?? []);
  return [workflow ?? '', job ?? '', inputs.text('config') ?? '', several('migrations'), several('postgres')];
}

const warn = ({ log }: Job, reason: string): void =>
  log.annotate({
    level: 'warning',
    title: 'No comment on the pull request',
    message: `${reason}. The verdict stands, and the report is in the job summary.`,
  });

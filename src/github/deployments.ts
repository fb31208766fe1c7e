/** The deployment of a run on GitHub: the one that GitHub filed for the job's environment, or one of our own. */
import { type GitHubAccess } from './access.ts';
import type { Refused } from './answer.ts';
import type { GitHubSession } from './client.ts';
import {
  deploymentIn,
  Deployments,
  deploymentsPath,
  statusesOf,
  statusesPath,
  TASK,
} from './deployment-list.ts';
import type { Unreachable } from './patience.ts';
import { describeRelease } from './release-text.ts';

export interface DeploymentRequest {
  readonly environment: string;
  readonly release: string;
  readonly plan: string;
  /** What tells this step's deployment from others of the same run: the job's name, for instance. */
  readonly step: string;
}

export type OpenedDeployment =
  | {
      readonly kind: 'githubs' | 'ours';
      readonly id: number;
      readonly environment: string;
      readonly release: string;
    }
  | NotFiled;

export type NotFiled =
  | { readonly kind: 'forbidden'; readonly message: string }
  | { readonly kind: 'not-filed'; readonly reason: string };

/** Of our own one is created, queued first, as GitHub does it; whichever it is, it is in progress afterwards. */
export async function openDeployment(
  access: GitHubAccess,
  request: DeploymentRequest,
): Promise<OpenedDeployment> {
  if (!access.client.hasToken) return { kind: 'not-filed', reason: 'there is no token' };
  const session = access.client.openSession();
  const { environment, release } = request;
  const githubs = await deploymentOfJob(session, access, environment);
  if (typeof githubs === 'object') return notFiled(githubs);
  const id = githubs ?? (await fileOwn({ session, access }, request));
  if (typeof id === 'object') return notFiled(id);
  const kind = githubs === undefined ? 'ours' : 'githubs';
  const opened = { kind, id, environment, release } as const;
  if (kind === 'ours') await say(session, access, opened, { state: 'queued', words: 'queued' });
  const answer = await say(session, access, opened, { state: 'in_progress', words: 'applying' });
  return answer.kind === 'ok' ? opened : notFiled(answer);
}

export interface Word {
  readonly state: 'queued' | 'in_progress' | 'success' | 'failure' | 'inactive';
  /** What came of it, in a few words. */
  readonly words: string;
}

/** @returns undefined where it is said. */
export async function endDeployment(
  access: GitHubAccess,
  opened: Exclude<OpenedDeployment, NotFiled>,
  word: Word,
): Promise<NotFiled | undefined> {
  const answer = await say(access.client.openSession(), access, opened, word);
  return answer.kind === 'ok' ? undefined : notFiled(answer);
}

/** Said twice is said once: the newest counts. */
function say(
  session: GitHubSession,
  access: GitHubAccess,
  { kind, id, release }: Exclude<OpenedDeployment, NotFiled>,
  { state, words }: Word,
) {
  return session.ask({
    method: 'POST',
    path: statusesPath(access, id),
    body: {
      state,
      description: describeRelease(words, release),
      ...(access.runUrl === undefined ? {} : { log_url: access.runUrl }),
      // When the job ends GitHub does that itself for its own.
      ...(kind === 'githubs' ? { auto_inactive: false } : {}),
    },
  });
}

/**
 * GitHub files one for a job with `environment:`, and names the run in its statuses. Its author says nothing: it and its
 * statuses are in the name of whoever started the run.
 */
const MOST_LOOKED_INTO = 30;

async function deploymentOfJob(
  session: GitHubSession,
  access: GitHubAccess,
  environment: string,
): Promise<number | Refused | Unreachable | undefined> {
  const { runId, runCommit } = access;
  if (runId === undefined) return undefined;
  const page = await new Deployments(session, access, { environment, sha: runCommit }).next();
  if (page === undefined || 'kind' in page) return page;
  const candidates = page.filter((one) => one.mayBeOfJob && one.commit === runCommit);
  for (const { id } of candidates.slice(0, MOST_LOOKED_INTO)) {
    const statuses = await statusesOf(session, access, id);
    if ('kind' in statuses) return statuses;
    const isOfRun = statuses.some(({ logUrl }) => isOf(logUrl, runId));
    const isEnded = /^(?:success|failure|error|inactive)$/.test(statuses.at(-1)?.state ?? '');
    if (isOfRun && !isEnded) return id;
  }
  return undefined;
}

const isOf = (logUrl: string, runId: number): boolean =>
  new RegExp(`/actions/runs/${runId}(?:/|$)`).test(logUrl);

interface Filer {
  readonly session: GitHubSession;
  readonly access: GitHubAccess;
}

/** Created once: where the answer is lost, it is looked for before it is asked for again. */
async function fileOwn(filer: Filer, request: DeploymentRequest): Promise<number | Refused | Unreachable> {
  const { session, access } = filer;
  const { environment, release, plan, step } = request;
  const run = `${access.runId ?? 0}.${access.attempt}.${step}`;
  for (;;) {
    const answer = await session.askOnce({
      method: 'POST',
      path: deploymentsPath(access),
      body: {
        ref: access.commit,
        task: TASK,
        auto_merge: false,
        // The gates have judged already, and by the release: other checks of the commit are the workflow's business.
        required_contexts: [],
        environment,
        description: describeRelease('partition-guard', release),
        payload: { tool: 'partition-guard', release, plan, run },
      },
    });
    if (answer.kind === 'refused') return answer;
    if (answer.kind === 'ok') {
      return (
        deploymentIn(answer.data)?.id ?? { kind: 'unreachable', reason: 'GitHub’s answer is no deployment' }
      );
    }
    const end = await session.waitFor(answer);
    if (end) return end;
    const there = await filedBy(filer, environment, run);
    if (there !== undefined) return there;
  }
}

async function filedBy(
  { session, access }: Filer,
  environment: string,
  run: string,
): Promise<number | Refused | Unreachable | undefined> {
  const page = await new Deployments(session, access, { environment, task: TASK }).next();
  if (page === undefined || 'kind' in page) return page;
  return page.find((one) => one.run === run)?.id;
}

const notFiled = (answer: Refused | Unreachable): NotFiled =>
  answer.kind === 'unreachable'
    ? { kind: 'not-filed', reason: answer.reason }
    : [403, 404].includes(answer.status)
      ? { kind: 'forbidden', message: answer.message }
      : { kind: 'not-filed', reason: `GitHub refused it (${answer.status}: ${answer.message})` };

/** Finds the pull request that a run is about: by the event, or by GitHub itself, never by what a fork wrote. */
import { z } from 'zod';
import type { ApiRequest, GitHubClient, GitHubSession } from './client.ts';
import type { GitHubRun, Repository } from './event.ts';
import type { PullRequest, WorkflowRun } from './trigger-event.ts';
import type { Unreachable } from './patience.ts';

export type FoundPullRequest =
  | { readonly kind: 'found'; readonly pullRequest: PullRequest }
  | { readonly kind: 'none'; readonly reason: string }
  | Unreachable;

/** Asks GitHub only where the event doesn't say: after a workflow that a fork's pull request started. */
export async function findPullRequest(client: GitHubClient, run: GitHubRun): Promise<FoundPullRequest> {
  const { event, repository } = run;
  switch (event.kind) {
    case 'pull-request':
      return { kind: 'found', pullRequest: event.pullRequest };
    case 'workflow-run':
      return repository === undefined
        ? { kind: 'none', reason: 'GITHUB_REPOSITORY is missing' }
        : byWorkflowRun(client, repository, event);
    case 'merge-group':
      return {
        kind: 'none',
        reason: 'a merge group can hold several pull requests: each was judged by itself before',
      };
    case 'push':
    case 'schedule':
    case 'workflow-dispatch':
    case 'other':
      return {
        kind: 'none',
        reason: `the event ${run.eventName || 'outside a workflow'} has no pull request`,
      };
  }
}

async function byWorkflowRun(
  client: GitHubClient,
  repository: Repository,
  run: WorkflowRun,
): Promise<FoundPullRequest> {
  if (!/^pull_request(?:_target)?$/.test(run.startedBy)) {
    return { kind: 'none', reason: `the workflow was started by ${run.startedBy}, not by a pull request` };
  }
  const ofEvent = run.pullRequests.filter((one) => one.headSha === run.headSha);
  const [told, ...others] = ofEvent;
  if (told && others.length === 0) {
    const { headSha, headRepository, isFromFork } = run;
    return { kind: 'found', pullRequest: { number: told.number, headSha, headRepository, isFromFork } };
  }
  if (told) return several(ofEvent.map((one) => one.number));
  return client.hasToken
    ? byHead(client.openSession(), repository, run)
    : { kind: 'none', reason: 'there is no token to ask GitHub for the pull request with' };
}

const several = (numbers: readonly number[]): FoundPullRequest => ({
  kind: 'none',
  reason: `several pull requests have this head: ${numbers.map((number) => `#${number}`).join(', ')}`,
});

const LISTED = z.object({
  number: z.number().int().positive(),
  state: z.string(),
  head: z.object({ sha: z.string(), repo: z.object({ full_name: z.string() }).nullish() }),
  base: z.object({ repo: z.object({ full_name: z.string() }) }),
});

/** By the commit, then by the branch: of a fork's commit GitHub doesn't always know the pull request. */
async function byHead(
  session: GitHubSession,
  repository: Repository,
  run: WorkflowRun,
): Promise<FoundPullRequest> {
  const { headRepository, headSha, headBranch } = run;
  if (headRepository === undefined) return { kind: 'none', reason: 'the head’s repository was deleted' };
  const root = ['repos', repository.owner, repository.name];
  const [owner = ''] = headRepository.split('/');
  const requests: ApiRequest[] = [
    { method: 'GET', path: [...root, 'commits', headSha, 'pulls'], query: { per_page: 100 } },
    ...(headBranch === undefined
      ? []
      : [
          {
            method: 'GET' as const,
            path: [...root, 'pulls'],
            query: { state: 'open', head: `${owner}:${headBranch}`, per_page: 100 },
          },
        ]),
  ];
  for (const request of requests) {
    const answer = await session.ask(request);
    if (answer.kind === 'unreachable') return answer;
    // A commit that GitHub doesn't find here (404, 422) can still have a branch.
    const listed = answer.kind === 'ok' ? pullRequestsIn(answer.data) : [];
    const found = listed.filter((one) => isOf(one, repository, run));
    const [only, ...others] = found;
    if (only && others.length === 0) {
      const { number } = only;
      return { kind: 'found', pullRequest: { number, headSha, headRepository, isFromFork: run.isFromFork } };
    }
    if (only) return several(found.map((one) => one.number));
  }
  return {
    kind: 'none',
    reason: `no open pull request ends with ${headSha.slice(0, 12)}: it was closed, or has moved on`,
  };
}

type Listed = z.infer<typeof LISTED>;

const pullRequestsIn = (data: unknown): Listed[] =>
  (Array.isArray(data) ? (data as unknown[]) : []).flatMap((one) => LISTED.safeParse(one).data ?? []);

/** Open, of this repository, and with the very head that was judged. */
const isOf = (one: Listed, { owner, name }: Repository, run: WorkflowRun): boolean =>
  one.state === 'open' &&
  one.head.sha === run.headSha &&
  one.head.repo?.full_name.toLowerCase() === run.headRepository?.toLowerCase() &&
  one.base.repo.full_name.toLowerCase() === `${owner}/${name}`.toLowerCase();

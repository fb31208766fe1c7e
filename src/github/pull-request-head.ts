/** What a pull request is at this moment: its head, and whether it can be commented on. */
import { z } from 'zod';
import type { GitHubSession } from './client.ts';
import type { Refused } from './answer.ts';
import type { Unreachable } from './patience.ts';
import type { Conversation } from './issue-comments.ts';

const PULL_REQUEST = z.object({
  head: z.object({ sha: z.string() }),
  locked: z.boolean().default(false),
  base: z.object({ repo: z.object({ archived: z.boolean().default(false) }) }),
});

export interface PullRequestNow {
  readonly kind: 'pull-request';
  readonly head: string;
  readonly isLocked: boolean;
  readonly isArchived: boolean;
}

export async function pullRequestNow(
  session: GitHubSession,
  { repository, pullRequest }: Conversation,
): Promise<PullRequestNow | Refused | Unreachable> {
  const path = ['repos', repository.owner, repository.name, 'pulls', pullRequest];
  const answer = await session.ask({ method: 'GET', path });
  if (answer.kind !== 'ok') return answer;
  const parsed = PULL_REQUEST.safeParse(answer.data);
  if (!parsed.success) return { kind: 'unreachable', reason: 'GitHub’s answer is no pull request' };
  const { head, locked, base } = parsed.data;
  return { kind: 'pull-request', head: head.sha, isLocked: locked, isArchived: base.repo.archived };
}

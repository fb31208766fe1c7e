/** The comments of a pull request: all of them, however many pages. */
import { z } from 'zod';
import type { ApiRequest, GitHubSession } from './client.ts';
import type { Refused } from './answer.ts';
import type { Unreachable } from './patience.ts';
import type { Repository } from './event.ts';
import { authorIn, type Author } from './own-author.ts';

const PAGE_SIZE = 100;
/** 100,000 comments: more is a fault of the one that answers. */
const MOST_PAGES = 1000;

const COMMENT = z.object({
  id: z.number(),
  body: z.string().nullish(),
  html_url: z.string(),
  user: z.unknown(),
});

export interface IssueComment {
  readonly id: number;
  readonly body: string;
  readonly url: string;
  readonly author: Author | undefined;
}

/** A comment as GitHub gives it; undefined where the answer isn't one. */
export function commentIn(data: unknown): IssueComment | undefined {
  const { success, data: comment } = COMMENT.safeParse(data);
  if (!success) return undefined;
  const { id, body, html_url: url, user } = comment;
  return { id, body: body ?? '', url, author: authorIn(user) };
}

export interface Conversation {
  readonly repository: Repository;
  readonly pullRequest: number;
}

const root = ({ repository }: Conversation): string[] => [
  'repos',
  repository.owner,
  repository.name,
  'issues',
];

/** Oldest first. */
export async function listComments(
  session: GitHubSession,
  conversation: Conversation,
): Promise<readonly IssueComment[] | Refused | Unreachable> {
  const path = [...root(conversation), conversation.pullRequest, 'comments'];
  const comments = new Map<number, IssueComment>();
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const answer = await session.ask({ method: 'GET', path, query: { per_page: PAGE_SIZE, page } });
    if (answer.kind !== 'ok') return answer;
    const found = Array.isArray(answer.data) ? (answer.data as unknown[]) : [];
    // Comments that go while pages are read shift the others, so that some come twice; none is counted twice.
    for (const comment of found.map(commentIn)) if (comment) comments.set(comment.id, comment);
    // A proxy may drop the header, and a full page without it be the last.
    if (!answer.hasNextPage && found.length < PAGE_SIZE) break;
  }
  return [...comments.values()].sort((a, b) => a.id - b.id);
}

/** One, as it is at this moment. */
export async function readComment(
  session: GitHubSession,
  conversation: Conversation,
  id: number,
): Promise<IssueComment | Refused | Unreachable> {
  const answer = await session.ask({ method: 'GET', path: [...root(conversation), 'comments', id] });
  if (answer.kind !== 'ok') return answer;
  return commentIn(answer.data) ?? { kind: 'unreachable', reason: 'GitHub’s answer is no comment' };
}

export const createRequest = (conversation: Conversation, body: string): ApiRequest => ({
  method: 'POST',
  path: [...root(conversation), conversation.pullRequest, 'comments'],
  body: { body },
});

export const updateRequest = (conversation: Conversation, id: number, body: string): ApiRequest => ({
  method: 'PATCH',
  path: [...root(conversation), 'comments', id],
  body: { body },
});

export const deleteRequest = (conversation: Conversation, id: number): ApiRequest => ({
  method: 'DELETE',
  path: [...root(conversation), 'comments', id],
});

/** What tests ask of the comment, with one word changed at a time. */
import { createClient, type GitHubClient } from '../../../src/github/client.ts';
import { commentMarker, configurationId, type CommentFacts } from '../../../src/github/comment-marker.ts';
import type { CommentRequest } from '../../../src/github/sticky-comment.ts';
import { TOKENS } from './fake-github.ts';
import type { RunningGitHub } from './with-fake-github.ts';

/** Two commits of one pull request. */
export const OLD = 'a'.repeat(40);
export const NEW = 'c'.repeat(40);

export const FACTS: CommentFacts = {
  configuration: configurationId(['pull-request check', 'partition-guard.yml']),
  head: OLD,
  runId: 100,
  attempt: 1,
};

export const clientOf = (github: RunningGitHub, token: string | undefined = TOKENS.workflow): GitHubClient =>
  createClient({ apiUrl: github.apiUrl, token, clock: github.clock, jitterSeed: '100.1' });

export const bodyOf = (text: string, facts: Partial<CommentFacts> = {}): string =>
  `${commentMarker({ ...FACTS, ...facts })}\n${text}`;

export function commentRequest(
  text: string,
  facts: Partial<CommentFacts> = {},
  more: Partial<CommentRequest> = {},
): CommentRequest {
  return {
    repository: { owner: 'your-organisation', name: 'bookings' },
    pullRequest: 7,
    mode: 'always',
    isPass: false,
    facts: { ...FACTS, ...facts },
    body: bodyOf(text, facts),
    isFromFork: false,
    ...more,
  };
}

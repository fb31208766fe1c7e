/** Who we are on GitHub: only what we wrote ourselves is ever changed. */
import { z } from 'zod';
import type { GitHubSession } from './client.ts';
import type { Unreachable } from './patience.ts';

/** Whose comments a workflow's own token writes. */
const WORKFLOW_TOKEN = 'github-actions[bot]';

/** Of the workflow's own token, whoever asks. */
export const WORKFLOW_AUTHOR: Author = { login: WORKFLOW_TOKEN, id: undefined };

const USER = z.object({ login: z.string(), id: z.number() });

/** By number where it is known: logins change hands. */
export interface Author {
  readonly login: string;
  readonly id: number | undefined;
}

/**
 * @param given the login that the operator names: an app's token can't ask who it is.
 * @returns `badToken` where GitHub doesn't know the token.
 */
export async function ownAuthor(
  session: GitHubSession,
  given: string | undefined,
): Promise<Author | Unreachable | { readonly kind: 'bad-token' }> {
  if (given !== undefined && given !== '') return { login: given, id: undefined };
  const answer = await session.ask({ method: 'GET', path: ['user'] });
  if (answer.kind === 'unreachable') return answer;
  if (answer.kind === 'refused' && answer.status === 401) return { kind: 'bad-token' };
  const user = answer.kind === 'ok' ? authorIn(answer.data) : undefined;
  return user ?? WORKFLOW_AUTHOR;
}

/** A user as GitHub gives it; undefined where it isn't one (the account was deleted). */
export function authorIn(user: unknown): Author | undefined {
  const parsed = USER.safeParse(user);
  return parsed.success ? { login: parsed.data.login, id: parsed.data.id } : undefined;
}

export const isSameAuthor = (us: Author, user: Author | undefined): boolean =>
  user !== undefined &&
  (us.id === undefined ? us.login.toLowerCase() === user.login.toLowerCase() : us.id === user.id);

/** Ourselves, or a workflow of this repository: nobody else may write under that name. */
export const isTrusted = (us: Author, user: Author | undefined): boolean =>
  isSameAuthor(us, user) || isSameAuthor(WORKFLOW_AUTHOR, user);

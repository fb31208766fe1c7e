/** What became of the comment, and the one warning that says what is missing and which lines give it. */
import type { Refused } from './answer.ts';

/** One for all that is asked: to read the head, to list comments and to write one. */
export type Permission = 'pull-requests: write';
const PERMISSION: Permission = 'pull-requests: write';

export type CommentOutcome =
  | { readonly kind: 'created' | 'updated' | 'unchanged'; readonly url: string }
  /** A newer result is there, or will be. */
  | { readonly kind: 'superseded'; readonly reason: string }
  /** None was wanted. */
  | { readonly kind: 'none'; readonly reason: string }
  | { readonly kind: 'no-token' }
  /** GitHub doesn't know the token: it has run out or is mistyped. */
  | { readonly kind: 'bad-token' }
  | {
      readonly kind: 'forbidden';
      readonly permission: Permission;
      readonly isFromFork: boolean;
      readonly message: string;
    }
  | { readonly kind: 'locked' | 'archived' }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'unreachable'; readonly reason: string };

export interface Asked {
  readonly what: string;
  readonly isFromFork: boolean;
  readonly isLocked: boolean;
  readonly isArchived: boolean;
}

export function refusal({ status, message }: Refused, asked: Asked): CommentOutcome {
  const { what, isFromFork, isLocked, isArchived } = asked;
  switch (status) {
    case 401:
      return { kind: 'bad-token' };
    case 403:
      if (isArchived) return { kind: 'archived' };
      if (isLocked) return { kind: 'locked' };
      return { kind: 'forbidden', permission: PERMISSION, isFromFork, message };
    case 404:
      // A token that may not read a repository is not told that there is one.
      return { kind: 'forbidden', permission: PERMISSION, isFromFork, message };
    default:
      return { kind: 'refused', reason: `GitHub refused to ${what} (${status}: ${message})` };
  }
}

/** The lines of a job in a workflow file that give the permission. */
export const permissionLines = (permission: Permission): string =>
  ['permissions:', '  contents: read', `  ${permission}`].join('\n');

const VERDICT = 'The verdict stands, and the report is in the job summary.';

/** Undefined where nothing is missing. For people who read it at three in the morning. */
export function commentWarning(
  outcome: CommentOutcome,
): { readonly title: string; readonly message: string } | undefined {
  const title = 'No comment on the pull request';
  switch (outcome.kind) {
    case 'created':
    case 'updated':
    case 'unchanged':
    case 'superseded':
    case 'none':
      return undefined;
    case 'no-token':
      return {
        title,
        message: `The action has no token. ${VERDICT} Give it one: token: \${{ github.token }}`,
      };
    case 'bad-token':
      return {
        title,
        message: `GitHub does not accept the token (401): it has run out or is wrong. ${VERDICT} The job's own never runs out while the job does: token: \${{ github.token }}`,
      };
    case 'forbidden':
      return { title, message: `${missing(outcome)}\nGitHub said: ${outcome.message}` };
    case 'locked':
      return {
        title,
        message: `The conversation is locked, and this token may not write in it. ${VERDICT} Unlock it, or give a token of somebody with write access.`,
      };
    case 'archived':
      return { title, message: `The repository is archived: nothing can be written there. ${VERDICT}` };
    case 'refused':
      return { title, message: `${outcome.reason}. ${VERDICT}` };
    case 'unreachable':
      return { title, message: `${outcome.reason}. ${VERDICT} The next run writes it.` };
  }
}

function missing({
  permission,
  isFromFork,
}: {
  readonly permission: Permission;
  readonly isFromFork: boolean;
}): string {
  if (isFromFork) {
    return `The token lacks ${permission}: the pull request comes from a fork, and GitHub lets its workflows read only, whatever the workflow file says. ${VERDICT} A second workflow can write the comment safely: “Pull requests from forks” in partition-guard's docs/recipes.md.`;
  }
  return `The token lacks ${permission}. ${VERDICT} Add to the job in the workflow file:\n${permissionLines(permission)}`;
}

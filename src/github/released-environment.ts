/** Whether a release has succeeded in an environment, by its deployments on GitHub. */
import type { GitHubAccess } from './access.ts';
import type { Refused } from './answer.ts';
import type { GitHubSession } from './client.ts';
import { Deployments, type DeploymentStatus, type ListedDeployment, statusesOf } from './deployment-list.ts';
import { type Author, isTrusted, ownAuthor } from './own-author.ts';
import type { Unreachable } from './patience.ts';

export type FoundRelease =
  | { readonly kind: 'succeeded' | 'failed'; readonly deployment: number }
  /** @property lookedAt how many deployments of the environment were looked at. */
  | { readonly kind: 'none'; readonly lookedAt: number }
  | { readonly kind: 'unknown'; readonly reason: string };

/** Each costs a request of those that a token has in an hour. */
const MOST_LOOKED_INTO = 300;

/**
 * The newest deployment of the release decides: what has failed since it succeeded has to succeed again. That another
 * release came after it (GitHub then calls it inactive) takes nothing from its success.
 */
export async function findRelease(
  access: GitHubAccess,
  { environment, release }: { readonly environment: string; readonly release: string },
): Promise<FoundRelease> {
  if (!access.client.hasToken) return { kind: 'unknown', reason: 'there is no token to ask GitHub with' };
  const session = access.client.openSession();
  const us = await ownAuthor(session, undefined);
  if ('kind' in us) {
    return {
      kind: 'unknown',
      reason: us.kind === 'unreachable' ? us.reason : 'GitHub does not accept the token',
    };
  }
  const deployments = new Deployments(session, access, { environment });
  let lookedAt = 0;
  for (;;) {
    const page = await deployments.next();
    if (page === undefined) return { kind: 'none', lookedAt };
    if ('kind' in page) return unknown(page);
    for (const deployment of page) {
      if (!mayHold(deployment, release)) continue;
      if (lookedAt === MOST_LOOKED_INTO) return { kind: 'none', lookedAt };
      lookedAt += 1;
      const state = await stateOf({ session, access, us, release }, deployment);
      if (typeof state === 'object') return unknown(state);
      if (state !== undefined) return { kind: state, deployment: deployment.id };
    }
  }
}

/** Whoever filed it: those of jobs are in the name of a person, and the words at them decide, not who made them. */
const mayHold = (deployment: ListedDeployment, release: string): boolean =>
  !deployment.isOurs || deployment.release === release;

interface Asked {
  readonly session: GitHubSession;
  readonly access: GitHubAccess;
  readonly us: Author;
  readonly release: string;
}

/** Undefined where it is another release's, or has not ended. */
async function stateOf(
  { session, access, us, release }: Asked,
  { id }: ListedDeployment,
): Promise<'succeeded' | 'failed' | Refused | Unreachable | undefined> {
  const statuses = await statusesOf(session, access, id);
  return 'kind' in statuses
    ? statuses
    : endOf(
        statuses.map(({ state, release: said, author }) => ({
          state,
          release: said,
          isTrusted: isTrusted(us, author),
        })),
        release,
      );
}

type Word = Pick<DeploymentStatus, 'state' | 'release'> & {
  /** Said by the token of a workflow, or by the very one that asks. */
  readonly isTrusted: boolean;
};

/**
 * Only who is trusted says that it succeeded. A failure counts whoever tells it: GitHub tells that of a job in the name of
 * the person who started the run.
 *
 * @param statuses oldest first.
 */
export function endOf(statuses: readonly Word[], release: string): 'succeeded' | 'failed' | undefined {
  let end: 'succeeded' | 'failed' | undefined;
  let isBegun = false;
  for (const { state, release: said, isTrusted: isOurWord } of statuses) {
    isBegun ||= said === release;
    // Another release's word, in the same job.
    if (!isBegun || (said !== undefined && said !== release)) continue;
    // GitHub's own failure counts as well, since a later step of the job may have failed; its own success says nothing.
    if (state === 'success' && said === release && isOurWord) end = 'succeeded';
    else if (state === 'failure' || state === 'error') end = 'failed';
  }
  return end;
}

function unknown(answer: Refused | Unreachable): FoundRelease {
  if (answer.kind === 'unreachable') return { kind: 'unknown', reason: answer.reason };
  const lacks = [403, 404].includes(answer.status) ? '; the job may lack deployments: read' : '';
  return { kind: 'unknown', reason: `GitHub refused to tell (${answer.status}: ${answer.message})${lacks}` };
}

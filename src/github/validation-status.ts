/** The record of a validation, as a status of the commit: filed after a run, and found before a deployment. */
import { z } from 'zod';
import type { GitHubAccess } from './access.ts';
import { rootOf } from './access.ts';
import type { Refused } from './answer.ts';
import type { GitHubSession } from './client.ts';
import { type Author, authorIn, isTrusted, ownAuthor } from './own-author.ts';
import { readPages } from './pages.ts';
import type { Unreachable } from './patience.ts';
import { describeRelease, releaseIn } from './release-text.ts';

/** Checks of several configurations append a name of theirs. */
export const VALIDATION_CONTEXT = 'partition-guard/validation';

const contextOf = (key: string): string =>
  key === '' ? VALIDATION_CONTEXT : `${VALIDATION_CONTEXT} (${key})`;

/** Another check's name can begin with ours. */
const isValidation = (context: string): boolean =>
  context === VALIDATION_CONTEXT || (context.startsWith(`${VALIDATION_CONTEXT} (`) && context.endsWith(')'));

export interface ValidationRecord {
  readonly release: string;
  readonly verdict: 'pass' | 'inconclusive' | 'fail';
  /** What tells this validation from others of the same commit; empty where there is one. */
  readonly key: string;
}

export type Filed =
  | { readonly kind: 'filed'; readonly context: string }
  /** The token lacks `statuses: write`, as every fork's does. */
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'not-filed'; readonly reason: string };

/** A later one of the same context and release takes its place, whatever it says. */
export async function fileValidation(access: GitHubAccess, record: ValidationRecord): Promise<Filed> {
  const { client, repository, commit, runUrl } = access;
  if (!client.hasToken) return { kind: 'not-filed', reason: 'there is no token' };
  const context = contextOf(record.key);
  // Filed twice is filed once: the newest counts.
  const answer = await client.openSession().ask({
    method: 'POST',
    path: [...rootOf(repository), 'statuses', commit],
    body: {
      state: record.verdict === 'pass' ? 'success' : 'failure',
      context,
      description: describeRelease(record.verdict, record.release),
      ...(runUrl === undefined ? {} : { target_url: runUrl }),
    },
  });
  switch (answer.kind) {
    case 'ok':
      return { kind: 'filed', context };
    case 'unreachable':
      return { kind: 'not-filed', reason: answer.reason };
    case 'refused':
      return answer.status === 403 || answer.status === 404
        ? { kind: 'forbidden' }
        : { kind: 'not-filed', reason: `GitHub refused it (${answer.status}: ${answer.message})` };
  }
}

export type FoundValidation =
  | { readonly kind: 'validated'; readonly where: string; readonly url: string | undefined }
  /** @property where the place of a validation that did not pass; undefined where there is none at all. */
  | { readonly kind: 'failed'; readonly where: string; readonly url: string | undefined }
  | { readonly kind: 'not-validated'; readonly lookedAt: readonly string[] }
  | { readonly kind: 'unknown'; readonly reason: string };

/**
 * Goes by the release alone: a squash or a rebase makes other commits of the same migrations, and a merge can make other
 * migrations of validated ones. The commit's own word comes before that of the pull requests that it came from.
 */
export async function findValidation(access: GitHubAccess, release: string): Promise<FoundValidation> {
  const { client, commit } = access;
  if (!client.hasToken) return { kind: 'unknown', reason: 'there is no token to ask GitHub with' };
  const session = client.openSession();
  const us = await ownAuthor(session, undefined);
  if ('kind' in us) {
    return {
      kind: 'unknown',
      reason: us.kind === 'unreachable' ? us.reason : 'GitHub does not accept the token',
    };
  }
  const asked: Asked = { session, access, us, release };
  const own: Place = { commit, name: `commit ${commit.slice(0, 12)}` };
  const first = await judgedAt(asked, own);
  if (first) return first;
  const places = await pullRequestsOf(asked);
  if ('kind' in places) return places;
  const others = new Map(places.filter((one) => one.commit !== commit).map((one) => [one.commit, one]));
  let validated: FoundValidation | undefined;
  for (const place of others.values()) {
    const found = await judgedAt(asked, place);
    if (found && found.kind !== 'validated') return found;
    validated ??= found;
  }
  const lookedAt = [own, ...others.values()].map(({ name }) => name);
  return validated ?? { kind: 'not-validated', lookedAt };
}

interface Asked {
  readonly session: GitHubSession;
  readonly access: GitHubAccess;
  readonly us: Author;
  readonly release: string;
}

interface Place {
  readonly commit: string;
  readonly name: string;
}

const STATUS = z.object({
  id: z.number(),
  state: z.string(),
  context: z.string(),
  description: z.string().nullish(),
  target_url: z.string().nullish(),
  creator: z.unknown(),
});

/** Undefined where nobody whose word counts has said anything of the release there. */
async function judgedAt(asked: Asked, { commit, name }: Place): Promise<FoundValidation | undefined> {
  const { session, access, us, release } = asked;
  const path = [...rootOf(access.repository), 'commits', commit, 'statuses'];
  const answer = await readPages(session, { method: 'GET', path });
  // A commit that was never pushed.
  if ('kind' in answer) return isNoCommit(answer) ? undefined : unknown(answer, 'statuses: read');
  const newest = new Map<string, z.infer<typeof STATUS>>();
  for (const one of answer) {
    const { data: status } = STATUS.safeParse(one);
    if (!status || !isValidation(status.context) || !isTrusted(us, authorIn(status.creator))) continue;
    if (releaseIn(status.description ?? '') !== release) continue;
    if ((newest.get(status.context)?.id ?? 0) < status.id) newest.set(status.context, status);
  }
  const judged = [...newest.values()];
  const bad = judged.find(({ state }) => state !== 'success');
  const told = bad ?? judged[0];
  if (!told) return undefined;
  const kind = bad ? 'failed' : 'validated';
  return { kind, where: `${name}, ${told.context}`, url: told.target_url ?? undefined };
}

const PULL_REQUEST = z.object({
  number: z.number().int(),
  merge_commit_sha: z.string().nullish(),
  head: z.object({ sha: z.string() }),
  base: z.object({ repo: z.object({ full_name: z.string() }) }),
});

/** Their heads, and the commits that they became. */
async function pullRequestsOf({ session, access }: Asked): Promise<readonly Place[] | FoundValidation> {
  const { owner, name } = access.repository;
  const path = [...rootOf(access.repository), 'commits', access.commit, 'pulls'];
  const answer = await readPages(session, { method: 'GET', path });
  if ('kind' in answer) return isNoCommit(answer) ? [] : unknown(answer, 'pull-requests: read');
  return answer.flatMap((one) => {
    const { data: pull } = PULL_REQUEST.safeParse(one);
    if (pull?.base.repo.full_name.toLowerCase() !== `${owner}/${name}`.toLowerCase()) return [];
    const merged = pull.merge_commit_sha;
    return [
      { commit: pull.head.sha, name: `the head of #${pull.number}` },
      ...(merged ? [{ commit: merged, name: `the merge of #${pull.number}` }] : []),
    ];
  });
}

const isNoCommit = (answer: Refused | Unreachable): boolean =>
  answer.kind === 'refused' && answer.status === 422;

function unknown(answer: Refused | Unreachable, permission: string): FoundValidation {
  if (answer.kind === 'unreachable') return { kind: 'unknown', reason: answer.reason };
  const isForbidden = answer.status === 403 || answer.status === 404;
  const lacks = isForbidden ? `; the job may lack ${permission}` : '';
  return { kind: 'unknown', reason: `GitHub refused to tell (${answer.status}: ${answer.message})${lacks}` };
}

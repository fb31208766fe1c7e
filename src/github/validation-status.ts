/** The record of a validation, as a status of the commit: filed after a run, and found before a deployment. */
import { z } from 'zod';
import type { GitHubAccess } from './access.ts';
import { rootOf } from './access.ts';
import type { Refused } from './answer.ts';
import type { GitHubSession } from './client.ts';
import { type Author, authorIn, isTrusted, ownAuthor } from './own-author.ts';
import { readPages } from './pages.ts';
import type { Unreachable } from './patience.ts';
import { areSameRules, describeValidation, readValidation, type ValidationWords } from './validation-text.ts';

/** Checks of several configurations append a name of theirs. */
export const VALIDATION_CONTEXT = 'partition-guard/validation';

const contextOf = (key: string): string =>
  key === '' ? VALIDATION_CONTEXT : `${VALIDATION_CONTEXT} (${key})`;

/** Another check's name can begin with ours. */
const isValidation = (context: string): boolean =>
  context === VALIDATION_CONTEXT || (context.startsWith(`${VALIDATION_CONTEXT} (`) && context.endsWith(')'));

export interface ValidationRecord extends ValidationWords {
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
      description: describeValidation(record),
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

/** What is to be applied. */
export interface Released {
  readonly release: string;
  /** Digest of the configuration that it is applied by. */
  readonly rules: string;
  /** @returns what is pending and was not under test, by the places that a validation of this release tells. */
  readonly untested: (underTest: string | undefined) => readonly string[];
}

interface Found {
  readonly where: string;
  readonly url: string | undefined;
}

/** It passed, and says nothing of this: judged by other rules, or without what is pending. */
export interface Beside extends Found {
  readonly kind: 'beside';
  /** What is pending and was not under test. */
  readonly untested: readonly string[];
  readonly sameRules: boolean;
}

export type FoundValidation =
  | (Found & { readonly kind: 'validated' })
  | (Found & { readonly kind: 'failed' })
  | Beside
  | { readonly kind: 'not-validated'; readonly lookedAt: readonly string[] }
  | { readonly kind: 'unknown'; readonly reason: string };

/**
 * Goes by what was validated, never by the commit: a squash or a rebase makes other commits of the same migrations, and a
 * merge can make other migrations of validated ones. One validation must have had all under test that is pending: of
 * two that each saw a part nobody has seen the whole. The commit's own word comes before that of the pull requests that
 * it came from.
 */
export async function findValidation(access: GitHubAccess, released: Released): Promise<FoundValidation> {
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
  const asked: Asked = { session, access, us, released };
  const own: Place = { commit, name: `commit ${commit.slice(0, 12)}` };
  const first = await judgedAt(asked, own);
  if (first && first.kind !== 'beside') return first;
  const places = await pullRequestsOf(asked);
  if ('kind' in places) return places;
  const others = new Map(places.filter((one) => one.commit !== commit).map((one) => [one.commit, one]));
  const found: (FoundValidation | undefined)[] = [first];
  for (const place of others.values()) {
    const there = await judgedAt(asked, place);
    if (there?.kind === 'failed' || there?.kind === 'unknown') return there;
    found.push(there);
  }
  const lookedAt = [own, ...others.values()].map(({ name }) => name);
  return (
    found.find((one) => one?.kind === 'validated') ??
    found.find((one) => one !== undefined) ?? { kind: 'not-validated', lookedAt }
  );
}

interface Asked {
  readonly session: GitHubSession;
  readonly access: GitHubAccess;
  readonly us: Author;
  readonly released: Released;
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

/**
 * Of each context the newest counts that failed or that speaks of all this: a later pass that had less under test takes
 * nothing from an earlier failure.
 *
 * @returns undefined where nobody whose word counts has said anything of the release there.
 */
async function judgedAt(asked: Asked, { commit, name }: Place): Promise<FoundValidation | undefined> {
  const { session, access, us, released } = asked;
  const path = [...rootOf(access.repository), 'commits', commit, 'statuses'];
  const answer = await readPages(session, { method: 'GET', path });
  // A commit that was never pushed.
  if ('kind' in answer) return isNoCommit(answer) ? undefined : unknown(answer, 'statuses: read');
  const words = answer
    .flatMap((one) => STATUS.safeParse(one).data ?? [])
    .filter(({ context, creator }) => isValidation(context) && isTrusted(us, authorIn(creator)))
    .sort((a, b) => b.id - a.id)
    .flatMap((status) => wordOf(status, released, name));
  const newest = new Map<string, FoundValidation>();
  for (const { context, found } of words.filter(({ found: { kind } }) => kind !== 'beside')) {
    if (!newest.has(context)) newest.set(context, found);
  }
  const judged = [...newest.values()];
  return judged.find(({ kind }) => kind === 'failed') ?? judged[0] ?? words[0]?.found;
}

interface Word {
  readonly context: string;
  readonly found: FoundValidation;
}

/** A failure is one whatever it had under test. */
function wordOf(
  { context, state, description, target_url: url }: z.infer<typeof STATUS>,
  { release, rules, untested }: Released,
  place: string,
): Word[] {
  const told = readValidation(description ?? '');
  if (told.release !== release) return [];
  const found = { where: `${place}, ${context}`, url: url ?? undefined };
  if (state !== 'success') return [{ context, found: { ...found, kind: 'failed' } }];
  const missing = untested(told.underTest);
  const sameRules = areSameRules(told.rules, rules);
  return missing.length === 0 && sameRules
    ? [{ context, found: { ...found, kind: 'validated' } }]
    : [{ context, found: { ...found, kind: 'beside', untested: missing, sameRules } }];
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

/** GitHub as a deployment meets it: who asks, for which repository, about which commit, from which run. */
import { OperatorError } from '../domain/operator-error.ts';
import { createClient, type GitHubClient } from './client.ts';
import type { Environment, GitHubRun, Repository } from './event.ts';
import type { Clock } from './patience.ts';

export interface GitHubAccess {
  /** Without a token it can't ask: that is told, and is not the same as being somewhere else than on GitHub. */
  readonly client: GitHubClient;
  readonly repository: Repository;
  /** What is deployed: what is checked out. */
  readonly commit: string;
  /** The commit that GitHub started the run for: what its own deployments are filed under. */
  readonly runCommit: string;
  readonly runId: number | undefined;
  readonly attempt: number;
  readonly runUrl: string | undefined;
}

export interface AccessOptions {
  readonly token: string | undefined;
  readonly clock: Clock;
  /** The commit that is checked out, where it is known. */
  readonly checkedOut: string | undefined;
  /** GITHUB_SHA. */
  readonly runCommit: string | undefined;
  readonly onWait: (text: string) => void;
}

/** @returns undefined outside of GitHub, where no repository is named or no commit is known. */
export function githubAccess(run: GitHubRun, options: AccessOptions): GitHubAccess | undefined {
  const { repository, headSha, runId, attempt, runUrl } = run;
  // On a pull request the checkout is a merge that exists nowhere else.
  const commit = run.event.kind === 'pull-request' ? headSha : (options.checkedOut ?? headSha);
  if (repository === undefined || commit === undefined) return undefined;
  const client = createClient({
    apiUrl: run.apiUrl,
    token: options.token,
    clock: options.clock,
    jitterSeed: `${runId ?? commit}.${attempt}`,
    onWait: options.onWait,
  });
  return { client, repository, commit, runCommit: options.runCommit ?? commit, runId, attempt, runUrl };
}

/** A workflow, or a shell that has been told of a repository. */
export const isOnGitHub = (env: Environment): boolean =>
  env['GITHUB_ACTIONS'] === 'true' || Boolean(env['GITHUB_REPOSITORY']);

/**
 * For what stands behind gates: they only warn where there is no GitHub to ask.
 *
 * @throws OperatorError where there is one, and its variables don't say what to ask.
 */
export function requireAccess(
  env: Environment,
  run: GitHubRun,
  access: GitHubAccess | undefined,
): GitHubAccess | undefined {
  if (access !== undefined || !isOnGitHub(env)) return access;
  const isKnown = run.repository !== undefined;
  throw new OperatorError(
    isKnown
      ? 'on GitHub, and no commit is known: neither GITHUB_SHA nor a checkout tells it'
      : 'on GitHub, and GITHUB_REPOSITORY names no repository as owner/name',
    {
      code: 'github-unknown',
      hint: `Without it nobody can be asked whether this was validated. ${
        isKnown ? 'Check the repository out first' : 'The runner sets it'
      }; outside of GitHub, unset GITHUB_ACTIONS and GITHUB_REPOSITORY.`,
    },
  );
}

/** Paths of the repository begin so. */
export const rootOf = ({ owner, name }: Repository): string[] => ['repos', owner, name];

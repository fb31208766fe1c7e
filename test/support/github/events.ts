/** Event files as GitHub sends them, as far as anybody reads them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryId } from './answers.ts';

const REPOSITORY = 'your-organisation/bookings';
const FORK = 'contributor/bookings';

export const HEAD = 'a'.repeat(40);
export const BASE = 'b'.repeat(40);

const repository = { id: repositoryId(REPOSITORY), full_name: REPOSITORY, default_branch: 'main' };
const repo = (fullName: string): object => ({ id: repositoryId(fullName), full_name: fullName });

export interface PullRequestOptions {
  readonly action?: string;
  readonly head?: string;
  readonly base?: string;
  readonly isFork?: boolean;
  /** The fork was deleted. */
  readonly isGone?: boolean;
}

export const pullRequestEvent = (options: PullRequestOptions = {}): object => ({
  action: options.action ?? 'opened',
  number: 7,
  repository,
  pull_request: {
    number: 7,
    title: 'Monthly to quarterly partitions',
    head: {
      sha: options.head ?? HEAD,
      ref: 'to-quarters',
      repo: options.isGone === true ? null : repo(options.isFork === true ? FORK : REPOSITORY),
    },
    base: { sha: options.base ?? BASE, ref: 'main', repo: repo(REPOSITORY) },
  },
});

export const mergeGroupEvent = (head = HEAD, base = BASE): object => ({
  action: 'checks_requested',
  repository,
  merge_group: {
    head_sha: head,
    head_ref: `refs/heads/gh-readonly-queue/main/pr-7-${base}`,
    base_sha: base,
    base_ref: 'refs/heads/main',
  },
});

export const pushEvent = (ref = 'refs/heads/main', more: object = {}): object => ({
  repository,
  ref,
  before: BASE,
  after: HEAD,
  deleted: false,
  ...more,
});

export const scheduleEvent = (): object => ({ repository, schedule: '0 3 * * *' });

export const dispatchEvent = (): object => ({ repository, ref: 'refs/heads/main', inputs: {} });

export interface WorkflowRunOptions {
  readonly isFork?: boolean;
  readonly startedBy?: string;
  readonly head?: string;
  readonly pullRequests?: readonly object[];
  readonly headRepository?: object | null;
}

export const pullRequestOfRun = (number: number, head = HEAD, base = REPOSITORY): object => ({
  number,
  head: { sha: head, ref: 'to-quarters', repo: { id: repositoryId(REPOSITORY) } },
  base: { sha: BASE, ref: 'main', repo: { id: repositoryId(base) } },
});

export const workflowRunEvent = (options: WorkflowRunOptions = {}): object => ({
  action: 'completed',
  repository,
  workflow_run: {
    id: 4711,
    run_attempt: 2,
    event: options.startedBy ?? 'pull_request',
    conclusion: 'success',
    head_sha: options.head ?? HEAD,
    head_branch: 'to-quarters',
    html_url: `https://github.com/${REPOSITORY}/actions/runs/4711`,
    head_repository:
      options.headRepository === undefined
        ? repo(options.isFork === true ? FORK : REPOSITORY)
        : options.headRepository,
    pull_requests: options.pullRequests ?? (options.isFork === true ? [] : [pullRequestOfRun(7)]),
  },
});

/** The variables of a runner, with the event in a file of its own while `use` runs. */
export async function withEvent<T>(
  name: string,
  event: unknown,
  use: (env: Record<string, string>) => T | Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'github-event-'));
  try {
    const path = join(folder, 'event.json');
    writeFileSync(path, typeof event === 'string' ? event : JSON.stringify(event));
    return await use({
      GITHUB_EVENT_NAME: name,
      GITHUB_EVENT_PATH: path,
      GITHUB_REPOSITORY: REPOSITORY,
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_API_URL: 'https://api.github.com',
      GITHUB_RUN_ID: '12345678901',
      GITHUB_RUN_ATTEMPT: '3',
      GITHUB_WORKFLOW: 'Pull request',
      GITHUB_JOB: 'partitions',
      GITHUB_SHA: 'e'.repeat(40),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

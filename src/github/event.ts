/** Reads what started the workflow: GitHub's variables and its event file. */
import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { OperatorError } from '../domain/operator-error.ts';
import {
  isFullName,
  isSha,
  MERGE_GROUP_EVENT,
  OTHER_EVENT,
  PULL_REQUEST_EVENT,
  PUSH_EVENT,
  WORKFLOW_RUN_EVENT,
} from './event-shapes.ts';

export interface Repository {
  readonly owner: string;
  readonly name: string;
}

export interface PullRequest {
  readonly number: number;
  /** The commit that the pull request ends with: not the merge commit that the runner checks out. */
  readonly headSha: string;
  /** owner/name that holds the head; undefined where the fork was deleted. */
  readonly headRepository: string | undefined;
  readonly isFromFork: boolean;
}

export type TriggerEvent =
  | {
      readonly kind: 'pull-request';
      readonly action: string;
      readonly pullRequest: PullRequest;
      readonly baseSha: string;
      readonly baseBranch: string;
      /** pull_request_target: with the target's secrets and the target's own code checked out. */
      readonly isTarget: boolean;
    }
  | {
      readonly kind: 'merge-group';
      readonly headSha: string;
      readonly baseSha: string;
      /** By the queue's branch name, for a link only: a group can hold several, and none is commented on. */
      readonly pullRequestNumber: number | undefined;
    }
  | {
      readonly kind: 'push';
      /** Undefined for a tag. */
      readonly branch: string | undefined;
      readonly isDefaultBranch: boolean;
      /** Undefined where the push made the branch. */
      readonly beforeSha: string | undefined;
      readonly headSha: string;
      readonly isDeletion: boolean;
    }
  | { readonly kind: 'schedule'; readonly cron: string | undefined }
  | { readonly kind: 'workflow-dispatch' }
  | WorkflowRun
  | { readonly kind: 'other' };

/** Another workflow that has ended: the way in which a fork's report gets its comment. */
export interface WorkflowRun {
  readonly kind: 'workflow-run';
  /** The event that started the other workflow, `pull_request` for instance. */
  readonly startedBy: string;
  readonly conclusion: string | undefined;
  readonly headSha: string;
  readonly headBranch: string | undefined;
  readonly headRepository: string | undefined;
  readonly isFromFork: boolean;
  /** Of this repository, by GitHub's own word; empty for forks. */
  readonly pullRequests: readonly { readonly number: number; readonly headSha: string }[];
  readonly runId: number;
  readonly attempt: number;
}

export interface GitHubRun {
  /** GITHUB_EVENT_NAME; empty outside a runner. */
  readonly eventName: string;
  readonly event: TriggerEvent;
  readonly repository: Repository | undefined;
  /** https://github.com, or the address of a GitHub Enterprise Server. */
  readonly serverUrl: string;
  readonly apiUrl: string;
  readonly workflow: string | undefined;
  readonly job: string | undefined;
  readonly runId: number | undefined;
  readonly attempt: number;
  /** The page of this run. */
  readonly runUrl: string | undefined;
  /** The commit that is judged: of a pull request its head. */
  readonly headSha: string | undefined;
  readonly defaultBranch: string | undefined;
}

export type Environment = Readonly<Record<string, string | undefined>>;

export function readEvent(env: Environment): GitHubRun {
  const eventName = env['GITHUB_EVENT_NAME'] ?? '';
  const payload = readPayload(env['GITHUB_EVENT_PATH']);
  const { event, source } = eventOf(eventName, payload);
  const fullName = env['GITHUB_REPOSITORY'] || source?.full_name;
  const [owner, name] = fullName !== undefined && isFullName(fullName) ? fullName.split('/') : [];
  const serverUrl = addressIn(env, 'GITHUB_SERVER_URL', 'https://github.com');
  const runId = numberIn(env, 'GITHUB_RUN_ID');
  const isKnown = owner !== undefined && name !== undefined;
  return {
    eventName,
    event,
    repository: isKnown ? { owner, name } : undefined,
    serverUrl,
    apiUrl: addressIn(env, 'GITHUB_API_URL', 'https://api.github.com'),
    workflow: env['GITHUB_WORKFLOW'] || undefined,
    job: env['GITHUB_JOB'] || undefined,
    runId,
    attempt: numberIn(env, 'GITHUB_RUN_ATTEMPT') ?? 1,
    runUrl:
      isKnown && runId !== undefined ? `${serverUrl}/${owner}/${name}/actions/runs/${runId}` : undefined,
    headSha: headShaOf(event) ?? shaIn(env, 'GITHUB_SHA'),
    defaultBranch: source?.default_branch,
  };
}

function readPayload(path: string | undefined): unknown {
  if (path === undefined || path === '') return {};
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new OperatorError(`the event file can't be read as JSON: ${path}`, {
      code: 'event-unreadable',
      hint: 'GITHUB_EVENT_PATH names it; the runner writes it. Without the variable the action runs outside an event.',
      cause: error,
    });
  }
}

interface Read {
  readonly event: TriggerEvent;
  readonly source: z.infer<typeof OTHER_EVENT>['repository'];
}

function eventOf(name: string, payload: unknown): Read {
  switch (name) {
    case 'pull_request':
    case 'pull_request_target': {
      const shaped = shape(name, PULL_REQUEST_EVENT, payload);
      return { event: pullRequestEvent(shaped, name === 'pull_request_target'), source: shaped.repository };
    }
    case 'merge_group': {
      const { repository, merge_group: group } = shape(name, MERGE_GROUP_EVENT, payload);
      const number = /\/pr-([1-9][0-9]{0,9})-[0-9a-f]+$/.exec(group.head_ref)?.[1];
      const pullRequestNumber = number === undefined ? undefined : Number(number);
      const shas = { headSha: group.head_sha, baseSha: group.base_sha };
      return { event: { kind: 'merge-group', ...shas, pullRequestNumber }, source: repository };
    }
    case 'push': {
      const shaped = shape(name, PUSH_EVENT, payload);
      return { event: pushEvent(shaped), source: shaped.repository };
    }
    case 'workflow_run': {
      const shaped = shape(name, WORKFLOW_RUN_EVENT, payload);
      return { event: workflowRunEvent(shaped), source: shaped.repository };
    }
    default: {
      const { repository, schedule } = shape(name, OTHER_EVENT, payload);
      if (name === 'schedule') return { event: { kind: 'schedule', cron: schedule }, source: repository };
      const kind = name === 'workflow_dispatch' ? 'workflow-dispatch' : 'other';
      return { event: { kind }, source: repository };
    }
  }
}

function shape<T extends z.ZodType>(name: string, schema: T, payload: unknown): z.infer<T> {
  const parsed = schema.safeParse(payload);
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues.map((issue) => issue.path.join('.') || 'the whole').slice(0, 5);
  throw new OperatorError(`the event file is no ${name || 'GitHub'} event: see ${places.join(', ')}`, {
    code: 'event-malformed',
    hint: 'The runner writes it as GitHub sends it. A file of your own needs these keys as GitHub documents them.',
  });
}

function pullRequestEvent(shaped: z.infer<typeof PULL_REQUEST_EVENT>, isTarget: boolean): TriggerEvent {
  const { repository, action, pull_request: pullRequest } = shaped;
  const { number, head, base } = pullRequest;
  return {
    kind: 'pull-request',
    action,
    isTarget,
    baseSha: base.sha,
    baseBranch: base.ref,
    pullRequest: {
      number,
      headSha: head.sha,
      headRepository: head.repo?.full_name,
      // Where the fork is gone, it was one.
      isFromFork: head.repo?.id !== repository.id,
    },
  };
}

function pushEvent({ ref, before, after, deleted, repository }: z.infer<typeof PUSH_EVENT>): TriggerEvent {
  const branch = /^refs\/heads\/(.+)$/s.exec(ref)?.[1];
  return {
    kind: 'push',
    branch,
    isDefaultBranch: branch !== undefined && branch === repository.default_branch,
    beforeSha: /^0+$/.test(before) ? undefined : before,
    headSha: after,
    isDeletion: deleted,
  };
}

function workflowRunEvent({
  repository,
  workflow_run: run,
}: z.infer<typeof WORKFLOW_RUN_EVENT>): TriggerEvent {
  return {
    kind: 'workflow-run',
    startedBy: run.event,
    conclusion: run.conclusion ?? undefined,
    headSha: run.head_sha,
    headBranch: run.head_branch ?? undefined,
    headRepository: run.head_repository?.full_name,
    isFromFork: run.head_repository?.id !== repository.id,
    // GitHub also lists pull requests of other repositories that have the same head.
    pullRequests: run.pull_requests
      .filter((one) => one.base.repo.id === repository.id)
      .map((one) => ({ number: one.number, headSha: one.head.sha })),
    runId: run.id,
    attempt: run.run_attempt,
  };
}

function headShaOf(event: TriggerEvent): string | undefined {
  switch (event.kind) {
    case 'pull-request':
      return event.pullRequest.headSha;
    case 'merge-group':
    case 'push':
    case 'workflow-run':
      return event.headSha;
    case 'schedule':
    case 'workflow-dispatch':
    case 'other':
      return undefined;
  }
}

/** Without a trailing slash. An address with a name or password in it is none. */
function addressIn(env: Environment, key: string, otherwise: string): string {
  const text = env[key];
  if (text === undefined || text === '') return otherwise;
  if (URL.canParse(text)) {
    const { protocol, username, password } = new URL(text);
    if (/^https?:$/.test(protocol) && username === '' && password === '') return text.replace(/\/+$/, '');
  }
  throw new OperatorError(`${key} is no address of a GitHub server`, {
    code: 'server-address',
    hint: `Write it as https://HOST${key === 'GITHUB_API_URL' ? '/api/v3' : ''}, without a name or password.`,
  });
}

function numberIn(env: Environment, key: string): number | undefined {
  const text = env[key] ?? '';
  return /^[1-9][0-9]{0,14}$/.test(text) ? Number(text) : undefined;
}

const shaIn = (env: Environment, key: string): string | undefined => {
  const text = env[key] ?? '';
  return isSha(text) ? text : undefined;
};

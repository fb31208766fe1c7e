/** What started the workflow, by kind, out of the event's JSON. */
import type { z } from 'zod';
import { OperatorError } from '../domain/operator-error.ts';
import {
  MERGE_GROUP_EVENT,
  OTHER_EVENT,
  PULL_REQUEST_EVENT,
  PUSH_EVENT,
  WORKFLOW_RUN_EVENT,
} from './event-shapes.ts';

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
  | {
      readonly kind: 'other';
      /** A review of a pull request, or a comment on one. */ readonly isOnPullRequest: boolean;
    };

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

interface ReadEvent {
  readonly event: TriggerEvent;
  /** The repository that the event is of, where it tells. */
  readonly source: z.infer<typeof OTHER_EVENT>['repository'];
}

/** @param payload untrusted: an OperatorError says where it is no such event. */
export function readTrigger(name: string, payload: unknown): ReadEvent {
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
      const { repository, schedule, ...on } = shape(name, OTHER_EVENT, payload);
      if (name === 'schedule') return { event: { kind: 'schedule', cron: schedule }, source: repository };
      if (name === 'workflow_dispatch') return { event: { kind: 'workflow-dispatch' }, source: repository };
      const isOnPullRequest = on.pull_request || on.issue || name.startsWith('pull_request');
      return { event: { kind: 'other', isOnPullRequest }, source: repository };
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
    // GitHub also lists pull requests of other repositories that have the same head; and a fork can have the head of one
    // that is not its own.
    pullRequests: run.pull_requests
      .filter(({ head, base }) => base.repo.id === repository.id && head.repo.id === run.head_repository?.id)
      .map((one) => ({ number: one.number, headSha: one.head.sha })),
    runId: run.id,
    attempt: run.run_attempt,
  };
}

/** Keeps targets away from code that somebody without a right to write has sent. */
import { OperatorError } from '../domain/operator-error.ts';
import type { TriggerEvent } from '../github/trigger-event.ts';
import type { DeployCommandName } from '../settings/deploy-settings.ts';

/** `inspect` reads a target as `plan` does. */
type OnTarget = DeployCommandName | 'inspect';

const onlyReads = (mode: OnTarget): boolean => mode === 'plan' || mode === 'inspect';

/**
 * SQL of a pull request runs nothing on a target, and a stranger's code is handed no address of one: who can change the
 * workflow's inputs or what is checked out could read it.
 * @throws OperatorError where the event brings a pull request's code and the mode is not for it.
 */
export function requireOwnCode(mode: OnTarget, event: TriggerEvent): void {
  const why = reasonAgainst(mode, event);
  if (why === undefined) return;
  throw new OperatorError(`mode ${mode} ${why}: nothing was done`, {
    code: 'target-and-pull-request',
    hint: onlyReads(mode)
      ? 'Plan on a push, or on a pull_request of a branch of this repository; see docs/deploy.md, On GitHub.'
      : `Run ${mode} on a push, on workflow_dispatch or on a schedule; see docs/deploy.md, On GitHub.`,
  });
}

function reasonAgainst(mode: OnTarget, event: TriggerEvent): string | undefined {
  switch (event.kind) {
    case 'pull-request':
      if (event.isTarget)
        return 'is not for pull_request_target, which gives a stranger’s pull request its secrets';
      if (event.pullRequest.isFromFork) return 'is not for pull requests from forks';
      return onlyReads(mode) ? undefined : 'is not for pull requests, whose code nobody has approved yet';
    case 'workflow-run':
      if (event.isFromFork) return 'is not for a workflow that a fork has started';
      return /^pull_request/.test(event.startedBy)
        ? 'is not for a workflow that a pull request has started'
        : undefined;
    case 'merge-group':
      return onlyReads(mode) ? undefined : 'is not for a merge queue, whose commits are not merged yet';
    case 'push':
    case 'schedule':
    case 'workflow-dispatch':
      return undefined;
    case 'other':
      return event.isOnPullRequest
        ? 'is not for what anybody may write on a pull request: a review, or a comment'
        : undefined;
  }
}

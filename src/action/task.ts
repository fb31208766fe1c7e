/** What this run of the action is to do: the mode chosen, and said in the log. */
import { OperatorError } from '../domain/operator-error.ts';
import type { GitHubRun } from '../github/event.ts';
import { didYouMean, nearestName, quoted } from '../settings/nearest-name.ts';
import { type Mode, selectMode } from '../settings/select-mode.ts';
import type { Job } from './job.ts';
import { inputsWithoutEffect } from './known-inputs.ts';
import { requireOwnCode } from './own-code.ts';

export interface Task {
  readonly mode: Mode;
  readonly run: GitHubRun;
}

/** @throws OperatorError where the mode is none, is not for such an event, or an input that all modes have is wrong. */
export function readTask({ env, inputs, log }: Job, run: GitHubRun): Task {
  const { event } = run;
  const chosen = selectMode({
    asked: inputs.text('mode') ?? 'auto',
    event: run.eventName,
    isDefaultBranch: event.kind === 'push' && event.isDefaultBranch,
    hasTarget: Boolean(inputs.text('target') ?? env['PARTITION_GUARD_TARGET']),
    hasEnvironment: inputs.text('environment') !== undefined,
  });
  requireCommentMode(inputs.text('comment'));
  log.line(`mode ${chosen.mode}: ${chosen.because}`);
  const { mode } = chosen;
  if (mode !== 'validate' && mode !== 'merge') requireOwnCode(mode, event);
  const idle = inputsWithoutEffect(inputs.given(), mode);
  if (idle.length > 0) {
    log.annotate({
      level: 'warning',
      title: 'Inputs without effect',
      message: `${idle.join(', ')}: nothing is done with ${idle.length === 1 ? 'it' : 'them'} in mode ${mode} (${chosen.because}).`,
    });
  }
  return { mode, run };
}

const COMMENT_MODES = ['always', 'on-failure', 'never'];

function requireCommentMode(given: string | undefined): void {
  if (given === undefined || COMMENT_MODES.includes(given)) return;
  const meant = didYouMean(nearestName(given, COMMENT_MODES));
  throw new OperatorError(`input comment: ${quoted(given)} is not a way to comment${meant}`, {
    code: 'comment-mode-unknown',
    hint: `Give one of ${COMMENT_MODES.join(', ')}.`,
  });
}

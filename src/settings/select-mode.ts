/** What the action does, from the event that started it and from its inputs. */
import { OperatorError } from '../domain/operator-error.ts';
import { didYouMean, nearestName, quoted } from './nearest-name.ts';

export const MODES = ['validate', 'merge', 'plan', 'apply', 'maintain'] as const;
export type Mode = (typeof MODES)[number];

/** Those that have to do with a target. */
export type TargetMode = Extract<Mode, 'plan' | 'apply' | 'maintain'>;
/** Those that judge, and touch no target. */
export type ProofMode = Exclude<Mode, TargetMode>;

export interface ModeQuestion {
  /** The input; empty is auto. */
  readonly asked: string;
  /** `pull_request`, `push` and so on. */
  readonly event: string;
  /** Whether a push goes to the repository's default branch. */
  readonly isDefaultBranch: boolean;
  readonly hasTarget: boolean;
  readonly hasEnvironment: boolean;
}

export interface ModeResult {
  readonly mode: Mode;
  /** What decided it. */
  readonly because: string;
}

/** @throws OperatorError where the input names no mode. */
export function selectMode(question: ModeQuestion): ModeResult {
  const asked = question.asked.trim();
  if (asked === '' || asked === 'auto') return byEvent(question);
  const mode = MODES.find((one) => one === asked);
  if (mode === undefined) {
    const known = ['auto', ...MODES];
    throw new OperatorError(
      `input mode: ${quoted(asked)} is not a mode${didYouMean(nearestName(asked, known))}`,
      {
        code: 'mode-unknown',
        hint: `Give one of ${known.join(', ')}, or leave it out: then the event decides.`,
      },
    );
  }
  return { mode, because: 'as the input mode says' };
}

function byEvent({ event, isDefaultBranch, hasTarget, hasEnvironment }: ModeQuestion): ModeResult {
  switch (event) {
    case 'workflow_run':
      return { mode: 'merge', because: 'on workflow_run' };
    case 'push':
      if (!isDefaultBranch || !hasTarget) return { mode: 'validate', because: 'on push' };
      return hasEnvironment
        ? { mode: 'apply', because: 'on a push to the default branch, with a target and an environment' }
        : { mode: 'plan', because: 'on a push to the default branch, with a target' };
    case 'schedule':
      return hasTarget
        ? { mode: 'maintain', because: 'on schedule, with a target' }
        : { mode: 'validate', because: 'on schedule' };
    default:
      return { mode: 'validate', because: event === '' ? 'outside of a workflow' : `on ${event}` };
  }
}

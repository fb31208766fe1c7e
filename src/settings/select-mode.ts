/** What the action does, from the event that started it and from its inputs. */
import { OperatorError } from '../domain/operator-error.ts';
import { didYouMean, nearestName, quoted } from './nearest-name.ts';

export const MODES = ['validate', 'merge', 'plan', 'apply', 'maintain'] as const;
export type Mode = (typeof MODES)[number];

/** Those that this version has; the others are refused, whoever asks for them. */
export const PLAYED_MODES = ['validate', 'merge'] as const;
export type PlayedMode = (typeof PLAYED_MODES)[number];

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

export type ModeResult =
  | { readonly kind: 'played'; readonly mode: PlayedMode; readonly because: string }
  /** Known, and not in this version. */
  | { readonly kind: 'to-come'; readonly mode: Exclude<Mode, PlayedMode>; readonly because: string };

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
  return resultOf(mode, 'as the input mode says');
}

function byEvent({ event, isDefaultBranch, hasTarget, hasEnvironment }: ModeQuestion): ModeResult {
  switch (event) {
    case 'workflow_run':
      return resultOf('merge', 'on workflow_run');
    case 'push':
      if (!isDefaultBranch || !hasTarget) return resultOf('validate', 'on push');
      return hasEnvironment
        ? resultOf('apply', 'on a push to the default branch, with a target and an environment')
        : resultOf('plan', 'on a push to the default branch, with a target');
    case 'schedule':
      return hasTarget
        ? resultOf('maintain', 'on schedule, with a target')
        : resultOf('validate', 'on schedule');
    default:
      return resultOf('validate', event === '' ? 'outside of a workflow' : `on ${event}`);
  }
}

const resultOf = (mode: Mode, because: string): ModeResult =>
  mode === 'validate' || mode === 'merge'
    ? { kind: 'played', mode, because }
    : { kind: 'to-come', mode, because };

/** @throws OperatorError where this version lacks the mode: nothing is pretended. */
export function requirePlayed(result: ModeResult): Extract<ModeResult, { readonly kind: 'played' }> {
  if (result.kind === 'played') return result;
  throw new OperatorError(`${result.mode} (${result.because}) is not in this version: nothing was done`, {
    code: 'mode-to-come',
    hint: 'Set mode: validate, or leave out the target: this version proves migrations, and changes no database.',
  });
}

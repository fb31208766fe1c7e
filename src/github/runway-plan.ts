/** Decides, from the issues that are open, what is next for a runway; pure, so that every order of events can be tried. */

export interface RunwayIssue {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly url: string;
  readonly stage: number;
}

export interface RunwaySituation {
  /** Ours, open, oldest first. */
  readonly issues: readonly RunwayIssue[];
  readonly isWell: boolean;
  readonly title: string;
  /** With its marker. */
  readonly body: string;
  readonly stage: number;
  /** By this run: what somebody has closed since is not opened again. */
  readonly hasOpened: boolean;
}

export type RunwayStep =
  | { readonly kind: 'open' }
  | { readonly kind: 'update'; readonly issue: RunwayIssue; readonly isWorse: boolean }
  | {
      readonly kind: 'close';
      readonly issue: RunwayIssue;
      /** `not_planned` for one too many, which a race has left. */
      readonly reason: 'completed' | 'not_planned';
    }
  | { readonly kind: 'done'; readonly url: string | undefined };

/** The oldest stays: whoever subscribed to it hears of its end. */
export function nextRunwayStep(situation: RunwaySituation): RunwayStep {
  const { issues, isWell, title, body, stage, hasOpened } = situation;
  const [oldest, tooMany] = issues;
  if (tooMany) return { kind: 'close', issue: tooMany, reason: 'not_planned' };
  if (!oldest) return isWell || hasOpened ? { kind: 'done', url: undefined } : { kind: 'open' };
  if (isWell) return { kind: 'close', issue: oldest, reason: 'completed' };
  // GitHub stores what it is sent with other ends of lines.
  const isSame = oldest.title === title && sameLines(oldest.body, body);
  return isSame
    ? { kind: 'done', url: oldest.url }
    : { kind: 'update', issue: oldest, isWorse: stage > oldest.stage };
}

const sameLines = (a: string, b: string): boolean => a.replace(/\r\n/g, '\n').trimEnd() === b.trimEnd();

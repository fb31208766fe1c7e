/** What a check is: an id, words for people, and a judgement of a history. */
import type { History } from './history.ts';
import type { CheckResult, Evidence } from './result.ts';
import type { CheckVerdict, Severity } from './verdict.ts';
import type { Location } from './location.ts';

/** A judgement before the check's id and severity are added. */
export interface Judgement {
  readonly verdict: CheckVerdict;
  readonly message: string;
  /** Overrides the check's own remedy. */
  readonly remedy?: string;
  readonly severity?: Severity;
  readonly location?: Location;
  readonly evidence?: Evidence;
}

export interface Check {
  readonly id: string;
  readonly title: string;
  /** Why it matters, in one sentence. */
  readonly why: string;
  /** What to do when it fails, in one sentence. */
  readonly remedy: string;
  readonly severity: Severity;
  /** Pure: the same history gives the same judgement. */
  readonly judge: (history: History) => Judgement;
}

const NO_EVIDENCE: Evidence = { count: 0, examples: [] };

/** Judges a history; a check that throws is inconclusive, never pass. */
export function judge(check: Check, history: History): CheckResult {
  const judgement = judgeSafely(check, history);
  return {
    id: check.id,
    verdict: judgement.verdict,
    severity: judgement.severity ?? check.severity,
    message: judgement.message,
    remedy: remedyFor(check, judgement),
    ...(judgement.location ? { location: judgement.location } : {}),
    evidence: judgement.evidence ?? NO_EVIDENCE,
  };
}

/** What is inconclusive may be right as it is: the check's own remedy is for what failed. */
function remedyFor(check: Check, { verdict, remedy }: Judgement): string {
  if (verdict === 'fail') return remedy ?? check.remedy;
  return verdict === 'inconclusive'
    ? (remedy ?? 'Mend what kept this from being judged, and run again.')
    : '';
}

function judgeSafely(check: Check, history: History): Judgement {
  try {
    return check.judge(history);
  } catch (error) {
    return {
      verdict: 'inconclusive',
      message: `The check itself failed: ${error instanceof Error ? error.message : String(error)}`,
      remedy: 'Report this as a fault of partition-guard, with the seed and the migrations.',
    };
  }
}

/** What an example of a check is: a history, and what the check must say of it. */
import type { Check } from '../../src/domain/check.ts';
import type { History } from '../../src/domain/history.ts';
import type { Location } from '../../src/domain/location.ts';
import type { CheckVerdict, Severity } from '../../src/domain/verdict.ts';

export interface Example {
  /** What the check does with it, as a claim. */
  readonly title: string;
  readonly history: History;
  readonly verdict: CheckVerdict;
  /** Violations; 0 where left out. */
  readonly count?: number;
  /** Where another than the check's own. */
  readonly severity?: Severity;
  readonly location?: Location;
  readonly statement?: string;
  /** Names and numbers that its message must tell. */
  readonly says?: readonly string[];
  /** Names and numbers that its evidence must tell. */
  readonly shows?: readonly string[];
}

/** The examples of one check, in examples/<id>.ts. */
export interface CheckExamples {
  readonly check: Check;
  readonly examples: readonly Example[];
}

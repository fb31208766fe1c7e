/** What reports tell of a check beside its results: the caller knows the checks, this room does not. */

export interface RuleText {
  readonly id: string;
  readonly title: string;
  /** Why it matters, in one sentence. */
  readonly why: string;
  /** What to do when it fails, in one sentence. */
  readonly remedy: string;
}

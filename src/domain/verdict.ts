/** Verdicts and their order: the worst wins. */

export type Verdict = 'pass' | 'inconclusive' | 'fail';

/** A check's own verdict: one that had nothing to judge says so. */
export type CheckVerdict = Verdict | 'not-applicable';

export type Severity = 'error' | 'warning';

const ORDER: Readonly<Record<CheckVerdict, number>> = {
  'not-applicable': 0,
  pass: 1,
  inconclusive: 2,
  fail: 3,
};

/** The worst of several; not-applicable counts as pass, and so does nothing at all. */
export function worstVerdict(verdicts: Iterable<CheckVerdict>): Verdict {
  let worst: CheckVerdict = 'pass';
  for (const verdict of verdicts) if (ORDER[verdict] > ORDER[worst]) worst = verdict;
  return worst === 'not-applicable' ? 'pass' : worst;
}

/** The worst of several, kept as not-applicable where none judged anything. */
export function worstCheckVerdict(verdicts: Iterable<CheckVerdict>): CheckVerdict {
  let worst: CheckVerdict = 'not-applicable';
  for (const verdict of verdicts) if (ORDER[verdict] > ORDER[worst]) worst = verdict;
  return worst;
}

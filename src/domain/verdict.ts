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

/** What a check's verdict does to its scenario's: a warning fails it only where the run is told to fail on warnings. */
export function verdictThatCounts(
  { verdict, severity }: { readonly verdict: CheckVerdict; readonly severity: Severity },
  failOn: Severity,
): Verdict {
  if (verdict === 'not-applicable') return 'pass';
  return verdict === 'fail' && severity === 'warning' && failOn === 'error' ? 'pass' : verdict;
}

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

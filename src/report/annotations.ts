/** Marks on the lines of the SQL, as many as GitHub shows of one step. */
import { formatLocation } from '../domain/location.ts';
import type { RunResult } from '../domain/result.ts';
import { count } from '../domain/wording.ts';
import { type Finding, type FindingKind, findingsOf } from './findings.ts';
import { pathInRepository } from './links.ts';
import { clip, printable, printableLines } from './printable.ts';
import { listed, listedUpTo, pageOf, scenarioTitle } from './words.ts';

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  /** Plain text on one line. */
  readonly title: string;
  /** Plain text, several lines. */
  readonly message: string;
  /** Relative to the repository's root; without one where the finding has no place in it. */
  readonly file?: string;
  readonly line?: number;
}

/** What GitHub shows of one step, of errors and of warnings each. */
const MOST = 10;
const LONGEST = 1_500;

const LEVELS: Readonly<Record<FindingKind, 'error' | 'warning'>> = {
  failure: 'error',
  inconclusive: 'warning',
  warning: 'warning',
};

const OUTCOMES: Readonly<Record<FindingKind, string>> = {
  failure: 'fails',
  inconclusive: 'could not be judged',
  warning: 'warns',
};

/** The gravest first; the last one counts what there was no room for. */
export function annotationsOf(result: RunResult): readonly Annotation[] {
  const all = distinct(findingsOf(result).map(annotationOf));
  const of = (level: Annotation['level']): Annotation[] => all.filter((one) => one.level === level);
  const [errors, warnings] = [of('error'), of('warning')];
  const left = [
    ...(errors.length > MOST ? [count(errors.length - MOST, 'more error')] : []),
    ...(warnings.length > MOST ? [count(warnings.length - MOST, 'more warning')] : []),
  ];
  return [
    ...errors.slice(0, MOST),
    ...warnings.slice(0, MOST),
    ...(left.length > 0 ? [remainder(left)] : []),
  ];
}

const remainder = (left: readonly string[]): Annotation => ({
  level: 'notice',
  title: 'partition-guard found more',
  message: `${listed(left)} not shown on lines: GitHub shows ${MOST} of each for a step. The job summary tells all of them.`,
});

function annotationOf({ kind, check, scenarios }: Finding): Annotation {
  const { location, message, remedy } = check;
  const met = listedUpTo(scenarios.map(scenarioTitle), 2);
  const path = location && pathInRepository(location.file)?.join('/');
  const astray = location && path === undefined ? [`At ${printable(formatLocation(location))}.`] : [];
  const lines = [
    ...printableLines(message),
    ...astray,
    ...(remedy === '' ? [] : [`→ ${printable(remedy)}`]),
    `The check: ${pageOf(printable(check.id))} of partition-guard`,
  ];
  return {
    level: LEVELS[kind],
    title: clip(printable(`${check.id} ${OUTCOMES[kind]}: ${met}`), 200),
    message: lines.map((line) => clip(line, LONGEST)).join('\n'),
    ...(location && path !== undefined ? { file: path, ...lineOf(location.line) } : {}),
  };
}

const lineOf = (line: number): { readonly line?: number } =>
  Number.isSafeInteger(line) && line > 0 ? { line } : {};

/** Each mark once, though several findings come to the same words on the same line. */
function distinct(annotations: readonly Annotation[]): Annotation[] {
  const seen = new Map(annotations.map((one) => [JSON.stringify(one), one]));
  return [...seen.values()];
}

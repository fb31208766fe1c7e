/** What checks share: walking a history, and turning violations into a judgement. */
import type { Judgement } from '../domain/check.ts';
import type {
  History,
  Origin,
  OriginEvent,
  Pass,
  SqlFailure,
  StepRecord,
  TableState,
} from '../domain/history.ts';
import type { Step } from '../domain/scenario.ts';
import type { Location } from '../domain/location.ts';
import { shortName } from '../domain/wording.ts';

export interface Played {
  readonly pass: Pass;
  readonly record: StepRecord;
  /** The record before it in the same pass. */
  readonly previous: StepRecord | undefined;
}

/** The passes that speak for themselves: not those that are there to be compared with another. */
export const ownPasses = (history: History): readonly Pass[] =>
  history.passes.filter((pass) => pass.timeZone === undefined);

/** Every record of every such pass, in order. */
export const everyRecord = (history: History): Played[] =>
  ownPasses(history).flatMap((pass) =>
    pass.records.map((record, i) => ({ pass, record, previous: i > 0 ? pass.records[i - 1] : undefined })),
  );

/** The records of the scenario itself, without the preparation. */
export const playedRecords = (history: History): Played[] =>
  everyRecord(history).filter(({ record }) => !record.given);

export const tableIn = (record: StepRecord | undefined, table: string): TableState | undefined =>
  record?.tables.find((t) => t.table === table);

/**
 * Where an object came to be what it is: the last of these events that befell it in the step; any event where none is
 * named. Undefined until a replay has found it.
 */
export const originOf = (
  record: StepRecord | undefined,
  object: string,
  events?: readonly OriginEvent[],
): Origin | undefined =>
  record?.origins?.findLast(
    (origin) =>
      shortName(origin.object) === shortName(object) &&
      (events === undefined || events.includes(origin.event)),
  );

/** Error codes that checks tell apart (PostgreSQL manual, appendix A). */
export const SQLSTATE = {
  invalidObjectDefinition: '42P17',
  queryCanceled: '57014',
  lockNotAvailable: '55P03',
} as const;

/**
 * Whether a statement stopped because a partition would overlap another. 42P17 covers more than that: the server's
 * own function that raised it, and the detail that only an empty range carries, tell them apart.
 */
export const isOverlap = (failure: SqlFailure): boolean =>
  failure.sqlstate === SQLSTATE.invalidObjectDefinition &&
  (failure.routine === 'exec_stmt_raise' ||
    (failure.routine === 'check_new_partition_bound' && failure.detail === undefined));

export interface Violation {
  readonly text: string;
  readonly location?: Location | undefined;
  readonly statement?: string | undefined;
  /** How many rows, instants or objects it stands for; 1 where left out. */
  readonly count?: number;
  readonly examples?: readonly string[];
  /** How many of the count neither the text nor an example tells of. */
  readonly unlisted?: number;
}

export interface Findings {
  readonly violations: readonly Violation[];
  /** Reasons why something that should have been judged was not. */
  readonly unjudged: readonly string[];
  /** How many things were judged. */
  readonly judged: number;
}

/** What to say where nothing was found, or nothing was there to judge. */
export interface Sentences {
  readonly pass: string;
  readonly notApplicable: string;
}

const unique = (texts: readonly string[]): string[] => [...new Set(texts)];

/** Fail where anything was violated; else inconclusive where anything was left unjudged; else pass, or not-applicable. */
export function conclude({ violations, unjudged, judged }: Findings, sentences: Sentences): Judgement {
  const [first] = violations;
  if (first) return failure(first, violations);
  if (unjudged.length > 0) {
    return {
      verdict: 'inconclusive',
      message: unique(unjudged).join(' '),
      evidence: { count: 0, examples: [] },
    };
  }
  return judged > 0
    ? { verdict: 'pass', message: sentences.pass }
    : { verdict: 'not-applicable', message: sentences.notApplicable };
}

const MOST_EXAMPLES = 10;

function failure(first: Violation, violations: readonly Violation[]): Judgement {
  const located = violations.find((v) => v.location) ?? first;
  const others = unique(violations.slice(1).map((v) => v.text)).filter((text) => text !== first.text);
  const examples = unique([
    ...(first.examples ?? []),
    ...others,
    ...violations.slice(1).flatMap((v) => v.examples ?? []),
  ]);
  return {
    verdict: 'fail',
    message: first.text,
    ...(located.location ? { location: located.location } : {}),
    evidence: {
      count: violations.reduce((sum, v) => sum + (v.count ?? 1), 0),
      examples: examples.slice(0, MOST_EXAMPLES),
      unlisted:
        violations.reduce((sum, v) => sum + (v.unlisted ?? 0), 0) +
        Math.max(0, examples.length - MOST_EXAMPLES),
      ...(located.statement ? { statement: located.statement } : {}),
    },
  };
}

/** Where the pass is called after the interval, the step names it already. */
const isNamed = (step: Step, label: string): boolean => 'to' in step && step.to === label;

/**
 * When it happened, to be put behind a sentence: ` after the change to yearly (booked ahead)`. Nothing for migrations,
 * whose scenario says it already.
 */
export function moment(
  history: History,
  pass: Pass,
  step: Step,
  preposition: 'after' | 'during' = 'after',
): string {
  const several = ownPasses(history).length > 1 && !isNamed(step, pass.label) ? ` (${pass.label})` : '';
  switch (step.kind) {
    case 'apply-migrations':
    case 'seed':
    case 'book-ahead':
    case 'lay-back':
      return '';
    case 'retention':
      return step.repeats ? ` ${preposition} the second call for retention` : ` ${preposition} retention`;
    case 'repeat-migrations':
      return ` ${preposition} the second run`;
    case 'change-interval':
      return `${step.repeats ? ` ${preposition} the second call for ${step.to}` : ` ${preposition} the change to ${step.to}`}${several}`;
    case 'cancelled-change':
      return ` ${preposition} a change to ${step.to} that was cancelled${several}`;
  }
}

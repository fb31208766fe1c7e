/** `no-silent-skip`: no error was swallowed into a notice or warning. */
import type { Check, Judgement } from '../domain/check.ts';
import type { History } from '../domain/history.ts';
import type { CaughtError, CaughtResponse } from '../domain/session-trace.ts';
import { conclude, moment, playedRecords, type Violation } from './judging.ts';

export const noSilentSkip: Check = {
  id: 'no-silent-skip',
  title: 'No error goes unheard',
  why: 'A migration that goes on after an error ends green, with the partition missing that it was to make.',
  remedy:
    'Let the error end the migration, or catch by name only what is expected, and do in the handler what it asks for.',
  severity: 'error',
  judge,
};

function judge(history: History): Judgement {
  const violations: Violation[] = [];
  const unjudged: string[] = [];
  let judged = 0;
  for (const { pass, record } of playedRecords(history)) {
    const { caught, step } = record;
    if (!caught) continue;
    if (caught.kind === 'not-heard') {
      unjudged.push(caught.reason);
      continue;
    }
    judged += 1;
    violations.push(
      ...caught.errors.filter(isHidden).map((error) => ({
        text: tell(error, moment(history, pass, step, 'during')),
        location: error.location,
        statement: error.statement,
        count: error.times,
      })),
    );
  }
  return conclude(
    { violations, unjudged, judged },
    {
      pass: 'No error was swallowed.',
      notApplicable: 'No handler was there that could catch an error.',
    },
  );
}

const OTHERS = 'others';

/**
 * Errors that say that what was to be done is not: named in a handler or not, they are no small matter. Others that a
 * handler names are the author's own words: what is there already, what can wait, what is tried in another way.
 */
const GRAVE: Readonly<Record<string, string>> = {
  integrity_constraint_violation: '23000',
  restrict_violation: '23001',
  not_null_violation: '23502',
  foreign_key_violation: '23503',
  check_violation: '23514',
  exclusion_violation: '23P01',
  dependent_objects_still_exist: '2BP01',
  invalid_table_definition: '42P16',
  invalid_object_definition: '42P17',
  insufficient_resources: '53000',
  disk_full: '53100',
  out_of_memory: '53200',
  object_not_in_prerequisite_state: '55000',
  object_in_use: '55006',
  query_canceled: '57014',
  plpgsql_error: 'P0000',
  raise_exception: 'P0001',
  assert_failure: 'P0004',
  internal_error: 'XX000',
};

const GRAVE_CODES = new Set(Object.values(GRAVE));

const isGraveName = (condition: string): boolean =>
  condition in GRAVE || GRAVE_CODES.has(condition.replace(/^sqlstate /, '').toUpperCase());

/** Already there: table, object, schema, function, column (manual, appendix A). */
const ALREADY_THERE = new Set(['42P07', '42710', '42P06', '42723', '42701']);
/** Not there: table, object, schema, function, column. */
const NOT_THERE = new Set(['42P01', '42704', '3F000', '42883', '42703']);

const HIDING: readonly string[] = ['silent', 'told', 'unheard'] satisfies CaughtResponse[];

/** Whether a handler may hide an error, as far as its words tell. A value that it returns may find nobody who reads it. */
export const mayHide = ({
  conditions,
  response,
}: {
  readonly conditions: readonly string[];
  readonly response: string;
}): boolean =>
  HIDING.includes(response) || response === 'answered'
    ? conditions.includes(OTHERS) || conditions.some(isGraveName)
    : false;

function isHidden({ sqlstate, conditions, response, acts, statement = '' }: CaughtError): boolean {
  if (!acts || !HIDING.includes(response)) return false;
  if (!conditions.includes(OTHERS)) return GRAVE_CODES.has(sqlstate);
  return !ALREADY_THERE.has(sqlstate) && !(NOT_THERE.has(sqlstate) && /\bdrop\b/i.test(statement));
}

const ANSWERS: Readonly<Record<string, string>> = {
  silent: 'does nothing about it',
  told: 'only tells of it',
  unheard: 'only returns a value that nobody reads',
};

function tell(
  { routine, message, sqlstate, conditions, response, times }: CaughtError,
  when: string,
): string {
  const who = routine === undefined ? 'A DO block' : `${routine}()`;
  const often = times > 1 ? `, ${times} times` : '';
  return `${who} goes on after an error${when}${often}: ${message} (${sqlstate}). Its handler, WHEN ${conditions.join(' OR ')}, ${ANSWERS[response] ?? ''}.`;
}

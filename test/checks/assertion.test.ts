import { describe, expect, it } from '@jest/globals';
import { assertionCheck } from '../../src/checks/assertion.ts';
import type { AssertionReading, AssertionValue, Expectation } from '../../src/domain/assertion.ts';
import { judge } from '../../src/domain/check.ts';
import type { StepRecord } from '../../src/domain/history.ts';
import type { CheckResult } from '../../src/domain/result.ts';
import {
  APPLY,
  BOOK_AHEAD,
  changeTo,
  failed,
  given,
  history,
  record,
  residue,
  SEED,
} from '../support/histories.ts';

const number = (value: string | null, excess?: string): AssertionValue => ({
  kind: 'value',
  value,
  type: 'number',
  ...(excess === undefined ? {} : { excess }),
});
const text = (value: string | null): AssertionValue => ({ kind: 'value', value, type: 'text' });
const boolean = (value: string): AssertionValue => ({ kind: 'value', value, type: 'boolean' });
const REFUSED: AssertionValue = { kind: 'failed', message: 'relation "visit" does not exist' };

type Values = readonly [AssertionValue, AssertionValue];

const gave = (after: AssertionValue, ...changes: readonly Values[]): { assertions: AssertionReading[] } => ({
  assertions: [{ name: 'booked once', after, changes: changes.map(([b, a]) => ({ before: b, after: a })) }],
});

const judged = (expect: Expectation, ...records: readonly StepRecord[]): CheckResult =>
  judge(assertionCheck({ name: 'booked once', expect }), history(...records));

/** Given `before`, what the rule gave after the change was `after`. */
const around = (expect: Expectation, [before, after]: Values): CheckResult =>
  judged(expect, given(SEED, gave(before)), record(changeTo('quarterly'), gave(after)));

const UNCHANGED: Expectation = { kind: 'unchanged' };
const value = (text: string | null): Expectation => ({ kind: 'value', value: text });

describe('a rule that expects no change', () => {
  it('passes where the value is the same, however it is printed', () => {
    expect(around(UNCHANGED, [number('0'), number('0.00')])).toMatchObject({
      id: 'assertion:booked once',
      verdict: 'pass',
    });
    expect(around(UNCHANGED, [text('a'), text('a')]).verdict).toBe('pass');
    expect(around(UNCHANGED, [text(null), text(null)]).verdict).toBe('pass');
  });

  it('fails where it is another, and tells both and the step', () => {
    const result = around(UNCHANGED, [number('0'), number('150')]);
    expect(result).toMatchObject({ verdict: 'fail', severity: 'error', evidence: { count: 1 } });
    expect(result.message).toBe('booked once: it was 0 before, and is 150 after the change to quarterly.');
    expect(around(UNCHANGED, [text('0'), text('0.00')]).verdict).toBe('fail');
    expect(around(UNCHANGED, [text('a'), text(null)]).message).toContain('NULL');
  });

  it('compares with what was there after the last bookings', () => {
    const result = judged(
      UNCHANGED,
      given(SEED, gave(number('1'))),
      record(BOOK_AHEAD, gave(number('5'))),
      record(changeTo('monthly'), gave(number('5'))),
    );
    expect(result.verdict).toBe('pass');
  });

  it('is not applicable where there was nothing before', () => {
    expect(judged(UNCHANGED, record(APPLY, gave(number('3')))).verdict).toBe('not-applicable');
    expect(judged(UNCHANGED, given(SEED, gave(REFUSED)), record(APPLY, gave(number('3')))).verdict).toBe(
      'not-applicable',
    );
  });

  it('compares around each seeding where rows came in between', () => {
    const between = (...changes: readonly Values[]): CheckResult =>
      judged(UNCHANGED, record(APPLY, gave(number('9'), ...changes)));
    expect(between([number('4'), number('4')], [number('9'), number('9')]).verdict).toBe('pass');
    expect(between([number('4'), number('4')], [number('8'), number('9')]).verdict).toBe('fail');
    expect(between([number('4'), number('5')], [number('9'), number('9')]).verdict).toBe('inconclusive');
    expect(between([REFUSED, REFUSED], [number('9'), number('9')]).verdict).toBe('pass');
  });
});

describe('a rule that expects a value', () => {
  it('passes where it is there, as the configuration may write it', () => {
    expect(around(value('0'), [number('0'), number('0.00')]).verdict).toBe('pass');
    expect(around(value('-1.5'), [number('-1.50'), number('-1.50')]).verdict).toBe('pass');
    expect(around(value('1000'), [REFUSED, number('1e3')]).verdict).toBe('pass');
    expect(around(value('true'), [boolean('t'), boolean('t')]).verdict).toBe('pass');
    expect(around(value(null), [text(null), text(null)]).verdict).toBe('pass');
    expect(around(value('NaN'), [number('NaN'), number('NaN')]).verdict).toBe('pass');
  });

  it('fails where the change broke it, and where nothing was before', () => {
    const result = around(value('0'), [number('0'), number('7')]);
    expect(result.verdict).toBe('fail');
    expect(result.message).toBe(
      'booked once: it was 0 before, and it is 7, where 0 is expected, after the change to quarterly.',
    );
    expect(judged(value('true'), record(APPLY, gave(boolean('f')))).message).toBe(
      'booked once: it is f, where true is expected, after the migrations.',
    );
    expect(around(value(null), [text(null), text('b1')]).verdict).toBe('fail');
  });

  it('is inconclusive where it was as wrong before', () => {
    const result = around(value('0'), [number('7'), number('7')]);
    expect(result.verdict).toBe('inconclusive');
    expect(result.message).toContain('before the change already');
  });

  it('fails where it was wrong before in another way', () => {
    expect(around(value('0'), [number('7'), number('8')]).verdict).toBe('fail');
  });

  it('passes where the change put it right', () => {
    expect(around(value('0'), [number('7'), number('0')]).verdict).toBe('pass');
  });
});

describe('SQL that gives no one value', () => {
  it('is inconclusive where it gives several columns or rows', () => {
    const result = around(UNCHANGED, [number('1', '3 columns'), number('1', '3 columns')]);
    expect(result.verdict).toBe('inconclusive');
    expect(result.message).toContain('3 columns');
    expect(around(value('1'), [number('1'), number('1', 'more than one row')]).verdict).toBe('inconclusive');
  });

  it('fails where no row is expected and several come', () => {
    expect(around(value(null), [text(null), number('7', '2 columns and more than one row')]).verdict).toBe(
      'fail',
    );
  });

  it('is inconclusive where the server refuses it after the change, whatever was before', () => {
    for (const before of [number('1'), REFUSED]) {
      const result = around(UNCHANGED, [before, REFUSED]);
      expect(result.verdict).toBe('inconclusive');
      expect(result.message).toContain('relation "visit" does not exist');
    }
  });

  it('is inconclusive where the change itself stopped, never passed', () => {
    const result = judged(
      value('1'),
      given(SEED, gave(REFUSED)),
      record(APPLY, { ...gave(REFUSED), outcome: failed() }),
    );
    expect(result.verdict).toBe('inconclusive');
  });
});

it('is not applicable to a history in which nothing was read', () => {
  expect(judged(UNCHANGED, given(SEED), record(APPLY))).toMatchObject({
    verdict: 'not-applicable',
    remedy: '',
  });
});

it('names the place of the function that was called', () => {
  const location = { file: 'V1__m.sql', line: 3 };
  const result = judged(
    UNCHANGED,
    given(SEED, gave(number('0'))),
    record(changeTo('monthly'), { ...gave(number('1')), residue: residue({ location }) }),
  );
  expect(result.location).toEqual(location);
});

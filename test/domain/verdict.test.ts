import { describe, expect, it } from '@jest/globals';
import { type Check, judge, type Judgement } from '../../src/domain/check.ts';
import type { History } from '../../src/domain/history.ts';
import { formatLocation } from '../../src/domain/location.ts';
import { EXIT, OperatorError } from '../../src/domain/operator-error.ts';
import { type CheckVerdict, worstCheckVerdict, worstVerdict } from '../../src/domain/verdict.ts';

describe('the worst of several verdicts', () => {
  const ORDER: readonly CheckVerdict[] = ['not-applicable', 'pass', 'inconclusive', 'fail'];

  it('is the later one of every pair, in either order', () => {
    for (const [i, a] of ORDER.entries())
      for (const b of ORDER.slice(i)) {
        expect(worstCheckVerdict([a, b])).toBe(b);
        expect(worstCheckVerdict([b, a])).toBe(b);
        expect(worstVerdict([b, a])).toBe(b === 'not-applicable' ? 'pass' : b);
      }
  });

  it('of none is pass for a scenario, and not-applicable for a check', () => {
    expect(worstVerdict([])).toBe('pass');
    expect(worstCheckVerdict([])).toBe('not-applicable');
  });
});

describe('judging a history', () => {
  const history: History = {
    scenario: 'fresh',
    now: 0n,
    runwayDays: 90,
    lockBudget: { exclusiveMs: 1000, writerStallMs: 1000 },
    passes: [],
  };
  const checkThat = (judgement: () => Judgement): Check => ({
    id: 'no-gap',
    title: 'No gap',
    why: 'Inserts fail in one.',
    remedy: 'Close it.',
    severity: 'error',
    judge: judgement,
  });

  it('adds the id, the severity, the remedy and empty evidence', () => {
    expect(
      judge(
        checkThat(() => ({ verdict: 'fail', message: 'a gap' })),
        history,
      ),
    ).toEqual({
      id: 'no-gap',
      verdict: 'fail',
      severity: 'error',
      message: 'a gap',
      remedy: 'Close it.',
      evidence: { count: 0, examples: [] },
    });
  });

  it('prefers what the judgement says itself', () => {
    const location = { file: 'V1__a.sql', line: 3 };
    const evidence = { count: 1, examples: ['one'] };
    const judgement: Judgement = {
      verdict: 'inconclusive',
      message: 'unseen',
      remedy: 'Look again.',
      severity: 'warning',
      location,
      evidence,
    };
    expect(
      judge(
        checkThat(() => judgement),
        history,
      ),
    ).toEqual({ id: 'no-gap', ...judgement });
  });

  it('has no remedy where there is nothing to mend', () => {
    for (const verdict of ['pass', 'not-applicable'] as const)
      expect(
        judge(
          checkThat(() => ({ verdict, message: '', remedy: 'x' })),
          history,
        ).remedy,
      ).toBe('');
  });

  it('is inconclusive where the check itself breaks, never pass', () => {
    const breaking = (thrown: unknown) =>
      checkThat(() => {
        throw thrown;
      });
    const results = [new Error('no layout'), 'odd'].map((thrown) => judge(breaking(thrown), history));
    expect(results.map(({ verdict, message }) => [verdict, message])).toEqual([
      ['inconclusive', 'The check itself failed: no layout'],
      ['inconclusive', 'The check itself failed: odd'],
    ]);
  });
});

describe('small things', () => {
  it('writes a location as editors read it', () => {
    expect(formatLocation({ file: 'db/V1__a.sql', line: 12 })).toBe('db/V1__a.sql:12');
  });

  it('carries what an operator needs, with usage as the ordinary exit status', () => {
    const cause = new Error('inner');
    const error = new OperatorError('no folder', { code: 'no-migrations', hint: 'Give one.', cause });
    expect([error.name, error.message, error.code, error.hint, error.exitStatus, error.cause]).toEqual([
      'OperatorError',
      'no folder',
      'no-migrations',
      'Give one.',
      64,
      cause,
    ]);
    const refused = new OperatorError('drifted', {
      code: 'drift',
      hint: 'Plan again.',
      exitStatus: EXIT.refused,
    });
    expect(refused.exitStatus).toBe(3);
    expect('cause' in refused).toBe(false);
  });
});

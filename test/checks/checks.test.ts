import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { CHECKS } from '../../src/checks/catalogue.ts';
import { judge } from '../../src/domain/check.ts';
import { history } from '../support/histories.ts';
import type { CheckExamples, Example } from './example.ts';

const HERE = join(import.meta.dirname, 'examples');

const examplesOf = async (id: string): Promise<readonly Example[]> => {
  if (!existsSync(join(HERE, `${id}.ts`))) return [];
  const { EXAMPLES } = (await import(`./examples/${id}.ts`)) as { EXAMPLES: CheckExamples };
  if (EXAMPLES.check.id !== id) throw new Error(`examples/${id}.ts is about ${EXAMPLES.check.id}`);
  return EXAMPLES.examples;
};

const all = await Promise.all(CHECKS.map(async (check) => ({ check, examples: await examplesOf(check.id) })));

describe.each(all)('$check.id', ({ check, examples }) => {
  it('has an example that passes and one that fails', () => {
    expect(examples.map((example) => example.verdict)).toEqual(expect.arrayContaining(['pass', 'fail']));
  });

  it('says what it is about, why it matters and what to do', () => {
    expect(check.id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    for (const words of [check.title, check.why, check.remedy]) expect(words).toMatch(/^[A-Z].{10,}/);
  });

  it('is not applicable to a history in which nothing happened', () => {
    expect(judge(check, history())).toMatchObject({ id: check.id, verdict: 'not-applicable', remedy: '' });
  });

  it('is inconclusive where it throws', () => {
    const breaking: typeof check = {
      ...check,
      judge: () => {
        throw new TypeError('no such thing');
      },
    };
    const result = judge(breaking, history());
    expect(result).toMatchObject({ id: check.id, verdict: 'inconclusive', evidence: { count: 0 } });
    expect(result.message).toContain('no such thing');
    expect(result.remedy).not.toBe('');
  });

  if (examples.length > 0) it.each(examples)('$title', (example) => expectJudgement(check, example));
});

it('no two checks have one id', () => {
  expect(new Set(CHECKS.map((check) => check.id)).size).toBe(CHECKS.length);
});

function expectJudgement(check: CheckExamples['check'], example: Example): void {
  const result = judge(check, example.history);
  expect(result).toMatchObject({
    id: check.id,
    verdict: example.verdict,
    severity: example.severity ?? check.severity,
    evidence: { count: example.count ?? 0 },
  });
  expect(result.location).toEqual(example.location);
  expect(result.evidence.statement).toBe(example.statement);
  expect(result.evidence.examples.length).toBeLessThanOrEqual(10);
  expect(result.message).not.toMatch(/undefined|NaN|\[object/);
  for (const words of example.says ?? []) expect(result.message).toContain(words);
  for (const words of example.shows ?? []) expect(result.evidence.examples.join('\n')).toContain(words);
  expect(result.remedy === '').toBe(['pass', 'not-applicable'].includes(example.verdict));
}

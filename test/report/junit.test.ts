import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { CheckResult, RunResult } from '../../src/domain/result.ts';
import { renderJunit } from '../../src/report/junit.ts';
import { runResult } from './generated-results.ts';
import { check, FAILING, LOST, run, RUNWAY, scenario } from './results.ts';

const CASES = { numRuns: process.env['PARTITION_GUARD_NIGHTLY'] === undefined ? 2_000 : 10_000 };

interface Told {
  readonly '@message'?: string;
  readonly '@type'?: string;
  readonly '#text'?: string;
}

interface TestCase {
  readonly '@name': string;
  readonly '@classname': string;
  readonly '@file'?: string;
  readonly '@line'?: string;
  readonly failure?: readonly Told[];
  readonly error?: readonly Told[];
  readonly skipped?: readonly Told[];
  readonly 'system-out'?: readonly string[];
}

type Totals = Readonly<Record<'@tests' | '@failures' | '@errors' | '@skipped', string>>;

interface TestSuite extends Totals {
  readonly '@name': string;
  readonly '@time': string;
  readonly testcase: readonly TestCase[];
  readonly properties: readonly [
    { readonly property: readonly { readonly '@name': string; readonly '@value': string }[] },
  ];
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  trimValues: false,
  isArray: (name, _path, _isLeaf, isAttribute) => !isAttribute && !['testsuites', '?xml'].includes(name),
});

/** What the XML recommendation lets stand in a document. */
const IS_XML = /^[\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]*$/u;

function junit(result: RunResult): Totals & { readonly testsuite: readonly TestSuite[] } {
  const text = renderJunit(result);
  expect(text).toMatch(IS_XML);
  expect(XMLValidator.validate(text)).toBe(true);
  return (parser.parse(text) as { readonly testsuites: ReturnType<typeof junit> }).testsuites;
}

const caseOf = (over: Partial<CheckResult>, more: Partial<RunResult> = {}): TestCase => {
  const result = run([scenario('upgrade', { checks: [{ ...LOST, ...over }] })], more);
  return junit(result).testsuite[0]?.testcase[0] as TestCase;
};

const keys = (one: TestCase): string[] => Object.keys(one).filter((key) => !/^[@#]/.test(key));

describe('JUnit', () => {
  it('has a suite for each scenario and a case for each check', () => {
    const { testsuite, ...totals } = junit(FAILING);
    expect(testsuite.map((suite) => suite['@name'])).toEqual([
      'fresh',
      'upgrade',
      'change quarterly → monthly',
      'change yearly → monthly',
    ]);
    expect(testsuite[1]?.testcase.map((one) => [one['@classname'], one['@name']])).toEqual([
      ['upgrade', 'no-gap'],
      ['upgrade', 'no-row-lost'],
      ['upgrade', 'runway'],
    ]);
    expect(totals).toMatchObject({ '@tests': '14', '@failures': '3', '@errors': '0', '@skipped': '0' });
    expect(testsuite[1]).toMatchObject({ '@tests': '3', '@failures': '1', '@time': '0.512' });
  });

  it('tells a failure with its message, place, statement, examples and remedy', () => {
    const one = caseOf({});
    expect(one).toMatchObject({ '@file': 'db/migration/V2__partition.sql', '@line': '24' });
    expect(one.failure?.[0]?.['@type']).toBe('no-row-lost');
    expect(one.failure?.[0]?.['@message']).toBe(LOST.message.replace('\n', ' '));
    expect(one.failure?.[0]?.['#text']).toBe(
      [
        LOST.message,
        'at db/migration/V2__partition.sql:24',
        'DROP TABLE IF EXISTS amenity_booking_old',
        '- b1',
        '- b2',
        '- b3',
        `→ ${LOST.remedy}`,
      ].join('\n'),
    );
  });

  it('shows what could not be judged as an error, also of a warning: never green', () => {
    expect(keys(caseOf({ verdict: 'inconclusive' }))).toEqual(['error']);
    expect(keys(caseOf({ verdict: 'inconclusive', severity: 'warning' }))).toEqual(['error']);
  });

  it('skips what is not applicable', () => {
    const one = caseOf({ verdict: 'not-applicable', message: 'Switched off.' });
    expect(one.skipped).toEqual([{ '@message': 'Switched off.' }]);
  });

  it('passes a warning that fails nothing, telling it, and fails it where the run does', () => {
    const [passed, failed] = [caseOf(RUNWAY), caseOf(RUNWAY, { failOn: 'warning' })];
    expect(keys(passed)).toEqual(['system-out']);
    expect(passed['system-out']?.[0]).toMatch(/^warning: Writes fail from 2028-01-01 on\./);
    expect(keys(failed)).toEqual(['failure']);
  });

  it('says the seed, the server and the share in the properties of each suite', () => {
    const result = run([scenario('fresh', { server: '14.23' })], {
      seed: 7,
      shard: { index: 1, of: 3, scenarios: [] },
    });
    const properties = junit(result).testsuite[0]?.properties[0].property.map((p) => [
      p['@name'],
      p['@value'],
    ]);
    expect(properties).toEqual(
      expect.arrayContaining([
        ['seed', '7'],
        ['postgresql', '14.23'],
        ['server', 'embedded'],
        ['shard', '1/3'],
        ['rows.before', '100000'],
      ]),
    );
  });

  it.each(['inconclusive', 'fail'] as const)(
    'shows a scenario that is %s though each of its checks passes',
    (verdict) => {
      const totals = junit(run([scenario('fresh', { verdict })], { verdict }));
      expect([totals['@errors'], totals['@failures']]).toEqual(verdict === 'fail' ? ['0', '1'] : ['1', '0']);
    },
  );

  it.each([
    ['a run without scenarios', run([])],
    ['a scenario without checks', run([scenario('fresh', { checks: [] })])],
    ['a run that is worse than its scenarios', run([scenario('fresh')], { verdict: 'inconclusive' })],
  ])('is not green for %s', (_, result) => {
    expect(Number(junit(result)['@errors'])).toBeGreaterThan(0);
  });

  it('makes visible what XML has no way to write', () => {
    const one = caseOf({ message: 'a\u0000b\u001b[31mc\u007fd\ud800e\ufffff\u202eg ]]> <b>&amp;' });
    expect(one.failure?.[0]?.['@message']).toBe('a␀b␛[31mc␡d\ufffde\ufffdf\ufffdg ]]> <b>&amp;');
  });
});

describe('JUnit of any result', () => {
  it('is read back by a strict parser, with the totals that it claims, and no green case for what is not', () => {
    fc.assert(
      fc.property(runResult(), (result) => {
        const { testsuite, ...totals } = junit(result);
        const cases = testsuite.flatMap((suite) => suite.testcase);
        expect(totals).toMatchObject({
          '@tests': String(cases.length),
          '@failures': String(cases.filter((one) => one.failure).length),
          '@errors': String(cases.filter((one) => one.error).length),
          '@skipped': String(cases.filter((one) => one.skipped).length),
        });
        const isGreen = !cases.some((one) => one.failure ?? one.error);
        expect(isGreen).toBe(result.verdict === 'pass');
        for (const [i, { checks }] of result.scenarios.entries()) {
          expect(testsuite[i]?.testcase.filter((one) => one.failure).length).toBeGreaterThanOrEqual(
            checks.filter((c) => c.verdict === 'fail' && c.severity === 'error').length,
          );
        }
      }),
      CASES,
    );
  });

  it('is of the same shape whatever strangers call their things', () => {
    const shape = (text: string): string[] => text.match(/<\/?[a-z-]+/g) ?? [];
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (word) => {
        const of = (words: string): RunResult =>
          run([
            scenario(words, { checks: [check(words, { verdict: 'fail', message: words, remedy: words })] }),
          ]);
        expect(shape(renderJunit(of(word)))).toEqual(shape(renderJunit(of('x'))));
      }),
      CASES,
    );
  });
});

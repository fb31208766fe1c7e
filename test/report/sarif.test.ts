import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { CHECKS } from '../../src/checks/catalogue.ts';
import type { CheckResult, RunResult } from '../../src/domain/result.ts';
import { renderSarif } from '../../src/report/sarif.ts';
import { runResult } from './generated-results.ts';
import { check, FAILING, LOST, run, RUNWAY, scenario } from './results.ts';

const CASES = { numRuns: process.env['PARTITION_GUARD_NIGHTLY'] === undefined ? 2_000 : 10_000 };

const FIXTURE = join(import.meta.dirname, '..', 'fixtures', 'sarif', 'sarif-2.1.0.schema.json');
// The schema is of draft 04, which the validator knows by another package; it uses nothing that later drafts changed.
const schema = Object.fromEntries(
  Object.entries(JSON.parse(readFileSync(FIXTURE, 'utf8')) as object).filter(
    ([key]) => !['$schema', 'id'].includes(key),
  ),
);
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
formats.default(ajv);
const isSarif = ajv.compile(schema);

interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string };
      readonly region: { readonly startLine: number };
    };
    readonly logicalLocations?: readonly unknown[];
  }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly properties: Readonly<Record<string, unknown>>;
}

interface SarifRun {
  readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
  readonly invocations: readonly Readonly<Record<string, unknown>>[];
  readonly results: readonly SarifResult[];
}

function sarif(result: RunResult): SarifRun {
  const document = JSON.parse(renderSarif(result, CHECKS)) as { readonly runs: readonly [SarifRun] };
  expect(isSarif(document) ? [] : isSarif.errors).toEqual([]);
  return document.runs[0];
}

const failing = (over: Partial<CheckResult>): RunResult =>
  run([scenario('upgrade', { verdict: 'fail', checks: [{ ...LOST, ...over }] })], { verdict: 'fail' });

const only = (result: RunResult): SarifResult => {
  const { results } = sarif(result);
  expect(results).toHaveLength(1);
  return results[0] as SarifResult;
};

const printOf = (over: Partial<CheckResult>): string | undefined =>
  only(failing(over)).partialFingerprints['partitionGuardFinding/v1'];

describe('SARIF', () => {
  it('is refused by its schema where it is wrong: the schema judges', () => {
    expect(isSarif({ version: '2.1.0', runs: [{ tool: {} }] })).toBe(false);
    expect(isSarif({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x' } }, results: [{}] }] })).toBe(
      false,
    );
  });

  it('tells each finding once, the gravest first, with its rule, place and scenarios', () => {
    const { results, tool } = sarif(FAILING);
    expect(results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
      ['no-row-lost', 'error'],
      ['no-overlap', 'error'],
      ['runway', 'warning'],
    ]);
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    expect(results[0]).toMatchObject({
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'db/migration/V2__partition.sql', uriBaseId: 'SRCROOT' },
            region: { startLine: 24 },
          },
        },
      ],
      properties: { scenarios: ['upgrade'], count: 100_000, verdict: 'fail' },
    });
    expect(results[1]?.properties['scenarios']).toEqual([
      'change quarterly → monthly',
      'change yearly → monthly',
    ]);
  });

  it('tells why a rule matters and what to do, from what the checks themselves say', () => {
    const rule = sarif(FAILING).tool.driver.rules.find(({ id }) => id === 'no-row-lost');
    expect(rule).toMatchObject({
      name: 'NoRowLost',
      shortDescription: { text: 'No row is lost' },
      help: { text: expect.stringContaining('docs/checks/no-row-lost.md') },
    });
  });

  it('has a rule for a check that nobody described', () => {
    const result = run([
      scenario('upgrade', { checks: [check('assertion:no amenity twice', { verdict: 'fail' })] }),
    ]);
    expect(sarif(result).tool.driver.rules[0]).toMatchObject({
      id: 'assertion:no amenity twice',
      shortDescription: { text: 'assertion:no amenity twice' },
    });
  });

  it('calls an error whatever keeps the run from passing', () => {
    const level = (over: Partial<CheckResult>, more: Partial<RunResult> = {}): string =>
      only({ ...failing(over), ...more }).level;
    expect(level({})).toBe('error');
    expect(level({ severity: 'warning' })).toBe('warning');
    expect(level({ severity: 'warning' }, { failOn: 'warning' })).toBe('error');
    expect(level({ verdict: 'inconclusive' })).toBe('error');
    expect(level({ verdict: 'inconclusive', severity: 'warning' })).toBe('error');
  });

  it('has no results where all passes, and says so of its execution', () => {
    const { results, invocations } = sarif(
      run([scenario('fresh')], { notes: ['Writes keep working for ever.'] }),
    );
    expect(results).toEqual([]);
    expect(invocations[0]).toMatchObject({
      executionSuccessful: true,
      exitCode: 0,
      toolExecutionNotifications: [{ level: 'note', message: { text: 'Writes keep working for ever.' } }],
    });
  });

  it('says that its execution did not succeed where something could not be judged', () => {
    const result = run([scenario('fresh', { verdict: 'inconclusive' })], { verdict: 'inconclusive' });
    expect(sarif(result).invocations[0]).toMatchObject({ executionSuccessful: false, exitCode: 2 });
  });

  it('shows a finding without a place at the first file under test', () => {
    const { results } = sarif(
      run([scenario('fresh', { checks: [RUNWAY] })], {
        migrations: [{ folder: 'm', files: 2, filesUnderTest: 1, firstUnderTest: 'm/V2__x.sql' }],
      }),
    );
    expect(results[0]?.locations[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'm/V2__x.sql', uriBaseId: 'SRCROOT' },
      region: { startLine: 1 },
    });
    // Else GitHub would take the first line's text for what the finding is known by.
    expect(results[0]?.partialFingerprints['primaryLocationLineHash']).toMatch(/^[0-9a-f]{16}:1$/);
  });

  it.each([
    ['db/migration/V1__a b#c?.sql', 'db/migration/V1__a%20b%23c%3F.sql', 'SRCROOT'],
    ['m/ä%20.sql', 'm/%C3%A4%2520.sql', 'SRCROOT'],
    ['x:y/V1.sql', 'x%3Ay/V1.sql', 'SRCROOT'],
    ['/srv/m/V1 a.sql', 'file:///srv/m/V1%20a.sql', undefined],
    ['C:\\m\\V1.sql', 'file:///C:/m/V1.sql', undefined],
  ])('writes the path %s as an address', (file, uri, uriBaseId) => {
    const [location] = only(failing({ location: { file, line: 3 } })).locations;
    expect(location?.physicalLocation.artifactLocation).toEqual({ uri, ...(uriBaseId ? { uriBaseId } : {}) });
  });

  it('names the tables that a finding is about', () => {
    const result = {
      ...failing({ message: 'Rows of amenity_booking are gone.' }),
      tables: ['public.amenity', 'public.amenity_booking'],
    };
    expect(only(result).locations[0]?.logicalLocations).toEqual([
      { fullyQualifiedName: 'public.amenity_booking', kind: 'table', index: 1 },
    ]);
  });

  it('lets nobody put a link or an argument into a message', () => {
    const { message } = only(failing({ message: 'see [here](https://evil.example) {0}', remedy: '' }));
    expect(message.text).toContain('see \\[here\\](https://evil.example) {{0}}');
  });
});

describe('what a finding is known by', () => {
  const known = printOf({});

  it.each([
    ['another line', { location: { file: 'db/migration/V2__partition.sql', line: 99 } }],
    ['other rows', { message: 'All 7 rows (2020-01-01 to 2020-02-01) are gone after this statement.' }],
    ['other examples', { evidence: { ...LOST.evidence, count: 7, examples: ['x9'] } }],
    [
      'blanks in its statement',
      { evidence: { ...LOST.evidence, statement: 'DROP  TABLE IF EXISTS\n  amenity_booking_old' } },
    ],
  ])('stays the same with %s', (_, over) => {
    expect(printOf(over)).toBe(known);
  });

  it.each([
    ['another check', { id: 'no-gap' }],
    ['another file', { location: { file: 'db/migration/V3__x.sql', line: 24 } }],
    ['another statement', { evidence: { ...LOST.evidence, statement: 'TRUNCATE amenity_booking_old' } }],
  ])('differs with %s', (_, over) => {
    expect(printOf(over)).not.toBe(known);
  });

  it('stays the same without a place, whatever the day, seed and interval', () => {
    const of = (message: string): string | undefined => {
      const placeless = check('no-overlap', { verdict: 'fail', message });
      const result = run([scenario('upgrade', { verdict: 'fail', checks: [placeless] })], {
        verdict: 'fail',
      });
      return only(result).partialFingerprints['primaryLocationLineHash'];
    };
    const first = of('All 100,000 rows of booking_2026_01 are gone, monthly: b0001 first.');
    expect(of('3 of 500 rows of booking_2031_12 are gone, yearly: c77 first.')).toBe(first);
    expect(of('All 100,000 rows of payment_2026_01 are gone.')).not.toBe(first);
  });

  it('tells two statements apart that are alike, also when lines are put before them', () => {
    const twice = (moved: number): unknown[] =>
      sarif(
        run([
          scenario('upgrade', {
            verdict: 'fail',
            checks: [12, 5].map((line) => ({ ...LOST, location: { file: 'a.sql', line: line + moved } })),
          }),
        ]),
      ).results.map(({ partialFingerprints, locations }) => [
        partialFingerprints['partitionGuardFinding/v1'],
        (locations[0]?.physicalLocation.region.startLine ?? 0) - moved,
      ]);
    expect(new Set(twice(0).map((pair) => (pair as [string])[0])).size).toBe(2);
    expect(twice(30)).toEqual(twice(0));
  });
});

describe('SARIF of any result', () => {
  it('is valid by its schema, with unique fingerprints and rules that are there', () => {
    fc.assert(
      fc.property(runResult(), (result) => {
        const { results, tool } = sarif(result);
        const ids = tool.driver.rules.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const { ruleId, ruleIndex } of results) expect(ids[ruleIndex]).toBe(ruleId);
        const prints = results.map(({ partialFingerprints: p }) => p['partitionGuardFinding/v1']);
        expect(new Set(prints).size).toBe(prints.length);
      }),
      CASES,
    );
  });

  it('stays within what GitHub takes, keeping the gravest and saying what is left out', () => {
    let noise = 1;
    const incompressible = (): string =>
      Array.from(
        { length: 1_000 },
        () => ((noise = (noise * 48_271) % 2_147_483_647), String.fromCodePoint(0x4e00 + (noise % 20_000))),
      ).join('');
    const many = Array.from({ length: 26_000 }, (_, i) =>
      check(`check-${i % 6_000}`, {
        verdict: 'fail',
        severity: i === 25_999 ? 'error' : 'warning',
        message: i < 9_000 ? incompressible() : `m${i}`,
        location: { file: 'a.sql', line: i + 1 },
      }),
    );
    const text = renderSarif(run([scenario('upgrade', { checks: many })]));
    const document = JSON.parse(text) as { readonly runs: readonly [SarifRun] };
    const [{ results, invocations, tool }] = document.runs;
    expect(gzipSync(text).length).toBeLessThan(10_000_000);
    expect(results.length).toBeGreaterThan(500);
    expect(results.length).toBeLessThanOrEqual(5_000);
    expect(tool.driver.rules.length).toBeLessThanOrEqual(25_000);
    expect(results[0]?.level).toBe('error');
    expect(JSON.stringify(invocations)).toContain(
      `${26_000 - results.length} more findings did not fit here`,
    );
  });

  it('is written at once, however long a word of a message is', () => {
    const lost = check('no-row-lost', { verdict: 'fail', message: 'a'.repeat(100_000) });
    const started = performance.now();
    renderSarif(run([scenario('upgrade', { checks: [lost], verdict: 'fail' })]), CHECKS);
    expect(performance.now() - started).toBeLessThan(4_000);
  });
});

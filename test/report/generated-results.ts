/** Any result that a run could come to, with strangers' words in it. */
import fc from 'fast-check';
import { DAY } from '../../src/domain/instant.ts';
import type { Layout, Partition } from '../../src/domain/layout.ts';
import { finite, MAXVALUE, MINVALUE } from '../../src/domain/range.ts';
import type { CheckResult, RunResult, ScenarioResult } from '../../src/domain/result.ts';
import { type CheckVerdict, type Severity, worstVerdict } from '../../src/domain/verdict.ts';
import { at } from './results.ts';

const PIECES = [
  ...[
    '<b>',
    '</testcase>',
    ']]>',
    '<![CDATA[',
    '&amp;',
    '&',
    '"',
    "'",
    '<!--',
    '-->',
    '%SRCROOT%',
    '../',
    '//',
  ],
  ...[
    '[x](https://evil.example)',
    '{0}',
    '{',
    '}',
    '\\',
    '`',
    '|',
    '@octocat',
    '#1',
    '::error::',
    '##[error]',
  ],
  ...[
    '\n',
    '\r\n',
    '\r',
    '\t',
    '\u0000',
    '\u0007',
    '\u001b[31m',
    '\u0085',
    '\u009b',
    '\u2028',
    '\u202e',
    '\u200b',
  ],
  ...[
    '\ud800',
    '\udc00',
    '\ufffe',
    '\uffff',
    '🦊',
    'ä',
    '__proto__',
    'constructor',
    'monthly',
    '100,000',
    ' ',
    'a',
  ],
];

/** What a stranger may call a thing. */
export const hostile = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
);

const text = fc.oneof({ weight: 3, arbitrary: fc.constantFrom('Rows are gone.', 'x', 'no-gap') }, hostile);
const few = { maxLength: 3 };

const checkResult: fc.Arbitrary<CheckResult> = fc.record(
  {
    id: fc.oneof(fc.constantFrom('no-row-lost', 'no-gap', 'runway', 'assertion:mine'), hostile),
    verdict: fc.constantFrom<CheckVerdict>('pass', 'inconclusive', 'fail', 'not-applicable'),
    severity: fc.constantFrom<Severity>('error', 'warning'),
    message: text,
    remedy: text,
    location: fc.record({ file: hostile, line: fc.integer({ min: 1, max: 99_999 }) }),
    evidence: fc.record(
      {
        count: fc.nat(),
        examples: fc.array(text, few),
        unlisted: fc.nat(),
        statement: text,
      },
      { requiredKeys: ['count', 'examples'] },
    ),
  },
  { requiredKeys: ['id', 'verdict', 'severity', 'message', 'remedy', 'evidence'] },
);

const START = at('2026-01-01');

/** By lower bound, the default partition last: as reports tell them. */
const layoutOf = (table: string): fc.Arbitrary<Layout> =>
  fc
    .record({
      keyColumn: text,
      keyType: fc.constantFrom('timestamptz', 'timestamp', 'date'),
      steps: fc.array(
        fc.record({ name: text, gap: fc.nat(2), days: fc.integer({ min: 1, max: 40 }), rows: fc.nat() }),
        few,
      ),
      past: fc.boolean(),
      future: fc.boolean(),
      catchAll: fc.option(fc.record({ name: text, rows: fc.nat() }), { nil: undefined }),
      micros: fc.bigInt({ min: 0n, max: 999_999n }),
    })
    .map(({ keyColumn, keyType, steps, past, future, catchAll, micros }): Layout => {
      let reached = START + micros;
      const ranges = steps.map(({ name, gap, days, rows }): Partition => {
        const lower = reached + BigInt(gap) * DAY;
        reached = lower + BigInt(days) * DAY;
        return { kind: 'range', name, oid: 0, rows, range: { lower: finite(lower), upper: finite(reached) } };
      });
      const end = finite(reached + DAY);
      const partitions: Partition[] = [
        ...(past
          ? [
              {
                kind: 'range' as const,
                name: 'past',
                oid: 0,
                rows: 1,
                range: { lower: MINVALUE, upper: finite(START) },
              },
            ]
          : []),
        ...ranges,
        ...(future
          ? [
              {
                kind: 'range' as const,
                name: 'rest',
                oid: 0,
                rows: 0,
                range: { lower: end, upper: MAXVALUE },
              },
            ]
          : []),
        ...(catchAll ? [{ kind: 'default' as const, oid: 0, ...catchAll }] : []),
      ];
      return { table, keyColumn, keyType, partitions };
    });

const layouts = (tables: readonly string[]): fc.Arbitrary<Layout[]> =>
  fc
    .subarray([...new Set(tables)])
    .chain((some) => fc.tuple(...some.map((table) => layoutOf(table))))
    .map((all) => [...all]);

const ms = fc.nat(1_000_000);

const scenarioResult = (name: string, tables: readonly string[]): fc.Arbitrary<ScenarioResult> =>
  fc
    .record(
      {
        durationMs: ms,
        before: layouts(tables),
        after: layouts(tables),
        rows: fc.record({
          before: fc.nat(),
          after: fc.nat(),
          lost: fc.nat(3),
          duplicated: fc.nat(3),
          changed: fc.nat(3),
        }),
        checks: fc.array(checkResult, { minLength: 1, maxLength: 4 }),
        notes: fc.array(text, few),
        waived: fc.array(text, few),
        exclusiveLockMs: ms,
      },
      { requiredKeys: ['durationMs', 'before', 'after', 'rows', 'checks', 'notes'] },
    )
    .map((one) => ({ name, verdict: 'pass', ...one }));

/** As judging has it: a failing warning counts only where the run is told so. */
export function verdictOf(checks: readonly CheckResult[], failOn: Severity): ScenarioResult['verdict'] {
  return worstVerdict(
    checks.map(({ verdict, severity }) =>
      verdict === 'fail' && severity === 'warning' && failOn === 'error' ? 'pass' : verdict,
    ),
  );
}

const names = fc.uniqueArray(
  fc.oneof(fc.constantFrom('fresh', 'upgrade', 'change:monthly->yearly', 'rerun'), hostile),
  { minLength: 1, maxLength: 4 },
);

/** @param more what is fixed. */
export const runResult = (more: Partial<RunResult> = {}): fc.Arbitrary<RunResult> =>
  fc
    .record({ names, tables: fc.uniqueArray(text, few) })
    .chain(({ names: all, tables }) =>
      fc.record({
        failOn: fc.constantFrom<Severity>('error', 'warning'),
        scenarios: fc.tuple(...all.map((name) => scenarioResult(name, tables))),
        tables: fc.constant(tables),
        notes: fc.array(text, few),
        seed: fc.nat(),
        rows: fc.integer({ min: 1, max: 10_000_000 }),
        durationMs: ms,
        startedAt: fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
        server: fc.record({
          kind: fc.constantFrom('embedded', 'testcontainers', 'url'),
          version: fc.constantFrom('14.23', '16.4', '18.4'),
        }),
        toolVersion: fc.constant('0.1.0'),
        configurationDigest: fc.constant('c0ffee'),
        underTest: fc.constantFrom('none', '2', '1-3,7'),
        migrations: fc.array(
          fc.record(
            {
              folder: text,
              files: fc.nat(9),
              filesUnderTest: fc.nat(9),
              firstUnderTest: hostile,
              digest: text,
            },
            { requiredKeys: ['folder', 'files', 'filesUnderTest'] },
          ),
          few,
        ),
        replayOptions: fc.array(text, few),
      }),
    )
    .map((result): RunResult => {
      const scenarios = result.scenarios.map((one) => ({
        ...one,
        verdict: verdictOf(one.checks, result.failOn),
      }));
      return { ...result, scenarios, verdict: worstVerdict(scenarios.map((s) => s.verdict)), ...more };
    });

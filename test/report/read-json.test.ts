import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { OperatorError } from '../../src/domain/operator-error.ts';
import { finite, MAXVALUE, MINVALUE } from '../../src/domain/range.ts';
import type { CheckResult, RunResult } from '../../src/domain/result.ts';
import { renderHtml } from '../../src/report/html/page.ts';
import { renderJson } from '../../src/report/json.ts';
import { renderJunit } from '../../src/report/junit.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { createPaint } from '../../src/report/paint.ts';
import { readJsonReport } from '../../src/report/read-json.ts';
import { renderSarif } from '../../src/report/sarif.ts';
import {
  renderClosing,
  renderFindings,
  renderHeader,
  renderScenarioLine,
} from '../../src/report/terminal.ts';
import { runResult } from './generated-results.ts';
import { at, check, FAILING, layout, partition, run, RUNWAY, scenario } from './results.ts';

const CASES = { numRuns: process.env['PARTITION_GUARD_NIGHTLY'] === undefined ? 2_000 : 10_000 };

const PLAIN = { paint: createPaint({ colour: false }), width: 100 };

const terminal = (result: RunResult): string =>
  renderHeader(result, PLAIN) +
  result.scenarios.map((one) => renderScenarioLine(one, PLAIN)).join('') +
  renderFindings(result, PLAIN) +
  renderClosing(result, PLAIN);

const FORMS: readonly (readonly [string, (result: RunResult) => string])[] = [
  ['JSON', renderJson],
  ['markdown', renderMarkdown],
  ['HTML', renderHtml],
  ['the terminal', terminal],
  ['SARIF', renderSarif],
  ['JUnit', renderJunit],
];

const back = (result: RunResult): RunResult => readJsonReport(renderJson(result), 'report.json');

function linesOf(action: () => unknown): string[] {
  try {
    action();
  } catch (error) {
    expect(error).toBeInstanceOf(OperatorError);
    expect(error).toMatchObject({ exitStatus: 64 });
    expect((error as OperatorError).hint).not.toBe('');
    return (error as OperatorError).message.split('\n');
  }
  return [];
}

type Json = Record<string, unknown>;
const document = (result: RunResult = FAILING): Json => JSON.parse(renderJson(result)) as Json;
const refusal = (value: unknown): string[] =>
  linesOf(() => readJsonReport(typeof value === 'string' ? value : JSON.stringify(value), 'a.json'));

/** The document with another value at a path. */
function changed(path: readonly (string | number)[], value: unknown, base = document()): Json {
  let inner = base;
  for (const key of path.slice(0, -1)) inner = inner[key] as Json;
  const last = path.at(-1) ?? '';
  if (value === undefined) Reflect.deleteProperty(inner, last);
  else inner[last] = value;
  return base;
}

describe('a report that is read back', () => {
  it.each(FORMS)('is told the same by %s', (_, render) => {
    expect(render(back(FAILING))).toBe(render(FAILING));
  });

  // The page takes longer than all the others together.
  it.each([
    ['but the page', FORMS.filter(([form]) => form !== 'HTML'), CASES],
    ['of the page', FORMS.filter(([form]) => form === 'HTML'), { numRuns: CASES.numRuns / 10 }],
  ] as const)('is told the same in every form %s, whatever is in it', (_, forms, cases) => {
    fc.assert(
      fc.property(runResult(), (result) => {
        const again = back(result);
        for (const [, render] of forms) expect(render(again)).toBe(render(result));
      }),
      cases,
    );
  });

  it('has its bounds as instants, its unbounded ends and its default partition', () => {
    const partitions = [
      {
        kind: 'range' as const,
        name: 'past',
        oid: 0,
        rows: 1,
        range: { lower: MINVALUE, upper: finite(at('2026-01-01')) },
      },
      { ...partition('x', '2026-01-01', '2026-02-01', 7), oid: 0 },
      {
        kind: 'range' as const,
        name: 'rest',
        oid: 0,
        rows: 0,
        range: { lower: finite(at('2026-02-01')), upper: MAXVALUE },
      },
      { kind: 'default' as const, name: 'd', oid: 0, rows: 2 },
    ];
    const [first] = back(
      run([scenario('fresh', { before: [layout([])], after: [layout(partitions)] })]),
    ).scenarios;
    expect(first?.before).toEqual([layout([])]);
    expect(first?.after).toEqual([layout(partitions)]);
  });

  it('may hold keys that nobody knows yet', () => {
    const value = changed(['scenarios', 0, 'weather'], { sunny: true }, changed(['more'], [1]));
    expect(renderJson(readJsonReport(JSON.stringify(value), 'a.json'))).toBe(renderJson(FAILING));
  });
});

describe('a verdict', () => {
  const judged = (checks: readonly CheckResult[], claims: Partial<RunResult> = {}): RunResult =>
    readJsonReport(renderJson(run([scenario('upgrade', { checks })], claims)), 'a.json');

  it.each([
    ['a failing check', [check('no-gap', { verdict: 'fail' })], 'fail'],
    ['an inconclusive check', [check('no-gap', { verdict: 'inconclusive' })], 'inconclusive'],
    ['no check at all', [], 'inconclusive'],
  ] as const)('of pass is not believed with %s, and that is told', (_, checks, verdict) => {
    const result = judged(checks);
    expect([result.verdict, result.scenarios[0]?.verdict]).toEqual([verdict, verdict]);
    expect(result.notes).toEqual([
      `a.json calls the run pass; by its checks it is ${verdict}.`,
      `a.json calls upgrade pass; by its checks it is ${verdict}.`,
    ]);
  });

  it('of pass is not believed without scenarios', () => {
    expect(readJsonReport(renderJson(run([])), 'a.json').verdict).toBe('inconclusive');
  });

  it('counts a failing warning as the run was told to', () => {
    expect(judged([RUNWAY]).verdict).toBe('pass');
    expect(judged([RUNWAY], { failOn: 'warning' }).verdict).toBe('fail');
  });

  it('may be worse than its checks tell', () => {
    const result = back(run([scenario('upgrade', { verdict: 'inconclusive' })], { verdict: 'inconclusive' }));
    expect([result.verdict, result.notes]).toEqual(['inconclusive', []]);
  });
});

describe('what is refused, each in a line that says where', () => {
  it.each([
    ['no JSON', '{"schema": 1,', 'a.json: is not JSON'],
    ['nothing', '', 'a.json: is not JSON'],
    ['another program', { schema: 1, tool: { name: 'other' } }, 'a.json: is no report of partition-guard'],
    ['a list', [1], 'a.json: is no report of partition-guard'],
    ['null', null, 'a.json: is no report of partition-guard'],
    [
      'a later schema',
      { ...document(), schema: 2 },
      'a.json: is of schema 2, and this version reads schema 1',
    ],
    ['many levels', '['.repeat(1_000_000), 'a.json: holds more than 32 levels'],
    ['many levels in an object', `{"a":${'{"a":'.repeat(40)}`, 'a.json: holds more than 32 levels'],
    ['a long text', ' '.repeat(64_000_001), 'a.json: is longer than 64,000,000 characters'],
    ['a missing key', changed(['seed'], undefined), 'a.json: seed is missing'],
    ['a missing word', changed(['failOn'], undefined), 'a.json: failOn is missing'],
    ['no share', changed(['shard'], undefined), 'a.json: shard is missing'],
    ['a share that is none', changed(['shard', 'index'], 3), 'a.json: shard is no share'],
    [
      'a wrong verdict',
      changed(['verdict'], 'great'),
      'a.json: verdict must be pass or inconclusive or fail',
    ],
    [
      'a wrong verdict of a check',
      changed(['scenarios', 1, 'checks', 2, 'verdict'], 7),
      'a.json: scenarios[1].checks[2].verdict must be pass or inconclusive or fail or not-applicable',
    ],
    ['a number in quotes', changed(['rows'], '100000'), 'a.json: rows must be a number'],
    ['a broken number', changed(['seed'], 1.5), 'a.json: seed must be a whole number'],
    [
      'less than nothing',
      changed(['scenarios', 0, 'rows', 'lost'], -1),
      'a.json: scenarios[0].rows.lost must be at least 0',
    ],
    [
      'a huge number',
      JSON.stringify(document()).replace('"seed":1,', '"seed":1e999,'),
      'a.json: seed must be a number',
    ],
    [
      'line 0',
      changed(['scenarios', 1, 'checks', 1, 'location', 'line'], 0),
      'a.json: scenarios[1].checks[1].location.line must be at least 1',
    ],
    [
      'a date that is none',
      changed(['startedAt'], '2026-02-31T25:00:00Z'),
      'a.json: startedAt is no instant',
    ],
    [
      'a bound that is none',
      changed(['scenarios', 2, 'before', 0, 'lower'], '2026-13-01'),
      'a.json: scenarios[2].before[0].lower is no instant',
    ],
    [
      'a range that ends before it begins',
      changed(['scenarios', 2, 'before', 0, 'lower'], '2030-01-01'),
      'a.json: scenarios[2].before[0] ends before it begins',
    ],
    [
      'a partition of no table',
      changed(['scenarios', 2, 'before', 0, 'table'], 'x'),
      'a.json: change:quarterly->monthly: before holds a partition of a table that tables does not',
    ],
    [
      'a server that is a text',
      changed(['server', 'version'], '16.4\n::error::'),
      'a.json: server.version is not written as it should be',
    ],
    [
      'an empty name',
      changed(['scenarios', 0, 'name'], ''),
      'a.json: scenarios[0].name must be at least 1 characters long',
    ],
    [
      'a scenario twice',
      changed(['scenarios', 1, 'name'], 'fresh'),
      'a.json: holds the scenario fresh twice',
    ],
    [
      'more checks than there can be',
      changed(
        ['scenarios', 0, 'checks'],
        Array.from({ length: 2_001 }, () => 0),
      ),
      'a.json: scenarios[0].checks must be at most 2000 entries long',
    ],
    [
      'a lock of a step that is none',
      changed(['scenarios', 0, 'locks'], {
        steps: [],
        held: [],
        unlisted: 0,
        stalls: [{ step: 0, table: 't', stops: 'writers', fromMs: 0, toMs: 1 }],
      }),
      'a.json: scenarios[0].locks holds times or steps that are none',
    ],
  ])('%s', (_, value, line) => {
    expect(refusal(value)).toEqual([line]);
  });

  it('ten faults, whatever their number', () => {
    const lines = refusal(
      changed(
        ['scenarios'],
        Array.from({ length: 5_000 }, () => ({})),
      ),
    );
    expect(lines.length).toBeLessThanOrEqual(11);
    expect(lines[0]).toBe('a.json: scenarios[0].name is missing');
  });

  it('two default partitions of one table', () => {
    const twice = ['a', 'b'].map((name) => ({ kind: 'default' as const, name, oid: 0, rows: 0 }));
    const value = document(run([scenario('fresh', { after: [layout(twice)] })]));
    const after = (value['scenarios'] as Json[])[0]?.['after'] as Json[];
    after.push({ ...after[0], partition: 'b' });
    expect(refusal(value)).toEqual(['a.json: fresh: after holds two default partitions of one table']);
  });

  it('nothing of a stranger is printed as it stands', () => {
    const [line = ''] = linesOf(() => readJsonReport('{', 'a\u001b[31m\n::error::b.json'));
    expect(line).toBe('a : :error::b.json: is not JSON');
  });

  it('keys that mean something to JavaScript change nothing', () => {
    const text = renderJson(FAILING).replace('{', '{"__proto__": {"verdict": "pass"}, "constructor": 1,');
    expect(readJsonReport(text, 'a.json').verdict).toBe('fail');
    expect(({} as Json)['verdict']).toBeUndefined();
  });

  it('any JSON ends in a result or in lines', () => {
    const path = fc.constantFrom<(string | number)[]>(
      ['scenarios'],
      ['scenarios', 0],
      ['scenarios', 0, 'checks', 0],
      ['scenarios', 2, 'before', 0],
      ['scenarios', 2, 'tables'],
      ['server'],
      ['shard'],
      ['notes'],
      ['durationMs'],
      ['startedAt'],
    );
    fc.assert(
      fc.property(path, fc.jsonValue(), (where, value) => {
        const text = JSON.stringify(changed(where, value));
        const lines = linesOf(() => readJsonReport(text, 'a.json'));
        for (const line of lines) expect(line).toMatch(/^a\.json: |^and \d+ more faults?$/);
      }),
      { numRuns: 500 },
    );
  });
});

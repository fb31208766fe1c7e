import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { OperatorError } from '../../src/domain/operator-error.ts';
import type { RunResult, ScenarioResult } from '../../src/domain/result.ts';
import { worstVerdict } from '../../src/domain/verdict.ts';
import { renderJson } from '../../src/report/json.ts';
import { mergeResults, withoutUnprovenPass } from '../../src/report/merge-results.ts';
import { readJsonReport } from '../../src/report/read-json.ts';
import { labelOf } from '../../src/report/words.ts';
import { runResult } from './generated-results.ts';
import { check, FAILING, LOST, run, RUNWAY, scenario } from './results.ts';

type Results = readonly [RunResult, ...RunResult[]];

/** The results of all machines of a run. */
function shares(whole: RunResult, of: number): Results {
  const scenarios = whole.scenarios.map(({ name }) => name);
  return Array.from({ length: of }, (_, i) => {
    const own = whole.scenarios.filter((_one, at) => at % of === i);
    return {
      ...whole,
      scenarios: own,
      verdict: worstVerdict(own.map(({ verdict }) => verdict)),
      shard: { index: i + 1, of, scenarios },
    };
  }) as unknown as Results;
}

const on = (version: string, whole: RunResult): RunResult => ({
  ...whole,
  server: { kind: 'embedded', version },
  replayOptions: [...whole.replayOptions, '--postgres', version.split('.')[0] ?? ''],
});

const merged = (...results: RunResult[]): RunResult => mergeResults(results as unknown as Results);

function mistakes(...results: RunResult[]): string[] {
  try {
    merged(...results);
  } catch (error) {
    expect(error).toBeInstanceOf(OperatorError);
    expect(error).toMatchObject({ exitStatus: 64 });
    return (error as OperatorError).message.split('\n');
  }
  return [];
}

const labels = ({ scenarios }: RunResult): string[] => scenarios.map(labelOf);

describe('shares that are joined', () => {
  it.each([1, 2, 3, 4])('make the whole run again, of %i', (of) => {
    const whole = merged(...shares(FAILING, of));
    expect(whole.scenarios).toEqual(FAILING.scenarios);
    expect(whole.verdict).toBe('fail');
    expect(whole.durationMs).toBeCloseTo(of * FAILING.durationMs);
    expect(whole.shard).toEqual({ index: 1, of: 1, scenarios: FAILING.scenarios.map(({ name }) => name) });
  });

  it('make the whole of any run, whatever the order they come in', () => {
    const cases = runResult().chain((whole) => {
      const of = Math.min(3, whole.scenarios.length);
      const parts = shares(whole, of);
      return fc.tuple(fc.constant(whole), fc.shuffledSubarray([...parts], { minLength: of }));
    });
    fc.assert(
      fc.property(cases, ([whole, parts]) => {
        const result = merged(...parts);
        expect(result.scenarios).toEqual(whole.scenarios);
        expect(result.verdict).toBe(whole.verdict);
        expect(renderJson(result)).toBe(renderJson(merged(...[...parts].reverse())));
      }),
      { numRuns: 300 },
    );
  });

  it('keep each note once, and say once how long writes go on: as long as in the worst of them', () => {
    const until = (day: string) => check('runway', { message: `Writes keep working until ${day}.` });
    const of = (index: number, day: string): RunResult =>
      run([scenario(`s${index}`, { checks: [until(day)] })], {
        shard: { index, of: 2, scenarios: ['s1', 's2'] },
        notes: [`Writes keep working until ${day}.`, 'Roles were made.', `n${index}`],
      });
    expect(merged(of(2, '2027-01-01'), of(1, '2028-01-01')).notes).toEqual([
      'Writes keep working until 2027-01-01.',
      'Roles were made.',
      'n1',
      'n2',
    ]);
  });

  it('began when the first began', () => {
    const [one, two] = shares(FAILING, 2) as unknown as [RunResult, RunResult];
    const later = { ...one, startedAt: new Date('2026-11-23T00:00:00Z') };
    expect(merged(later, two).startedAt).toEqual(FAILING.startedAt);
  });
});

describe('what is not whole is refused', () => {
  const [one, two, three] = shares(FAILING, 3) as unknown as [RunResult, RunResult, RunResult];
  const whole = shares(FAILING, 1)[0];

  it('for a share that is missing, by its name', () => {
    expect(mistakes(one, three)).toEqual(['the share 2/3 on PostgreSQL 16.4 is missing']);
    expect(mistakes(two)).toEqual(['the shares 1/3 and 3/3 on PostgreSQL 16.4 are missing']);
  });

  it('for a share that is given twice', () => {
    expect(mistakes(one, two, two, three)).toEqual(['the share 2/3 on PostgreSQL 16.4 is given twice']);
    expect(mistakes(whole, whole)).toEqual(['the whole run on PostgreSQL 16.4 is given twice']);
  });

  it('for shares of different sizes', () => {
    const [half] = shares(FAILING, 2);
    expect(mistakes(half, two, three)).toEqual([
      'shares of 2 and 3 are given on PostgreSQL 16.4: they are not of one run',
    ]);
    expect(mistakes(whole, one)).toEqual([
      'shares of 1 and 3 are given on PostgreSQL 16.4: they are not of one run',
    ]);
  });

  it('for a share that lacks a scenario, or holds one of another', () => {
    const [first, ...rest] = one.scenarios as [ScenarioResult, ...ScenarioResult[]];
    expect(mistakes({ ...one, scenarios: rest }, two, three)).toEqual([
      'the share 1/3 on PostgreSQL 16.4 lacks the scenario fresh',
    ]);
    expect(mistakes(one, { ...two, scenarios: [...two.scenarios, first] }, three)).toEqual([
      'the share 2/3 on PostgreSQL 16.4 holds the scenario fresh, which it has no part in',
    ]);
    expect(mistakes({ ...one, scenarios: [] }, two, three)[0]).toContain('lacks the scenarios fresh and ');
  });

  it('for shares of other scenarios', () => {
    const other = { ...three, shard: { index: 3, of: 3, scenarios: ['fresh'] } };
    expect(mistakes(one, two, other)).toEqual([
      'the shares on PostgreSQL 16.4 are not of the same scenarios',
    ]);
  });

  it('for a share on another version of the server', () => {
    expect(mistakes(one, two, { ...three, server: { kind: 'embedded', version: '16.14' } })).toEqual([
      'the share 3/3 on PostgreSQL 16.4 is missing: shares of one run are of one version of the server',
      'the shares 1/3 and 2/3 on PostgreSQL 16.14 are missing: shares of one run are of one version of the server',
    ]);
  });

  it.each([
    ['seed', { seed: 2 }, 'the reports differ in their seed: 1 and 2'],
    ['rows', { rows: 500 }, 'the reports differ in their number of rows: 100000 and 500'],
    [
      'version',
      { toolVersion: '0.2.0' },
      'the reports differ in their version of partition-guard: 0.1.0 and 0.2.0',
    ],
    [
      'severity',
      { failOn: 'warning' },
      'the reports differ in their severity that fails the run: error and warning',
    ],
    [
      'kind',
      { server: { kind: 'url', version: '16.4' } },
      'the reports differ in their kind of server: embedded and url',
    ],
    [
      'date',
      { replayOptions: ['--now', '2026-01-01'] },
      'the reports differ in their options: --now 2026-01-01 and none',
    ],
    [
      'migrations',
      { migrations: [{ folder: 'sql/migrations', files: 1, filesUnderTest: 1, digest: 'x' }] },
      'the reports are not of the same migrations',
    ],
    ['configuration', { configurationDigest: 'x' }, 'the reports were not judged by the same configuration'],
  ] as const)('for another %s', (_, over, mistake) => {
    expect(mistakes(one, { ...two, ...over }, three)).toEqual([mistake]);
  });

  it('with all mistakes at once', () => {
    expect(mistakes({ ...one, seed: 9 }, two)).toHaveLength(2);
  });

  it('and nothing at all is never a pass', () => {
    expect(merged(run([], { shard: { index: 1, of: 1, scenarios: [] } })).verdict).toBe('inconclusive');
  });
});

it('a pass of which no check judged anything is none, and of which one did is', () => {
  const idle = scenario('rerun', { checks: [check('no-gap', { verdict: 'not-applicable' })] });
  expect(withoutUnprovenPass(run([idle]))).toMatchObject({
    verdict: 'inconclusive',
    notes: ['No check of any scenario judged anything: nothing is proven.'],
  });
  const whole = run([idle, scenario('upgrade')]);
  expect(withoutUnprovenPass(whole)).toBe(whole);
});

describe('majors that are joined', () => {
  const lost = run([scenario('fresh'), scenario('upgrade', { verdict: 'fail', checks: [LOST, RUNWAY] })], {
    verdict: 'fail',
  });
  const kept = run([scenario('fresh'), scenario('upgrade', { checks: [RUNWAY] })]);
  const [v14, v9, v16] = [on('14.23', lost), on('9.6', kept), on('16.4', kept)];

  it('hold each scenario once for each of them, in the order of their versions', () => {
    const result = merged(v16, v14, v9);
    expect(labels(result)).toEqual([
      'fresh on PostgreSQL 9.6',
      'fresh on PostgreSQL 14.23',
      'fresh on PostgreSQL 16.4',
      'upgrade on PostgreSQL 9.6',
      'upgrade on PostgreSQL 14.23',
      'upgrade on PostgreSQL 16.4',
    ]);
    expect(result.server).toEqual({ kind: 'embedded', version: '9.6, 14.23 and 16.4' });
    expect(result.verdict).toBe('fail');
    expect(result.replayOptions).toEqual([]);
  });

  it('come to the same in any order, and step by step', () => {
    const text = renderJson(merged(v9, v14, v16));
    expect(renderJson(merged(v16, v9, v14))).toBe(text);
    expect(renderJson(merged(merged(v16, v9), v14))).toBe(text);
    expect(renderJson(merged(v14, merged(v16, v9)))).toBe(text);
    expect(renderJson(merged(readJsonReport(text, 'a.json')))).toBe(text);
  });

  it('are joined of shares too', () => {
    const all = [...shares(v14, 2), ...shares(v16, 2)];
    expect(labels(merged(...all))).toHaveLength(4);
    expect(mistakes(...all.slice(1))).toEqual([
      'the share 1/2 on PostgreSQL 14.23 is missing: shares of one run are of one version of the server',
    ]);
  });

  it('are refused where one is there twice, also inside what is joined already', () => {
    expect(mistakes(v14, v16, v16)).toEqual(['the whole run on PostgreSQL 16.4 is given twice']);
    expect(mistakes(merged(v14, v16), v16)).toEqual(['the whole run on PostgreSQL 16.4 is given twice']);
  });

  it('are refused where a joined report has lost what it was joined of', () => {
    const whole = merged(v14, v16);
    const [, , ...upgrades] = whole.scenarios;
    expect(mistakes({ ...whole, scenarios: upgrades })).toEqual(['a joined report lacks the scenario fresh']);
    expect(mistakes({ ...whole, scenarios: [scenario('fresh'), ...whole.scenarios.slice(1)] })).toEqual([
      'a joined report holds scenarios of no server',
    ]);
  });

  it('may have scenarios that others have not, as where a migration stops on one of them', () => {
    const more = on('16.4', run([...kept.scenarios, scenario('rerun')]));
    const both = merged(v14, more);
    expect(labels(both).at(-1)).toBe('rerun on PostgreSQL 16.4');
    expect(both.notes).toEqual([
      'Played on other majors, not on PostgreSQL 14.23: rerun. Nothing is known of them there.',
    ]);
    const evenMore = on('17.1', run([...kept.scenarios, scenario('rerun'), scenario('crash')]));
    expect(renderJson(merged(both, evenMore))).toBe(renderJson(merged(evenMore, more, v14)));
    expect(merged(both, evenMore).notes).toEqual([
      'Played on other majors, not on PostgreSQL 14.23: rerun and crash. Nothing is known of them there.',
      'Played on other majors, not on PostgreSQL 16.4: crash. Nothing is known of them there.',
    ]);
  });
});

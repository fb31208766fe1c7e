/** One run on several majors: what they came to, as one result. */
import { describe, expect, it } from '@jest/globals';
import { EXIT, OperatorError } from '../../src/domain/operator-error.ts';
import type { RunResult } from '../../src/domain/result.ts';
import { annotationsOf } from '../../src/report/annotations.ts';
import { findingsOf } from '../../src/report/findings.ts';
import { headline } from '../../src/report/headline.ts';
import { joinMajors, type MajorEnd } from '../../src/report/join-majors.ts';
import { renderJson } from '../../src/report/json.ts';
import { mergeResults } from '../../src/report/merge-results.ts';
import { createPaint } from '../../src/report/paint.ts';
import { readJsonReport } from '../../src/report/read-json.ts';
import { replayCommand } from '../../src/report/summary.ts';
import { renderClosing, renderFindings } from '../../src/report/terminal.ts';
import { layout, LOST, partition, run, scenario } from './results.ts';

const PLAIN = { paint: createPaint({ colour: false }) };
const BEGAN = new Date('2026-11-22T08:00:00Z');

const on = (
  version: string,
  over: Partial<RunResult> = {},
  kind: 'embedded' | 'testcontainers' = 'embedded',
) =>
  run([scenario('fresh'), scenario('upgrade')], {
    server: { kind, version },
    replayOptions: ['--postgres', '14', '--postgres', '18', '--now', '2026-11-22'],
    ...over,
  });

const judged = (result: RunResult): MajorEnd => ({
  kind: 'judged',
  major: Number.parseInt(result.server.version, 10),
  result,
});

const lacking = (
  major: number,
  message = 'it is not to be had',
  exitStatus: 64 | 70 = EXIT.usage,
): MajorEnd => ({
  kind: 'not-judged',
  major,
  error: new OperatorError(message, { code: 'server-unavailable', hint: 'install it', exitStatus }),
});

const failing = (version: string): RunResult =>
  on(version, {
    verdict: 'fail',
    scenarios: [scenario('fresh'), scenario('upgrade', { verdict: 'fail', checks: [LOST] })],
  });

const join = (...ends: MajorEnd[]): RunResult => joinMajors(ends, BEGAN);

describe('majors that are judged', () => {
  it('are joined as merge joins their reports', () => {
    const [a, b] = [on('14.23', { startedAt: BEGAN }), on('18.4', { startedAt: BEGAN })];
    expect(join(judged(b), judged(a))).toEqual(mergeResults([a, b]));
    expect(join(judged(b), judged(a)).server).toEqual({ kind: 'embedded', version: '14.23 and 18.4' });
  });

  it('say on which of them something fails, once, and replay it there', () => {
    const joined = join(judged(failing('14.23')), judged(on('18.4')));
    expect(joined.verdict).toBe('fail');
    expect(headline(joined)).toMatch(/ on PostgreSQL 14 only$/);
    expect(renderClosing(joined, PLAIN)).toContain('FAIL  1 of 4 scenarios on PostgreSQL 14 only.');
    expect(replayCommand(joined, 'upgrade on PostgreSQL 14.23')).toBe(
      'partition-guard validate --now 2026-11-22 --postgres 14 --seed 1 --scenario upgrade',
    );
    expect(renderFindings(joined, PLAIN)).toContain('Found on PostgreSQL 14 only.');
  });

  it('annotate a line once, though it fails on each', () => {
    const joined = join(judged(failing('14.23')), judged(failing('18.4')));
    expect(findingsOf(joined)).toHaveLength(1);
    expect(annotationsOf(joined)).toHaveLength(1);
    expect(annotationsOf(joined)[0]?.message).not.toContain('only');
  });

  it('are told where they were not run in one way', () => {
    const joined = join(judged(on('15.18')), judged(on('18.4', {}, 'testcontainers')));
    expect(joined.server.kind).toBe('embedded');
    expect(joined.notes).toContain(
      'Not all majors were run in one way: PostgreSQL 15.18 as a process of our own and PostgreSQL 18.4 in Docker.',
    );
  });

  it('are told where each passes and leaves other partitions', () => {
    const left = (upper: string): RunResult['scenarios'] => [
      scenario('upgrade', { after: [layout([partition('2026', '2026-01-01', upper, 7)])] }),
    ];
    const [a, b, c] = [
      on('14.23', { scenarios: left('2027-01-01') }),
      on('16.4', { scenarios: left('2027-01-01') }),
      on('18.4', { scenarios: left('2026-07-01') }),
    ];
    expect(join(judged(a), judged(b)).notes.join()).not.toContain('partitions afterwards');
    const joined = join(judged(a), judged(c));
    const note =
      'The partitions afterwards are not the same on PostgreSQL 14 and 18, though each passes: upgrade.';
    expect(joined.notes).toContain(note);
    expect(joined.verdict).toBe('pass');
    // Told once, of a report that is joined again.
    const again = mergeResults([joined, b]);
    expect(again.notes.filter((one) => one.startsWith('The partitions afterwards'))).toEqual([
      'The partitions afterwards are not the same on PostgreSQL 14, 16 and 18, though each passes: upgrade.',
    ]);
  });
});

describe('a major that is not judged', () => {
  const joined = join(judged(on('14.23')), lacking(16));

  it('leaves nothing green: each scenario is open there, and says why', () => {
    expect(joined.verdict).toBe('inconclusive');
    const open = joined.scenarios.filter(({ server }) => server === '16');
    expect(open.map(({ name, verdict }) => [name, verdict])).toEqual([
      ['fresh', 'inconclusive'],
      ['upgrade', 'inconclusive'],
    ]);
    const told = renderFindings(joined, PLAIN);
    expect(told).toContain('PostgreSQL 16 was not judged: it is not to be had\n');
    expect(told).toContain('→ Install it');
    expect(renderClosing(joined, PLAIN)).toContain(
      'INCONCLUSIVE  2 of 4 scenarios on PostgreSQL 16 only could not be judged.',
    );
  });

  it('stays so in the JSON report, read again and joined', () => {
    const read = readJsonReport(renderJson(joined), 'report.json');
    expect(mergeResults([read]).verdict).toBe('inconclusive');
    expect(mergeResults([read, on('18.4')]).verdict).toBe('inconclusive');
  });

  it('does not hide what fails elsewhere, nor is that said to be there only', () => {
    const open = join(lacking(16), judged(failing('14.23')), judged(on('18.4')));
    expect(open.verdict).toBe('fail');
    expect(headline(open)).not.toContain('only');
    expect(renderClosing(open, PLAIN)).toContain('FAIL  1 of 6 scenarios on PostgreSQL 14.');
    const told = renderFindings(open, PLAIN);
    expect(told).toContain('Found on PostgreSQL 14; it was not looked for in all of that on 16.');
    expect(told).not.toContain('Found on PostgreSQL 14 only');
  });
});

describe('majors of which none is judged', () => {
  it('end in what is wrong with each, a fault before a mistake', () => {
    const both = (): RunResult => join(lacking(14, 'no room', EXIT.fault), lacking(16));
    expect(both).toThrow('PostgreSQL 14: no room\nPostgreSQL 16: it is not to be had');
    expect(both).toThrow(expect.objectContaining({ exitStatus: EXIT.fault }));
  });

  it('tell once what is wrong on all', () => {
    const wrong = 'the table public.x is nowhere';
    expect(() => join(lacking(14, wrong), lacking(16, wrong))).toThrow(
      expect.objectContaining({ message: wrong, exitStatus: EXIT.usage }),
    );
  });
});

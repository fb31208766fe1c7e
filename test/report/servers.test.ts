/** Results joined of several majors: one name, several scenarios. */
import { describe, expect, it } from '@jest/globals';
import { findingsOf } from '../../src/report/findings.ts';
import { headline } from '../../src/report/headline.ts';
import { createPaint } from '../../src/report/paint.ts';
import { groupedNotes, replayCommand } from '../../src/report/summary.ts';
import { renderFindings, renderScenarioLine } from '../../src/report/terminal.ts';
import { labelOf } from '../../src/report/words.ts';
import { LOST, run, RUNWAY, scenario } from './results.ts';

const PLAIN = { paint: createPaint({ colour: false }) };
const rows = { before: 100_000, after: 97_000, lost: 3_000, duplicated: 0, changed: 0 };

const on = (server: string, ...checks: (typeof LOST)[]) =>
  scenario('upgrade', {
    server,
    verdict: checks.includes(LOST) ? 'fail' : 'pass',
    checks,
    notes: [`n${server}`],
    rows,
  });

const JOINED = run([on('14.23', LOST, RUNWAY), on('15.18', LOST, RUNWAY), on('16.4', RUNWAY)], {
  verdict: 'fail',
});

describe('scenarios of several servers', () => {
  it('are told by their server', () => {
    expect(JOINED.scenarios.map(labelOf)).toEqual([
      'upgrade on PostgreSQL 14.23',
      'upgrade on PostgreSQL 15.18',
      'upgrade on PostgreSQL 16.4',
    ]);
    expect(JOINED.scenarios.map((one) => renderScenarioLine(one, PLAIN)).join('')).toContain(
      'upgrade on PostgreSQL 16.4',
    );
    expect(groupedNotes(JOINED).map(({ scenarios }) => scenarios)).toEqual(
      JOINED.scenarios.map((one) => [labelOf(one)]),
    );
  });

  it('say which of them met a finding, where not all did', () => {
    const [lost, runway] = findingsOf(JOINED);
    expect(lost?.onlyOn).toEqual(['14', '15']);
    expect(lost?.check.message).toBe(`${LOST.message} Found on PostgreSQL 14 and 15 only.`);
    expect(runway?.onlyOn).toBeUndefined();
    expect(runway?.check.message).toBe(RUNWAY.message);
    expect(headline(JOINED)).toMatch(/3,000 of 100,000 rows of .* on PostgreSQL 14 and 15 only$/);
    expect(renderFindings(JOINED, PLAIN)).toContain('Found on PostgreSQL 14 and 15 only.');
  });

  it('name versions where they are of one major', () => {
    const [lost] = findingsOf(run([on('16.4', LOST), on('16.14')]));
    expect(lost?.onlyOn).toEqual(['16.4']);
  });

  it('are replayed on their major', () => {
    expect(replayCommand(JOINED, 'upgrade on PostgreSQL 15.18')).toBe(
      'partition-guard validate --postgres 15 --seed 1 --scenario upgrade',
    );
  });
});

/** Results of a share: nobody is to read them as the whole run. */
import { describe, expect, it } from '@jest/globals';
import type { RunResult } from '../../src/domain/result.ts';
import { renderHtml } from '../../src/report/html/page.ts';
import { renderJobSummary } from '../../src/report/job-summary.ts';
import { createPaint } from '../../src/report/paint.ts';
import { renderClosing } from '../../src/report/terminal.ts';
import { PASSING_CHECKS, run, scenario } from './results.ts';

const upgrade = scenario('upgrade', { checks: PASSING_CHECKS });
const share = { index: 2, of: 4, scenarios: ['fresh', 'upgrade', 'rerun'] };

const forms = (over: Partial<RunResult>): string[] => {
  const result = run([upgrade], over);
  return [
    renderJobSummary(result, {}).slice(0, 200),
    renderClosing(result, { paint: createPaint({ colour: false }) }),
    renderHtml(result),
  ];
};

describe('a share of the scenarios', () => {
  it.each(['pass', 'inconclusive'] as const)('is told where its verdict stands: %s', (verdict) => {
    for (const form of forms({ shard: share, verdict }))
      expect(form).toContain('1 scenario of share 2/4 alone');
  });

  it('is not told of a whole run', () => {
    const whole = { index: 1, of: 1, scenarios: ['upgrade'] };
    for (const form of forms({ shard: whole })) expect(form).not.toContain('of share');
  });
});

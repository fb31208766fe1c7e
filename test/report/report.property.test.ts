import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { renderJson } from '../../src/report/json.ts';
import { createPaint } from '../../src/report/paint.ts';
import { createProgress } from '../../src/report/progress.ts';
import {
  renderClosing,
  renderFindings,
  renderHeader,
  renderScenarioLine,
} from '../../src/report/terminal.ts';
import { resultOf, words } from './hostile-results.ts';

const nightly = process.env['PARTITION_GUARD_NIGHTLY'] !== undefined;
const CASES = { numRuns: nightly ? 5_000 : 500 };

describe('the terminal', () => {
  const paint = createPaint({ colour: false });

  it('prints no control character and no command of a runner', () => {
    fc.assert(
      fc.property(words, fc.option(fc.integer({ min: 1, max: 120 }), { nil: undefined }), (w, width) => {
        const result = resultOf(w);
        const options = { paint, ...(width === undefined ? {} : { width }) };
        const written: string[] = [];
        const progress = createProgress({ write: (text) => written.push(text) }, { ...options, total: 2 });
        result.scenarios.forEach((one) => progress.finished(one));
        const text = [
          renderHeader(result, options),
          ...result.scenarios.map((one) => renderScenarioLine(one, options)),
          ...written,
          renderFindings(result, options),
          renderClosing(result, options),
        ].join('');
        expect(text.replace(/\n/g, '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        for (const line of text.split('\n')) expect(line).not.toMatch(/^\s*::|##\[/);
      }),
      CASES,
    );
  });
});

describe('JSON', () => {
  it('brings every word back as it was', () => {
    fc.assert(
      fc.property(words, (w) => {
        const [first] = JSON.parse(renderJson(resultOf(w))).scenarios;
        expect(first.name).toBe(w.name);
        expect(first.before[1].partition).toBe(`${w.name}2`);
        expect(first.checks[0].message).toBe(w.message);
        expect(first.checks[0].evidence.examples).toEqual([w.example, w.example]);
        expect(first.notes).toEqual([w.note]);
      }),
      CASES,
    );
  });
});

/** The comment and the summary stay within GitHub's limits, whole and telling what is missing, whatever the result's size. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CheckResult, RunResult } from '../../src/domain/result.ts';
import { annotationsOf } from '../../src/report/annotations.ts';
import { COMMENT_LIMIT, renderComment } from '../../src/report/comment.ts';
import { renderJobSummary, SUMMARY_LIMIT } from '../../src/report/job-summary.ts';
import { readMarkdown } from '../support/github-markdown.ts';
import { check, LINKS, MARKER, regular, run, scenario } from './results.ts';

const nightly = process.env['PARTITION_GUARD_NIGHTLY'] !== undefined;
const CASES = { numRuns: nightly ? 500 : 25 };

const MEBIBYTE = 1024 * 1024;

interface Size {
  readonly verdict: 'pass' | 'inconclusive' | 'fail';
  readonly scenarios: number;
  readonly findings: number;
  readonly partitions: number;
  readonly notes: number;
  readonly words: string;
  readonly linked: boolean;
}

const sizes = fc.record<Size>({
  verdict: fc.constantFrom('pass', 'inconclusive', 'fail'),
  scenarios: fc.integer({ min: 0, max: 200 }),
  findings: fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 250 })),
  partitions: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.constant(2_000)),
  notes: fc.integer({ min: 0, max: 60 }),
  words: fc
    .record({
      of: fc.constantFrom('a', 'word ', '<', '$', '|', '`', '@', 'é', '🦊', '\u0301'),
      length: fc.oneof(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 3_000 })),
    })
    .map(({ of, length }) => of.repeat(length)),
  linked: fc.boolean(),
});

function resultOf({ verdict, scenarios, findings, partitions, notes, words }: Size): RunResult {
  const failing = (i: number): CheckResult =>
    check(`assertion:${i}${words}`, {
      verdict: 'fail',
      severity: verdict === 'fail' ? 'error' : 'warning',
      message: `message ${i} ${words}`,
      remedy: words,
      location: { file: `db/V${i}__${words}.sql`, line: i + 1 },
      evidence: { count: 1, examples: Array.from({ length: 9 }, () => words), statement: words },
    });
  const layouts = [regular('monthly', '1950-01-01', partitions)];
  return run(
    Array.from({ length: scenarios }, (_, i) =>
      scenario(`custom ${i} ${words}`, {
        verdict: i % 3 === 0 ? verdict : 'pass',
        before: layouts,
        after: layouts,
        checks: i === 0 ? Array.from({ length: findings }, (_one, n) => failing(n)) : [],
        notes: [`note ${i % 7} ${words}`],
      }),
    ),
    {
      verdict,
      tables: [words],
      notes: Array.from({ length: notes }, (_, i) => `${i} ${words}`),
      server: { kind: 'embedded', version: words },
    },
  );
}

/** Nothing is cut in half: folds are closed, rows have all their cells, fences hold charts. */
function expectWhole(text: string): void {
  const { skeleton, html, fences } = readMarkdown(text);
  const folds = html
    .filter((tag) => tag !== MARKER)
    .map((tag) => (tag.startsWith('<details>') ? 'open' : tag));
  expect(folds).toEqual(folds.map((_, i) => (i % 2 === 0 ? 'open' : '</details>')));
  expect(folds.length % 2).toBe(0);
  let row = { cells: 0, head: 0 };
  for (const node of [...skeleton.filter((one) => !one.endsWith(' link')), ' end']) {
    const [, kind] = node.split(' ');
    if (kind === 'tableCell') row = { ...row, cells: row.cells + 1 };
    else {
      if (row.cells > 0 && row.head > 0) expect(row.cells).toBe(row.head);
      if (kind === 'table') row = { cells: 0, head: 0 };
      else row = { cells: 0, head: row.head > 0 ? row.head : row.cells };
    }
  }
  for (const fence of fences) expect(fence).toMatch(/^gantt\n(?: {2}.+\n)+ {2}.+$/);
  expect(text.match(/```/g)?.length ?? 0).toBe(2 * fences.length);
}

const bytes = (text: string): number => Buffer.byteLength(text);

describe('the comment', () => {
  it('is never over the limit, and whole, whatever is in the result', () => {
    fc.assert(
      fc.property(sizes, fc.constantFrom(COMMENT_LIMIT, 20_000, 3_000), (size, limit) => {
        const links = size.linked ? { links: LINKS } : {};
        const text = renderComment(resultOf(size), { marker: MARKER, limit, ...links });
        expect([...text].length).toBeLessThanOrEqual(limit);
        expect(text.length).toBeLessThanOrEqual(limit);
        expect(bytes(text)).toBeLessThanOrEqual(4 * limit);
        expect(text.startsWith(`${MARKER}\n### `)).toBe(true);
        expectWhole(text);
      }),
      CASES,
    );
  });

  it('says what it leaves out, and where that is', () => {
    const size: Size = {
      verdict: 'fail',
      scenarios: 200,
      findings: 250,
      partitions: 24,
      notes: 60,
      words: 'word ',
      linked: true,
    };
    const notice = (text: string): string => text.trimEnd().split('\n').at(-1) ?? '';
    const result = resultOf(size);
    expect(notice(renderComment(result, { marker: MARKER, links: LINKS }))).toMatchInlineSnapshot(
      `"Left out here for its length: 220 of 250 findings, the details of 230 findings, 140 of 200 scenarios and 47 of 67 notes. All of it is in [the summary of the workflow run](https://github.com/your-organisation/bookings/actions/runs/42) and in the report files."`,
    );
    expect(notice(renderComment(result, { marker: MARKER, limit: 9_000 }))).toMatchInlineSnapshot(
      `"Left out here for its length: 220 of 250 findings, the layouts, the details of 240 findings, 140 of 200 scenarios and all 67 notes. All of it is in the summary of the workflow run and in the report files."`,
    );
    expect(notice(renderComment(result, { marker: MARKER, limit: 4_000 }))).toMatchInlineSnapshot(
      `"Left out here for its length: 220 of 250 findings, the layouts, the details of 250 findings, 194 of 200 scenarios and all 67 notes. All of it is in the summary of the workflow run and in the report files."`,
    );
    expect(notice(renderComment(result, { marker: MARKER, limit: 600 }))).toMatchInlineSnapshot(
      `"Left out here for its length: the sentence on the gravest finding, all 250 findings, the layouts, the details of 250 findings, all 200 scenarios and all 67 notes. All of it is in the summary of the workflow run and in the report files."`,
    );
  });
});

describe('the job summary', () => {
  it('is below a mebibyte, and whole, whatever is in the result', () => {
    fc.assert(
      fc.property(sizes, (size) => {
        const text = renderJobSummary(resultOf(size), size.linked ? { links: LINKS } : {});
        expect(bytes(text)).toBeLessThanOrEqual(SUMMARY_LIMIT);
        // What is longer takes a parser seconds, and is cut like the comment.
        if (text.length < 100_000) expectWhole(text);
      }),
      CASES,
    );
  });

  it('leaves room for what else its step writes, and uses the rest', () => {
    expect(SUMMARY_LIMIT).toBeLessThan(0.95 * MEBIBYTE);
    const words = '🦊'.repeat(2_000);
    const size: Size = {
      verdict: 'fail',
      scenarios: 200,
      findings: 250,
      partitions: 24,
      notes: 60,
      words,
      linked: true,
    };
    const text = renderJobSummary(resultOf(size), { links: LINKS });
    expect(text).toMatch(/Left out here for its length: .* All of it is in the report files/);
    expect(bytes(text)).toBeGreaterThan(0.8 * SUMMARY_LIMIT);
  });
});

describe('annotations', () => {
  it('are as many as GitHub shows, whatever is in the result', () => {
    fc.assert(
      fc.property(sizes, (size) => {
        const all = annotationsOf(resultOf(size));
        const of = (level: string): number => all.filter((one) => one.level === level).length;
        expect(of('error')).toBeLessThanOrEqual(10);
        expect(of('warning')).toBeLessThanOrEqual(10);
        expect(of('notice')).toBe(size.findings > 10 && size.scenarios > 0 ? 1 : 0);
        for (const { title, message } of all) {
          expect(title.length).toBeLessThanOrEqual(500);
          expect(message.length).toBeLessThanOrEqual(8_000);
        }
      }),
      CASES,
    );
  });
});

/** The comment's and the summary's structure, as GitHub's own grammar reads it, whatever strangers call their things. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RunResult } from '../../src/domain/result.ts';
import { renderComment } from '../../src/report/comment.ts';
import { renderJobSummary } from '../../src/report/job-summary.ts';
import { lineAddress } from '../../src/report/links.ts';
import { renderNotJudged } from '../../src/report/not-judged.ts';
import { type MarkdownRead, meaningsOf, readMarkdown } from '../support/github-markdown.ts';
import { harmless, hostile, resultOf, type Words, words } from './hostile-results.ts';
import { LINKS, MARKER } from './results.ts';

const nightly = process.env['PARTITION_GUARD_NIGHTLY'] !== undefined;
const CASES = nightly ? 20_000 : 2_000;

/** The summary is made of the same parts as the comment: a tenth of the cases tells whether it is made in the same way. */
const FORMS = [
  {
    form: 'comment',
    numRuns: CASES,
    render: (result: RunResult) => renderComment(result, { marker: MARKER, links: LINKS }),
  },
  {
    form: 'job summary',
    numRuns: CASES / 10,
    render: (result: RunResult) => renderJobSummary(result, { links: LINKS }),
  },
];

/** All letters and digits: every part of the report that a word can have is there. */
const shows = (w: Words): boolean =>
  // eslint-disable-next-line no-control-regex
  Object.values(w).every((text) => /[\p{L}\p{N}]/u.test(text.replace(/[\x1b\x80-\x9f][^]*/g, '')));

const isLinked = (file: string): boolean => lineAddress({ file, line: 3 }, LINKS) !== undefined;

const BASE = 'https://github.com/your-organisation/bookings';
const OWN_LINK = new RegExp(
  `^${BASE}/(?:blob/${LINKS.sha}/(?:[\\w.~/-]|%[0-9A-F]{2})+#L3|commit/${LINKS.sha}|actions/runs/42)$`,
);
/** A summary is text, apart from signs that stand alone. */
const OWN_HTML =
  /^(?:<!-- partition-guard: comment -->|<details><summary>(?:[^<>]|<span>\$<\/span>)*<\/summary>|<\/details>)$/;

describe.each(FORMS)('the $form', ({ numRuns, render }) => {
  const linked = readMarkdown(render(resultOf(harmless))).skeleton;
  const unlinked = readMarkdown(render(resultOf({ ...harmless, file: '/x' }))).skeleton;

  it('is read as what it is made of', () => {
    const parts = (skeleton: readonly string[], kind: string): number =>
      skeleton.filter((node) => node.endsWith(` ${kind}`)).length;
    expect(parts(linked, 'link')).toBe(4);
    expect(parts(unlinked, 'link')).toBe(1);
    expect(parts(linked, 'heading 3')).toBe(1);
    expect(parts(linked, 'code mermaid ')).toBe(1);
    expect(parts(linked, 'tableRow')).toBe(2 + 3);
    expect(parts(linked, 'tableCell')).toBe(2 * 3 + 3 * 4);
    expect(parts(linked, 'html <details><summary/>')).toBe(2);
    expect(parts(linked, 'html </details>')).toBe(2);
  });

  it('keeps its structure, and means nothing beside what it says', () => {
    fc.assert(
      fc.property(words, (w) => {
        const read = readMarkdown(render(resultOf(w)));
        if (shows(w)) expect(read.skeleton).toEqual(isLinked(w.file) ? linked : unlinked);
        expectInert(read);
      }),
      { numRuns },
    );
  });
});

describe('what is written without a verdict', () => {
  const render = (told: string): MarkdownRead => {
    const read = readMarkdown(renderNotJudged(told, { marker: MARKER, links: LINKS }));
    const isBreak = (node: string): boolean => node.endsWith('<br>');
    return {
      ...read,
      skeleton: read.skeleton.filter((node) => !isBreak(node)),
      html: read.html.filter((tag) => !isBreak(tag)),
    };
  };
  const { skeleton } = render('x\ny');

  it('keeps its structure, and means nothing beside what it says', () => {
    expect(skeleton).toHaveLength(8);
    fc.assert(
      fc.property(hostile, hostile, (wrong, hint) => {
        const read = render(`${wrong}\n${hint}`);
        expect(read.skeleton).toEqual(skeleton);
        expectInertWords(read);
        expect(read.fences).toEqual([]);
      }),
      { numRuns: CASES / 4 },
    );
  });
});

function expectInert(read: MarkdownRead): void {
  expectInertWords(read);
  expect(read.fences).toHaveLength(1);
  for (const fence of read.fences) expectChart(fence);
}

function expectInertWords({ links, html, words: said }: MarkdownRead): void {
  expect(links.filter((link) => !OWN_LINK.test(link))).toEqual([]);
  expect(html.filter((tag) => !OWN_HTML.test(tag))).toEqual([]);
  expect(meaningsOf(said)).toEqual([]);
}

const TASK = /^ {2}[^:;#%{}<>`-]+ :(?:(?:done|crit), )?\d{4}-\d\d-\d\d, \d{4}-\d\d-\d\d$/;

/** Only lines that mermaid reads as bars. */
function expectChart(fence: string): void {
  const [kind, title, ...rest] = fence.split('\n');
  expect([kind, ...rest.slice(0, 4)]).toEqual([
    'gantt',
    '  dateFormat YYYY-MM-DD',
    '  axisFormat %d %b',
    '  todayMarker off',
    '  section before and after',
  ]);
  const tasks = rest.slice(4);
  expect(title).toMatch(/^ {2}title [^:;#%{}<>`-]+$/);
  expect(tasks).toHaveLength(3);
  for (const task of tasks) expect(task).toMatch(TASK);
}

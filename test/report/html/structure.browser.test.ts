/** Whatever strangers call their things, the page is built the same: judged by a real browser's own parser. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { renderHtml } from '../../../src/report/html/page.ts';
import { openBrowser } from '../../support/browser.ts';
import { harmless, hostile, resultOf, type Words, words } from '../hostile-results.ts';
import { IN_PAGE } from './in-page.ts';

/** 2,000 in every run, 10,000 at night; so many are parsed at once. */
const CASES = process.env['PARTITION_GUARD_NIGHTLY'] === undefined ? 2_000 : 10_000;
const BATCH = 20;

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage();
  await page.evaluate(IN_PAGE.defineInspect);
});

afterAll(() => browser.close());

interface Inspected {
  /** Names of elements, attributes and classes, nested; without what depends on how long a text is. */
  readonly skeleton: string;
  /** What must not be there, or not like that. */
  readonly wrong: readonly string[];
}

const inspect = (pages: readonly string[]): Promise<Inspected[]> =>
  page.evaluate(`inspectAll(${JSON.stringify(pages)})`);

const LINE_BREAK = /\r\n|[\n\r\v\f\x85\u2028\u2029]/;

/** A text that means nothing, of as many lines as another, each blank or not as there. */
const twin = (text: string): string =>
  text
    .split(LINE_BREAK)
    .map((line) => (/[^\s]|[\p{Cc}\p{Cf}]/u.test(line.replace(/\t/g, '')) ? 'x' : ''))
    .join('\n');

const twinOf = (w: Words): Words =>
  Object.fromEntries(
    Object.entries(w).map(([key, text]: [string, string]) => [key, twin(text)]),
  ) as unknown as Words;

const skeletons = new Map<string, Promise<string>>();

/** Of the page with these words; asked for again and again, since few differ in more than blanks and breaks. */
function skeletonOf(w: Words): Promise<string> {
  const key = JSON.stringify(w);
  const known = skeletons.get(key) ?? inspect([renderHtml(resultOf(w))]).then(([one]) => one?.skeleton ?? '');
  skeletons.set(key, known);
  return known;
}

/** Where two skeletons part. */
function differenceOf(a: string, b: string): string {
  if (a === b) return '';
  let at = 0;
  while (a[at] === b[at]) at += 1;
  return `${a.slice(Math.max(0, at - 80), at + 120)} — ${b.slice(at, at + 120)}`;
}

it(`keeps the structure of the page whole, in ${CASES} cases`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(words, { minLength: BATCH, maxLength: BATCH }), async (batch) => {
      const hostilePages = await inspect(batch.map((w) => renderHtml(resultOf(w))));
      const expected = await Promise.all(batch.map((w) => skeletonOf(twinOf(w))));
      hostilePages.forEach(({ skeleton, wrong }, i) => {
        const difference = differenceOf(skeleton, expected[i] ?? '');
        expect({ words: batch[i], wrong, difference }).toEqual({
          words: batch[i],
          wrong: [],
          difference: '',
        });
      });
    }),
    // A batch shrinks for minutes, and tells its one bad case already.
    { numRuns: CASES / BATCH, endOnFailure: true },
  );
}, 600_000);

it('shows every text of strangers as it is, but for blanks and what cannot be seen', async () => {
  const letters = fc.string({
    unit: fc.constantFrom(...`<>&"'/=\`;:{}()[]-!#%x \\`),
    minLength: 1,
    maxLength: 40,
  });
  await fc.assert(
    fc.asyncProperty(fc.array(letters, { minLength: BATCH, maxLength: BATCH }), async (batch) => {
      const pages = batch.map((text) => renderHtml(resultOf({ ...harmless, remedy: text, statement: text })));
      const shown = await page.evaluate<{ remedy: string; statement: string }[]>(
        `textsOf(${JSON.stringify(pages)})`,
      );
      const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
      shown.forEach(({ remedy, statement }, i) => {
        expect(statement).toBe(plain(batch[i] ?? ''));
        if (plain(batch[i] ?? '') !== '') expect(remedy).toBe(plain(`What to do: ${batch[i]}`));
      });
    }),
    { numRuns: 10 },
  );
});

it('would notice: a page in which one text stood unescaped is not like the others', async () => {
  const [whole, broken, scripted] = await inspect([
    renderHtml(resultOf(harmless)),
    renderHtml(resultOf(harmless)).replace('docs/checks/', '<b>docs</b>/checks/'),
    renderHtml(resultOf(harmless)).replace('docs/checks/', '<img src=x onerror=alert(1)>'),
  ]);
  expect(whole?.wrong).toEqual([]);
  expect(broken?.skeleton).not.toBe(whole?.skeleton);
  expect(scripted?.wrong).toEqual(['<img>', 'attribute src', 'attribute onerror']);
  expect(fc.sample(hostile, 300).filter((text) => /[<&"']/.test(text)).length).toBeGreaterThan(50);
});

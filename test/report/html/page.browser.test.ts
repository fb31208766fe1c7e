/** The report in a real Chromium: that it renders, asks nobody for anything, fits a phone, and can be used by everybody. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import axe, { type AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { renderHtml } from '../../../src/report/html/page.ts';
import { openBrowser } from '../../support/browser.ts';
import { IN_PAGE } from './in-page.ts';
import { PAGES } from './pages.ts';

let browser: Browser;
let folder: string;

beforeAll(async () => {
  browser = await openBrowser();
  folder = await mkdtemp(join(tmpdir(), 'partition-guard-html-'));
  for (const [name, result] of Object.entries(PAGES)) await writeFile(fileOf(name), renderHtml(result));
});

afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

const fileOf = (name: string): string => join(folder, `${name.replace(/\W+/g, '-')}.html`);

/** Opens a report; whatever it says on the console or asks for is heard. */
async function withReport<T>(
  name: string,
  options: BrowserContextOptions,
  use: (page: Page, heard: readonly string[]) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  try {
    const page = await context.newPage();
    const heard: string[] = [];
    page.on('console', (message) => heard.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => heard.push(`error: ${error.message}`));
    page.on('dialog', (dialog) => heard.push(`dialog: ${dialog.message()}`));
    const address = pathToFileURL(fileOf(name)).href;
    await page.route('**', async (route) => {
      if (route.request().url() === address) return route.continue();
      heard.push(`request: ${route.request().url()}`);
      return route.abort();
    });
    await page.goto(address, { waitUntil: 'load' });
    return await use(page, heard);
  } finally {
    await context.close();
  }
}

const names = Object.keys(PAGES);

describe.each(names)('a report %s', (name) => {
  it('renders, says nothing on the console and asks for nothing', async () => {
    await withReport(name, {}, async (page, heard) => {
      expect(await page.locator('h1').isVisible()).toBe(true);
      // A style that the page's own policy refuses would leave the default behind.
      expect(await page.evaluate(IN_PAGE.positionOfBar)).toBe('sticky');
      expect(heard).toEqual([]);
    });
  });

  it.each([360, 320, 700, 1280])('fits a screen of %d pixels', async (width) => {
    await withReport(name, { viewport: { width, height: 740 } }, async (page) => {
      await page.evaluate(IN_PAGE.openAll);
      expect(await page.evaluate<number>(IN_PAGE.scrollWidth)).toBeLessThanOrEqual(width);
    });
  });

  it.each(['light', 'dark'] as const)('has no fault that axe knows, %s', async (colorScheme) => {
    for (const width of colorScheme === 'light' ? [1280, 360] : [1280]) {
      await withReport(name, { colorScheme, viewport: { width, height: 900 } }, async (page) => {
        await page.evaluate(IN_PAGE.openAll);
        await page.evaluate(axe.source);
        const { violations, passes } = await page.evaluate<AxeResults>(IN_PAGE.axe);
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)).toEqual([]);
        expect(passes.map(({ id }) => id)).toContain('color-contrast');
      });
    }
  });
});

describe('with a keyboard', () => {
  it.each(names)(
    'everything that can be used in a report %s is reached in the order of the page, and seen to be',
    async (name) => {
      await withReport(name, {}, async (page) => {
        await page.evaluate(IN_PAGE.openAll);
        const expected = await page.evaluate<string[]>(IN_PAGE.usable);
        const reached: string[] = [];
        const unseen: string[] = [];
        for (let i = 0; i <= expected.length; i += 1) {
          await page.keyboard.press('Tab');
          const focus = await page.evaluate<{ key: string; seen: boolean } | null>(IN_PAGE.focused);
          if (focus === null || focus.key === reached[0]) break;
          reached.push(focus.key);
          if (!focus.seen) unseen.push(focus.key);
        }
        expect(reached).toEqual(expected);
        expect(unseen).toEqual([]);
      });
    },
  );

  it('the first stop leads past the bar to the verdict', async () => {
    await withReport('failing', {}, async (page) => {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await page.evaluate('document.activeElement.id')).toBe('verdict');
    });
  });

  it('arrows choose which scenarios are shown', async () => {
    await withReport('failing', {}, async (page) => {
      const shown = (): Promise<string[]> =>
        page.locator('.scenario h3').filter({ visible: true }).allInnerTexts();
      expect(await shown()).toHaveLength(5);
      await page.locator('#show-all').focus();
      await page.keyboard.press('ArrowRight');
      expect((await shown()).map((text) => text.trim())).toEqual([
        'upgrade',
        'change quarterly → monthly',
        'change yearly → monthly',
        'change monthly → daily',
      ]);
      expect(await page.locator('.index li').filter({ visible: true }).count()).toBe(4);
      await page.keyboard.press('ArrowRight');
      expect((await shown()).map((text) => text.trim())).toEqual(['fresh']);
    });
  });
});

it('a link to a scenario brings its heading into sight, below the bar', async () => {
  await withReport('failing', { reducedMotion: 'reduce' }, async (page) => {
    await page.locator('.index a').last().click();
    const [heading, bar] = [page.locator('.scenario h3').last(), page.locator('.bar')];
    const [top, edge] = [await heading.boundingBox(), await bar.boundingBox()];
    expect(top?.y).toBeGreaterThanOrEqual((edge?.y ?? 0) + (edge?.height ?? 0));
    expect(top?.y).toBeLessThan(900);
    expect(edge?.y).toBe(0);
  });
});

it('nothing moves for who wants no motion', async () => {
  await withReport('failing', { reducedMotion: 'reduce' }, async (page) => {
    expect(await page.evaluate(IN_PAGE.scrollBehaviour)).toBe('auto');
  });
  await withReport('failing', { reducedMotion: 'no-preference' }, async (page) => {
    expect(await page.evaluate(IN_PAGE.scrollBehaviour)).toBe('smooth');
  });
});

it('on paper what is folded is there, and the ground is white', async () => {
  await withReport('failing', { colorScheme: 'dark' }, async (page) => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.locator('details td').first().isVisible()).toBe(true);
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
    expect((await page.pdf()).length).toBeGreaterThan(10_000);
  });
});

it('a phone gets drawings of its own size', async () => {
  for (const [width, kind] of [
    [360, 'narrow'],
    [1280, 'wide'],
  ] as const) {
    await withReport('failing', { viewport: { width, height: 740 } }, async (page) => {
      const drawings = await page.evaluate<{ kinds: string[]; scale: number }>(IN_PAGE.drawings);
      expect(drawings.kinds).toEqual([`chart only-${kind}`]);
      // Text of 11 in the drawing is hardly smaller on the screen.
      expect(drawings.scale).toBeGreaterThan(0.85);
    });
  }
});

it('patterns that tell areas apart are painted', async () => {
  await withReport('failing', {}, async (page) => {
    expect(await page.evaluate(IN_PAGE.missingPatterns)).toEqual([]);
  });
});

import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { renderHtml } from '../../../src/report/html/page.ts';
import { check, FAILING, LOST, OVERLAP, regular, run, RUNWAY, scenario } from '../results.ts';
import { BROKEN, DAILIES, EMPTY, HOSTILE, INCONCLUSIVE, LARGE, LOCKS, PAGES, PASSING } from './pages.ts';

/** The text that a reader gets, blanks as one. */
const textOf = (page: string): string =>
  page
    .replace(/<style>[^]*?<\/style>/, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');

const countOf = (page: string, pattern: RegExp): number => page.match(pattern)?.length ?? 0;

/** A section by the id of its heading, up to the next of its kind. */
const sectionOf = (page: string, id: string): string =>
  new RegExp(`<section class="scenario[^>]*aria-labelledby="${id}"[^]*?</section>`).exec(page)?.[0] ?? '';

describe('the page', () => {
  it('is the same for the same result', () => {
    for (const result of Object.values(PAGES)) expect(renderHtml(result)).toBe(renderHtml(result));
  });

  it('names its own style to its policy, and lets nothing else in', () => {
    for (const result of Object.values(PAGES)) {
      const page = renderHtml(result);
      const [, style = ''] = /<style>([^]*?)<\/style>/.exec(page) ?? [];
      const hash = createHash('sha256').update(style).digest('base64');
      expect(page).toContain(
        `content="default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'"`,
      );
      expect(countOf(page, /<style/g)).toBe(1);
      expect(page).not.toMatch(/<script|<iframe|<img|<object|<base|@import|\sstyle=|\son\w+="/i);
      expect(page.match(/https?:\/\/|url\((?!#)/g)).toBeNull();
    }
  });

  it('has ids that are used once, and links that lead to them', () => {
    for (const result of Object.values(PAGES)) {
      const page = renderHtml(result);
      const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => id);
      expect(ids.filter((id) => !/^[a-z0-9-]+$/.test(id))).toEqual([]);
      expect(ids).toHaveLength(new Set(ids).size);
      const referred = [...page.matchAll(/(?:href="#|aria-labelledby=")([^"]*)"/g)].flatMap(([, id = '']) =>
        id.split(' '),
      );
      expect(referred.filter((id) => !ids.includes(id))).toEqual([]);
    }
  });

  it('has headings that go down by one level at a time', () => {
    for (const result of Object.values(PAGES)) {
      const levels = [...renderHtml(result).matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
      expect(levels[0]).toBe(1);
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      levels.forEach((level, i) => expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1));
    }
  });
});

describe('the first screen', () => {
  it('of a failing run says what would be lost, with keys and dates, and what to do', () => {
    const lost = {
      ...LOST,
      evidence: { ...LOST.evidence, examples: ['Held by a (3)', 'b1 at 2024-11-22, of booking_2024'] },
    };
    const page = renderHtml(
      run(
        [
          scenario('upgrade', {
            verdict: 'fail',
            rows: { before: 100_000, after: 0, lost: 100_000, duplicated: 0, changed: 0 },
            checks: [lost],
          }),
        ],
        { verdict: 'fail' },
      ),
    );
    const first = textOf(page.slice(page.indexOf('<h1'), page.indexOf('id="findings"')));
    expect(first).toContain('This migration would lose 100,000 of 100,000 rows of amenity_booking');
    expect(first).toContain('All 100,000 rows (2024-11-22 to 2027-11-21) are gone');
    expect(first).toContain('First of them: b1 at 2024-11-22, of booking_2024');
    expect(first).not.toContain('Held by');
    expect(first).toContain('Copy the rows before the drop, or attach the old table as a partition.');
    expect(first).toContain('db/migration/V2__partition.sql:24');
    expect(page.indexOf('<h1')).toBeLessThan(page.indexOf('class="lost"'));
    expect(page.indexOf('class="lost"')).toBeLessThan(page.indexOf('class="todo"'));
  });

  it('of a passing run claims what was seen', () => {
    const page = textOf(renderHtml(PASSING));
    expect(page).toContain('No row lost, no overlap, no gap: 300,000 seeded rows through 3 scenarios');
    expect(page).toContain('300,000 seeded rows were found again.');
    expect(page).toContain('Writes keep working until 2028-01-01.');
    expect(page).not.toContain('What to do');
  });

  it('says that rows were found with their values only where that was judged everywhere', () => {
    const checks = ['no-row-lost', 'no-row-duplicated', 'no-row-changed'].map((id) => check(id));
    expect(textOf(renderHtml(run([scenario('a', { checks })])))).toContain(
      'found again, each once and with its values.',
    );
    const partly = [scenario('a', { checks }), scenario('b', { checks: checks.slice(1) })];
    const text = textOf(renderHtml(run(partly)));
    expect(text).toContain(
      '100,000 seeded rows were found again. What became of the rows was not seen in 1 scenario.',
    );
  });

  it('of an unproven run says so, and what to do about it', () => {
    const page = textOf(renderHtml(INCONCLUSIVE));
    expect(page).toContain('Not proven: 1 of 2 scenarios could not be judged');
    expect(page).toContain('What to do Give rows of your own under seed: in the configuration.');
  });

  it('tells warnings apart from what keeps a run from passing', () => {
    const warned = renderHtml(run([scenario('fresh', { checks: [RUNWAY] })]));
    expect(textOf(warned)).toContain('What to do about what is warned of');
    expect(warned).toContain('class="todo f-warning"');
    expect(renderHtml(FAILING)).toContain('class="todo"');
  });

  it('claims nothing where nothing was seeded or played', () => {
    const rows = { before: 0, after: 0, lost: 0, duplicated: 0, changed: 0 };
    expect(textOf(renderHtml(run([scenario('fresh', { rows })])))).toContain(
      'none was seen to be kept or lost',
    );
    expect(textOf(renderHtml(EMPTY))).toContain('No scenario was played.');
  });
});

describe('findings', () => {
  const page = renderHtml(FAILING);

  it('are all there, the gravest first, with remedy, place, statement, examples and scenarios', () => {
    const told = [...page.matchAll(/<article[^]*?<\/article>/g)].map(([article]) => textOf(article));
    expect(told).toHaveLength(3);
    expect(
      told.map((text) => [LOST, OVERLAP, RUNWAY].find(({ id }) => text.includes(` ${id} `))?.id),
    ).toEqual(['no-row-lost', 'no-overlap', 'runway']);
    for (const part of [
      '24',
      'DROP TABLE IF EXISTS amenity_booking_old',
      'b1',
      'b3',
      'and 99,997 more',
      LOST.remedy,
      'upgrade',
      'docs/checks/no-row-lost.md',
      '--scenario upgrade',
    ])
      expect(told[0]).toContain(part);
    expect(told[1]).toContain('change quarterly → monthly , change yearly → monthly');
  });

  it('are not there where there are none', () => {
    expect(renderHtml(PASSING)).not.toContain('id="findings"');
  });
});

describe('a scenario', () => {
  const page = renderHtml(BROKEN);
  const section = sectionOf(page, 'scenario-change-monthly-daily');

  it('shows gaps, overlaps, unbounded ends and the default partition', () => {
    expect(countOf(section, /<rect\s+class="gap"/g)).toBeGreaterThan(0);
    expect(countOf(section, /<rect\s+class="overlap"/g)).toBeGreaterThan(0);
    expect(countOf(section, /class="endless"/g)).toBe(4);
    expect(countOf(section, /<rect\s+class="default full"/g)).toBe(4);
    const text = textOf(section);
    expect(text).toContain(
      'Gap after: [2026-01-31 23:59:59, 2026-02-01) has no partition, and writes fail there.',
    );
    expect(text).toContain('Overlap after: [2026-04-01, 2026-04-10) is claimed by more than one partition.');
    expect(text).toContain('default partition: 12 rows');
    expect(text).toContain(
      'After: [2026-02-01, 2026-03-01) has no partition of its own; the default takes it.',
    );
    expect(text).toContain('1,210,640 rows, 1 gap, 1 overlap');
  });

  it('has every partition in a table: name, bounds, rows', () => {
    const [table] = /<table>[^]*?<\/table>/.exec(section) ?? [''];
    const rows = [...table.matchAll(/<tr>([^]*?)<\/tr>/g)].map(([, row = '']) => textOf(row).trim());
    expect(rows).toContain('past MINVALUE 2026-01-01 not there 40');
    expect(rows).toContain('future 2026-05-01 MAXVALUE not there 0');
    expect(rows).toContain('2026_01 2026-01-01 2026-02-01 1,000 not there');
    expect(rows).toContain('2026_02 2026-02-01 2026-03-01 1,000 3,500');
  });

  it('labels bounds, and rows where there is room', () => {
    const [wide = ''] = /<svg\s+class="chart only-wide"[^]*?<\/svg>/.exec(section) ?? [];
    const texts = [...wide.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text);
    expect(texts).toEqual(expect.arrayContaining(['2026-04-01', '1,200,000', '2026_04', 'future']));
  });

  it('draws its locks, and lists them with mode, times, rows, statement and place', () => {
    const text = textOf(section);
    expect(text).toContain('writers up to 280 ms');
    expect(text).toContain('wait: readers and writers up to 50 ms');
    expect(text).toContain('SHARE ROW EXCLUSIVE 20 ms 300 ms 280 ms 100,000 db/migration/V1__manage.sql:96');
    expect(text).toContain('3 more locks not listed');
    expect(countOf(section, /class="stall everybody"/g)).toBe(5);
    expect(countOf(section, /class="stall writers"/g)).toBe(3);
  });

  it('tells checks, notes, waivers and how to play it again', () => {
    const text = textOf(section);
    expect(text).toContain('no-gap No partition takes 2026-01-31 23:59:59.');
    expect(text).toContain('Waived: runway until 2027-01-01: at night');
    expect(text).toContain("--scenario 'change:monthly->daily'");
    expect(textOf(sectionOf(renderHtml(PASSING), 'scenario-rerun'))).toContain(
      'Nothing was run a second time.',
    );
  });

  it('shows a table that was not partitioned before with its rows', () => {
    const text = textOf(sectionOf(renderHtml(PASSING), 'scenario-upgrade'));
    expect(text).toContain('Before one table, 100,000 seeded rows');
    expect(text).toContain('not partitioned by range');
  });

  it('says where no lock was seen, and nothing where nobody looked', () => {
    const none = { ...LOCKS, held: [], stalls: [] };
    const text = textOf(renderHtml(run([scenario('a', { locks: none })])));
    expect(text).toContain('No table in use was seen locked against readers or writers.');
    expect(textOf(renderHtml(run([scenario('a')])))).not.toContain('Locks');
  });
});

describe('a large run', () => {
  it('joins 2,000 dailies by the calendar, and lists what there is room for', () => {
    const page = renderHtml(LARGE);
    const text = textOf(page);
    expect(page.length).toBeLessThan(200_000);
    expect(text).toContain(`After ${DAILIES.toLocaleString('en')} daily partitions, 100,000 rows`);
    expect(text).toContain('Partitions on end are drawn as one, by calendar.');
    expect(text).toContain('1,826 more partitions that have no room here: the JSON report has all.');
    expect(countOf(page, /class="frame"/g)).toBeLessThan(400);
  });

  it('stays of bounded size', () => {
    const one = scenario('change:daily->monthly', {
      before: Array.from({ length: 9 }, (_, i) => ({
        ...regular('daily', '2022-01-01', 400, 5),
        table: `public.t${i}`,
      })),
      after: [],
      locks: LOCKS,
      notes: Array.from({ length: 500 }, (_, i) => `note ${i} ${'x'.repeat(5_000)}`),
    });
    const page = renderHtml(run(Array.from({ length: 20 }, (_, i) => ({ ...one, name: `${one.name}${i}` }))));
    expect(page.length).toBeLessThan(4_000_000);
    expect(textOf(page)).toContain('3 more tables: the JSON report has all.');
    expect(textOf(page)).toContain('480 more notes in the JSON report.');
  });
});

it('what strangers wrote is text, and what cannot be seen is written out', () => {
  const page = renderHtml(HOSTILE);
  const text = textOf(page);
  expect(text).toContain('"><script>alert(1)</script><img src=x onerror=alert(1)>');
  expect(text).toContain('\\u202e\\x1b[31m\\x00');
  expect(page).not.toMatch(/[\p{Cf}\p{Cs}]|(?!\n)\p{Cc}/u);
});

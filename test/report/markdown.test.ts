import { describe, expect, it } from '@jest/globals';
import { code, prose } from '../../src/report/markdown-text.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import {
  check,
  FAILING,
  layout,
  LOST,
  OVERLAP,
  partition,
  PASSING_CHECKS,
  regular,
  run,
  RUNWAY,
  scenario,
} from './results.ts';

const NO_ROWS = { before: 0, after: 0, lost: 0, duplicated: 0, changed: 0 };

const heading = (text: string): string => text.split('\n')[0] ?? '';

describe('the comment on a failing change', () => {
  it('says what would be lost, what to do, and folds the proof', () => {
    expect(renderMarkdown(FAILING)).toBe(
      [
        '### ❌ This migration would lose 100,000 of 100,000 rows of `amenity_booking`',
        '',
        '`db/migration/V2__partition.sql` line 24 (`DROP TABLE IF EXISTS amenity_booking_old`): All 100,000 rows (2024-11-22 to 2027-11-21) are gone after this statement. They were never copied into the new table.',
        '',
        '|  | check | where | what to do |',
        '|---|---|---|---|',
        '| ❌ | `no-row-lost`, upgrade | `db/migration/V2__partition.sql` line 24 | Copy the rows before the drop, or attach the old table as a partition. |',
        '| ❌ | `no-overlap`, change quarterly → monthly and 1 more | `db/migration/V1__manage.sql` line 96 | Drop or keep 2027_01 before making 2027_02. |',
        '| ⚠️ | `runway`, fresh and 3 more |  | Premake more partitions. |',
        '',
        '```mermaid',
        'gantt',
        '  title amenity_booking, change quarterly to monthly',
        '  dateFormat YYYY-MM-DD',
        '  axisFormat %b %Y',
        '  section before',
        '  2026_10 (25,133 rows) :done, 2026-10-01, 2027-01-01',
        '  2027_01 (25,133 rows) :done, 2027-01-01, 2027-04-01',
        '  section after',
        '  2026_10 (25,133 rows) :done, 2026-10-01, 2027-01-01',
        '  2027_01 (25,133 rows) :done, 2027-01-01, 2027-04-01',
        '```',
        '',
        '<details><summary>4 scenarios, 200,000 rows accounted for, PostgreSQL 16.4, seed 1, 7.9 s</summary>',
        '',
        '**What was found**',
        '',
        '- ❌ `no-row-lost` in upgrade: All 100,000 rows (2024-11-22 to 2027-11-21) are gone after this statement. They were never copied into the new table.',
        '  - b1',
        '  - b2',
        '  - b3',
        '  - … and 99,997 more',
        '  - again: `partition-guard validate --seed 1 --scenario upgrade`',
        '- ❌ `no-overlap` in change quarterly → monthly and change yearly → monthly: The change to monthly stops: 2027_02 would overlap 2027_01.',
        "  - again: `partition-guard validate --seed 1 --scenario 'change:quarterly->monthly'`",
        '- ⚠️ `runway` in fresh, upgrade, change quarterly → monthly and change yearly → monthly: Writes fail from 2028-01-01 on.',
        '  - again: `partition-guard validate --seed 1 --scenario fresh`',
        '',
        '|  | scenario | rows | partitions | time |',
        '|---|---|---|---|---|',
        '| ✅ | fresh |  |  | 0.5 s |',
        '| ❌ | upgrade | 100,000 of 100,000 rows lost |  | 0.5 s |',
        '| ❌ | change quarterly → monthly | 100,000 kept |  | 0.5 s |',
        '| ❌ | change yearly → monthly | 100,000 kept |  | 0.5 s |',
        '',
        '</details>',
        '',
      ].join('\n'),
    );
  });

  it.each([
    ['no-row-duplicated', 'upgrade', 'This migration would duplicate 2 of 10 rows of `amenity_booking`'],
    [
      'no-row-changed',
      'rerun',
      'Running the change again would change the values of 1 of 10 rows of `amenity_booking`',
    ],
    [
      'no-overlap',
      'change:quarterly->monthly',
      'Changing quarterly → monthly runs into overlapping partitions',
    ],
    ['no-gap', 'round-trip:a->b->a', 'Changing a → b → a would leave a time without a partition'],
    ['migration-applies', 'fresh', 'This migration stops with an error'],
    ['lock-budget', 'concurrent', 'The scenario `concurrent` would lock a table for too long'],
    ['crash-safe', 'crash', 'The scenario `crash` fails the check `crash-safe`'],
  ])('heads %s with its meaning', (id, name, words) => {
    const failing = scenario(name, {
      verdict: 'fail',
      rows: { before: 10, after: 10, lost: 0, duplicated: 2, changed: 1 },
      checks: [check(id, { verdict: 'fail', message: 'so it is' })],
    });
    expect(heading(renderMarkdown(run([failing], { verdict: 'fail' })))).toBe(`### ❌ ${words}`);
  });

  it('does not name one table where several are judged', () => {
    const tables = ['public.a', 'public.b'];
    const lost = scenario('upgrade', {
      verdict: 'fail',
      rows: { before: 10, after: 7, lost: 3, duplicated: 0, changed: 0 },
      checks: [LOST],
    });
    expect(heading(renderMarkdown(run([lost], { verdict: 'fail', tables })))).toBe(
      '### ❌ This migration would lose 3 of 10 rows',
    );
  });

  it('leads with the gravest finding, not with the first', () => {
    const both = scenario('upgrade', { verdict: 'fail', checks: [OVERLAP, LOST] });
    expect(heading(renderMarkdown(run([both], { verdict: 'fail' })))).toContain('would lose');
  });
});

describe('the comment on a passing change', () => {
  const passing = run(
    [
      scenario('fresh', { rows: NO_ROWS }),
      scenario('upgrade', { after: [regular('monthly', '2026-01-01', 24, 10)], exclusiveLockMs: 3 }),
      scenario('change:monthly->quarterly', {
        exclusiveLockMs: 1240,
        before: [regular('monthly', '2026-01-01', 3)],
        after: [regular('quarterly', '2026-01-01', 1)],
        notes: ['no audit log here'],
      }),
    ],
    { notes: ['writes keep working until 2028-01-01'] },
  );

  it('is short, with what was proven folded', () => {
    expect(renderMarkdown(passing)).toBe(
      [
        '### ✅ No row lost, no overlap, no gap: 200,000 seeded rows through 3 scenarios',
        '',
        '`amenity_booking` goes from unpartitioned to 24 monthly partitions.  ',
        'writes keep working until 2028-01-01  ',
        'Longest exclusive lock 1,240 ms.',
        '',
        '<details><summary>3 scenarios, 200,000 rows accounted for, PostgreSQL 16.4, seed 1, 7.9 s</summary>',
        '',
        '```mermaid',
        'gantt',
        '  title amenity_booking, change monthly to quarterly',
        '  dateFormat YYYY-MM-DD',
        '  axisFormat %b %Y',
        '  section before',
        '  2026_01 (empty) :2026-01-01, 2026-02-01',
        '  2026_02 (empty) :2026-02-01, 2026-03-01',
        '  2026_03 (empty) :2026-03-01, 2026-04-01',
        '  section after',
        '  2026_01 (empty) :2026-01-01, 2026-04-01',
        '```',
        '',
        '|  | scenario | rows | partitions | time |',
        '|---|---|---|---|---|',
        '| ✅ | fresh |  |  | 0.5 s |',
        '| ✅ | upgrade | 100,000 kept | 24 partitions | 0.5 s |',
        '| ✅ | change monthly → quarterly | 100,000 kept | 3 → 1 partition | 0.5 s |',
        '',
        '**What was not judged**',
        '',
        '- no audit log here (change monthly → quarterly)',
        '',
        '</details>',
        '',
      ].join('\n'),
    );
  });

  it('claims only what a scenario was seen to hold', () => {
    const gapOnly = run([scenario('fresh', { rows: NO_ROWS, checks: [check('no-gap')] })]);
    expect(heading(renderMarkdown(gapOnly))).toBe('### ✅ No gap: 1 scenario');
    const nothing = run([scenario('fresh', { rows: NO_ROWS, checks: [check('migration-applies')] })]);
    expect(heading(renderMarkdown(nothing))).toBe('### ✅ Passed: 1 scenario');
  });

  it('says plainly that there was nothing to judge', () => {
    const bare = run([scenario('fresh', { rows: NO_ROWS })], { tables: [] });
    expect(heading(renderMarkdown(bare))).toBe('### ✅ Nothing to judge: no table is partitioned by range');
  });

  it('tells warnings in a table', () => {
    const text = renderMarkdown(run([scenario('upgrade', { checks: [...PASSING_CHECKS, RUNWAY] })]));
    expect(heading(text)).toContain('✅');
    expect(text).toContain('| ⚠️ | `runway`, upgrade |  | Premake more partitions. |');
  });

  it('says what a table has where it had as much before', () => {
    const same = regular('yearly', '2026-01-01', 2);
    expect(renderMarkdown(run([scenario('upgrade', { before: [same], after: [same] })]))).toContain(
      '`amenity_booking` has 2 yearly partitions.',
    );
    const uneven = layout([partition('a', '2026-01-01', '2026-01-17')]);
    expect(renderMarkdown(run([scenario('upgrade', { before: [same], after: [uneven] })]))).toContain(
      '`amenity_booking` goes from 2 yearly partitions to 1 partition.',
    );
  });
});

describe('the comment on what could not be judged', () => {
  it('does not call it a failure', () => {
    const open = scenario('upgrade', {
      verdict: 'inconclusive',
      checks: [check('no-row-lost', { verdict: 'inconclusive', message: 'No row was seeded.' })],
    });
    const text = renderMarkdown(run([open, scenario('rerun')], { verdict: 'inconclusive' }));
    expect(heading(text)).toBe('### ❔ Not proven: 1 of 2 scenarios could not be judged');
    expect(text).toContain('| ❔ | `no-row-lost`, upgrade |  | No row was seeded. |');
  });
});

describe('a long report', () => {
  const many = (n: number, length: number) =>
    run(
      Array.from({ length: n }, (_, i) =>
        scenario(`custom-${i}`, {
          verdict: 'fail',
          checks: [
            check(`assertion:${i}`, {
              verdict: 'fail',
              message: '$'.repeat(length),
              remedy: '@'.repeat(length),
              location: { file: `V${i}.sql`, line: i },
              evidence: { count: 9, examples: Array.from({ length: 9 }, () => '<'.repeat(length)) },
            }),
          ],
          notes: [`note ${i} ${'#'.repeat(length)}`],
        }),
      ),
      { verdict: 'fail', notes: Array.from({ length: 9 }, () => '|'.repeat(length)) },
    );

  it.each([
    [5, 10_000],
    [50, 600],
    [500, 100],
    [5_000, 10],
  ])('stays below the limit, and says what it leaves out (%d findings of %d characters)', (n, length) => {
    const text = renderMarkdown(many(n, length));
    expect(text.length).toBeLessThanOrEqual(60_000);
    expect(text).toMatch(/did not fit here/);
    expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length);
  });
});

describe('text of strangers', () => {
  it.each([
    ['@octocat see #1 and GH-12', '&#64;&#8203;octocat see &#35;&#8203;1 and GH&#8203;-12'],
    ['<script>&amp;', '&lt;script&gt;&amp;amp;'],
    [
      'a | b `c` *d* [e](f) ~~g~~ \\',
      'a &#124; b &#96;c&#96; &#42;d&#42; &#91;e&#93;(f) &#126;&#126;g&#126;&#126; &#92;',
    ],
    ['_x_ amenity_booking', '&#95;x&#95; amenity_booking'],
    ['https://evil.example www.evil.example', 'https:&#8203;//evil.example www&#8203;.evil.example'],
    ['- item', '&#45; item'],
    ['1. item', '1&#46; item'],
    ['$x$', '<span>$</span>x<span>$</span>'],
  ])('%s is shown as it is', (text, markdown) => {
    expect(prose(text)).toBe(markdown);
  });

  it('is code where that is safe, and escaped in code type where it is not', () => {
    expect(code('change:a->b @x #1 & y')).toBe('`change:a->b @x #1 & y`');
    expect(code('a`b')).toBe('<code>a&#96;b</code>');
    expect(code('a|b')).toBe('<code>a&#124;b</code>');
    expect(code('\u0000')).toBe('');
  });
});

import { describe, expect, it } from '@jest/globals';
import { code, prose } from '../../src/report/markdown-text.ts';
import { COMMENT_LIMIT, renderComment } from '../../src/report/comment.ts';
import type { RunResult } from '../../src/domain/result.ts';
import {
  check,
  FAILING,
  layout,
  LINKS,
  LOST,
  MARKER,
  OVERLAP,
  partition,
  PASSING_CHECKS,
  regular,
  run,
  RUNWAY,
  scenario,
} from './results.ts';

const comment = (result: RunResult): string => renderComment(result, { marker: MARKER, links: LINKS });

const NO_ROWS = { before: 0, after: 0, lost: 0, duplicated: 0, changed: 0 };

const heading = (text: string): string => text.split('\n')[1] ?? '';

describe('the comment on a failing change', () => {
  it('says what would be lost, what to do, and folds the proof', () => {
    expect(comment(FAILING)).toMatchSnapshot();
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
    expect(heading(comment(run([failing], { verdict: 'fail' })))).toBe(`### ❌ ${words}`);
  });

  it('does not name one table where several are judged', () => {
    const tables = ['public.a', 'public.b'];
    const lost = scenario('upgrade', {
      verdict: 'fail',
      rows: { before: 10, after: 7, lost: 3, duplicated: 0, changed: 0 },
      checks: [LOST],
    });
    expect(heading(comment(run([lost], { verdict: 'fail', tables })))).toBe(
      '### ❌ This migration would lose 3 of 10 rows',
    );
  });

  it('tells a message that is a number as a sentence, not as a list', () => {
    const number = scenario('upgrade', { verdict: 'fail', checks: [{ ...LOST, message: '7' }] });
    expect(comment(run([number], { verdict: 'fail' }))).toContain('\n7&#46; See [');
  });

  it('leads with the gravest finding, not with the first', () => {
    const both = scenario('upgrade', { verdict: 'fail', checks: [OVERLAP, LOST] });
    expect(heading(comment(run([both], { verdict: 'fail' })))).toContain('would lose');
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
    { notes: ['Writes keep working until 2028-01-01.', 'No interval was changed.'] },
  );

  it('is short, with what was proven folded', () => {
    expect(comment(passing)).toMatchSnapshot();
  });

  it('claims only what a scenario was seen to hold', () => {
    const gapOnly = run([scenario('fresh', { rows: NO_ROWS, checks: [check('no-gap')] })]);
    expect(heading(comment(gapOnly))).toBe('### ✅ No gap: 1 scenario');
    const nothing = run([scenario('fresh', { rows: NO_ROWS, checks: [check('migration-applies')] })]);
    expect(heading(comment(nothing))).toBe('### ✅ Passed: 1 scenario');
  });

  it('says plainly that there was nothing to judge', () => {
    const bare = run([scenario('fresh', { rows: NO_ROWS })], { tables: [] });
    expect(heading(comment(bare))).toBe('### ✅ Nothing to judge: no table is partitioned by range');
  });

  it('tells warnings in a table', () => {
    const text = comment(run([scenario('upgrade', { checks: [...PASSING_CHECKS, RUNWAY] })]));
    expect(heading(text)).toContain('✅');
    expect(text).toContain(
      '| ⚠️ `runway`, upgrade |  | Writes fail from 2028‑01‑01 on. Premake more partitions. |',
    );
  });

  it('says what a table has where it had as much before', () => {
    const same = regular('yearly', '2026-01-01', 2);
    expect(comment(run([scenario('upgrade', { before: [same], after: [same] })]))).toContain(
      '`amenity_booking` has 2 yearly partitions.',
    );
    const uneven = layout([partition('a', '2026-01-01', '2026-01-17')]);
    expect(comment(run([scenario('upgrade', { before: [same], after: [uneven] })]))).toContain(
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
    const text = comment(run([open, scenario('rerun')], { verdict: 'inconclusive' }));
    expect(heading(text)).toBe('### ❔ Not proven: 1 of 2 scenarios could not be judged');
    expect(text).toContain('| ❔ `no-row-lost`, upgrade |  | No row was seeded. |');
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
    const text = comment(many(n, length));
    expect(text.length).toBeLessThanOrEqual(COMMENT_LIMIT);
    expect(text).toMatch(/Left out here for its length: /);
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
    [`a${'\u0301'.repeat(50)}b`, `a${'\u0301'.repeat(8)}b`],
    [':tada: at 23:59:59, V1.sql:24', ':&#8203;tada: at 23:59:59, V1.sql:24'],
    ['deadbeef of 2026-01-31', 'deadbe&#8203;ef of 2026‑01‑31'],
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

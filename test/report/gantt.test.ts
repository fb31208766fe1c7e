import { describe, expect, it } from '@jest/globals';
import { finite, MAXVALUE, MINVALUE } from '../../src/domain/range.ts';
import { renderGantt } from '../../src/report/gantt.ts';
import { at, layout, partition, regular } from './results.ts';

const tasks = (chart: ReturnType<typeof renderGantt>): string[] =>
  (chart?.lines ?? []).filter((line) => line.includes(' :') || line.includes('section'));

describe('the chart of layouts', () => {
  it('draws a gap, and one smaller than a day as a day', () => {
    const before = regular('monthly', '2026-01-01', 3, 5);
    const after = layout([
      partition('2026_01', '2026-01-01', '2026-01-31T23:59:59Z', 5),
      partition('2026_03', '2026-03-01', '2026-04-01', 5),
    ]);
    expect(tasks(renderGantt({ title: 'x', before, after }))).toEqual([
      '  section before',
      '  2026_01 (5 rows) :done, 2026-01-01, 2026-02-01',
      '  2026_02 (5 rows) :done, 2026-02-01, 2026-03-01',
      '  2026_03 (5 rows) :done, 2026-03-01, 2026-04-01',
      '  section after',
      '  2026_01 (5 rows) :done, 2026-01-01, 2026-01-31',
      '  gap from 2026‑01‑31 :crit, 2026-01-31, 2026-03-01',
      '  2026_03 (5 rows) :done, 2026-03-01, 2026-04-01',
    ]);
    const second = layout([
      partition('2026_01', '2026-01-01', '2026-01-31T23:59:59Z', 1),
      partition('2026_02', '2026-02-01', '2026-03-01'),
    ]);
    expect(tasks(renderGantt({ title: 'x', before: undefined, after: second }))[2]).toBe(
      '  gap from 2026‑01‑31 :crit, 2026-01-31, 2026-02-01',
    );
  });

  it('draws what a default partition takes as no gap', () => {
    const after = layout([
      partition('a', '2026-01-01', '2026-02-01'),
      partition('b', '2026-03-01', '2026-04-01'),
      { kind: 'default', name: 'public.d', oid: 9, rows: 1 },
    ]);
    expect(tasks(renderGantt({ title: 'x', before: undefined, after }))).toContain(
      '  default partition from 2026‑02‑01 :2026-02-01, 2026-03-01',
    );
  });

  it('draws the instants that two partitions claim', () => {
    const after = layout([
      partition('a', '2026-01-01', '2026-03-01'),
      partition('b', '2026-02-01', '2026-04-01'),
    ]);
    expect(tasks(renderGantt({ title: 'x', before: undefined, after }))).toContain(
      '  overlap of a and b :crit, 2026-02-01, 2026-03-01',
    );
  });

  it('clips unbounded partitions and says so', () => {
    const after = layout([
      {
        kind: 'range',
        name: 'public.past',
        oid: 1,
        rows: 0,
        range: { lower: MINVALUE, upper: finite(at('2026-01-01')) },
      },
      partition('2026', '2026-01-01', '2027-01-01'),
      {
        kind: 'range',
        name: 'public.rest',
        oid: 2,
        rows: 0,
        range: { lower: finite(at('2027-01-01')), upper: MAXVALUE },
      },
    ]);
    expect(tasks(renderGantt({ title: 'x', before: undefined, after }))).toEqual([
      '  section after',
      '  past (empty, from MINVALUE) :2025-11-30, 2026-01-01',
      '  2026 (empty) :2026-01-01, 2027-01-01',
      '  rest (empty, to MAXVALUE) :2027-01-01, 2027-02-01',
    ]);
  });

  it('draws nothing where no partition has two ends', () => {
    expect(renderGantt({ title: 'x', before: undefined, after: layout([]) })).toBeUndefined();
  });

  it('draws what nothing has changed once', () => {
    const same = regular('monthly', '2026-01-01', 2);
    expect(tasks(renderGantt({ title: 'x', before: same, after: same }))).toEqual([
      '  section before and after',
      '  2026_01 (empty) :2026-01-01, 2026-02-01',
      '  2026_02 (empty) :2026-02-01, 2026-03-01',
    ]);
  });

  it('joins what stays as it is where there is too much to read', () => {
    const before = regular('monthly', '2026-01-01', 24, 5);
    const kept = before.partitions.slice(0, 21);
    const after = layout([...kept, partition('2027_10', '2027-10-01', '2028-01-01')]);
    expect(tasks(renderGantt({ title: 'x', before, after }))).toEqual([
      '  section before',
      '  21 monthly from 2026_01 (105 rows) :done, 2026-01-01, 2027-10-01',
      '  2027_10 (5 rows) :done, 2027-10-01, 2027-11-01',
      '  2027_11 (5 rows) :done, 2027-11-01, 2027-12-01',
      '  2027_12 (5 rows) :done, 2027-12-01, 2028-01-01',
      '  section after',
      '  21 monthly from 2026_01 (105 rows) :done, 2026-01-01, 2027-10-01',
      '  2027_10 (empty) :2027-10-01, 2028-01-01',
    ]);
  });

  it('joins what changes too where that is too much, and neither hides a gap nor what holds rows', () => {
    const all = regular('daily', '2026-01-01', 2_000).partitions;
    const after = layout(all.filter((_, i) => i !== 700).map((p, i) => (i < 300 ? { ...p, rows: 2 } : p)));
    const chart = renderGantt({ title: 'x', before: undefined, after });
    expect(chart?.omitted).toBe(0);
    expect(tasks(chart)).toEqual([
      '  section after',
      '  300 daily from 2026_01 (600 rows) :done, 2026-01-01, 2026-10-28',
      '  400 daily from 2026_10 (empty) :2026-10-28, 2027-12-02',
      '  gap from 2027‑12‑02 :crit, 2027-12-02, 2027-12-03',
      '  1,299 daily from 2027_12 (empty) :2027-12-03, 2031-06-24',
    ]);
  });

  it('keeps to forty entries where nothing is alike, those of the change and the latest first', () => {
    const before = layout(regular('daily', '2026-01-01', 200, 1).partitions.filter((_, i) => i % 2 === 0));
    const gap = layout(before.partitions.filter((_, i) => i !== 3));
    const chart = renderGantt({ title: 'x', before, after: gap });
    const drawn = tasks(chart);
    expect(drawn.filter((line) => line.includes(' :'))).toHaveLength(40);
    expect(chart?.omitted).toBe(100 + 99 + 99 + 98 - 40);
    expect(drawn.at(-1)).toContain('2026-07-17, 2026-07-18');
  });

  it('gives one section all the room where the other is small', () => {
    const chart = renderGantt({
      title: 'x',
      before: regular('yearly', '2026-01-01', 1),
      after: layout(regular('weekly', '2026-01-01', 38).partitions.filter((_, i) => i % 2 === 0)),
    });
    expect(chart?.omitted).toBe(0);
  });

  it('gives every task of a section a name of its own that is no keyword and holds no syntax', () => {
    const named = (name: string, lower: string, upper: string) => ({ ...partition('', lower, upper), name });
    const after = layout([
      named('public."title"', '2026-01-01', '2026-02-01'),
      named('public."gantt_2026"', '2026-02-01', '2026-03-01'),
      named('public."a:b;c#d%%{e"', '2026-03-01', '2026-04-01'),
      named('public."a.b"', '2026-04-01', '2026-05-01'),
      named('other."a.b"', '2026-05-01', '2026-06-01'),
      named('public."2026-06-01"', '2026-06-01', '2026-07-01'),
    ]);
    expect(
      tasks(renderGantt({ title: 'x', before: undefined, after })).map((line) => line.split(' :')[0]),
    ).toEqual([
      '  section after',
      '  _title (empty)',
      '  _gantt_2026 (empty)',
      '  a_b_c_d___e (empty)',
      '  a.b (empty)',
      '  a.b (empty) no. 2',
      '  2026‑06‑01 (empty)',
    ]);
  });

  it.each([
    ['daily', 5, 'axisFormat %d %b', undefined],
    ['monthly', 3, 'axisFormat %b %Y', '1month'],
    ['monthly', 24, 'axisFormat %b %Y', '6month'],
    ['yearly', 5, 'axisFormat %Y', '12month'],
    ['yearly', 400, 'axisFormat %Y', undefined],
    ['yearly', 7_000, 'axisFormat %Y', undefined],
  ] as const)(
    'labels the axis of %s partitions, %d of them, with six dates at most',
    (interval, n, axis, tick) => {
      const chart = renderGantt({ title: 'x', before: undefined, after: regular(interval, '2026-01-01', n) });
      const lines = (chart?.lines ?? []).map((line) => line.trim());
      expect(lines).toContain(axis);
      expect(lines.find((line) => line.startsWith('tickInterval'))).toBe(tick && `tickInterval ${tick}`);
    },
  );

  it('stays within the years that can be drawn', () => {
    const after = layout([
      partition('a', '0001-01-01', '0002-01-01'),
      partition('b', '2026-01-01', '12026-01-01'),
    ]);
    const lines = tasks(renderGantt({ title: 'x', before: undefined, after }));
    expect(lines).toContain('  a (empty) :1000-01-01, 1000-01-02');
    expect(lines).toContain('  b (empty) :2026-01-01, 9999-12-30');
  });
});

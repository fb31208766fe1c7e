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
      '  gap from 2026_01_31 :crit, 2026-01-31, 2026-03-01',
      '  2026_03 (5 rows) :done, 2026-03-01, 2026-04-01',
    ]);
    const second = layout([
      partition('2026_01', '2026-01-01', '2026-01-31T23:59:59Z', 1),
      partition('2026_02', '2026-02-01', '2026-03-01'),
    ]);
    expect(tasks(renderGantt({ title: 'x', before: undefined, after: second }))[2]).toBe(
      '  gap from 2026_01_31 :crit, 2026-01-31, 2026-02-01',
    );
  });

  it('draws what a default partition takes as no gap', () => {
    const after = layout([
      partition('a', '2026-01-01', '2026-02-01'),
      partition('b', '2026-03-01', '2026-04-01'),
      { kind: 'default', name: 'public.d', oid: 9, rows: 1 },
    ]);
    expect(tasks(renderGantt({ title: 'x', before: undefined, after }))).toContain(
      '  default partition from 2026_02_01 :2026-02-01, 2026-03-01',
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

  it('keeps to sixty entries, those of the change and the latest first', () => {
    const before = regular('daily', '2026-01-01', 100, 1);
    const gap = layout(before.partitions.filter((_, i) => i !== 3));
    const chart = renderGantt({ title: 'x', before, after: gap });
    const drawn = tasks(chart);
    expect(drawn.filter((line) => line.includes(' :'))).toHaveLength(60);
    expect(chart?.omitted).toBe(100 + 100 - 60);
    expect(drawn).toContain('  gap from 2026_01_04 :crit, 2026-01-04, 2026-01-05');
    expect(drawn.at(-1)).toContain('2026-04-10, 2026-04-11');
  });

  it('gives one section all the room where the other is small', () => {
    const chart = renderGantt({
      title: 'x',
      before: regular('yearly', '2026-01-01', 1),
      after: regular('weekly', '2026-01-01', 52),
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
      '  2026_06_01 (empty)',
    ]);
  });

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

/** Whatever the number of partitions and tables, what people read of an inspection stays short. */
import { describe, expect, it } from '@jest/globals';
import { createPaint } from '../../../src/report/paint.ts';
import { renderInspectionJson } from '../../../src/report/inspection/json.ts';
import { renderInspectionMarkdown } from '../../../src/report/inspection/markdown.ts';
import { renderInspectionPage } from '../../../src/report/inspection/page.ts';
import { renderInspection } from '../../../src/report/inspection/terminal.ts';
import { inspectionOf, tableOf } from './inspections.ts';

const terminal = (inspection: Parameters<typeof renderInspection>[0]): string =>
  renderInspection(inspection, { paint: createPaint({ colour: false }) });

describe('an inspection of 50,000 partitions', () => {
  const missing = [25_000, 40_000];
  const inspection = inspectionOf([tableOf({ days: 50_000, missing })]);

  it('is a few lines on the terminal, with each gap and the partitions beside it', () => {
    const lines = terminal(inspection).split('\n');
    expect(lines.length).toBeLessThan(60);
    expect(lines.filter((line) => line.includes('gap: '))).toHaveLength(2);
    for (const n of [24_999, 25_001, 39_999, 40_001, 0, 49_999])
      expect(lines.filter((line) => line.includes(`public.t_${n} `))).toHaveLength(1);
    const folded = lines.flatMap((line) => /… ([\d,]+) more …/.exec(line)?.[1]?.replaceAll(',', '') ?? []);
    const shown = lines.filter((line) => line.includes('public.t_') && line.includes(' row')).length - 1;
    // With the default partition, which stands among the shown; the warning on its rows is the other.
    expect(folded.reduce((sum, n) => sum + Number(n), 0) + shown).toBe(50_000 - missing.length + 1);
  });

  it('is a page and a markdown of bounded size, and whole as JSON', () => {
    expect(renderInspectionPage(inspection).length).toBeLessThan(250_000);
    expect(renderInspectionMarkdown(inspection).length).toBeLessThan(20_000);
    const { tables } = JSON.parse(renderInspectionJson(inspection)) as {
      tables: { partitions: unknown[] }[];
    };
    expect(tables[0]?.partitions).toHaveLength(50_000 - missing.length + 1);
  });
});

it('names the worst of many tables, and says how many more there are', () => {
  const many = Array.from({ length: 500 }, (_, i) =>
    tableOf({ table: `public.t${String(i).padStart(3, '0')}` }),
  );
  const failing = {
    ...tableOf({ table: 'public.z' }),
    layout: { ...tableOf({ table: 'public.z' }).layout, partitions: [] },
    rests: [],
    facts: [],
  };
  const told = terminal(inspectionOf([...many, failing]));
  expect(told.split('\n').length).toBeLessThan(900);
  expect(told.indexOf('public.z ')).toBeLessThan(told.indexOf('public.t000 '));
  expect(told).toContain('461 more tables: the JSON report has all');
  expect(renderInspectionPage(inspectionOf([...many, failing])).length).toBeLessThan(1_500_000);
});

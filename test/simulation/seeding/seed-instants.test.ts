import { describe, expect, it } from '@jest/globals';
import { formatShort, type Instant } from '../../../src/domain/instant.ts';
import type { Layout } from '../../../src/domain/layout.ts';
import {
  futureInstants,
  seedInstants,
  type SeedInstants,
  type WindowFacts,
} from '../../../src/simulation/seeding/seed-instants.ts';
import { at, defaultPartition, layoutOf, partition, series } from '../../support/histories.ts';

const facts = (over: Partial<WindowFacts>): WindowFacts => ({
  layout: undefined,
  headLayout: undefined,
  range: undefined,
  now: at('2026-01-15'),
  ...over,
});
const told = ({ spans, edges }: SeedInstants): { spans: string[]; edges: string[] } => ({
  spans: spans.map(({ lower, upper }) => `${formatShort(lower)} to ${formatShort(upper)}`),
  edges: edges.map(formatShort),
});
const dated = (layout: Layout): Layout => ({ ...layout, keyType: 'date' });
const everywhere = (over: Partial<WindowFacts>) => told(seedInstants(facts(over), 'every-partition'));
const untilNow = (over: Partial<WindowFacts>) => told(seedInstants(facts(over), 'until-now'));
const edgesOf = (layout: Layout): string[] => everywhere({ layout }).edges;

const TWO_MONTHS = layoutOf(...series('monthly', '2026-01-01', 2));

describe('the edges of a partitioned table', () => {
  it('begin with the first instant of each partition, then the last of each', () => {
    expect(edgesOf(TWO_MONTHS).slice(0, 4)).toEqual([
      '2026-01-01',
      '2026-02-01',
      '2026-01-31 23:59:59.999999',
      '2026-02-28 23:59:59.999999',
    ]);
  });

  it('hold the last half second, leap day at noon, and the turn of the year', () => {
    const edges = edgesOf(layoutOf(partition('two_years', '2023-06-01', '2025-06-01')));
    expect(edges).toEqual(
      expect.arrayContaining([
        '2025-05-31 23:59:59.500000',
        '2024-02-29 12:00:00',
        '2023-12-31 23:59:59.999999',
        '2024-01-01',
        '2024-12-31 23:59:59.999999',
        '2025-01-01',
      ]),
    );
    expect(edges).not.toContain('2023-01-01');
  });

  it('are days where the key is a date', () => {
    const edges = edgesOf(dated(layoutOf(partition('leap', '2024-02-01', '2025-02-01'))));
    expect(edges).toEqual(['2024-02-01', '2025-01-31', '2024-02-29', '2025-01-01', '2024-12-31']);
  });

  it('are days within the range before 1970, too', () => {
    expect(edgesOf(dated(layoutOf(partition('old', '1968-12-31', '1969-12-31'))))).toEqual([
      '1968-12-31',
      '1969-12-30',
      '1969-01-01',
    ]);
  });

  it('hold what only a default partition takes: holes, and what comes after the last partition', () => {
    const layout = layoutOf(
      ...series('monthly', '2026-01-01', 1),
      ...series('monthly', '2026-03-01', 1),
      defaultPartition(),
    );
    expect(edgesOf(layout)).toEqual(expect.arrayContaining(['2026-02-01', '2026-04-01', '2026-05-11']));
  });
});

describe('the spans', () => {
  it('are those of the finite partitions', () => {
    const layout = layoutOf(
      partition('before', null, '2026-01-01'),
      ...TWO_MONTHS.partitions,
      partition('after', '2026-03-01', null),
    );
    expect(everywhere({ layout }).spans).toEqual(['2026-01-01 to 2026-02-01', '2026-02-01 to 2026-03-01']);
  });

  it('end with the partition of the run where rows go up to its date only', () => {
    expect(untilNow({ layout: TWO_MONTHS }).spans).toEqual(['2026-01-01 to 2026-02-01']);
  });

  it('are the first partition where none has begun, for rows must be somewhere', () => {
    expect(untilNow({ layout: layoutOf(...series('monthly', '2027-01-01', 3)) }).spans).toEqual([
      '2027-01-01 to 2027-02-01',
    ]);
  });

  it('are months around the date of the run, as far as an open end takes them, where no partition is finite', () => {
    const { spans } = everywhere({ layout: layoutOf(partition('rest', '2026-11-20', null)) });
    expect(spans).toEqual(['2026-11-20 to 2026-12-15', '2026-12-15 to 2027-01-15']);
    expect(everywhere({ layout: layoutOf(defaultPartition()) }).spans).toHaveLength(36);
  });

  it('are nothing where there is no partition at all', () => {
    expect(everywhere({ layout: layoutOf(), headLayout: TWO_MONTHS })).toEqual({ spans: [], edges: [] });
  });

  it('are cut to the configured range', () => {
    const range = { lower: at('2026-01-10'), upper: at('2026-02-10') };
    expect(everywhere({ layout: TWO_MONTHS, range }).spans).toEqual([
      '2026-01-10 to 2026-02-01',
      '2026-02-01 to 2026-02-10',
    ]);
    const elsewhere = { lower: at('2020-01-01'), upper: at('2021-01-01') };
    expect(everywhere({ layout: TWO_MONTHS, range: elsewhere })).toEqual({ spans: [], edges: [] });
  });
});

describe('a table that is not partitioned yet', () => {
  it("is filled over the head's window, holes included", () => {
    const headLayout = layoutOf(
      ...series('monthly', '2026-01-01', 1),
      ...series('monthly', '2026-03-01', 1),
      partition('rest', '2026-04-01', null),
    );
    expect(everywhere({ headLayout }).spans).toEqual([
      '2026-01-01 to 2026-02-01',
      '2026-02-01 to 2026-03-01',
      '2026-03-01 to 2026-04-01',
    ]);
  });

  it('is filled over the configured range, month by month, whatever the head covers', () => {
    const range = { lower: at('2025-12-10'), upper: at('2026-02-01') };
    expect(everywhere({ headLayout: TWO_MONTHS, range }).spans).toEqual([
      '2025-12-10 to 2026-01-10',
      '2026-01-10 to 2026-02-01',
    ]);
  });

  it('is filled over 24 months before the date of the run and 12 after where nothing is known', () => {
    for (const headLayout of [undefined, layoutOf()]) {
      const { spans } = everywhere({ headLayout });
      expect(spans).toHaveLength(36);
      expect(spans[0]).toBe('2024-01-15 to 2024-02-15');
      expect(spans.at(-1)).toBe('2026-12-15 to 2027-01-15');
    }
  });
});

describe('futureInstants', () => {
  it('are those of the partitions that have not begun', () => {
    const layout = layoutOf(...series('monthly', '2026-01-01', 3), defaultPartition());
    const now: Instant = at('2026-01-15');
    const { spans, edges } = told(futureInstants(layout, now));
    expect(spans).toEqual(['2026-02-01 to 2026-03-01', '2026-03-01 to 2026-04-01']);
    expect(edges.slice(0, 2)).toEqual(['2026-02-01', '2026-03-01']);
    expect(edges).not.toContain('2026-04-01');
  });

  it('are none where every partition has begun', () => {
    expect(futureInstants(TWO_MONTHS, at('2026-02-01'))).toEqual({ spans: [], edges: [] });
  });
});

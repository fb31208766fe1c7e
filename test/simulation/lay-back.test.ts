import { describe, expect, it } from '@jest/globals';
import { olderPartitions } from '../../src/simulation/lay-back.ts';
import { at, layoutOf, partition, series } from '../support/histories.ts';

const made = (...args: Parameters<typeof olderPartitions>): string[] =>
  olderPartitions(...args).map((sql) =>
    sql.replace(/create table "public"\."(\S+)" partition of "public"."booking" for values from /, '$1 '),
  );

describe('olderPartitions', () => {
  it('go back until two end before the limit, named as the first one is', () => {
    const layout = layoutOf(partition('2026_01', '2026-01-01', '2026-02-01'));
    expect(made(layout, at('2025-12-15'))).toEqual([
      "booking_2025_12 ('2025-12-01T00:00:00Z') to ('2026-01-01T00:00:00Z')",
      "booking_2025_11 ('2025-11-01T00:00:00Z') to ('2025-12-01T00:00:00Z')",
      "booking_2025_10 ('2025-10-01T00:00:00Z') to ('2025-11-01T00:00:00Z')",
    ]);
  });

  it('have the length of the first one, in months or in days', () => {
    expect(made(layoutOf(partition('2026q1', '2026-01-01', '2026-04-01')), at('2025-10-01'))).toEqual([
      "booking_2025q4 ('2025-10-01T00:00:00Z') to ('2026-01-01T00:00:00Z')",
      "booking_2025q3 ('2025-07-01T00:00:00Z') to ('2025-10-01T00:00:00Z')",
      "booking_2025q2 ('2025-04-01T00:00:00Z') to ('2025-07-01T00:00:00Z')",
    ]);
    expect(made(layoutOf(partition('20260105', '2026-01-05', '2026-01-12')), at('2025-12-31'))).toEqual([
      "booking_20251229 ('2025-12-29T00:00:00Z') to ('2026-01-05T00:00:00Z')",
      "booking_20251222 ('2025-12-22T00:00:00Z') to ('2025-12-29T00:00:00Z')",
      "booking_20251215 ('2025-12-15T00:00:00Z') to ('2025-12-22T00:00:00Z')",
    ]);
  });

  it('are none where two are past the limit already, or the first has no lower bound', () => {
    expect(olderPartitions(layoutOf(...series('monthly', '2025-01-01', 12)), at('2026-01-01'))).toEqual([]);
    const open = layoutOf(partition('old', null, '2026-01-01'), ...series('monthly', '2026-01-01', 2));
    expect(olderPartitions(open, at('2025-01-01'))).toEqual([]);
    expect(olderPartitions(layoutOf(), at('2025-01-01'))).toEqual([]);
  });

  it('get a name of their own where the first one has no date in it', () => {
    expect(made(layoutOf(partition('first', '2026-01-01', '2026-02-01')), at('2025-12-31')).length).toBe(3);
    expect(made(layoutOf(partition('first', '2026-01-01', '2026-02-01')), at('2025-12-31'))[0]).toContain(
      'booking_first_20251201',
    );
  });
});

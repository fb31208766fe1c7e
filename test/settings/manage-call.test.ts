import { describe, expect, it } from '@jest/globals';
import {
  DEFAULT_MANAGE_SQL,
  parametersOf,
  renderManageCall,
  renderRetentionCall,
} from '../../src/settings/manage-call.ts';
import { mistakesOf } from './inputs.ts';

const call = (sql: string) => ({ sql, where: 'partition-guard.yml:3' });
const mistakes = (sql: string, more = ''): Promise<string[]> =>
  mistakesOf(`manage:\n  call: ${JSON.stringify(sql)}\n${more}`);

describe('renderManageCall', () => {
  it('puts the values of an interval in', () => {
    const sql = 'SELECT f(:frequency, :interval_months, :interval_name, :interval::interval, :keep)';
    const keep = { months: 24, days: 0, microseconds: 0n };
    expect(renderManageCall(call(sql), 'quarterly', keep)).toBe(
      "SELECT f(4, 3, 'quarterly', '3 months'::interval, '24 months')",
    );
    expect(renderManageCall(call('CALL f(:interval)'), 'weekly')).toBe("CALL f('7 days')");
    expect(renderManageCall(call(DEFAULT_MANAGE_SQL), 'half-yearly')).toBe(
      "SELECT manage_partitions('amenity_booking_', 2, 6)",
    );
    expect(renderRetentionCall(call('CALL r(:keep)'), keep)).toBe("CALL r('24 months')");
  });

  it('leaves quoted text, comments, casts and named arguments alone', () => {
    const sql = `SELECT f(':keep', ":keep", $$:keep$$, $a$:keep$a$, E'\\':keep', x::keep, y := 1) -- :keep
      /* :keep */ || name':keep'`;
    expect(parametersOf(sql)).toEqual([]);
    expect(renderManageCall(call(sql), 'monthly')).toBe(sql);
  });

  it('refuses a parameter that the interval has no value for', () => {
    expect(() => renderManageCall(call('CALL f(:interval_months)'), 'weekly')).toThrow(
      'partition-guard.yml:3: the call uses :interval_months, which weekly has no value for',
    );
    expect(() => renderRetentionCall(call('CALL r(:keep)'), undefined)).toThrow(
      ':keep, which it has no value for',
    );
  });
});

describe('manage.call', () => {
  it.each([
    [
      "SELECT manage_partitions('x', 12, 3)",
      ['frequency 12 and interval_months 3 disagree: 12 × 3 = 36 months, a year has 12'],
    ],
    [
      "CALL s.manage_partitions('x', frequency => 4, interval_months => 4)",
      ['frequency 4 and interval_months 4 disagree: 4 × 4 = 16 months, a year has 12'],
    ],
    [
      "SELECT manage_partitions('x', :frequency, 1)",
      [
        'frequency 4 and interval_months 1 disagree: 4 × 1 = 4 months, a year has 12',
        'frequency 1 and interval_months 1 disagree: 1 × 1 = 1 months, a year has 12',
      ],
    ],
    [
      'SELECT f(:interval_month)',
      [
        ':interval_month is not a parameter of manage.call — did you mean ":interval_months"?; known: :frequency, :interval_months, :interval_name, :interval, :keep',
      ],
    ],
    ['SELECT f(:keep)', ['manage.call uses :keep, and no retention: says how long rows are kept']],
    ['SELECT f(', ['manage.call is not SQL: syntax error at end of input']],
    ['SELECT 1; SELECT 2', ['manage.call must be one SELECT or CALL, and nothing else']],
    ['DROP TABLE a', ['manage.call must be one SELECT or CALL, and nothing else']],
    ['-- none', ['manage.call must be one SELECT or CALL, and nothing else']],
  ])('is judged where it is written: %s', async (sql, expected) => {
    expect(await mistakes(sql)).toEqual(expected.map((mistake) => `partition-guard.yml:2: ${mistake}`));
  });

  it('is right with numbers that make a year, or that only the server knows', async () => {
    expect(await mistakes("SELECT manage_partitions('x', 12, 1)")).toEqual([]);
    expect(await mistakes("SELECT * FROM manage_partitions('x', :frequency, :interval_months)")).toEqual([]);
    expect(await mistakes("SELECT manage_partitions('x', 12, f(3))")).toEqual([]);
    expect(await mistakes("SELECT manage_partitions('x')")).toEqual([]);
    expect(await mistakes("SELECT other('x', 12, 3)")).toEqual([]);
  });

  it('needs a value for each of the intervals', async () => {
    expect(await mistakes('SELECT f(:interval_months)', 'intervals: [weekly, monthly, daily]')).toEqual([
      'partition-guard.yml:2: manage.call uses :interval_months, which weekly and daily has no value for; use :interval, or take weekly and daily out of intervals',
    ]);
    expect(await mistakes('SELECT f(:interval)', 'intervals: [weekly, monthly, daily]')).toEqual([]);
    expect(await mistakes('SELECT f(:interval_months)', 'intervals: [weakly]')).toEqual([
      'partition-guard.yml:3: "weakly" is not an interval — did you mean "weekly"?; known: daily, weekly, monthly, quarterly, half-yearly, yearly',
    ]);
  });

  it('for retention has the retention alone', async () => {
    expect(await mistakesOf('manage:\n  retention: CALL r(:frequency)')).toEqual([
      'partition-guard.yml:2: manage.retention uses :frequency, and is made for no interval: only :keep has a value',
    ]);
  });
});

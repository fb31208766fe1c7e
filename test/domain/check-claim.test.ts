/** What CHECK constraints, as the catalog prints them, say of a column's range. */
import { describe, expect, it } from '@jest/globals';
import { rangeOfCheck } from '../../src/domain/check-claim.ts';
import { formatRange } from '../../src/domain/range.ts';

const told = (
  expression: string,
  type: 'date' | 'timestamp' | 'timestamptz' = 'timestamptz',
  name = 'at',
): string => {
  const range = rangeOfCheck(expression, { name, type });
  return range ? formatRange(range) : 'nothing';
};

const TZ = 'timestamp with time zone';

describe('the range of a CHECK constraint', () => {
  it.each([
    [
      `((at >= '2026-01-01 00:00:00+00'::${TZ}) AND (at < '2026-02-01 00:00:00+00'::${TZ}))`,
      '[2026-01-01, 2026-02-01)',
    ],
    [
      `((at IS NOT NULL) AND (at >= '2026-01-01 00:00:00+00'::${TZ}) AND (at < '2026-02-01 00:00:00+00'::${TZ}))`,
      '[2026-01-01, 2026-02-01)',
    ],
    [`(at < '2026-02-01 00:00:00+00'::${TZ})`, '[minvalue, 2026-02-01)'],
    [
      `((at >= '2026-01-01 00:00:00+00'::${TZ}) AND ((kind)::text = 'x) AND (at < '::text))`,
      '[2026-01-01, maxvalue)',
    ],
    [
      `(("kind AND (x" > 1) AND ((at >= '2026-01-01 00:00:00+00'::${TZ}) AND (at < '2026-02-01 00:00:00+00'::${TZ})))`,
      '[2026-01-01, 2026-02-01)',
    ],
  ])('is read of %s', (expression, range) => expect(told(expression)).toBe(range));

  it('takes in or leaves out its ends, by the step of the type', () => {
    expect(told(`((at > '2026-01-01'::date) AND (at <= '2026-01-31'::date))`, 'date')).toBe(
      '[2026-01-02, 2026-02-01)',
    );
    expect(told(`(at = '2026-01-01'::date)`, 'date')).toBe('[2026-01-01, 2026-01-02)');
    expect(
      told(
        `((at >= '2026-01-01 00:00:00'::timestamp without time zone) AND (at <= '2026-01-31 23:59:59.999999'::timestamp without time zone))`,
        'timestamp',
      ),
    ).toBe('[2026-01-01, 2026-02-01)');
  });

  it('reads a column as SQL quotes it', () => {
    expect(told(`("Booked ""At""" >= '2026-01-01'::date)`, 'date', 'Booked "At"')).toBe(
      '[2026-01-01, maxvalue)',
    );
  });

  it.each([
    ['another column', `(other >= '2026-01-01'::date)`, 'date'],
    ['alternatives', `((at >= '2026-01-01'::date) OR (id = 1))`, 'date'],
    [
      'a date beside a timestamptz, which is another instant in each zone',
      `(at >= '2026-01-01'::date)`,
      'timestamptz',
    ],
    ['a moment that moves', `(at >= now())`, 'timestamptz'],
    ['ends that no row can keep to', `((at >= '2026-02-01'::date) AND (at < '2026-01-01'::date))`, 'date'],
    ['nothing of a time', `(price > (0)::numeric)`, 'date'],
  ] as const)('is not guessed of %s', (_, expression, type) =>
    expect(told(expression, type)).toBe('nothing'),
  );
});

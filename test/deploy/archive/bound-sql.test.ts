/** A bound from a file becomes SQL of literals alone, or none. */
import { describe, expect, it } from '@jest/globals';
import { boundSql } from '../../../src/deploy/archive/bound-sql.ts';

describe('a bound from a file', () => {
  it.each([
    [
      `FOR VALUES FROM ('2019-01-01 00:00:00+00') TO ('2020-01-01 00:00:00+00')`,
      `for values from ('2019-01-01 00:00:00+00') to ('2020-01-01 00:00:00+00')`,
    ],
    [
      `FOR VALUES FROM (MINVALUE) TO ('2020-01-01', MAXVALUE)`,
      `for values from (MINVALUE) to ('2020-01-01', MAXVALUE)`,
    ],
    [
      `FOR VALUES FROM ('2019-01-01', 'a''), b', 10, true) TO ('2020-01-01', '-5', 1.5, false)`,
      `for values from ('2019-01-01', 'a''), b', 10, true) to ('2020-01-01', '-5', 1.5, false)`,
    ],
    [
      String.raw`FOR VALUES FROM ('2019-01-01', '\'' , x') TO ('2020-01-01', 'b')`,
      String.raw`for values from ('2019-01-01',  E'\\'' , x') to ('2020-01-01', 'b')`,
    ],
    [
      String.raw`FOR VALUES FROM ('2019-01-01', '\') TO ('2020-01-01', 'b')`,
      String.raw`for values from ('2019-01-01',  E'\\') to ('2020-01-01', 'b')`,
    ],
  ])('%s', (bound, sql) => {
    expect(boundSql(bound)).toBe(sql);
  });

  it.each([
    `FOR VALUES FROM ('2019-01-01 00:00:00+00') TO ('2020-01-01 00:00:00+00'); create table pwned as select current_user; select ('x')`,
    `FOR VALUES FROM ('2019-01-01') TO (current_date)`,
    `FOR VALUES FROM ('2019-01-01') TO ((select '2020-01-01'))`,
    `FOR VALUES FROM ('2019-01-01') TO ('2020-01-01'::date)`,
    `FOR VALUES FROM ('2019-01-01') TO (E'2020-01-01')`,
    `FOR VALUES FROM ('2019-01-01') TO (1x)`,
    `FOR VALUES FROM ('2019-01-01') TO ('2020-01-01') --`,
    `FOR VALUES FROM ('2019-01-01') TO ('2020-01-01'`,
    `FOR VALUES FROM () TO ()`,
    `FOR VALUES IN ('a')`,
    'DEFAULT',
    '',
  ])('is none where it holds more: %s', (bound) => {
    expect(boundSql(bound)).toBeUndefined();
  });
});

import { describe, expect, it } from '@jest/globals';
import { rowHash } from '../../src/postgres/row-hash.ts';
import { withPlayground } from '../support/playground.ts';

/** Values of a type, as SQL; each is another one. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  numeric: ['0', '5', '-5', '50', '-50', '0.5', '-0.5', "'NaN'", "'Infinity'", "'-Infinity'", 'null'],
  'numeric(6, 2)': ['1', '-1', '10', '-10'],
  amount: ['1', '-1', 'null'],
  jsonb: [
    '\'{"a": 1}\'',
    '\'{"a": -1}\'',
    "'[-1]'",
    "'[1]'",
    "'[[1]]'",
    "'1'",
    "'-1'",
    "'{}'",
    "'[]'",
    'null',
  ],
  integer: ['0', '1', '-1', '-2', '2147483647', 'null'],
  bigint: ['0', '5', '-5', '-6', '9223372036854775807'],
  'double precision': ['0.5', '-0.5', "'NaN'", "'Infinity'", "'-Infinity'"],
  text: ["''", "'a'", "'A'", "'a '", 'null'],
  'numeric[]': ["'{1}'", "'{-1}'", "'{}'", "'{{1}}'", "'{null}'", 'null'],
  interval: ["'1 month'", "'30 days'", "'720 hours'", "'-1 month'"],
  numrange: ["'[1,2)'", "'[-2,-1)'", "'[1,2]'", "'empty'"],
  timestamptz: ["'2026-01-01 00:00+00'", "'2026-01-01 00:00+01'", "'infinity'", "'-infinity'"],
  inet: ["'10.0.0.1'", "'10.0.0.1/24'", "'::1'"],
  boolean: ['true', 'false', 'null'],
};

describe('the hash of a row', () => {
  it.each(Object.entries(VALUES))('tells values of %s apart', async (type, values) => {
    const schema = `create domain amount as numeric check (value < 1000);
      create table given (value ${type}); insert into given values (${values.join('), (')})`;
    await withPlayground(schema, async ({ value, facts }) => {
      const { columns } = await facts('given');
      const hashes = await value(`select count(distinct ${rowHash(columns, 'g')}) from public.given g`);
      expect(Number(hashes)).toBe(values.length);
    });
  });

  it('changes the sum over rows when two of them exchange one value', async () => {
    const schema = `create table given as select n as id, 'user ' || n as who, n * interval '1 hour' + timestamp '2026-01-01' as at
      from generate_series(1, 400) n;
      create table exchanged as select id, case when id % 2 = 0 then 'user ' || id - 1 else 'user ' || id + 1 end as who, at from given`;
    await withPlayground(schema, async ({ value, facts }) => {
      const { columns } = await facts('given');
      const hash = rowHash(columns, 't');
      const pairs = (table: string): string =>
        `select (id + 1) / 2 as pair, sum(${hash}) as sum from public.${table} t group by 1`;
      const unseen = await value(
        `select count(*) from (${pairs('given')}) a join (${pairs('exchanged')}) b using (pair, sum)`,
      );
      expect(Number(unseen)).toBe(0);
    });
  });

  it('tells texts apart that their collation takes for equal', async () => {
    const schema = `create collation folded (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
      create domain word as text collate folded; create domain term as word;
      create table given (plain text collate folded, word word, term term, many text[] collate folded);
      insert into given values ('a', 'a', 'a', '{a}'), ('A', 'a', 'a', '{a}'), ('a', 'A', 'a', '{a}'), ('a', 'a', 'A', '{a}'), ('a', 'a', 'a', '{A}')`;
    await withPlayground(schema, async ({ value, facts }) => {
      const { columns } = await facts('given');
      expect(Number(await value(`select count(distinct ${rowHash(columns, 'g')}) from public.given g`))).toBe(
        5,
      );
    });
  });
});

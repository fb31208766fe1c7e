import { describe, expect, it } from '@jest/globals';
import { readCheckFacts } from '../../../src/simulation/seeding/check-facts.ts';

const plain = async (...expressions: readonly string[]) => {
  const { choices, minimum, maximum, orderings } = await readCheckFacts(expressions);
  return {
    choices: Object.fromEntries(choices),
    minimum: Object.fromEntries(minimum),
    maximum: Object.fromEntries(maximum),
    orderings,
  };
};
const from = (at: number) => ({ at, isIncluded: true });
const NOTHING = { choices: {}, minimum: {}, maximum: {}, orderings: [] };

describe('readCheckFacts, of expressions as the server prints them', () => {
  it('reads IN as choices', async () => {
    expect(await plain("(status = ANY (ARRAY['A'::text, 'B'::text]))")).toEqual({
      ...NOTHING,
      choices: { status: ['A', 'B'] },
    });
    expect(
      await plain("((status)::text = ANY ((ARRAY['A'::character varying, 'B'::character varying])::text[]))"),
    ).toEqual({ ...NOTHING, choices: { status: ['A', 'B'] } });
    expect(await plain('(n = ANY (ARRAY[1, 2, 3]))')).toEqual({
      ...NOTHING,
      choices: { n: ['1', '2', '3'] },
    });
    expect(await plain("(status IN ('A', 'B'))")).toEqual({ ...NOTHING, choices: { status: ['A', 'B'] } });
  });

  it('reads equalities joined by OR as choices, of one column only', async () => {
    expect(
      await plain("((status = 'A'::text) OR (status = 'B'::text) OR (status = 'O''Neil'::text))"),
    ).toEqual({
      ...NOTHING,
      choices: { status: ['A', 'B', "O'Neil"] },
    });
    expect(await plain("((status = 'A'::text) OR (kind = 'B'::text))")).toEqual(NOTHING);
    expect(await plain("((status = 'A'::text) OR (n > 5))")).toEqual(NOTHING);
  });

  it('reads one equality as the only choice', async () => {
    expect(await plain("(region = 'EU'::text)")).toEqual({ ...NOTHING, choices: { region: ['EU'] } });
  });

  it('reads limits, with BETWEEN among them', async () => {
    expect(await plain('((n >= 1) AND (n <= 31))')).toEqual({
      ...NOTHING,
      minimum: { n: from(1) },
      maximum: { n: from(31) },
    });
    expect(await plain("(n >= '-5'::integer)")).toEqual({ ...NOTHING, minimum: { n: from(-5) } });
    expect(await plain('((price >= 0.5) AND (price < (9)::numeric))')).toEqual({
      ...NOTHING,
      minimum: { price: from(0.5) },
      maximum: { price: { at: 9, isIncluded: false } },
    });
  });

  it('reads comparisons of columns as an order, whichever way round they stand', async () => {
    const order = { ...NOTHING, orderings: [{ smaller: 'starts', greater: 'ends' }] };
    expect(await plain('(ends > starts)')).toEqual(order);
    expect(await plain('(starts <= ends)')).toEqual(order);
    expect(await plain('((ends)::date >= (starts)::date)')).toEqual(order);
  });

  it('reads a sign that a text must hold as its pattern', async () => {
    for (const check of ["(POSITION(('@'::text) IN (email)) > 1)", "(strpos(email, '@'::text) <> 0)"]) {
      const places = (await readCheckFacts([check])).patterns.get('email') ?? [];
      expect(places.map((place) => place[0]).join('')).toBe('aaa@aaa');
    }
  });

  it('puts several expressions together', async () => {
    expect(await plain('(n >= 1)', "(status = 'A'::text)", '(b > a)')).toEqual({
      choices: { status: ['A'] },
      minimum: { n: from(1) },
      maximum: {},
      orderings: [{ smaller: 'a', greater: 'b' }],
    });
  });

  it.each([
    '(length(code) = 3)',
    "(code ~ '^[A-Z]+$'::text)",
    '(NOT (n = 1))',
    '(n <> 0)',
    '(n IS NOT NULL)',
    '((n % 2) = 0)',
    '(n = ANY (ARRAY[1, m]))',
    '(n = NULL::integer)',
    'true',
    '(starts > now())',
  ])('adds nothing of %s, which it does not understand', async (expression) => {
    expect(await plain(expression)).toEqual(NOTHING);
  });
});

/** Arguments of a retention that mean nothing are refused before anything is looked at. */
import { describe, expect, it } from '@jest/globals';
import { errorOf, withStays } from './retention.ts';

describe('arguments', () => {
  it.each([
    ['null', "'archive'", '22004'],
    ["'1 year'", 'null', '22004'],
    ["'1 year'", "'archive', null, null", '22004'],
    ["'0'", "'archive'", '22023'],
    ["'-1 month'", "'archive'", '22023'],
    ["'1 month -40 days'", "'archive'", '22023'],
    ["'1 month -1 day'", "'archive'", '22023'],
    ["'1 day -1 hour'", "'archive'", '22023'],
    ["'30 minutes'", "'archive'", '22023'],
    ["'1 month 00:00:00.000001'", "'archive'", '22023'],
    ["'100000 years'", "'archive'", '22008'],
    ["'1 year'", "'drop'", '22023'],
    ["'1 year'", "'ARCHIVE'", '22023'],
    ["'1 year'", "''", '22023'],
    ["'1 year'", "'detach', 'old'", '22023'],
    ["'1 year'", "'archive', ''", '22023'],
    ["'1 year'", "'archive', 'public'", '22023'],
    ["'1 year'", "'archive', 'pg_catalog'", '22023'],
    ["'1 year'", "'archive', 'information_schema'", '22023'],
    ["'1 year'", "'archive', repeat('x', 64)", '42622'],
  ])('keep %s with %s are refused with %s', async (keep, rest, code) => {
    await withStays(async ({ client }) => {
      const error = await errorOf(client, `select apply_retention('stay', ${keep}, ${rest})`);
      expect([error.code, error.hint !== undefined || code === '22008']).toEqual([code, true]);
    });
  });

  it('name the four disposals when another is given', async () => {
    await withStays(async ({ client }) => {
      const { hint } = await errorOf(client, "select apply_retention('stay', '1 year', 'delete')");
      expect(hint).toBe("Use 'detach', 'archive', 'drop archived' or 'drop without archive'.");
    });
  });

  it('are refused at isolation levels that would not see rows committed meanwhile', async () => {
    await withStays(async ({ client }) => {
      await client.query('begin isolation level repeatable read');
      expect((await errorOf(client, "select apply_retention('stay', '4 months')")).code).toBe('25000');
      await client.query('rollback');
    });
  });
});

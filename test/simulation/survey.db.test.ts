/** Which function is taken for the one that changes the interval, where none is configured. */
import { describe, expect, it } from '@jest/globals';
import { findManager } from '../../src/simulation/survey.ts';
import { withPlayground } from '../support/playground.ts';

const BODY = 'language plpgsql as $$ begin null; end $$';

describe('a function manage_partitions', () => {
  it.each([
    ['(partition_prefix text, frequency integer, interval_months integer) returns void', 'manage_partitions'],
    ['(varchar, bigint, int) returns integer', 'manage_partitions'],
    ['(p text, f integer, i integer, dry boolean default false) returns void', 'manage_partitions'],
    ['(p text, f integer) returns void', undefined],
    ['(p text, f integer, i integer, dry boolean) returns void', undefined],
    ['(f integer, p text, i integer) returns void', undefined],
    ['(p text, f smallint, i integer) returns void', undefined],
  ])('%s', async (signature, name) => {
    await withPlayground(`create function manage_partitions${signature} ${BODY}`, async ({ observer }) => {
      expect(await findManager({ observer })).toEqual(name && { isProcedure: false, name });
    });
  });

  it('may be a procedure, in another schema', async () => {
    const schema = `create schema "Jobs"; create procedure "Jobs".manage_partitions(text, integer, integer) ${BODY}`;
    await withPlayground(schema, async ({ observer }) => {
      expect(await findManager({ observer })).toEqual({
        isProcedure: true,
        name: '"Jobs".manage_partitions',
      });
    });
  });
});

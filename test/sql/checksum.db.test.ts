/** `partition_checksum`: equal for equal rows, and another for every other value. */
import { describe, expect, it } from '@jest/globals';
import { withPartitionManager } from './database.ts';
import { valueOf } from './layout.ts';

describe('the checksum of a table', () => {
  it.each([
    ['numeric', '12.5', '-12.5'],
    ['numeric(12, 2)', '12.50', '-12.50'],
    ['numeric[]', '{1,2}', '{1,-2}'],
    ['jsonb', '{"amount": 1}', '{"amount": -1}'],
    ['numrange', '[-5,3)', '[-5,-3)'],
    ['bigint', '5', '-5'],
    ['double precision', '1.5', '-1.5'],
    ['interval', '1 month', '-1 month'],
    ['text', 'a', 'A'],
    ['json', '{"a": 1}', '{"a":1}'],
  ])('tells %s %s from %s', async (type, one, other) => {
    await withPartitionManager(async ({ client }) => {
      await client.query(`create table reading (reading_id integer, value ${type})`);
      const sums: unknown[] = [];
      for (const value of [one, other, one]) {
        await client.query('truncate reading');
        await client.query('insert into reading values (1, $1)', [value]);
        sums.push(await valueOf(client, "select checksum::text from partition_checksum('reading')"));
      }
      expect(sums[0]).not.toBe(sums[1]);
      expect(sums[0]).toBe(sums[2]);
    });
  });

  it('changes when rows have exchanged one value', async () => {
    await withPartitionManager(async ({ client }) => {
      await client.query('create table reading (reading_id integer, value text)');
      let unseen = 0;
      for (let pair = 0; pair < 24; pair += 1) {
        const sums: unknown[] = [];
        for (const [a, b] of [
          ['this', 'that'],
          ['that', 'this'],
        ]) {
          await client.query('truncate reading');
          await client.query('insert into reading values ($1, $2), ($1 + 1, $3)', [pair * 2, a, b]);
          sums.push(await valueOf(client, "select checksum::text from partition_checksum('reading')"));
        }
        if (sums[0] === sums[1]) unseen += 1;
      }
      expect(unseen).toBe(0);
    });
  });
});

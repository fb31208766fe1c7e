/** Partitions are made ahead of the clock; what is there stays, and what lacks it is told before anything changes. */
import { describe, expect, it } from '@jest/globals';
import { readMigrations, stopClock, withEmptyDatabase } from './database.ts';
import { describe as describeLayout, readLayout, valueOf } from './layout.ts';
import { errorOf, partitionsOf, withPartitions } from './retention.ts';

describe('premake_partitions', () => {
  it.each([
    // now, interval, premake, the first and the last partition
    [
      '2026-06-15 12:00:00',
      '1 month',
      1,
      ['stay_2026_06 2026-06-01 2026-07-01', 'stay_2026_07 2026-07-01 2026-08-01'],
    ],
    [
      '2026-06-30 23:59:59.999999',
      '1 month',
      12,
      ['stay_2026_06 2026-06-01 2026-07-01', 'stay_2027_06 2027-06-01 2027-07-01'],
    ],
    [
      '2026-07-01 00:00:00',
      '1 month',
      12,
      ['stay_2026_07 2026-07-01 2026-08-01', 'stay_2027_07 2027-07-01 2027-08-01'],
    ],
    [
      '2026-12-31 12:00:00',
      '3 months',
      5,
      ['stay_2026_10 2026-10-01 2027-01-01', 'stay_2028_01 2028-01-01 2028-04-01'],
    ],
    [
      '2026-06-15 12:00:00',
      '4 months',
      2,
      ['stay_2026_05 2026-05-01 2026-09-01', 'stay_2027_01 2027-01-01 2027-05-01'],
    ],
    [
      '2026-06-15 12:00:00',
      '1 year',
      2,
      ['stay_2026_01 2026-01-01 2027-01-01', 'stay_2028_01 2028-01-01 2029-01-01'],
    ],
    [
      '2028-02-28 12:00:00',
      '1 day',
      2,
      ['stay_2028_02_28 2028-02-28 2028-02-29', 'stay_2028_03_01 2028-03-01 2028-03-02'],
    ],
    [
      '2026-06-15 12:00:00',
      '1 week',
      1,
      ['stay_2026_06_15 2026-06-15 2026-06-22', 'stay_2026_06_22 2026-06-22 2026-06-29'],
    ],
    [
      '2026-06-14 12:00:00',
      '7 days',
      1,
      ['stay_2026_06_08 2026-06-08 2026-06-15', 'stay_2026_06_15 2026-06-15 2026-06-22'],
    ],
  ])('at %s covers the %s of now and %i more', async (now, interval, premake, [first, last]) => {
    await withPartitions([], async ({ client }) => {
      await stopClock(client, now);
      const call = `premake_partitions('stay_', '${interval}', ${premake})`;
      expect(await valueOf(client, call)).toBe(premake + 1);
      const layout = describeLayout(await readLayout(client, 'stay', 'id'));
      expect([layout[0], layout.at(-1), layout.length]).toEqual([first, last, premake + 1]);
      expect(await valueOf(client, call)).toBe(0);
    });
  });

  it('makes only what is missing as the clock goes on', async () => {
    await withPartitions([], async ({ client }) => {
      const made: number[] = [];
      for (const now of ['2026-01-31', '2026-02-28', '2026-03-31', '2026-03-31', '2026-06-01']) {
        await stopClock(client, now);
        made.push(await valueOf(client, "premake_partitions('stay', '1 month', 3)"));
      }
      expect(made).toEqual([4, 1, 1, 0, 3]);
    });
  });

  it('fills around what is there, on the interval or not, and drops nothing', async () => {
    await withPartitions(['odd 2026-06-10 2026-07-20', 'far 2026-10-01 2027-01-01'], async ({ client }) => {
      expect(await valueOf(client, "premake_partitions('stay', '1 month', 4)")).toBe(4);
      expect(describeLayout(await readLayout(client, 'stay', 'id'))).toEqual([
        'stay_2026_06 2026-06-01 2026-06-10',
        'odd 2026-06-10 2026-07-20',
        'stay_2026_07_20 2026-07-20 2026-08-01',
        'stay_2026_08 2026-08-01 2026-09-01',
        'stay_2026_09 2026-09-01 2026-10-01',
        'far 2026-10-01 2027-01-01',
      ]);
    });
  });

  it('makes a thousand days ahead and leaves readers and writers alone meanwhile', async () => {
    await withPartitions([], async ({ client, connect }) => {
      const writer = await connect();
      await client.query("select premake_partitions('stay', '1 day', 1)");
      await client.query('begin');
      expect(await valueOf(client, "premake_partitions('stay', '1 day', 1000)")).toBe(999);
      await writer.query("set lock_timeout = '5s'; insert into stay values (1, '2026-06-15')");
      expect(await valueOf(writer, 'select count(*) from stay')).toBe('1');
      await client.query('commit');
      expect(await valueOf(client, "premake_partitions('stay', '1 day', 1000)")).toBe(0);
    });
  });

  it('refuses with 23514 where the default partition holds rows of a range to be made', async () => {
    await withPartitions([], async ({ client }) => {
      await client.query(
        "create table rest partition of stay default; insert into stay values (1, '2026-07-07')",
      );
      expect((await errorOf(client, "select premake_partitions('stay', '1 month', 1)")).code).toBe('23514');
      expect(await partitionsOf(client)).toBe('rest');
    });
  });

  it.each([
    ["'1 month', 0", '22023'],
    ["'1 month', 1001", '22023'],
    ["'1 month', -1", '22023'],
    ["'0', 1", '22023'],
    ["'5 months', 1", '22023'],
    ["'2 years', 1", '22023'],
    ["'-1 month', 1", '22023'],
    ["'1 month 1 day', 1", '22023'],
    ["'1 month 24 hours', 1", '22023'],
    ["'24 hours', 1", '22023'],
    ["'1 day 1 microsecond', 1", '22023'],
    ["'367 days', 1", '22023'],
    ['null, 1', '22004'],
    ["'1 month', null", '22004'],
  ])('refuses (%s) with %s', async (args, code) => {
    await withPartitions([], async ({ client }) => {
      const error = await errorOf(client, `select premake_partitions('stay', ${args})`);
      expect([error.code, error.hint]).toEqual([code, expect.any(String)]);
    });
  });
});

describe('the migration', () => {
  it('stops with 55000 where the partition manager is not installed, and changes nothing', async () => {
    await withEmptyDatabase(async ({ client }) => {
      const texts = await readMigrations();
      const error = await errorOf(client, texts.at(-1) ?? '');
      expect([error.code, error.message, error.hint]).toEqual([
        '55000',
        'the partition manager is not installed in schema public',
        expect.stringMatching(/Run V1__create_or_manage_partitions\.sql and V2__/),
      ]);
      expect(await valueOf(client, "select count(*) from pg_class where relname ~ 'partition_archive'")).toBe(
        '0',
      );
    });
  });

  it.each(['retired_partition', 'partition_archive'])(
    'stops with 55000 where another %s is in the way',
    async (table) => {
      await withEmptyDatabase(async ({ client }) => {
        const texts = await readMigrations();
        await client.query(`create table ${table} (x int)`);
        for (const text of texts.slice(0, -1)) {
          await client.query(text);
        }
        expect((await errorOf(client, texts.at(-1) ?? '')).code).toBe('55000');
      });
    },
  );

  it('can be applied again and keeps what was recorded', async () => {
    await withPartitions(['old 2026-01-01 2026-02-01'], async ({ client }) => {
      await client.query(
        "select record_archive('old', 'x', 0, 0); select apply_retention('stay', '1 month')",
      );
      for (const text of await readMigrations()) {
        await client.query(text);
      }
      expect(await valueOf(client, 'select count(*) from retired_partition')).toBe('1');
      expect(await valueOf(client, 'select count(*) from partition_archive')).toBe('1');
    });
  });
});

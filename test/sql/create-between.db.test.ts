/** Partitions of months and days for any span of time. */
import { describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { withPartitionManager } from './database.ts';
import { describe as describeLayout, readLayout, valueOf } from './layout.ts';

async function createStays(client: pg.Client, keyType = 'timestamptz', name = 'stay'): Promise<void> {
  await client.query(`create table ${name} (id integer, starts ${keyType} not null, primary key (id, starts))
    partition by range (starts)`);
}

function fill(client: pg.Client, step: string, from: string, to: string): Promise<number> {
  return valueOf(client, "create_partitions_between('stay', $1, $2, $3)", [step, from, to]);
}

describe('create_partitions_between', () => {
  it.each(['timestamptz', 'timestamp', 'date'])('makes days on a %s, named after them', async (keyType) => {
    await withPartitionManager(async ({ client }) => {
      await createStays(client, keyType);
      await client.query("set timezone = 'America/New_York'");
      expect(await fill(client, '1 day', '2026-02-27 12:00Z', '2026-03-02 00:00Z')).toBe(3);
      expect(await fill(client, '1 day', '2026-02-27 12:00Z', '2026-03-02 00:00:00.000001Z')).toBe(1);
      expect(describeLayout(await readLayout(client, 'stay', 'id'))).toEqual([
        'stay_2026_02_27 2026-02-27 2026-02-28',
        'stay_2026_02_28 2026-02-28 2026-03-01',
        'stay_2026_03_01 2026-03-01 2026-03-02',
        'stay_2026_03_02 2026-03-02 2026-03-03',
      ]);
      expect(await fill(client, '1 day', '2026-02-27 12:00Z', '2026-03-02 00:00:00.000001Z')).toBe(0);
    });
  });

  it('starts weeks on Mondays and counts days from one, before and after', async () => {
    await withPartitionManager(async ({ client }) => {
      await createStays(client, 'date');
      expect(await fill(client, '1 week', '2026-06-15', '2026-06-22')).toBe(1);
      expect(await fill(client, '7 days', '1999-12-31', '2000-01-04')).toBe(2);
      expect(await fill(client, '10 days', '1969-12-31', '1970-01-01')).toBe(1);
      expect(describeLayout(await readLayout(client, 'stay', 'id'))).toEqual([
        'stay_1969_12_31 1969-12-31 1970-01-10',
        'stay_1999_12_27 1999-12-27 2000-01-03',
        'stay_2000_01_03 2000-01-03 2000-01-10',
        'stay_2026_06_15 2026-06-15 2026-06-22',
      ]);
      expect((Date.UTC(2000, 0, 3) - Date.UTC(1969, 11, 31)) % (10 * 86_400_000)).toBe(0);
    });
  });

  it('fills around what is there, whatever interval that is on', async () => {
    await withPartitionManager(async ({ client }) => {
      await createStays(client, 'date');
      expect(await fill(client, '3 months', '2026-05-05', '2026-05-06')).toBe(1);
      expect(await fill(client, '1 week', '2026-03-25', '2026-07-08')).toBe(4);
      expect(await fill(client, '1 year', '2026-01-01', '2026-01-02')).toBe(2);
      expect(describeLayout(await readLayout(client, 'stay', 'id'))).toEqual([
        'stay_2026_01 2026-01-01 2026-03-23',
        'stay_2026_03_23 2026-03-23 2026-03-30',
        'stay_2026_03_30 2026-03-30 2026-04-01',
        'stay_2026_04 2026-04-01 2026-07-01',
        'stay_2026_07_01 2026-07-01 2026-07-06',
        'stay_2026_07_06 2026-07-06 2026-07-13',
        'stay_2026_07_13 2026-07-13 2027-01-01',
      ]);
      expect(
        await valueOf(
          client,
          "select string_agg(distinct partition_interval || ' ' || coalesce(interval_months::text, '-'), ', ') from partition_audit_log where parent = 'stay'",
        ),
      ).toBe('1 year 12, 3 mons 3, 7 days -');
    });
  });

  it('names 31 days after their first one, though that be the first of a month', async () => {
    await withPartitionManager(async ({ client }) => {
      await createStays(client, 'date');
      await client.query(
        "create table stay_1 partition of stay for values from ('2026-01-01') to ('2026-05-01')",
      );
      await fill(client, '31 days', '2026-05-01', '2026-05-02');
      expect((await readLayout(client, 'stay', 'id')).partitions.at(-1)?.name).toBe('stay_2026_05_01');
    });
  });

  it('names two parts of one day apart', async () => {
    await withPartitionManager(async ({ client }) => {
      await createStays(client, 'timestamp');
      await client.query(`
        create table a partition of stay for values from ('2026-06-15 03:00') to ('2026-06-15 04:00');
        create table b partition of stay for values from ('2026-06-15 09:30:15.5') to ('2026-06-15 10:00')`);
      expect(await fill(client, '1 day', '2026-06-15Z', '2026-06-16Z')).toBe(3);
      expect((await readLayout(client, 'stay', 'id')).partitions.map(({ name }) => name)).toEqual([
        'stay_2026_06_15',
        'a',
        'stay_2026_06_15_040000000000',
        'b',
        'stay_2026_06_15_100000000000',
      ]);
    });
  });

  it.each([
    [null, '2026-01-01', '2026-02-01', '22004'],
    ['1 day', null, '2026-02-01', '22004'],
    ['1 day', '2026-01-01', null, '22004'],
    ['1 hour', '2026-01-01', '2026-02-01', '22023'],
    ['24 hours', '2026-01-01', '2026-02-01', '22023'],
    ['1 day 1 hour', '2026-01-01', '2026-02-01', '22023'],
    ['1 month 1 day', '2026-01-01', '2026-02-01', '22023'],
    ['1 month -30 days', '2026-01-01', '2026-02-01', '22023'],
    ['5 months', '2026-01-01', '2026-02-01', '22023'],
    ['2 years', '2026-01-01', '2026-02-01', '22023'],
    ['0', '2026-01-01', '2026-02-01', '22023'],
    ['-1 day', '2026-01-01', '2026-02-01', '22023'],
    ['-1 month', '2026-01-01', '2026-02-01', '22023'],
    ['367 days', '2026-01-01', '2026-02-01', '22023'],
    ['1 day', '2026-02-01', '2026-02-01', '22023'],
    ['1 day', '2026-02-02', '2026-02-01', '22023'],
    ['1 day', '-infinity', '2026-02-01', '22023'],
    ['1 day', '2026-02-01', 'infinity', '22023'],
    ['1 day', '0001-06-01 BC', '2026-02-01', '22023'],
    ['1 day', '9999-12-01', '10000-01-02', '22023'],
    ['1 day', '2020-01-01', '2024-01-01', '54000'],
  ])('refuses %j from %j to %j with %s', async (step, from, to, code) => {
    await withPartitionManager(async ({ client }) => {
      await createStays(client);
      const call = "select create_partitions_between('stay', $1, $2, $3)";
      await expect(client.query(call, [step, from, to])).rejects.toMatchObject({
        code,
        hint: expect.stringMatching(/./),
      });
      expect((await readLayout(client, 'stay', 'id')).partitions).toEqual([]);
    });
  });

  it('refuses with 42622 where days make the names too long, before anything changes', async () => {
    await withPartitionManager(async ({ client }) => {
      for (const [name, fits] of [
        ['x'.repeat(52), true],
        ['y'.repeat(53), false],
        [`${'ü'.repeat(26)}`, true],
        [`${'ü'.repeat(27)}`, false],
      ] as const) {
        await createStays(client, 'date', name);
        const call = client.query(
          "select create_partitions_between($1, '1 day', '2026-01-01', '2026-01-03')",
          [name],
        );
        if (fits) {
          await call;
        } else {
          await expect(call).rejects.toMatchObject({
            code: '42622',
            hint: expect.stringMatching(/52 bytes/),
          });
        }
        expect((await readLayout(client, name, 'id')).partitions).toHaveLength(fits ? 2 : 0);
        expect(
          await valueOf(client, "create_partitions_between($1, '1 year', '2030-01-01', '2030-01-03')", [
            name,
          ]),
        ).toBe(1);
      }
    });
  });

  it('lets readers and writers go on while it adds to what is there', async () => {
    await withPartitionManager(async ({ client, connect }) => {
      await createStays(client, 'date');
      await fill(client, '1 day', '2026-06-15', '2026-06-16');
      const writer = await connect();
      await writer.query("set lock_timeout = '5s'; begin; insert into stay values (1, '2026-06-15')");
      await client.query("set lock_timeout = '5s'; begin");
      expect(await fill(client, '1 day', '2026-06-16', '2026-06-18')).toBe(2);
      await writer.query("insert into stay values (2, '2026-06-15'); commit");
      await client.query('commit');
      expect((await readLayout(client, 'stay', 'id')).keys).toEqual(['1', '2']);
    });
  });
});

it('makes and checks 1,000 daily partitions in a few statements each', async () => {
  await withPartitionManager(async ({ client }) => {
    await createStays(client);
    await client.query('create index on stay (starts, id)');
    expect(await fill(client, '1 day', '2024-01-01Z', '2026-09-27Z')).toBe(1000);
    expect(await fill(client, '1 day', '2024-01-01Z', '2026-09-27Z')).toBe(0);
    const { partitions } = await readLayout(client, 'stay', 'id');
    expect(partitions).toHaveLength(1000);
    expect(partitions.every(({ upper }, index) => upper === (partitions[index + 1]?.lower ?? upper))).toBe(
      true,
    );
  });
});

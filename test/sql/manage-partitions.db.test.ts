/** What the public functions make, replace, keep and return, on tables of the plain kind. */
import { describe, expect, it } from '@jest/globals';
import { testDay, withPartitionManager } from './database.ts';
import { describe as describeLayout, expectRightChange, readLayout, valueOf } from './layout.ts';
import type pg from 'pg';

async function createBookings(client: pg.Client, keyType = 'timestamptz'): Promise<void> {
  await client.query(`create table stay (id text, starts ${keyType} not null, primary key (id, starts))
    partition by range (starts)`);
}

const window: [string, string] = ['2026-01-01', '2028-01-01'];

describe('manage_partitions', () => {
  it('covers the current and the next year and takes writes at every edge', async () => {
    await withPartitionManager(async ({ client }) => {
      await createBookings(client);
      expect(await valueOf(client, "manage_partitions('stay_', 12, 1)")).toBe(24);
      await client.query(`insert into stay values
        ('first', '2026-01-01 00:00:00+00'), ('end of month', '2026-01-31 23:59:59.999999+00'),
        ('leap second', '2026-06-30 23:59:59.5+00'), ('last', '2027-12-31 23:59:59.999999+00')`);
      const layout = await readLayout(client, 'stay', 'id');
      expect(layout.partitions.filter((p) => p.rows > 0).map((p) => [p.name, p.rows])).toEqual([
        ['stay_2026_01', 2],
        ['stay_2026_06', 1],
        ['stay_2027_12', 1],
      ]);
    });
  });

  it('changes nothing when called again', async () => {
    await withPartitionManager(async ({ client }) => {
      await createBookings(client);
      await valueOf(client, "manage_partitions('stay', 4, 3)");
      const before = await readLayout(client, 'stay', 'id');
      const audited = await valueOf(client, 'select count(*) from partition_audit_log');
      expect(await valueOf(client, "manage_partitions('stay_', 4, 3)")).toBe(0);
      expect(await readLayout(client, 'stay', 'id')).toEqual(before);
      expect(await valueOf(client, 'select count(*) from partition_audit_log')).toBe(audited);
    });
  });

  it('turns an empty year into quarters', async () => {
    await withPartitionManager(async ({ client }) => {
      await createBookings(client);
      await valueOf(client, "manage_partitions('stay', 1, 12)");
      expect(await valueOf(client, "manage_partitions('stay', 4, 3)")).toBe(10);
      const layout = await readLayout(client, 'stay', 'id');
      expect(describeLayout(layout).slice(0, 5)).toEqual([
        'stay_2026_01 2026-01-01 2026-04-01',
        'stay_2026_04 2026-04-01 2026-07-01',
        'stay_2026_07 2026-07-01 2026-10-01',
        'stay_2026_10 2026-10-01 2027-01-01',
        'stay_2027_01 2027-01-01 2027-04-01',
      ]);
    });
  });

  it('keeps a quarter with rows among months', async () => {
    await withPartitionManager(async ({ client }) => {
      await createBookings(client);
      await valueOf(client, "manage_partitions('stay', 4, 3)");
      await client.query("insert into stay values ('a', '2026-05-09')");
      const before = await readLayout(client, 'stay', 'id');
      await valueOf(client, "manage_partitions('stay', 12, 1)");
      const after = await readLayout(client, 'stay', 'id');
      expectRightChange(before, after, 1, window);
      expect(describeLayout(after).slice(2, 5)).toEqual([
        'stay_2026_03 2026-03-01 2026-04-01',
        'stay_2026_04 2026-04-01 2026-07-01',
        'stay_2026_07 2026-07-01 2026-08-01',
      ]);
    });
  });

  it('fills around a month with rows inside a quarter', async () => {
    await withPartitionManager(async ({ client }) => {
      await createBookings(client);
      await valueOf(client, "manage_partitions('stay', 12, 1)");
      await client.query("insert into stay values ('a', '2026-02-28 23:59:59.999999+00')");
      await valueOf(client, "manage_partitions('stay', 4, 3)");
      expect(describeLayout(await readLayout(client, 'stay', 'id')).slice(0, 4)).toEqual([
        'stay_2026_01 2026-01-01 2026-02-01',
        'stay_2026_02 2026-02-01 2026-03-01',
        'stay_2026_03 2026-03-01 2026-04-01',
        'stay_2026_04 2026-04-01 2026-07-01',
      ]);
    });
  });

  it('splits an empty range that reaches over the year end and refills all of it', async () => {
    await withPartitionManager(async ({ client }) => {
      await createBookings(client);
      await client.query(`
        create table before partition of stay for values from ('2025-11-16+00') to ('2026-02-10+00');
        create table behind partition of stay for values from ('2027-09-01+00') to ('2028-03-15+00')`);
      const before = await readLayout(client, 'stay', 'id');
      await valueOf(client, "manage_partitions('stay', 4, 3)");
      const after = await readLayout(client, 'stay', 'id');
      expectRightChange(before, after, 3, window);
      expect(describeLayout(after).at(0)).toBe('stay_2025_10 2025-10-01 2026-01-01');
      expect(describeLayout(after).at(-1)).toBe('stay_2028_10 2028-10-01 2029-01-01');
    });
  });

  it('clips at microseconds where a partition with rows ends between midnights', async () => {
    await withPartitionManager(async ({ client }) => {
      await createBookings(client);
      await client.query(`
        create table odd partition of stay
          for values from ('2026-03-15 10:11:12.131415+00') to ('2026-03-20 01:02:03.000001+00');
        insert into stay values ('a', '2026-03-16')`);
      await valueOf(client, "manage_partitions('stay', 12, 1)");
      const bounds = await client.query<{ name: string; bound: string }>(
        `select partition::text as name, lower_bound || ' ' || upper_bound as bound
           from partition_ranges('stay') order by range offset 2 limit 3`,
      );
      expect(bounds.rows).toEqual([
        { name: 'stay_2026_03', bound: '2026-03-01 00:00:00+00 2026-03-15 10:11:12.131415+00' },
        { name: 'odd', bound: '2026-03-15 10:11:12.131415+00 2026-03-20 01:02:03.000001+00' },
        { name: 'stay_2026_03_20', bound: '2026-03-20 01:02:03.000001+00 2026-04-01 00:00:00+00' },
      ]);
    });
  });

  it('brings later years that have partitions onto the interval, and no others', async () => {
    await withPartitionManager(async ({ client }) => {
      await createBookings(client);
      await valueOf(client, "create_partitions_for_period(2025, 1, 12, 'stay')");
      await valueOf(client, "create_partitions_for_period(2030, 1, 12, 'stay')");
      await valueOf(client, "manage_partitions('stay', 2, 6)");
      expect(describeLayout(await readLayout(client, 'stay', 'id'))).toEqual([
        'stay_2025_01 2025-01-01 2026-01-01',
        'stay_2026_01 2026-01-01 2026-07-01',
        'stay_2026_07 2026-07-01 2027-01-01',
        'stay_2027_01 2027-01-01 2027-07-01',
        'stay_2027_07 2027-07-01 2028-01-01',
        'stay_2030_01 2030-01-01 2030-07-01',
        'stay_2030_07 2030-07-01 2031-01-01',
      ]);
    });
  });

  it('says that it belongs into a maintenance window', async () => {
    await withPartitionManager(async ({ client }) => {
      const notices: string[] = [];
      client.on('notice', (notice) => notices.push(notice.message ?? ''));
      await valueOf(client, "manage_partitions('amenity_booking_', 12, 1)");
      expect(notices).toEqual([expect.stringContaining('maintenance window')]);
    });
  });

  it.each(['timestamptz', 'timestamp', 'date'])('changes the interval of a table on %s', async (keyType) => {
    await withPartitionManager(async ({ client }) => {
      await createBookings(client, keyType);
      await valueOf(client, "manage_partitions('stay', 12, 1)");
      await client.query("insert into stay values ('x', '2026-12-31')");
      const before = await readLayout(client, 'stay', 'id');
      expect(before.keys).toEqual(['x']);
      await valueOf(client, "manage_partitions('stay', 6, 2)");
      expectRightChange(before, await readLayout(client, 'stay', 'id'), 2, window);
    });
  });
});

describe('create_or_update_partitions', () => {
  it('changes one year only, past years too', async () => {
    await withPartitionManager(async ({ client }) => {
      await createBookings(client);
      await valueOf(client, "create_partitions_for_period(2024, 12, 1, 'stay_')");
      await client.query("insert into stay values ('leap day', '2024-02-29 12:00+00')");
      expect(await valueOf(client, "create_or_update_partitions(2024, 4, 3, 'stay_')")).toBe(9 + 3);
      expect(describeLayout(await readLayout(client, 'stay', 'id'))).toEqual([
        'stay_2024_01 2024-01-01 2024-02-01',
        'stay_2024_02 2024-02-01 2024-03-01',
        'stay_2024_03 2024-03-01 2024-04-01',
        'stay_2024_04 2024-04-01 2024-07-01',
        'stay_2024_07 2024-07-01 2024-10-01',
        'stay_2024_10 2024-10-01 2025-01-01',
      ]);
    });
  });
});

describe('create_partitions_for_period', () => {
  it('fills a year around what is there and drops nothing', async () => {
    await withPartitionManager(async ({ client }) => {
      await createBookings(client);
      await client.query(
        "create table odd partition of stay for values from ('2026-02-10+00') to ('2026-08-20+00')",
      );
      const before = await readLayout(client, 'stay', 'id');
      expect(await valueOf(client, "create_partitions_for_period(2026, 4, 3, 'stay')")).toBe(3);
      const after = await readLayout(client, 'stay', 'id');
      expect(after.partitions).toEqual(expect.arrayContaining([...before.partitions]));
      expect(describeLayout(after)).toEqual([
        'stay_2026_01 2026-01-01 2026-02-10',
        'odd 2026-02-10 2026-08-20',
        'stay_2026_08_20 2026-08-20 2026-10-01',
        'stay_2026_10 2026-10-01 2027-01-01',
      ]);
    });
  });
});

describe('drop_empty_future_partitions', () => {
  it('drops what starts after now and is empty', async () => {
    await withPartitionManager(async ({ client }) => {
      await createBookings(client);
      await valueOf(client, "manage_partitions('stay', 12, 1)");
      await client.query("insert into stay values ('a', '2027-03-03')");
      expect(await valueOf(client, "drop_empty_future_partitions('stay_')")).toBe(17);
      const names = (await readLayout(client, 'stay', 'id')).partitions.map((p) => p.name);
      expect(testDay.slice(0, 7)).toBe('2026-06');
      expect(names).toEqual([1, 2, 3, 4, 5, 6].map((month) => `stay_2026_0${month}`).concat('stay_2027_03'));
      expect(await valueOf(client, "drop_empty_future_partitions('stay_')")).toBe(0);
    });
  });
});

describe('partition_has_data', () => {
  it.each(['timestamptz', 'timestamp', 'date'])('finds rows at or after a day on %s', async (keyType) => {
    await withPartitionManager(async ({ client }) => {
      await createBookings(client, keyType);
      await valueOf(client, "manage_partitions('stay', 12, 1)");
      await client.query("set timezone = 'UTC'; insert into stay values ('a', '2026-02-14')");
      await client.query("set timezone = 'Pacific/Kiritimati'");
      const call = 'partition_has_data($1, $2)';
      expect(await valueOf(client, call, ['stay_2026_02', '2026-02-14'])).toBe(true);
      expect(await valueOf(client, call, ['stay_2026_02', '2026-02-15'])).toBe(false);
      expect(await valueOf(client, call, ['stay_2026_02', null])).toBe(true);
      expect(await valueOf(client, 'partition_has_data(\'public."stay_2026_03"\', null)')).toBe(false);
    });
  });
});

/** Outside of the maintenance window nothing is changed; what cannot be read as a window opens nothing. */
import { describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { parseMaintenanceWindow } from '../../src/settings/time-rules.ts';
import { stopClock, withPartitionManager } from './database.ts';
import { readLayout, valueOf } from './layout.ts';

interface Window {
  readonly opens: string;
  readonly closes: string;
}

async function windowAt(client: pg.Client, setting: string, instant: string): Promise<Window> {
  const { rows } = await client.query<Window>(
    `select lower(w)::text as opens, upper(w)::text as closes from partition_maintenance_window($1, $2) w`,
    [setting, instant],
  );
  return rows[0] ?? { opens: '', closes: '' };
}

const windows: [string, string, string, string][] = [
  // 15 June 2026 is a Monday.
  ['Sun 01:00-05:00 UTC', '2026-06-15 12:00', '2026-06-21 01:00', '2026-06-21 05:00'],
  ['Mon 12:00-13:00 UTC', '2026-06-15 12:00', '2026-06-15 12:00', '2026-06-15 13:00'],
  ['Mon 11:00-12:00 UTC', '2026-06-15 12:00', '2026-06-22 11:00', '2026-06-22 12:00'],
  ['mon-FRI 22:00-04:00 Europe/Zurich', '2026-06-15 12:00', '2026-06-15 20:00', '2026-06-16 02:00'],
  ['Mon-Fri 22:00-04:00 Europe/Zurich', '2026-06-20 01:59:59', '2026-06-19 20:00', '2026-06-20 02:00'],
  ['Mon-Fri 22:00-04:00 Europe/Zurich', '2026-06-20 02:00', '2026-06-22 20:00', '2026-06-23 02:00'],
  ['Fri-Mon 03:00-04:00 utc', '2026-06-16 12:00', '2026-06-19 03:00', '2026-06-19 04:00'],
  ['Fri-Mon 03:00-04:00 utc', '2026-06-21 12:00', '2026-06-22 03:00', '2026-06-22 04:00'],
  ['Sat,Sun 00:00-24:00 UTC', '2026-06-20 12:00', '2026-06-20 00:00', '2026-06-21 00:00'],
  ['Sat 24:00-05:00 UTC', '2026-06-21 04:59', '2026-06-21 00:00', '2026-06-21 05:00'],
  ['  Wed   01:00-02:00   Asia/Kathmandu ', '2026-06-15 12:00', '2026-06-16 19:15', '2026-06-16 20:15'],
  ['Tue 00:30-01:30 Pacific/Kiritimati', '2026-06-15 12:00', '2026-06-22 10:30', '2026-06-22 11:30'],
  ['Mon 23:00-24:00 Pacific/Pago_Pago', '2026-06-16 10:30', '2026-06-16 10:00', '2026-06-16 11:00'],
  // The clocks change: one hour is not there, another is there twice. CET is not the abbreviation here.
  ['Sun 02:00-04:00 Europe/Zurich', '2026-03-28 12:00', '2026-03-29 01:00', '2026-03-29 02:00'],
  ['Sun 01:00-04:00 Europe/Zurich', '2026-10-25 01:30', '2026-10-24 23:00', '2026-10-25 03:00'],
  ['Wed 12:00-13:00 CET', '2026-06-15 12:00', '2026-06-17 10:00', '2026-06-17 11:00'],
  ['Thu 00:00-06:00 America/New_York', '2026-12-31 10:00', '2026-12-31 05:00', '2026-12-31 11:00'],
];

it('opens and closes by the wall clock of its zone, whatever zone the session has', async () => {
  await withPartitionManager(async ({ client }) => {
    await client.query("set timezone = 'Australia/Lord_Howe'; set datestyle = 'ISO'");
    for (const [setting, instant, opens, closes] of windows) {
      const found = await windowAt(client, setting, instant);
      expect({ setting, instant, ...found }).toEqual({
        setting,
        instant,
        opens: `${opens}:00`,
        closes: `${closes}:00`,
      });
      expect(parseMaintenanceWindow(setting).ok).toBe(true);
    }
    expect(await valueOf(client, "current_setting('timezone')")).toBe('Australia/Lord_Howe');
  });
});

const unreadable = [
  'always',
  'Sun',
  'Sun 01:00-05:00',
  'Sun 1:00-5:00 UTC',
  'Sun 01:00-25:00 UTC',
  'Sun 24:01-05:00 UTC',
  'Sun 01:60-05:00 UTC',
  'Sun 01:00-01:00 UTC',
  'Sun 24:00-24:00 UTC',
  'Sun 01:00-05:00 UTC UTC',
  'Sunday 01:00-05:00 UTC',
  'Su 01:00-05:00 UTC',
  'Sun, 01:00-05:00 UTC',
  'Sun,,Mon 01:00-05:00 UTC',
  'Sun-Tue-Fri 01:00-05:00 UTC',
  '-Sun 01:00-05:00 UTC',
  'Sun- 01:00-05:00 UTC',
  'Sun 01:00-05:00 Europe/Zürich',
  'Sun 01:00-05:00 Nowhere/City',
  'Sun 01:00-05:00 FOO+5',
  'Sun 01:00-05:00 BRST',
  "Sun 01:00-05:00 '; drop table amenity_booking; --",
  'Sun 01:00-05:00 localtime',
  '%s 01:00-05:00 %I',
];

describe('a setting that is no window', () => {
  it('is refused by the configuration file too', () => {
    expect(unreadable.filter((setting) => parseMaintenanceWindow(setting).ok)).toEqual([]);
  });

  it('stops every change with 22023', async () => {
    await withPartitionManager(async ({ client }) => {
      for (const setting of [...unreadable, 'Sun 24:00-00:00 UTC', ' ']) {
        await client.query("select set_config('partition_guard.maintenance_window', $1, false)", [setting]);
        for (const call of changes) {
          await expect(client.query(`select ${call}`)).rejects.toMatchObject({
            code: '22023',
            hint: expect.stringMatching(/UTC/),
            detail: expect.stringMatching(/Nothing was changed/),
          });
        }
      }
      expect((await readLayout(client, 'amenity_booking', 'booking_id')).partitions).toHaveLength(24);
    });
  });
});

const changes = [
  "manage_partitions('amenity_booking', 4, 3)",
  "create_or_update_partitions(2026, 4, 3, 'amenity_booking')",
  "create_partitions_for_period(2030, 4, 3, 'amenity_booking')",
  "drop_empty_future_partitions('amenity_booking')",
];

describe('outside of the window', () => {
  it.each(changes)('%s is refused with PM001, the next opening told, and nothing changed', async (call) => {
    await withPartitionManager(async ({ client }) => {
      await client.query(
        "set partition_guard.maintenance_window = 'Sun 01:00-05:00 Europe/Zurich'; insert into amenity_booking (amenity_id, user_id, start_time, end_time) values ('a', 'b', '2026-07-07', '2026-07-08')",
      );
      const before = await readLayout(client, 'amenity_booking', 'booking_id');
      const logged = await valueOf(client, 'select count(*) from partition_audit_log');
      await expect(client.query(`select ${call}`)).rejects.toMatchObject({
        code: 'PM001',
        message: 'partitions are not changed outside of the maintenance window Sun 01:00-05:00 Europe/Zurich',
        detail: 'It opens next on 2026-06-20 23:00 UTC, until 2026-06-21 03:00 UTC. Nothing was changed.',
        hint: expect.stringMatching(/in the window/),
      });
      expect(await readLayout(client, 'amenity_booking', 'booking_id')).toEqual(before);
      expect(await valueOf(client, 'select count(*) from partition_audit_log')).toBe(logged);
    });
  });

  it('what has nothing to do is not refused', async () => {
    await withPartitionManager(async ({ client }) => {
      await client.query("set partition_guard.maintenance_window = 'Sun 01:00-05:00 UTC'");
      expect(await valueOf(client, "manage_partitions('amenity_booking', 12, 1)")).toBe(0);
      expect(await valueOf(client, "create_partitions_for_period(2027, 12, 1, 'amenity_booking')")).toBe(0);
    });
  });

  it('a refusal is recorded by change_partition_interval', async () => {
    await withPartitionManager(async ({ client }) => {
      await client.query("set partition_guard.maintenance_window = 'Sun 01:00-05:00 UTC'");
      await expect(
        client.query("call change_partition_interval('amenity_booking_', 4, 3)"),
      ).rejects.toMatchObject({
        code: 'PM001',
        detail: expect.stringMatching(/opens next on 2026-06-21 01:00 UTC/),
        hint: expect.stringMatching(/in the window/),
      });
      const { rows } = await client.query(
        "select parent, detail from partition_audit_log where action = 'REFUSE'",
      );
      expect(rows).toEqual([
        {
          parent: 'amenity_booking',
          detail: 'PM001: partitions are not changed outside of the maintenance window Sun 01:00-05:00 UTC',
        },
      ]);
    });
  });
});

it('inside of the window changes go through, without a word on windows', async () => {
  await withPartitionManager(async ({ client }) => {
    const notices: string[] = [];
    client.on('notice', ({ message }) => notices.push(message ?? ''));
    await client.query("set partition_guard.maintenance_window = 'Mon 12:00-13:00 UTC'");
    expect(await valueOf(client, "manage_partitions('amenity_booking', 4, 3)")).toBe(32);
    expect(notices).toEqual([]);
    await stopClock(client, '2026-06-15 13:00:00');
    await expect(client.query("select manage_partitions('amenity_booking', 12, 1)")).rejects.toMatchObject({
      code: 'PM001',
    });
  });
});

/** The whole life of a table, on every PostgreSQL major that is promised: converted, changed, moved, retired, restored. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { withClient } from '../../src/postgres/connection.ts';
import { openTestServer, type TestServer } from '../support/throwaway.ts';
import { expectReplay, readMigrations, stopClock, testDay } from './database.ts';
import { describe as layoutOf, readLayout, valueOf } from './layout.ts';

const tableInUse = `
  create table amenity (id text primary key);
  insert into amenity select 'a' || i from generate_series(1, 20) i;
  create table amenity_booking (
    booking_id text primary key, amenity_id text not null references amenity on delete cascade,
    start_time timestamptz not null, end_time timestamptz not null, note json
  );
  create index amenity_booking_amenity_id_idx on amenity_booking (amenity_id, start_time);
  create view next_booking as select amenity_id, min(start_time) as start_time from amenity_booking group by 1;
  insert into amenity_booking
  select 'b' || i, 'a' || (i % 20 + 1), t, t + interval '1 hour', '{"of": 1}'
    from generate_series(1, 3000) i, lateral (select timestamptz '2025-01-10 00:00+00' + i * interval '3 hours' as t) x`;

const rowsOf = (client: pg.Client): Promise<string> =>
  valueOf(client, "select row_count || ' ' || checksum from partition_checksum('amenity_booking')");

describe.each([14, 15, 16, 17, 18])('on PostgreSQL %i', (major) => {
  let server: TestServer | undefined;
  // The first time it may be fetched.
  beforeAll(async () => {
    server = await openTestServer(major);
  });
  afterAll(() => server?.close());

  it('a table in use is converted, changed, moved, retired and restored without losing a row', async () => {
    expect.hasAssertions();
    await server?.withDatabase(({ migrator }) =>
      withClient(migrator, async (client) => {
        await client.query("set search_path = public; set timezone = 'America/St_Johns'");
        await client.query(tableInUse);
        await client.query('begin');
        for (const migration of await readMigrations()) await client.query(migration);
        await stopClock(client, testDay);
        await client.query('commit');
        expect(await valueOf(client, 'select count(*) from amenity_booking')).toBe('3000');
        const before = await rowsOf(client);

        await client.query("call split_partition('amenity_booking_2025_01', 12, 1)");
        await client.query("select manage_partitions('amenity_booking', 2, 6)");
        await client.query("call rebuild_partitions('amenity_booking', '2025-01-01', '2026-01-01', 4, 3)");
        await client.query("call merge_partitions('{amenity_booking_2025_01,amenity_booking_2025_04}')");
        expect(await rowsOf(client)).toBe(before);

        await client.query('create table rest partition of amenity_booking default');
        await client.query(
          "insert into amenity_booking values ('late', 'a1', '2031-05-05 12:00+00', '2031-05-05 13:00+00')",
        );
        await client.query("call empty_default_partition('amenity_booking', 1, 12)");
        expect(await valueOf(client, 'select count(*) from rest')).toBe('0');
        await client.query("select premake_partitions('amenity_booking', '6 months', 4)");

        const all = await rowsOf(client);
        await client.query("select * from apply_retention('amenity_booking', '9 months')");
        const archived = await valueOf<string>(
          client,
          'select count(*) from public_archive.amenity_booking_2025_01',
        );
        expect(Number(archived) + Number(await valueOf(client, 'select count(*) from amenity_booking'))).toBe(
          3001,
        );
        await client.query(
          "select restore_archived_partition('public_archive.amenity_booking_2025_01', 'amenity_booking')",
        );
        expect(await rowsOf(client)).toBe(all);

        expect(await valueOf(client, 'select count(*) from next_booking')).toBe('20');
        expect(layoutOf(await readLayout(client, 'amenity_booking', 'booking_id')).join('\n')).toContain(
          '2025-01-01 2025-07-01',
        );
        expect(await valueOf(client, 'select count(*) from partition_move')).toBe('0');
        await expectReplay(client);
      }),
    );
  });
});

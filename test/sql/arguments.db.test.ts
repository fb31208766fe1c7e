/** Arguments that cannot be right are refused with their documented SQLSTATE before anything changes. */
import { expect, it } from '@jest/globals';
import type pg from 'pg';
import { withPartitionManager } from './database.ts';
import { valueOf } from './layout.ts';

interface Refusal {
  code: string | undefined;
  hint: boolean;
}

async function refusalOf(
  client: pg.Client,
  sql: string,
  values: readonly unknown[],
): Promise<Refusal | string> {
  try {
    await client.query(sql, [...values]);
    return 'accepted';
  } catch (error) {
    const { code, hint } = error as pg.DatabaseError;
    return { code, hint: hint !== undefined };
  }
}

async function catalogOf(client: pg.Client): Promise<string> {
  return valueOf(
    client,
    `select string_agg(c.oid || c.relname, ',' order by c.oid) from pg_class c where c.relnamespace = 'public'::regnamespace`,
  );
}

const hostilePrefixes: [string | null, string][] = [
  [null, '22004'],
  ['', '22023'],
  ['_', '22023'],
  ['__', '42P01'],
  ['amenity', '42P01'],
  ['amenity%', '42P01'],
  ['amenity_bookingX', '42P01'],
  ['Amenity_Booking_', '42P01'],
  ['AMENITY_BOOKING', '42P01'],
  ['nowhere.amenity_booking', '42P01'],
  ['"public.amenity_booking"', '42P01'],
  ['"Amenity_booking"', '42P01'],
  ['"amenity_booking', '42P01'],
  ['amenity_booking"', '42P01'],
  ['public.', '42P01'],
  ['.', '42P01'],
  ['""', '42P01'],
  ['"".""', '42P01'],
  ['public."x"; drop table amenity_booking; --', '42P01'],
  ['a.public.amenity_booking', '42P01'],
  [`public.${'x'.repeat(56)}`, '42622'],
  ['amenity_booking; drop table amenity_booking; --', '42P01'],
  ["amenity_booking' or true --", '42P01'],
  ['$$; drop table amenity_booking; $$', '42P01'],
  ['%I%L%s', '42P01'],
  ['amenity_booking_2026_07', '42809'],
  ['partition_audit_log', '42809'],
  ['x'.repeat(56), '42622'],
  ['ü'.repeat(30), '42622'],
  ['x'.repeat(5000), '42622'],
];

it.each(hostilePrefixes)('refuses the prefix %j with %s', async (prefix, code) => {
  await withPartitionManager(async ({ client }) => {
    const before = await catalogOf(client);
    const calls = [
      'select manage_partitions($1, 4, 3)',
      'select drop_empty_future_partitions($1)',
      'select create_partitions_for_period(2026, 4, 3, $1)',
      'select create_or_update_partitions(2026, 4, 3, $1)',
    ];
    for (const call of calls) {
      expect(await refusalOf(client, call, [prefix])).toEqual({ code, hint: true });
    }
    expect(await catalogOf(client)).toBe(before);
  });
});

it('manages tables with quotes, capitals, percent signs and 55 bytes in their names', async () => {
  await withPartitionManager(async ({ client }) => {
    for (const name of ['Stay "of" 100%', "it's; --", 'ü'.repeat(27), 'select', '%1$s%I', 'twice__']) {
      const quoted = client.escapeIdentifier(name);
      await client.query(
        `create table ${quoted} (id integer, "Starts % at" date not null) partition by range ("Starts % at")`,
      );
      expect(await valueOf(client, 'manage_partitions($1, 12, 1)', [`${name}_`])).toBe(24);
      await client.query(`insert into ${quoted} values (1, '2026-12-31')`);
      expect(await valueOf(client, 'manage_partitions($1, 2, 6)', [`${name}_`])).toBe(23 + 4);
      const partition = client.escapeIdentifier(`${name}_2026_12`);
      expect(await valueOf(client, 'partition_has_data($1, $2)', [partition, '2026-12-31'])).toBe(true);
    }
  });
});

it('accepts six pairs of frequency and interval and no other', async () => {
  await withPartitionManager(async ({ client }) => {
    const accepted: string[] = [];
    const refused = new Set<string>();
    for (const frequency of [-1, 0, 1, 2, 3, 4, 5, 6, 12, 13, 2147483647]) {
      for (const months of [-1, 0, 1, 2, 3, 4, 5, 6, 12, 24, 2147483647]) {
        const outcome = await refusalOf(client, 'select assert_partition_interval($1, $2)', [
          frequency,
          months,
        ]);
        if (outcome === 'accepted') accepted.push(`${frequency}x${months}`);
        else refused.add(JSON.stringify(outcome));
      }
    }
    expect(accepted).toEqual(['1x12', '2x6', '3x4', '4x3', '6x2', '12x1']);
    expect([...refused]).toEqual(['{"code":"22023","hint":true}']);
  });
});

const wrongCalls: [string, string][] = [
  ["manage_partitions('amenity_booking_', 4, 4)", '22023'],
  ["manage_partitions('amenity_booking_', null, 3)", '22004'],
  ["manage_partitions('amenity_booking_', 4, null)", '22004'],
  ["create_partitions_for_period(2026, 5, 3, 'amenity_booking_')", '22023'],
  ["create_partitions_for_period(null, 4, 3, 'amenity_booking_')", '22004'],
  ["create_partitions_for_period(0, 4, 3, 'amenity_booking_')", '22023'],
  ["create_or_update_partitions(10000, 4, 3, 'amenity_booking_')", '22023'],
  ["create_or_update_partitions(-2147483648, 4, 3, 'amenity_booking_')", '22023'],
  ['partition_has_data(null, null)', '22004'],
  ["partition_has_data('no_such_table', null)", '42P01'],
  ["partition_has_data('no_such_schema.t', null)", '42P01'],
  ["partition_has_data('amenity_booking', null)", '42809'],
  ["partition_has_data('pg_class', null)", '42809'],
  ["partition_has_data('amenity_booking_2026_07_pkey', null)", '42809'],
];

it.each(wrongCalls)('refuses %s with %s', async (call, code) => {
  await withPartitionManager(async ({ client }) => {
    const before = await catalogOf(client);
    expect(await refusalOf(client, `select ${call}`, [])).toEqual({ code, hint: true });
    expect(await catalogOf(client)).toBe(before);
  });
});

it.each(['a"b', 'x; drop table amenity_booking', "a' or true", '', 'a.b.c.d.e', '12345'])(
  'does not run the partition name %j',
  async (name) => {
    await withPartitionManager(async ({ client }) => {
      const before = await catalogOf(client);
      const outcome = await refusalOf(client, 'select partition_has_data($1, null)', [name]);
      expect(['42602', '42601', '42P01', '0A000']).toContain(
        typeof outcome === 'string' ? outcome : outcome.code,
      );
      expect(await catalogOf(client)).toBe(before);
    });
  },
);

it.each([
  ['partition by list (a)', '0A000'],
  ['partition by hash (a)', '0A000'],
  ['partition by range (a, b)', '0A000'],
  ['partition by range ((a + 1))', '0A000'],
  ['partition by range (b)', '0A000'],
])('refuses a table with %s', async (clause, code) => {
  await withPartitionManager(async ({ client }) => {
    await client.query(`create table other (a date, b integer) ${clause}`);
    expect(await refusalOf(client, "select manage_partitions('other', 12, 1)", [])).toEqual({
      code,
      hint: true,
    });
  });
});

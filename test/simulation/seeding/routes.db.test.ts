import { describe, expect, it } from '@jest/globals';
import { seedTables } from '../../../src/simulation/seed-tables.ts';
import { judgedTable } from '../../support/judged-tables.ts';
import { type Playground, withPlayground } from '../../support/playground.ts';

/** Seeds `booking` of the schema, and counts its rows by an expression. */
const countedBy = (
  schema: string,
  by: string,
  head?: (playground: Playground) => Promise<Parameters<typeof judgedTable>[1]>,
): Promise<Record<string, number>> =>
  withPlayground(schema, async (playground) => {
    const { context, database, observer } = playground;
    const tables = [judgedTable('booking', await head?.(playground))];
    await seedTables({ ...context, tables, rows: 300 }, database, 'every-partition');
    if (database.seedFailures.size > 0) throw new Error([...database.seedFailures.values()].join());
    const { rows } = await observer.query<{ by: string; n: number }>(
      `select (${by})::text as by, count(*)::integer as n from public.booking group by 1 order by 1`,
    );
    return Object.fromEntries(rows.map((row) => [row.by, row.n]));
  });

const booking = (columns: string, within: string): string => `
  create table booking (id bigint, starts date not null, ${columns}) partition by range (starts);
  create table booking_1 partition of booking for values from ('2026-01-01') to ('2026-02-01') partition by ${within};
  create table booking_2 partition of booking for values from ('2026-02-01') to ('2026-03-01') partition by ${within};`;

const sum = (counts: Record<string, number>): number => Object.values(counts).reduce((a, b) => a + b, 0);

describe('rows go into partitions within partitions', () => {
  it('by list: every value has rows', async () => {
    const counts = await countedBy(
      `${booking('region text not null', 'list (region)')}
       create table booking_1_a partition of booking_1 for values in ('EU', 'UK');
       create table booking_1_b partition of booking_1 for values in ('US');
       create table booking_2_a partition of booking_2 for values in ('EU');`,
      "to_char(starts, 'MM') || region",
    );
    expect(Object.keys(counts)).toEqual(['01EU', '01UK', '01US', '02EU']);
    expect(sum(counts)).toBeGreaterThanOrEqual(290);
  });

  it('by hash, where not every remainder has a partition', async () => {
    const counts = await countedBy(
      `${booking('room integer not null', 'hash (room)')}
       create table booking_1_a partition of booking_1 for values with (modulus 4, remainder 0);
       create table booking_1_b partition of booking_1 for values with (modulus 4, remainder 1);
       create table booking_2_a partition of booking_2 for values with (modulus 2, remainder 0);`,
      'tableoid::regclass',
    );
    expect(Object.keys(counts)).toHaveLength(3);
    expect(sum(counts)).toBeGreaterThan(250);
  });

  it('by range of a number, with a hole', async () => {
    const counts = await countedBy(
      `${booking('room integer not null', 'range (room)')}
       create table booking_1_a partition of booking_1 for values from (100) to (200);
       create table booking_1_b partition of booking_1 for values from (300) to (400);
       create table booking_2_a partition of booking_2 for values from (100) to (400);`,
      'tableoid::regclass',
    );
    expect(Object.keys(counts)).toHaveLength(3);
  });

  it('by list with NULL, and with one for the rest', async () => {
    const counts = await countedBy(
      `${booking('region text', 'list (region)')}
       create table booking_1_a partition of booking_1 for values in (null, 'EU');
       create table booking_1_b partition of booking_1 default;
       create table booking_2_a partition of booking_2 for values in (null, 'UK');`,
      "to_char(starts, 'MM') || coalesce(region, '-')",
    );
    expect(Object.keys(counts)).toEqual(expect.arrayContaining(['01-', '01EU', '01UK', '02-', '02UK']));
  });

  it('by a key of several columns, the others within what their bounds say', async () => {
    const counts = await countedBy(
      `create table booking (id bigint, starts date not null, room integer not null) partition by range (starts, room);
       create table booking_1 partition of booking for values from ('2026-01-01', 10) to ('2026-02-01', 10);
       create table booking_2 partition of booking for values from ('2026-02-01', 10) to ('2026-03-01', minvalue);`,
      'tableoid::regclass',
    );
    expect(Object.keys(counts)).toHaveLength(2);
  });

  it('in a parent that is partitioned by list', async () => {
    const counts = await countedBy(
      `create table region (code text primary key) partition by list (code);
       create table region_1 partition of region for values in ('EU', 'UK');
       create table booking (id bigint primary key, starts date not null, region text not null references region)`,
      'region',
    );
    expect(Object.keys(counts)).toEqual(['EU', 'UK']);
  });

  it('as later migrations will have them, where the table is not partitioned yet', async () => {
    const counts = await countedBy(
      `create table booking (id bigint primary key, starts date not null, region text not null);
       create table later (id bigint, starts date not null, region text not null) partition by range (starts);
       create table later_1 partition of later for values from ('2026-01-01') to ('2027-01-01') partition by list (region);
       create table later_1_a partition of later_1 for values in ('EU', 'UK');`,
      'region',
      async ({ facts }) => ({ headFacts: await facts('later') }),
    );
    expect(Object.keys(counts)).toEqual(['EU', 'UK']);
  });

  it('or it is said that none of them takes a row', async () => {
    await expect(
      countedBy(
        `${booking('room text not null', 'list (room)')}
         create table booking_1_a partition of booking_1 for values in ('A') partition by list (upper(room));`,
        'room',
      ),
    ).rejects.toThrow('the partitions of public.booking take none of the generated rows');
  });
});

describe('unique indexes', () => {
  it.each([
    ['of an expression', 'mail text not null', 'create unique index on booking (lower(mail))'],
    ['of some rows', 'mail text, gone boolean not null', 'create unique index on booking (mail) where not gone'],
    ['of an expression and a column', 'room integer not null', "create unique index on booking (room, date_trunc('day', starts::timestamp))"],
  ])('cost no row: %s', async (_, columns, index) => {
    expect(
      await countedBy(`create table booking (id bigint primary key, starts date not null, ${columns}); ${index}`, '1'),
    ).toEqual({ 1: 300 });
  }); // prettier-ignore
});

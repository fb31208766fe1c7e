/** Conversion in place of a table in use: how long it takes, and how long nobody can read meanwhile. */
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from 'pg';
import { lowerOf, type MonthRange, upperOf } from './booking-set.ts';
import { queryValue, withDatabase, withTemplate } from './databases.ts';
import type { DiskServer } from './disk-server.ts';
import { atMost, count, isTrue, type Judgement, milliseconds, seconds } from './judgement.ts';
import { showLoad } from './one-move.ts';
import { migrations } from './ways.ts';

const MOST_EXCLUSIVE_MS = 1000;
const LOOK_EVERY_MS = 2;

interface Conversion {
  readonly name: string;
  readonly table: string;
  /** What is done at leisure, while the table is read and written. */
  readonly prepare: (client: Client) => Promise<void>;
  readonly convert: readonly string[];
}

/**
 * The migration converts what is called amenity_booking as it finds it. Whoever prepares a large table needs the
 * migration's functions first, so that table is in another schema.
 */
const CONVERSIONS: readonly Conversion[] = [
  {
    name: 'by the migration, unprepared',
    table: 'amenity_booking',
    prepare: () => Promise.resolve(),
    convert: migrations(),
  },
  {
    name: 'prepared',
    table: 'large.amenity_booking',
    prepare: async (client) => {
      await client.query('create schema large');
      await client.query('alter table amenity_booking set schema large');
      for (const text of migrations()) await client.query(text);
      const { rows } = await client.query<{ statement: string }>(
        `select s as statement from conversion_preparation('large.amenity_booking', 'start_time') s`,
      );
      for (const { statement } of rows) await client.query(statement);
    },
    convert: [`select convert_to_partitioned('large.amenity_booking', 'start_time')`],
  },
];

/** As the shipped migration makes the table, but for what makes it partitioned. */
const flatTable = (rows: number, months: readonly MonthRange[]): string[] => [
  `create table amenity_booking (
      booking_id text not null default gen_random_uuid()::text,
      amenity_id text not null,
      user_id text not null,
      start_time timestamptz not null,
      end_time timestamptz not null,
      status text not null default 'REQUESTED',
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint amenity_booking_status_check
          check (status in ('REQUESTED', 'PENDING', 'APPROVED', 'DECLINED', 'CANCELLED')),
      constraint amenity_booking_end_time_check check (end_time > start_time)
  )`,
  `insert into amenity_booking
   select md5(b.n::text)::uuid::text,
          'amenity ' || b.n % 200,
          'user ' || b.n * 7919 % 50000,
          b.starts,
          b.starts + interval '90 minutes',
          (array['REQUESTED', 'PENDING', 'APPROVED', 'CANCELLED'])[1 + b.n % 4],
          b.starts - interval '1 week',
          b.starts - interval '1 week'
     from (
              select n,
                     timestamptz '${lowerOf(months)}'
                         + (timestamptz '${upperOf(months)}' - timestamptz '${lowerOf(months)}')
                         * ((n - 0.5) / ${rows}) as starts
                from generate_series(1::bigint, ${rows}) as n
          ) b`,
  `set maintenance_work_mem = '512MB'`,
  'alter table amenity_booking add constraint amenity_booking_pkey primary key (booking_id)',
  'create index amenity_booking_amenity_id_start_time_idx on amenity_booking (amenity_id, start_time)',
  'create index amenity_booking_user_id_start_time_idx on amenity_booking (user_id, start_time)',
];

interface ConversionRun {
  readonly totalMs: number;
  readonly exclusiveMs: number;
  readonly longestReadMs: number;
  readonly faults: readonly string[];
}

export async function measureConversion(
  server: DiskServer,
  months: readonly MonthRange[],
  options: { readonly rows: number; readonly runs: number },
): Promise<Judgement[]> {
  const { rows, runs } = options;
  console.log(`\nconversion in place, ${count(rows)} rows`);
  return await withTemplate(server, flatTable(rows, months), async (template) => {
    const judgements: Judgement[] = [];
    for (const conversion of CONVERSIONS) {
      const measured: ConversionRun[] = [];
      for (let run = 1; run <= runs; run += 1) {
        const one = await convertOnce(server, template, conversion);
        measured.push(one);
        console.log(
          `  run ${run} of ${runs}  ${conversion.name}: ${seconds(one.totalMs / 1000)}, ACCESS EXCLUSIVE for ` +
            `${milliseconds(one.exclusiveMs)}, longest read ${milliseconds(one.longestReadMs)}, load ${showLoad()}`,
        );
      }
      judgements.push(...judge(conversion.name, rows, measured));
    }
    return judgements;
  });
}

const judge = (name: string, rows: number, measured: readonly ConversionRun[]): Judgement[] => [
  atMost({
    what: `ACCESS EXCLUSIVE on the table of ${count(rows)} rows while it is converted, ${name}`,
    figure: Math.max(...measured.map(({ exclusiveMs }) => exclusiveMs)),
    bar: MOST_EXCLUSIVE_MS - 1,
    show: milliseconds,
  }),
  atMost({
    what: 'the longest read of one booking meanwhile',
    figure: Math.max(...measured.map(({ longestReadMs }) => longestReadMs)),
    bar: MOST_EXCLUSIVE_MS - 1,
    show: milliseconds,
  }),
  isTrue(
    'the conversion keeps count and checksum, and partitions the table',
    measured.flatMap((run) => run.faults),
  ),
];

/** One session converts, another looks on, a third reads. Each migration is a transaction, as Flyway applies it. */
async function convertOnce(
  server: DiskServer,
  template: string,
  conversion: Conversion,
): Promise<ConversionRun> {
  const { table } = conversion;
  return await withDatabase(server, template, async ({ client, connect }) => {
    await conversion.prepare(client);
    const before = await fingerprintOf(client, table);
    const oid = await queryValue<number>(client, `select '${table}'::regclass::oid as value`);
    await client.query('checkpoint');
    const migrator = await connect();
    const reader = await connect();
    let isOver = false;
    const watching = watchLock(client, oid, () => isOver);
    const reading = readOn(reader, table, () => isOver);
    const startedAt = performance.now();
    try {
      for (const text of conversion.convert) await migrator.query(text);
    } finally {
      isOver = true;
    }
    const totalMs = performance.now() - startedAt;
    const [exclusiveMs, longestReadMs] = await Promise.all([watching, reading]);
    const after = await fingerprintOf(client, table);
    const kind = await queryValue<string>(
      client,
      `select c.relkind::text as value from pg_class c where c.oid = '${table}'::regclass`,
    );
    return {
      totalMs,
      exclusiveMs,
      longestReadMs,
      faults: [
        ...(before === after ? [] : [`${before} before, ${after} after`]),
        ...(kind === 'p' ? [] : [`${table} is not partitioned`]),
      ],
    };
  });
}

/**
 * Looks every few milliseconds whether anybody holds the lock. What is told is never too little: it adds up from the look
 * before the first that finds it to the one after the last; where none does, it is the longest time between two looks.
 */
async function watchLock(client: Client, table: number, isOver: () => boolean): Promise<number> {
  let heldMs = 0;
  let longestGapMs = 0;
  let last = { at: performance.now(), isHeld: false };
  while (!isOver()) {
    const isHeld = await queryValue<boolean>(client, IS_HELD, [table]);
    const at = performance.now();
    longestGapMs = Math.max(longestGapMs, at - last.at);
    if (isHeld || last.isHeld) heldMs += at - last.at;
    last = { at, isHeld };
    await delay(LOOK_EVERY_MS);
  }
  return heldMs === 0 ? longestGapMs : heldMs;
}

const IS_HELD = `
  select exists (
             select from pg_locks l
              where l.locktype = 'relation'
                and l.relation = $1
                and l.mode = 'AccessExclusiveLock'
                and l.granted
         ) as value`;

/** Reads one booking after the other; the longest wait is what a user would have noticed. */
async function readOn(client: Client, table: string, isOver: () => boolean): Promise<number> {
  let longestMs = 0;
  for (let n = 1; !isOver(); n += 1) {
    const sentAt = performance.now();
    await client.query(`select from ${table} where booking_id = md5($1)::uuid::text`, [String(n)]);
    longestMs = Math.max(longestMs, performance.now() - sentAt);
    await delay(LOOK_EVERY_MS);
  }
  return longestMs;
}

const fingerprintOf = (client: Client, table: string): Promise<string> =>
  queryValue<string>(
    client,
    `select format('%s rows, checksum %s', count(*), sum(hashtextextended(to_hex(hash_record_extended(b.*, 0)), 0))) as value from ${table} b`,
  );

/** A change of interval that moves no row, beside few rows and beside many: it must take the same time. */
import { performance } from 'node:perf_hooks';
import type { Client } from 'pg';
import { median } from '../median.ts';
import {
  fingerprint,
  INDEX,
  KEY,
  type MonthRange,
  monthlyPartitions,
  parentTable,
  seed,
} from './booking-set.ts';
import { withDatabase } from './databases.ts';
import type { DiskServer } from './disk-server.ts';
import { atMost, count, isTrue, type Judgement, milliseconds, times } from './judgement.ts';
import { showLoad } from './one-move.ts';
import { migrations } from './ways.ts';

const FEW_ROWS = 10_000;
const MOST_RATIO = 1.2;
/** There and back is two changes; they are short, so more of them are made than runs are asked for. */
const CHANGES_PER_RUN = 6;

const CHANGES = [
  { to: 'quarterly', sql: `select manage_partitions('amenity_booking_', 4, 3) as changed` },
  { to: 'monthly', sql: `select manage_partitions('amenity_booking_', 12, 1) as changed` },
] as const;

export async function measureIntervalChange(
  server: DiskServer,
  months: readonly MonthRange[],
  options: { readonly manyRows: number; readonly runs: number },
): Promise<Judgement[]> {
  const { manyRows, runs } = options;
  console.log(`\nchange without moving rows, beside ${count(FEW_ROWS)} and ${count(manyRows)} rows`);
  return await withFilledSet(server, months, FEW_ROWS, (few) =>
    withFilledSet(server, months, manyRows, async (many) => {
      const before = [await fingerprint(few, FEW_ROWS), await fingerprint(many, manyRows)];
      const ms: { few: number[]; many: number[] } = { few: [], many: [] };
      for (let turn = 0; turn < runs * CHANGES_PER_RUN; turn += 1) {
        for (const { sql } of CHANGES) {
          ms.few.push(await timeChange(few, sql));
          ms.many.push(await timeChange(many, sql));
        }
      }
      const after = [await fingerprint(few, FEW_ROWS), await fingerprint(many, manyRows)];
      const figures = { few: median(ms.few), many: median(ms.many) };
      console.log(
        `  medians of ${ms.few.length} changes: ${figures.few.toFixed(1)} ms and ${figures.many.toFixed(1)} ms, ` +
          `longest ${milliseconds(Math.max(...ms.few))} and ${milliseconds(Math.max(...ms.many))}, load ${showLoad()}`,
      );
      return [
        atMost({
          what: `time of manage_partitions beside ${count(manyRows)} rows to that beside ${count(FEW_ROWS)}`,
          figure: figures.many / figures.few,
          bar: MOST_RATIO,
          show: times,
        }),
        isTrue(
          'the change without moving rows keeps count and checksum',
          before.flatMap((was, i) => (was === after[i] ? [] : [`${was} before, ${after[i]} after`])),
        ),
      ];
    }),
  );
}

async function timeChange(client: Client, sql: string): Promise<number> {
  const startedAt = performance.now();
  const { rows } = await client.query<{ changed: number }>(sql);
  const ms = performance.now() - startedAt;
  if (rows[0]?.changed === 0) throw new Error(`${sql} changed nothing`);
  return ms;
}

/** Rows up to now only, so that there are partitions to change; keys and indexes come after them, which is quicker. */
async function withFilledSet<T>(
  server: DiskServer,
  months: readonly MonthRange[],
  rows: number,
  body: (client: Client) => Promise<T>,
): Promise<T> {
  return await withDatabase(server, undefined, async ({ client }) => {
    const past = months.filter(({ upper }) => upper <= new Date().toISOString().replace('T', ' '));
    await client.query(parentTable(''));
    for (const statement of [...monthlyPartitions(months), seed(rows, past)]) await client.query(statement);
    await client.query(`set maintenance_work_mem = '512MB'`);
    await client.query(`alter table amenity_booking add ${KEY}`);
    await client.query(INDEX);
    await client.query('reset maintenance_work_mem');
    for (const text of migrations()) await client.query(text);
    await client.query('vacuum analyze amenity_booking');
    await client.query('checkpoint');
    return await body(client);
  });
}

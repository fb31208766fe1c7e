/** What PostgreSQL itself needs to copy and to compare the rows: the scale for the figures above it. Judged by nobody. */
import { performance } from 'node:perf_hooks';
import { median } from '../median.ts';
import { renderTable } from '../table.ts';
import { withDatabase } from './databases.ts';
import { count, type Judgement } from './judgement.ts';
import type { Sets } from './one-move.ts';

const WORK: readonly { readonly name: string; readonly sql: string }[] = [
  { name: 'insert … select', sql: 'insert into raw_copy select * from amenity_booking' },
  { name: 'create table as', sql: 'create table raw_copy_as as select * from amenity_booking' },
  {
    name: 'the same, unlogged',
    sql: 'create unlogged table raw_copy_unlogged as select * from amenity_booking',
  },
  { name: 'count(*)', sql: 'select count(*) from amenity_booking' },
  {
    name: 'count and checksum',
    sql: 'select count(*), sum(hashtextextended(to_hex(hash_record_extended(b.*, 0)), 0)) from amenity_booking b',
  },
];

export async function showRawWork(
  { server, templates, rows }: Sets,
  runs: number,
): Promise<readonly Judgement[]> {
  const ms = new Map<string, number[]>(WORK.map(({ name }) => [name, []]));
  for (let run = 1; run <= runs; run += 1) {
    await withDatabase(server, templates.plain, async ({ client }) => {
      await client.query('create table raw_copy (like amenity_booking)');
      await client.query('select count(*) from amenity_booking');
      for (const { name, sql } of WORK) {
        await client.query('checkpoint');
        const startedAt = performance.now();
        await client.query(sql);
        ms.get(name)?.push(performance.now() - startedAt);
      }
    });
  }
  const lines = [...ms].map(([name, all]) => [name, count(median(all)), count((rows * 1000) / median(all))]);
  console.log(`\n${renderTable([['raw work', 'ms', 'rows/s'], ...lines])}`);
  return [];
}

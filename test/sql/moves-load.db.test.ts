/** Under a mixed load of other sessions a moved table equals its shadow, and no reader ever sees fewer rows. */
import { describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import {
  boundsOf,
  expectNothingLeft,
  expectSameRows,
  onInterval,
  outcomeOf,
  stays,
  withMoves,
} from './moves.ts';
import { valueOf } from './layout.ts';
import type { TestDatabase } from './database.ts';

const operations = 400;
const writers = 4;

/** The same numbers for the same seed (mulberry32). */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/** One change of the table, and the same of its shadow, in one transaction. Each writer has ids of its own. */
function operation(writer: number, random: (below: number) => number): string {
  const id = 10_000 * writer + random(120);
  const starts = `timestamptz '2026-01-01' + ${random(365 * 24)} * interval '1 hour'`;
  const kind = random(100);
  const both = (statement: (table: string) => string): string =>
    `begin; ${statement('stay')}; ${statement('shadow')}; commit`;
  if (kind < 40) {
    const values = `${id}, ${starts}, ${1 + random(5)}, 'new'`;
    return both(
      (table) =>
        `insert into ${table} select ${values} where not exists (select from ${table} where id = ${id})`,
    );
  }
  if (kind < 65) {
    return both((table) => `update ${table} set note = note || ${kind} where id = ${id}`);
  }
  if (kind < 85) {
    return both((table) => `update ${table} set starts = ${starts} where id = ${id}`);
  }
  return both((table) => `delete from ${table} where id = ${id}`);
}

async function write(client: pg.Client, writer: number, seed: number): Promise<void> {
  const random = generator(seed * 1000 + writer);
  for (let n = 0; n < operations; n += 1) {
    await client.query(operation(writer, random));
  }
}

/** Sessions that never pause leave no gap of 40 ms; below deadlock_timeout, so that no writer is its victim. */
const limits = 'lock_timeout_ms => 800';

const calls = [
  `call rebuild_partitions('stay', '2026-01-01 00:00+00', '2027-01-01 00:00+00', 4, 3, ${limits})`,
  `call split_partition('stay_2026_04', 12, 1, ${limits})`,
  `call merge_partitions('{stay_2026_04,stay_2026_05,stay_2026_06}', ${limits})`,
  `call rebuild_partitions('stay', '2026-01-01 00:00+00', '2027-01-01 00:00+00', 12, 1, ${limits})`,
];

/** Rows that nobody changes are counted again and again, at both isolation levels, while the body runs. */
async function countMeanwhile(db: TestDatabase, known: string, body: () => Promise<void>): Promise<void> {
  const [committed, repeatable] = [await db.connect(), await db.connect()];
  const count = "select count(*) from stay where note = 'row'";
  const seen = new Set<string>();
  let going = true;
  const counting = async (client: pg.Client, level: string): Promise<void> => {
    while (going) {
      await client.query(`begin isolation level ${level}`);
      await client.query('select 1');
      for (let n = 0; n < 3; n += 1) {
        seen.add(await valueOf<string>(client, count));
      }
      await client.query('commit');
    }
  };
  const readers = [counting(committed, 'read committed'), counting(repeatable, 'repeatable read')];
  try {
    await body();
  } finally {
    going = false;
    await Promise.all(readers);
  }
  expect([...seen]).toEqual([known]);
}

describe.each([1, 2])('with seed %d', (seed) => {
  it(`${writers} writers of ${operations} transactions each get no error and lose no row`, async () => {
    await withMoves(stays, async (db) => {
      await db.client.query('create table shadow as table stay; create index on shadow (id)');
      const sessions = await Promise.all(Array.from({ length: writers }, () => db.connect()));
      await countMeanwhile(db, '96', async () => {
        const writing = Promise.all(sessions.map((client, place) => write(client, place + 1, seed)));
        const outcomes: unknown[] = [];
        for (const call of calls) {
          outcomes.push(await outcomeOf(db.client, call));
        }
        await writing;
        expect(outcomes).toEqual(calls.map(() => undefined));
      });
      await expectSameRows(db.client, 'stay', 'shadow');
      expect(await boundsOf(db.client)).toEqual(onInterval(1));
      expect(
        Number(await valueOf(db.client, "select count(*) from stay where note <> 'row'")),
      ).toBeGreaterThan(50);
      await expectNothingLeft(db.client);
    });
  });
});

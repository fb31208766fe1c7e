/** Changes between any two intervals, with rows and odd bounds anywhere, lose no row, coverage or partition in use. */
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import type pg from 'pg';
import { withPartitionManager } from './database.ts';
import { expectRightChange, readLayout, valueOf } from './layout.ts';

const intervals = [1, 2, 3, 4, 6, 12] as const;
const pairs = intervals.flatMap((from) => intervals.filter((to) => to !== from).map((to) => ({ from, to })));
const runs = process.env['PARTITION_GUARD_NIGHTLY'] === undefined ? 1 : 20;
const window: [string, string] = ['2026-01-01', '2028-01-01'];
const keyTypes = ['timestamptz', 'timestamp', 'date'] as const;

async function inRolledBackTransaction(client: pg.Client, body: () => Promise<void>): Promise<void> {
  await client.query('begin');
  try {
    await body();
  } finally {
    await client.query('rollback');
  }
}

async function createTable(client: pg.Client, keyType: string): Promise<void> {
  await client.query("set timezone = 'UTC'");
  await client.query(`create table stay (id integer, starts ${keyType} not null, primary key (id, starts))
    partition by range (starts)`);
}

async function insertRows(client: pg.Client, days: readonly number[]): Promise<void> {
  await client.query(
    `insert into stay select n, (timestamp '2026-01-01' + make_interval(days => d))::timestamp at time zone 'UTC'
       from unnest($1::integer[]) with ordinality as u (d, n)`,
    [days],
  );
}

async function changeAndJudge(client: pg.Client, months: number): Promise<void> {
  const before = await readLayout(client, 'stay', 'id');
  await valueOf(client, `manage_partitions('stay_', ${12 / months}, ${months})`);
  const after = await readLayout(client, 'stay', 'id');
  expectRightChange(before, after, months, window);

  expect(await valueOf(client, `manage_partitions('stay', ${12 / months}, ${months})`)).toBe(0);
  expect(await readLayout(client, 'stay', 'id')).toEqual(after);
}

const rowDays = fc.array(fc.integer({ min: 0, max: 729 }), { maxLength: 8 });

it('keeps rows, coverage and partitions in use over every ordered pair of intervals', async () => {
  await withPartitionManager(async ({ client }) => {
    for (const [index, { from, to }] of pairs.entries()) {
      const arbitrary = fc.asyncProperty(rowDays, fc.constantFrom(...keyTypes), (days, keyType) =>
        inRolledBackTransaction(client, async () => {
          await createTable(client, keyType);
          await changeAndJudge(client, from);
          await insertRows(client, days);
          await changeAndJudge(client, to);
          await changeAndJudge(client, from);
        }),
      );
      await fc.assert(arbitrary, { numRuns: runs, seed: index + 1 });
    }
  });
});

const oddLayout = fc.record({
  keyType: fc.constantFrom(...keyTypes),
  /** Distinct days between which partitions lie; every other gap may stay open. */
  cuts: fc.uniqueArray(fc.integer({ min: -400, max: 1500 }), { minLength: 2, maxLength: 12 }),
  open: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
  populated: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
  months: fc.constantFrom(...intervals),
  then: fc.constantFrom(...intervals),
});

it('keeps rows, coverage and partitions in use whatever the bounds were', async () => {
  await withPartitionManager(async ({ client }) => {
    const arbitrary = fc.asyncProperty(oddLayout, ({ keyType, cuts, open, populated, months, then }) =>
      inRolledBackTransaction(client, async () => {
        await createTable(client, keyType);
        const days = cuts.toSorted((a, b) => a - b);
        for (const [index, day] of days.slice(0, -1).entries()) {
          if (open[index] === true) continue;
          await client.query(`create table odd_${index} partition of stay for values
            from ('${dayOf(day)}') to ('${dayOf(days[index + 1] ?? day)}')`);
          if (populated[index] === true) await insertRows(client, [day]);
        }
        await changeAndJudge(client, months);
        await changeAndJudge(client, then);
      }),
    );
    await fc.assert(arbitrary, { numRuns: 25 * runs, seed: 1 });
  });
});

const spans = fc.record({
  keyType: fc.constantFrom(...keyTypes),
  cuts: fc.uniqueArray(fc.integer({ min: -60, max: 160 }), { minLength: 2, maxLength: 8 }),
  open: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
  days: fc.constantFrom(1, 2, 7, 10, 30, 31, 100, 366),
  from: fc.integer({ min: -50, max: 100 }),
  length: fc.integer({ min: 1, max: 60 }),
});

it('fills any span with days around whatever is there, and drops nothing', async () => {
  await withPartitionManager(async ({ client }) => {
    const arbitrary = fc.asyncProperty(spans, ({ keyType, cuts, open, days, from, length }) =>
      inRolledBackTransaction(client, async () => {
        await createTable(client, keyType);
        const sorted = cuts.toSorted((a, b) => a - b);
        for (const [index, cut] of sorted.slice(0, -1).entries()) {
          if (open[index] === true) continue;
          await client.query(`create table odd_${index} partition of stay for values
            from ('${dayOf(cut)}') to ('${dayOf(sorted[index + 1] ?? cut)}')`);
        }
        const before = await readLayout(client, 'stay', 'id');
        const span: [string, string] = [dayOf(from), dayOf(from + length)];
        const call = `create_partitions_between('stay', '${days} days', '${span[0]}', '${span[1]}')`;
        const made = await valueOf<number>(client, call);
        const after = await readLayout(client, 'stay', 'id');
        expectRightChange(before, after, { days }, span);
        expect(after.partitions).toEqual(expect.arrayContaining([...before.partitions]));
        expect(after.partitions).toHaveLength(before.partitions.length + made);
        expect(await valueOf(client, call)).toBe(0);
      }),
    );
    await fc.assert(arbitrary, { numRuns: 25 * runs, seed: 1 });
  });
});

function dayOf(days: number): string {
  return new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10);
}

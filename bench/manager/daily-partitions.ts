/** A thousand daily partitions: made, and checked again where there is nothing left to do. */
import { performance } from 'node:perf_hooks';
import type { Client } from 'pg';
import { median } from '../median.ts';
import { queryValue, withDatabase } from './databases.ts';
import type { DiskServer } from './disk-server.ts';
import { atMost, isTrue, type Judgement, notJudged, seconds } from './judgement.ts';
import { showLoad } from './one-move.ts';
import { hasFunction, migrations } from './ways.ts';

const DAYS = 1000;
const MOST_SECONDS = 5;
const DAY_MS = 86_400_000;

/** Past the months that the migration makes itself. */
const FIRST_DAY = Date.UTC(2040, 0, 2);

const midnight = (days: number): string => new Date(FIRST_DAY + days * DAY_MS).toISOString();

const CALL = `
  select create_partitions_between('amenity_booking', interval '1 day', '${midnight(0)}', '${midnight(DAYS)}') as value`;

/** The least: one message, which is one transaction. Each index of each partition is written through to the disk. */
const BARE = Array.from(
  { length: DAYS },
  (_, day) => `create table bare_${day} partition of amenity_booking
                 for values from ('${midnight(day)}') to ('${midnight(day + 1)}')`,
).join(';\n');

export async function measureDailyPartitions(server: DiskServer, runs: number): Promise<Judgement[]> {
  console.log(`\n${DAYS} daily partitions`);
  const made: number[] = [];
  const checked: number[] = [];
  const bare: number[] = [];
  const faults: string[] = [];
  for (let run = 1; run <= runs; run += 1) {
    const isThere = await withMigrations(server, async (client) => {
      if (!(await hasFunction(client, 'create_partitions_between'))) return false;
      for (const [figures, expected] of [
        [made, DAYS],
        [checked, 0],
      ] as const) {
        const { created, took } = await timed(() => queryValue<number>(client, CALL));
        figures.push(took);
        if (created !== expected) faults.push(`${created} made, not ${expected}`);
      }
      return true;
    });
    if (!isThere)
      return [notJudged(`${DAYS} daily partitions`, 'the migrations have no create_partitions_between')];
    await withMigrations(server, async (client) => bare.push((await timed(() => client.query(BARE))).took));
    console.log(
      `  run ${run} of ${runs}  made in ${last(made)}, checked in ${last(checked)}, ` +
        `by bare "create table … partition of" in ${last(bare)}, load ${showLoad()}`,
    );
  }
  console.log(`  of the bare statements' time: ${(median(made) / median(bare)).toFixed(2)} ×`);
  const judge = (what: string, figures: readonly number[]): Judgement =>
    atMost({ what, figure: Math.max(...figures), bar: MOST_SECONDS, show: seconds });
  return [
    judge(`${DAYS} daily partitions made`, made),
    judge(`${DAYS} daily partitions checked`, checked),
    isTrue(`all ${DAYS} are made at once, and none the second time`, faults),
  ];
}

const last = (figures: readonly number[]): string => seconds(figures.at(-1) ?? Number.NaN);

async function timed<T>(body: () => Promise<T>): Promise<{ created: T; took: number }> {
  const startedAt = performance.now();
  const created = await body();
  return { created, took: (performance.now() - startedAt) / 1000 };
}

const withMigrations = <T>(server: DiskServer, body: (client: Client) => Promise<T>): Promise<T> =>
  withDatabase(server, undefined, async ({ client }) => {
    for (const text of migrations()) await client.query(text);
    await client.query('checkpoint');
    return await body(client);
  });

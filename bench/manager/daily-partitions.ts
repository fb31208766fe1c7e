/** A thousand daily partitions: made, and checked again where there is nothing left to do. */
import { performance } from 'node:perf_hooks';
import { queryValue, withDatabase } from './databases.ts';
import type { DiskServer } from './disk-server.ts';
import { atMost, isTrue, type Judgement, notJudged, seconds } from './judgement.ts';
import { showLoad } from './one-move.ts';
import { hasFunction, migrations } from './ways.ts';

const DAYS = 1000;
const MOST_SECONDS = 5;

/** Past the months that the migration makes itself. */
const CALL = `
  select create_partitions_between(
             'amenity_booking',
             interval '1 day',
             timestamptz '2040-01-02 00:00:00+00',
             timestamptz '2040-01-02 00:00:00+00' + interval '${DAYS} days'
         ) as value`;

export async function measureDailyPartitions(server: DiskServer, runs: number): Promise<Judgement[]> {
  console.log(`\n${DAYS} daily partitions`);
  const made: number[] = [];
  const checked: number[] = [];
  const faults: string[] = [];
  for (let run = 1; run <= runs; run += 1) {
    const isThere = await withDatabase(server, undefined, async ({ client }) => {
      for (const text of migrations()) await client.query(text);
      if (!(await hasFunction(client, 'create_partitions_between'))) return false;
      await client.query('checkpoint');
      for (const [figures, expected] of [
        [made, DAYS],
        [checked, 0],
      ] as const) {
        const startedAt = performance.now();
        const created = await queryValue<number>(client, CALL);
        figures.push((performance.now() - startedAt) / 1000);
        if (created !== expected) faults.push(`${created} made, not ${expected}`);
      }
      return true;
    });
    if (!isThere)
      return [notJudged(`${DAYS} daily partitions`, 'the migrations have no create_partitions_between')];
    console.log(
      `  run ${run} of ${runs}  made in ${seconds(made.at(-1) ?? 0)}, checked in ${seconds(checked.at(-1) ?? 0)}, load ${showLoad()}`,
    );
  }
  const judge = (what: string, figures: readonly number[]): Judgement =>
    atMost({ what, figure: Math.max(...figures), bar: MOST_SECONDS, show: seconds });
  return [
    judge(`${DAYS} daily partitions made`, made),
    judge(`${DAYS} daily partitions checked`, checked),
    isTrue(`all ${DAYS} are made at once, and none the second time`, faults),
  ];
}

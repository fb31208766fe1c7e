/** Years of premake and retention, with changes of interval between, lose no row, open no gap and let none go early. */
import { expect, it } from '@jest/globals';
import { stopClock } from './database.ts';
import { valueOf } from './layout.ts';
import { named, recordArchive, retire, withPartitions } from './retention.ts';

const contiguous = `
  select bool_and(lower(range) = previous or previous is null)
    from (select range, lag(upper(range)) over (order by range) as previous from partition_ranges('stay')) p`;

/** Nine days to the step, so that steps fall on, before and after the bounds of months in turn. */
const steps = Array.from({ length: 80 }, (_, i) => new Date(Date.UTC(2024, 0, 1) + i * 9 * 86_400_000));

function instant(date: Date): string {
  return date.toISOString().slice(0, 19).replace('T', ' ');
}

it.each([
  ['archive', ['1 month', '3 months', '1 month']],
  ['archive', ['1 week', '1 month', '1 day']],
  ['drop archived', ['3 months', '1 month', '1 year']],
])("with '%s' and the intervals %j", async (disposal, intervals) => {
  await withPartitions([], async ({ client }) => {
    let dropped = 0;
    for (const [index, date] of steps.entries()) {
      const interval = intervals[Math.floor((index * intervals.length) / steps.length)];
      await stopClock(client, instant(date));
      await client.query("select premake_partitions('stay', $1, 9)", [interval]);
      await client.query('insert into stay values ($1, partition_clock()), ($1, partition_clock() + $2)', [
        index,
        '8 days 23:59:59.999999',
      ]);
      for (const old of await retire(client, '5 months', { disposal, dryRun: true })) {
        if (disposal === 'drop archived') {
          await recordArchive(client, old.partition_name);
        }
      }
      const outcomes = await retire(client, '5 months', { disposal });
      expect(named(outcomes).filter((line) => line.startsWith('KEEP'))).toEqual([]);
      dropped += outcomes.reduce((rows, outcome) => rows + Number(outcome.row_count ?? 0), 0);
      expect(await valueOf(client, contiguous)).toBe(true);
    }
    const archived = await client.query<{ relation: string }>(
      'select partition::text as relation from retired_partition',
    );
    let kept = Number(await valueOf(client, 'select count(*) from stay'));
    for (const { relation } of archived.rows) {
      kept += Number(await valueOf(client, `select count(*) from ${relation}`));
      expect(
        await valueOf(
          client,
          `select coalesce(max(starts) < partition_clock() - interval '5 months', true) from ${relation}`,
        ),
      ).toBe(true);
    }
    expect(kept + dropped).toBe(2 * steps.length);
    const young = "select count(*) from stay where starts >= partition_clock() - interval '5 months'";
    const written = steps.flatMap((date) => [date.getTime(), date.getTime() + 9 * 86_400_000 - 0.001]);
    const limit = await valueOf<Date>(client, "(partition_clock() - interval '5 months') at time zone 'UTC'");
    expect(Number(await valueOf(client, young))).toBe(
      written.filter((time) => time >= limit.getTime()).length,
    );
  });
});

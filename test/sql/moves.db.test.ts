/** Rows move from any interval to any other, in tables of every kind of key, and none is lost, doubled or changed. */
import { describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import {
  boundsOf,
  expectLoggedRows,
  expectNothingLeft,
  expectSameRows,
  onInterval,
  rememberRows,
  withMoves,
} from './moves.ts';
import { valueOf } from './layout.ts';

const intervals = [1, 2, 3, 4, 6, 12] as const;
const partitionTypes = ['timestamptz', 'timestamp', 'date'] as const;
const keyTypes = ['text', 'uuid', 'bigint'] as const;
const sessions = [
  { zone: 'Asia/Kathmandu', style: 'SQL, DMY' },
  { zone: 'America/St_Johns', style: 'German' },
  { zone: 'Pacific/Kiritimati', style: 'Postgres, MDY' },
];

/** All pairs, dealt over the nine combinations of types and the sessions. */
const pairs = intervals.flatMap((from) => intervals.filter((to) => to !== from).map((to) => ({ from, to })));
const combinations = partitionTypes.flatMap((partitionType) =>
  keyTypes.map((keyType) => ({ partitionType, keyType })),
);

async function createStays(client: pg.Client, partitionType: string, keyType: string): Promise<void> {
  await client.query(`
    set timezone = 'UTC';
    drop table if exists stay, remembered;
    delete from partition_audit_log;
    create table stay (id ${keyType}, starts ${partitionType} not null, note text, primary key (id, starts))
      partition by range (starts)`);
}

/** A row at each month's bound, one microsecond after it and before the next, and some in between. */
async function insertRows(client: pg.Client, keyType: string): Promise<void> {
  const id = keyType === 'uuid' ? 'md5(n::text)::uuid' : `n::${keyType}`;
  await client.query(`
    insert into stay
    select ${id}, t at time zone 'UTC', repeat('note ' || n, 5)
      from (select row_number() over (), g + s
              from generate_series(timestamp '2026-01-01', '2027-12-01', '1 month') g,
                   unnest(array[interval '0', '1 microsecond', '9 days 13:14:15.161718', '1 month -1 microsecond']) s
           ) r (n, t)`);
}

describe.each(combinations)('a table by $partitionType with a $keyType key', ({ partitionType, keyType }) => {
  const place = combinations.findIndex((c) => c.partitionType === partitionType && c.keyType === keyType);
  const dealt = pairs.filter((_, index) => index % combinations.length === place);

  it(`goes ${dealt.map(({ from, to }) => `from ${from} to ${to}`).join(', ')} months with all its rows`, async () => {
    await withMoves('', async ({ client, connect }) => {
      const session = sessions[place % sessions.length];
      const mover = await connect();
      await mover.query(`set timezone = '${session?.zone}'; set datestyle = '${session?.style}'`);
      for (const { from, to } of dealt) {
        await createStays(client, partitionType, keyType);
        await valueOf(client, `manage_partitions('stay', ${12 / from}, ${from})`);
        await insertRows(client, keyType);
        await rememberRows(client);
        await mover.query(
          `call rebuild_partitions('stay', '2026-01-01 00:00+00'::timestamptz, timestamptz '2028-01-01 00:00+00', ${12 / to}, ${to})`,
        );
        expect(await boundsOf(client)).toEqual(onInterval(to));
        await expectSameRows(client);
        await expectLoggedRows(client);
        await expectNothingLeft(client);
      }
    });
  });
});

it('does nothing where all is on the interval already', async () => {
  await withMoves('', async ({ client }) => {
    await createStays(client, 'date', 'bigint');
    await valueOf(client, "manage_partitions('stay', 4, 3)");
    const before = await valueOf(client, 'select count(*) from partition_audit_log');
    await client.query("call rebuild_partitions('stay', '2026-01-01', '2028-01-01', 4, 3)");
    expect(await valueOf(client, 'select count(*) from partition_audit_log')).toBe(before);
    expect(await boundsOf(client)).toEqual(onInterval(3));
  });
});

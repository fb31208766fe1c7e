/** Splits, merges and an emptied default partition, in tables that have everything a table can have. */
import { describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import {
  boundsOf,
  expectLoggedRows,
  expectNothingLeft,
  expectSameRows,
  onInterval,
  outcomeOf,
  patient,
  rememberRows,
  stays,
  whileStoppedAt,
  withMoves,
} from './moves.ts';
import { describe as describeLayout, readLayout, valueOf } from './layout.ts';

async function expectMoved(client: pg.Client, bounds: readonly string[]): Promise<void> {
  expect(await boundsOf(client)).toEqual(bounds);
  await expectSameRows(client);
  await expectLoggedRows(client);
  await expectNothingLeft(client);
}

describe('split_partition', () => {
  it('cuts a partition on the interval, at its own bounds where these are off it', async () => {
    const odd = `set timezone = 'UTC';
      create table stay (id int, starts timestamp not null, primary key (id, starts)) partition by range (starts);
      create table odd partition of stay for values from ('2026-01-20 12:00') to ('2026-03-10');
      insert into stay select n, timestamp '2026-01-20 12:00' + n * interval '6 hours' from generate_series(0, 193) n`;
    await withMoves(odd, async ({ client }) => {
      await rememberRows(client);
      await client.query("call split_partition('odd', 12, 1)");
      await expectMoved(client, [
        '2026-01-2012:00:00 2026-02-01',
        '2026-02-01 2026-03-01',
        '2026-03-01 2026-03-10',
      ]);
      expect(
        describeLayout(await readLayout(client, 'stay', 'id')).map((line) => line.split(' ')[0]),
      ).toEqual(['stay_2026_01_20', 'stay_2026_02', 'stay_2026_03']);
    });
  });
});

describe('merge_partitions', () => {
  it('makes one partition of some side by side, whatever their order', async () => {
    await withMoves(stays, async ({ client }) => {
      await rememberRows(client);
      await client.query("call merge_partitions('{stay_2026_03,stay_2026_01,stay_2026_02,stay_2026_02}')");
      await expectMoved(client, ['2026-01-01 2026-04-01', ...onInterval(1).slice(3)]);
    });
  });

  it('changes nothing where it is one already', async () => {
    await withMoves(stays, async ({ client }) => {
      await client.query("call merge_partitions('{stay_2026_03}')");
      expect(await boundsOf(client)).toEqual(onInterval(1));
    });
  });
});

const withDefault = `set timezone = 'UTC';
  create table stay (id int, starts timestamptz not null, note text, primary key (id, starts)) partition by range (starts);
  create table stay_2026_02 partition of stay for values from ('2026-02-01') to ('2026-03-01');
  create table rest partition of stay default;
  grant select on rest to public;
  insert into stay
    select n, timestamptz '2026-01-01' + n * interval '1 day', 'day' from generate_series(0, 119) n;
  insert into stay values (900, 'infinity'), (901, '-infinity'), (902, '2031-05-05')`;

describe('empty_default_partition', () => {
  const bounds = [
    '2026-01-01 2026-02-01',
    '2026-02-01 2026-03-01',
    '2026-03-01 2026-04-01',
    '2026-04-01 2026-05-01',
    '2031-05-01 2031-06-01',
    'DEFAULT',
  ];

  it('makes partitions of its rows; rows at infinity stay', async () => {
    await withMoves(withDefault, async ({ client }) => {
      await rememberRows(client);
      await client.query("call empty_default_partition('stay', 12, 1)");
      await expectMoved(client, bounds);
      expect(await valueOf(client, 'select array_agg(id order by id) from rest')).toEqual([900, 901]);
      expect(await valueOf(client, "select relacl::text ~ '=r/' from pg_class where relname = 'rest'")).toBe(
        true,
      );
      await client.query("call empty_default_partition('stay', 12, 1)");
      expect(await boundsOf(client)).toEqual(bounds);
    });
  });

  it('keeps what is written meanwhile into the default, its holes and beside them', async () => {
    await withMoves(withDefault, async (db) => {
      const call = `call empty_default_partition('stay', 12, 1, ${patient})`;
      const stopped = await whileStoppedAt(db, 'COPY', call, async () => {
        await db.client.query(`
          insert into stay values (1001, '2026-01-15'), (1002, '2026-03-15'), (1003, '2029-01-01'), (1004, 'infinity'),
            (1005, '2026-02-02');
          update stay set starts = '2029-02-01' where id = 3;
          update stay set starts = '2026-04-30 12:00' where id = 902;
          update stay set starts = '2026-02-03' where id = 4;
          delete from stay where id in (5, 900)`);
        await rememberRows(db.client);
      });
      expect(stopped).toBeUndefined();
      await expectMoved(db.client, bounds);
      expect(await valueOf(db.client, 'select array_agg(id order by id) from rest')).toEqual([
        3, 901, 1003, 1004,
      ]);
    });
  });

  it('does nothing where there is none, or none of its rows can go', async () => {
    await withMoves(withDefault, async ({ client }) => {
      await client.query(
        "delete from stay where isfinite(starts) and starts not between '2026-02-01' and '2026-02-28'",
      );
      await client.query("call empty_default_partition('stay', 12, 1)");
      expect(await boundsOf(client)).toEqual(['2026-02-01 2026-03-01', 'DEFAULT']);
      await client.query("drop table rest; select adopt_partitions('stay')");
      await client.query("call empty_default_partition('stay', 12, 1)");
      expect(await boundsOf(client)).toEqual(['2026-02-01 2026-03-01']);
    });
  });
});

describe('rebuild_partitions', () => {
  it('fills holes, and widens a range that cuts partitions', async () => {
    const layout = `set timezone = 'UTC';
      create table stay (id int, starts date not null, primary key (id, starts)) partition by range (starts);
      create table a partition of stay for values from ('2026-01-10') to ('2026-02-10');
      create table b partition of stay for values from ('2026-05-01') to ('2026-09-15');
      insert into stay select n, d from generate_series(1, 31) n, unnest(array[date '2026-01-10' + n - 1]) d;
      insert into stay select 100 + n, date '2026-05-01' + n from generate_series(0, 136) n`;
    await withMoves(layout, async ({ client }) => {
      await rememberRows(client);
      await client.query("call rebuild_partitions('stay', '2026-02-01', '2026-05-02', 4, 3)");
      await expectMoved(client, onInterval(3, 2026, 2027).slice(0, 3));
    });
  });

  it('takes from the default partition what belongs into the holes', async () => {
    await withMoves(withDefault, async ({ client }) => {
      await rememberRows(client);
      await client.query("call rebuild_partitions('stay', '2026-01-01', '2026-07-01', 4, 3)");
      await expectMoved(client, ['2026-01-01 2026-04-01', '2026-04-01 2026-07-01', 'DEFAULT']);
      expect(await valueOf(client, 'select array_agg(id order by id) from rest')).toEqual([900, 901, 902]);
    });
  });

  it('leaves no name that does not fit, or is taken, to be found once rows are copied', async () => {
    const name = 'x'.repeat(56);
    const layout = `create table ${name} (id int, starts date not null, primary key (id, starts)) partition by range (starts);
      create table odd partition of ${name} for values from ('2026-01-10') to ('2026-03-01');
      create table stay (id int, starts date not null, primary key (id, starts)) partition by range (starts);
      create table even partition of stay for values from ('2026-01-01') to ('2026-04-01');
      create table stay_2026_02 (); create table stay_2026_02_01 ()`;
    await withMoves(layout, async ({ client }) => {
      expect(await outcomeOf(client, "call split_partition('odd', 12, 1)")).toMatchObject({ code: '42622' });
      expect(await outcomeOf(client, "call split_partition('even', 12, 1)")).toMatchObject({ code: '42P07' });
      await expectNothingLeft(client);
      await client.query('select adopt_partitions(p) from unnest($1::regclass[]) p', [[name, 'stay']]);
    });
  });
});

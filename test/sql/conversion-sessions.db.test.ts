/** While one session converts a table, the others read, write and wait as promised, and lose nothing. */
import { describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { withPartitionManager, type TestDatabase } from './database.ts';
import { readLayout, valueOf } from './layout.ts';

const convert = "select convert_to_partitioned('stay', 'starts')";

function withStays(body: (db: TestDatabase) => Promise<void>): Promise<void> {
  return withPartitionManager(async (db) => {
    await db.client.query(`
      set timezone = 'UTC';
      create table stay (id integer primary key, starts timestamptz not null);
      insert into stay values (1, '2026-05-05')`);
    await body(db);
  });
}

function backendOf(client: pg.Client): Promise<number> {
  return valueOf(client, 'pg_backend_pid()');
}

/** Returns once the backend waits for a lock that another session holds. */
async function untilBlocked(watcher: pg.Client, backend: number): Promise<void> {
  while ((await valueOf<number>(watcher, 'cardinality(pg_blocking_pids($1))', [backend])) === 0) {
    await valueOf(watcher, 'pg_stat_clear_snapshot()');
  }
}

async function keysOf(client: pg.Client): Promise<readonly string[]> {
  return (await readLayout(client, 'stay', 'id')).keys;
}

/** Makes the building of a unique index wait for an advisory lock that the returned session holds. */
async function holdIndexBuilds({ client, connect }: TestDatabase): Promise<pg.Client> {
  await client.query(`
    create function waiting(integer) returns integer language plpgsql immutable as
      'begin perform pg_advisory_xact_lock(1); return $1; end';
    create unique index slow on stay (waiting(id))`);
  const holder = await connect();
  await holder.query('begin; select pg_advisory_xact_lock(1)');
  return holder;
}

async function isPartitioned(client: pg.Client): Promise<boolean> {
  return valueOf(client, "select relkind = 'p' from pg_class where oid = 'stay'::regclass");
}

describe('while the keys are built', () => {
  it('readers go on, and a writer waits and finds its partition', async () => {
    await withStays(async (db) => {
      const { client, connect } = db;
      const holder = await holdIndexBuilds(db);
      const [reader, writer, watcher] = [await connect(), await connect(), await connect()];
      const [converting, writing] = [await backendOf(client), await backendOf(writer)];
      const conversion = client.query(`${convert}; select manage_partitions('stay', 12, 1)`);
      await untilBlocked(watcher, converting);

      await reader.query("set lock_timeout = '5s'");
      expect(await valueOf(reader, 'select count(*) from stay')).toBe('1');
      const insert = writer.query("insert into stay values (2, '2027-07-07')");
      await untilBlocked(watcher, writing);
      expect(await valueOf(reader, 'select count(*) from stay')).toBe('1');

      await holder.query('commit');
      await Promise.all([conversion, insert]);
      expect(await keysOf(client)).toEqual(['1', '2']);
    });
  });

  it('a session that read and now wants to write gets a deadlock error or its row, and nothing else is harmed', async () => {
    await withStays(async (db) => {
      const { client, connect } = db;
      const holder = await holdIndexBuilds(db);
      const [writer, watcher] = [await connect(), await connect()];
      const [converting, writing] = [await backendOf(client), await backendOf(writer)];
      await writer.query('begin');
      await writer.query('select * from stay');
      const conversion = client.query(convert);
      await untilBlocked(watcher, converting);
      const insert = writer.query("insert into stay values (2, '2026-05-06')");
      await untilBlocked(watcher, writing);
      await holder.query('commit');
      const finish = insert.then(() => writer.query('commit'));
      const outcomes = await Promise.allSettled([conversion, finish]);
      const failed = outcomes.filter((outcome) => outcome.status === 'rejected');
      expect(failed).toEqual([{ status: 'rejected', reason: expect.objectContaining({ code: '40P01' }) }]);
      await writer.query('rollback');
      expect(await isPartitioned(client)).toBe(outcomes[0].status === 'fulfilled');
      await client.query(convert);
      expect(await keysOf(client)).toEqual(outcomes[1].status === 'fulfilled' ? ['1', '2'] : ['1']);
    });
  });
});

describe('a writer', () => {
  it.each([
    ['that was there first', ''],
    ['that was there first, where the table was prepared', 'prepared'],
  ])('%s is waited for, and its row kept', async (_, prepared) => {
    await withStays(async ({ client, connect }) => {
      const [writer, watcher] = [await connect(), await connect()];
      if (prepared) {
        const { rows } = await client.query<{ sql: string }>(
          "select s as sql from conversion_preparation('stay', 'starts') s",
        );
        for (const { sql } of rows) await client.query(sql);
      }
      const converting = await backendOf(client);
      await writer.query('begin');
      await writer.query("insert into stay values (2, '2027-11-11 11:11:11')");
      const conversion = client.query(convert);
      await untilBlocked(watcher, converting);
      await writer.query('commit');
      await conversion;
      expect(await keysOf(client)).toEqual(['1', '2']);
    });
  });

  it('and a reader that arrive during the swap find the partitioned table', async () => {
    await withStays(async ({ client, connect }) => {
      const [writer, reader, watcher] = [await connect(), await connect(), await connect()];
      const [writing, reading] = [await backendOf(writer), await backendOf(reader)];
      await client.query('begin');
      await client.query(`${convert}; select manage_partitions('stay', 12, 1)`);
      const insert = writer.query(
        "insert into stay values (2, '2027-07-07') returning tableoid::regclass::text as partition",
      );
      const select = reader.query('select count(*) from stay');
      await untilBlocked(watcher, writing);
      await untilBlocked(watcher, reading);
      await client.query('commit');
      expect((await insert).rows).toEqual([{ partition: 'stay_2027_07' }]);
      await select;
      expect(await keysOf(client)).toEqual(['1', '2']);
    });
  });

  it('goes on with statements it prepared before', async () => {
    await withStays(async ({ client, connect }) => {
      const writer = await connect();
      await writer.query('prepare w (int, timestamptz) as insert into stay values ($1, $2)');
      await writer.query('prepare r as select count(*) from stay');
      for (let id = 2; id <= 8; id += 1) await writer.query(`execute w (${id}, '2026-05-06'); execute r`);
      await client.query(`${convert}; select manage_partitions('stay', 12, 1)`);
      await writer.query("execute w (9, '2026-05-07'); execute w (10, '2027-07-07'); execute r");
      const layout = await readLayout(client, 'stay', 'id');
      expect(layout.partitions.filter((p) => p.rows > 0).map((p) => [p.name, p.rows])).toEqual([
        ['stay_2026_05', 9],
        ['stay_2027_07', 1],
      ]);
    });
  });
});

it('no number of an identity column is given twice, also to a session that takes numbers by themselves', async () => {
  await withStays(async ({ client, connect }) => {
    await client.query('alter table stay alter id add generated always as identity (start with 10 cache 3)');
    const [taker, watcher] = [await connect(), await connect()];
    const converting = await backendOf(client);
    const take = "select array_agg(nextval('stay_id_seq')::int) from generate_series(1, 4)";
    await taker.query('begin');
    const taken = await valueOf<number[]>(taker, take);
    const conversion = client.query(convert);
    await untilBlocked(watcher, converting);
    taken.push(...(await valueOf<number[]>(taker, take)));
    await taker.query('commit');
    await conversion;
    taken.push(...(await valueOf<number[]>(taker, take)));
    const { rows } = await client.query<{ id: number }>(
      "insert into stay (starts) values ('2026-05-06') returning id",
    );
    taken.push(...rows.map((row) => row.id));
    expect(new Set(taken).size).toBe(13);
  });
});

describe('a caller', () => {
  it('that comes second gets the table that the first made', async () => {
    await withStays(async ({ client, connect }) => {
      const [second, watcher] = [await connect(), await connect()];
      const waiting = await backendOf(second);
      await client.query('begin');
      const first = await valueOf<string>(client, `(${convert})::oid::text`);
      const other = valueOf<string>(second, `(${convert})::oid::text`);
      await untilBlocked(watcher, waiting);
      await client.query('commit');
      expect(await other).toBe(first);
      expect((await readLayout(client, 'stay', 'id')).partitions).toHaveLength(1);
    });
  });

  it('gives way after lock_timeout, leaves nothing, and succeeds later', async () => {
    await withStays(async ({ client, connect }) => {
      const reader = await connect();
      await reader.query('begin');
      await reader.query('select * from stay');
      await client.query("set lock_timeout = '50ms'");
      await expect(client.query(convert)).rejects.toMatchObject({ code: '55P03' });
      expect(await isPartitioned(client)).toBe(false);
      expect(await valueOf(client, "select count(*) from pg_indexes where tablename = 'stay'")).toBe('1');
      await reader.query("insert into stay values (2, '2026-06-06'); commit");
      await client.query(convert);
      expect(await keysOf(client)).toEqual(['1', '2']);
    });
  });

  it('locks views and tables next to the table before it, as those who use them do', async () => {
    await withStays(async ({ client, connect }) => {
      await client.query(`
        create table amenity (id int primary key);
        alter table stay add amenity_id int references amenity, drop constraint stay_pkey, add primary key (id, starts);
        create table invoice (id int, starts timestamptz, foreign key (id, starts) references stay);
        create view v as select * from stay s join amenity a using (id)`);
      const [reader, watcher] = [await connect(), await connect()];
      const converting = await backendOf(client);
      await reader.query('begin');
      await reader.query('select * from stay');
      const conversion = client.query(convert);
      await untilBlocked(watcher, converting);
      const { rows } = await watcher.query(
        `select relation::regclass::text as name, mode, granted from pg_locks where pid = $1
            and relation in ('v'::regclass, 'invoice'::regclass, 'amenity'::regclass, 'stay'::regclass)
            and mode in ('ShareRowExclusiveLock', 'AccessExclusiveLock') order by 1`,
        [converting],
      );
      expect(rows).toEqual([
        { name: 'amenity', mode: 'ShareRowExclusiveLock', granted: true },
        { name: 'invoice', mode: 'AccessExclusiveLock', granted: true },
        { name: 'stay', mode: 'AccessExclusiveLock', granted: false },
        { name: 'v', mode: 'AccessExclusiveLock', granted: true },
      ]);
      await reader.query('commit');
      await conversion;
      expect(await valueOf(client, 'select count(*) from v')).toBe('0');
    });
  });

  it('refuses what came to depend on the table while it waited', async () => {
    await withStays(async ({ client, connect }) => {
      const [other, watcher] = [await connect(), await connect()];
      const converting = await backendOf(client);
      await other.query('begin');
      await other.query('create materialized view late as select * from stay');
      const conversion = expect(client.query(convert)).rejects.toMatchObject({
        code: '55000',
        detail: expect.stringMatching(/materialized view late/),
      });
      await untilBlocked(watcher, converting);
      await other.query('commit');
      await conversion;
      expect(await isPartitioned(client)).toBe(false);
    });
  });
});

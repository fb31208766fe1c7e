/** Several sessions at once lose no row and end with one layout; the session's own settings never matter nor change. */
import { describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { withPartitionManager, type TestDatabase } from './database.ts';
import { expectRightChange, readLayout, valueOf } from './layout.ts';

const window: [string, string] = ['2026-01-01', '2028-01-01'];

function withMonths(body: (db: TestDatabase) => Promise<void>): Promise<void> {
  return withPartitionManager(async (db) => {
    await db.client.query(`
      set timezone = 'UTC';
      create table stay (id integer, starts timestamptz not null) partition by range (starts);
      select manage_partitions('stay', 12, 1)`);
    await body(db);
  });
}

function backendOf(client: pg.Client): Promise<number> {
  return valueOf(client, 'pg_backend_pid()');
}

/** A session that wrote to a partition before knows its bounds and no longer locks the parent for them. */
async function writeAndUndo(writer: pg.Client, table: string, day: string): Promise<void> {
  await writer.query(`begin; insert into ${table} values (0, '${day}'); rollback`);
}

/** Returns once the backend waits for a lock that another session holds. */
async function untilBlocked(watcher: pg.Client, backend: number): Promise<void> {
  while ((await valueOf<number>(watcher, 'cardinality(pg_blocking_pids($1))', [backend])) === 0) {
    await valueOf(watcher, 'pg_stat_clear_snapshot()');
  }
}

describe('writers', () => {
  it.each([
    ['through the partitioned table', 'stay'],
    ['past it, into the partition', 'stay_2026_08'],
  ])('keep what they insert %s into an empty partition about to be dropped', async (_, target) => {
    await withMonths(async ({ client, connect }) => {
      const [writer, watcher] = [await connect(), await connect()];
      const backend = await backendOf(client);
      const before = await readLayout(client, 'stay', 'id');
      await writeAndUndo(writer, target, '2026-08-01');
      await writer.query('begin');
      await writer.query(`insert into ${target} values (1, '2026-08-31 23:59:59.999999+00')`);

      const change = client.query("select manage_partitions('stay', 4, 3)");
      await untilBlocked(watcher, backend);
      await writer.query('commit');
      await change;

      const after = await readLayout(client, 'stay', 'id');
      expect(after.keys).toEqual(['1']);
      const populated = before.partitions.map((p) => (p.name === 'stay_2026_08' ? { ...p, rows: 1 } : p));
      expectRightChange({ partitions: populated, keys: ['1'] }, after, 3, window);
    });
  });

  it('find the new partition when they arrive during the change', async () => {
    await withMonths(async ({ client, connect }) => {
      const [writer, watcher] = [await connect(), await connect()];
      const backend = await backendOf(writer);
      await client.query('begin');
      await client.query("select manage_partitions('stay', 4, 3)");
      const insert = writer.query(
        "insert into stay values (1, '2026-08-31'), (2, '2027-12-31 23:59:59.999999+00')",
      );
      await untilBlocked(watcher, backend);
      await client.query('commit');
      await insert;
      expect((await readLayout(client, 'stay', 'id')).keys).toEqual(['1', '2']);
    });
  });

  it('keep what they insert into a partition that drop_empty_future_partitions is about to drop', async () => {
    await withMonths(async ({ client, connect }) => {
      const [writer, watcher] = [await connect(), await connect()];
      const backend = await backendOf(client);
      await writeAndUndo(writer, 'stay_2027_08', '2027-08-01');
      await writer.query('begin');
      await writer.query("insert into stay_2027_08 values (1, '2027-08-08')");
      const drop = valueOf(client, "drop_empty_future_partitions('stay')");
      await untilBlocked(watcher, backend);
      await writer.query('commit');
      expect(await drop).toBe(17);
      expect((await readLayout(client, 'stay', 'id')).keys).toEqual(['1']);
    });
  });

  it('are not held up while partitions are only added', async () => {
    await withMonths(async ({ client, connect }) => {
      const writer = await connect();
      await client.query('begin');
      expect(await valueOf(client, "create_partitions_for_period(2028, 12, 1, 'stay')")).toBe(12);
      await writer.query("set lock_timeout = '5s'; insert into stay values (1, '2026-08-31')");
      expect(await valueOf(writer, 'select count(*) from stay')).toBe('1');
      await client.query('commit');
    });
  });

  it('are not held up by a call that has nothing to do', async () => {
    await withMonths(async ({ client, connect }) => {
      const other = await connect();
      await other.query("begin; insert into stay values (1, '2026-08-31')");
      await client.query("set lock_timeout = '5s'");
      expect(await valueOf(client, "manage_partitions('stay', 12, 1)")).toBe(0);
      await other.query('commit');
    });
  });
});

describe('callers', () => {
  it('of the same change end one after the other with one layout', async () => {
    await withMonths(async ({ client, connect }) => {
      const [second, watcher] = [await connect(), await connect()];
      const backend = await backendOf(second);
      await client.query('begin');
      const first = await valueOf<number>(client, "manage_partitions('stay', 4, 3)");
      const waiting = valueOf<number>(second, "manage_partitions('stay', 4, 3)");
      await untilBlocked(watcher, backend);
      await client.query('commit');
      expect([first, await waiting]).toEqual([32, 0]);
      expect((await readLayout(client, 'stay', 'id')).partitions).toHaveLength(8);
    });
  });

  it('of different changes leave the layout of the later one', async () => {
    await withMonths(async ({ client, connect }) => {
      const sessions = [client, await connect(), await connect(), await connect()];
      const calls = sessions.map((session, index) =>
        valueOf<number>(
          session,
          `manage_partitions('stay', ${[4, 12, 2, 1][index]}, ${[3, 1, 6, 12][index]})`,
        ),
      );
      await Promise.all(calls);
      const { partitions } = await readLayout(client, 'stay', 'id');
      expect([24, 8, 4, 2]).toContain(partitions.length);
      expectRightChange(
        { partitions: [], keys: [] },
        { partitions, keys: [] },
        24 / partitions.length,
        window,
      );
    });
  });

  it('of different tables do not wait for each other', async () => {
    await withMonths(async ({ client, connect }) => {
      const other = await connect();
      await client.query('create table other (d date) partition by range (d)');
      await client.query('begin');
      await client.query("select manage_partitions('stay', 4, 3)");
      await other.query("set lock_timeout = '5s'");
      expect(await valueOf(other, "manage_partitions('other', 4, 3)")).toBe(8);
      await client.query('rollback');
    });
  });

  it('give way when lock_timeout runs out, leaving neither change nor lock', async () => {
    await withMonths(async ({ client, connect }) => {
      const reader = await connect();
      await reader.query('begin; select from stay');
      const before = await readLayout(client, 'stay', 'id');
      await client.query("set lock_timeout = '50ms'");
      await expect(client.query("select manage_partitions('stay', 4, 3)")).rejects.toMatchObject({
        code: '55P03',
      });
      expect(await readLayout(client, 'stay', 'id')).toEqual(before);
      expect(await valueOf(client, "select count(*) from pg_locks where locktype = 'advisory'")).toBe('0');
      await reader.query('commit');
      expect(await valueOf(client, "manage_partitions('stay', 4, 3)")).toBe(32);
    });
  });
});

describe('the session', () => {
  const settings = `select string_agg(name || '=' || setting, e'\\n' order by name) from pg_settings
                     where name not in ('transaction_isolation')`;

  it('has the settings it had, and no advisory lock, after success and after an error', async () => {
    await withMonths(async ({ client, connect }) => {
      const session = await connect();
      await session.query("set timezone = 'Asia/Kathmandu'; set datestyle = 'German'; do 'begin end'");
      const before = await valueOf(session, settings);
      await valueOf(session, "manage_partitions('stay', 4, 3)");
      expect(await valueOf(session, settings)).toBe(before);

      await client.query('create table stay_default partition of stay default');
      await client.query("insert into stay values (1, '2030-05-05')");
      await expect(
        session.query("select create_partitions_for_period(2030, 12, 1, 'stay')"),
      ).rejects.toMatchObject({ code: '23514' });
      expect(await valueOf(session, settings)).toBe(before);
      expect(await valueOf(session, "select count(*) from pg_locks where locktype = 'advisory'")).toBe('0');
      await client.query("select adopt_partitions('stay')");
    });
  });

  it('keeps the advisory lock until its transaction ends, not longer', async () => {
    await withMonths(async ({ client, connect }) => {
      const watcher = await connect();
      const locks = "select count(*) from pg_locks where locktype = 'advisory'";
      await client.query('begin');
      await client.query("select manage_partitions('stay', 4, 3)");
      expect(await valueOf(watcher, locks)).toBe('1');
      await client.query('commit');
      expect(await valueOf(watcher, locks)).toBe('0');
    });
  });

  const zones = [
    'Pacific/Kiritimati',
    'America/New_York',
    'Etc/GMT+12',
    'Australia/Lord_Howe',
    'Europe/Berlin',
  ];
  const styles = ['SQL, DMY', 'German', 'Postgres, MDY', 'ISO, YMD', 'SQL, MDY'];

  it.each(zones.map((zone, index) => [zone, styles[index]]))(
    'in zone %s with DateStyle %s gets bounds at midnight in UTC',
    async (zone, style) => {
      await withPartitionManager(async ({ client, connect }) => {
        const layouts: string[][] = [];
        for (const keyType of ['timestamptz', 'timestamp', 'date']) {
          const session = await connect();
          await session.query(`set timezone = '${zone}'; set datestyle = '${style}'`);
          await session.query(
            `create table stay (id integer, starts ${keyType} not null) partition by range (starts)`,
          );
          await session.query(
            "select manage_partitions('stay', 12, 1); insert into stay values (1, date '2026-03-29')",
          );
          await session.query("select manage_partitions('stay', 4, 3)");
          expect(await valueOf(session, "manage_partitions('stay', 4, 3)")).toBe(0);
          const { partitions } = await readLayout(client, 'stay', 'id');
          layouts.push(partitions.map((p) => `${p.lower} ${p.upper}`));
          await client.query('drop table stay');
        }
        const { rows } = await client.query<{ bound: string }>(
          `select lower_bound as bound from partition_audit_log where parent = 'stay'
           union all select upper_bound from partition_audit_log where parent = 'stay'`,
        );
        expect(rows.length).toBeGreaterThan(300);
        expect(rows.filter((row) => !/^\d{4}-\d\d-01( 00:00:00(\+00)?)?$/.test(row.bound))).toEqual([]);
        expect(layouts[1]).toEqual(layouts[0]);
        expect(layouts[2]).toEqual(layouts[0]);
        expect(layouts[0]).toHaveLength(9);
      });
    },
  );

  it('cannot shadow the tables and functions by its search_path or temporary tables', async () => {
    await withMonths(async ({ client }) => {
      await client.query(`
        create schema evil;
        create table evil.partition_audit_log (like partition_audit_log);
        create table evil.stay (starts date) partition by range (starts);
        create function evil.now() returns timestamptz language sql as $$ select timestamptz '1999-01-01' $$;
        create temporary table partition_audit_log (x int);
        create temporary table stay (x int);
        set search_path = evil, pg_temp, public, pg_catalog`);
      expect(await valueOf(client, "public.manage_partitions('stay', 4, 3)")).toBe(32);
      await client.query('reset search_path; discard temp');
      expect((await readLayout(client, 'public.stay', 'id')).partitions).toHaveLength(8);
      expect(
        await valueOf(client, "select count(*) from public.partition_audit_log where parent = 'stay'"),
      ).toBe('56');
    });
  });
});

/** What the audit log holds, what it sends, and what a refusal leaves in it. */
import { describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { withPartitionManager } from './database.ts';
import { readLayout, valueOf } from './layout.ts';

async function createStays(client: pg.Client): Promise<void> {
  await client.query('create table stay (id integer, starts date not null) partition by range (starts)');
}

interface LogRow {
  readonly action: string;
  readonly partition_name: string | null;
  readonly detail: string | null;
}

async function logOf(client: pg.Client, parent: string): Promise<LogRow[]> {
  const { rows } = await client.query<LogRow>(
    'select action, partition_name, detail from partition_audit_log where parent = $1 order by id',
    [parent],
  );
  return rows;
}

/** What a session that listens was sent by the time it has run another query. */
async function listen(client: pg.Client): Promise<() => Promise<Record<string, unknown>[]>> {
  const received: Record<string, unknown>[] = [];
  client.on('notification', ({ channel, payload }) => {
    expect(channel).toBe('partition_audit_log');
    received.push(JSON.parse(payload ?? '') as Record<string, unknown>);
  });
  await client.query('listen partition_audit_log');
  return async () => {
    await client.query('select');
    return received;
  };
}

describe('a notification', () => {
  it('carries each row that was committed, with the columns for keys', async () => {
    await withPartitionManager(async ({ client, connect }) => {
      const received = await listen(await connect());
      await createStays(client);
      await client.query("set timezone = 'Asia/Kathmandu'; set intervalstyle = 'sql_standard'");
      await client.query("begin; select manage_partitions('stay', 2, 6); rollback");
      await client.query("select manage_partitions('stay', 1, 12)");
      const sent = await received();
      await client.query("set timezone = 'UTC'; set intervalstyle = 'iso_8601'");
      const { rows } = await client.query<{ entry: Record<string, unknown> }>(
        "select to_jsonb(a) as entry from partition_audit_log a where parent = 'stay' order by id",
      );
      expect(sent).toEqual(rows.map((row) => row.entry));
      expect(sent[1]).toMatchObject({
        action: 'CREATE',
        parent_schema: 'public',
        parent: 'stay',
        partition_schema: 'public',
        partition_name: 'stay_2027_01',
        lower_bound: '2027-01-01',
        upper_bound: '2028-01-01',
        partition_interval: 'P1Y',
        interval_months: 12,
        environment: null,
      });
    });
  });

  it.each(['\\u0001', '\\U0001F4A5', '"', '\\\\'])(
    'stays below 8,000 bytes when every text is long and made of %s',
    async (character) => {
      await withPartitionManager(async ({ client, connect }) => {
        const received = await listen(await connect());
        await createStays(client);
        const long = `repeat(e'${character}', 20000)`;
        await client.query(`
          set application_name = 'x';
          select set_config('partition_guard.' || s, ${long}, false) from unnest(array['environment', 'commit', 'run_url']) s;
          select record_refusal('stay', '55P03', ${long});
          select record_refused_call(${long}, '42622', ${long})`);
        const sent = await received();
        expect(sent.map(({ action, parent }) => [action, String(parent).length > 5])).toEqual([
          ['REFUSE', false],
          ['REFUSE', true],
        ]);
        expect(sent[0]?.['detail']).toMatch(/^55P03: .*\.\.\.$/u);
        expect(
          await valueOf(
            client,
            "select min(length(detail)) > 20000 from partition_audit_log where action = 'REFUSE'",
          ),
        ).toBe(true);
      });
    },
  );
});

describe('the audit log', () => {
  it('takes environment, commit and run from settings, and null from empty ones', async () => {
    await withPartitionManager(async ({ client }) => {
      await createStays(client);
      await client.query("select create_partitions_for_period(2025, 1, 12, 'stay')");
      await client.query(`
        set partition_guard.environment = 'STAGING';
        set partition_guard.commit = '4a4db3b';
        set partition_guard.run_url = 'https://example.com/runs/7';
        select create_partitions_for_period(2026, 1, 12, 'stay');
        set partition_guard.environment = '';
        reset partition_guard.commit;
        select create_partitions_for_period(2027, 1, 12, 'stay')`);
      const { rows } = await client.query(
        "select environment, commit_id, run_url from partition_audit_log where parent = 'stay' order by id",
      );
      expect(rows).toEqual([
        { environment: null, commit_id: null, run_url: null },
        { environment: 'STAGING', commit_id: '4a4db3b', run_url: 'https://example.com/runs/7' },
        { environment: null, commit_id: null, run_url: 'https://example.com/runs/7' },
      ]);
    });
  });

  it('records what others attached, detached, renamed and put under an old name', async () => {
    await withPartitionManager(async ({ client }) => {
      await createStays(client);
      await client.query(`
        create table theirs partition of stay for values from ('2025-01-01') to ('2026-01-01');
        create table rest partition of stay default;
        select manage_partitions('stay', 4, 3);
        alter table stay detach partition theirs;
        drop table stay_2026_04;
        alter table stay_2026_07 rename to renamed;
        drop table stay_2027_10;
        create table stay_2027_10 partition of stay for values from ('2027-10-01') to ('2029-01-01')`);
      await client.query("select create_partitions_for_period(2026, 4, 3, 'stay')");
      const adopted = (await logOf(client, 'stay'))
        .filter(({ detail }) => detail === 'not by this manager')
        .map(({ action, partition_name }) => `${action} ${partition_name}`);
      expect(adopted).toEqual([
        'ADOPT theirs',
        'ADOPT rest',
        'DETACH theirs',
        'DETACH stay_2026_04',
        'DETACH stay_2026_07',
        'DETACH stay_2027_10',
        'ADOPT renamed',
        'ADOPT stay_2027_10',
      ]);
      expect(await valueOf(client, "adopt_partitions('stay')")).toBe(0);
    });
  });

  it('starts over for a table that took the name of one that is gone', async () => {
    await withPartitionManager(async ({ client }) => {
      await createStays(client);
      await client.query("select manage_partitions('stay', 1, 12); drop table stay");
      await createStays(client);
      await client.query("select manage_partitions('stay', 1, 12)");
      expect((await logOf(client, 'stay')).map(({ action }) => action)).toEqual([
        'CREATE',
        'CREATE',
        'DETACH',
        'DETACH',
        'CREATE',
        'CREATE',
      ]);
    });
  });

  it('starts over for a table that was renamed or moved to another schema', async () => {
    await withPartitionManager(async ({ client }) => {
      await createStays(client);
      await client.query(`
        select manage_partitions('stay', 1, 12);
        alter table stay rename to visit;
        select create_partitions_for_period(2030, 1, 12, 'visit');
        create schema other;
        alter table visit set schema other;
        select create_partitions_for_period(2031, 1, 12, 'other.visit')`);
      const { rows } = await client.query<{ action: string; count: number }>(
        "select action, count(*)::integer from partition_audit_log where parent = 'visit' group by 1 order by 1",
      );
      expect(rows).toEqual([
        { action: 'ADOPT', count: 2 + 3 },
        { action: 'CREATE', count: 2 },
      ]);
    });
  });

  it('tells tables of one name in two schemas apart', async () => {
    await withPartitionManager(async ({ client }) => {
      await createStays(client);
      await client.query(`
        create schema other;
        create table other.stay (starts date) partition by range (starts);
        create table other.stay_1 partition of other.stay for values from ('2020-01-01') to ('2021-01-01');
        select adopt_partitions('other.stay');
        select manage_partitions('stay', 1, 12)`);
      expect(
        await valueOf(client, "select array_agg(partition_name) from partition_audit_replay('other.stay')"),
      ).toEqual(['stay_1']);
      expect((await readLayout(client, 'stay', 'id')).partitions).toHaveLength(2);
    });
  });
});

describe('change_partition_interval', () => {
  const call = "call change_partition_interval('stay', 4, 3";

  it('changes the interval and leaves the session as it was', async () => {
    await withPartitionManager(async ({ client }) => {
      await createStays(client);
      await client.query("select manage_partitions('stay', 12, 1); set lock_timeout = '7s'");
      const before = await valueOf(
        client,
        "select string_agg(name || setting, ',' order by name) from pg_settings",
      );
      await client.query(`${call})`);
      expect(
        await valueOf(client, "select string_agg(name || setting, ',' order by name) from pg_settings"),
      ).toBe(before);
      expect((await readLayout(client, 'stay', 'id')).partitions).toHaveLength(8);
    });
  });

  it('lets a reader finish, then tries again', async () => {
    await withPartitionManager(async ({ client, connect }) => {
      await createStays(client);
      await client.query("select manage_partitions('stay', 12, 1)");
      const reader = await connect();
      await reader.query('begin; select from stay');
      const gaveWay = new Promise((resolve) =>
        client.on('notice', ({ message }) => {
          if (message?.includes('gave way') === true) resolve(message);
        }),
      );
      const change = client.query(`${call}, 10, 1000)`);
      expect(await gaveWay).toMatch(/^1 of 1001 tries gave way to other sessions \(55P03\)/);
      await reader.query('commit');
      await change;
      expect((await readLayout(client, 'stay', 'id')).partitions).toHaveLength(8);
      expect((await logOf(client, 'stay')).filter(({ action }) => action === 'REFUSE')).toEqual([]);
    });
  });

  it('survives a deadlock with a writer', async () => {
    await withPartitionManager(async ({ client: owner, connect, connectAsSuperuser }) => {
      await createStays(owner);
      await owner.query("select manage_partitions('stay', 12, 1)");
      // Whoever looks for a deadlock first ends: the change looks after 3 s, the writer would after a minute.
      const [writer, watcher] = [await connectAsSuperuser(), await connect()];
      await writer.query(
        "do $$begin execute format('alter database %I set deadlock_timeout = 3000', current_database()); end$$",
      );
      await writer.query('set deadlock_timeout = 60000');
      const client = await connect();
      await writer.query('begin; lock table only stay_2026_08 in row exclusive mode');
      const backend = await valueOf<number>(client, 'pg_backend_pid()');
      const notices: string[] = [];
      client.on('notice', ({ message }) => notices.push(message ?? ''));
      const change = client.query(`${call}, 60000)`);
      while ((await valueOf<number>(watcher, 'cardinality(pg_blocking_pids($1))', [backend])) === 0) {
        await watcher.query('select pg_stat_clear_snapshot()');
      }
      const wrote = writer.query("insert into stay values (1, '2026-09-09'); commit");
      await Promise.all([change, wrote]);
      expect(notices.filter((notice) => notice.includes('gave way to other sessions (40P01)'))).toHaveLength(
        1,
      );
      expect((await readLayout(client, 'stay', 'id')).keys).toEqual(['1']);
    });
  });

  it('records the refusal when it gives up, and raises it', async () => {
    await withPartitionManager(async ({ client, connect }) => {
      await createStays(client);
      await client.query("select manage_partitions('stay', 12, 1)");
      const before = await readLayout(client, 'stay', 'id');
      const reader = await connect();
      await reader.query('begin; select from stay');
      await expect(client.query(`${call}, 10, 1)`)).rejects.toMatchObject({ code: '55P03' });
      expect(await readLayout(client, 'stay', 'id')).toEqual(before);
      expect((await logOf(client, 'stay')).at(-1)).toEqual({
        action: 'REFUSE',
        partition_name: null,
        detail: '55P03: canceling statement due to lock timeout',
      });
      expect(await valueOf(client, "select count(*) from pg_locks where locktype = 'advisory'")).toBe('0');
      await reader.query('commit');
    });
  });

  it.each([
    ["'stay', 4, 4", '22023', 'stay', 'frequency 4 and interval_months 4 do not make a year'],
    ["'stay', null, 4", '22004', 'stay', 'frequency and interval_months must not be null'],
    ["'stay', 4, 3, 0", '22023', 'stay', 'lock_timeout_ms 0 or retries 10 is out of range'],
    ["'stay', 4, 3, 1, -1", '22023', 'stay', 'lock_timeout_ms 1 or retries -1 is out of range'],
    ["'stay', 4, 3, 1, null", '22004', 'stay', 'lock_timeout_ms and retries must not be null'],
    ["'no such', 4, 3", '42P01', 'no such', 'there is no table "no such" in schema public'],
    [
      "'partition_audit_log', 4, 3",
      '42809',
      'partition_audit_log',
      'partition_audit_log is not a partitioned table',
    ],
    ['null, 4, 3', '22004', '', 'partition_prefix must not be null'],
    ["'', 4, 3", '22023', '', "partition_prefix '' names no table"],
    [
      "repeat('x', 70), 4, 3",
      '42622',
      'x'.repeat(70),
      `partition names made of ${'x'.repeat(70)} would be longer than 63 bytes`,
    ],
  ])('records and raises what is wrong with (%s)', async (values, code, parent, message) => {
    await withPartitionManager(async ({ client }) => {
      await createStays(client);
      const before = await logOf(client, parent);
      await expect(client.query(`call change_partition_interval(${values})`)).rejects.toMatchObject({
        code,
        message,
        hint: expect.stringMatching(/./),
      });
      expect((await logOf(client, parent)).slice(before.length)).toEqual([
        { action: 'REFUSE', partition_name: null, detail: `${code}: ${message}` },
      ]);
    });
  });

  it('raises an error of the server without detail or hint as it was', async () => {
    await withPartitionManager(async ({ client, connect, connectAsSuperuser }) => {
      const superuser = await connectAsSuperuser();
      await superuser.query('create table stay (starts date) partition by range (starts)');
      const owner = await connect();
      await expect(owner.query(`${call})`)).rejects.toMatchObject({
        code: '42501',
        message: 'permission denied for table stay',
      });
      expect((await logOf(client, 'stay')).map(({ detail }) => detail)).toEqual([
        '42501: permission denied for table stay',
      ]);
    });
  });

  it('warns when the refusal cannot be recorded, and raises what it was', async () => {
    await withPartitionManager(async ({ client }) => {
      await createStays(client);
      const notices: string[] = [];
      client.on('notice', ({ severity, message }) => notices.push(`${severity}: ${message}`));
      await client.query('set default_transaction_read_only = on');
      await expect(client.query(`${call})`)).rejects.toMatchObject({ code: '25006' });
      await client.query('reset default_transaction_read_only');
      expect(notices.at(-1)).toMatch(/^WARNING: the refusal could not be recorded: .*read-only/);
      expect(await logOf(client, 'stay')).toEqual([]);
    });
  });

  it('fails with 2D000 before anything is tried inside a transaction', async () => {
    await withPartitionManager(async ({ client }) => {
      await createStays(client);
      await client.query('begin');
      await expect(client.query(`${call})`)).rejects.toMatchObject({ code: '2D000' });
      await client.query('rollback');
      await expect(client.query(`do $$ begin ${call}); end $$; select 1`)).rejects.toMatchObject({
        code: '2D000',
      });
      expect(await logOf(client, 'stay')).toEqual([]);
    });
  });

  it('cannot be led astray by the search_path or temporary objects', async () => {
    await withPartitionManager(async ({ client }) => {
      await createStays(client);
      await client.query(`
        create schema evil;
        create function evil.set_config(text, text, boolean) returns text language sql as $$ select 'evil' $$;
        create function evil.manage_partitions(text, integer, integer) returns integer language sql as $$ select -1 $$;
        create function evil.no(integer, integer) returns boolean language plpgsql
          as $$ begin raise 'evil' using errcode = 'ZZ666'; end $$;
        create function evil.no(text, text) returns boolean language plpgsql
          as $$ begin raise 'evil' using errcode = 'ZZ666'; end $$;
        create operator evil.> (leftarg = integer, rightarg = integer, function = evil.no);
        create operator evil.= (leftarg = text, rightarg = text, function = evil.no);
        create temporary table partition_audit_log (x integer);
        set search_path = evil, pg_catalog`);
      await client.query("call public.change_partition_interval('stay', 4, 3)");
      await expect(
        client.query("call public.change_partition_interval('no such', 4, 3, 1, 0)"),
      ).rejects.toMatchObject({
        code: '42P01',
      });
      await client.query('reset search_path; discard temp; set search_path = public');
      expect((await readLayout(client, 'stay', 'id')).partitions).toHaveLength(8);
    });
  });
});

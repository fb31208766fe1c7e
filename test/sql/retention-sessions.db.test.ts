/** Rows that arrive while a retention waits or runs are kept or make it stay; locks are taken in the writers' order. */
import { describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { readLayout, valueOf } from './layout.ts';
import { errorOf, named, partitionsOf, recordArchive, retire, untilBlocked, withStays } from './retention.ts';

const january = 'public_archive.stay_2026_01';
const backendOf = 'pg_backend_pid()';

/** A session that wrote to a partition before knows its bounds and no longer locks the parent for them. */
async function writeLate(writer: pg.Client, target: string): Promise<void> {
  const insert = `insert into ${target} values (10, '2026-01-10')`;
  await writer.query(`begin; ${insert}; rollback`);
  await writer.query(`begin; ${insert}`);
}

describe('a row written late into an old partition', () => {
  it.each([
    ['through the partitioned table', 'stay', 'detach', 'stay_2026_01'],
    ['past it, into the partition', 'stay_2026_01', 'detach', 'stay_2026_01'],
    ['through the partitioned table', 'stay', 'archive', january],
    ['past it, into the partition', 'stay_2026_01', 'archive', january],
  ])("%s (%s) is in the table that '%s' leaves", async (_, target, disposal, table) => {
    await withStays(async ({ client, connect }) => {
      const [writer, watcher] = [await connect(), await connect()];
      const backend = await valueOf<number>(client, backendOf);
      await writeLate(writer, target);
      const waiting = retire(client, '4 months', { disposal });
      await untilBlocked(watcher, backend);
      await writer.query('commit');
      expect(named(await waiting)).toEqual([`${disposal.toUpperCase()} stay_2026_01`]);
      expect(await valueOf(client, `select json_agg(id order by id) from ${table}`)).toEqual([1, 10]);
      expect((await readLayout(client, 'stay', 'id')).keys).toEqual(['2', '3', '6']);
    });
  });

  it.each([
    ['through the partitioned table', 'stay'],
    ['past it, into the partition', 'stay_2026_01'],
  ])("%s keeps a partition that 'drop archived' was about to drop", async (_, target) => {
    await withStays(async ({ client, connect }) => {
      const [writer, watcher] = [await connect(), await connect()];
      const backend = await valueOf<number>(client, backendOf);
      await recordArchive(client, 'stay_2026_01');
      await recordArchive(client, 'stay_2026_02');
      await writeLate(writer, target);
      const waiting = retire(client, '3 months', { disposal: 'drop archived' });
      await untilBlocked(watcher, backend);
      await writer.query('commit');
      const outcomes = await waiting;
      expect(named(outcomes)).toEqual(['KEEP stay_2026_01', 'DROP stay_2026_02']);
      expect(outcomes[0]?.reason).toMatch(/^it has changed since .* now 2 rows/);
      expect((await readLayout(client, 'stay', 'id')).keys).toEqual(['1', '10', '3', '6']);
    });
  });

  it('is counted among those that were dropped without archive', async () => {
    await withStays(async ({ client, connect }) => {
      const [writer, watcher] = [await connect(), await connect()];
      const backend = await valueOf<number>(client, backendOf);
      await writer.query("begin; insert into stay values (10, '2026-01-10')");
      const waiting = retire(client, '4 months', { disposal: 'drop without archive' });
      await untilBlocked(watcher, backend);
      await writer.query('commit');
      expect((await waiting)[0]).toMatchObject({ action: 'DROP', row_count: '2' });
    });
  });

  it('is refused with 23514 once the partition is gone, not lost', async () => {
    await withStays(async ({ client, connect }) => {
      const [writer, watcher] = [await connect(), await connect()];
      const backend = await valueOf<number>(writer, backendOf);
      await client.query('begin');
      await retire(client, '4 months');
      const insert = errorOf(writer, "insert into stay values (10, '2026-01-10')");
      await untilBlocked(watcher, backend);
      await client.query('commit');
      expect((await insert).code).toBe('23514');
    });
  });

  it('keeps an archived table that drop_archived_partition was about to drop', async () => {
    await withStays(async ({ client, connect }) => {
      const [writer, watcher] = [await connect(), await connect()];
      const backend = await valueOf<number>(client, backendOf);
      await retire(client, '4 months');
      await recordArchive(client, january);
      await writer.query(`begin; insert into ${january} values (10, '2026-01-10')`);
      const drop = errorOf(client, `select drop_archived_partition('${january}')`);
      await untilBlocked(watcher, backend);
      await writer.query('commit');
      expect((await drop).code).toBe('55000');
      expect(await valueOf(client, `select count(*) from ${january}`)).toBe('2');
    });
  });

  it('makes record_archive refuse what was read before it', async () => {
    await withStays(async ({ client, connect }) => {
      const [writer, watcher] = [await connect(), await connect()];
      const backend = await valueOf<number>(client, backendOf);
      const sum = await valueOf(client, "select checksum from partition_checksum('stay_2026_01')");
      await writer.query("begin; insert into stay values (10, '2026-01-10')");
      const record = errorOf(client, `select record_archive('stay_2026_01', 'x', 1, ${sum})`);
      await untilBlocked(watcher, backend);
      await writer.query('commit');
      expect((await record).code).toBe('22000');
    });
  });
});

it('keeps a partition that came to be referred to while it waited for its locks', async () => {
  await withStays(async ({ client, connect }) => {
    const [writer, watcher] = [await connect(), await connect()];
    const backend = await valueOf<number>(client, backendOf);
    await client.query(
      'create table invoice (i int, s timestamptz, foreign key (i, s) references stay (id, starts))',
    );
    await writer.query("begin; insert into invoice values (1, '2026-01-31')");
    const waiting = retire(client, '3 months');
    await untilBlocked(watcher, backend);
    await writer.query('commit');
    const outcomes = await waiting;
    expect(named(outcomes)).toEqual(['KEEP stay_2026_01', 'ARCHIVE stay_2026_02']);
    expect(outcomes[0]?.reason).toMatch(/foreign key invoice_i_s_fkey of table invoice/);
    expect(await valueOf(client, 'select count(*) from invoice join stay on (i, s) = (id, starts)')).toBe(
      '1',
    );
  });
});

it('gives way when lock_timeout runs out, leaving neither change nor lock nor archive schema', async () => {
  await withStays(async ({ client, connect }) => {
    const reader = await connect();
    await reader.query('begin; select from stay');
    await client.query("set lock_timeout = '50ms'");
    expect((await errorOf(client, "select apply_retention('stay', '4 months')")).code).toBe('55P03');
    expect(await partitionsOf(client)).toMatch(/^stay_2026_01 /);
    expect(await valueOf(client, "select to_regnamespace('public_archive') is null")).toBe(true);
    expect(await valueOf(client, "select count(*) from pg_locks where locktype = 'advisory'")).toBe('0');
    await reader.query('commit');
    expect(named(await retire(client, '4 months'))).toEqual(['ARCHIVE stay_2026_01']);
  });
});

it('holds up nobody where nothing can be retired', async () => {
  await withStays(async ({ client, connect }) => {
    const writer = await connect();
    await client.query('create view v as select id from stay_2026_01');
    await writer.query("begin; insert into stay values (10, '2026-01-10')");
    await client.query("set lock_timeout = '5s'");
    expect(named(await retire(client, '4 months'))).toEqual(['KEEP stay_2026_01']);
    expect(named(await retire(client, '4 months', { disposal: 'drop archived' }))).toEqual([
      'KEEP stay_2026_01',
    ]);
    expect(await retire(client, '1 year')).toEqual([]);
    await writer.query('commit');
  });
});

it('lets one caller at a time retire, and the second find nothing left to do', async () => {
  await withStays(async ({ client, connect }) => {
    const [second, watcher] = [await connect(), await connect()];
    const backend = await valueOf<number>(second, backendOf);
    await client.query('begin');
    const first = await retire(client, '4 months');
    const waiting = retire(second, '4 months');
    await untilBlocked(watcher, backend);
    await client.query('commit');
    expect([named(first), await waiting]).toEqual([['ARCHIVE stay_2026_01'], []]);
  });
});

it.each([
  ['drop_archived_partition', `drop_archived_partition('${january}')`],
  ['a second restore_archived_partition', `restore_archived_partition('${january}', 'stay')`],
])('leaves what is restored meanwhile to %s as attached', async (_, call) => {
  await withStays(async ({ client, connect }) => {
    const [second, watcher] = [await connect(), await connect()];
    const backend = await valueOf<number>(second, backendOf);
    await retire(client, '4 months');
    await recordArchive(client, january);
    await client.query('begin');
    await client.query(`select restore_archived_partition('${january}', 'stay')`);
    const waiting = errorOf(second, `select ${call}`);
    await untilBlocked(watcher, backend);
    await client.query('commit');
    expect((await waiting).code).toBe('55000');
    expect((await readLayout(client, 'stay', 'id')).keys).toEqual(['1', '2', '3', '6']);
  });
});

it('tells a second drop_archived_partition that the table is gone', async () => {
  await withStays(async ({ client, connect }) => {
    const [second, watcher] = [await connect(), await connect()];
    const backend = await valueOf<number>(second, backendOf);
    await retire(client, '4 months');
    await recordArchive(client, january);
    await client.query(`begin; select drop_archived_partition('${january}')`);
    const waiting = errorOf(second, `select drop_archived_partition('${january}')`);
    await untilBlocked(watcher, backend);
    await client.query('commit');
    expect((await waiting).code).toMatch(/^(42P01|42809)$/);
  });
});

it('lets readers and writers of the partitioned table go on while an archived one is restored', async () => {
  await withStays(async ({ client, connect }) => {
    const writer = await connect();
    await retire(client, '4 months');
    await writer.query(
      "set lock_timeout = '5s'; begin; insert into stay values (10, '2026-06-10'); select from stay",
    );
    await client.query("set lock_timeout = '5s'; begin");
    await client.query(`select restore_archived_partition('${january}', 'stay')`);
    await writer.query("insert into stay values (11, '2026-06-11'); commit");
    await client.query('commit');
    expect((await readLayout(client, 'stay', 'id')).keys).toEqual(['1', '10', '11', '2', '3', '6']);
  });
});

it('leaves the session as it was, and cannot be misled by its search_path and temporary tables', async () => {
  await withStays(async ({ client, connect }) => {
    const session = await connect();
    await session.query("set timezone = 'Asia/Kathmandu'; set datestyle = 'German'; do 'begin end'");
    const settings = `select string_agg(name || '=' || setting, e'\\n' order by name) from pg_settings
                       where name not in ('transaction_isolation')`;
    await session.query(`
      create schema evil;
      create table evil.partition_archive (like partition_archive);
      create function evil.now() returns timestamptz language sql as $$ select timestamptz '2999-01-01' $$;
      create temporary table retired_partition (x int);
      create temporary table stay_2026_01 (x int);
      set search_path = evil, pg_temp, public, pg_catalog`);
    const before = await valueOf(session, settings);
    expect(named(await retire(session, '4 months'))).toEqual(['ARCHIVE stay_2026_01']);
    expect(await valueOf(session, settings)).toBe(before);
    await client.query(`select restore_archived_partition('${january}', 'stay')`);
    expect((await readLayout(client, 'public.stay', 'id')).keys).toEqual(['1', '2', '3', '6']);
  });
});

describe('hostile names', () => {
  it.each([
    ['"Stay; drop table x --"', 'Stay; drop table x --', '"He said ""%s"" $1"'],
    [`"o'clock %I"`, "o'clock %I", `"It's %L"`],
    ['"select"', 'select', '"ünïcödé  "'],
  ])('as %s are but names', async (table, prefix, column) => {
    await withStays(async ({ client }) => {
      await client.query(`
        create table ${table} (id integer, ${column} timestamptz not null, primary key (id, ${column}))
          partition by range (${column});
        create table "p'1 ""x"" %s; --" partition of ${table} for values from ('2026-01-01') to ('2026-02-01');
        insert into ${table} values (1, '2026-01-15')`);
      const schema = `a "b" 'c' %s; --`;
      expect(named(await retire(client, '1 month', { table: prefix, archiveSchema: schema }))).toEqual([
        `ARCHIVE p'1 "x" %s; --`,
      ]);
      const [name] = [`"a ""b"" 'c' %s; --"."p'1 ""x"" %s; --"`];
      await recordArchive(client, name);
      await client.query('select restore_archived_partition($1::regclass, $2)', [name, `${prefix}_`]);
      expect(await valueOf(client, `select id from ${table}`)).toBe(1);
      await retire(client, '1 month', { table: prefix, disposal: 'drop archived' });
      expect(await valueOf(client, `select count(*) from ${table}`)).toBe('0');
      expect(await valueOf(client, "select premake_partitions($1, '1 day', 3)", [prefix])).toBe(4);
    });
  });

  it('of 63 bytes are cut where a suffix has to fit, never within a character', async () => {
    await withStays(async ({ client }) => {
      const name = 'é'.repeat(31);
      await client.query(`
        create table "${name}x" partition of stay for values from ('2025-01-01') to ('2025-02-01');
        create schema public_archive;
        create table public_archive."${name}x" (i int)`);
      const [outcome] = await retire(client, '1 year');
      expect(outcome?.reason).toBe(`moved to public_archive."${'é'.repeat(30)}_2"`);
    });
  });
});

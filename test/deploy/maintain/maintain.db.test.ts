/** Maintenance on a real target: what is past its retention goes as asked, and nothing else. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { withClient } from '../../../src/postgres/connection.ts';
import { openTestServer, type TestServer, type ThrowawayDatabase } from '../../support/throwaway.ts';
import { run } from './maintenance-settings.ts';

let server: TestServer;
let folder: string;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maintain-'));
});
afterEach(() => rm(folder, { recursive: true }));

const ROWS = 300;

/** Old partitions, one that is now, one to come, each with rows. */
const TABLE = `
  create table booking (id bigint, at timestamptz not null, note text, primary key (id, at)) partition by range (at);
  create table booking_2020_01 partition of booking for values from ('2020-01-01 00:00+00') to ('2020-02-01 00:00+00');
  create table booking_2020_02 partition of booking for values from ('2020-02-01 00:00+00') to ('2020-03-01 00:00+00');
  create table booking_now partition of booking for values from ('2020-03-01 00:00+00') to ('2999-01-01 00:00+00');
  insert into booking select n, '2020-01-15 00:00+00'::timestamptz + n % 3 * interval '30 days', 'n' || n
    from generate_series(1, ${ROWS}) n;`;

const withTable = (
  body: (database: ThrowawayDatabase, client: pg.Client) => Promise<void>,
  sql = TABLE,
): Promise<void> =>
  server.withDatabase((database) =>
    withClient(database.migrator, async (client) => {
      await client.query(sql);
      await body(database, client);
    }),
  );

const partitions = async (client: pg.Client): Promise<string[]> => {
  const { rows } = await client.query<{ name: string }>(
    `select inhrelid::regclass::text as name from pg_inherits where inhparent = 'booking'::regclass order by 1`,
  );
  return rows.map(({ name }) => name);
};

const files = async (): Promise<string[]> =>
  (await readdir(folder, { recursive: true })).filter((name) => name.includes('.parquet')).sort();

describe('a retention', () => {
  it('archives what is past it, drops it, and says where it is', () =>
    withTable(async (database, client) => {
      const { result, printed } = await run('maintain', database, {
        options: { archive: folder, retention: '24 months' },
      });
      expect(printed).toContain('2 partitions archived and dropped');
      expect(result.outcome).toBe('done');
      expect(result.tables[0]?.partitions.map(({ action, rows }) => [action, rows])).toEqual([
        ['archived', 100],
        ['archived', 100],
      ]);
      expect(await partitions(client)).toEqual(['booking_now']);
      expect((await files()).length).toBe(2);
      const { rows } = await client.query(
        `select partition_name, row_count::int, location, outcome from partition_guard.archived_partition a
           join partition_guard.deployment d on d.id = a.deployment order by 1`,
      );
      expect(rows).toEqual([
        {
          partition_name: '"public"."booking_2020_01"',
          row_count: 100,
          location: expect.stringContaining(folder) as unknown,
          outcome: 'done',
        },
        {
          partition_name: '"public"."booking_2020_02"',
          row_count: 100,
          location: expect.stringContaining(folder) as unknown,
          outcome: 'done',
        },
      ]);
      const again = await run('maintain', database, { options: { archive: folder, retention: '24 months' } });
      expect(again.result.outcome).toBe('nothing-to-do');
    }));

  it('is in the audit trail without what is secret', () =>
    withTable(async (database, client) => {
      await run('maintain', database, {
        options: { archive: folder, retention: '24 months' },
        redact: (text) => text.replaceAll('booking_2020', '***'),
      });
      const { rows } = await client.query<{ told: string }>(
        'select d.detail::text as told from partition_guard.deployment d',
      );
      expect(rows[0]?.told).toContain('***_01');
      expect(rows[0]?.told).not.toContain('booking_2020');
    }));

  it('rehearsed leaves all as it is', () =>
    withTable(async (database, client) => {
      const { result } = await run('maintain', database, {
        options: { archive: folder, retention: '24 months', dryRun: true },
      });
      expect(result.outcome).toBe('rehearsed');
      expect(result.tables[0]?.partitions.map(({ action, rows }) => [action, rows])).toEqual([
        ['archived', 100],
        ['archived', 100],
      ]);
      expect((await partitions(client)).length).toBe(3);
      expect(await files()).toEqual([]);
    }));

  it('detaches or drops as configured', () =>
    withTable(async (database, client) => {
      const detached = await run('maintain', database, {
        config: 'retention: { keep: 24 months, then: detach }',
      });
      expect(detached.result.tables[0]?.partitions.map(({ action }) => action)).toEqual([
        'detached',
        'detached',
      ]);
      expect((await client.query('select from booking_2020_01')).rowCount).toBe(100);
      await client.query(
        `alter table booking attach partition booking_2020_01 for values from ('2020-01-01 00:00+00') to ('2020-02-01 00:00+00')`,
      );
      const dropped = await run('maintain', database, {
        config: 'retention: { keep: 24 months, then: drop }',
      });
      expect(dropped.result.tables[0]?.partitions).toMatchObject([{ action: 'dropped', rows: 100 }]);
      expect(await partitions(client)).toEqual(['booking_now']);
    }));

  it('keeps what rows refer to or a view reads, says so, and goes on with the others', () =>
    withTable(async (database, client) => {
      await client.query('create view old as select * from booking_2020_01');
      const { result, printed } = await run('maintain', database, {
        options: { archive: folder, retention: '24 months' },
      });
      expect(result.outcome).toBe('failed');
      expect(result.tables[0]?.partitions).toMatchObject([
        { action: 'kept', reason: expect.stringContaining('2BP01') as unknown },
        { action: 'archived' },
      ]);
      expect(printed).toContain('nothing is ever taken with CASCADE');
      expect(printed).not.toContain('Use DROP');
      expect(await partitions(client)).toEqual(['booking_2020_01', 'booking_now']);
      expect((await client.query('select from old')).rowCount).toBe(100);
    }));

  it('of several tables that nobody named is refused', () =>
    withTable(async (database, client) => {
      await client.query('create table other (at date) partition by range (at)');
      await expect(
        run('maintain', database, { options: { archive: folder, retention: '24 months' } }),
      ).rejects.toMatchObject({ code: 'retention-of-which-table', exitStatus: 64 });
      expect((await partitions(client)).length).toBe(3);
    }));

  it('outside of the window changes nothing, and ends refused', () =>
    withTable(async (database, client) => {
      const { result } = await run('maintain', database, {
        config: 'maintenance_window: "Sun 01:00-05:00 UTC"\nretention: { keep: 24 months, then: drop }',
        now: new Date('2026-11-23T12:00:00Z'),
      });
      expect(result).toMatchObject({ outcome: 'refused', refusals: [{ gate: 'window' }] });
      expect((await partitions(client)).length).toBe(3);
    }));

  it('goes by the earlier of two clocks', () =>
    withTable(async (database, client) => {
      const { result } = await run('maintain', database, {
        options: { archive: folder, retention: '12 months' },
        now: new Date('2021-02-10T00:00:00Z'),
      });
      expect(result.tables[0]?.partitions).toMatchObject([
        { partition: 'public.booking_2020_01', action: 'archived' },
      ]);
      expect((await partitions(client)).length).toBe(2);
      expect(result.warnings.join()).toContain('clock');
    }));
});

describe('an archive', () => {
  it('that is spoiled where it lies keeps the partition', () =>
    withTable(async (database, client) => {
      const spoil = async (): Promise<void> => {
        for (const name of await files()) {
          const bytes = await readFile(join(folder, name));
          const at = Math.floor(bytes.length / 3);
          bytes[at] = (bytes[at] ?? 0) ^ 1;
          await writeFile(join(folder, name), bytes);
        }
      };
      // The first partition has a view on it, so that its archive is there and the partition is, too.
      await client.query('create view old as select * from booking_2020_01');
      await run('maintain', database, { options: { archive: folder, retention: '24 months' } });
      await spoil();
      await client.query('drop view old');
      const { result } = await run('maintain', database, {
        options: { archive: folder, retention: '24 months' },
      });
      expect(result.outcome).toBe('failed');
      expect(result.tables[0]?.partitions).toMatchObject([
        { action: 'failed', hint: expect.any(String) as unknown },
      ]);
      expect(await partitions(client)).toEqual(['booking_2020_01', 'booking_now']);
    }));

  it('is written anew where a row came after it, and has that row', () =>
    withTable(async (database, client) => {
      // Not there yet when the archive is written, and there when the drop gets its lock.
      await client.query(`begin; insert into booking values (1000, '2020-01-20 00:00+00', 'late')`);
      let committed: Promise<unknown> | undefined;
      const { result } = await run('maintain', database, {
        options: { archive: folder, retention: '24 months' },
        onProgress: (text) => {
          if (text.includes('read back')) committed ??= client.query('commit');
        },
      });
      await committed;
      expect(result.tables[0]?.partitions.map(({ action, rows }) => [action, rows])).toEqual([
        ['archived', 101],
        ['archived', 100],
      ]);
      expect((await files()).length).toBe(3);
    }));
});

describe('partitions ahead', () => {
  it('are made by the configured call, which is rolled back where it takes rows', () =>
    withTable(async (database, client) => {
      await client.query(`alter table booking detach partition booking_now;
        create function ahead(step text) returns void language plpgsql as
          'begin if step <> ''monthly'' then raise exception ''%'', step; end if;
            create table booking_2020_03 partition of booking for values from (''2020-03-01 00:00+00'') to (''2020-04-01 00:00+00''); end';
        create function losing(step text) returns void language sql as 'delete from booking'`);
      const call = (name: string): string => `manage: { call: "SELECT ${name}(:interval_name)" }`;
      const losing = await run('maintain', database, { config: call('losing'), options: { premake: '3' } });
      expect(losing.result.tables[0]?.problems).toMatchObject([
        { step: 'premake', message: expect.stringContaining('rolled back') as unknown },
      ]);
      expect((await client.query('select from booking')).rowCount).toBe(200);
      const ahead = await run('maintain', database, { config: call('ahead'), options: { premake: '3' } });
      expect(ahead.result.tables[0]?.partitions).toMatchObject([
        { action: 'created', partition: 'public.booking_2020_03' },
      ]);
      const none = await run('maintain', database, { options: { premake: '3' } });
      expect(none.result.tables[0]?.problems).toMatchObject([{ step: 'premake' }]);
    }));
});

describe('the runway', () => {
  it('that is too short ends the run as failed, with the day', () =>
    withTable(async (database, client) => {
      const soon = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
      await client.query(`alter table booking detach partition booking_now;
        create table booking_soon partition of booking for values from ('2020-03-01 00:00+00') to ('${soon} 00:00+00')`);
      const { result, printed } = await run('maintain', database, {});
      expect(result.outcome).toBe('failed');
      expect(result.tables[0]?.runway).toMatchObject({ asked: 90, isShort: true, days: 9 });
      expect(printed).toMatch(/writes to booking fail from \d{4}-\d\d-\d\d/);
    }));
});

describe('a run that had nothing to do', () => {
  it('because a table that was named is not there, or not partitioned by time, has failed', () =>
    withTable(async (database, client) => {
      await client.query('create table plain (id int); create table listed (id int) partition by list (id)');
      for (const [name, told] of [
        ['boking', 'there is no table of that name'],
        ['booking_2020_01', 'not partitioned by range'],
        ['listed', 'not partitioned by range'],
      ] as const) {
        const { result, printed } = await run('maintain', database, {
          config: `tables: [{ name: booking }, { name: ${name} }]`,
        });
        expect(result.outcome).toBe('failed');
        expect(result.tables.at(-1)).toMatchObject({
          table: name,
          problems: [{ step: 'table', message: expect.stringContaining(told) as unknown }],
        });
        expect(printed).not.toContain('as it should be');
        expect(printed).toContain(name === 'boking' ? 'the right database' : '--config');
      }
    }));

  it('has not failed for a plain table that is named beside one that is maintained, and tells that it is not', () =>
    withTable(async (database, client) => {
      await client.query('create table plain (id int); insert into plain values (1)');
      const beside = await run('maintain', database, {
        config: 'tables: [{ name: plain }, { name: booking }]',
      });
      expect(beside.result.outcome).toBe('nothing-to-do');
      expect(beside.result.tables.map(({ table }) => table)).toEqual(['public.booking']);
      expect(beside.printed).toContain('⚠ plain is not maintained: it is a plain table, not partitioned');
      const alone = await run('maintain', database, { config: 'tables: [{ name: plain }]' });
      expect(alone.result.outcome).toBe('failed');
      expect(alone.result.tables).toMatchObject([{ table: 'plain', problems: [{ step: 'table' }] }]);
      expect((await client.query('select from plain')).rowCount).toBe(1);
    }));

  it('because there is no table at all, has failed', () =>
    withTable(
      (database) =>
        expect(
          run('maintain', database, { options: { premake: '3', retention: '24 months', archive: folder } }),
        ).rejects.toMatchObject({
          code: 'no-table-to-maintain',
          exitStatus: 1,
          message: expect.stringContaining('public.listed: it is partitioned by list') as unknown,
        }),
      'create table plain (id int); create table listed (id int) partition by list (id)',
    ));
});

describe('a rehearsal', () => {
  const REFERRED = `alter table booking add unique (id, at);
    create table note (id bigint, at timestamptz, foreign key (id, at) references booking (id, at));
    insert into note select id, at from booking where at < '2020-02-01' limit 1`;

  it.each([
    ['a view reads', 'create view old as select * from booking_2020_01', 'view public.old'],
    ['a function of its row type is for', 'create function f(booking_2020_01) returns int language sql as $$select 1$$', 'function public.f'],
    ['a key of its own refers to', 'create unique index u on booking_2020_01 (id); create table note (id bigint references booking_2020_01 (id))', 'constraint note_id_fkey'],
    ['rows refer to', REFERRED, 'rows of public.note refer'],
  ])('keeps what the run would keep: what %s', (_, sql, told) =>
    withTable(async (database, client) => {
      await client.query(sql);
      const options = { archive: folder, retention: '24 months' };
      const rehearsed = await run('maintain', database, { options: { ...options, dryRun: true } });
      expect(rehearsed.result.outcome).toBe('failed');
      const [kept, goes] = rehearsed.result.tables[0]?.partitions ?? [];
      expect([kept?.action, kept?.rows, goes?.action]).toEqual(['kept', 100, 'archived']);
      expect(kept?.reason).toContain(told);
      expect((await partitions(client)).length).toBe(3);
      const { result } = await run('maintain', database, { options });
      expect(result.tables[0]?.partitions.map(({ action }) => action)).toEqual(['kept', 'archived']);
    }),
  ); // prettier-ignore

  it('of a detachment minds only the rows that refer to it', () =>
    withTable(async (database, client) => {
      await client.query(`create view old as select * from booking_2020_02; ${REFERRED}`);
      const config = 'retention: { keep: 24 months, then: detach }';
      const rehearsed = await run('maintain', database, { config, options: { dryRun: true } });
      const { result } = await run('maintain', database, { config });
      for (const { tables } of [rehearsed.result, result]) {
        expect(tables[0]?.partitions.map(({ action }) => action)).toEqual(['kept', 'detached']);
      }
    }));
});

describe('bytes that are no text', () => {
  it('are told as what they are', () =>
    withTable(async (database, client) => {
      await withClient(database.admin, async (admin) => {
        await admin.query(
          "update pg_database set encoding = pg_char_to_encoding('SQL_ASCII') where datname = current_database()",
        );
      });
      await withClient({ ...database.migrator }, async (ascii) => {
        await ascii.query("set client_encoding = 'SQL_ASCII'");
        await ascii.query("update booking set note = convert_from('\\xff'::bytea, 'SQL_ASCII') where id = 3");
      });
      const { result } = await run('maintain', database, {
        options: { archive: folder, retention: '24 months' },
      });
      expect(result.outcome).toBe('failed');
      expect(result.tables[0]?.partitions.find(({ action }) => action === 'failed')).toMatchObject({
        reason: expect.stringContaining('22021') as unknown,
        hint: expect.stringContaining('SQL_ASCII') as unknown,
      });
      expect((await client.query('select from booking')).rowCount).toBeGreaterThan(100);
    }));
});

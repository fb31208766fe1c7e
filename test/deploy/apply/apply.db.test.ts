/** Apply on a real server: history, proof, audit trail, and what is rolled back. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { flywayLockNumber } from '../../../src/deploy/apply/flyway-lock.ts';
import { withClient } from '../../../src/postgres/connection.ts';
import { checksumOf } from '../../../src/migrations/checksum.ts';
import { openTestServer, type TestServer } from '../../support/throwaway.ts';
import { play, rowsOf } from './played.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(async () => server.close());

const TABLE = `create table booking (id bigint, at timestamptz not null, who text, primary key (id, at)) partition by range (at);
create table booking_2026 partition of booking for values from ('2026-01-01 00:00Z') to ('2027-01-01 00:00Z');
insert into booking select n, timestamptz '2026-03-01 00:00Z' + n * interval '1 hour', 'guest ' || n from generate_series(1, 500) n;`;

const HISTORY =
  'select installed_rank as rank, version, description, type, script, checksum, installed_by = current_user as mine, success from flyway_schema_history order by 1';
const AUDIT =
  'select environment, outcome, finished_at is not null as ended from partition_guard.deployment order by id';

describe('apply', () => {
  it('gives an empty database everything, and the next run nothing', async () => {
    await server.withDatabase(async ({ migrator }) => {
      const files = {
        'V1__table.sql': TABLE,
        'V1.1__more.sql': 'select 1',
        'R__view.sql': 'create or replace view v as select 1',
      };
      const first = await play({ connection: migrator, files });
      expect(first).toMatchObject({ outcome: 'applied', refusals: [] });
      expect(first.failure).toBeUndefined();
      expect(first.applied.map(({ script }) => script)).toEqual([
        'V1__table.sql',
        'V1.1__more.sql',
        'R__view.sql',
      ]);
      const rows = [
        ['1', 'table', 'V1__table.sql', TABLE],
        ['1.1', 'more', 'V1.1__more.sql', 'select 1'],
        [null, 'view', 'R__view.sql', files['R__view.sql']],
      ] as const;
      const expected = rows.map(([version, description, script, text], i) => ({
        rank: i + 1, version, description, type: 'SQL', script, checksum: checksumOf(text), mine: true, success: true,
      })); // prettier-ignore
      expect(await rowsOf(migrator, HISTORY)).toEqual(expected);
      expect((await play({ connection: migrator, files })).outcome).toBe('nothing-to-do');
      expect(await rowsOf(migrator, HISTORY)).toEqual(expected);
      expect(await rowsOf(migrator, AUDIT)).toEqual([
        { environment: 'DEV', outcome: 'applied', ended: true },
        { environment: 'DEV', outcome: 'nothing-to-do', ended: true },
      ]);
    });
  });

  it('proves rows that were moved, and rolls back where they are not all there, with their keys', async () => {
    await server.withDatabase(async ({ migrator }) => {
      const files = { 'V1__table.sql': TABLE };
      await play({ connection: migrator, files });
      const good = {
        ...files,
        'V2__months.sql': `create table booking_rest (like booking including all);
          insert into booking_rest select * from booking where at >= '2026-03-10 00:00Z';
          delete from booking where at >= '2026-03-10 00:00Z';
          alter table booking detach partition booking_2026;
          alter table booking attach partition booking_2026 for values from ('2026-01-01 00:00Z') to ('2026-03-10 00:00Z');
          alter table booking attach partition booking_rest for values from ('2026-03-10 00:00Z') to ('2027-01-01 00:00Z');`,
      };
      const moved = await play({ connection: migrator, files: good });
      expect(moved.failure).toBeUndefined();
      expect(moved.applied[0]?.proofs).toMatchObject([
        {
          table: 'public.booking',
          mode: 'checksum',
          verdict: 'equal',
          before: { rows: 500 },
          after: { rows: 500 },
        },
      ]);
      const bad = { ...good, 'V3__lose.sql': 'delete from booking where id in (7, 8)' };
      const lost = await play({ connection: migrator, files: bad });
      expect(lost).toMatchObject({ outcome: 'failed', applied: [] });
      expect(lost.failure?.message).toBe(
        'V3__lose.sql was rolled back: public.booking: 2 rows lost: id 7, 8',
      );
      expect(await rowsOf(migrator, 'select count(*)::int as n from booking')).toEqual([{ n: 500 }]);
      expect((await rowsOf<{ outcome: string }>(migrator, AUDIT)).map((r) => r.outcome)).toEqual([
        'applied', 'applied', 'failed',
      ]); // prettier-ignore
    });
  });

  it('rehearses all of it, and leaves nothing behind', async () => {
    await server.withDatabase(async ({ migrator }) => {
      const files = {
        'V1__table.sql': `set search_path = public; ${TABLE}`,
        'V2__more.sql': 'create table more as select * from booking',
        'V3__vacuum.sql': 'vacuum',
      };
      const rehearsed = await play({
        connection: migrator,
        files,
        options: { dryRun: true },
        calls: ['select count(*) from more'],
      });
      expect(rehearsed.failure).toBeUndefined();
      expect(rehearsed.outcome).toBe('rehearsed');
      expect(rehearsed.applied).toHaveLength(2);
      expect(rehearsed.warnings).toHaveLength(1);
      expect(rehearsed.layoutsAfter.map(({ table }) => table)).toEqual(['public.booking']);
      expect(
        await rowsOf(
          migrator,
          "select relname from pg_class c join pg_namespace n on n.oid = relnamespace where nspname in ('public', 'partition_guard')",
        ),
      ).toEqual([]);
    });
  });

  it('says in a rehearsal which sequences have gone on for good', async () => {
    await server.withDatabase(async ({ migrator }) => {
      const files = {
        'V1__table.sql': `${TABLE} create sequence s; create sequence t; create sequence still;`,
      };
      await play({ connection: migrator, files });
      const more = { ...files, 'V2__more.sql': "select setval('s', 1000), nextval('t')" };
      const { warnings } = await play({ connection: migrator, files: more, options: { dryRun: true } });
      expect(warnings).toEqual([
        'sequences went on, and stay where the rehearsal, or another session, has left them, since nextval and setval are not rolled back: public.s (unused → 1000) and public.t (unused → 1)',
      ]);
      expect(await rowsOf(migrator, 'select last_value from s')).toEqual([{ last_value: '1000' }]);
    });
  });

  it('keeps the lock that Flyway takes to itself, and finds nothing to do after another run', async () => {
    await server.withDatabase(async ({ migrator, admin }) => {
      const files = {
        'V1__table.sql': `select pg_advisory_unlock_all(); ${TABLE}`,
        'V2__slow.sql': 'create table slow as select pg_sleep(0.5)::text',
      };
      const progress: string[] = [];
      const [first, second] = await Promise.all([
        play({ connection: migrator, files, progress }),
        play({ connection: migrator, files, progress }),
      ]);
      expect([first.failure, second.failure]).toEqual([undefined, undefined]);
      expect([first.outcome, second.outcome].sort()).toEqual(['applied', 'nothing-to-do']);
      expect(progress.filter((line) => line.startsWith('another run'))).toHaveLength(1);
      expect(await rowsOf(migrator, HISTORY)).toHaveLength(2);
      expect(await rowsOf(admin, "select from pg_locks where locktype = 'advisory'")).toEqual([]);
    });
  });
});

describe('a run whose other session is ended', () => {
  it('ends well, and says so in the trail', async () => {
    await server.withDatabase(async ({ migrator }) => {
      const files = {
        'V1__table.sql': TABLE,
        'V2__end.sql': `select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid() and usename = current_user`,
      };
      const result = await play({ connection: migrator, files });
      expect(result).toMatchObject({ outcome: 'applied', warnings: [] });
      expect(await rowsOf(migrator, AUDIT)).toEqual([
        { environment: 'DEV', outcome: 'applied', ended: true },
      ]);
    });
  });

  it('fails with what became of it where its own is, and leaves the trail to no guess', async () => {
    await server.withDatabase(async ({ migrator }) => {
      const files = {
        'V1__table.sql': TABLE,
        'V2__end.sql': 'select pg_terminate_backend(pg_backend_pid())',
      };
      const result = await play({ connection: migrator, files });
      expect(result).toMatchObject({
        outcome: 'failed',
        failure: { sqlstate: '57P01', location: { file: 'V2__end.sql', line: 1 } },
        layoutsAfter: [{ table: 'public.booking' }],
      });
      expect(await rowsOf(migrator, AUDIT)).toEqual([{ environment: 'DEV', outcome: 'failed', ended: true }]);
      expect(await rowsOf(migrator, HISTORY)).toHaveLength(1);
    });
  });
});

describe("others' tables", () => {
  it("stand in nobody's way where this role may not touch them, and are told", async () => {
    await server.withDatabase(async ({ migrator, admin }) => {
      await rowsOf(
        admin,
        'create schema theirs; create table theirs.visit (at date) partition by range (at)',
      );
      const result = await play({
        connection: migrator,
        files: { 'V1__table.sql': `${TABLE} do 'begin end'` },
      });
      expect(result.failure).toBeUndefined();
      expect(result.warnings).toEqual([
        'the rows of theirs.visit are not proven: this role may not lock and read them, nor change them by itself',
      ]);
    });
  });
});

describe('locks of others', () => {
  it('are waited for so long as was said, and again as often', async () => {
    await server.withDatabase(async ({ migrator }) => {
      await play({ connection: migrator, files: { 'V1__table.sql': TABLE } });
      const progress: string[] = [];
      const files = { 'V1__table.sql': TABLE, 'V2__column.sql': 'alter table booking add column n integer' };
      const options = { lockTimeout: '100ms', retries: '2' };
      const result = await withClient(migrator, async (other) => {
        await other.query('begin; lock table booking in access share mode');
        return play({ connection: migrator, files, options, progress });
      });
      expect(result).toMatchObject({ outcome: 'failed', failure: { sqlstate: '55P03' } });
      expect(progress.filter((line) => line.startsWith('a lock was not free'))).toHaveLength(2);
      expect((await play({ connection: migrator, files, options })).outcome).toBe('applied');
    });
  });
});

describe('the lock', () => {
  it('has the number that Flyway computes', () => {
    // "Flyway" as bytes, and String.hashCode() of "ab" as Java's documentation computes it: 97 * 31 + 98.
    expect(flywayLockNumber('ab')).toBe(77431708279161n + 3105n);
    expect(flywayLockNumber('"public"."flyway_schema_history"')).toBe(77431708279161n + 2125624436n);
  });
});

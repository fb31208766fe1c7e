/** What a plan says of a real target, and that it leaves the target as it was. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checksumOf } from '../../../src/migrations/checksum.ts';
import { createStatements } from '../../../src/deploy/history/history-table.ts';
import { withClient } from '../../../src/postgres/connection.ts';
import { faultsOf, planVerdict } from '../../../src/report/deployment/plan-verdict.ts';
import { openTestServer, type TestServer, type ThrowawayDatabase } from '../../support/throwaway.ts';
import { BOOKING, planOf, ROWS, run } from './planned-project.ts';

let server: TestServer;
beforeAll(async () => (server = await openTestServer()));
afterAll(() => server.close());

const V1 = 'db/migration/V1__booking.sql';
const V2 = 'db/migration/V2__march.sql';
const FILES = {
  [V1]: BOOKING,
  [V2]: `create table booking_2026_03 partition of booking
  for values from ('2026-03-01 00:00:00+00') to ('2026-04-01 00:00:00+00');
create index concurrently_not on booking (guests);
`,
};

/** Version 1 is there with its rows, as Flyway leaves it. */
const withBooking = (body: (database: ThrowawayDatabase) => Promise<void>): Promise<void> =>
  server.withDatabase(async (database) => {
    await run(
      database.migrator,
      BOOKING,
      ROWS,
      ...createStatements('public'),
      `insert into flyway_schema_history values (1, '1', 'booking', 'SQL', 'V1__booking.sql', ${checksumOf(BOOKING)}, 'x', now(), 1, true)`,
    );
    await body(database);
  });

describe('a plan', () => {
  it('names what is pending, with the locks and the size of what they are on', () =>
    withBooking(async ({ migrator }) => {
      const plan = await planOf({ as: migrator, files: FILES });
      expect(plan.refusals).toEqual([]);
      expect(plan.pending.map(({ version, script }) => [version, script])).toEqual([['2', 'V2__march.sql']]);
      const [partition, index] = plan.pending[0]?.statements ?? [];
      expect(partition?.locks).toEqual([{ table: 'public.booking', mode: 'ACCESS EXCLUSIVE' }]);
      expect(index?.locks).toEqual([{ table: 'public.booking', mode: 'SHARE' }]);
      expect(index?.work).toBe('reads-rows');
      const [booking] = plan.sizes;
      expect(booking).toMatchObject({ table: 'public.booking', rows: 60_000 });
      expect(booking?.bytes).toBeGreaterThan(2_000_000);
      expect(plan.layouts.map(({ table, partitions }) => [table, partitions.map((p) => p.rows)])).toEqual([
        ['public.booking', [44_640, 15_360]],
      ]);
    }));

  it.each([
    ['\\echo hello\nselect 1;', 'db/migration/V2__march.sql:1: '],
    ['select 1;\ncommit;', 'db/migration/V2__march.sql:2: it ends or changes the transaction of its file'],
    [
      'create table more ();\nvacuum booking;',
      'db/migration/V2__march.sql:2: this statement must run outside of a transaction',
    ],
  ])('refuses what apply would not play: %j', (text, message) =>
    withBooking(async ({ migrator }) => {
      const plan = await planOf({ as: migrator, files: { ...FILES, [V2]: text } });
      expect(plan.refusals).toMatchObject([{ gate: 'files', message: expect.stringContaining(message) }]);
      expect(planVerdict(plan)).toBe('refused');
      expect(faultsOf(plan)).toHaveLength(1);
    }),
  );

  it('says before anything how long each verification takes', () =>
    withBooking(async ({ migrator }) => {
      const { estimates, verify, notes } = await planOf({ as: migrator, files: FILES });
      expect(estimates.map(({ mode }) => mode)).toEqual(['full', 'touched', 'count']);
      expect(verify.mode).toBe('touched');
      expect(verify.tables.map(({ table }) => table)).toEqual(['public.booking']);
      expect(verify.expectedMs).toBeGreaterThan(0);
      expect(notes).toEqual([]);
    }));

  it('estimates the proof of the very tables that apply proves, however they are partitioned', () =>
    withBooking(async ({ migrator, observer }) => {
      await run(
        migrator,
        `create table stay (hotel text, n int) partition by list (hotel); create table stay_a partition of stay for values in ('a');
         create table spread (n int) partition by hash (n); create table spread_0 partition of spread for values with (modulus 1, remainder 0);
         create table plain (n int, at date); insert into stay select 'a', n from generate_series(1, 5000) n;
         create function purge() returns void language sql as 'delete from stay'; analyze`,
      );
      const named = async (text: string, as = migrator, options = {}): Promise<string[]> => {
        const { verify } = await planOf({ as, files: { ...FILES, [V2]: text }, options });
        return verify.tables.map(({ table }) => table);
      };
      const all = ['public.booking', 'public.spread', 'public.stay'];
      expect(await named('delete from stay_a')).toEqual(['public.stay']);
      expect(await named('select purge()')).toEqual(all);
      expect(await named('delete from stay_a', migrator, { verify: 'full' })).toEqual(all);
      expect(await named('-- to be partitioned\nalter table plain add b int')).toEqual(['public.plain']);
      // Whoever plans may only read.
      await run(migrator, `grant select on flyway_schema_history to ${observer.user}`);
      expect(await named('select purge()', observer)).toEqual(all);
    }));

  it('counts each file that proves a table', () =>
    withBooking(async ({ migrator }) => {
      const files = {
        ...FILES,
        [V2]: 'delete from booking',
        'db/migration/V3__other.sql': 'create table other ()',
      };
      const [full, touched] = (await planOf({ as: migrator, files })).estimates;
      expect(full?.tables).toEqual(touched?.tables);
      // Both by the same measured speed, rounded to a millisecond each.
      expect(Math.abs((full?.expectedMs ?? 0) - 2 * (touched?.expectedMs ?? 1000))).toBeLessThan(3);
    }));

  it('has the same digest for the same state, and another one after each drift', () =>
    withBooking(async ({ migrator }) => {
      const digest = async (): Promise<string> => (await planOf({ as: migrator, files: FILES })).digest;
      const first = await digest();
      expect(first).toMatch(/^sha256:[0-9a-f]{64}$/);
      await run(migrator, 'insert into booking values (1, $$2026-02-27 00:00:00+00$$, 1)', 'analyze booking');
      expect(await digest()).toBe(first);
      const seen = [first];
      for (const drift of [
        "create table booking_2026_05 partition of booking for values from ('2026-05-01 00:00:00+00') to ('2026-06-01 00:00:00+00')",
        'alter table booking_2026_05 rename to booking_may',
        'alter table booking add column note text',
        'alter table booking alter column note set default 1',
        'create index on booking (guests)',
        'create function keep() returns trigger language plpgsql as $$ begin return null; end $$',
        'create or replace function keep() returns trigger language plpgsql as $$ begin return new; end $$',
        'create function called() returns void language sql as $$ select 1 $$',
        'create or replace function called() returns void language sql as $$ delete from booking $$',
        'alter function called() set search_path = public',
        'create trigger keep before insert on booking_2026_01 for each row execute function keep()',
        'alter table booking_2026_01 disable trigger keep',
        'alter table booking_2026_01 add constraint own_rule check (guests < 1000)',
        'alter table booking_2026_01 alter column guests set not null',
        'create unique index only_one on booking_2026_01 (booking_id, guests)',
        'create rule swallow as on insert to booking_2026_01 do instead nothing',
        'alter table booking add constraint few check (guests < 100)',
        'alter table booking enable row level security',
        'alter table booking force row level security',
        'create policy small on booking using (guests < 50)',
        'alter policy small on booking using (guests < 40)',
        'alter policy small on booking to current_user',
        'alter table booking_2026_01 enable row level security',
        'create view seen as select booking_id from booking',
        'create or replace view seen as select booking_id from booking where guests < 9',
        'alter view seen set (security_barrier = true)',
        'create materialized view kept as select 1 as n',
      ]) {
        await run(migrator, drift);
        const now = await digest();
        expect(seen).not.toContain(now);
        seen.push(now);
      }
    }));

  it('has another digest where placeholders, the rules of the proof or the schema are others', () =>
    withBooking(async ({ admin, migrator, database }) => {
      const digest = async (configuration: string): Promise<string> =>
        (await planOf({ as: migrator, files: FILES, configuration })).digest;
      const waiver = (table: string): string =>
        `waivers: [{ check: no-row-lost, table: ${table}, reason: a test, until: 2026-03-01 }]`;
      const digests = [
        await digest('rows: 10'),
        await digest('placeholders: { who: Alice }'),
        await digest('placeholders: { who: Mallory }'),
        await digest(waiver('booking')),
        await digest(waiver('visit')),
        await digest('tables: [{ name: booking, key: booking_id }]'),
      ];
      await run(
        admin,
        'create schema other',
        'grant all on schema other to public',
        `alter database ${database} set search_path = other`,
      );
      digests.push(await digest('rows: 10'));
      expect(new Set(digests).size).toBe(digests.length);
    }));

  it('needs no more than to read the history, and changes nothing', () =>
    withBooking(async ({ admin, migrator, database }) => {
      await run(
        admin,
        `create role ${database}_reader login`,
        `grant select on public.flyway_schema_history to ${database}_reader`,
      );
      try {
        const before = await stateOf(admin);
        const plan = await planOf({ as: { ...admin, user: `${database}_reader` }, files: FILES });
        expect(plan.digest).toBe((await planOf({ as: migrator, files: FILES })).digest);
        expect(plan.verify.expectedMs).toBeUndefined();
        expect(plan.notes.join('\n')).toContain(
          'this role may not read public.booking. GRANT SELECT on it, or pg_read_all_data, would let it.',
        );
        expect(await stateOf(admin)).toEqual(before);
      } finally {
        await run(admin, `drop owned by ${database}_reader`, `drop role ${database}_reader`);
      }
    }));
});

/** Every relation of the users' with the transaction that wrote it last, and how many transactions wrote anything. */
const stateOf = (as: Parameters<typeof withClient>[0]): Promise<unknown> =>
  withClient(as, async (client) => {
    const { rows } = await client.query(
      `select c.oid, c.relname, c.xmin::text, c.relfilenode from pg_class c where c.relnamespace = 'public'::regnamespace order by 1`,
    );
    return rows;
  });

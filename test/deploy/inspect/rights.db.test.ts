/** What `inspect` sees with the rights that its documentation names, and what it says with fewer; and that it waits for nobody. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '../../../src/postgres/connection.ts';
import { openTestServer, type TestServer, type ThrowawayDatabase } from '../../support/throwaway.ts';
import { run } from '../plan/planned-project.ts';
import { urlOf } from '../target-url.ts';
import { inspect } from './inspected.ts';

let server: TestServer;
beforeAll(async () => (server = await openTestServer()), 60_000);
afterAll(() => server.close());

const ROLES = readFileSync(join(import.meta.dirname, '../../../sql/deploy/inspect-role.sql'), 'utf8');

const BOOKING = `
  create table public.booking (id bigint, starts timestamptz) partition by range (starts);
  create table public.booking_a partition of public.booking for values from ('2026-01-01 00:00+00') to ('2027-01-01 00:00+00');
  create table public.booking_rest partition of public.booking default;
  insert into public.booking values (1, '2026-01-05'), (2, '2027-01-05');
  analyze public.booking`;

/** Roles are the server's: made for one test and dropped after it. */
async function withRole(body: (database: ThrowawayDatabase, role: string) => Promise<void>): Promise<void> {
  await server.withDatabase(async (database) => {
    await run(database.migrator, BOOKING);
    try {
      await run(database.admin, ROLES, "alter role guard_inspect password 'for a test'");
      await body(database, urlOf({ ...database.admin, user: 'guard_inspect', password: 'for a test' }));
    } finally {
      await run(database.admin, 'drop owned by guard_inspect; drop role guard_inspect');
    }
  });
}

const COUNTED = '⚠ 1 row is in the default partition public.booking_rest, of 2027-01-05 to 2027-01-05';

describe('a role with the rights that are documented', () => {
  it('sees all that the owner sees', () =>
    withRole(async ({ migrator }, url) => {
      const [theirs, owners] = [await inspect(url), await inspect(urlOf(migrator))];
      expect(theirs.told).toBe(owners.told);
      expect(theirs.told).toContain(COUNTED);
    }));

  it.each([
    ['no SELECT on the default partition', 'revoke select on public.booking_rest from guard_inspect'],
    ['no USAGE on the schema', 'revoke usage on schema public from guard_inspect, public'],
    [
      'row security that hides rows from it',
      'alter table public.booking_rest enable row level security; alter table public.booking_rest force row level security; create policy none on public.booking_rest using (false)',
    ],
  ])('says with %s what was not counted, and shows no green', (_, less) =>
    withRole(async ({ migrator, admin }, url) => {
      await run(less.includes('schema') ? admin : migrator, less);
      const { told } = await inspect(url);
      expect(told).toContain(
        "? Rows in public.booking_rest, a default partition, were not counted (the planner's estimate: about 1): its rows may not be read",
      );
      expect(told).not.toContain('✔');
      expect(told).toContain('public.booking_a      [2026-01-01, 2027-01-01)           about 1 row   SIZE');
    }),
  );
});

describe('beside other sessions', () => {
  it('waits for none that holds a table alone, tells its range all the same, and says what it left out', () =>
    server.withDatabase(async ({ migrator }) => {
      await run(migrator, BOOKING, 'create table booking_twin (like booking, check (starts < now()))');
      await withClient(migrator, async (other) => {
        await other.query('begin; lock booking_a, booking_rest, booking_twin in access exclusive mode');
        const { told } = await inspect(urlOf(migrator));
        expect(told).toContain(
          'public.booking_a      [2026-01-01, 2027-01-01)           about 1 row   size unknown',
        );
        expect(told).toContain('another session holds it alone.');
        expect(told).toMatch(/daily .*about 1 row, size unknown/);
        expect(told).toContain(
          '? Another session holds 3 tables alone, or waits to: public.booking_a, public.booking_rest, public.booking_twin.',
        );
        await other.query('rollback');
      });
    }));

  it('says so where somebody holds the catalog itself', () =>
    server.withDatabase(({ migrator, admin }) =>
      withClient(admin, async (other) => {
        await other.query('begin; lock pg_catalog.pg_partitioned_table in access exclusive mode');
        await expect(inspect(urlOf(migrator))).rejects.toMatchObject({
          code: 'catalog-not-read',
          exitStatus: 70,
        });
        await other.query('rollback');
      }),
    ));

  it('changes neither the catalog nor a row', () =>
    server.withDatabase(async ({ migrator, admin }) => {
      await run(migrator, BOOKING);
      const state = `
        select (select pg_catalog.array_agg(c.oid || ' ' || c.xmin order by c.oid) from pg_catalog.pg_class c) as catalog,
               (select pg_catalog.array_agg(b.ctid || ' ' || b.xmin || ' ' || b.xmax order by b.id) from public.booking b) as rows`;
      await withClient(admin, async (client) => {
        const before = (await client.query(state)).rows;
        await inspect(urlOf(migrator));
        expect((await client.query(state)).rows).toEqual(before);
      });
    }));

  it('works on a database that takes no writes', () =>
    server.withDatabase(async ({ migrator, database, admin }) => {
      await run(migrator, BOOKING);
      await run(admin, `alter database "${database}" set default_transaction_read_only to on`);
      expect((await inspect(urlOf(migrator))).told).toContain(COUNTED);
    }));
});

describe('partitions that are elsewhere', () => {
  it('are told as such, and their servers not asked', () =>
    server.withDatabase(async ({ migrator, admin }) => {
      await run(migrator, BOOKING);
      await run(
        admin,
        `create foreign data wrapper nowhere; create server elsewhere foreign data wrapper nowhere;
         drop table public.booking_rest;
         create foreign table public.booking_far partition of public.booking for values from ('2027-01-01') to ('2028-01-01') server elsewhere;
         create foreign table public.booking_rest partition of public.booking default server elsewhere`,
      );
      const { told } = await inspect(urlOf(migrator));
      expect(told).toContain(
        '? 2 partitions are foreign tables: other servers hold the rows, and were not asked for their number or size.',
      );
      expect(told).toContain('were not counted: its rows are on another server, which is not asked.');
      expect(told).toContain(
        'public.booking_far    [2027-01-01, 2028-01-01), foreign           rows unknown   size unknown',
      );
      expect(told).not.toContain('✔');
    }));
});

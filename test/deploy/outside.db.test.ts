/** Files that no transaction can hold, on a real server: statement by statement, and after a crash. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestServer, type TestServer } from '../support/throwaway.ts';
import { play, rowsOf } from './apply/played.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(async () => server.close());

const TABLE = `create table booking (id bigint, at timestamptz not null, primary key (id, at)) partition by range (at);
create table booking_2026 partition of booking for values from ('2026-01-01 00:00Z') to ('2027-01-01 00:00Z');
create table booking_2027 partition of booking for values from ('2027-01-01 00:00Z') to ('2028-01-01 00:00Z');
insert into booking select n, timestamptz '2026-03-01 00:00Z' + n * interval '1 hour' from generate_series(1, 50) n;
create table mark (n integer);`;
const BASE = { 'V1__table.sql': TABLE };
const INDEX = {
  ...BASE,
  'V2__index.sql': 'create index concurrently on booking_2026 (at);\nvacuum booking_2026;',
};
const MIXED = {
  ...BASE,
  'V2__mixed.sql':
    'insert into mark values (1);\ncreate index concurrently lone on booking_2026 (at);\ninsert into mark values (2);',
  'V2__mixed.sql.conf': 'executeInTransaction=false',
};
const HISTORY = 'select script, success from flyway_schema_history order by installed_rank';
const LEDGER =
  'select position, way, ending, is_closed as closed from partition_guard.migration_statement order by deployment, position';

/** Why nothing of it was begun. */
async function refusalOf(connection: Parameters<typeof rowsOf>[0], files: typeof BASE): Promise<string> {
  const { outcome, refusals } = await play({ connection, files });
  expect(outcome).toBe('refused');
  return refusals.map(({ gate, message }) => `${gate}: ${message}`).join();
}

describe('a file outside of a transaction', () => {
  it('is applied statement by statement, and is in the history once', async () => {
    await server.withDatabase(async ({ migrator }) => {
      expect((await play({ connection: migrator, files: INDEX })).failure).toBeUndefined();
      expect(await rowsOf(migrator, HISTORY)).toEqual([
        { script: 'V1__table.sql', success: true },
        { script: 'V2__index.sql', success: true },
      ]);
      expect(await rowsOf(migrator, LEDGER)).toEqual([
        { position: 0, way: 'alone', ending: 'done', closed: true },
        { position: 1, way: 'alone', ending: 'done', closed: true },
      ]);
      expect((await play({ connection: migrator, files: INDEX })).outcome).toBe('nothing-to-do');
    });
  });

  it('fails as under Flyway, with a note on what stays, and nothing goes on until that is repaired', async () => {
    await server.withDatabase(async ({ migrator }) => {
      const files = {
        ...MIXED,
        'V2__mixed.sql': `${MIXED['V2__mixed.sql']}\ncreate unique index concurrently twice on mark ((1));`,
      };
      const failed = await play({ connection: migrator, files });
      expect(failed).toMatchObject({
        outcome: 'failed',
        failure: {
          sqlstate: '23505',
          location: { line: 4 },
          hint: expect.stringContaining('undo what stays'),
        },
      });
      expect(failed.failure?.recovery).toBe(
        '3 statements before it stay done: line 1, 2, 3. The index public.twice is invalid, kept up by every write and used by no query: drop index concurrently public.twice. The history has a row that says V2__mixed.sql failed: delete from flyway_schema_history where not success; takes it out.',
      );
      expect((await rowsOf(migrator, HISTORY)).at(-1)).toEqual({ script: 'V2__mixed.sql', success: false });
      expect(await play({ connection: migrator, files })).toMatchObject({
        outcome: 'refused',
        refusals: [{ gate: 'history' }],
      });
    });
  });

  it('rolls back a statement that loses rows, and knows which', async () => {
    await server.withDatabase(async ({ migrator }) => {
      const files = { ...MIXED, 'V2__mixed.sql': 'vacuum mark;\ndelete from booking where id = 3;' };
      const failed = await play({ connection: migrator, files });
      expect(failed.failure?.message).toBe('the call was rolled back: public.booking: 1 row lost: id 3');
      expect(await rowsOf(migrator, 'select from booking')).toHaveLength(50);
    });
  });

  it.each([
    'begin; delete from mark; rollback;',
    'insert into mark values (1);\nsavepoint s;',
    "prepare transaction 'x'",
  ])('may not say %j', async (text) => {
    await server.withDatabase(async ({ migrator }) => {
      const files = { ...MIXED, 'V2__mixed.sql': text };
      await play({ connection: migrator, files: BASE });
      expect(await refusalOf(migrator, files)).toMatch(
        /^files: V2__mixed.sql:\d: it speaks of a transaction in a file that runs outside of one/,
      );
      expect(await rowsOf(migrator, 'select from mark')).toEqual([]);
      expect(await rowsOf(migrator, HISTORY)).toHaveLength(1);
    });
  });

  it.each([
    'set role /* x */ other',
    'set session authorization other',
    "select set_config('role', 'other', false)",
  ])('may not take on a role by %j', async (text) => {
    await server.withDatabase(async ({ migrator }) => {
      const files = {
        ...MIXED,
        'V2__mixed.sql': `insert into mark values (1);\n${text};\ncreate table owned ();`,
      };
      await play({ connection: migrator, files: BASE });
      expect(await refusalOf(migrator, files)).toMatch(/^files: V2__mixed.sql:2: it takes on another role/);
      expect(await rowsOf(migrator, 'select from mark')).toEqual([]);
    });
  });

  it.each(['select pg_catalog . pg_advisory_unlock_all ( )', 'discard all'])(
    'may not let go of every lock by %j',
    async (text) => {
      await server.withDatabase(async ({ migrator }) => {
        const files = { ...MIXED, 'V2__mixed.sql': `insert into mark values (1);\n${text};` };
        await play({ connection: migrator, files: BASE });
        expect(await refusalOf(migrator, files)).toMatch(
          /^files: V2__mixed.sql:2: it lets go of every lock of the session/,
        );
        expect(await rowsOf(migrator, 'select from mark')).toEqual([]);
      });
    },
  );

  it('is shown at work again where a function let go of every lock', async () => {
    await server.withDatabase(async ({ migrator }) => {
      const held = `insert into mark select count(*) from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()`;
      const files = {
        'V1__table.sql': `${TABLE} create function forget() returns void language sql as 'select pg_advisory_unlock_all()';`,
        'V2__mixed.sql': `${held};\nselect forget();\n${held};`,
        'V2__mixed.sql.conf': 'executeInTransaction=false',
      };
      const { outcome, warnings } = await play({ connection: migrator, files });
      expect([outcome, warnings]).toEqual([
        'applied',
        [
          'V2__mixed.sql:2 let go of every lock of its session, also of the one that shows this run at work: it was taken again',
        ],
      ]);
      expect(await rowsOf(migrator, 'select n from mark')).toEqual([{ n: 1 }, { n: 1 }]);
    });
  });

  it('detaches no partition that holds rows, unless they are expected elsewhere', async () => {
    await server.withDatabase(async ({ migrator }) => {
      const detach = (partition: string) => ({
        ...BASE,
        'V2__detach.sql': `alter table booking detach partition ${partition} concurrently`,
      });
      const refused = await play({ connection: migrator, files: detach('booking_2026') });
      expect(refused.failure?.message).toBe(
        'alter table booking detach partition booking_2026 concurrently would take 50 rows out of public.booking',
      );
      // Nothing was done: there is nothing to repair.
      expect(await rowsOf(migrator, HISTORY)).toHaveLength(1);
      expect((await play({ connection: migrator, files: detach('booking_2027') })).outcome).toBe('applied');
    });
  });

  it('detaches none of a partition that is partitioned itself, either', async () => {
    await server.withDatabase(async ({ migrator }) => {
      await play({ connection: migrator, files: BASE });
      await rowsOf(
        migrator,
        `create table whole (at date, n int) partition by range (at);
         create table part partition of whole for values from ('2024-01-01') to ('2025-01-01') partition by range (at);
         create table part_1 partition of part for values from ('2024-01-01') to ('2024-07-01');
         insert into whole select '2024-02-01', n from generate_series(1, 30) n`,
      );
      const files = { ...BASE, 'V2__detach.sql': 'alter table part detach partition part_1 concurrently' };
      expect((await play({ connection: migrator, files })).failure?.message).toBe(
        'alter table part detach partition part_1 concurrently would take 30 rows out of public.whole',
      );
    });
  });
});

/** Leaves the ledger, and what `sql` makes, as a run that was killed leaves them. */
async function crashed(
  connection: Parameters<typeof rowsOf>[0],
  positions: readonly (string | null)[],
  sql: string,
): Promise<void> {
  await rowsOf(connection, sql);
  await rowsOf(connection, 'delete from flyway_schema_history where installed_rank = 2');
  await rowsOf(connection, 'delete from partition_guard.applied_migration where installed_rank = 2');
  await rowsOf(connection, 'update partition_guard.migration_statement set is_closed = false');
  for (const [position, ending] of positions.entries()) {
    await rowsOf(
      connection,
      `update partition_guard.migration_statement set ending = ${ending === null ? 'null' : `'${ending}'`} where position = ${position}`,
    );
  }
  await rowsOf(
    connection,
    `delete from partition_guard.migration_statement where position >= ${positions.length}`,
  );
}

describe('after a crash', () => {
  it('goes on after what is done, and doubts no statement that had a transaction of its own', async () => {
    await server.withDatabase(async ({ migrator }) => {
      await play({ connection: migrator, files: MIXED });
      await crashed(migrator, ['done', 'done', null], 'delete from mark where n = 2');
      expect((await play({ connection: migrator, files: MIXED })).failure).toBeUndefined();
      expect(await rowsOf(migrator, 'select n from mark order by n')).toEqual([{ n: 1 }, { n: 2 }]);
      expect(await rowsOf(migrator, HISTORY)).toHaveLength(2);
    });
  });

  it('asks the catalog of an index: there, not there, or invalid', async () => {
    await server.withDatabase(async ({ migrator, admin }) => {
      await play({ connection: migrator, files: MIXED });
      await crashed(migrator, ['done', null], 'delete from mark where n = 2');
      expect((await play({ connection: migrator, files: MIXED })).outcome).toBe('applied');
      await crashed(migrator, ['done', null], 'delete from mark where n = 2; drop index lone');
      expect((await play({ connection: migrator, files: MIXED })).outcome).toBe('applied');
      await crashed(migrator, ['done', null], 'delete from mark where n = 2');
      await rowsOf(
        admin,
        "update pg_index set indisvalid = false where indexrelid = 'public.lone'::regclass",
      );
      expect(await play({ connection: migrator, files: MIXED })).toMatchObject({
        outcome: 'refused',
        refusals: [{ gate: 'unfinished', hint: expect.stringContaining('drop index concurrently "lone"') }],
      });
      await rowsOf(migrator, 'drop index lone');
      expect((await play({ connection: migrator, files: MIXED })).outcome).toBe('applied');
      expect(await rowsOf(migrator, 'select n from mark order by n')).toEqual([{ n: 1 }, { n: 2 }]);
    });
  });

  it('goes on with nothing that stood on a session which is gone', async () => {
    await server.withDatabase(async ({ migrator }) => {
      const text = 'set search_path to app;\nvacuum mark;\ndelete from mark;';
      const files = { ...MIXED, 'V2__mixed.sql': text };
      await rowsOf(migrator, 'create schema app; create table app.mark (n int)');
      await play({ connection: migrator, files });
      await crashed(migrator, ['done', null], 'insert into public.mark values (7)');
      expect(await play({ connection: migrator, files })).toMatchObject({
        outcome: 'refused',
        refusals: [{ gate: 'unfinished', message: expect.stringContaining('V2__mixed.sql:1 did something') }],
      });
      expect(await rowsOf(migrator, 'select n from public.mark')).toEqual([{ n: 7 }]);
    });
  });

  it('refuses to guess of a procedure that may have committed, and of a file that was edited', async () => {
    await server.withDatabase(async ({ migrator }) => {
      const files = { ...MIXED, 'V2__mixed.sql': 'do $$ begin insert into mark values (1); commit; end $$' };
      await play({ connection: migrator, files });
      await crashed(migrator, [null], 'select 1');
      expect(await play({ connection: migrator, files })).toMatchObject({
        refusals: [
          {
            gate: 'unfinished',
            message:
              'V2__mixed.sql:1 was begun by a run that was interrupted, and nothing tells whether it ended',
          },
        ],
      });
      const edited = { ...files, 'V2__mixed.sql': 'select 1' };
      expect(await play({ connection: migrator, files: edited })).toMatchObject({
        refusals: [
          {
            gate: 'unfinished',
            message: 'V2__mixed.sql was begun by a run that was interrupted, and was edited since',
          },
        ],
      });
    });
  });
});

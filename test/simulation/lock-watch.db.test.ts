import { describe, expect, it } from '@jest/globals';
import type { HeldLock } from '../../src/domain/session-trace.ts';
import { callInterval } from '../../src/simulation/interval-call.ts';
import { SessionLocks } from '../../src/simulation/lock-watch.ts';
import { seedTables } from '../../src/simulation/seed-tables.ts';
import { type Files, migrationsOf } from '../migrations/folder.ts';
import { judgedTable } from '../support/judged-tables.ts';
import { play } from '../support/played-files.ts';
import { withPlayground } from '../support/playground.ts';

const SCHEMA = `
create table booking (id bigint, starts timestamptz not null, primary key (id, starts)) partition by range (starts);
create table booking_2026 partition of booking for values from ('2026-01-01 00:00+00') to ('2027-01-01 00:00+00');
create table fee (amount integer);`;

/** Longer than a watch waits before it looks. */
const LONG = 'pg_sleep(0.1)';

const told = ({ table, parent, mode, rows, statement, location }: HeldLock) => ({
  table,
  mode,
  statement,
  ...(parent === undefined ? {} : { parent }),
  ...(rows === undefined ? {} : { rows }),
  ...(location ? { line: location.line } : {}),
});

/** What files lock in a database with 100 bookings. */
async function lockedBy(files: Files, schema = SCHEMA) {
  return withPlayground(
    schema,
    async (playground) => {
      const { context, database } = playground;
      await seedTables(context, database, 'every-partition');
      return database.withMigrator(async (session) => {
        const locks = await SessionLocks.of(database, session);
        expect(await play(playground, files, { session, watch: locks })).toEqual({ kind: 'done' });
        return locks.locks.map(told);
      });
    },
    { rows: 100, tables: [judgedTable('booking')] },
  );
}

describe('a file in one transaction', () => {
  it('locks with the statement that takes the lock, at its line', async () => {
    expect(
      await lockedBy({ 'V2__a.sql': 'select 1;\n\nalter table booking add column note text;\nselect 2;' }),
    ).toEqual([
      {
        table: 'public.booking',
        mode: 'ACCESS EXCLUSIVE',
        rows: 100,
        statement: 'alter table booking add column note text',
        line: 3,
      },
      expect.objectContaining({ table: 'public.booking_2026', parent: 'public.booking', rows: 100, line: 3 }),
    ]);
  });

  it('holds its locks until it ends, whatever comes after', async () => {
    const [lock] = await withPlayground(
      SCHEMA,
      async (playground) => {
        const { context, database } = playground;
        await seedTables(context, database, 'every-partition');
        return database.withMigrator(async (session) => {
          const locks = await SessionLocks.of(database, session);
          const file = `lock table fee in share mode;\nselect ${LONG};\nselect ${LONG};`;
          await play(playground, { 'V2__a.sql': file }, { session, watch: locks });
          return locks.locks;
        });
      },
      { rows: 100, tables: [judgedTable('booking')] },
    );
    expect(lock).toMatchObject({ table: 'public.fee', mode: 'SHARE', location: { line: 1 } });
    expect(lock?.heldMs).toBeGreaterThan(190);
  });

  it('tells each time of a lock, and a partition only where its table is free', async () => {
    const times = await withPlayground(
      SCHEMA,
      async (playground) => {
        const { context, database } = playground;
        await seedTables(context, database, 'every-partition');
        return database.withMigrator(async (session) => {
          const locks = await SessionLocks.of(database, session);
          const files = {
            'V2__a.sql': `lock table booking in exclusive mode;\nselect ${LONG};`,
            'V3__b.sql': `lock table booking in exclusive mode;\nselect 1;`,
            'V4__c.sql': `lock table only booking_2026 in share mode;\nselect ${LONG};`,
          };
          await play(playground, files, { session, watch: locks });
          expect(locks.locks).toHaveLength(3);
          return locks.times;
        });
      },
      { rows: 100, tables: [judgedTable('booking')] },
    );
    const [first, second, third] = times.held;
    expect(times.held).toMatchObject([
      { table: 'public.booking', mode: 'EXCLUSIVE', location: { file: expect.stringMatching(/V2__a/) } },
      { table: 'public.booking', mode: 'EXCLUSIVE', location: { file: expect.stringMatching(/V3__b/) } },
      { table: 'public.booking_2026', mode: 'SHARE', location: { file: expect.stringMatching(/V4__c/) } },
    ]);
    expect(times.unlisted).toBe(2);
    expect(first?.heldMs).toBeGreaterThan(90);
    expect(second?.fromMs).toBeGreaterThanOrEqual((first?.fromMs ?? 0) + (first?.heldMs ?? 0));
    expect(third?.fromMs).toBeGreaterThanOrEqual((second?.fromMs ?? 0) + (second?.heldMs ?? 0));
  });

  it('locks nobody out of a table that it makes itself', async () => {
    const file = `create table tariff (n integer);\nlock table tariff;\nselect ${LONG};`;
    expect(await lockedBy({ 'V2__a.sql': file })).toEqual([]);
  });

  it('does not stop anybody with locks that readers and writers go on beside', async () => {
    const file = `insert into fee values (1);\nselect from booking;\nlock table booking in share update exclusive mode;\nselect ${LONG};`;
    expect(await lockedBy({ 'V2__a.sql': file })).toEqual([]);
  });

  it('knows a table by the name that others know until then', async () => {
    const locks = await lockedBy({ 'V2__a.sql': 'alter table fee rename to price;\ndrop table price;' });
    expect(locks).toEqual([expect.objectContaining({ table: 'public.fee', line: 1 })]);
  });

  it('gives a lock back with the savepoint', async () => {
    const file = `savepoint a;\nlock table fee;\nselect 1;\nrollback to a;\nselect ${LONG};\nselect 2;`;
    expect(await lockedBy({ 'V2__a.sql': file })).toEqual([
      expect.objectContaining({ table: 'public.fee', mode: 'ACCESS EXCLUSIVE', line: 2 }),
    ]);
  });
});

it('a long block is looked into while it runs', async () => {
  const file = `do $$ begin lock table fee; perform ${LONG}; rollback; perform ${LONG}; end $$;`;
  const locks = await lockedBy({ 'V2__a.sql': file, 'V2__a.sql.conf': 'executeInTransaction=false' });
  expect(locks).toEqual([expect.objectContaining({ table: 'public.fee', mode: 'ACCESS EXCLUSIVE' })]);
});

it('nothing is watched before a table holds rows', async () => {
  expect(await lockedBy({ 'V2__a.sql': 'drop table fee' }, 'create table fee (n integer)')).toEqual([]);
});

it('a call is watched, and a procedure between its transactions', async () => {
  const files = {
    'V1__a.sql': `${SCHEMA}
create procedure manage() language plpgsql as $$
begin
  lock table booking in access exclusive mode;
  perform ${LONG};
  commit;
  lock table fee in exclusive mode;
  perform ${LONG};
end $$;`,
  };
  const all = await migrationsOf(files);
  const record = await withPlayground(
    '',
    async (playground) => {
      const { context, database } = playground;
      await play(playground, files);
      await seedTables(context, database, 'every-partition');
      return callInterval(context, database, 'yearly', { watchesLocks: true });
    },
    {
      rows: 100,
      tables: [judgedTable('booking')],
      migrations: { all, base: [], change: all },
      call: () => 'call manage()',
    },
  );
  expect(record.outcome).toEqual({ kind: 'done' });
  expect(record.locks?.map(told)).toEqual([
    expect.objectContaining({ table: 'public.booking', mode: 'ACCESS EXCLUSIVE', line: 5 }),
    expect.objectContaining({ table: 'public.booking_2026', mode: 'ACCESS EXCLUSIVE' }),
    expect.objectContaining({ table: 'public.fee', mode: 'EXCLUSIVE', statement: 'call manage()' }),
  ]);
});

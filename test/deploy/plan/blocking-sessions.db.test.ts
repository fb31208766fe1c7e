/** Open and prepared transactions on a real server, with the locks that they hold, as a plan tells them. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { conflicts, readSessions, type Sessions } from '../../../src/deploy/plan/blocking-sessions.ts';
import { reading } from '../../../src/deploy/plan/reading.ts';
import { TABLE_LOCK_MODES, type TableLockMode } from '../../../src/domain/deployment.ts';
import { withClient } from '../../../src/postgres/connection.ts';
import { type ListeningServer, openListeningServer } from '../../support/listening-server.ts';

let server: ListeningServer;
beforeAll(async () => {
  server = await openListeningServer({ hba: [], settings: { max_prepared_transactions: '4' } });
  await withClient(server.admin('postgres'), async (client) => {
    await client.query(
      `create table booking (id int, starts date) partition by range (starts);
       create table booking_2026 partition of booking for values from ('2026-01-01') to ('2027-01-01')`,
    );
  });
});
afterAll(() => server.close());

const NO_PATIENCE = { longS: 0, inTheWayS: 0 };

/** What is seen beside a session that has done `sql`, by a plan that wants `mode` on the table. */
async function seenBeside(
  sql: readonly string[],
  mode: TableLockMode,
  patience = NO_PATIENCE,
): Promise<Sessions & { readonly pid: number }> {
  return withClient(server.admin('postgres'), (other) =>
    withClient(server.admin('postgres'), async (client) => {
      for (const statement of sql) await other.query(statement);
      const { rows } = await other.query<{ pid: number }>('select pg_backend_pid() as pid');
      const { rows: tables } = await client.query<{ oid: number }>(`select 'booking'::regclass::oid as oid`);
      const wanted = [{ oid: tables[0]?.oid ?? 0, table: 'public.booking', mode }];
      const seen = await reading(
        client,
        () => Promise.resolve(undefined),
        (read) => readSessions(read, wanted, patience),
      );
      return { ...seen, pid: rows[0]?.pid ?? 0 };
    }),
  );
}

describe('an open transaction', () => {
  it('is told with the lock that it holds in the way, on a partition too', async () => {
    const { blockers, pid } = await seenBeside(
      ["set application_name = 'nightly report'", 'begin', 'select * from booking_2026'],
      'ACCESS EXCLUSIVE',
    );
    expect(blockers).toEqual([
      {
        kind: 'long-transaction',
        weight: 'warn',
        message: `session ${pid} of nightly report, role postgres, has been in a transaction for 0 s, idle in it, and holds ACCESS SHARE on public.booking, which ACCESS EXCLUSIVE has to wait for`,
        hint: `wait for its end, or end it: select pg_terminate_backend(${pid})`,
      },
    ]);
  });

  it('holds nothing in the way where the modes agree', async () => {
    const { blockers } = await seenBeside(['begin', 'select * from booking'], 'SHARE UPDATE EXCLUSIVE');
    expect(blockers.map(({ message }) => message)).toEqual([
      expect.stringMatching(/has been in a transaction for 0 s, idle in it$/),
    ]);
  });

  it('is ordinary use as long as it is short', async () => {
    const { blockers } = await seenBeside(['begin', 'select * from booking'], 'ACCESS EXCLUSIVE', {
      longS: 60,
      inTheWayS: 10,
    });
    expect(blockers).toEqual([]);
  });

  it('is none where a session only waits for its client', async () => {
    expect((await seenBeside(['select 1'], 'ACCESS EXCLUSIVE')).blockers).toEqual([]);
  });
});

describe('a prepared transaction', () => {
  it('stops an apply that needs what it holds, and is told where it holds nothing', async () => {
    const prepared = [
      'begin',
      "insert into booking values (1, '2026-05-05')",
      "prepare transaction 'it''s 1'",
    ];
    try {
      const { blockers } = await seenBeside(prepared, 'SHARE');
      const { blockers: beside } = await seenBeside([], 'ACCESS SHARE');
      expect(blockers).toEqual([
        {
          kind: 'prepared-transaction',
          weight: 'refuse',
          message: `the prepared transaction 'it''s 1' of postgres has been open for 0 s, and holds ROW EXCLUSIVE on public.booking, which SHARE has to wait for`,
          hint: `COMMIT PREPARED 'it''s 1' or ROLLBACK PREPARED 'it''s 1', whichever its transaction manager wants`,
        },
      ]);
      expect(beside.map(({ weight }) => weight)).toEqual(['warn']);
    } finally {
      await withClient(server.admin('postgres'), (client) => client.query(`rollback prepared 'it''s 1'`));
    }
  });
});

it('knows the modes that conflict as the server does', async () => {
  await withClient(server.admin('postgres'), (holder) =>
    withClient(server.admin('postgres'), async (asker) => {
      for (const held of TABLE_LOCK_MODES) {
        await holder.query('begin');
        await holder.query(`lock table booking in ${held} mode`);
        for (const wanted of TABLE_LOCK_MODES) {
          await asker.query('begin');
          const refused = await asker.query(`lock table booking in ${wanted} mode nowait`).then(
            () => false,
            () => true,
          );
          await asker.query('rollback');
          expect([held, wanted, conflicts(held, wanted)]).toEqual([held, wanted, refused]);
        }
        await holder.query('rollback');
      }
    }),
  );
});

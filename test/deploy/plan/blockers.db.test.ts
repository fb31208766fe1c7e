/** What of the target would make an apply wait or fail, seen while it is so. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createStatements } from '../../../src/deploy/history/history-table.ts';
import { checksumOf } from '../../../src/migrations/checksum.ts';
import { withClient } from '../../../src/postgres/connection.ts';
import { openTestServer, type TestServer, type ThrowawayDatabase } from '../../support/throwaway.ts';
import { BOOKING, planOf, ROWS, run } from './planned-project.ts';

let server: TestServer;
beforeAll(async () => (server = await openTestServer()));
afterAll(() => server.close());

const FILES = {
  'db/migration/V1__booking.sql': BOOKING,
  'db/migration/V2__note.sql': 'alter table booking add column note text;\n',
};

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
  it('has nothing in its way on a quiet target', () =>
    withBooking(async ({ admin }) => {
      expect((await planOf({ as: admin, files: FILES })).blockers).toEqual([]);
    }));

  it('says which sessions it may not look into, and what right would let it', () =>
    withBooking(async ({ admin, migrator }) => {
      await withClient(admin, async () => {
        const { blockers, notes } = await planOf({ as: migrator, files: FILES });
        expect(blockers).toEqual([]);
        expect(notes).toContainEqual(
          expect.stringMatching(/^Not judged: 1 session of other roles, .* GRANT pg_monitor to it/),
        );
      });
    }));

  it('tells a writable target from a replica, which it refuses', () =>
    withBooking(async ({ migrator }) => {
      const { blockers } = await planOf({ as: migrator, files: FILES });
      expect(blockers.map(({ kind }) => kind)).not.toContain('replica');
    }));
});

describe('the disk', () => {
  const REWRITE = {
    ...FILES,
    'db/migration/V3__text.sql': 'alter table booking alter column guests type bigint;\n',
  };

  it('is not judged where nobody says how much is free, and that is no pass', () =>
    withBooking(async ({ migrator }) => {
      const { blockers, notes } = await planOf({ as: migrator, files: REWRITE });
      expect(blockers).toEqual([]);
      expect(notes.join('\n')).toMatch(
        /Whether the disk has room is not judged: .* At least \d+ MB are written anew, .*PARTITION_GUARD_FREE_DISK=40GB/,
      );
    }));

  it('is judged by what the operator says', () =>
    withBooking(async ({ migrator }) => {
      const plan = (free: string) =>
        planOf({ as: migrator, files: REWRITE, env: { PARTITION_GUARD_FREE_DISK: free } });
      const [short, ...others] = (await plan('1MB')).blockers;
      expect(others).toEqual([]);
      expect(short).toMatchObject({ kind: 'disk', weight: 'refuse' });
      expect(short?.message).toMatch(/^at least \d+ MB are written anew, .* and 1 MB are free$/);
      expect((await plan('40GB')).blockers).toEqual([]);
      await expect(plan('plenty')).rejects.toThrow('PARTITION_GUARD_FREE_DISK is "plenty", which is no size');
    }));
});

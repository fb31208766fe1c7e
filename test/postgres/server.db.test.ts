import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '../../src/postgres/connection.ts';
import { openTestServer, type TestServer } from '../support/throwaway.ts';

let test: TestServer;
beforeAll(async () => {
  test = await openTestServer();
});
afterAll(() => test.close());

describe('a throwaway server', () => {
  it('runs migrations as the owner of the database', async () => {
    await test.withDatabase(async ({ migrator, database }) => {
      const { rows } = await withClient(migrator, (client) =>
        client.query('SELECT current_user AS me, current_database() AS here'),
      );
      expect(rows).toEqual([{ me: 'partition_guard_owner', here: database }]);
    });
  });
});

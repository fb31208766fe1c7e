/** The door to a target, on a real server. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withTarget } from '../../src/deploy/target.ts';
import { openTestServer, type TestServer } from '../support/throwaway.ts';
import { urlOf } from './target-url.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(async () => server.close());

const request = (url: string) => ({ url, env: {}, onWarning: () => undefined });

describe('a target', () => {
  it('tells which database it is, and opens sessions of the same kind', async () => {
    await server.withDatabase(async ({ database, migrator }) => {
      const [facts, other] = await withTarget(request(urlOf(migrator)), async (target) => [
        target.facts,
        await target.withSession(async (client) => {
          const { rows } = await client.query<{ name: string }>('select current_database() as name');
          return rows[0]?.name;
        }),
      ]);
      expect(facts).toMatchObject({ database, user: migrator.user });
      expect(other).toBe(database);
    });
  });
});

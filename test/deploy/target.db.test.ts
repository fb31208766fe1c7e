/** The door to a target, on a real server. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withTarget } from '../../src/deploy/target.ts';
import { withClient } from '../../src/postgres/connection.ts';
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
      expect(facts.serverVersion).toMatch(/^\d+(\.\d+)+$/);
      expect(facts.systemIdentifier).toMatch(/^\d+$/);
      expect(other).toBe(database);
    });
  });

  it('has its sessions as the server gives them: nothing is set, nothing is open', async () => {
    await server.withDatabase(async ({ migrator }) => {
      await withTarget(request(urlOf(migrator)), async ({ client }) => {
        expect(client.getTransactionStatus()).toBe('I');
        const { rows } = await client.query<{ name: string }>(
          `select name from pg_catalog.pg_settings where source = 'session' order by 1`,
        );
        expect(rows).toEqual([]);
      });
    });
  });

  it('that goes away, takes no writes or lacks a right is told in a line and a step', async () => {
    await server.withDatabase(async ({ migrator, admin }) => {
      const told = (url: string, sql: string) =>
        withTarget(request(url), async ({ client }) => client.query(sql)).catch((error: unknown) => error);
      const ended = withTarget(request(urlOf(migrator)), async ({ client }) => {
        const { rows } = await client.query<{ pid: number }>('select pg_catalog.pg_backend_pid() as pid');
        await withClient(admin, (other) => other.query('select pg_terminate_backend($1)', [rows[0]?.pid]));
        await client.query('select 1');
      });
      await expect(ended).rejects.toMatchObject({
        name: 'OperatorError',
        message: 'the connection to the target broke',
      });
      const standby = urlOf(migrator, { options: '-c default_transaction_read_only=on' });
      expect(await told(standby, 'create table t ()')).toMatchObject({
        name: 'OperatorError',
        hint: 'name the primary in the address',
      });
      expect(await told(urlOf(migrator), 'select from pg_catalog.pg_authid')).toMatchObject({
        name: 'OperatorError',
        message: expect.stringContaining('lacks a right'),
      });
      expect(await told(urlOf(migrator), 'select 1/0')).toMatchObject({ code: '22012' });
    });
  });

  it('that is another than the one named is refused', async () => {
    await server.withDatabase(async ({ migrator }) => {
      const other = { ...migrator, database: `${migrator.database}_of_yesterday` };
      await expect(withTarget(request(urlOf(other)), async () => 'in')).rejects.toThrow('has no database');
    });
  });
});

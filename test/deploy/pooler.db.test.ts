/** Behind a real pgbouncer: transaction and statement pooling are refused with the reason, session pooling passes. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EXIT } from '../../src/domain/operator-error.ts';
import type { RefusedError } from '../../src/domain/refused-error.ts';
import { withTarget } from '../../src/deploy/target.ts';
import { createClient, withClient } from '../../src/postgres/connection.ts';
import { type ListeningServer, openListeningServer } from '../support/listening-server.ts';
import { PGBOUNCER, type PoolMode, withPgbouncer } from '../support/pgbouncer.ts';

let server: ListeningServer;
beforeAll(async () => {
  server = await openListeningServer({ hba: [] });
  await withClient(
    server.admin('postgres'),
    async (client) => void (await client.query('create database bookings')),
  );
});
afterAll(async () => server?.close());

const REFUSED = 'refused';

/** `in`, or what refused it. */
async function come(port: number, query = ''): Promise<'in' | RefusedError> {
  const url = `postgres://anybody@127.0.0.1:${port}/bookings${query}`;
  try {
    return await withTarget({ url, env: {}, onWarning: () => undefined }, async ({ withSession }) =>
      withSession(async () => 'in' as const),
    );
  } catch (error) {
    return error as RefusedError;
  }
}

const told = (outcome: 'in' | RefusedError): string =>
  outcome === 'in'
    ? outcome
    : `${outcome.exitStatus === EXIT.refused ? REFUSED : outcome.exitStatus} ${outcome.refusals?.map(({ gate }) => gate).join()}: ${outcome.message} → ${outcome.hint}`;

const behind = (mode: PoolMode, settings: Record<string, string> = {}, query = ''): Promise<string> =>
  withPgbouncer({ server, mode, settings }, async (port) => told(await come(port, query)));

it('passes without a pooler', async () => {
  await withClient(server.admin('bookings'), async () => {
    const url = `postgres://postgres@/bookings?host=${server.socketFolder}&port=${server.port}`;
    expect(await withTarget({ url, env: {}, onWarning: () => undefined }, async () => 'in')).toBe('in');
  });
});

const title = (name: string): string =>
  PGBOUNCER === undefined ? `${name} (not run: this machine has no pgbouncer)` : name;

(PGBOUNCER === undefined ? describe.skip : describe)(title('behind pgbouncer'), () => {
  it('in session mode a target is let in', async () => {
    expect(await behind('session')).toBe('in');
  });

  it('in transaction mode it is refused, however large the pool and whoever comes first', async () => {
    for (const settings of [
      {},
      { default_pool_size: '1' },
      { default_pool_size: '50', server_round_robin: '1' },
      { min_pool_size: '10', server_round_robin: '1' },
    ]) {
      expect(await behind('transaction', settings)).toMatch(
        /^refused pooler: .*transaction pooling.* → connect to the server/,
      );
    }
  });

  it('in transaction mode it is refused while others keep the pool busy', async () => {
    const outcome = await withPgbouncer({ server, mode: 'transaction' }, async (port) => {
      const others = [1, 2, 3].map(() =>
        createClient({ host: '127.0.0.1', port, user: 'anybody', database: 'bookings', ssl: false }),
      );
      await Promise.all(others.map((client) => client.connect()));
      let isOver = false;
      const busy = others.map(async (client) => {
        while (!isOver) await client.query('select pg_catalog.pg_sleep(0.002)');
      });
      try {
        return await come(port);
      } finally {
        isOver = true;
        await Promise.all(busy);
        await Promise.all(others.map((client) => client.end()));
      }
    });
    expect(told(outcome)).toMatch(/^refused pooler: .*transaction pooling/);
  });

  it('in statement mode it is refused', async () => {
    expect(await behind('statement')).toMatch(/^refused pooler: .*statement pooling/);
  });

  it('in session mode with room for one alone it is refused, for the second connection waits', async () => {
    expect(await behind('session', { default_pool_size: '1' }, '?connect_timeout=1')).toMatch(
      /^refused pooler: a second connection gets no answer/,
    );
  });

  it('is told where the pooler does not take the options of the address', async () => {
    expect(await behind('session', {}, '?options=-c%20lock_timeout%3D1s')).toMatch(
      /^refused pooler: .*does not take the options/,
    );
  });

  it('leaves nothing behind in the sessions that others get', async () => {
    await withPgbouncer(
      { server, mode: 'transaction', settings: { default_pool_size: '1' } },
      async (port) => {
        await come(port);
        await withClient(
          { host: '127.0.0.1', port, user: 'anybody', database: 'bookings', ssl: false },
          async (client) => {
            const { rows } = await client.query(
              `select (select count(*) from pg_catalog.pg_locks where locktype = 'advisory')::int as locks,
                  (select count(*) from pg_catalog.pg_prepared_statements)::int as statements,
                  (select count(*) from pg_catalog.pg_settings
                   where source = 'session'
                     and name not in ('DateStyle', 'TimeZone', 'application_name', 'client_encoding'))::int as settings`,
            );
            expect(rows).toEqual([{ locks: 0, statements: 0, settings: 0 }]);
          },
        );
      },
    );
  });
});

/** Kept sessions on a real server; each test's database makes sure that none of them stays. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type KeptSessions, keepSessions } from '../../src/postgres/kept-sessions.ts';
import { openTestServer, type TestServer } from '../support/throwaway.ts';

let test: TestServer;
beforeAll(async () => (test = await openTestServer()));
afterAll(() => test.close());

const withSessions = (body: (sessions: KeptSessions) => Promise<void>): Promise<void> =>
  test.withDatabase(async ({ observer }) => {
    const sessions = keepSessions(observer);
    try {
      await body(sessions);
    } finally {
      await sessions.end();
    }
  });

describe('kept sessions', () => {
  it('run statements that follow each other in one session', () =>
    withSessions(async ({ run }) => {
      await run('create temporary table kept (n integer)');
      await expect(run('insert into kept values (1)')).resolves.toBeUndefined();
    }));

  it('run statements of one time in sessions of their own', () =>
    withSessions(async ({ run }) => {
      const two = [
        run('create temporary table same (n integer)'),
        run('create temporary table same (n integer)'),
      ];
      await expect(Promise.all(two)).resolves.toEqual([undefined, undefined]);
    }));

  it('keep a session in which a statement failed', () =>
    withSessions(async ({ run }) => {
      await run('create temporary table kept (n integer)');
      await expect(run('select 1 / 0')).rejects.toMatchObject({ code: '22012' });
      await expect(run('insert into kept values (1)')).resolves.toBeUndefined();
    }));

  it('open a new session where the server ended the kept one', () =>
    withSessions(async ({ run }) => {
      await run('create temporary table kept (n integer)');
      await expect(run('select pg_terminate_backend(pg_backend_pid())')).rejects.toMatchObject({
        code: '57P01',
      });
      await expect(run('insert into kept values (1)')).rejects.toMatchObject({ code: '42P01' });
    }));
});

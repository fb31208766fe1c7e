/** The connection is lost just when the server has committed: what is told then is what is there. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DeploymentResult } from '../../src/domain/deployment.ts';
import type { ConnectionSettings } from '../../src/postgres/connection.ts';
import { withCuttingProxy } from '../support/cutting-proxy.ts';
import { openTestServer, type TestServer } from '../support/throwaway.ts';
import { type Play, play, rowsOf } from './apply/played.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(async () => server.close());

const BASE = { 'V1__mark.sql': 'create table mark (n integer)' };
const FILES = { ...BASE, 'V2__more.sql': 'insert into mark values (2)' };
const OUTSIDE = {
  ...BASE,
  'V2__more.sql': 'insert into mark values (2);\nvacuum mark;',
  'V2__more.sql.conf': 'executeInTransaction=false',
};

const COMMIT = 'commit\0';
const RECORDED = 'insert into partition_guard.applied_migration';
const PUT_BACK = 'reset session authorization; reset role; reset search_path\0';

/** Version 1 is there; what is played then goes through the proxy. */
const cutAt = (
  isLast: (sent: string, before: string) => boolean,
  what: Omit<Play, 'connection'>,
  look: (result: DeploymentResult, connection: ConnectionSettings) => Promise<void>,
): Promise<void> =>
  server.withDatabase(async ({ migrator }) => {
    await play({ connection: migrator, files: BASE });
    await withCuttingProxy(migrator, isLast, async ({ connection, cuts }) => {
      const result = await play({ ...what, connection });
      expect(cuts()).toBe(1);
      await look(result, migrator);
    });
  });

const DEPLOYMENTS = 'select outcome from partition_guard.deployment order by id';
const HISTORY = 'select script, success from flyway_schema_history order by installed_rank';

describe('a connection that is lost', () => {
  it('at the commit of a file: the file is there, and that is said', async () => {
    await cutAt(
      (sent, before) => sent.endsWith(COMMIT) && before.includes(RECORDED),
      { files: FILES },
      async (result, migrator) => {
        expect(result).toMatchObject({
          outcome: 'failed',
          failure: {
            hint: 'apply again: it goes on with what the history does not have',
            recovery:
              'The connection was lost while it committed, and was looked for again: V2__more.sql is applied, whole.',
          },
        });
        expect(await rowsOf(migrator, 'select n from mark')).toEqual([{ n: 2 }]);
        expect(await rowsOf(migrator, DEPLOYMENTS)).toEqual([{ outcome: 'applied' }, { outcome: 'failed' }]);
        expect((await play({ connection: migrator, files: FILES })).outcome).toBe('nothing-to-do');
        expect(await rowsOf(migrator, 'select n from mark')).toEqual([{ n: 2 }]);
      },
    );
  });

  it('before the commit of a file: it is not there', async () => {
    await cutAt(
      (sent) => sent.slice(5).startsWith('insert into mark'),
      { files: FILES },
      async (result, migrator) => {
        expect(result).toMatchObject({ outcome: 'failed' });
        expect(result.failure?.recovery).toBeUndefined();
        expect(await rowsOf(migrator, HISTORY)).toHaveLength(1);
        expect((await play({ connection: migrator, files: FILES })).outcome).toBe('applied');
      },
    );
  });

  it('after the commit of the last file was answered: it is applied', async () => {
    await cutAt(
      (sent, before) => sent.includes(PUT_BACK) && before.includes(RECORDED),
      { files: FILES },
      async (result, migrator) => {
        expect(result).toMatchObject({ outcome: 'applied', applied: [{ script: 'V2__more.sql' }] });
        expect(await rowsOf(migrator, DEPLOYMENTS)).toEqual([{ outcome: 'applied' }, { outcome: 'applied' }]);
        expect(await rowsOf(migrator, HISTORY)).toHaveLength(2);
      },
    );
  });

  it('after the last statement outside of a transaction was recorded: it is applied', async () => {
    await cutAt(
      (sent, before) => sent.includes(PUT_BACK) && before.includes(RECORDED),
      { files: OUTSIDE },
      async (result, migrator) => {
        expect(result.outcome).toBe('applied');
        expect(await rowsOf(migrator, HISTORY)).toHaveLength(2);
        expect((await play({ connection: migrator, files: OUTSIDE })).outcome).toBe('nothing-to-do');
      },
    );
  });

  it('at the commit of a call, or after it: the call is there', async () => {
    const calls = ['insert into mark values (3)'];
    await cutAt(
      (sent, before) => sent.endsWith(COMMIT) && before.includes('insert into mark'),
      { files: BASE, calls },
      async (result, migrator) => {
        expect(result.failure?.recovery).toBe(
          'The connection was lost while it committed, and was looked for again: the call insert into mark values (3) is applied, whole.',
        );
        expect(await rowsOf(migrator, 'select n from mark')).toEqual([{ n: 3 }]);
      },
    );
    await cutAt(
      (sent, before) => sent.includes(PUT_BACK) && before.includes('insert into mark'),
      { files: BASE, calls },
      async (result, migrator) => {
        expect(result.outcome).toBe('applied');
        expect(await rowsOf(migrator, 'select n from mark')).toEqual([{ n: 3 }]);
      },
    );
  });
});

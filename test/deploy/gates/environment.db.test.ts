/** A database that has been one environment is taken for another by no command that changes it. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EXIT } from '../../../src/domain/operator-error.ts';
import { withClient } from '../../../src/postgres/connection.ts';
import { openTestServer, type TestServer, type ThrowawayDatabase } from '../../support/throwaway.ts';
import { apply, plan } from '../commands.ts';
import { run } from '../maintain/maintenance-settings.ts';
import { urlOf } from '../target-url.ts';

let server: TestServer;
beforeAll(async () => (server = await openTestServer()));
afterAll(() => server.close());

const FILES = { 'V1__a.sql': 'create table a (id integer)', 'V2__b.sql': 'create table b (id integer)' };
const ORDER = 'environments: [PROD, DEV]';

const asked = ({ migrator }: ThrowawayDatabase, environment: string, options: object = {}) => ({
  url: urlOf(migrator, { sslmode: 'disable' }),
  files: FILES,
  configText: ORDER,
  options: { environment, ...options },
});

const reasons = ({ migrator }: ThrowawayDatabase): Promise<(string | null)[]> =>
  withClient(migrator, async (client) => {
    const { rows } = await client.query<{ reason: string | null }>(
      `select reason from partition_guard.deployment where outcome <> 'refused' order by id`,
    );
    return rows.map(({ reason }) => reason);
  });

describe('a database that has been PROD', () => {
  it('is not taken for DEV by apply, plan or maintain, however often it is tried', () =>
    server.withDatabase(async (database) => {
      expect((await apply(asked(database, 'PROD'))).result.outcome).toBe('applied');
      for (let i = 0; i < 2; i += 1) {
        const { result, text } = await apply(asked(database, 'DEV'));
        expect(result.refusals).toMatchObject([
          {
            gate: 'environment',
            message: 'by its audit trail this database is PROD, and it never was DEV',
            hint: expect.stringContaining('--allow-environment'),
          },
        ]);
        expect(text).toContain('never was DEV');
      }
      const planned = await plan(asked(database, 'DEV'));
      expect(planned.status).toBe(EXIT.refused);
      const { result } = await run('maintain', database, { config: ORDER });
      expect(result.refusals.map(({ gate }) => gate)).toEqual(['environment']);
    }));

  it('is taken for DEV with a reason, which is audited and asked for once', () =>
    server.withDatabase(async (database) => {
      await apply(asked(database, 'PROD', { allowUnvalidated: 'no runner' }));
      const { result, warnings } = await apply(
        asked(database, 'DEV', { allowEnvironment: 'they share one' }),
      );
      expect(result.outcome).toBe('nothing-to-do');
      expect(warnings).toContainEqual(expect.stringContaining('taken for it all the same: they share one'));
      expect((await apply(asked(database, 'DEV'))).result.outcome).toBe('nothing-to-do');
      expect(await reasons(database)).toEqual(['no runner', 'environment: they share one', null]);
      expect((await apply(asked(database, 'prod'))).result.refusals).toEqual([]);
    }));
});

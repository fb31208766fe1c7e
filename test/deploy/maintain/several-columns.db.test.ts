/** A key of several columns: rows of the upper bound's own day may be in the partition, and are kept until that day is past. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { withClient } from '../../../src/postgres/connection.ts';
import { openTestServer, type TestServer } from '../../support/throwaway.ts';
import { run } from './maintenance-settings.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

it.each([
  ['maxvalue', '2024-11-23T07:16:00Z', 'nothing-to-do'],
  ["'k'", '2024-11-23T07:16:00Z', 'nothing-to-do'],
  ['maxvalue', '2024-11-24T00:00:00Z', 'done'],
  ['minvalue', '2024-11-23T07:16:00Z', 'done'],
])('to 2024-05-23, %s, and six months: on %s it is %s', async (further, instant, outcome) => {
  await server.withDatabase((database) =>
    withClient(database.migrator, async (client) => {
      await client.query(`
        create table visit (day date, who text) partition by range (day, who);
        create table visit_old partition of visit for values from ('2020-01-01', minvalue) to ('2024-05-23', ${further});
        create table visit_now partition of visit for values from ('2024-05-23', ${further}) to ('2999-01-01', minvalue);
        insert into visit values ('2024-05-23', 'a')`);
      const { result } = await run('maintain', database, {
        config: 'retention: { keep: "6 months", then: drop }',
        now: new Date(instant),
      });
      expect(result.outcome).toBe(outcome);
    }),
  );
});

/** A window that shuts while a run goes on ends it between two files, and before a further try of one. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Refusal } from '../../../src/domain/deployment.ts';
import { withClient } from '../../../src/postgres/connection.ts';
import { renderDeployment } from '../../../src/report/deployment/result-terminal.ts';
import { createPaint } from '../../../src/report/paint.ts';
import { openTestServer, type TestServer } from '../../support/throwaway.ts';
import { play, rowsOf } from '../apply/played.ts';

let server: TestServer;
beforeAll(async () => (server = await openTestServer()));
afterAll(() => server.close());

const FILES = {
  'V1__a.sql': 'create table a (id integer)',
  'V2__b.sql': 'create table b (id integer)',
  'V3__c.sql': 'alter table a add column more integer',
};

/** Open for so many questions. */
function shutAfter(questions: number): () => Refusal | undefined {
  let asked = 0;
  return () =>
    (asked += 1) > questions ? { gate: 'window', message: 'the window is shut', hint: 'wait' } : undefined;
}

const MESSAGE = 'the window is shut; V1__a.sql, V2__b.sql were applied and stay, V3__c.sql was not begun';

describe('a window that shuts on the way', () => {
  it('leaves what was applied, refuses the rest, and lets the next run go on from there', () =>
    server.withDatabase(async ({ migrator }) => {
      const result = await play({ connection: migrator, files: FILES, change: { windowNow: shutAfter(2) } });
      expect(result).toMatchObject({ outcome: 'refused', refusals: [{ gate: 'window', message: MESSAGE }] });
      expect(result.applied.map(({ script }) => script)).toEqual(['V1__a.sql', 'V2__b.sql']);
      const printed = renderDeployment(result, { paint: createPaint({ colour: false }) });
      expect(printed).toContain('2 migrations applied to');
      expect(printed).not.toContain('Nothing was changed');
      expect(
        await rowsOf(
          migrator,
          `select d.outcome, d.detail -> 'refusals' -> 0 ->> 'gate' as gate, max(h.version) as version
             from partition_guard.deployment d, flyway_schema_history h group by 1, 2`,
        ),
      ).toEqual([{ outcome: 'refused', gate: 'window', version: '2' }]);
      const next = await play({ connection: migrator, files: FILES, change: { windowNow: shutAfter(9) } });
      expect(next.applied.map(({ script }) => script)).toEqual(['V3__c.sql']);
    }));

  it('ends the tries of a file that waits for a lock', () =>
    server.withDatabase(async ({ migrator }) =>
      withClient(migrator, async (other) => {
        await play({ connection: migrator, files: { 'V1__a.sql': FILES['V1__a.sql'] } });
        await other.query('begin; lock table a in access exclusive mode');
        const result = await play({
          connection: migrator,
          files: FILES,
          options: { lockTimeout: '50ms', retries: '1000' },
          change: { windowNow: shutAfter(3) },
        });
        await other.query('rollback');
        expect(result).toMatchObject({ outcome: 'refused', refusals: [{ gate: 'window' }] });
        expect(result.applied.map(({ script }) => script)).toEqual(['V2__b.sql']);
      }),
    ));
});

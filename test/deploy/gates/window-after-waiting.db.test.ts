/** A window that shuts while a run waits for the lock of another is shut for it. */
import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { flywayLockNumber } from '../../../src/deploy/apply/flyway-lock.ts';
import { withClient } from '../../../src/postgres/connection.ts';
import { withThrowawayDatabase } from '../../support/throwaway.ts';
import { run } from '../maintain/maintenance-settings.ts';

it('maintain that had to wait until it shut is refused', () =>
  withThrowawayDatabase(async (database) => {
    const before = new Date('2026-11-22T04:59:56Z');
    await withClient(database.migrator, (client) =>
      client.query(
        'create table t (at date) partition by range (at); create table t_rest partition of t default',
      ),
    );
    const asked = { config: 'maintenance_window: "Sun 01:00-05:00 UTC"', now: before };
    expect((await run('maintain', database, asked)).result.outcome).toBe('nothing-to-do');
    await withClient(database.admin, async (other) => {
      const number = flywayLockNumber('"public"."flyway_schema_history"');
      await other.query('select pg_advisory_lock($1::bigint)', [String(number)]);
      let waits = (): void => undefined;
      const waiting = new Promise<void>((resolve) => (waits = resolve));
      const running = run('maintain', database, { ...asked, onProgress: () => waits() });
      await waiting;
      await delay(4000);
      await other.query('select pg_advisory_unlock($1::bigint)', [String(number)]);
      const { result } = await running;
      expect(result.refusals.map(({ gate }) => gate)).toEqual(['window']);
    });
  }));

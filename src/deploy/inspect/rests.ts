/** Counts what is in the default partitions of all tables, as long as there is time for it. */
import { performance } from 'node:perf_hooks';
import type { Client } from 'pg';
import type { RestCount } from '../../domain/inspection.ts';
import { ALL_MS, countRest, NO_TIME_LEFT, type RestToCount } from './count-rests.ts';

export type CountRest = (oid: number, rest: Omit<RestToCount, 'isLocked'>) => Promise<RestCount>;

export function restCounter(client: Client, locked: ReadonlySet<number>): CountRest {
  const began = performance.now();
  return (oid, rest) =>
    performance.now() - began > ALL_MS
      ? Promise.resolve({
          kind: 'not-counted',
          reason: NO_TIME_LEFT,
          ...(rest.estimate === undefined ? {} : { estimate: rest.estimate }),
        })
      : countRest(client, { ...rest, isLocked: locked.has(oid) });
}

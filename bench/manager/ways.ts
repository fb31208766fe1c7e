/** The ways from months to quarters, as data: what is installed first, and what each session then sends. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Client } from 'pg';
import { withDatabase } from './databases.ts';
import { type Judgement, notJudged } from './judgement.ts';
import type { Sets } from './one-move.ts';
import { lowerOf, type MonthRange, MONTHS, upperOf } from './booking-set.ts';
import { newSet, undoAndPartitionAgain } from './pg-partman.ts';

export interface Way {
  readonly name: string;
  /** Which of the two sets it starts from: the one that pg_partman made knows the partitions in its configuration. */
  readonly set: 'plain' | 'pg_partman';
  /** Sent before the clock starts. */
  readonly install: readonly string[];
  /** The sessions, all at once, and what each of them sends, one statement after the other. */
  readonly callers: readonly (readonly string[])[];
}

export interface Ways {
  readonly newSet: Way;
  readonly undo: Way;
  readonly locked: Way;
  readonly online: Way;
  readonly ours: Way;
  readonly oursTwice: Way;
}

export function makeWays(months: readonly MonthRange[]): Ways {
  const bound = (isOnline: boolean): Way => ({
    name: isOnline ? 'bound, online' : 'bound, writers locked out',
    set: 'plain',
    install: [readFileSync(new URL('bound.sql', import.meta.url), 'utf8')],
    callers: [[`call bound_to_quarters('${lowerOf(months)}', ${MONTHS / 3}, ${isOnline})`]],
  });
  const call = `call rebuild_partitions('amenity_booking_', '${lowerOf(months)}', '${upperOf(months)}', 4, 3)`;
  const ours = { set: 'plain', install: migrations() } as const;
  return {
    newSet: { name: 'pg_partman, new set', set: 'pg_partman', install: [], callers: [newSet(months)] },
    undo: {
      name: 'pg_partman, undo and partition again',
      set: 'pg_partman',
      install: [],
      callers: [undoAndPartitionAgain(months)],
    },
    locked: bound(false),
    online: bound(true),
    ours: { name: 'rebuild_partitions, one caller', ...ours, callers: [[call]] },
    oursTwice: { name: 'rebuild_partitions, two callers', ...ours, callers: [[call], [call]] },
  };
}

/** The shipped files in their order; each is one message, which the server runs as one transaction. */
export function migrations(): string[] {
  const folder = fileURLToPath(new URL('../../sql/migrations', import.meta.url));
  const version = (name: string): number => Number(/^V(\d+)__/.exec(name)?.[1]);
  return readdirSync(folder)
    .filter((name) => /^V\d+__.*\.sql$/.test(name))
    .sort((a, b) => version(a) - version(b))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

/** Which of the ways can be gone here, and of the others why not. */
export async function canGo(
  { server, templates }: Sets,
  ways: readonly Way[],
): Promise<{ possible: Way[]; faults: Judgement[] }> {
  const hasProcedure = await withDatabase(server, undefined, async ({ client }) => {
    for (const text of migrations()) await client.query(text);
    return await hasFunction(client, 'rebuild_partitions');
  });
  const faultOf = ({ set, name }: Way): string | undefined => {
    if (set === 'pg_partman') return templates.pg_partman === undefined ? templates.partmanFault : undefined;
    return name.startsWith('rebuild_') && !hasProcedure
      ? 'the migrations have no rebuild_partitions'
      : undefined;
  };
  const faults = new Map<string, string[]>();
  for (const way of ways) {
    const fault = faultOf(way);
    if (fault !== undefined) faults.set(fault, [...(faults.get(fault) ?? []), way.name]);
  }
  return {
    possible: ways.filter((way) => faultOf(way) === undefined),
    faults: [...faults].map(([fault, names]) => notJudged(names.join('; '), fault)),
  };
}

/** Whether one of the manager's functions is there. */
export async function hasFunction(client: Client, name: string): Promise<boolean> {
  const { rows } = await client.query('select from pg_proc p where p.proname = $1', [name]);
  return rows.length > 0;
}

/** Measures tables without waiting for anybody: what is locked alone is left out, and looked up again where that changes. */
import type { Reading } from '../plan/reading.ts';
import { readLocked, readSizes, type Size } from './catalog.ts';

export interface Sizes {
  readonly of: (oid: number) => Size | undefined;
  readonly notSeen: readonly string[];
}

const TRIES = 3;
const LOCK_NOT_AVAILABLE = '55P03';

export async function measureSizes(
  read: Reading,
  tables: readonly { readonly oid: number; readonly kind: string }[],
  locked: ReadonlySet<number>,
): Promise<Sizes> {
  const oids = [...new Set(tables.filter(({ kind }) => kind === 'r').map(({ oid }) => oid))];
  let without: ReadonlySet<number> = locked;
  let why = '';
  for (let tries = 0; tries < TRIES; tries++) {
    const wanted = oids.filter((oid) => !without.has(oid));
    const sizes = await read.attempt(
      () => readSizes(read.client, wanted),
      (sqlstate) => (why = sqlstate),
    );
    if (sizes) return { of: (oid) => sizes.get(oid), notSeen: [] };
    if (why !== LOCK_NOT_AVAILABLE) break;
    without = await readLocked(read.client);
  }
  return {
    of: () => undefined,
    notSeen: [
      `Sizes could not be measured (SQLSTATE ${why}): another session holds one of the tables alone, or there are too many for the time.`,
    ],
  };
}

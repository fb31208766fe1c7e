/** Measures tables without waiting for anybody: what is locked alone is left out, and looked up again where that changes. */
import type { Reading } from '../plan/reading.ts';
import { thousands } from '../../domain/wording.ts';
import { readEstimatedSizes, readLocked, readSizes, type Size } from './catalog.ts';

export interface Sizes {
  readonly of: (oid: number) => Size | undefined;
  readonly notSeen: readonly string[];
  readonly remarks: readonly string[];
}

const TRIES = 3;
/** More are not opened one by one: the server would keep what it knows of each in memory. */
const MOST_MEASURED = 5_000;
const LOCK_NOT_AVAILABLE = '55P03';

export async function measureSizes(
  read: Reading,
  tables: readonly { readonly oid: number; readonly kind: string }[],
  locked: ReadonlySet<number>,
): Promise<Sizes> {
  const oids = [...new Set(tables.filter(({ kind }) => kind === 'r').map(({ oid }) => oid))];
  if (oids.length > MOST_MEASURED) {
    const sizes = await readEstimatedSizes(read.client, oids);
    return {
      of: (oid) => sizes.get(oid),
      notSeen: [],
      remarks: [
        `There are more than ${thousands(MOST_MEASURED)} tables: sizes are those of the last VACUUM or ANALYZE.`,
      ],
    };
  }
  let without: ReadonlySet<number> = locked;
  let why = '';
  for (let tries = 0; tries < TRIES; tries++) {
    const wanted = oids.filter((oid) => !without.has(oid));
    const sizes = await read.attempt(
      () => readSizes(read.client, wanted),
      (sqlstate) => (why = sqlstate),
    );
    if (sizes) return { of: (oid) => sizes.get(oid), notSeen: [], remarks: [] };
    if (why !== LOCK_NOT_AVAILABLE) break;
    without = await readLocked(read.client);
  }
  return {
    of: () => undefined,
    remarks: [],
    notSeen: [
      `Sizes could not be measured (SQLSTATE ${why}): another session holds one of the tables alone, or there are too many for the time.`,
    ],
  };
}

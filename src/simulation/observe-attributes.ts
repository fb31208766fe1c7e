/** What hangs on the seeded tables: noted when they are seeded, and seen again at the end. */
import type { NamedChange, TableAttributes } from '../domain/attributes.ts';
import type { Migration } from '../migrations/migration.ts';
import { namedChanges } from '../migrations/named-changes.ts';
import { readAttributes } from '../postgres/table-attributes.ts';
import type { SeededTable } from './ledger.ts';
import type { ThrowawayDatabase } from './throwaway-database.ts';

/** Of those that were not noted before, and so were seeded just now. */
export async function noteAttributes(database: ThrowawayDatabase): Promise<void> {
  const fresh = database.seeded.filter((seeded) => !seeded.attributes);
  const read = await readAttributes(
    database.observer,
    fresh.map((seeded) => seeded.oid),
  );
  database.seeded = database.seeded.map((seeded) => {
    const attributes = seeded.attributes ?? read.get(seeded.oid);
    return attributes ? { ...seeded, attributes } : seeded;
  });
}

/** A seeded table and the oid of the one that takes its writes now. */
export interface TableNow {
  readonly seeded: SeededTable | undefined;
  readonly oid: number | undefined;
}

/** @returns by oid, what hangs on the tables now. */
export function readAttributesNow(
  { observer }: ThrowawayDatabase,
  tables: readonly TableNow[],
): Promise<ReadonlyMap<number, TableAttributes>> {
  const before = new Map(
    tables.flatMap(({ seeded, oid }) =>
      oid !== undefined && seeded?.attributes ? [[oid, seeded.attributes] as const] : [],
    ),
  );
  return readAttributes(observer, [...before.keys()], before);
}

const known = new WeakMap<readonly Migration[], Promise<readonly NamedChange[]>>();

/** Read once for each set of migrations: scenarios share them. */
export function namedIn(migrations: readonly Migration[]): Promise<readonly NamedChange[]> {
  const found = known.get(migrations) ?? namedChanges(migrations);
  known.set(migrations, found);
  return found;
}

/** Accounts for seeded rows: by sums where all is well, and row by row, by key and value, where it is not. */
import type { Client } from 'pg';
import type { RowAccount, RowFault } from '../domain/history.ts';
import { holdersOf, type Layout, type Partition, rangePartitions } from '../domain/layout.ts';
import type { Instant } from '../domain/instant.ts';
import { type ColumnFacts, findTable, readTableFacts, type TableFacts } from '../postgres/table-facts.ts';
import { addSums, type RowSum, type SeededTable, sumByPartition } from './ledger.ts';
import { findRowFaults } from './row-faults.ts';

export interface AccountedTable {
  readonly account: RowAccount;
  readonly sums: ReadonlyMap<number, RowSum>;
}

export interface AccountRequest {
  readonly client: Client;
  readonly seeded: SeededTable;
  /** The table's layout now; undefined where it is not range-partitioned. */
  readonly layout: Layout | undefined;
  readonly now: Instant;
}

const NOTHING: RowFault = { count: 0, examples: [] };

export async function accountFor(request: AccountRequest): Promise<AccountedTable> {
  const { client, seeded, layout, now } = request;
  const holders = await findHolders(client, seeded);
  const kept = keptColumns(seeded, holders);
  const whole = holders.length > 0 && kept.length === seeded.columns.length;
  const bySums: ReadonlyMap<number, RowSum>[] = [];
  for (const holder of holders) bySums.push(await sumByPartition(client, holder.table, kept));
  const sums = new Map(bySums.flatMap((map) => [...map]));
  const total = addSums([...sums.values()]);
  const catchAllNow = catchAlls(layout, now).filter((p) =>
    holdersOf(p).some((oid) => (sums.get(oid)?.count ?? 0) > 0),
  );
  const equal = whole && total.count === seeded.total.count && total.sum === seeded.total.sum;
  if (equal && catchAllNow.length === 0) {
    return { account: cleanAccount(seeded, total.count), sums };
  }
  const faults = await findRowFaults({
    client,
    seeded,
    holders,
    columns: kept,
    catchAllNow: catchAllNow.flatMap(holdersOf),
    catchAllBefore: catchAlls(seeded.layout, now).flatMap(holdersOf),
  });
  const redefinedColumns = seeded.columns.filter((c) => !kept.includes(c)).map((c) => c.name);
  const hasValues = (columns: readonly ColumnFacts[]): boolean =>
    columns.some((column) => !seeded.key.includes(column.name));
  const nothingCompared = hasValues(seeded.columns) && !hasValues(kept);
  return {
    account: {
      seeded: seeded.total.count,
      found: total.count,
      redefinedColumns,
      ...(nothingCompared ? { nothingCompared: true } : {}),
      ...faults,
    },
    sums,
  };
}

const cleanAccount = (seeded: SeededTable, found: number): RowAccount => ({
  seeded: seeded.total.count,
  found,
  lost: NOTHING,
  duplicated: NOTHING,
  changed: NOTHING,
  redefinedColumns: [],
  movedToCatchAll: NOTHING,
  stillInCatchAll: 0,
});

/**
 * Where the rows may be: the table of that name, or where it was only renamed the table itself, and its declared
 * successors.
 */
async function findHolders(client: Client, { judged, oid }: SeededTable): Promise<TableFacts[]> {
  const named = await findTable(client, judged.name);
  const renamed = named === undefined ? oid : undefined;
  const successors: (number | undefined)[] = [];
  for (const successor of judged.successors) successors.push(await findTable(client, successor));
  const holders: TableFacts[] = [];
  for (const candidate of new Set([named, renamed, ...successors])) {
    const facts = candidate === undefined ? undefined : await readTableFacts(client, candidate);
    if (facts) holders.push(facts);
  }
  return holders;
}

/** Columns that are in every holder with the name and type they had: what rows are compared by. */
const keptColumns = ({ columns }: SeededTable, holders: readonly TableFacts[]): SeededTable['columns'] =>
  columns.filter((column) =>
    holders.every((holder) => holder.columns.some((c) => c.name === column.name && isSameKind(c, column))),
  );

/** Types that hold the same values, and hash them alike: widening a column changes none. */
const ALIKE: readonly (readonly string[])[] = [
  ['smallint', 'integer', 'bigint'],
  ['text', 'character varying'],
];

const isSameKind = (a: ColumnFacts, b: ColumnFacts): boolean =>
  a.type === b.type ||
  (!a.isArray &&
    !b.isArray &&
    ALIKE.some((types) => types.includes(a.baseType) && types.includes(b.baseType)));

/**
 * Default partitions, and those that catch whatever has no partition: unbounded above, or unbounded below unless
 * they end in the past and so hold history.
 */
function catchAlls(layout: Layout | undefined, now: Instant): Partition[] {
  if (!layout) return [];
  const unbounded = rangePartitions(layout).filter(
    ({ range }) =>
      range.upper.kind === 'maxvalue' ||
      (range.lower.kind === 'minvalue' && range.upper.kind === 'finite' && range.upper.at > now),
  );
  return [...layout.partitions.filter((p) => p.kind === 'default'), ...unbounded];
}

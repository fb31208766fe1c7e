/** Accounts for seeded rows: by sums where all is well, and row by row, by key and value, where it is not. */
import type { Client } from 'pg';
import type { RowAccount, RowFault } from '../domain/history.ts';
import type { Retiring } from './retired-rows.ts';
import { holdersOf, type Layout, type Partition, rangePartitions } from '../domain/layout.ts';
import type { Instant } from '../domain/instant.ts';
import type { ColumnFacts } from '../postgres/table-facts.ts';
import { findHolders, followedColumns, redefinedColumns } from './holders.ts';
import { addSums, type RowSum, type SeededTable, sumByPartition } from './ledger.ts';
import { type FaultRequest, findRowFaults, tellsRowsApart } from './row-faults.ts';

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
  /** Where a retention was called. */
  readonly retiring?: Retiring;
}

const NOTHING: RowFault = { count: 0, examples: [] };

export async function accountFor(request: AccountRequest): Promise<AccountedTable> {
  const { client, seeded, layout, now } = request;
  const holders = await findHolders(client, seeded);
  const followed = followedColumns(seeded, holders);
  const plain = followed.filter(({ common }) => common === 'as-is');
  const whole = holders.length > 0 && plain.length === seeded.columns.length;
  const bySums: ReadonlyMap<number, RowSum>[] = [];
  for (const [i, { facts }] of holders.entries())
    bySums.push(
      await sumByPartition(
        client,
        facts.table,
        plain.flatMap((column) => column.now[i] ?? []),
      ),
    );
  const sums = new Map(bySums.flatMap((map) => [...map]));
  const total = addSums([...sums.values()]);
  const catchAllNow = catchAlls(layout, now, seeded.layout).filter((p) =>
    holdersOf(p).some((oid) => (sums.get(oid)?.count ?? 0) > 0),
  );
  const redefined = redefinedColumns(seeded, holders, followed);
  const equal = whole && total.count === seeded.total.count && total.sum === seeded.total.sum;
  if (equal && catchAllNow.length === 0) {
    return { account: { ...cleanAccount(seeded, total.count), redefinedColumns: redefined }, sums };
  }
  const account = await compareRows(
    {
      client,
      seeded,
      holders,
      followed,
      catchAllNow: catchAllNow.flatMap(holdersOf),
      catchAllBefore: catchAlls(seeded.layout, now, seeded.layout).flatMap(holdersOf),
      ...(request.retiring ? { retiring: request.retiring } : {}),
    },
    { found: total.count, redefined },
  );
  return { account, sums };
}

/**
 * A change of type that reads wall clocks in a zone of its own gives other instants, and is right to: where they
 * differ, such columns are left out, and named.
 */
async function compareRows(
  request: FaultRequest,
  { found, redefined }: { readonly found: number; readonly redefined: readonly string[] },
): Promise<RowAccount> {
  const { seeded, followed } = request;
  const isTold = await tellsRowsApart(request);
  const faults = isTold
    ? await findRowFaults(request)
    : { ...(await findRowFaults({ ...request, followed: [] })), duplicated: NOTHING };
  const certain = followed.filter(({ common }) => common !== 'instant-of-some-zone');
  if (certain.length < followed.length && faults.lost.count + faults.changed.count > 0) {
    const left = followed.filter((f) => !certain.includes(f)).map(({ column }) => column.name);
    return compareRows({ ...request, followed: certain }, { found, redefined: [...redefined, ...left] });
  }
  const hasValues = (columns: readonly ColumnFacts[]): boolean =>
    columns.some((column) => !seeded.key.includes(column.name));
  const nothingCompared = hasValues(seeded.columns) && !hasValues(followed.map(({ column }) => column));
  return {
    seeded: seeded.total.count,
    found,
    redefinedColumns: redefined,
    ...(nothingCompared ? { nothingCompared: true } : {}),
    ...(isTold ? {} : { nothingToTellBy: true }),
    ...faults,
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
 * Default partitions, and those that catch whatever has no partition: unbounded above, or unbounded below unless
 * they end in the past and so hold history; or hold, up to the bound, what was a table without partitions before.
 */
function catchAlls(layout: Layout | undefined, now: Instant, before: Layout | undefined): Partition[] {
  if (!layout) return [];
  const unbounded = rangePartitions(layout).filter(
    ({ range }) =>
      range.upper.kind === 'maxvalue' ||
      (before !== undefined &&
        range.lower.kind === 'minvalue' &&
        range.upper.kind === 'finite' &&
        range.upper.at > now),
  );
  return [...layout.partitions.filter((p) => p.kind === 'default'), ...unbounded];
}

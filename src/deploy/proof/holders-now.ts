/** Where the rows of a proven table are after a migration, and which of its columns can still be compared there. */
import type { Client } from 'pg';
import { type Common, commonOf } from '../../postgres/changed-type.ts';
import { type ColumnFacts, readTableFacts, type TableFacts } from '../../postgres/table-facts.ts';
import { oidOf, type ProvenTable, resolveTable } from './proven-table.ts';

/** A column of the table as it was, and the same in each holder, in their order. */
export interface ComparedColumn {
  readonly before: ColumnFacts;
  readonly now: readonly ColumnFacts[];
  /** What both sides are turned into: of a type that was changed into one that loses nothing. */
  readonly common: Common;
}

export interface HoldersNow {
  /** No row is in two of them. */
  readonly holders: readonly TableFacts[];
  readonly compared: readonly ComparedColumn[];
  /** Columns that are gone, or whose values are not to be told from others in the type that they have now. */
  readonly passedOver: readonly string[];
  /** Those of them that are gone. */
  readonly dropped: readonly string[];
}

/**
 * The table of that name; where there is none, the table itself under its new one; and its successors. A partition that
 * was detached, or a table that was moved aside, holds nothing more of it.
 */
export async function findHoldersNow(
  client: Client,
  table: ProvenTable,
  successors: readonly number[],
): Promise<HoldersNow> {
  const named = await oidOf(client, table.table);
  const first = named ?? (await topOf(client, table.oid));
  const oids = [...new Set([...(first === undefined ? [] : [first]), ...successors])];
  const holders: TableFacts[] = [];
  for (const oid of oids) {
    if (await isWithin(client, oid, oids)) continue;
    const facts = await readTableFacts(client, oid);
    if (facts) holders.push(facts);
  }
  const compared = table.columns.flatMap((before): ComparedColumn[] => {
    const now = holders.flatMap((holder) => sameColumn(before, holder, table) ?? []);
    const common = commonIn(before, now);
    return now.length === holders.length && common !== undefined ? [{ before, now, common }] : [];
  });
  const names = new Set(compared.map(({ before }) => before.name));
  const passedOver = table.columns.filter(({ name }) => !names.has(name));
  const isGone = (column: ColumnFacts): boolean =>
    holders.every((holder) => sameColumn(column, holder, table) === undefined);
  return {
    holders,
    compared,
    passedOver: passedOver.map(({ name }) => name),
    dropped: passedOver.filter(isGone).map(({ name }) => name),
  };
}

/** One for all holders; undefined where there is none, or none that all of them have. */
function commonIn(before: ColumnFacts, now: readonly ColumnFacts[]): Common | undefined {
  const [first, ...others] = now.map((one) =>
    one.typeOid === before.typeOid ? 'as-is' : commonOf(before, one),
  );
  // What a wall clock's time became is for the change to say: to compare it would take knowing the zone.
  if (first === 'instant-of-some-zone' || others.some((other) => other !== first)) return undefined;
  return first;
}

/** Successors must be known by the session's own search path: before anything is pinned. */
export async function resolveSuccessors(client: Client, table: ProvenTable): Promise<number[]> {
  const oids: number[] = [];
  for (const name of table.successors) {
    const oid = await resolveTable(client, name);
    if (oid !== undefined) oids.push(oid);
  }
  return oids;
}

/** By its name, as whoever reads it finds it; in the table itself a renamed one by its place. */
const sameColumn = (before: ColumnFacts, holder: TableFacts, table: ProvenTable): ColumnFacts | undefined =>
  holder.columns.find(({ name }) => name === before.name) ??
  (holder.oid === table.oid
    ? holder.columns.find(({ position }) => position === before.position)
    : undefined);

/** The table itself or, where it has become a partition, what it is one of; undefined where it is gone. */
async function topOf(client: Client, oid: number): Promise<number | undefined> {
  const { rows } = await client.query<{ top: number }>(
    `select coalesce(case when c.relispartition then pg_catalog.pg_partition_root(c.oid)::oid end, c.oid) as top
       from pg_catalog.pg_class c where c.oid = $1 and c.relkind in ('r', 'p')`,
    [oid],
  );
  return rows[0]?.top;
}

async function isWithin(client: Client, oid: number, others: readonly number[]): Promise<boolean> {
  const { rowCount } = await client.query(
    `with recursive above(oid) as (
       select i.inhparent from pg_catalog.pg_inherits i where i.inhrelid = $1
        union
       select i.inhparent from pg_catalog.pg_inherits i join above a on a.oid = i.inhrelid
     )
     select from above a where a.oid = any ($2::oid[])`,
    [oid, others],
  );
  return (rowCount ?? 0) > 0;
}

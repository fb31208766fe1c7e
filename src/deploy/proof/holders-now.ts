/** Where the rows of a proven table are after a migration, and which of its columns can still be compared there. */
import type { Client } from 'pg';
import { type ColumnFacts, readTableFacts, type TableFacts } from '../../postgres/table-facts.ts';
import { oidOf, type ProvenTable, resolveTable } from './proven-table.ts';

/** A column of the table as it was, and the same in each holder, in their order. */
export interface ComparedColumn {
  readonly before: ColumnFacts;
  readonly now: readonly ColumnFacts[];
}

export interface HoldersNow {
  /** No row is in two of them. */
  readonly holders: readonly TableFacts[];
  readonly compared: readonly ComparedColumn[];
  /** Columns that are gone, or of another type. */
  readonly passedOver: readonly string[];
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
    return holders.length > 0 && now.length === holders.length ? [{ before, now }] : [];
  });
  const names = new Set(compared.map(({ before }) => before.name));
  return {
    holders,
    compared,
    passedOver: table.columns.map((c) => c.name).filter((name) => !names.has(name)),
  };
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
function sameColumn(before: ColumnFacts, holder: TableFacts, table: ProvenTable): ColumnFacts | undefined {
  const found =
    holder.columns.find(({ name }) => name === before.name) ??
    (holder.oid === table.oid
      ? holder.columns.find(({ position }) => position === before.position)
      : undefined);
  return found?.typeOid === before.typeOid ? found : undefined;
}

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

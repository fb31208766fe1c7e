/** Finds the tables that may hold a seeded table's rows now, and under which name each of its columns is there. */
import type { Client } from 'pg';
import { type ColumnFacts, findTable, readTableFacts, type TableFacts } from '../postgres/table-facts.ts';
import { type Common, commonOf } from '../postgres/changed-type.ts';
import type { SeededTable } from './ledger.ts';

export interface Holder {
  readonly facts: TableFacts;
  /** The seeded table's columns as they are called here; one that is not here is not among them. */
  readonly names: ReadonlyMap<string, string>;
}

/** A column that every holder has, with values that can be compared. */
export interface FollowedColumn {
  /** As it was seeded. */
  readonly column: ColumnFacts;
  readonly common: Common;
  /** The column in each holder, in their order. */
  readonly now: readonly ColumnFacts[];
}

/**
 * The table of that name, or where it was only renamed the table itself, and its declared successors; none twice, as a
 * table and within one that it is a partition of.
 */
export async function findHolders(client: Client, { judged, oid, columns }: SeededTable): Promise<Holder[]> {
  const named = await findTable(client, judged.name);
  const successors: (number | undefined)[] = [];
  for (const successor of judged.successors) successors.push(await findTable(client, successor));
  const candidates = [...new Set([named ?? oid, ...successors])].filter((found) => found !== undefined);
  const lineage = await readLineage(client, candidates, oid);
  const original = await readTableFacts(client, oid);
  const holders: Holder[] = [];
  const tops = candidates.map((candidate) =>
    // A table that was renamed and then attached to another shares its rows with the other partitions there.
    named === undefined && candidate === oid ? (lineage.get(oid)?.at(-1) ?? oid) : candidate,
  );
  for (const top of new Set(tops)) {
    if (tops.some((other) => lineage.get(top)?.includes(other))) continue;
    const facts = top === oid ? original : await readTableFacts(client, top);
    if (!facts) continue;
    const isOriginal = top === oid || lineage.get(oid)?.includes(top) === true;
    holders.push({ facts, names: namesIn(facts, columns, isOriginal ? original : undefined) });
  }
  return holders;
}

/** Of each table what it is a partition of, or inherits from: its parent first, the topmost last. */
async function readLineage(
  client: Client,
  candidates: readonly number[],
  seeded: number,
): Promise<ReadonlyMap<number, readonly number[]>> {
  if (candidates.length === 1 && candidates[0] === seeded) {
    const { rowCount } = await client.query('select from pg_catalog.pg_inherits i where i.inhrelid = $1', [
      seeded,
    ]);
    if (rowCount === 0) return new Map();
  }
  const { rows } = await client.query<{ table: number; above: number[] }>(
    `with recursive line(start, above, level) as (
       select i.inhrelid, i.inhparent, 1 from pg_catalog.pg_inherits i where i.inhrelid = any ($1::oid[])
        union all
       select l.start, i.inhparent, l.level + 1
         from line l join pg_catalog.pg_inherits i on i.inhrelid = l.above)
     select l.start as table, pg_catalog.array_agg(l.above order by l.level) as above from line l group by 1`,
    [[...candidates, seeded]],
  );
  return new Map(rows.map(({ table, above }) => [table, above]));
}

/**
 * @param original the seeded table itself, where its rows can only be here: a column of it is the same under any name.
 * Elsewhere the name alone tells.
 */
function namesIn(
  holder: TableFacts,
  columns: readonly ColumnFacts[],
  original: TableFacts | undefined,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const nameNow = (position: number): string | undefined =>
    original?.columns.find((c) => c.position === position)?.name;
  const isTaken = (name: string): boolean =>
    columns.some((c) => c.name !== name && nameNow(c.position) === name);
  for (const { name, position } of columns) {
    const renamed = nameNow(position);
    // It was dropped, and another goes by its name.
    if (original && renamed === undefined && isTaken(name)) continue;
    // Where two columns gave each other's names, whoever reads one by its name finds the other's values.
    const now = renamed === undefined || isTaken(name) ? name : renamed;
    if (holder.columns.some((c) => c.name === now)) names.set(name, now);
  }
  return names;
}

/** Columns that are in every holder with values that can be compared. */
export function followedColumns(
  { columns }: SeededTable,
  holders: readonly Holder[],
): readonly FollowedColumn[] {
  return columns.flatMap((column) => {
    const now: ColumnFacts[] = [];
    const needed = new Set<Common>();
    for (const { facts, names } of holders) {
      const found = facts.columns.find((c) => c.name === names.get(column.name));
      const common = found && commonOf(column, found);
      if (!found || common === undefined) return [];
      now.push(found);
      needed.add(common);
    }
    const common = oneCommon(needed);
    return common === undefined ? [] : [{ column, common, now }];
  });
}

/** Holders may differ: what is as it was can be turned into whatever the others need. */
function oneCommon(needed: ReadonlySet<Common>): Common | undefined {
  const [first = 'as-is', ...others] = [...needed].filter((common) => common !== 'as-is');
  return others.length === 0 ? first : undefined;
}

/**
 * Columns of the seeded table that can't be judged: those that are gone or of another kind, and those under whose name
 * there is another column now.
 */
export const redefinedColumns = (
  { columns }: SeededTable,
  holders: readonly Holder[],
  followed: readonly FollowedColumn[],
): string[] =>
  columns
    .filter(
      ({ name }) =>
        !followed.some((f) => f.column.name === name) ||
        holders.some(
          ({ facts, names }) =>
            names.get(name) !== name &&
            ![...names.values()].includes(name) &&
            facts.columns.some((c) => c.name === name),
        ),
    )
    .map(({ name }) => name);

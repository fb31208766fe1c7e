/** The rows of each partition around a call that lets some of them go: those of the others must be what they were. */
import type pg from 'pg';
import { quoteIdentifier } from '../../postgres/connection.ts';
import { readTableFacts } from '../../postgres/table-facts.ts';
import { type Limits, pinSettings } from '../archive/pinned-settings.ts';
import { countRows, sameRows, type RowsSeen } from '../archive/row-checksum.ts';
import type { MaintainedTable } from './maintenance-run.ts';

export interface HolderSeen extends RowsSeen {
  readonly oid: number;
  readonly name: string;
  /** The partition of the table that it is, or is within. */
  readonly partition: number;
}

const HOLDERS = `
  select leaf.relid::oid as oid, n.nspname as schema, c.relname as name, i.inhrelid::oid as partition
    from pg_catalog.pg_inherits i
   cross join lateral pg_catalog.pg_partition_tree(i.inhrelid) leaf
    join pg_catalog.pg_class c on c.oid = leaf.relid and c.relkind = 'r'
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
   where i.inhparent = $1 and leaf.isleaf
   order by 1`;

/** @param session in a transaction; its settings stay as they are. */
export async function seeHolders(
  session: pg.Client,
  { oid }: MaintainedTable,
  limits: Limits,
): Promise<HolderSeen[]> {
  await session.query('savepoint as_they_are');
  await pinSettings(session, limits);
  const { rows } = await session.query<{ oid: number; schema: string; name: string; partition: number }>(
    HOLDERS,
    [oid],
  );
  const seen: HolderSeen[] = [];
  for (const { schema, name, ...holder } of rows) {
    const facts = await readTableFacts(session, holder.oid);
    const relation = `${quoteIdentifier(schema)}.${quoteIdentifier(name)}`;
    seen.push({ ...holder, name: relation, ...(await countRows(session, relation, facts?.columns ?? [])) });
  }
  await session.query('rollback to savepoint as_they_are');
  return seen;
}

/** The first whose rows are other ones; a new one has none of its own. */
export function differing(
  before: readonly HolderSeen[],
  after: readonly HolderSeen[],
  gone: readonly { readonly oid: number }[],
): string | undefined {
  const kept = before.filter(({ partition }) => !gone.some(({ oid }) => oid === partition));
  const lost = kept.find((holder) => {
    const now = after.find(({ oid }) => oid === holder.oid);
    return now === undefined || !sameRows(holder, now);
  });
  const made = after.find(({ oid, rows }) => rows > 0 && !before.some((holder) => holder.oid === oid));
  return (lost ?? made)?.name;
}

/** Rows of one partition, with those within it. */
export const rowsOf = (holders: readonly HolderSeen[], oid: number): number =>
  holders.filter(({ partition }) => partition === oid).reduce((sum, { rows }) => sum + rows, 0);

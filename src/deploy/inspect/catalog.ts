/** Reads every partitioned table of a database with its whole tree from the catalog, locking none of them. */
import type { Client } from 'pg';

/** What the planner and the statistics know of a table's rows. */
export interface Estimated {
  readonly kind: 'r' | 'f' | 'p';
  /** -1 where it was never analyzed. */
  readonly estimate: number;
  readonly live: number;
  readonly pages: number;
}

/** A partitioned table, or a partition at any depth. */
export interface Member extends Estimated {
  readonly oid: number;
  readonly schema: string;
  readonly relation: string;
  /** Schema-qualified, quoted as SQL reads it. */
  readonly name: string;
  /** Null of a root. */
  readonly parent: number | null;
  readonly isPending: boolean;
  /** As the catalog prints it; null of a root. */
  readonly bound: string | null;
  readonly strategy: 'r' | 'l' | 'h' | null;
  /** Each as SQL reads it; an expression is told as such. */
  readonly key: readonly string[] | null;
  /** The first column of the key; null where that is an expression. */
  readonly keyColumn: string | null;
  readonly keyType: string | null;
}

/**
 * Bounds are printed without naming their table, which takes no lock on it; pg_partition_tree would keep one on each
 * table until the transaction ends.
 */
const MEMBERS = `
  select c.oid, n.nspname as schema, c.relname as relation,
         pg_catalog.format('%I.%I', n.nspname, c.relname) as name,
         c.relkind as kind, link.inhparent as parent, coalesce(link.inhdetachpending, false) as "isPending",
         pg_catalog.pg_get_expr(c.relpartbound, 0) as bound, key.partstrat as strategy,
         case when key.partrelid is not null
              then (select pg_catalog.array_agg(coalesce(pg_catalog.quote_ident(a.attname), 'an expression') order by k.place)
                      from pg_catalog.unnest(key.partattrs::int2[]) with ordinality k(attnum, place)
                      left join pg_catalog.pg_attribute a
                        on a.attrelid = c.oid and a.attnum = k.attnum and k.attnum <> 0)
         end as key,
         first_column.attname as "keyColumn",
         case when key_type.typtype = 'd' then pg_catalog.format_type(key_type.typbasetype, null)
              else pg_catalog.format_type(key_type.oid, null) end as "keyType",
         c.reltuples::float8 as estimate, c.relpages as pages,
         case when c.relkind = 'r' and c.reltuples <= 0
              then pg_catalog.pg_stat_get_live_tuples(c.oid)::float8 else 0 end as live
    from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    left join pg_catalog.pg_inherits link on link.inhrelid = c.oid and c.relispartition
    left join pg_catalog.pg_partitioned_table key on key.partrelid = c.oid
    left join pg_catalog.pg_attribute first_column
      on first_column.attrelid = c.oid and first_column.attnum = key.partattrs[0] and key.partattrs[0] <> 0
    left join pg_catalog.pg_type key_type on key_type.oid = first_column.atttypid
   where (c.relkind = 'p' or c.relispartition) and c.relkind in ('r', 'f', 'p') and c.relpersistence <> 't'
   order by c.oid`;

export const readMembers = async (client: Client): Promise<Member[]> =>
  (await client.query<Member>(MEMBERS)).rows;

/** What somebody holds, or waits for, alone; of an index its table. Many may be held at once: each is looked up by its number. */
const HELD = `
  select distinct coalesce(i.indrelid, l.relation) as oid, c.relkind = 't' as "isToast"
    from pg_catalog.pg_locks l
    left join pg_catalog.pg_index i on i.indexrelid = l.relation
    left join pg_catalog.pg_class c on c.oid = coalesce(i.indrelid, l.relation)
   where l.locktype = 'relation' and l.mode = 'AccessExclusiveLock' and l.pid <> pg_catalog.pg_backend_pid()
     and l.database = (select d.oid from pg_catalog.pg_database d where d.datname = pg_catalog.current_database())`;
const OWNERS_OF_TOAST = `
  select c.oid from pg_catalog.pg_class c where c.reltoastrelid = any ($1::oid[])`;

/** Tables that are held alone: themselves, or by an index or their out-of-line values. */
export async function readLocked(client: Client): Promise<Set<number>> {
  const { rows } = await client.query<{ oid: number; isToast: boolean | null }>(HELD);
  const toasts = rows.filter(({ isToast }) => isToast === true).map(({ oid }) => oid);
  const owners =
    toasts.length === 0 ? [] : (await client.query<{ oid: number }>(OWNERS_OF_TOAST, [toasts])).rows;
  return new Set([...rows, ...owners].map(({ oid }) => oid));
}

export interface Size {
  readonly oid: number;
  /** Indexes included. */
  readonly bytes: number;
  /** Whether the file of its rows is known to have no byte. */
  readonly isEmpty: boolean;
}

/** Only where nobody has estimated its rows is it asked whether there are any. */
const SIZES = `
  select c.oid, pg_catalog.pg_total_relation_size(c.oid)::float8 as bytes,
         case when c.reltuples > 0 then false else pg_catalog.pg_relation_size(c.oid) = 0 end as "isEmpty"
    from pg_catalog.pg_class c where c.oid = any ($1::oid[])`;

/** As the last VACUUM or ANALYZE left them, which opens no table: a session that opens very many needs much memory. */
const ESTIMATED_SIZES = `
  select c.oid, false as "isEmpty",
         (c.relpages + coalesce(i.pages, 0) + coalesce(t.relpages, 0))::float8
           * pg_catalog.current_setting('block_size')::float8 as bytes
    from pg_catalog.pg_class c
    left join pg_catalog.pg_class t on t.oid = c.reltoastrelid and c.reltoastrelid <> 0
    left join (select x.indrelid, pg_catalog.sum(y.relpages) as pages
                 from pg_catalog.pg_index x join pg_catalog.pg_class y on y.oid = x.indexrelid
                group by x.indrelid) i on i.indrelid = c.oid
   where c.oid = any ($1::oid[]) and c.reltuples >= 0 and (c.relpages > 0 or c.reltuples = 0)`;

/** @returns none of tables that are dropped meanwhile, nor, of estimates, of those that nobody has estimated. */
async function readSizesBy(client: Client, sql: string, oids: readonly number[]): Promise<Map<number, Size>> {
  const { rows } = await client.query<Omit<Size, 'bytes'> & { readonly bytes: number | null }>(sql, [oids]);
  return new Map(
    rows.flatMap(({ bytes, ...size }) => (bytes === null ? [] : [[size.oid, { ...size, bytes }] as const])),
  );
}

/** Takes a lock on each table for a moment, one after another. */
export const readSizes = (client: Client, oids: readonly number[]): Promise<Map<number, Size>> =>
  readSizesBy(client, SIZES, oids);

export const readEstimatedSizes = (client: Client, oids: readonly number[]): Promise<Map<number, Size>> =>
  readSizesBy(client, ESTIMATED_SIZES, oids);

/** Rows as the planner, the statistics or an empty file tell them; undefined where nothing does. */
export function estimatedRows(
  { kind, estimate, live, pages }: Estimated,
  size: Size | undefined,
): number | undefined {
  if (kind === 'p') return 0;
  if (estimate > 0) return Math.round(estimate);
  if (live > 0) return Math.round(live);
  if (kind === 'f') return undefined;
  return (estimate === 0 && pages > 0) || size?.isEmpty === true ? 0 : undefined;
}

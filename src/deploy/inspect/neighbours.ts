/** Reads the tables that are no partitions and may be concerned all the same: what inherits, and what has a key's column. */
import type { Client } from 'pg';
import type { Estimated } from './catalog.ts';

export interface Neighbour extends Estimated {
  readonly oid: number;
  readonly schema: string;
  readonly relation: string;
  readonly name: string;
  /** What it inherits from. */
  readonly parents: readonly number[];
  /** `name oid-of-its-type`, sorted. */
  readonly columns: readonly string[];
  /** Expressions of its CHECK constraints; null where it is locked, and they can't be printed. */
  readonly checks: readonly string[] | null;
}

const NEIGHBOURS = `
  with inheriting as (
    select h.inhrelid as oid from pg_catalog.pg_inherits h
      join pg_catalog.pg_class child on child.oid = h.inhrelid
     where not child.relispartition and child.relkind in ('r', 'f')
     union
    select h.inhparent from pg_catalog.pg_inherits h
      join pg_catalog.pg_class child on child.oid = h.inhrelid
     where not child.relispartition and child.relkind in ('r', 'f')
  ), keyed as (
    select a.attrelid as oid from pg_catalog.pg_attribute a
     where a.attname = any ($1::name[]) and a.attnum > 0 and not a.attisdropped
  )
  select c.oid, n.nspname as schema, c.relname as relation,
         pg_catalog.format('%I.%I', n.nspname, c.relname) as name, c.relkind as kind,
         coalesce((select pg_catalog.array_agg(h.inhparent order by h.inhseqno)
                     from pg_catalog.pg_inherits h where h.inhrelid = c.oid), '{}')::int8[]::text[] as parents,
         coalesce((select pg_catalog.array_agg(a.attname || ' ' || a.atttypid order by a.attname)
                     from pg_catalog.pg_attribute a
                    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped), '{}') as columns,
         case when c.oid <> all ($2::oid[])
              then coalesce((select pg_catalog.array_agg(pg_catalog.pg_get_expr(k.conbin, k.conrelid) order by k.conname)
                               from pg_catalog.pg_constraint k
                              where k.conrelid = c.oid and k.contype = 'c'
                                and pg_catalog.to_jsonb(k) ->> 'conenforced' is distinct from 'false'), '{}')
         end as checks,
         c.reltuples::float8 as estimate, c.relpages as pages,
         case when c.relkind = 'r' and c.reltuples <= 0
              then pg_catalog.pg_stat_get_live_tuples(c.oid)::float8 else 0 end as live
    from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
   where c.oid in (select i.oid from inheriting i union select k.oid from keyed k)
     and c.relkind in ('r', 'f', 'p') and not c.relispartition and c.relpersistence <> 't'
     and n.nspname <> all ('{pg_catalog,information_schema,pg_toast}'::name[])
   order by c.oid`;

/**
 * @param keyColumns of the tables that are partitioned by range.
 * @param locked whose constraints are not read.
 */
export async function readNeighbours(
  client: Client,
  keyColumns: readonly string[],
  locked: ReadonlySet<number>,
): Promise<Neighbour[]> {
  const { rows } = await client.query<Neighbour & { readonly parents: readonly string[] }>(NEIGHBOURS, [
    keyColumns,
    [...locked],
  ]);
  return rows.map((row) => ({ ...row, parents: row.parents.map(Number) }));
}

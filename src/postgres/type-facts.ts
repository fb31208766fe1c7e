/** Reads from the catalog what types are made of: domains, arrays, composites and ranges, down to what has no parts. */
import type { Client } from 'pg';

export interface TypeFacts {
  readonly oid: number;
  /** As SQL reads it, without a modifier. */
  readonly name: string;
  /** `b` base, `e` enum, `d` domain, `r` range, `m` multirange, `c` composite. */
  readonly kind: string;
  /** Of an array its elements', of a domain what is beneath it, of a (multi)range what it spans; 0 for others. */
  readonly part: number;
  readonly isArray: boolean;
  /** Of what is beneath a domain. */
  readonly modifier: number;
  readonly labels: readonly string[];
  /** Of a domain, with VALUE for the value. */
  readonly checks: readonly string[];
  /** Of a composite, in their order. */
  readonly attributes: readonly { readonly type: number; readonly modifier: number }[];
}

const TYPES = `
  with recursive needed(oid) as (
    select pg_catalog.unnest($1::oid[])
     union
    select part.oid
      from needed n
      join pg_catalog.pg_type t on t.oid = n.oid
     cross join lateral (
       select t.typbasetype where t.typtype = 'd'
        union all
       select t.typelem where t.typcategory = 'A'
        union all
       select r.rngsubtype from pg_catalog.pg_range r where t.oid in (r.rngtypid, r.rngmultitypid)
        union all
       select r.rngtypid from pg_catalog.pg_range r where r.rngmultitypid = t.oid
        union all
       select a.atttypid from pg_catalog.pg_attribute a
        where t.typtype = 'c' and a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped
     ) part(oid)
  )
  select t.oid, pg_catalog.format_type(t.oid, null) as name, t.typtype as kind,
         t.typcategory = 'A' and t.typtype = 'b' as "isArray", t.typtypmod as modifier,
         case when t.typtype = 'd' then t.typbasetype
              when t.typcategory = 'A' then t.typelem
              when t.typtype = 'm' then (select r.rngtypid from pg_catalog.pg_range r where r.rngmultitypid = t.oid)
              when t.typtype = 'r' then (select r.rngsubtype from pg_catalog.pg_range r where r.rngtypid = t.oid)
              else 0 end as part,
         coalesce((select pg_catalog.array_agg(e.enumlabel::text order by e.enumsortorder)
                     from pg_catalog.pg_enum e where e.enumtypid = t.oid), '{}') as labels,
         coalesce((select pg_catalog.array_agg(pg_catalog.pg_get_expr(d.conbin, 0))
                     from pg_catalog.pg_constraint d where d.contypid = t.oid and d.contype = 'c'), '{}') as checks,
         coalesce((select pg_catalog.json_agg(pg_catalog.json_build_object('type', a.atttypid::bigint, 'modifier', a.atttypmod)
                                              order by a.attnum)
                     from pg_catalog.pg_attribute a
                    where t.typtype = 'c' and a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped), '[]') as attributes
    from needed n join pg_catalog.pg_type t on t.oid = n.oid`;

/** @returns the types themselves, and all that they are made of, by oid. */
export async function readTypes(
  client: Client,
  oids: readonly number[],
): Promise<ReadonlyMap<number, TypeFacts>> {
  if (oids.length === 0) return new Map();
  const { rows } = await client.query<TypeFacts>(TYPES, [oids]);
  return new Map(rows.map((row) => [row.oid, row]));
}

/** What the types of a table's columns are made of, where they are nobody's but the database's own: a name alone says nothing of it. */
import type { Client } from 'pg';
import type { ArchivedType } from './archive-head.ts';

/** Through arrays, domains, composites and ranges, down to what the server brings itself. */
const TYPES = `
  with recursive used(oid) as (
    select a.atttypid from pg_catalog.pg_attribute a where a.attrelid = $1 and a.attnum > 0 and not a.attisdropped
     union
    select part.oid
      from used
      join pg_catalog.pg_type t on t.oid = used.oid
     cross join lateral (
           select t.typelem where t.typelem <> 0
            union all
           select t.typbasetype where t.typtype = 'd'
            union all
           select a.atttypid from pg_catalog.pg_attribute a
            where t.typtype = 'c' and a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped
            union all
           select r.rngsubtype from pg_catalog.pg_range r where r.rngtypid = t.oid
            union all
           select r.rngtypid from pg_catalog.pg_range r where r.rngmultitypid = t.oid
     ) part(oid)
  )
  select pg_catalog.format_type(t.oid, null) as name, t.typtype as kind,
         case t.typtype
           when 'e' then (select pg_catalog.array_agg(e.enumlabel::text order by e.enumsortorder)
                            from pg_catalog.pg_enum e where e.enumtypid = t.oid)
           when 'd' then array[pg_catalog.format_type(t.typbasetype, t.typtypmod)]
           when 'r' then (select array[pg_catalog.format_type(r.rngsubtype, null)]
                            from pg_catalog.pg_range r where r.rngtypid = t.oid)
           else (select pg_catalog.array_agg(
                          pg_catalog.format('%I %s', a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod))
                          order by a.attnum)
                   from pg_catalog.pg_attribute a
                  where a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped)
         end as parts
    from used
    join pg_catalog.pg_type t on t.oid = used.oid
   where t.oid >= 16384 and t.typtype in ('c', 'd', 'e', 'r')
   order by pg_catalog.format_type(t.oid, null) collate "C"`;

const KINDS: Readonly<Record<string, ArchivedType['kind']>> = {
  c: 'composite',
  d: 'domain',
  e: 'enum',
  r: 'range',
};

/**
 * @param client in a session with pinned settings: names are printed with their schemas then.
 * @param oid of the table.
 */
export async function readUserTypes(client: Client, oid: number): Promise<ArchivedType[]> {
  const { rows } = await client.query<{ name: string; kind: string; parts: string[] | null }>(TYPES, [oid]);
  return rows.map(({ name, kind, parts }) => ({
    name,
    kind: KINDS[kind] ?? 'composite',
    parts: parts ?? [],
  }));
}

/**
 * What of the types is not as it was archived: the file has text of them, which goes by place in a composite and by
 * label in an enum. Labels that came since are no fault.
 * @returns a line each.
 */
export function changedTypes(archived: readonly ArchivedType[], now: readonly ArchivedType[]): string[] {
  return archived.flatMap((was) => {
    const is = now.find(({ name }) => name === was.name);
    if (is === undefined) return [];
    if (is.kind === was.kind && (was.kind === 'enum' ? isWithin : isEqual)(was.parts, is.parts)) return [];
    return [
      `type ${was.name} was ${was.kind} (${was.parts.join(', ')}) and is ${is.kind} (${is.parts.join(', ')})`,
    ];
  });
}

const isEqual = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((part, i) => part === b[i]);

/** In the same order, others between them or not. */
function isWithin(few: readonly string[], many: readonly string[]): boolean {
  let from = 0;
  return few.every((part) => {
    const at = many.indexOf(part, from);
    from = at + 1;
    return at >= 0;
  });
}

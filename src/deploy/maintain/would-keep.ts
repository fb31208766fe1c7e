/** What would keep a partition from going, looked up without a lock that anybody waits for: for rehearsals. */
import type pg from 'pg';
import { quoteIdentifier } from '../../postgres/connection.ts';
import { type PartitionFacts, sqlName } from '../archive/partition-facts.ts';
import { type Limits, pinSettings } from '../archive/pinned-settings.ts';

/**
 * What a drop without CASCADE stops at: on the table itself, its row type or that one's array; its own parts go with it,
 * and so does its share of a foreign key that refers to the whole table.
 */
const DEPENDENTS = `
  select distinct case when r.oid is null then pg_catalog.pg_describe_object(d.classid, d.objid, d.objsubid)
                       else pg_catalog.pg_describe_object('pg_catalog.pg_class'::pg_catalog.regclass, r.ev_class, 0) end as told
    from pg_catalog.pg_class c
    left join pg_catalog.pg_type t on t.oid = c.reltype
    join pg_catalog.pg_depend d
      on d.deptype = 'n'
     and (d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.refobjid = c.oid
          or d.refclassid = 'pg_catalog.pg_type'::pg_catalog.regclass and d.refobjid in (t.oid, t.typarray))
    left join pg_catalog.pg_constraint k on d.classid = 'pg_catalog.pg_constraint'::pg_catalog.regclass and k.oid = d.objid
    left join pg_catalog.pg_attrdef f on d.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass and f.oid = d.objid
    left join pg_catalog.pg_policy p on d.classid = 'pg_catalog.pg_policy'::pg_catalog.regclass and p.oid = d.objid
    left join pg_catalog.pg_trigger g on d.classid = 'pg_catalog.pg_trigger'::pg_catalog.regclass and g.oid = d.objid
    left join pg_catalog.pg_rewrite r on d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass and r.oid = d.objid
    left join pg_catalog.pg_index x on d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and x.indexrelid = d.objid
   where c.oid = $1
     and c.oid is distinct from coalesce(k.conrelid, f.adrelid, p.polrelid, g.tgrelid, r.ev_class, x.indrelid)
     and coalesce(k.conparentid, 0) = 0
   order by 1`;

/** The share that a partition has in a foreign key of others to its table. */
const REFERRING = `
  select k.conname as name, n.nspname as schema, r.relname as "table",
         (select pg_catalog.array_agg(a.attname::text order by u.place)
            from pg_catalog.unnest(k.conkey) with ordinality u(attnum, place)
            join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.attnum) as "from",
         (select pg_catalog.array_agg(a.attname::text order by u.place)
            from pg_catalog.unnest(k.confkey) with ordinality u(attnum, place)
            join pg_catalog.pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.attnum) as "to"
    from pg_catalog.pg_constraint k
    join pg_catalog.pg_class r on r.oid = k.conrelid
    join pg_catalog.pg_namespace n on n.oid = r.relnamespace
   where k.confrelid = $1 and k.contype = 'f' and k.conparentid <> 0
   order by k.conname`;

interface Referring {
  readonly name: string;
  readonly schema: string;
  readonly table: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
}

export interface WouldGo {
  /** Dropped in the end: what only detaches leaves all that depends on the table as it is. */
  readonly isDropped: boolean;
  readonly limits: Limits;
}

/**
 * @param client in a transaction with pinned settings.
 * @returns why it would stay; undefined where nothing speaks against it now.
 */
export async function whyKept(
  client: pg.Client,
  { oid, partition }: PartitionFacts,
  { isDropped, limits }: WouldGo,
): Promise<string | undefined> {
  if (isDropped) {
    const { rows } = await client.query<{ told: string }>(DEPENDENTS, [oid]);
    if (rows.length > 0) return `other objects depend on it: ${rows.map(({ told }) => told).join(', ')}`;
  }
  const { rows: keys } = await client.query<Referring>(REFERRING, [oid]);
  // Types of extensions are compared by operators that lie in the schemas of the target's own path.
  await client.query('set local search_path to default');
  const referring: Referring[] = [];
  for (const key of keys) {
    const on = key.from.map(
      (name, i) => `f.${quoteIdentifier(name)} = p.${quoteIdentifier(key.to[i] ?? '')}`,
    );
    const { rowCount } = await client.query(
      `select from ${sqlName({ schema: key.schema, name: key.table })} f
         join only ${sqlName(partition)} p on ${on.join(' and ')} limit 1`,
    );
    if (rowCount !== 0) referring.push(key);
  }
  await pinSettings(client, limits);
  const [first] = referring;
  return first && `rows of ${first.schema}.${first.table} refer to rows of it (foreign key ${first.name})`;
}

/** Reads all that hangs on a table straight from the catalog, for comparison before and after a conversion. */
import type pg from 'pg';

const columns = `
  select json_agg(json_build_array(a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity,
           a.attgenerated, pg_get_expr(d.adbin, d.adrelid), a.attstorage, a.attcompression,
           nullif(a.attstattarget, -1), a.attoptions::text, a.attacl::text, a.attcollation::regcollation::text,
           col_description(a.attrelid, a.attnum)) order by a.attnum)
    from pg_attribute a
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
   where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped`;

const table = `
  select json_build_object('owner', c.relowner::regrole::text, 'grants', (
             select json_agg(x::text order by x::text) from unnest(c.relacl) x
           ), 'tablespace', c.reltablespace, 'identity', c.relreplident, 'security', c.relrowsecurity,
           'forced', c.relforcerowsecurity, 'comment', obj_description(c.oid, 'pg_class'))
    from pg_class c where c.oid = $1::regclass`;

const constraints = `
  select json_agg(json_build_array(k.conname, pg_get_constraintdef(k.oid), obj_description(k.oid, 'pg_constraint'))
           order by k.conname)
    from pg_constraint k where k.conrelid = $1::regclass and k.contype <> 'n'`;

const inbound = `
  select json_agg(json_build_array(k.conrelid::regclass::text, k.conname, pg_get_constraintdef(k.oid),
           obj_description(k.oid, 'pg_constraint')) order by k.conname)
    from pg_constraint k where k.confrelid = $1::regclass and k.conparentid = 0`;

const indexes = `
  select json_agg(json_build_array(i.relname, replace(pg_get_indexdef(x.indexrelid), ' ON ONLY ', ' ON '),
           x.indisreplident, x.indimmediate, obj_description(i.oid, 'pg_class')) order by i.relname)
    from pg_index x join pg_class i on i.oid = x.indexrelid where x.indrelid = $1::regclass`;

const triggers = `
  select json_agg(json_build_array(g.tgname, pg_get_triggerdef(g.oid), g.tgenabled, obj_description(g.oid, 'pg_trigger'))
           order by g.tgname)
    from pg_trigger g where g.tgrelid = $1::regclass and not g.tgisinternal`;

const policies = `
  select json_agg(json_build_array(p.polname, p.polpermissive, p.polcmd,
           (select json_agg(coalesce(nullif(r::oid::regrole::text, '-'), 'public')) from unnest(p.polroles) r),
           pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid),
           obj_description(p.oid, 'pg_policy')) order by p.polname)
    from pg_policy p where p.polrelid = $1::regclass`;

const statistics = `
  select json_agg(json_build_array(pg_get_statisticsobjdef(s.oid), s.stxowner::regrole::text,
           coalesce(nullif(to_jsonb(s) ->> 'stxstattarget', '-1'), ''), obj_description(s.oid, 'pg_statistic_ext'))
           order by s.stxname)
    from pg_statistic_ext s where s.stxrelid = $1::regclass`;

const sequences = `
  select json_agg(json_build_array(s.oid::regclass::text, a.attname, d.deptype, q.seqtypid::regtype::text, q.seqstart,
           q.seqincrement, q.seqmin, q.seqmax, q.seqcache, q.seqcycle, s.relowner::regrole::text,
           (select json_agg(x::text order by x::text) from unnest(s.relacl) x), obj_description(s.oid, 'pg_class'),
           pg_sequence_last_value(s.oid)) order by s.relname)
    from pg_depend d
    join pg_class s on s.oid = d.objid and s.relkind = 'S'
    join pg_sequence q on q.seqrelid = s.oid
    join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
   where d.refclassid = 'pg_class'::regclass and d.refobjid = $1::regclass`;

/** Views with their oids: what depends on them must not notice. */
const views = `
  select json_agg(json_build_array(v.oid::text, v.relname, pg_get_viewdef(v.oid), v.reloptions::text,
           v.relowner::regrole::text, v.relacl::text, obj_description(v.oid, 'pg_class'),
           (select json_agg(pg_get_triggerdef(g.oid)) from pg_trigger g where g.tgrelid = v.oid)) order by v.relname)
    from pg_class v where v.relkind in ('v', 'm') and v.relnamespace = (select c.relnamespace from pg_class c where c.oid = $1::regclass)`;

const functions = `
  select json_agg(json_build_array(p.oid::text, pg_get_functiondef(p.oid), p.proacl::text, p.proowner::regrole::text)
           order by p.oid)
    from pg_proc p where p.prosqlbody is not null and $1::regclass is not null`;

const parts = {
  table,
  columns,
  constraints,
  inbound,
  indexes,
  triggers,
  policies,
  statistics,
  sequences,
  views,
  functions,
} as const;

export type TableTraits = Readonly<Record<keyof typeof parts, unknown>>;

/** Everything by name, so that it is equal where the user sees no difference. */
export async function readTraits(client: pg.Client, relation: string): Promise<TableTraits> {
  const read = async (sql: string): Promise<unknown> => {
    const { rows } = await client.query<{ traits: unknown }>(`select (${sql}) as traits`, [relation]);
    return rows[0]?.traits ?? null;
  };
  const entries: [string, unknown][] = [];
  for (const [part, sql] of Object.entries(parts)) entries.push([part, await read(sql)]);
  return Object.fromEntries(entries) as TableTraits;
}

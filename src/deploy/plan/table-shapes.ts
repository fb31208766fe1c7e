/** What makes a table what it is, apart from its rows: the part of a plan's digest that notices a drift. */
import type { Json } from '../../domain/canonical-json.ts';
import type { Reading } from './reading.ts';

/** Plain values, for a digest alone. */
export interface TableShape {
  readonly table: string;
  readonly shape: Json;
}

const COLUMNS = `
  select pg_catalog.json_agg(pg_catalog.json_build_array(
           a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity, a.attgenerated,
           pg_catalog.pg_get_expr(d.adbin, d.adrelid)) order by a.attnum)
    from pg_catalog.pg_attribute a
    left join pg_catalog.pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
   where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped`;

const TRIGGERS = `
  select pg_catalog.json_agg(pg_catalog.json_build_array(
           t.tgname, t.tgenabled, pg_catalog.pg_get_triggerdef(t.oid)) order by t.tgname collate "C")
    from pg_catalog.pg_trigger t
   where t.tgrelid = c.oid and not t.tgisinternal and t.tgparentid = 0`;

const CONSTRAINTS = `
  select pg_catalog.json_agg(pg_catalog.json_build_array(
           k.conname, pg_catalog.pg_get_constraintdef(k.oid)) order by k.conname collate "C")
    from pg_catalog.pg_constraint k where k.conrelid = c.oid and k.conparentid = 0`;

const RULES = `
  select pg_catalog.json_agg(pg_catalog.pg_get_ruledef(r.oid) order by r.rulename collate "C")
    from pg_catalog.pg_rewrite r where r.ev_class = c.oid`;

/** Which rows a role is shown, or may write. */
const ROW_SECURITY = `
  select pg_catalog.json_build_array(c.relrowsecurity, c.relforcerowsecurity, (
    select pg_catalog.json_agg(pg_catalog.json_build_array(
             s.polname, s.polcmd, s.polpermissive,
             (select pg_catalog.json_agg(case when r.oid = 0 then 'public' else pg_catalog.pg_get_userbyid(r.oid)::text end
                                         order by r.oid) from pg_catalog.unnest(s.polroles) r(oid)),
             pg_catalog.pg_get_expr(s.polqual, s.polrelid), pg_catalog.pg_get_expr(s.polwithcheck, s.polrelid))
             order by s.polname collate "C")
      from pg_catalog.pg_policy s where s.polrelid = c.oid))`;

/** What its parent has no part in. */
const OWN_INDEXES = `
  select pg_catalog.json_agg(pg_catalog.pg_get_indexdef(i.indexrelid)
                             order by pg_catalog.pg_get_indexdef(i.indexrelid) collate "C")
    from pg_catalog.pg_index i
   where i.indrelid = c.oid
     and not exists (select from pg_catalog.pg_inherits h where h.inhrelid = i.indexrelid)`;

const FILLED_COLUMNS = `
  select pg_catalog.string_agg(a.attname, ',' order by a.attnum)
    from pg_catalog.pg_attribute a
   where a.attrelid = c.oid and a.attnum > 0 and a.attnotnull and not a.attisdropped`;

/** With every partition's name, bound, and what it has of its own to refuse or change a row with, however deep. */
const SHAPES = `
  select pg_catalog.format('%I.%I', n.nspname, c.relname) as table,
         pg_catalog.json_build_object(
           'kind', c.relkind,
           'key', case when c.relkind = 'p' then pg_catalog.pg_get_partkeydef(c.oid) end,
           'columns', (${COLUMNS}),
           'constraints', (${CONSTRAINTS}),
           'indexes', (select pg_catalog.json_agg(pg_catalog.pg_get_indexdef(i.indexrelid)
                                                  order by pg_catalog.pg_get_indexdef(i.indexrelid) collate "C")
                         from pg_catalog.pg_index i where i.indrelid = c.oid),
           'rules', (${RULES}),
           'rowSecurity', (${ROW_SECURITY}),
           'triggers', (${TRIGGERS})) as shape,
         parts.partitions
    from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    left join lateral (
      select pg_catalog.json_agg(pg_catalog.json_build_array(
               tree.relid::regclass::text, tree.parentrelid::regclass::text,
               pg_catalog.pg_get_expr(c.relpartbound, c.oid), c.relkind, (${TRIGGERS}), (${CONSTRAINTS}), (${RULES}),
               (${ROW_SECURITY}), (${OWN_INDEXES}), (${FILLED_COLUMNS}))) as partitions
        from pg_catalog.pg_partition_tree(c.oid) tree
        join pg_catalog.pg_class c on c.oid = tree.relid
       where tree.level > 0) parts on c.relkind = 'p'
   where c.oid = any ($1::oid[])`;

interface Row {
  readonly table: string;
  readonly shape: Readonly<Record<string, Json>>;
  readonly partitions: readonly Json[] | null;
}

/** @param oids of tables; what is no table is left out. */
export async function readShapes({ client }: Reading, oids: readonly number[]): Promise<TableShape[]> {
  const { rows } = await client.query<Row>(SHAPES, [oids]);
  return rows.map(({ table, shape, partitions }) => ({
    table,
    shape: { ...shape, partitions: partitions ?? [] },
  }));
}

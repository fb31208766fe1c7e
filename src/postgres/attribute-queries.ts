/** The catalog reads of everything that hangs on tables, as one query: a row for each attribute. */

/** The tables that are asked about, $1, with their partitions that hold rows. */
const TARGETS = `
  target as materialized (
    select root.oid as root, c.oid, c.oid = root.oid as is_root, c.relkind, c.relowner, c.relacl, c.reloptions,
           c.reltablespace, c.reltoastrelid, c.relpersistence, c.relreplident, c.relrowsecurity, c.relforcerowsecurity,
           c.reltype, pg_catalog.format('%I.%I', n.nspname, c.relname) as name
      from pg_catalog.unnest($1::oid[]) root(oid)
     cross join lateral (
       select root.oid as relid
        union
       select tree.relid::oid from pg_catalog.pg_partition_tree(root.oid) tree where tree.isleaf
     ) member
      join pg_catalog.pg_class c on c.oid = member.relid
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  )`;

/** Views that read one of them, or read a view that does. */
const DEPENDENTS = `
  dependent(root, reads_root, view) as (
    select t.root, t.is_root, v.oid
      from target t
      join pg_catalog.pg_depend d on d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.refobjid = t.oid
       and d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass
      join pg_catalog.pg_rewrite r on r.oid = d.objid
      join pg_catalog.pg_class v on v.oid = r.ev_class and v.relkind in ('v', 'm')
     union
    select p.root, p.reads_root, v.oid
      from dependent p
      join pg_catalog.pg_depend d on d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.refobjid = p.view
       and d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass
      join pg_catalog.pg_rewrite r on r.oid = d.objid
      join pg_catalog.pg_class v on v.oid = r.ev_class and v.relkind in ('v', 'm') and v.oid <> p.view
  )`;

/** Each gives root, oid of the table, kind, name, definition, columns, oid of the attribute, object, flags. */
const row = (parts: {
  readonly kind: string;
  readonly name: string;
  readonly definition: string;
  readonly columns?: string;
  readonly oid?: string;
  readonly object?: string;
  readonly flags?: string;
  readonly from: string;
}): string => `
    select t.root, t.oid as table, ${parts.kind} as kind, (${parts.name})::text as name,
           (${parts.definition})::text as definition, ${parts.columns ?? "'{}'::text[]"} as columns,
           ${parts.oid ?? '0'}::oid as oid, ${parts.object ?? 'null::text'} as object, ${parts.flags ?? "''"} as flags
      from target t ${parts.from}`;

const literal = (kind: string): string => `'${kind}'`;

/** @param numbers of columns of the table, in an array. */
const columnNames = (table: string, numbers: string): string =>
  `coalesce((select pg_catalog.array_agg(listed.attname::text order by place.place)
               from pg_catalog.unnest(${numbers}) with ordinality place(number, place)
               join pg_catalog.pg_attribute listed on listed.attrelid = ${table} and listed.attnum = place.number), '{}')`;

const relationName = (oid: string): string =>
  `(select pg_catalog.format('%I.%I', home.nspname, other.relname) from pg_catalog.pg_class other
      join pg_catalog.pg_namespace home on home.oid = other.relnamespace where other.oid = ${oid})`;

const ITSELF = [
  row({
    kind: literal('table'),
    name: 't.name',
    definition: 'pg_catalog.pg_get_userbyid(t.relowner)',
    flags:
      "case when t.is_root then 'root ' else '' end || case when t.relkind = 'p' then 'partitioned' else '' end",
    from: '',
  }),
  row({
    kind: literal('owner'),
    name: 't.name',
    definition: 'pg_catalog.pg_get_userbyid(t.relowner)',
    from: '',
  }),
  row({
    kind: literal('row security'),
    name: 't.name',
    definition: 'state.word',
    from: `cross join lateral (values ('enabled', t.relrowsecurity), ('forced', t.relforcerowsecurity)) state(word, is_set)
     where state.is_set`,
  }),
  row({
    kind: literal('policy'),
    name: 'p.polname',
    definition: `pg_catalog.concat_ws(' ', case when p.polpermissive then 'permissive' else 'restrictive' end, 'for', p.polcmd, 'to',
      (select pg_catalog.string_agg(case m.id when 0 then 'public' else pg_catalog.pg_get_userbyid(m.id)::text end, ', ' order by m.id)
         from pg_catalog.unnest(p.polroles) m(id)),
      'using', pg_catalog.pg_get_expr(p.polqual, p.polrelid), 'check', pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid))`,
    oid: 'p.oid',
    from: 'join pg_catalog.pg_policy p on p.polrelid = t.oid',
  }),
  row({
    kind: literal('replica identity'),
    name: 't.name',
    definition: `case t.relreplident when 'f' then 'full' when 'n' then 'nothing'
      else 'index ' || coalesce((select pg_catalog.regexp_replace(pg_catalog.pg_get_indexdef(i.indexrelid), '^.*? USING ', '')
                                   from pg_catalog.pg_index i where i.indrelid = t.oid and i.indisreplident), '') end`,
    from: "where t.relreplident <> 'd'",
  }),
  row({
    kind: literal('publication'),
    name: 'p.pubname',
    definition: 'p.pubname',
    from: 'join pg_catalog.pg_publication_rel r on r.prrelid = t.oid join pg_catalog.pg_publication p on p.oid = r.prpubid',
  }),
  row({
    kind: literal('storage'),
    name: 't.name',
    definition: 'o.option',
    from: `cross join lateral (
        select pg_catalog.unnest(t.reloptions) as option
         union all
        select 'toast.' || pg_catalog.unnest(toast.reloptions) from pg_catalog.pg_class toast where toast.oid = t.reltoastrelid
      ) o`,
  }),
  row({
    kind: literal('tablespace'),
    name: 't.name',
    definition: 's.spcname',
    from: 'join pg_catalog.pg_tablespace s on s.oid = t.reltablespace',
  }),
  row({
    kind: literal('logged'),
    name: 't.name',
    definition: "'logged'",
    from: "where t.relkind = 'r' and t.relpersistence = 'p'",
  }),
];

const GRANTS = [
  row({
    kind: literal('grant'),
    name: "case g.grantee when 0 then 'public' else pg_catalog.pg_get_userbyid(g.grantee) end",
    definition: `g.privilege_type || case when g.is_grantable then ' with grant option' else '' end`,
    from: 'cross join lateral pg_catalog.aclexplode(t.relacl) g where g.grantee <> t.relowner',
  }),
  row({
    kind: literal('column grant'),
    name: "case g.grantee when 0 then 'public' else pg_catalog.pg_get_userbyid(g.grantee) end",
    definition: `g.privilege_type || case when g.is_grantable then ' with grant option' else '' end`,
    columns: 'array[a.attname::text]',
    from: `join pg_catalog.pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
     cross join lateral pg_catalog.aclexplode(a.attacl) g where g.grantee <> t.relowner`,
  }),
];

const INDEXES_AND_CONSTRAINTS = [
  row({
    kind: literal('index'),
    name: 'c.relname',
    definition: "pg_catalog.regexp_replace(pg_catalog.pg_get_indexdef(i.indexrelid), '^.*? USING ', '')",
    columns: `(select pg_catalog.array_agg(pg_catalog.pg_get_indexdef(i.indexrelid, k, false) order by k)
        from pg_catalog.generate_series(1, i.indnkeyatts) k)`,
    oid: 'i.indexrelid',
    object: relationName('i.indexrelid'),
    flags: `case when i.indisunique then 'unique ' else '' end
      || case when exists (select from pg_catalog.pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
              then 'constraint' else '' end`,
    from: `join pg_catalog.pg_index i on i.indrelid = t.oid and i.indisvalid
      join pg_catalog.pg_class c on c.oid = i.indexrelid
     where t.is_root or not exists (select from pg_catalog.pg_inherits h where h.inhrelid = i.indexrelid)`,
  }),
  row({
    kind: "case k.contype when 'p' then 'primary key' when 'u' then 'unique' when 'x' then 'exclusion' when 'c' then 'check' else 'foreign key' end",
    name: 'k.conname',
    definition: 'pg_catalog.pg_get_constraintdef(k.oid)',
    columns: columnNames('k.conrelid', 'k.conkey'),
    oid: 'k.oid',
    object: `case when k.contype = 'f' then ${relationName('k.confrelid')} end`,
    from: `join pg_catalog.pg_constraint k on k.conrelid = t.oid and k.contype in ('p', 'u', 'x', 'c', 'f')
     where k.conparentid = 0 and (t.is_root or k.coninhcount = 0)`,
  }),
  row({
    kind: literal('referenced by'),
    name: 'k.conname',
    definition: `pg_catalog.concat_ws(' ', k.confupdtype, k.confdeltype, k.confmatchtype, k.condeferrable, k.condeferred)`,
    columns: columnNames('k.conrelid', 'k.conkey'),
    oid: 'k.oid',
    object: relationName('k.conrelid'),
    from: `join pg_catalog.pg_constraint k on k.confrelid = t.oid and k.contype = 'f' and k.conparentid = 0
     where t.is_root and k.conrelid <> t.oid`,
  }),
];

const CODE = [
  row({
    kind: literal('trigger'),
    name: 'g.tgname',
    definition: `pg_catalog.replace(
        pg_catalog.regexp_replace(pg_catalog.pg_get_triggerdef(g.oid), '^CREATE (CONSTRAINT )?TRIGGER ("([^"]|"")*"|\\S+) ', '\\1'),
        pg_catalog.format(' ON %s ', t.name), ' ')
      || case g.tgenabled when 'O' then '' when 'D' then ' (disabled)' else ' (enabled ' || g.tgenabled::text || ')' end`,
    oid: 'g.oid',
    from: 'join pg_catalog.pg_trigger g on g.tgrelid = t.oid and not g.tgisinternal and g.tgparentid = 0',
  }),
  row({
    kind: literal('rule'),
    name: 'r.rulename',
    definition: `pg_catalog.replace(
        pg_catalog.regexp_replace(pg_catalog.pg_get_ruledef(r.oid), '^CREATE RULE ("([^"]|"")*"|\\S+) AS\\s+', ''),
        pg_catalog.format(' TO %s', t.name), '')`,
    oid: 'r.oid',
    from: "join pg_catalog.pg_rewrite r on r.ev_class = t.oid and r.rulename <> '_RETURN'",
  }),
  row({
    kind: literal('function'),
    name: 'f.proname',
    definition: "pg_catalog.format('%I.%I', f.nspname, f.proname)",
    object: "pg_catalog.format('%I.%I', f.nspname, f.proname)",
    from: `join lateral (
        select distinct p.oid, n.nspname, p.proname
          from pg_catalog.pg_depend d
          join pg_catalog.pg_proc p on p.oid = d.objid
          join pg_catalog.pg_namespace n on n.oid = p.pronamespace
         where d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
           and (d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.refobjid = t.oid
             or d.refclassid = 'pg_catalog.pg_type'::pg_catalog.regclass
                and d.refobjid in (select y.oid from pg_catalog.pg_type y where y.oid = t.reltype or y.typelem = t.reltype))
      ) f on t.is_root`,
  }),
];

const COLUMN = 'join pg_catalog.pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped';

/** @param kind one that a column of the table itself has. */
const ofColumn = (kind: string, definition: string, from: string): string =>
  row({
    kind: literal(kind),
    name: 'a.attname',
    definition,
    columns: 'array[a.attname::text]',
    from: `${COLUMN} ${from}`,
  });

const DEFAULT = 'join pg_catalog.pg_attrdef e on e.adrelid = t.oid and e.adnum = a.attnum';

const COLUMNS = [
  ofColumn('column', "a.attnum || ' ' || pg_catalog.format_type(a.atttypid, a.atttypmod)", 'where t.is_root'),
  ofColumn(
    'column comment',
    'd.description',
    `join pg_catalog.pg_description d on d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass
    and d.objoid = t.oid and d.objsubid = a.attnum where t.is_root`,
  ),
  ofColumn('not null', "'not null'", 'where t.is_root and a.attnotnull'),
  ofColumn(
    'default',
    'pg_catalog.pg_get_expr(e.adbin, e.adrelid)',
    `${DEFAULT} where t.is_root and a.attgenerated = ''`,
  ),
  ofColumn(
    'generated',
    "a.attgenerated::text || ' ' || pg_catalog.pg_get_expr(e.adbin, e.adrelid)",
    `${DEFAULT} where t.is_root and a.attgenerated <> ''`,
  ),
  ofColumn(
    'collation',
    "pg_catalog.format('%I.%I', n.nspname, k.collname)",
    `join pg_catalog.pg_type y on y.oid = a.atttypid and y.typcollation <> a.attcollation
     join pg_catalog.pg_collation k on k.oid = a.attcollation
     join pg_catalog.pg_namespace n on n.oid = k.collnamespace where t.is_root`,
  ),
  ofColumn(
    'column storage',
    "pg_catalog.concat_ws(' ', case when a.attstorage <> y.typstorage then a.attstorage end, nullif(a.attcompression, ''))",
    `join pg_catalog.pg_type y on y.oid = a.atttypid
     where t.is_root and (a.attstorage <> y.typstorage or a.attcompression <> '')`,
  ),
  ofColumn(
    'statistics target',
    "pg_catalog.concat_ws(' ', nullif(a.attstattarget, -1), a.attoptions::text)",
    'where t.is_root and (a.attstattarget >= 0 or a.attoptions is not null)',
  ),
  row({
    kind: literal('comment'),
    name: 't.name',
    definition: 'd.description',
    from: `join pg_catalog.pg_description d on d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass
        and d.objoid = t.oid and d.objsubid = 0
     where t.is_root`,
  }),
  row({
    kind: literal('statistics'),
    name: 's.stxname',
    definition: `pg_catalog.concat_ws(' ', pg_catalog.array_to_string(s.stxkind, ''),
      pg_catalog.array_to_string(pg_catalog.pg_get_statisticsobjdef_expressions(s.oid), ', '))`,
    columns: columnNames('s.stxrelid', 's.stxkeys::int2[]'),
    oid: 's.oid',
    from: 'join pg_catalog.pg_statistic_ext s on s.stxrelid = t.oid where t.is_root',
  }),
  row({
    kind: literal('partition key'),
    name: 'a.attname',
    definition: "''",
    from: `cross join lateral (
        select t.oid as relid union select tree.relid::oid from pg_catalog.pg_partition_tree(t.oid) tree where not tree.isleaf
      ) level
      join pg_catalog.pg_partitioned_table k on k.partrelid = level.relid
      join pg_catalog.pg_attribute a on a.attrelid = k.partrelid and a.attnum = any (k.partattrs)
     where t.is_root`,
  }),
  row({
    kind: literal('numbering'),
    name: 'a.attname',
    definition: "case a.attidentity when 'a' then 'always' when 'd' then 'by default' else 'serial' end",
    oid: 'q.seqrelid',
    object: relationName('q.seqrelid'),
    flags: 'q.seqincrement::text',
    from: `${COLUMN}
      left join pg_catalog.pg_attrdef e on e.adrelid = t.oid and e.adnum = a.attnum
      join pg_catalog.pg_depend d on
           d.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass and d.objid = e.oid
           and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.deptype = 'n'
        or a.attidentity <> '' and d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.deptype = 'i'
           and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.refobjid = t.oid and d.refobjsubid = a.attnum
      join pg_catalog.pg_sequence q on q.seqrelid = case when a.attidentity <> '' then d.objid else d.refobjid end
     where t.is_root`,
  }),
];

const VIEWS = `
    select p.root, p.root as table, case when pg_catalog.bool_or(p.reads_root) then 'view' else 'partition view' end as kind,
           c.relname::text as name, pg_catalog.format('%I.%I', n.nspname, c.relname) as definition, '{}'::text[] as columns,
           c.oid, pg_catalog.format('%I.%I', n.nspname, c.relname) as object, '' as flags
      from dependent p
      join pg_catalog.pg_class c on c.oid = p.view
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     group by p.root, c.oid, c.relname, n.nspname
     union all
    select 0, 0, 'any view', c.relname::text, pg_catalog.format('%I.%I', n.nspname, c.relname), '{}', c.oid, null, ''
      from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('v', 'm') and n.nspname not in ('pg_catalog', 'information_schema')`;

/** Takes the oids of tables, and gives a row for each attribute of theirs and of their partitions. */
export const ATTRIBUTES = `
  with recursive ${TARGETS.trim()}, ${DEPENDENTS.trim()}
  ${[...ITSELF, ...GRANTS, ...INDEXES_AND_CONSTRAINTS, ...CODE, ...COLUMNS, VIEWS].join('\n     union all')}`;

/** Reads from the catalog what a table's rows must be like: columns, types, keys, checks, foreign keys. */
import type { Client, QueryResult } from 'pg';

export interface ColumnFacts {
  readonly name: string;
  readonly position: number;
  readonly typeOid: number;
  /** With its modifier, as SQL reads it: `character varying(20)`. */
  readonly type: string;
  /** Of a domain the type beneath it, of an array its element's; without modifier. */
  readonly baseType: string;
  /** `b` base, `e` enum, `d` domain, `r` range, `m` multirange, `c` composite. */
  readonly typeKind: string;
  readonly isArray: boolean;
  /** Whether the server brings the type itself: migrations can't drop it. */
  readonly isBuiltIn: boolean;
  /** Length of char and varchar; precision and scale of numeric. */
  readonly modifier: number;
  readonly notNull: boolean;
  readonly hasDefault: boolean;
  readonly isGenerated: boolean;
  readonly isIdentity: boolean;
  readonly enumLabels: readonly string[];
  /** Check expressions of its domain, with VALUE for the column. */
  readonly domainChecks: readonly string[];
  /** What later migrations make of it, where that is another type. */
  readonly later?: ColumnFacts;
  /** Values that the migrations compare a column of this name with. */
  readonly mentioned?: readonly string[];
}

export interface CheckConstraint {
  readonly name: string;
  /** Those that the expression reads. */
  readonly columns: readonly string[];
  readonly expression: string;
}

export interface ForeignKey {
  readonly name: string;
  readonly columns: readonly string[];
  readonly parentOid: number;
  /** Schema-qualified, quoted as SQL reads it. */
  readonly parentTable: string;
  readonly parentColumns: readonly string[];
}

export interface TableFacts {
  readonly oid: number;
  /** Schema-qualified, quoted as SQL reads it. */
  readonly table: string;
  readonly columns: readonly ColumnFacts[];
  readonly primaryKey: readonly string[];
  /** Column lists of every unique index, the primary key's included; without those of expressions. */
  readonly uniqueKeys: readonly (readonly string[])[];
  /** The columns that each unique index of expressions reads. */
  readonly uniqueExpressions: readonly (readonly string[])[];
  /** Columns of unique indexes in which one NULL equals another. */
  readonly onceNull: readonly string[];
  readonly checks: readonly CheckConstraint[];
  readonly foreignKeys: readonly ForeignKey[];
  /**
   * What a row must be like for each partition that takes rows, null for any row; empty where the time alone decides.
   */
  readonly routes: readonly (string | null)[];
  /** The same of a table that is not partitioned yet, after every migration. */
  readonly laterRoutes?: readonly (string | null)[];
}

const NAME = `
  select pg_catalog.format('%I.%I', n.nspname, c.relname) as table
    from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
   where c.oid = $1 and c.relkind in ('r', 'p')`;

const COLUMNS = `
  select a.attname as name, a.attnum as position, a.atttypid as "typeOid",
         pg_catalog.format_type(a.atttypid, a.atttypmod) as type,
         pg_catalog.format_type(coalesce(nullif(element.oid, 0), base.oid), null) as "baseType",
         case when element.oid is not null then element.typtype else base.typtype end as "typeKind",
         element.oid is not null as "isArray",
         a.atttypid < 16384 as "isBuiltIn",
         case when t.typtype = 'd' then t.typtypmod else a.atttypmod end as modifier,
         a.attnotnull or t.typnotnull as "notNull",
         a.atthasdef or a.attidentity <> '' as "hasDefault",
         a.attgenerated <> '' as "isGenerated",
         a.attidentity <> '' as "isIdentity",
         coalesce((select pg_catalog.array_agg(e.enumlabel::text order by e.enumsortorder)
                     from pg_catalog.pg_enum e
                    where e.enumtypid = coalesce(element.oid, base.oid)), '{}') as "enumLabels",
         coalesce((select pg_catalog.array_agg(pg_catalog.pg_get_expr(d.conbin, 0))
                     from pg_catalog.pg_constraint d where d.contypid = t.oid and d.contype = 'c'), '{}') as "domainChecks"
    from pg_catalog.pg_attribute a
    join pg_catalog.pg_type t on t.oid = a.atttypid
    join pg_catalog.pg_type base on base.oid = case when t.typtype = 'd' then t.typbasetype else t.oid end
    left join pg_catalog.pg_type element on element.oid = base.typelem and base.typcategory = 'A'
   where a.attrelid = $1 and a.attnum > 0 and not a.attisdropped
   order by a.attnum`;

const UNIQUE_KEYS = `
  select i.indisprimary as "isPrimary",
         (select pg_catalog.array_agg(a.attname::text order by k.position)
            from pg_catalog.unnest(i.indkey::int2[]) with ordinality k(attnum, position)
            join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
           where k.position <= i.indnkeyatts) as columns,
         (select pg_catalog.array_agg(distinct a.attname::text)
            from pg_catalog.pg_depend d
            join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = d.refobjsubid
           where i.indexprs is not null and d.classid = 'pg_catalog.pg_class'::regclass and d.objid = i.indexrelid
             and d.refclassid = 'pg_catalog.pg_class'::regclass and d.refobjid = i.indrelid) as "readBy",
         coalesce((pg_catalog.to_jsonb(i) ->> 'indnullsnotdistinct')::boolean, false) as "nullsAreEqual"
    from pg_catalog.pg_index i
   where i.indrelid = $1 and i.indisunique`;

const CHECKS = `
  select c.conname as name, pg_catalog.pg_get_expr(c.conbin, c.conrelid) as expression,
         coalesce((select pg_catalog.array_agg(a.attname::text order by a.attnum)
                     from pg_catalog.pg_attribute a
                    where a.attrelid = c.conrelid and a.attnum = any (c.conkey)), '{}') as columns
    from pg_catalog.pg_constraint c where c.conrelid = $1 and c.contype = 'c' order by c.conname`;

const FOREIGN_KEYS = `
  select c.conname as name, c.confrelid as "parentOid",
         (select pg_catalog.format('%I.%I', n.nspname, p.relname)
            from pg_catalog.pg_class p join pg_catalog.pg_namespace n on n.oid = p.relnamespace
           where p.oid = c.confrelid) as "parentTable",
         (select pg_catalog.array_agg(a.attname::text order by k.position)
            from pg_catalog.unnest(c.conkey) with ordinality k(attnum, position)
            join pg_catalog.pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.attnum) as columns,
         (select pg_catalog.array_agg(a.attname::text order by k.position)
            from pg_catalog.unnest(c.confkey) with ordinality k(attnum, position)
            join pg_catalog.pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.attnum) as "parentColumns"
    from pg_catalog.pg_constraint c
   where c.conrelid = $1 and c.contype = 'f' and c.conparentid = 0 order by c.conname`;

const ROUTES = `
  with tree as materialized (
    select t.relid, t.isleaf, t.level, p.partnatts > 1 or p.partstrat <> 'r' or t.level > 0 as "isBesideTime"
      from pg_catalog.pg_partition_tree($1::oid::regclass) t
      left join pg_catalog.pg_partitioned_table p on p.partrelid = t.relid
  )
  select pg_catalog.pg_get_partition_constraintdef(tree.relid) as route
    from tree where tree.isleaf and exists (select from tree where tree."isBesideTime" and not tree.isleaf)
   union all
  select 'false' where exists (select from tree where tree."isBesideTime" and not tree.isleaf)`;

interface UniqueIndex {
  readonly isPrimary: boolean;
  readonly columns: string[] | null;
  /** Null where the index has no expression. */
  readonly readBy: string[] | null;
  readonly nullsAreEqual: boolean;
}

/** As one message: it is read so often that the way there and back counts. */
const ALL = [NAME, COLUMNS, UNIQUE_KEYS, CHECKS, FOREIGN_KEYS, ROUTES].join(';\n');

/** @returns undefined where no such table is (or it is a view, or another kind of relation that holds no rows). */
export async function readTableFacts(client: Client, oid: number): Promise<TableFacts | undefined> {
  // The driver gives one result for each statement of the text, and its types know of one only.
  const results = (await client.query(ALL.replaceAll('$1', String(oid)))) as unknown as readonly [
    QueryResult<{ table: string }>,
    QueryResult<ColumnFacts>,
    QueryResult<UniqueIndex>,
    QueryResult<CheckConstraint>,
    QueryResult<ForeignKey>,
    QueryResult<{ route: string | null }>,
  ];
  const [named, columns, keys, checks, foreignKeys, routes] = results;
  const table = named.rows[0]?.table;
  if (table === undefined) return undefined;
  return {
    oid,
    table,
    columns: columns.rows,
    primaryKey: keys.rows.find((k) => k.isPrimary)?.columns ?? [],
    uniqueKeys: keys.rows.flatMap((k) => (k.columns && !k.readBy ? [k.columns] : [])),
    uniqueExpressions: keys.rows.flatMap((k) => (k.readBy ? [k.readBy] : [])),
    onceNull: [...new Set(keys.rows.flatMap((k) => (k.nullsAreEqual ? (k.columns ?? []) : [])))],
    checks: checks.rows,
    foreignKeys: foreignKeys.rows,
    routes: routes.rows.map(({ route }) => route),
  };
}

/**
 * The oid of a table by its parts; without a schema the first on the search path of `public`.
 * @returns undefined where there is none.
 */
export async function findTable(
  client: Client,
  name: { readonly schema?: string; readonly name: string },
): Promise<number | undefined> {
  const { rows } = await client.query<{ oid: number }>(
    `select c.oid from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.relname = $1 and n.nspname = coalesce($2, 'public') and c.relkind in ('r', 'p')`,
    [name.name, name.schema ?? null],
  );
  return rows[0]?.oid;
}

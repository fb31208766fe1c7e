/** The tables and indexes that statements name, as the target has them: size, partitions, foreign keys. */
import type { Naming, RelationName } from '../../migrations/locks/named-lock.ts';
import type { Reading } from './reading.ts';

export interface Relation {
  readonly oid: number;
  /** Schema-qualified, quoted where SQL needs it. */
  readonly table: string;
  readonly kind: 'table' | 'index' | 'other';
  readonly isPartitioned: boolean;
  /** The planner's estimate of all its partitions together; undefined where some were never analyzed. */
  readonly rows?: number;
  /** Of all its partitions together, indexes included. */
  readonly bytes: number;
  /** Of an index. */
  readonly indexOf?: string;
  readonly partitionOf?: string;
  /** Of the table that it is a partition of, or of its own partitions. */
  readonly defaultPartition?: string;
  /** Tables that its own foreign keys lead to. */
  readonly references: readonly string[];
  /** Tables that foreign keys lead to, or come from. */
  readonly linked: readonly string[];
  /** Triggers of the users' own that fire when rows are changed. */
  readonly triggers: readonly string[];
}

export class Relations {
  readonly #byName: ReadonlyMap<string, Relation>;
  readonly #searchPath: readonly string[];

  constructor(byName: ReadonlyMap<string, Relation>, searchPath: readonly string[]) {
    this.#byName = byName;
    this.#searchPath = searchPath;
  }

  /** As the session would find it; undefined where the target has none of that name. */
  find(name: RelationName): Relation | undefined {
    return this.#byName.get(keyOf(name));
  }

  /** The same tables under the names that they have after a statement. */
  after(naming: Naming | undefined): Relations {
    if (!naming) return this;
    const byName = new Map(this.#byName);
    if (naming.kind === 'makes') {
      if (naming.unlessThere && this.find(naming.name)) return this;
      for (const key of this.#keysOf(naming.name)) byName.delete(key);
    } else {
      const renamed = this.find(naming.from);
      for (const key of this.#keysOf(naming.from)) byName.delete(key);
      if (renamed) for (const key of this.#keysOf(naming.to)) byName.set(key, renamed);
    }
    return new Relations(byName, this.#searchPath);
  }

  /** With its schema and without it, where the first schema of the path is meant. */
  #keysOf({ schema, name }: RelationName): string[] {
    const [first] = this.#searchPath;
    if (schema === undefined)
      return [keyOf({ name }), ...(first === undefined ? [] : [keyOf({ schema: first, name })])];
    return [keyOf({ schema, name }), ...(schema === first ? [keyOf({ name })] : [])];
  }

  /** Each once. */
  all(): readonly Relation[] {
    return [...new Map([...this.#byName.values()].map((one) => [one.oid, one])).values()];
  }
}

const keyOf = ({ schema, name }: RelationName): string => JSON.stringify([schema ?? null, name]);

interface Row extends Omit<Relation, 'rows' | 'bytes' | 'indexOf' | 'partitionOf' | 'defaultPartition'> {
  readonly schema: string | null;
  readonly name: string;
  readonly rows: number | null;
  readonly bytes: string | null;
  readonly indexOf: string | null;
  readonly partitionOf: string | null;
  readonly defaultPartition: string | null;
}

/** Rows that nobody has estimated count as none where there is no page, and make the sum unknown where there is. */
export const ESTIMATED_ROWS = `
  case when c.reltuples > 0 then c.reltuples::float8
       when pg_catalog.pg_stat_get_live_tuples(c.oid) > 0 then pg_catalog.pg_stat_get_live_tuples(c.oid)::float8
       when c.reltuples = 0 and c.relpages > 0 then 0
       when pg_catalog.pg_relation_size(c.oid) = 0 then 0
  end`;

const FOUND = `
  with wanted as (
    select w.schema, w.name from rows from (pg_catalog.unnest($1::text[]), pg_catalog.unnest($2::text[])) w(schema, name)
  ), found as (
    select distinct on (w.schema, w.name) w.schema, w.name, c.oid
      from wanted w
      join pg_catalog.pg_class c on c.relname = w.name
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     where n.nspname = w.schema or (w.schema is null and n.nspname = any ($3::text[]))
     order by w.schema, w.name, pg_catalog.array_position($3::text[], n.nspname::text)
  )
  select f.schema, f.name, c.oid,
         pg_catalog.format('%I.%I', n.nspname, c.relname) as table,
         case when c.relkind in ('r', 'p') then 'table' when c.relkind in ('i', 'I') then 'index' else 'other' end as kind,
         c.relkind = 'p' as "isPartitioned",
         size.rows, size.bytes,
         (select i.indrelid::regclass::text from pg_catalog.pg_index i where i.indexrelid = c.oid) as "indexOf",
         (select h.inhparent::regclass::text from pg_catalog.pg_inherits h
           where h.inhrelid = c.oid and c.relispartition) as "partitionOf",
         (select nullif(p.partdefid, 0)::regclass::text from pg_catalog.pg_partitioned_table p
           where p.partrelid = coalesce(
                 (select h.inhparent from pg_catalog.pg_inherits h where h.inhrelid = c.oid and c.relispartition),
                 c.oid)) as "defaultPartition",
         coalesce((select pg_catalog.array_agg(distinct other.oid::regclass::text)
                     from pg_catalog.pg_constraint k
                     join pg_catalog.pg_class other
                       on other.oid = case when k.conrelid = c.oid then k.confrelid else k.conrelid end
                    where k.contype = 'f' and k.conparentid = 0 and (k.conrelid = c.oid or k.confrelid = c.oid) and other.oid <> c.oid
                      and not other.relispartition), '{}') as linked,
         coalesce((select pg_catalog.array_agg(distinct k.confrelid::regclass::text)
                     from pg_catalog.pg_constraint k
                    where k.contype = 'f' and k.conparentid = 0 and k.conrelid = c.oid), '{}') as "references",
         coalesce((select pg_catalog.array_agg(g.tgname::text order by g.tgname) from pg_catalog.pg_trigger g
                    where g.tgrelid = c.oid and not g.tgisinternal and g.tgenabled <> 'D'), '{}') as triggers
    from found f
    join pg_catalog.pg_class c on c.oid = f.oid
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    cross join lateral (
      select case when pg_catalog.count(*) = pg_catalog.count(part.rows) then pg_catalog.sum(part.rows) end as rows,
             pg_catalog.sum(part.bytes)::text as bytes
        from (select ${ESTIMATED_ROWS} as rows, pg_catalog.pg_total_relation_size(leaf.oid) as bytes
                from (select f.oid where c.relkind in ('r', 'm')
                       union
                      select tree.relid::oid from pg_catalog.pg_partition_tree(f.oid) tree where tree.isleaf) leaf
                join pg_catalog.pg_class c on c.oid = leaf.oid) part) size`;

/** Names that the target has nothing for are left out. */
export async function readRelations(
  { client, searchPath }: Reading,
  names: readonly RelationName[],
): Promise<Relations> {
  const wanted = [...new Map(names.map((name) => [keyOf(name), name])).values()];
  const { rows } = await client.query<Row>(FOUND, [
    wanted.map(({ schema }) => schema ?? null),
    wanted.map(({ name }) => name),
    searchPath,
  ]);
  return new Relations(new Map(rows.map((row) => [keyOf(nameOf(row)), relationOf(row)])), searchPath);
}

const nameOf = ({ schema, name }: Row): RelationName => ({ name, ...(schema === null ? {} : { schema }) });

function relationOf(row: Row): Relation {
  const { oid, table, kind, isPartitioned, rows, bytes, indexOf, partitionOf, defaultPartition } = row;
  return {
    oid,
    table,
    kind,
    isPartitioned,
    bytes: Number(bytes ?? 0),
    ...(rows === null ? {} : { rows: Math.round(rows) }),
    ...(indexOf === null ? {} : { indexOf }),
    ...(partitionOf === null ? {} : { partitionOf }),
    ...(defaultPartition === null ? {} : { defaultPartition }),
    references: [...row.references].sort(),
    linked: [...row.linked].sort(),
    triggers: row.triggers,
  };
}

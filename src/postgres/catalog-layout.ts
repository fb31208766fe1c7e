/** Reads from the catalog which tables are range-partitioned by time, and their partitions' bounds. */
import type { Client } from 'pg';
import { type Instant, parseInstant } from '../domain/instant.ts';
import type { KeyType, Layout, Partition } from '../domain/layout.ts';
import { type Bound, finite, MAXVALUE, MINVALUE, type Range } from '../domain/range.ts';

/** A partitioned table as the catalog has it. */
export interface PartitionedTable {
  readonly oid: number;
  readonly layout: Layout;
}

/** A partitioned table that can't be judged, and why. */
export interface UnjudgedTable {
  readonly table: string;
  readonly reason: string;
}

export interface CatalogLayouts {
  readonly judged: readonly PartitionedTable[];
  readonly unjudged: readonly UnjudgedTable[];
}

interface Row {
  readonly table_oid: number;
  readonly table_name: string;
  readonly strategy: string;
  readonly key_column: string | null;
  readonly key_type: string | null;
  readonly partition_oid: number | null;
  readonly partition_name: string | null;
  readonly bound: string | null;
  /** Null where the partition is not partitioned itself. */
  readonly leaves: number[] | null;
  /** Of the partitions within it by range of the same column. */
  readonly inner: string[] | null;
}

const LAYOUTS = `
  select root.oid as table_oid,
         pg_catalog.format('%I.%I', root_schema.nspname, root.relname) as table_name,
         key.partstrat as strategy,
         key_column.attname as key_column,
         case when key_type.typtype = 'd' then pg_catalog.format_type(key_type.typbasetype, null)
              else pg_catalog.format_type(key_type.oid, null) end as key_type,
         part.oid as partition_oid,
         case when part.oid is not null then pg_catalog.format('%I.%I', part_schema.nspname, part.relname) end as partition_name,
         pg_catalog.pg_get_expr(part.relpartbound, part.oid) as bound,
         case when part.relkind = 'p'
              then (select pg_catalog.array_agg(tree.relid::oid order by tree.relid::oid)
                      from pg_catalog.pg_partition_tree(part.oid) tree where tree.isleaf)
         end as leaves,
         case when part.relkind = 'p'
              then (select pg_catalog.array_agg(pg_catalog.pg_get_expr(within.relpartbound, within.oid) order by within.oid)
                      from pg_catalog.pg_partition_tree(part.oid) tree
                      join pg_catalog.pg_class within on within.oid = tree.relid and tree.level > 0
                      join pg_catalog.pg_partitioned_table sub on sub.partrelid = tree.parentrelid and sub.partstrat = 'r'
                      join pg_catalog.pg_attribute a on a.attrelid = sub.partrelid and a.attnum = sub.partattrs[0]
                     where a.attname = key_column.attname)
         end as "inner"
    from pg_catalog.pg_partitioned_table key
    join pg_catalog.pg_class root on root.oid = key.partrelid and not root.relispartition
    join pg_catalog.pg_namespace root_schema on root_schema.oid = root.relnamespace
    left join pg_catalog.pg_attribute key_column
      on key_column.attrelid = root.oid and key_column.attnum = key.partattrs[0] and key.partattrs[0] <> 0
    left join pg_catalog.pg_type key_type on key_type.oid = key_column.atttypid
    left join pg_catalog.pg_inherits link on link.inhparent = root.oid and not link.inhdetachpending
    left join pg_catalog.pg_class part on part.oid = link.inhrelid
    left join pg_catalog.pg_namespace part_schema on part_schema.oid = part.relnamespace
   order by root.oid, part.oid`;

/** Keys that are judged, by the names that the catalog has for their types. */
export const KEY_TYPES: Readonly<Record<string, KeyType>> = {
  date: 'date',
  'timestamp without time zone': 'timestamp',
  'timestamp with time zone': 'timestamptz',
};

/**
 * @param client a session with TimeZone UTC and DateStyle ISO: bounds are printed by the session's own.
 * @returns layouts with rows counted as 0: counting is another's work.
 */
export async function readLayouts(client: Client): Promise<CatalogLayouts> {
  const { rows } = await client.query<Row>(LAYOUTS);
  const byTable = new Map<number, Row[]>();
  for (const row of rows) byTable.set(row.table_oid, [...(byTable.get(row.table_oid) ?? []), row]);
  const judged: PartitionedTable[] = [];
  const unjudged: UnjudgedTable[] = [];
  for (const [oid, group] of byTable) {
    const [head] = group;
    if (!head) continue;
    const keyType = KEY_TYPES[head.key_type ?? ''];
    if (head.strategy === 'r' && head.key_column !== null && keyType) {
      judged.push({ oid, layout: layoutOf(head.table_name, head.key_column, keyType, group) });
    } else {
      unjudged.push({ table: head.table_name, reason: whyUnjudged(head) });
    }
  }
  return { judged, unjudged };
}

function whyUnjudged({ strategy, key_column, key_type }: Row): string {
  if (strategy !== 'r') return `it is partitioned by ${strategy === 'l' ? 'list' : 'hash'}, not by range`;
  if (key_column === null) return 'an expression is its partition key';
  return `its partition key ${key_column} is ${key_type ?? 'of an unknown type'}, not a date or time`;
}

const layoutOf = (table: string, keyColumn: string, keyType: KeyType, rows: readonly Row[]): Layout => ({
  table,
  keyColumn,
  keyType,
  partitions: rows.flatMap((row) =>
    row.partition_oid !== null && row.partition_name !== null && row.bound !== null
      ? [
          {
            ...partitionOf(row.partition_name, row.partition_oid, row.bound),
            ...(row.leaves ? { leaves: row.leaves } : {}),
            ...(row.inner ? { innerBounds: row.inner.flatMap((b) => finiteBounds(b, row)) } : {}),
          },
        ]
      : [],
  ),
});

const RANGE_BOUND = /^FOR VALUES FROM \((.*)\) TO \((.*)\)$/s;

function partitionOf(name: string, oid: number, bound: string): Partition {
  if (bound === 'DEFAULT') return { kind: 'default', name, oid, rows: 0 };
  const [, lower, upper] = RANGE_BOUND.exec(bound) ?? [];
  if (lower === undefined || upper === undefined) throw new Error(`Bound of ${name} can't be read: ${bound}`);
  return {
    kind: 'range',
    name,
    oid,
    rows: 0,
    range: { lower: firstBound(lower, name), upper: firstBound(upper, name) },
    ...(/^'(?:[^']|'')*', (?!MINVALUE)/.test(upper) ? { reachesUpper: true } : {}),
  };
}

/** The range of a bound as the catalog prints it; undefined of a default partition, and of keys that are no times. */
export function rangeOfBound(bound: string): Range | undefined {
  try {
    const partition = partitionOf('', 0, bound);
    return partition.kind === 'range' ? partition.range : undefined;
  } catch {
    return undefined;
  }
}

function finiteBounds(bound: string, row: Row): Instant[] {
  const within = partitionOf(row.partition_name ?? '', 0, bound);
  const ends = within.kind === 'range' ? [within.range.lower, within.range.upper] : [];
  return ends.flatMap((end) => (end.kind === 'finite' ? [end.at] : []));
}

/** The first of a bound's columns. */
function firstBound(columns: string, partition: string): Bound {
  if (columns.startsWith('MINVALUE')) return MINVALUE;
  if (columns.startsWith('MAXVALUE')) return MAXVALUE;
  const text = /^'((?:[^']|'')*)'/.exec(columns)?.[1];
  if (text === 'infinity') return MAXVALUE;
  if (text === '-infinity') return MINVALUE;
  const at = text === undefined ? undefined : parseInstant(text);
  if (at === undefined) throw new Error(`Bound of ${partition} can't be read: ${columns}`);
  return finite(at);
}

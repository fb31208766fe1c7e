/** What the catalog says of one partition, or of a table that was one: its names, its bound, its columns. */
import type { Client } from 'pg';
import { quoteIdentifier } from '../../postgres/connection.ts';
import { type ColumnFacts, readTableFacts } from '../../postgres/table-facts.ts';
import type { ArchivedName, ArchivedType, OwnProperties } from './archive-head.ts';
import { readOwnProperties } from './own-properties.ts';
import { readUserTypes } from './user-types.ts';

export interface PartitionFacts {
  readonly oid: number;
  readonly table: ArchivedName;
  readonly tableOid: number;
  readonly partition: ArchivedName;
  /** As the catalog prints it under pinned settings. */
  readonly bound: string;
  /** Those with values of their own: a virtual column has none. */
  readonly columns: readonly ColumnFacts[];
  /** Those of the database's own that the columns have, or have within. */
  readonly types: readonly ArchivedType[];
  readonly own: OwnProperties;
}

const FACTS = `
  select p.oid as "tableOid", pn.nspname as "tableSchema", p.relname as "tableName",
         n.nspname as "schema", c.relname as name, c.relkind as kind,
         pg_catalog.pg_get_expr(c.relpartbound, c.oid) as bound,
         coalesce((select pg_catalog.array_agg(a.attname::text) from pg_catalog.pg_attribute a
                    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = 'v'), '{}') as virtual
    from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    join pg_catalog.pg_inherits i on i.inhrelid = c.oid and not i.inhdetachpending
    join pg_catalog.pg_class p on p.oid = i.inhparent
    join pg_catalog.pg_namespace pn on pn.oid = p.relnamespace
   where c.oid = $1 and c.relispartition`;

interface Row {
  readonly tableOid: number;
  readonly tableSchema: string;
  readonly tableName: string;
  readonly schema: string;
  readonly name: string;
  readonly kind: string;
  readonly bound: string;
  readonly virtual: readonly string[];
}

export const sqlName = ({ schema, name }: ArchivedName): string =>
  `${quoteIdentifier(schema)}.${quoteIdentifier(name)}`;

/**
 * @param client in a session with pinned settings.
 * @returns why it can't be archived, where it is none that can; undefined where no such partition is (any more).
 */
export async function readPartition(
  client: Client,
  oid: number,
): Promise<PartitionFacts | string | undefined> {
  const { rows } = await client.query<Row>(FACTS, [oid]);
  const [row] = rows;
  if (row === undefined) return undefined;
  if (row.kind === 'f') return 'it is a foreign table';
  if (row.kind === 'p') return 'it is partitioned itself';
  const facts = await readTableFacts(client, oid);
  if (facts === undefined) return undefined;
  return {
    oid,
    table: { schema: row.tableSchema, name: row.tableName },
    tableOid: row.tableOid,
    partition: { schema: row.schema, name: row.name },
    bound: row.bound,
    columns: facts.columns.filter(({ name }) => !row.virtual.includes(name)),
    types: await readUserTypes(client, oid),
    own: await readOwnProperties(client, oid),
  };
}

/** Whether the shipped partition manager is on the target, and where: what it does, it keeps its own log of. */
import type { Client } from 'pg';
import type { ArchivedName } from '../archive/archive-head.ts';
import { sqlName } from '../archive/partition-facts.ts';
import { quoteIdentifier } from '../../postgres/connection.ts';

/** What maintenance uses of it; together they are nobody else's. */
const FUNCTIONS = [
  'premake_partitions',
  'apply_retention',
  'record_archive',
  'partition_checksum',
  'audit_partition',
] as const;
const TABLES = ['partition_archive', 'retired_partition'] as const;

export interface Manager {
  readonly schema: string;
  /** A function or table of it, as SQL reads it. */
  readonly named: (name: (typeof FUNCTIONS | typeof TABLES)[number]) => string;
}

/** Every schema that it is in, whether this role may use it or not: what may not, is told when it is called. */
export async function findManagers(client: Client): Promise<Manager[]> {
  const { rows } = await client.query<{ schema: string }>(
    `select n.nspname as schema
       from pg_catalog.pg_namespace n
      where (select pg_catalog.count(distinct p.proname) from pg_catalog.pg_proc p
              where p.pronamespace = n.oid and p.proname = any ($1)) = pg_catalog.cardinality($1)
        and (select pg_catalog.count(*) from pg_catalog.pg_class c
              where c.relnamespace = n.oid and c.relname = any ($2)) = pg_catalog.cardinality($2)
      order by n.nspname`,
    [FUNCTIONS, TABLES],
  );
  return rows.map(({ schema }) => ({
    schema,
    named: (name) => `${quoteIdentifier(schema)}.${quoteIdentifier(name)}`,
  }));
}

/** The one in the table's own schema, else the only one. */
export const managerOf = (managers: readonly Manager[], tableSchema: string): Manager | undefined =>
  managers.find(({ schema }) => schema === tableSchema) ?? (managers.length === 1 ? managers[0] : undefined);

/** How it is told a table: its own underscore may be left out, and a table's is only kept before that one. */
export const prefixOf = (table: ArchivedName): string => `${sqlName(table)}_`;

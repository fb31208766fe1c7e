/** Reads a schema's own log of what became of its partitions: which names it holds, and how often. */
import type { Client } from 'pg';
import type { AuditLog } from '../domain/history.ts';
import { quoteIdentifier } from './connection.ts';

/** Where a log is looked for; without a schema in every one, `public` first. */
export interface AuditLogPlace {
  readonly schema?: string;
  readonly table: string;
  readonly column: string;
}

/** What the configuration need not name. */
export const CUSTOMARY_LOG: AuditLogPlace = { table: 'partition_audit_log', column: 'partition_name' };

const FIND = `
  select pg_catalog.format('%I.%I', n.nspname, c.relname) as table
    from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
   where c.relname = $1 and a.attname = $2 and c.relkind in ('r', 'p')
     and n.nspname = coalesce($3, n.nspname)
   order by n.nspname <> 'public', n.nspname
   limit 1`;

/** More names than a run makes partitions: a log that holds more is not judged by them. */
const MOST_NAMES = 20_000;

/** @returns undefined where there is no such table with such a column. */
export async function readAuditLog(client: Client, place: AuditLogPlace): Promise<AuditLog | undefined> {
  const found = await client.query<{ table: string }>(FIND, [
    place.table,
    place.column,
    place.schema ?? null,
  ]);
  const table = found.rows[0]?.table;
  if (table === undefined) return undefined;
  // Not by a cast, which may be the migrations' own.
  const { rows } = await client.query<{ partition: string; rows: number }>(
    `select pg_catalog.format('%s', l.${quoteIdentifier(place.column)}) as partition, pg_catalog.count(*)::integer as rows
       from ${table} l where l.${quoteIdentifier(place.column)} is not null
      group by 1 order by 1 limit ${MOST_NAMES}`,
  );
  return { table, entries: rows };
}

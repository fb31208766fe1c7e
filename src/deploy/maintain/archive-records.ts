/** What the target itself says of where its dropped partitions' rows are: a file that lies there may be an older one. */
import type pg from 'pg';
import { EXIT, OperatorError } from '../../domain/operator-error.ts';
import { quoteIdentifier } from '../../postgres/connection.ts';

/** The last archive of one partition, as it was written down in the transaction that dropped it. */
export interface ArchiveRecord {
  /** Schema-qualified, each part quoted. */
  readonly table: string;
  readonly partition: string;
  readonly location: string;
  readonly rows: string;
  /** Of the file, hexadecimal. */
  readonly sha256: string;
  /** The day. */
  readonly droppedOn: string;
}

const MAY_READ = `
  select pg_catalog.has_schema_privilege(n.oid, 'usage') and pg_catalog.has_table_privilege(c.oid, 'select') as "mayRead"
    from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
   where n.nspname = 'partition_guard' and c.relname = 'archived_partition'`;

/** Names are written down in quotes: what ends in the quoted name, after a point, bears that very name. */
const LAST = `
  select distinct on (a.table_name, a.partition_name)
         a.table_name as "table", a.partition_name as partition, a.location, a.row_count::text as rows, a.sha256,
         pg_catalog.to_char(a.dropped_at at time zone 'UTC', 'YYYY-MM-DD') as "droppedOn"
    from partition_guard.archived_partition a
   where case when $2 then a.partition_name = $1
              else pg_catalog.right(a.partition_name, pg_catalog.length($1)) = $1 end
   order by a.table_name, a.partition_name, a.deployment desc, a.dropped_at desc`;

/**
 * The last record of each partition that bears the name: of several schemas or tables several.
 * @returns undefined where there are records that may not be read.
 */
export async function lastRecords(
  client: pg.Client,
  { schema, name }: { readonly schema?: string; readonly name: string },
): Promise<ArchiveRecord[] | undefined> {
  const found = await client.query<{ mayRead: boolean }>(MAY_READ);
  if (found.rows[0] === undefined) return [];
  if (!found.rows[0].mayRead) return undefined;
  const wanted = `${schema === undefined ? '' : quoteIdentifier(schema)}.${quoteIdentifier(name)}`;
  const { rows } = await client.query<ArchiveRecord>(LAST, [wanted, schema !== undefined]);
  return rows;
}

export const unreadableRecords = (): OperatorError =>
  new OperatorError('where the archives of this target are may not be read', {
    code: 'archive-records-unreadable',
    hint: 'grant usage on schema partition_guard and select on partition_guard.archived_partition to this role, or give the file itself as --partition',
    exitStatus: EXIT.fail,
  });

/** Whether a file of the place is the recorded one: the place may be reached by another path by now. */
export const isRecordedFile = (
  { location }: ArchiveRecord,
  file: { readonly name: string; readonly location: string },
): boolean => location === file.location || location.replaceAll('\\', '/').endsWith(`/${file.name}`);

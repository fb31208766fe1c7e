/** Reads which locks a session holds that make others stand still: on tables that others can see. */
import type { Client } from 'pg';
import type { LockMode } from '../domain/session-trace.ts';

export interface TableLock {
  readonly oid: number;
  /** As format('%I.%I') prints it. */
  readonly table: string;
  /** Of the partitioned table that it belongs to; its own where it is no partition. */
  readonly rootOid: number;
  readonly root: string;
  readonly mode: LockMode;
}

/**
 * @param client another session than the one that is looked at: what that one made and has not committed is no table
 * to it, nor to anybody else who could wait.
 * @param ownSchema the program's own, which is left out.
 */
export async function readTableLocks(client: Client, pid: number, ownSchema: string): Promise<TableLock[]> {
  const { rows } = await client.query<TableLock>(LOCKS, [pid, ownSchema]);
  return rows;
}

const LOCKS = `
  select c.oid, pg_catalog.format('%I.%I', n.nspname, c.relname) as table,
         root.oid as "rootOid", pg_catalog.format('%I.%I', root_schema.nspname, root.relname) as root,
         case l.mode when 'AccessExclusiveLock' then 'ACCESS EXCLUSIVE'
                     when 'ExclusiveLock' then 'EXCLUSIVE'
                     when 'ShareRowExclusiveLock' then 'SHARE ROW EXCLUSIVE'
                     else 'SHARE' end as mode
    from pg_catalog.pg_locks l
    join pg_catalog.pg_class c on c.oid = l.relation and c.relkind in ('r', 'p') and c.relpersistence <> 't'
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    join pg_catalog.pg_class root on root.oid = coalesce(
           case when c.relispartition then pg_catalog.pg_partition_root(c.oid)::oid end, c.oid)
    join pg_catalog.pg_namespace root_schema on root_schema.oid = root.relnamespace
   where l.pid = $1 and l.locktype = 'relation' and l.granted
     and l.database = (select d.oid from pg_catalog.pg_database d where d.datname = pg_catalog.current_database())
     and l.mode in ('ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock')
     and n.nspname not in ('pg_catalog', 'information_schema', $2)
   order by root.oid, c.oid, l.mode`;

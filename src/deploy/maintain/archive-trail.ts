/** Where each dropped partition's rows are: a row on the target, written in the very transaction that drops it. */
import type pg from 'pg';
import type { ArchiveFile } from '../../domain/maintenance.ts';
import type { ArchiveHead } from '../archive/archive-head.ts';
import { sqlName } from '../archive/partition-facts.ts';

/** @param client in the transaction that drops the partition. */
export async function recordDrop(
  client: pg.Client,
  auditId: string | undefined,
  { head, file }: { readonly head: ArchiveHead; readonly file: ArchiveFile },
): Promise<void> {
  await client.query(
    `insert into partition_guard.archived_partition
       (deployment, table_name, partition_name, bound, location, row_count, checksum, sha256, bytes)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      auditId ?? null,
      sqlName(head.table),
      sqlName(head.partition),
      head.bound,
      file.location,
      head.rows,
      head.checksum,
      file.sha256,
      file.bytes,
    ],
  );
}

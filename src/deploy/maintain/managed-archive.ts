/** Archives partitions, and records each archive with the partition manager, which compares it with the partition. */
import type { RangePartition } from '../../domain/layout.ts';
import type { PartitionOutcome } from '../../domain/maintenance.ts';
import { errorCode } from '../../postgres/error-code.ts';
import { withRetries } from '../apply/retry.ts';
import { inPinnedTransaction } from '../archive/pinned-settings.ts';
import { archivePartition, isProven, type ProvenArchive } from './archive-partition.ts';
import { type MaintainedTable, type MaintenanceRun, outcomeOf, toldOf } from './maintenance-run.ts';

/** Rows may come in between: so often it is archived anew. */
export const ROUNDS = 3;

/** @param done gets what became of those that could not be archived. */
export async function archiveEach(
  run: MaintenanceRun,
  table: MaintainedTable,
  partitions: readonly RangePartition[],
  done: Map<number, PartitionOutcome>,
): Promise<Map<number, ProvenArchive>> {
  const proven = new Map<number, ProvenArchive>();
  for (const partition of partitions) {
    const result = await archiveAndRecord(run, table, partition);
    if (isProven(result)) proven.set(partition.oid, result);
    else done.set(partition.oid, result);
  }
  return proven;
}

/** Rows may come between the archive and its record: then it is archived anew. */
async function archiveAndRecord(
  run: MaintenanceRun,
  table: MaintainedTable,
  partition: RangePartition,
): Promise<ProvenArchive | PartitionOutcome> {
  if (run.store === undefined) throw new Error('there is no place for archives');
  for (let round = 1; ; round++) {
    const result = await archivePartition(run, run.store, table, partition);
    if (!isProven(result)) return result;
    try {
      await record(run, table, partition, result);
      return result;
    } catch (error) {
      if (errorCode(error) === CHANGED && round < ROUNDS) continue;
      const { action, reason, hint } = toldOf(error);
      return outcomeOf(partition, action, { reason, hint, archive: result.file });
    }
  }
}

/** data_exception: rows came between the archive and its record. */
const CHANGED = '22000';

/** Tells the manager of the archive, which compares it with the partition. */
async function record(
  { client, limits, patience }: MaintenanceRun,
  { manager }: MaintainedTable,
  partition: RangePartition,
  { file, managed }: ProvenArchive,
): Promise<void> {
  if (manager === undefined || managed === undefined)
    throw new Error('the manager did not count the archive');
  const values = [partition.oid, file.location, managed.rows, managed.checksum];
  await withRetries(patience, () =>
    inPinnedTransaction(client, limits, async () => {
      const { rowCount } = await client.query(
        `select from ${manager.named('partition_archive')} a
          where a.partition = $1::oid and a.location = $2 and a.row_count = $3 and a.checksum = $4`,
        values,
      );
      if ((rowCount ?? 0) > 0) return;
      await client.query(
        `select ${manager.named('record_archive')}($1::oid::pg_catalog.regclass, $2, $3, $4)`,
        values,
      );
    }),
  );
}

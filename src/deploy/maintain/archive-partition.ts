/** Brings one partition's rows to a file, and proves that they are there, before anybody may drop it. */
import type { RangePartition } from '../../domain/layout.ts';
import type { ArchiveFile, PartitionOutcome } from '../../domain/maintenance.ts';
import type { ArchiveHead } from '../archive/archive-head.ts';
import { leftBehind } from '../archive/own-properties.ts';
import type { ArchiveStore } from '../archive/archive-store.ts';
import { verifyArchive } from '../archive/verify-archive.ts';
import { type Archived, writeArchive } from '../archive/write-archive.ts';
import type { RowsSeen } from '../archive/row-checksum.ts';
import { type MaintainedTable, type MaintenanceRun, outcomeOf, toldOf } from './maintenance-run.ts';

export interface ProvenArchive {
  readonly archived: Archived;
  readonly file: ArchiveFile;
  /** As the partition manager computes it, where it is there. */
  readonly managed?: RowsSeen;
}

/** @returns what became of the partition, where it could not be archived: it is as it was. */
export async function archivePartition(
  run: MaintenanceRun,
  store: ArchiveStore,
  table: MaintainedTable,
  partition: RangePartition,
): Promise<ProvenArchive | PartitionOutcome> {
  const { target, limits } = run;
  try {
    // A session of its own: where writing fails, it is of no more use.
    return await target.withSession(async (session) => {
      const archived = await writeArchive(session, {
        oid: partition.oid,
        database: target.facts.database,
        serverVersion: target.facts.serverVersion,
        store,
        limits,
      });
      if (archived === undefined)
        return outcomeOf(partition, 'unchanged', { reason: 'it is no partition any more' });
      if (typeof archived === 'string') {
        return outcomeOf(partition, 'kept', {
          reason: archived,
          hint: 'Archive or drop it by hand, or take its table out of the retention.',
        });
      }
      const { bytes, sha256, managed } = await verifyArchive(session, archived, {
        store,
        limits,
        checksumFunction: table.manager?.named('partition_checksum'),
      });
      const file = { location: store.locate(archived.name), bytes, sha256 };
      run.onProgress(
        `${partition.name}: ${archived.head.rows} rows are in ${file.location}, read back and equal`,
      );
      return { archived, file, ...(managed === undefined ? {} : { managed }) };
    });
  } catch (error) {
    const { action, reason, hint } = toldOf(error);
    return outcomeOf(partition, action, { reason, hint });
  }
}

export const isProven = (result: ProvenArchive | PartitionOutcome): result is ProvenArchive =>
  'archived' in result;

/** What goes with a partition that its archive does not hold. */
export function toldLeft({ own }: ArchiveHead): { readonly reason?: string } {
  const left = leftBehind(own);
  return left === undefined ? {} : { reason: left };
}

/** Lets go of old partitions with SQL of our own, one transaction each, where no partition manager is on the target. */
import type { RangePartition } from '../../domain/layout.ts';
import type { ArchiveFile, PartitionOutcome } from '../../domain/maintenance.ts';
import type { RetentionSettings } from '../../settings/validate-settings.ts';
import { withRetries } from '../apply/retry.ts';
import type { ArchiveHead } from '../archive/archive-head.ts';
import { type PartitionFacts, readPartition, sqlName } from '../archive/partition-facts.ts';
import { inPinnedTransaction } from '../archive/pinned-settings.ts';
import { countRows, type RowsSeen, sameRows } from '../archive/row-checksum.ts';
import { isAsArchived } from '../archive/same-partition.ts';
import { archivePartition, isProven, type ProvenArchive, toldLeft } from './archive-partition.ts';
import { recordDrop } from './archive-trail.ts';
import { type MaintainedTable, type MaintenanceRun, outcomeOf, toldOf } from './maintenance-run.ts';

/** A row may be written between the archive and the drop: so often it is archived anew. */
const ROUNDS = 3;

type Then = RetentionSettings['then'];

/** What the partition is let go as: with its rows proven elsewhere, with its rows, or kept as a table. */
type Disposal =
  | { readonly kind: 'archived'; readonly head: ArchiveHead; readonly file: ArchiveFile }
  | { readonly kind: 'dropped' }
  | { readonly kind: 'detached' };

export async function retireOwn(
  run: MaintenanceRun,
  table: MaintainedTable,
  partition: RangePartition,
  then: Then,
): Promise<PartitionOutcome> {
  if (then === 'archive') return archiveAndDrop(run, table, partition);
  return tried(run, table, partition, { kind: then === 'drop' ? 'dropped' : 'detached' });
}

async function archiveAndDrop(
  run: MaintenanceRun,
  table: MaintainedTable,
  partition: RangePartition,
): Promise<PartitionOutcome> {
  const { store } = run;
  if (store === undefined) throw new Error('there is no place for archives');
  let last: PartitionOutcome | undefined;
  for (let round = 1; round <= ROUNDS; round++) {
    const proven: ProvenArchive | PartitionOutcome = await archivePartition(run, store, table, partition);
    if (!isProven(proven)) return proven;
    const { archived, file } = proven;
    last = await tried(run, table, partition, { kind: 'archived', head: archived.head, file });
    if (last.reason !== CHANGED) return last;
    run.onProgress(`${partition.name} was written to after its archive: archived anew`);
  }
  return last ?? outcomeOf(partition, 'failed');
}

const CHANGED = 'it was changed after its archive was written';

async function tried(
  run: MaintenanceRun,
  table: MaintainedTable,
  partition: RangePartition,
  disposal: Disposal,
): Promise<PartitionOutcome> {
  try {
    return await withRetries(run.patience, () => retire(run, table, partition, disposal));
  } catch (error) {
    const { action, reason, hint } = toldOf(error);
    return outcomeOf(partition, action, { reason, hint });
  }
}

const retire = (
  { client, limits, auditId }: MaintenanceRun,
  table: MaintainedTable,
  partition: RangePartition,
  disposal: Disposal,
): Promise<PartitionOutcome> =>
  inPinnedTransaction(client, limits, async () => {
    const parent = sqlName(table.name);
    // The parent first, as writers do: neither waits for the other in a circle.
    await client.query(`lock table only ${parent} in access exclusive mode`);
    const lockedAt = performance.now();
    const facts = await readPartition(client, partition.oid);
    const stands = await standsStill(facts, table, disposal);
    if (facts === undefined || typeof facts === 'string' || stands !== undefined) {
      return outcomeOf(partition, 'kept', {
        reason: stands ?? (typeof facts === 'string' ? facts : 'it is no partition of this table any more'),
        hint: 'Run it again: the partitions were changed by somebody else meanwhile.',
      });
    }
    const relation = sqlName(facts.partition);
    await client.query(`lock table only ${relation} in access exclusive mode`);
    const seen = disposal.kind === 'detached' ? undefined : await countRows(client, relation, facts.columns);
    const locked = disposal.kind === 'archived' ? await readPartition(client, partition.oid) : undefined;
    const isSame = (head: ArchiveHead): boolean =>
      seen !== undefined && sameRows(seen, head) && typeof locked === 'object' && isAsArchived(locked, head);
    if (disposal.kind === 'archived' && !isSame(disposal.head)) {
      return outcomeOf(partition, 'failed', {
        reason: CHANGED,
        hint: 'Run it again: it is archived anew then.',
      });
    }
    await client.query(`alter table ${parent} detach partition ${relation}`);
    if (disposal.kind !== 'detached') await client.query(`drop table ${relation} restrict`);
    if (disposal.kind === 'archived') await recordDrop(client, auditId, disposal);
    return outcomeOf(partition, disposal.kind, { ...toldOutcome(seen, disposal), lockedMs: since(lockedAt) });
  });

/** Why it is not what was looked at; undefined where it is. */
async function standsStill(
  facts: PartitionFacts | string | undefined,
  table: MaintainedTable,
  disposal: Disposal,
): Promise<string | undefined> {
  if (facts === undefined || typeof facts === 'string') return undefined;
  if (facts.tableOid !== table.oid) return 'it belongs to another table now';
  if (disposal.kind === 'archived' && facts.bound !== disposal.head.bound) return 'it has other bounds now';
  return undefined;
}

const since = (at: number): number => Math.round(performance.now() - at);

const toldOutcome = (seen: RowsSeen | undefined, disposal: Disposal): Partial<PartitionOutcome> => ({
  ...(seen === undefined ? {} : { rows: seen.rows }),
  ...(disposal.kind === 'archived' ? { archive: disposal.file, ...toldLeft(disposal.head) } : {}),
});

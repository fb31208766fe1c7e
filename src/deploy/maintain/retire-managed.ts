/** Lets go of old partitions through the shipped partition manager, so that its log and its archive records stay complete. */
import type { RangePartition } from '../../domain/layout.ts';
import type { PartitionOutcome } from '../../domain/maintenance.ts';
import { EXIT, OperatorError } from '../../domain/operator-error.ts';
import { withRetries } from '../apply/retry.ts';
import { readPartition } from '../archive/partition-facts.ts';
import { inPinnedTransaction } from '../archive/pinned-settings.ts';
import { isAsArchived } from '../archive/same-partition.ts';
import { type ProvenArchive, toldLeft } from './archive-partition.ts';
import { recordDrop } from './archive-trail.ts';
import {
  type MaintainedTable,
  type MaintenanceRun,
  outcomeOf,
  type Told,
  toldOf,
} from './maintenance-run.ts';
import { archiveEach, ROUNDS } from './managed-archive.ts';
import {
  assertTold,
  callRetention,
  type Disposal,
  find,
  type ManagedRetention,
  outcomesOf,
  type Retired,
  told,
} from './managed-call.ts';
import type { Manager } from './manager.ts';
import { changeSince } from './safe-call.ts';

/** What the manager says it would do; takes no lock but a reader's. */
export async function previewManaged(
  run: MaintenanceRun,
  table: MaintainedTable,
  retention: ManagedRetention,
  disposal: Disposal,
): Promise<PartitionOutcome[]> {
  const rows = await inPinnedTransaction(run.client, run.limits, () =>
    callRetention(run, table, retention, { disposal, dryRun: true }),
  );
  return outcomesOf(table, retention, rows, disposal);
}

/** Detaches, moves or drops what is past the retention, in one transaction. */
export async function retireManaged(
  run: MaintenanceRun,
  table: MaintainedTable,
  retention: ManagedRetention,
  disposal: Exclude<Disposal, 'drop archived'>,
): Promise<PartitionOutcome[]> {
  try {
    const { rows, lockedMs } = await retire(run, table, retention, { disposal, proven: new Map() });
    return outcomesOf(table, retention, rows, disposal).map((outcome) => ({ ...outcome, lockedMs }));
  } catch (error) {
    return all(retention.candidates, toldOf(error));
  }
}

const all = (partitions: readonly RangePartition[], { action, reason, hint }: Told): PartitionOutcome[] =>
  partitions.map((partition) => outcomeOf(partition, action, { reason, hint }));

/** Archives each, records the archives, and drops those whose archive still equals them, counted again under the lock. */
export async function archiveManaged(
  run: MaintenanceRun,
  table: MaintainedTable,
  retention: ManagedRetention,
): Promise<PartitionOutcome[]> {
  const done = new Map<number, PartitionOutcome>();
  let left = retention.candidates;
  for (let round = 1; round <= ROUNDS && left.length > 0; round++) {
    const proven = await archiveEach(run, table, left, done);
    const unproven = left.filter(({ oid }) => !proven.has(oid));
    const spoiled = await firstRecorded(run, retention.manager, unproven);
    if (spoiled !== undefined) return [...done.values(), ...held(left, proven, spoiled)];
    if (proven.size === 0) break;
    const { rows, fault } = await dropProven(run, table, retention, proven);
    for (const partition of left) {
      const archive = proven.get(partition.oid);
      if (archive === undefined) continue;
      const { file, archived } = archive;
      const outcome = fault
        ? outcomeOf(partition, fault.action, { reason: fault.reason, hint: fault.hint })
        : told(partition, find(rows, partition), 'drop archived');
      const left = outcome.action === 'archived' ? toldLeft(archived.head) : {};
      done.set(partition.oid, { ...outcome, ...left, archive: file });
    }
    if (fault) break;
    // What was written to since its archive has another archive by then; what is kept for another reason stays.
    left = await changedSince(run, retention, { proven, done });
  }
  return retention.candidates.flatMap(({ oid }) => done.get(oid) ?? []);
}

/**
 * The first of partitions without a proven archive that has a record of an earlier one: the manager would drop it by
 * that record, though nobody knows any more whether the file is whole.
 */
async function firstRecorded(
  { client }: MaintenanceRun,
  manager: Manager,
  unproven: readonly RangePartition[],
): Promise<string | undefined> {
  const { rows } = await client.query<{ oid: number }>(
    `select a.partition::oid as oid from ${manager.named('partition_archive')} a where a.partition = any ($1::oid[]) limit 1`,
    [unproven.map(({ oid }) => oid)],
  );
  return unproven.find(({ oid }) => oid === rows[0]?.oid)?.name;
}

const held = (
  left: readonly RangePartition[],
  proven: ReadonlyMap<number, ProvenArchive>,
  spoiled: string,
): PartitionOutcome[] =>
  left.flatMap((partition) => {
    const archive = proven.get(partition.oid)?.file;
    if (archive === undefined) return [];
    return outcomeOf(partition, 'kept', {
      archive,
      reason: `${spoiled} has a record of an archive that could not be read back, by which it would be dropped with the others`,
      hint: `See to that archive, or delete its row in partition_archive; then run this again.`,
    });
  });

interface Call {
  readonly disposal: Disposal;
  readonly proven: ReadonlyMap<number, ProvenArchive>;
}

async function dropProven(
  run: MaintenanceRun,
  table: MaintainedTable,
  retention: ManagedRetention,
  proven: ReadonlyMap<number, ProvenArchive>,
): Promise<{ readonly rows: readonly Retired[]; readonly fault?: Told }> {
  try {
    return await retire(run, table, retention, { disposal: 'drop archived', proven });
  } catch (error) {
    return { rows: [], fault: toldOf(error) };
  }
}

const retire = (
  run: MaintenanceRun,
  table: MaintainedTable,
  retention: ManagedRetention,
  { disposal, proven }: Call,
): Promise<{ readonly rows: readonly Retired[]; readonly lockedMs: number }> =>
  withRetries(run.patience, () =>
    inPinnedTransaction(run.client, run.limits, async () => {
      const startedAt = performance.now();
      if (disposal === 'drop archived') await assertAsArchived(run, table, proven);
      const rows = await callRetention(run, table, retention, { disposal, dryRun: false });
      const { gone } = await changeSince(run.client, table, retention.safe);
      assertTold(table, rows, gone);
      for (const { oid, name } of disposal === 'drop archived' ? gone : []) {
        const archive = proven.get(oid);
        if (archive === undefined) throw unproven(name);
        await recordDrop(run.client, run.auditId, { head: archive.archived.head, file: archive.file });
      }
      return { rows, lockedMs: Math.round(performance.now() - startedAt) };
    }),
  );

/** Its rows the manager counts again; who may see them, and what its types are, it does not know of. */
async function assertAsArchived(
  { client }: MaintenanceRun,
  { layout }: MaintainedTable,
  proven: ReadonlyMap<number, ProvenArchive>,
): Promise<void> {
  for (const [oid, { archived }] of proven) {
    const facts = await readPartition(client, oid);
    if (typeof facts !== 'object' || isAsArchived(facts, archived.head)) continue;
    const name = layout.partitions.find((partition) => partition.oid === oid)?.name ?? '';
    throw new OperatorError(`${name} was changed after its archive was written: all of it was rolled back`, {
      code: 'archive-outdated',
      hint: 'Run it again: it is archived anew then.',
      exitStatus: EXIT.fail,
    });
  }
}

const unproven = (name: string): OperatorError =>
  new OperatorError(
    `${name} would be dropped by an archive that this run did not read back: all of it was rolled back`,
    {
      code: 'archive-not-proven',
      hint: 'Run it again: it is archived, or its archive read back, first.',
      exitStatus: EXIT.fail,
    },
  );

/** Those that the manager kept although their archive was recorded a moment ago, because rows came in between. */
async function changedSince(
  { client }: MaintenanceRun,
  { manager, candidates }: ManagedRetention,
  {
    proven,
    done,
  }: {
    readonly proven: ReadonlyMap<number, ProvenArchive>;
    readonly done: ReadonlyMap<number, PartitionOutcome>;
  },
): Promise<RangePartition[]> {
  const changed: RangePartition[] = [];
  for (const partition of candidates) {
    const managed = proven.get(partition.oid)?.managed;
    if (managed === undefined || done.get(partition.oid)?.action !== 'kept') continue;
    const { rows } = await client.query<{ isSame: boolean }>(
      `select k.row_count = $2 and coalesce(k.checksum, 0) = $3 as "isSame"
         from ${manager.named('partition_checksum')}($1::oid::pg_catalog.regclass) k`,
      [partition.oid, managed.rows, managed.checksum],
    );
    if (rows[0]?.isSame === false) changed.push(partition);
  }
  return changed;
}

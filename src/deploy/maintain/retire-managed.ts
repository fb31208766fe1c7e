/** Lets go of old partitions through the shipped partition manager, so that its log and its archive records stay complete. */
import { formatInterval, type Interval } from '../../domain/interval.ts';
import type { RangePartition } from '../../domain/layout.ts';
import type { PartitionAction, PartitionOutcome } from '../../domain/maintenance.ts';
import { EXIT, OperatorError } from '../../domain/operator-error.ts';
import { errorCode } from '../../postgres/error-code.ts';
import { withRetries } from '../apply/retry.ts';
import { inPinnedTransaction } from '../archive/pinned-settings.ts';
import { archivePartition, isProven, type ProvenArchive } from './archive-partition.ts';
import { recordDrop } from './archive-trail.ts';
import {
  type MaintainedTable,
  type MaintenanceRun,
  outcomeOf,
  type Told,
  toldOf,
} from './maintenance-run.ts';
import { type Manager, prefixOf } from './manager.ts';
import { changeSince } from './safe-call.ts';
import type { Instant } from '../../domain/instant.ts';

/** As the manager calls them. */
export type Disposal = 'detach' | 'archive' | 'drop archived' | 'drop without archive';

export interface ManagedRetention {
  readonly manager: Manager;
  readonly keep: Interval;
  /** Nothing that ends after it may go: the manager goes by the server's clock. */
  readonly safe: Instant;
  readonly candidates: readonly RangePartition[];
}

const ROUNDS = 3;

interface Retired {
  readonly action: 'DETACH' | 'ARCHIVE' | 'DROP' | 'KEEP';
  readonly partition: string;
  readonly rows: string | null;
  readonly reason: string | null;
}

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
  return retention.candidates.map((partition) => told(partition, find(rows, partition), disposal));
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
    return retention.candidates.map((partition) => ({
      ...told(partition, find(rows, partition), disposal),
      lockedMs,
    }));
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
      const file = proven.get(partition.oid)?.file;
      if (file === undefined) continue;
      const outcome = fault
        ? outcomeOf(partition, fault.action, { reason: fault.reason, hint: fault.hint })
        : told(partition, find(rows, partition), 'drop archived');
      done.set(partition.oid, { ...outcome, archive: file });
    }
    if (fault) break;
    // What was written to since its archive has another archive by then; what is kept for another reason stays.
    left = await changedSince(run, retention, { proven, done });
  }
  return retention.candidates.flatMap(({ oid }) => done.get(oid) ?? []);
}

async function archiveEach(
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
      const rows = await callRetention(run, table, retention, { disposal, dryRun: false });
      const { gone } = await changeSince(run.client, table, retention.safe);
      for (const { oid, name } of disposal === 'drop archived' ? gone : []) {
        const archive = proven.get(oid);
        if (archive === undefined) throw unproven(name);
        await recordDrop(run.client, run.auditId, { head: archive.archived.head, file: archive.file });
      }
      return { rows, lockedMs: Math.round(performance.now() - startedAt) };
    }),
  );

const unproven = (name: string): OperatorError =>
  new OperatorError(
    `${name} would be dropped by an archive that this run did not read back: all of it was rolled back`,
    {
      code: 'archive-not-proven',
      hint: 'Run it again: it is archived, or its archive read back, first.',
      exitStatus: EXIT.fail,
    },
  );

async function callRetention(
  { client }: MaintenanceRun,
  table: MaintainedTable,
  { manager, keep }: ManagedRetention,
  { disposal, dryRun }: { readonly disposal: Disposal; readonly dryRun: boolean },
): Promise<readonly Retired[]> {
  const { rows } = await client.query<Retired>(
    `select r.action, pg_catalog.format('%I.%I', r.partition_schema, r.partition_name) as partition,
            r.row_count::text as rows, r.reason
       from ${manager.named('apply_retention')}($1, $2::text::pg_catalog.interval, $3, dry_run => $4) r`,
    [prefixOf(table.name), formatInterval(keep), disposal, dryRun],
  );
  return rows;
}

const find = (rows: readonly Retired[], { name }: RangePartition): Retired | undefined =>
  rows.find(({ partition }) => partition === name);

const ACTIONS: Readonly<Record<Retired['action'], PartitionAction>> = {
  DETACH: 'detached',
  ARCHIVE: 'moved',
  DROP: 'dropped',
  KEEP: 'kept',
};

function told(partition: RangePartition, row: Retired | undefined, disposal: Disposal): PartitionOutcome {
  if (row === undefined) return outcomeOf(partition, 'unchanged', { reason: 'it is no partition any more' });
  const action = disposal === 'drop archived' && row.action === 'DROP' ? 'archived' : ACTIONS[row.action];
  return outcomeOf(partition, action, {
    ...(row.rows === null ? {} : { rows: Number(row.rows) }),
    ...(row.reason === null || action === 'archived' || action === 'dropped' ? {} : { reason: row.reason }),
    ...(action === 'kept' ? { hint: 'See to what the reason names; it goes with a later run then.' } : {}),
  });
}

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

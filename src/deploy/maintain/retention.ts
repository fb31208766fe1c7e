/** Lets go of what is past its retention, by the bounds in the catalog: archived first where that is asked for. */
import { formatShort, type Instant } from '../../domain/instant.ts';
import { formatInterval, type Interval, nthBound } from '../../domain/interval.ts';
import { type RangePartition, rangePartitions } from '../../domain/layout.ts';
import type { PartitionOutcome } from '../../domain/maintenance.ts';
import type { RetentionSettings } from '../../settings/validate-settings.ts';
import { leftBehind } from '../archive/own-properties.ts';
import { countRows } from '../archive/row-checksum.ts';
import { readPartition, sqlName } from '../archive/partition-facts.ts';
import { inPinnedTransaction } from '../archive/pinned-settings.ts';
import {
  type MaintainedTable,
  type MaintenanceRun,
  NOTHING,
  outcomeOf,
  type TableStep,
  toldOf,
} from './maintenance-run.ts';
import type { Disposal, ManagedRetention } from './managed-call.ts';
import { archiveManaged, previewManaged, retireManaged } from './retire-managed.ts';
import { retireOwn } from './retire-own.ts';
import { isPast } from './safe-call.ts';
import { whyKept } from './would-keep.ts';

export interface Retention {
  readonly keep: Interval;
  readonly then: RetentionSettings['then'];
  /** What ends at or before it is past the retention, by the run's clock and the server's. */
  readonly limit: Instant;
  /** Nothing at or after it may go, by neither clock; time passes while a run goes on. */
  readonly safe: Instant;
}

/** By calendar arithmetic in UTC: months first, then days, as PostgreSQL counts. */
export const limitOf = (now: Instant, keep: Interval): Instant => nthBound(now, keep, -1);

/** Oldest first. */
export const pastRetention = (table: MaintainedTable, limit: Instant): RangePartition[] =>
  rangePartitions(table.layout).filter((partition) => isPast(partition, limit));

export async function applyRetention(
  run: MaintenanceRun,
  table: MaintainedTable,
  retention: Retention,
): Promise<TableStep> {
  const candidates = pastRetention(table, retention.limit);
  if (candidates.length === 0) return NOTHING;
  run.onProgress(
    `${table.layout.table}: ${candidates.length} partitions end before ${formatShort(retention.limit)}, which is ${formatInterval(retention.keep)} ago`,
  );
  if (retention.then === 'archive' && run.store === undefined && table.manager === undefined) {
    return {
      partitions: candidates.map((partition) =>
        outcomeOf(partition, 'kept', { reason: 'no place for its archive is given', hint: WHERE }),
      ),
      problems: [],
    };
  }
  const partitions = await (run.settings.dryRun
    ? rehearse(run, table, retention, candidates)
    : retireAll(run, table, retention, candidates));
  return { partitions, problems: [] };
}

const WHERE = 'Give --archive DIR or --archive s3://BUCKET/PREFIX, or let retention.then be detach or drop.';

async function retireAll(
  run: MaintenanceRun,
  table: MaintainedTable,
  retention: Retention,
  candidates: readonly RangePartition[],
): Promise<PartitionOutcome[]> {
  const managed = managedRetention(table, retention, candidates);
  if (managed) {
    const disposal = disposalOf(run, retention);
    return disposal === 'drop archived'
      ? archiveManaged(run, table, managed)
      : retireManaged(run, table, managed, disposal);
  }
  const outcomes: PartitionOutcome[] = [];
  for (const partition of candidates) outcomes.push(await retireOwn(run, table, partition, retention.then));
  return outcomes;
}

const managedRetention = (
  { manager }: MaintainedTable,
  { keep, safe }: Retention,
  candidates: readonly RangePartition[],
): ManagedRetention | undefined => (manager ? { manager, keep, safe, candidates } : undefined);

/** Without a place for files the manager's archive is a schema of the same database. */
function disposalOf({ store }: MaintenanceRun, { then }: Retention): Disposal {
  switch (then) {
    case 'detach':
      return 'detach';
    case 'drop':
      return 'drop without archive';
    case 'archive':
      return store === undefined ? 'archive' : 'drop archived';
  }
}

const WOULD: Readonly<Record<RetentionSettings['then'], PartitionOutcome['action']>> = {
  detach: 'detached',
  archive: 'archived',
  drop: 'dropped',
};

/** What would become of each; nothing is locked against writers, and nothing written. */
async function rehearse(
  run: MaintenanceRun,
  table: MaintainedTable,
  retention: Retention,
  candidates: readonly RangePartition[],
): Promise<PartitionOutcome[]> {
  const managed = managedRetention(table, retention, candidates);
  try {
    if (managed) {
      const disposal = disposalOf(run, retention);
      // Nothing is archived yet: what would be dropped then, is what could be dropped without.
      const seen = disposal === 'drop archived' ? 'drop without archive' : disposal;
      const outcomes = await previewManaged(run, table, managed, seen);
      return outcomes.map((outcome) =>
        disposal === 'drop archived' && outcome.action === 'dropped'
          ? { ...outcome, action: 'archived' }
          : outcome,
      );
    }
    return await inPinnedTransaction(run.client, run.limits, async () => {
      const outcomes: PartitionOutcome[] = [];
      for (const partition of candidates) outcomes.push(await rehearseOwn(run, partition, retention.then));
      return outcomes;
    });
  } catch (error) {
    const { action, reason, hint } = toldOf(error);
    return candidates.map((partition) => outcomeOf(partition, action, { reason, hint }));
  }
}

/** As retire-own would do it, but for what a lock, or somebody in between, would bring. */
async function rehearseOwn(
  { client, limits }: MaintenanceRun,
  partition: RangePartition,
  then: RetentionSettings['then'],
): Promise<PartitionOutcome> {
  const facts = await readPartition(client, partition.oid);
  if (facts === undefined)
    return outcomeOf(partition, 'unchanged', { reason: 'it is no partition any more' });
  if (typeof facts === 'string') return outcomeOf(partition, 'kept', { reason: facts });
  const { rows } = await countRows(client, sqlName(facts.partition), facts.columns);
  const kept = await whyKept(client, facts, { isDropped: then !== 'detach', limits });
  if (kept !== undefined) {
    return outcomeOf(partition, 'kept', {
      rows,
      reason: kept,
      hint: 'Drop, move or change that first, or keep it longer; nothing is ever taken with CASCADE.',
    });
  }
  const left = then === 'archive' ? leftBehind(facts.own) : undefined;
  return outcomeOf(partition, WOULD[then], { rows, ...(left === undefined ? {} : { reason: left }) });
}

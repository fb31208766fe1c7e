/** A retention of others that commits by itself: what it did is told, and what could not be proven of it. */
import type { Instant } from '../../domain/instant.ts';
import { type Partition, type RangePartition, rangePartitions } from '../../domain/layout.ts';
import type { PartitionOutcome } from '../../domain/maintenance.ts';
import { EXIT, OperatorError } from '../../domain/operator-error.ts';
import type { RetentionSettings } from '../../settings/validate-settings.ts';
import type { ProvenArchive } from './archive-partition.ts';
import {
  type MaintainedTable,
  type MaintenanceRun,
  outcomeOf,
  type Told,
  toldOf,
} from './maintenance-run.ts';
import { isPast, layoutNow } from './safe-call.ts';

export interface ForeignRetention {
  readonly sql: string;
  readonly limit: Instant;
  /** Nothing at or after it may go. */
  readonly safe: Instant;
  /** `archive`: only what this run has proven elsewhere may go. */
  readonly then: RetentionSettings['then'];
  /** Where archives were written first: compared again, under the lock, before anything goes. */
  readonly proven: readonly ProvenArchive[];
}

export const leftThere = (partition: RangePartition): PartitionOutcome =>
  outcomeOf(partition, 'kept', {
    reason: 'it is past the retention, and the configured call left it',
    hint: 'See to the SQL under manage.retention: it keeps more than is asked for, or other tables are its own.',
  });

/** There is no partition to tell it of. */
export const untold = (reason: string, hint: string): OperatorError =>
  new OperatorError(reason, { code: 'retention-failed', hint, exitStatus: EXIT.fail });

/** No transaction can take it back: what it did is told, and what could not be proven. */
export async function outside(
  run: MaintenanceRun,
  tables: readonly MaintainedTable[],
  { sql, safe, then }: ForeignRetention,
  candidates: readonly RangePartition[],
): Promise<PartitionOutcome[]> {
  if (then === 'archive') return refuseOutside(candidates);
  if (run.settings.dryRun) {
    return candidates.map((partition) =>
      outcomeOf(partition, 'unchanged', {
        reason: 'the configured call commits by itself, and can not be rehearsed',
      }),
    );
  }
  const before = await countEach(run, tables);
  let fault: Told | undefined;
  try {
    await run.target.withSession((session) => session.query(sql));
  } catch (error) {
    fault = toldOf(error);
  }
  const outcomes: PartitionOutcome[] = [];
  for (const table of tables) {
    const after = await layoutNow(run.client, table.oid);
    const there = new Set(after?.partitions.map(({ oid }) => oid));
    outcomes.push(...(await fewerIn(run, after?.partitions ?? [], before)));
    for (const partition of rangePartitions(table.layout)) {
      if (!there.has(partition.oid)) outcomes.push(goneOutside(partition, safe));
      else if (candidates.includes(partition)) {
        outcomes.push(fault ? outcomeOf(partition, fault.action, fault) : leftThere(partition));
      }
    }
  }
  if (fault === undefined || candidates.length > 0) return outcomes;
  const done = outcomes.map(({ partition, reason = '' }) => `; ${partition}: ${reason}`).join('');
  throw untold(`${fault.reason}${done}`, fault.hint);
}

type Counted = ReadonlyMap<number, number>;

const countOf = async ({ client }: MaintenanceRun, { name }: Partition): Promise<number> => {
  const { rows } = await client.query<{ rows: string }>(
    `select pg_catalog.count(*)::text as rows from ${name}`,
  );
  return Number(rows[0]?.rows);
};

async function countEach(run: MaintenanceRun, tables: readonly MaintainedTable[]): Promise<Counted> {
  const counted = new Map<number, number>();
  for (const { layout } of tables) {
    for (const partition of layout.partitions) counted.set(partition.oid, await countOf(run, partition));
  }
  return counted;
}

/** Nobody was locked out, so that rows may have come; that there are fewer is what a retention must not do. */
async function fewerIn(
  run: MaintenanceRun,
  left: readonly Partition[],
  before: Counted,
): Promise<PartitionOutcome[]> {
  const outcomes: PartitionOutcome[] = [];
  for (const partition of left) {
    const was = before.get(partition.oid) ?? 0;
    const is = await countOf(run, partition);
    if (is >= was) continue;
    outcomes.push({
      partition: partition.name,
      action: 'failed',
      ...(partition.kind === 'range' ? { lower: partition.range.lower, upper: partition.range.upper } : {}),
      reason: `it stays, and has ${is} of ${was} rows since the configured call, which had committed: that call deleted them, or another session did meanwhile`,
      hint: 'Compare it with a backup, and see to the SQL under manage.retention: it is to let whole partitions go, and is best left to run in a transaction.',
    });
  }
  return outcomes;
}

/** Also where nothing is past the retention as a whole: what it would delete of the others is in no archive. */
function refuseOutside(candidates: readonly RangePartition[]): PartitionOutcome[] {
  if (candidates.length === 0) throw untold(`${COMMITS}: nothing of it was run`, COMMITS_HINT);
  return candidates.map((partition) => outcomeOf(partition, 'kept', { reason: COMMITS, hint: COMMITS_HINT }));
}

const COMMITS =
  'the configured call commits by itself, so that nothing can be compared with the archive before it drops';
const COMMITS_HINT =
  'Leave manage.retention out where archives are asked for: partitions are dropped one by one then, proven.';

const goneOutside = (partition: RangePartition, safe: Instant): PartitionOutcome =>
  isPast(partition, safe)
    ? outcomeOf(partition, 'dropped', {
        reason:
          'the configured call let it go, and had committed: rows of the partitions that stay were counted, not compared',
      })
    : outcomeOf(partition, 'failed', {
        reason: 'the configured call let it go though it is not past the retention, and had committed',
        hint: 'Restore it from a backup, and mend the SQL under manage.retention.',
      });

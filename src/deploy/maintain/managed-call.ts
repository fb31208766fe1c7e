/** Calls the partition manager's retention, and reads what it says by the oids of partitions: a name may be another's by then. */
import type { Instant } from '../../domain/instant.ts';
import { formatInterval, type Interval } from '../../domain/interval.ts';
import { type Partition, type RangePartition, rangePartitions } from '../../domain/layout.ts';
import type { PartitionAction, PartitionOutcome } from '../../domain/maintenance.ts';
import { EXIT, OperatorError } from '../../domain/operator-error.ts';
import { type MaintainedTable, type MaintenanceRun, outcomeOf } from './maintenance-run.ts';
import { type Manager, prefixOf } from './manager.ts';

/** As the manager calls them. */
export type Disposal = 'detach' | 'archive' | 'drop archived' | 'drop without archive';

export interface ManagedRetention {
  readonly manager: Manager;
  readonly keep: Interval;
  /** Nothing that ends after it may go: the manager goes by the server's clock. */
  readonly safe: Instant;
  readonly candidates: readonly RangePartition[];
}

export interface Retired {
  readonly action: 'DETACH' | 'ARCHIVE' | 'DROP' | 'KEEP';
  /** Of the partition that bore the name when the call began; null where none of the table did. */
  readonly oid: number | null;
  readonly partition: string;
  readonly rows: string | null;
  readonly reason: string | null;
}

export async function callRetention(
  { client }: MaintenanceRun,
  table: MaintainedTable,
  { manager, keep }: ManagedRetention,
  { disposal, dryRun }: { readonly disposal: Disposal; readonly dryRun: boolean },
): Promise<readonly Retired[]> {
  const { rows } = await client.query<Retired>(
    // One statement: the names are those of its snapshot, which is older than anything that the call does.
    `with named as materialized (
       select c.oid, n.nspname, c.relname
         from pg_catalog.pg_inherits i
         join pg_catalog.pg_class c on c.oid = i.inhrelid
         join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        where i.inhparent = $5
     )
     select r.action, named.oid, pg_catalog.format('%I.%I', r.partition_schema, r.partition_name) as partition,
            r.row_count::text as rows, r.reason
       from ${manager.named('apply_retention')}($1, $2::text::pg_catalog.interval, $3, dry_run => $4) r
       left join named on named.nspname = r.partition_schema and named.relname = r.partition_name`,
    [prefixOf(table.name), formatInterval(keep), disposal, dryRun, table.oid],
  );
  return rows;
}

export const find = (rows: readonly Retired[], { oid }: RangePartition): Retired | undefined =>
  rows.find((row) => row.oid === oid);

const ACTIONS: Readonly<Record<Retired['action'], PartitionAction>> = {
  DETACH: 'detached',
  ARCHIVE: 'moved',
  DROP: 'dropped',
  KEEP: 'kept',
};

export function told(
  partition: RangePartition,
  row: Retired | undefined,
  disposal: Disposal,
): PartitionOutcome {
  if (row === undefined) {
    return outcomeOf(partition, 'kept', {
      reason: 'the partition manager said nothing of it, though it is past the retention',
      hint: 'Run it again: somebody else may have detached, dropped or renamed it meanwhile.',
    });
  }
  const action = disposal === 'drop archived' && row.action === 'DROP' ? 'archived' : ACTIONS[row.action];
  return outcomeOf(partition, action, {
    ...(row.rows === null ? {} : { rows: Number(row.rows) }),
    ...(row.reason === null || action === 'archived' || action === 'dropped' ? {} : { reason: row.reason }),
    ...(action === 'kept' ? { hint: 'See to what the reason names; it goes with a later run then.' } : {}),
  });
}

/** Of the candidates, and of what became past the retention since they were listed. */
export const outcomesOf = (
  { layout }: MaintainedTable,
  { candidates }: ManagedRetention,
  rows: readonly Retired[],
  disposal: Disposal,
): PartitionOutcome[] =>
  rangePartitions(layout)
    .filter((partition) => candidates.includes(partition) || find(rows, partition) !== undefined)
    .map((partition) => told(partition, find(rows, partition), disposal));

/** What went must be what is told: by its oid, since a name may be another's by then. */
export function assertTold(
  { layout }: MaintainedTable,
  rows: readonly Retired[],
  gone: readonly Partition[],
): void {
  const ours = new Set(layout.partitions.map(({ oid }) => oid));
  const unknown = rows.find(({ action, oid }) => action !== 'KEEP' && (oid === null || !ours.has(oid)));
  const there = rows.find(
    ({ action, oid }) => action !== 'KEEP' && !gone.some((partition) => partition.oid === oid),
  );
  const odd = unknown ?? there;
  if (odd === undefined) return;
  throw new OperatorError(
    `the partition manager let ${odd.partition} go, which is not what this run looked at by that name: all of it was rolled back`,
    {
      code: 'retention-unknown-partition',
      hint: 'Run it again: partitions were made, renamed or dropped by somebody else meanwhile.',
      exitStatus: EXIT.fail,
    },
  );
}

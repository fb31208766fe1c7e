/** The steps of a maintenance, table by table: partitions made ahead, old ones let go, and how long writes keep working. */
import type { Instant } from '../../domain/instant.ts';
import { OperatorError, EXIT } from '../../domain/operator-error.ts';
import type { RangePartition } from '../../domain/layout.ts';
import type { PartitionOutcome, TableMaintenance } from '../../domain/maintenance.ts';
import { renderRetentionCall } from '../../settings/manage-call.ts';
import type { TableName } from '../../settings/validate-settings.ts';
import type { ArchivedName } from '../archive/archive-head.ts';
import { archivePartition, isProven, type ProvenArchive, toldLeft } from './archive-partition.ts';
import { callForeignRetention } from './foreign-call.ts';
import {
  joined,
  type MaintainedTable,
  type MaintenanceRun,
  NOTHING,
  outcomeOf,
  type TableStep,
} from './maintenance-run.ts';
import { findMaintainedTables, assertNamed } from './maintained-tables.ts';
import { premakePartitions } from './premake.ts';
import { applyRetention, limitOf, pastRetention, type Retention } from './retention.ts';
import { runwayOf } from './runway.ts';
import { layoutNow } from './safe-call.ts';

export interface MaintenanceSteps {
  readonly premake: boolean;
  /** `archive`: only what is archived is let go. */
  readonly retention: 'as-configured' | 'archive';
  readonly runway: boolean;
}

export interface Maintained {
  readonly tables: readonly TableMaintenance[];
  readonly warnings: readonly string[];
}

/** @param latest the later of the run's clock and the server's, and an hour: time passes while it goes on. */
export async function maintainTables(
  run: MaintenanceRun,
  steps: MaintenanceSteps,
  latest: Instant,
): Promise<Maintained> {
  const { settings, client } = run;
  const { tables, missing, warnings } = await findMaintainedTables(client, settings);
  const retention = retentionOf(run, steps, latest);
  if (retention) assertNamed(tables, settings);
  const done = new Map<number, TableStep>();
  for (const table of tables) {
    const made =
      steps.premake && settings.premake !== undefined
        ? await premakePartitions(run, table, settings.premake)
        : NOTHING;
    done.set(table.oid, made);
  }
  if (retention) await retain(run, { tables, retention, steps }, done);
  const results: TableMaintenance[] = [];
  for (const table of tables) {
    const { partitions, problems } = done.get(table.oid) ?? NOTHING;
    const layout = (await layoutNow(client, table.oid)) ?? table.layout;
    const runway =
      steps.runway && takesWrites(table, tables, settings)
        ? { runway: runwayOf(layout, run.now, settings.checks.runwayDays) }
        : {};
    results.push({ table: table.layout.table, partitions, problems, ...runway });
  }
  return { tables: [...results, ...missing], warnings };
}

/** Undefined where none is asked for. */
function retentionOf(
  { settings, now }: MaintenanceRun,
  steps: MaintenanceSteps,
  latest: Instant,
): Retention | undefined {
  const keep = settings.keep ?? settings.retention?.keep;
  if (keep === undefined) {
    if (steps.retention === 'as-configured') return undefined;
    throw new OperatorError('nothing says how long rows are kept', {
      code: 'retention-unknown',
      hint: 'give --retention "24 months", or retention: { keep: … } in partition-guard.yml',
      exitStatus: EXIT.usage,
    });
  }
  const then =
    steps.retention === 'archive' || settings.archive !== undefined ? 'archive' : settings.retention?.then;
  if (then === undefined) {
    throw new OperatorError('nothing says what becomes of old partitions', {
      code: 'retention-unknown',
      hint: 'give --archive DIR or s3://BUCKET/PREFIX, or retention: { then: detach | archive | drop } in partition-guard.yml',
      exitStatus: EXIT.usage,
    });
  }
  return { keep, then, limit: limitOf(now, keep), safe: limitOf(latest, keep) };
}

/** What another table's rows go to is an archive: nobody writes to it any more. */
const takesWrites = (
  { name }: MaintainedTable,
  tables: readonly MaintainedTable[],
  settings: MaintenanceRun['settings'],
): boolean =>
  !settings.tables.some(
    ({ successors, table }) =>
      successors.some((successor) => isNamed(name, successor)) &&
      tables.some((other) => isNamed(other.name, table)),
  );

const isNamed = (name: ArchivedName, wanted: TableName): boolean =>
  wanted.name === name.name && (wanted.schema ?? 'public') === name.schema;

interface Retaining {
  readonly tables: readonly MaintainedTable[];
  readonly retention: Retention;
  readonly steps: MaintenanceSteps;
}

/** By the configured call where there is one, after the archive; else by the manager, or by SQL of our own. */
async function retain(
  run: MaintenanceRun,
  { tables, retention, steps }: Retaining,
  done: Map<number, TableStep>,
): Promise<void> {
  const call = run.settings.manage.retention;
  const add = ({ oid }: MaintainedTable, step: TableStep): unknown =>
    done.set(oid, joined(done.get(oid) ?? NOTHING, step));
  if (call === undefined || steps.retention === 'archive') {
    for (const table of tables) add(table, await applyRetention(run, table, retention));
    return;
  }
  const archives = await archiveFirst(run, tables, retention);
  const hasFaults = archives.faults.length > 0;
  const outcomes = hasFaults
    ? [...archives.faults, ...archives.proven.map(heldBack)]
    : withArchives(
        await callForeignRetention(run, tables, {
          sql: renderRetentionCall(call, retention.keep),
          limit: retention.limit,
          safe: retention.safe,
          then: retention.then,
          proven: archives.proven,
        }),
        archives.proven,
      );
  for (const table of tables) {
    const own = new Set(table.layout.partitions.map(({ name }) => name));
    add(table, { partitions: outcomes.filter(({ partition }) => own.has(partition)), problems: [] });
  }
}

interface Archives {
  readonly proven: readonly (ProvenArchive & { readonly partition: RangePartition })[];
  readonly faults: readonly PartitionOutcome[];
}

/** Their call drops whatever it drops: so all that is past the retention is proven elsewhere first. */
async function archiveFirst(
  run: MaintenanceRun,
  tables: readonly MaintainedTable[],
  { limit, then }: Retention,
): Promise<Archives> {
  const { store } = run;
  const proven: Archives['proven'][number][] = [];
  const faults: PartitionOutcome[] = [];
  if (then !== 'archive' || store === undefined || run.settings.dryRun) return { proven, faults };
  for (const table of tables) {
    for (const partition of pastRetention(table, limit)) {
      const result = await archivePartition(run, store, table, partition);
      if (isProven(result)) proven.push({ ...result, partition });
      else faults.push(result);
    }
  }
  return { proven, faults };
}

const heldBack = ({ partition, file, archived }: Archives['proven'][number]): PartitionOutcome =>
  outcomeOf(partition, 'kept', {
    rows: archived.head.rows,
    archive: file,
    reason: 'another partition could not be archived, and the configured call takes all',
    hint: 'See to that one, then run it again.',
  });

const withArchives = (
  outcomes: readonly PartitionOutcome[],
  proven: Archives['proven'],
): PartitionOutcome[] =>
  outcomes.map((outcome) => {
    const found = proven.find(({ partition }) => partition.name === outcome.partition);
    if (found === undefined) return outcome;
    return {
      ...outcome,
      ...(outcome.action === 'dropped'
        ? { action: 'archived' as const, ...toldLeft(found.archived.head) }
        : {}),
      rows: found.archived.head.rows,
      archive: found.file,
    };
  });

/** What `maintain`, `archive` and `restore` come to on a target, table by table and partition by partition. */
import type { Refusal, TargetFacts } from './deployment.ts';
import type { Bound } from './range.ts';

export type MaintenanceCommand = 'maintain' | 'archive' | 'restore';

export type MaintenanceOutcome =
  | 'done'
  | 'nothing-to-do'
  /** A dry run: looked at, and left as it was. */
  | 'rehearsed'
  /** Some of it failed, or writes would fail too soon; the rest was done, and is told. */
  | 'failed'
  | 'refused';

/** What became of one partition, or would. */
export type PartitionAction =
  | 'created'
  /** Its rows are in a file, proven equal, and it is gone. */
  | 'archived'
  /** Gone, with its rows. */
  | 'dropped'
  /** A table of its own now, with its rows. */
  | 'detached'
  /** Detached and moved into an archive schema, with its rows. */
  | 'moved'
  /** Back from an archive, with its rows. */
  | 'restored'
  /** Already as it was asked to be. */
  | 'unchanged'
  /** Something speaks against it: it is as it was. */
  | 'kept'
  /** It was begun and failed; it is as it was. */
  | 'failed';

/** A file that was read back and found equal. */
export interface ArchiveFile {
  /** A path, or an s3:// address. */
  readonly location: string;
  readonly bytes: number;
  /** Of the file, hexadecimal. */
  readonly sha256: string;
}

export interface PartitionOutcome {
  /** Schema-qualified, quoted as SQL reads it. */
  readonly partition: string;
  readonly action: PartitionAction;
  readonly lower?: Bound;
  readonly upper?: Bound;
  /** Undefined where they were not counted. */
  readonly rows?: number;
  readonly archive?: ArchiveFile;
  /** How long the partitioned table was locked against its writers for it. */
  readonly lockedMs?: number;
  /** Why it is kept or failed, or what else is to be known; one line. */
  readonly reason?: string;
  /** The next step. */
  readonly hint?: string;
}

/** How long writes keep working without further maintenance. */
export interface Runway {
  /** The first instant that no partition takes; maxvalue: never. */
  readonly until: Bound;
  /** Whole days from now; undefined: for ever. */
  readonly days?: number;
  /** How many are asked for. */
  readonly asked: number;
  readonly isShort: boolean;
}

/** A step of one table that could not be done, or was not asked for rightly. */
export interface MaintenanceProblem {
  readonly step: 'table' | 'premake' | 'retention' | 'archive' | 'restore' | 'runway';
  readonly message: string;
  readonly hint: string;
}

export interface TableMaintenance {
  /** Schema-qualified, quoted as SQL reads it. */
  readonly table: string;
  readonly partitions: readonly PartitionOutcome[];
  /** Undefined where it was not looked at. */
  readonly runway?: Runway;
  readonly problems: readonly MaintenanceProblem[];
}

export interface MaintenanceResult {
  readonly command: MaintenanceCommand;
  readonly outcome: MaintenanceOutcome;
  readonly environment: string;
  readonly target: TargetFacts;
  readonly toolVersion: string;
  readonly isDryRun: boolean;
  readonly tables: readonly TableMaintenance[];
  readonly refusals: readonly Refusal[];
  readonly warnings: readonly string[];
  readonly startedAt: Date;
  readonly durationMs: number;
}

const UNDONE: readonly PartitionAction[] = ['kept', 'failed'];

/** Whether something of it needs somebody to look: then the run failed. */
export const needsLooking = (table: TableMaintenance): boolean =>
  table.problems.length > 0 ||
  table.runway?.isShort === true ||
  table.partitions.some(({ action }) => UNDONE.includes(action));

/** The outcome of a run that no gate refused. */
export function maintenanceOutcome(
  tables: readonly TableMaintenance[],
  isDryRun: boolean,
): Exclude<MaintenanceOutcome, 'refused'> {
  if (tables.some(needsLooking)) return 'failed';
  if (isDryRun) return 'rehearsed';
  const isIdle = tables.every(({ partitions }) => partitions.every(({ action }) => action === 'unchanged'));
  return isIdle ? 'nothing-to-do' : 'done';
}

/** What `plan`, `apply` and `maintain` come to on a target: what would be done, what was done, what was refused. */
import type { Layout } from './layout.ts';
import type { Location } from './location.ts';
import type { Verdict } from './verdict.ts';

/** What can refuse a deployment before, or instead of, anything being changed. Stable names: they are in the JSON. */
export const GATES = [
  /** The database that answers is not the one that was named. */
  'database',
  /** By its audit trail the database is another environment than was named. */
  'environment',
  /** The connection goes through a pooler that hands each transaction to another session. */
  'pooler',
  /** The history on the target and the migrations do not fit: edited, removed, failed, out of order. */
  'history',
  /** A pending file can't be played as it stands: it speaks to psql, ends its transaction, or mixes what needs one and what needs none. */
  'files',
  /** A statement outside of a transaction was begun, and nobody knows whether it ended. */
  'unfinished',
  /** No validation of these very migrations is known. */
  'validation',
  /** The plan that was approved is not what would be done now: other migrations, or the target has drifted. */
  'plan',
  /** The environment before has not had these migrations yet. */
  'order',
  /** Outside of the maintenance window. */
  'window',
  /** Something on the target would make it wait or fail: a long transaction, replication lag, too little disk. */
  'blocker',
] as const;

export type Gate = (typeof GATES)[number];

export interface Refusal {
  readonly gate: Gate;
  /** One line: what is wrong. */
  readonly message: string;
  /** One line: the next step. */
  readonly hint: string;
}

/** How much of the touched tables is proven inside of the transaction. */
export type VerifyMode = 'full' | 'touched' | 'count';

/** The database, without its address. */
export interface TargetFacts {
  readonly database: string;
  readonly user: string;
  /** `16.4`. */
  readonly serverVersion: string;
  /** Of the database cluster, where it may be read: tells a copy from the original. */
  readonly systemIdentifier?: string;
}

/** A migration that the target has not had yet, or a repeatable one that was changed. */
export interface PendingMigration {
  /** Undefined of a repeatable migration. */
  readonly version?: string;
  readonly description: string;
  readonly file: string;
  /** Relative to its migrations folder: what the history calls it. */
  readonly script: string;
  /** Flyway's. */
  readonly checksum: number;
  readonly transaction: 'one' | 'none';
  readonly statements: readonly PlannedStatement[];
}

/** Every mode in which PostgreSQL locks a table, weakest first. */
export const TABLE_LOCK_MODES = [
  'ACCESS SHARE',
  'ROW SHARE',
  'ROW EXCLUSIVE',
  'SHARE UPDATE EXCLUSIVE',
  'SHARE',
  'SHARE ROW EXCLUSIVE',
  'EXCLUSIVE',
  'ACCESS EXCLUSIVE',
] as const;

export type TableLockMode = (typeof TABLE_LOCK_MODES)[number];

export interface ExpectedLock {
  /** Schema-qualified where it is known to be there, else as the statement names it. */
  readonly table: string;
  readonly mode: TableLockMode;
  /** How long it is expected to be held on this target; undefined where nothing tells. */
  readonly heldMs?: number;
  /** What that expectation comes from. */
  readonly measured?: MeasuredLock;
}

/** A lock as the validated run saw it held. */
export interface MeasuredLock {
  readonly heldMs: number;
  /** Seeded rows behind it; undefined where the run did not tell. */
  readonly rows?: number;
  /** How many times as many rows the target has, which the time was scaled by; undefined where it was not. */
  readonly factor?: number;
}

/** Where a statement's locks come from: its kind, the validated run, or nowhere: what it runs can't be seen. */
export type LockBasis = 'statement' | 'validation' | 'unknown';

export interface PlannedStatement extends Location {
  /** Its first line. */
  readonly text: string;
  readonly locks: readonly ExpectedLock[];
  readonly basis: LockBasis;
  /** Whether PostgreSQL writes each row of its tables anew, or reads them all, meanwhile. */
  readonly work: StatementWork;
}

export type StatementWork = 'catalog' | 'reads-rows' | 'writes-rows' | 'unknown';

/** The run of `validate` whose measurements the plan uses. */
export interface ValidatedRun {
  readonly verdict: Verdict;
  /** `16.4`. */
  readonly serverVersion: string;
  /** Seeded rows a scenario. */
  readonly rows: number;
  readonly startedAt: Date;
}

/** What would make an apply wait or fail. */
export interface Blocker {
  readonly kind:
    'long-transaction' | 'replication-lag' | 'replica' | 'disk' | 'pooler' | 'prepared-transaction';
  readonly message: string;
  readonly hint: string;
  /** `refuse`: apply stops at it; `warn`: apply goes on and may wait. */
  readonly weight: 'refuse' | 'warn';
}

export interface TableSize {
  readonly table: string;
  /** The planner's estimate; undefined where the table was never analyzed. */
  readonly rows?: number;
  readonly bytes: number;
}

/** Rows that have to go into another table than the one they are in. */
export interface RowsToMove {
  readonly table: string;
  /** The planner's estimate. */
  readonly rows: number;
  /** Of the tables that hold them now, indexes included: so much is written anew. */
  readonly bytes: number;
  /** One clause: why. */
  readonly reason: string;
}

/** What proving the rows will take. */
export interface VerifyEstimate {
  readonly mode: VerifyMode;
  readonly tables: readonly TableSize[];
  /** How long writers of these tables stand still for the proof alone; undefined where it could not be measured. */
  readonly expectedMs?: number;
}

export interface DeploymentPlan {
  /** Of what would be done and what it would be done to; what `--plan` takes. `sha256:` and 64 hex digits. */
  readonly digest: string;
  /** Of the migrations and the call alone, the same in every environment; what promotion goes by. */
  readonly release: string;
  readonly environment?: string;
  readonly target: TargetFacts;
  readonly toolVersion: string;
  readonly pending: readonly PendingMigration[];
  /** Calls after the migrations, as they will be sent. */
  readonly calls: readonly string[];
  readonly layouts: readonly Layout[];
  /** Where the validated run tells it. */
  readonly layoutsAfter?: readonly Layout[];
  /** Of the tables that are, or become, range-partitioned, and of those that the statements name. */
  readonly sizes: readonly TableSize[];
  /** Undefined where nothing tells. */
  readonly rowsToMove?: readonly RowsToMove[];
  /** Of the mode that is asked for. */
  readonly verify: VerifyEstimate;
  /** Of each mode, the thorough one first. */
  readonly estimates: readonly VerifyEstimate[];
  /** The run that durations and layouts come from; undefined where none was given, or it was of other migrations. */
  readonly validated?: ValidatedRun;
  /** What the validation assumed and the target has otherwise. */
  readonly drift: readonly string[];
  readonly blockers: readonly Blocker[];
  /** What apply would refuse for, as far as it is known now. */
  readonly refusals: readonly Refusal[];
  /** What could not be looked at, and why. */
  readonly notes: readonly string[];
}

/** The rows of one table before and after, as the transaction saw them. */
export interface TableProof {
  readonly table: string;
  readonly mode: 'checksum' | 'count';
  readonly before: RowCount;
  readonly after: RowCount;
  /** `equal-in-part`: rows are equal but for columns that were redefined, and whose values nothing was compared with. */
  readonly verdict: 'equal' | 'equal-in-part' | 'differs' | 'waived';
  /** Of rows that differ: lost, doubled, changed, with their keys. */
  readonly differences: readonly string[];
  /** Columns that were dropped or redefined, and so are not compared. */
  readonly passedOver: readonly string[];
  /** Those of them that are gone. */
  readonly dropped: readonly string[];
}

export interface RowCount {
  readonly rows: number;
  /** Sum of the rows' hashes; undefined where rows were only counted. */
  readonly checksum?: string;
}

export interface AppliedMigration {
  readonly version?: string;
  readonly description: string;
  readonly script: string;
  readonly durationMs: number;
  readonly proofs: readonly TableProof[];
}

export type DeploymentOutcome =
  | 'applied'
  | 'nothing-to-do'
  /** A dry run: all of it done, and rolled back. */
  | 'rehearsed'
  | 'failed'
  | 'refused';

export interface DeploymentFailure {
  readonly message: string;
  readonly hint: string;
  readonly location?: Location;
  readonly sqlstate?: string;
  /** What state it left, and what to do: of statements that no transaction could take back. */
  readonly recovery?: string;
  /** Of the step that was rolled back for what they say. */
  readonly proofs?: readonly TableProof[];
}

export interface DeploymentResult {
  readonly outcome: DeploymentOutcome;
  readonly environment: string;
  readonly plan: DeploymentPlan;
  readonly applied: readonly AppliedMigration[];
  /** Of the calls after the migrations. */
  readonly callProofs: readonly TableProof[];
  readonly refusals: readonly Refusal[];
  readonly failure?: DeploymentFailure;
  readonly warnings: readonly string[];
  readonly layoutsAfter: readonly Layout[];
  readonly startedAt: Date;
  readonly durationMs: number;
}

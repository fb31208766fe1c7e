/** What a scenario was seen to do, step by step: the only thing that checks judge. */
import type { AssertionReading } from './assertion.ts';
import type { NamedChange, TableAttributes } from './attributes.ts';
import type { Instant } from './instant.ts';
import type { Layout } from './layout.ts';
import type { Location } from './location.ts';
import type { Range } from './range.ts';
import type { RetentionRule } from './retention.ts';
import type { Step } from './scenario.ts';
import type { HeldLock, Listening, LockBudget, LockTimes } from './session-trace.ts';

/** An error of the server, as its protocol gives it. */
export interface SqlFailure {
  readonly sqlstate: string;
  readonly message: string;
  readonly detail?: string;
  readonly hint?: string;
  readonly table?: string;
  readonly context?: string;
  /** The server's own function that raised it: stable where message texts are not. */
  readonly routine?: string;
}

export type StepOutcome =
  | { readonly kind: 'done' }
  | {
      readonly kind: 'failed';
      readonly failure: SqlFailure;
      readonly statement: string;
      readonly location?: Location;
    }
  /** It could not be played, for a reason that is not the migration's fault. */
  | { readonly kind: 'not-played'; readonly reason: string; readonly location?: Location };

/** One seeded row that is not as it was. */
export interface RowExample {
  readonly key: string;
  /** The instant of its partition key, formatted. */
  readonly at: string;
  /** The partition that held it when it was seeded. */
  readonly partition: string;
  /** For a changed row: each column with its value before and after. */
  readonly differences?: readonly {
    readonly column: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
}

export interface RowFault {
  readonly count: number;
  /** The first few, by key. */
  readonly examples: readonly RowExample[];
  /** Earliest and latest partition key among all of them, formatted. */
  readonly earliest?: string;
  readonly latest?: string;
  /** The partitions that held them, with how many each. */
  readonly partitions?: readonly {
    readonly partition: string;
    readonly count: number;
    readonly range?: Range;
  }[];
  /** Tables beside the judged one in which the keys were found. */
  readonly foundIn?: readonly string[];
  readonly location?: Location;
  readonly statement?: string;
  /** What called the function that the location is in. */
  readonly calledBy?: Place;
  /** What took lost rows out of the table, before another statement did away with them. */
  readonly movedAside?: Place;
}

/** A statement, and where it stands; a configured call stands in no migration. */
export interface Place {
  readonly location?: Location;
  readonly statement: string;
}

/** The account of a table's seeded rows. */
export interface RowAccount {
  readonly seeded: number;
  /** Rows that the table and its successors hold now, seeded or not. */
  readonly found: number;
  readonly lost: RowFault;
  readonly duplicated: RowFault;
  readonly changed: RowFault;
  /** Columns that the change dropped or gave another type: named, not judged. */
  readonly redefinedColumns: readonly string[];
  /** Set where every column beside the key was redefined: no value could be compared. */
  readonly nothingCompared?: true;
  /** Set where every column was redefined: nothing tells one row from another, and only their number is known. */
  readonly nothingToTellBy?: true;
  /** Rows in a default or catch-all partition now which had a partition of their own before. */
  readonly movedToCatchAll: RowFault;
  /** Rows past the retention that a retention let go: they are not lost. Undefined where none was called. */
  readonly retired?: {
    readonly count: number;
    /** Those that should be in another table, and are in none with their values. */
    readonly unkept: RowFault;
  };
  /** Rows that were in a default or catch-all partition before and still are. */
  readonly stillInCatchAll: number;
}

/** What became of one row that was inserted to try an instant, and taken back. */
export type WriteProbe =
  | { readonly at: Instant; readonly kind: 'accepted' }
  | { readonly at: Instant; readonly kind: 'no-partition' }
  /** Whatever its other values: a check on the partition column alone forbids it, or what ends well stores nothing. */
  | { readonly at: Instant; readonly kind: 'shut-out'; readonly failure: SqlFailure }
  | { readonly at: Instant; readonly kind: 'refused'; readonly failure: SqlFailure };

export type WriteProbes =
  | { readonly kind: 'tried'; readonly probes: readonly WriteProbe[] }
  | { readonly kind: 'not-tried'; readonly reason: string };

export interface TableState {
  /** The name that the run knows it by: the judged table, schema-qualified. */
  readonly table: string;
  /** Undefined where the table is not (or no longer) range-partitioned by time. */
  readonly layout?: Layout;
  /** As it was when rows were seeded; undefined where it was not partitioned, or not seeded. */
  readonly layoutWhenSeeded?: Layout;
  /** Why its layout can't be judged, where it is partitioned in a way that is not judged. */
  readonly notJudged?: string;
  /** Undefined before any row was seeded. */
  readonly rows?: RowAccount;
  readonly writes: WriteProbes;
  /** Whether new rows go here in the end: false for successors that are archives. */
  readonly takesWrites: boolean;
  /** Whether the configured call changes this table's interval. */
  readonly managed: boolean;
  /** What hangs on the table: read at a scenario's end. */
  readonly attributes?: TableAttributes;
  /** As it was when the table was seeded. */
  readonly attributesWhenSeeded?: TableAttributes;
  /** Why no rows could be seeded, where that was tried. */
  readonly seedFailure?: string;
}

/** The places that left something behind in a session, as far as they are known. */
export interface LeftBy {
  readonly advisoryLocks?: Location;
  readonly openTransaction?: Location;
  /** By the name of the setting. */
  readonly settings: Readonly<Record<string, Location>>;
}

/** What the session that played a step left behind. */
export interface SessionResidue {
  readonly advisoryLocks: readonly string[];
  readonly openTransaction: boolean;
  /** Settings with another value than before the step. */
  readonly changedSettings: readonly {
    readonly name: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
  readonly location?: Location;
  readonly leftBy?: LeftBy;
}

/** The place that made an object what it is: found by a replay. */
export interface Origin {
  /** A table, partition, index, view or function, schema-qualified and quoted as SQL reads it. */
  readonly object: string;
  readonly event: OriginEvent;
  /** Of a partition: the range that it had or got. */
  readonly range?: Range;
  /** The innermost place known. */
  readonly location: Location;
  /** First line of the statement that stands there. */
  readonly statement: string;
}

/** `left`: it was there already, and IF NOT EXISTS made nothing of it. */
export type OriginEvent = 'made' | 'attached' | 'detached' | 'dropped' | 'altered' | 'left';

/** Rows of the schema's own log of partitions, by the partition name in them. */
export interface AuditLog {
  readonly table: string;
  readonly entries: readonly { readonly partition: string; readonly rows: number }[];
}

export interface StepRecord {
  readonly step: Step;
  /** Whether it belongs to the preparation that passes share. */
  readonly given: boolean;
  readonly outcome: StepOutcome;
  readonly durationMs: number;
  readonly tables: readonly TableState[];
  /** Undefined where the step used no session of the migrations. */
  readonly residue?: SessionResidue;
  /** In the order in which it happened; only where a check failed and could not name a place. */
  readonly origins?: readonly Origin[];
  /** Of a step that calls a function, along with origins: the call's definition. */
  readonly call?: Place;
  /** What the step's own statements take away or redefine by name. */
  readonly named?: readonly NamedChange[];
  /** After the step; undefined where the schema has none, and after steps that run none of its SQL. */
  readonly audit?: AuditLog;
  /** Undefined where the configuration has no rules of its own. */
  readonly assertions?: readonly AssertionReading[];
  /** Undefined where locks were not watched: in the preparation, and where no table was in use. */
  readonly locks?: readonly HeldLock[];
  /** The same locks, each time that one was held; no check judges these. */
  readonly lockTimes?: LockTimes;
  /** Undefined where no handler was there that could catch an error. */
  readonly caught?: Listening;
}

export interface Pass {
  readonly label: string;
  /**
   * Set where a session of another time zone played what another pass has played already: to be compared with that
   * one, and judged by no other check.
   */
  readonly timeZone?: string;
  readonly records: readonly StepRecord[];
}

/** A released migration that is no longer as it was released. */
export interface HistoryViolation {
  readonly kind: 'edited' | 'removed' | 'out-of-order';
  readonly file: string;
  readonly line?: number;
  readonly detail: string;
}

export interface History {
  readonly scenario: string;
  /** What a comparison with the base found; undefined where there was none to compare with. */
  readonly historyViolations?: readonly HistoryViolation[];
  /** The date on which the run is centred. */
  readonly now: Instant;
  /** Days that writes must go on for. */
  readonly runwayDays: number;
  /** Undefined where the configuration keeps everything. */
  readonly retention?: RetentionRule;
  readonly lockBudget: LockBudget;
  readonly passes: readonly Pass[];
}

/** What a run of `validate` is asked to do: every mistake found, every default filled in. */
import type { Expectation } from '../domain/assertion.ts';
import type { Instant } from '../domain/instant.ts';
import type { Interval, IntervalName } from '../domain/interval.ts';
import type { Span } from '../domain/range.ts';
import type { ReportFiles, ReportKind } from '../domain/report-kind.ts';
import type { Severity } from '../domain/verdict.ts';
import type { ScenarioName } from './scenario-name.ts';

/** A name as SQL reads it: unquoted parts in lower case. */
export interface TableName {
  readonly schema?: string;
  readonly name: string;
}

export interface TableSettings {
  readonly table: TableName;
  /** What makes two rows the same row; undefined: the primary key without the partition column. */
  readonly key?: readonly string[];
  /** Tables where its rows may legitimately be afterwards. */
  readonly successors: readonly TableName[];
  /** What the real table holds. */
  readonly range?: Span;
}

/** A SELECT or CALL with `:parameters`; see renderManageCall. */
export interface ManageCall {
  readonly sql: string;
  /** `partition-guard.yml:12`. */
  readonly where: string;
}

export interface ManageSettings {
  /** Undefined: the default, where the migrations define such a function. */
  readonly call?: ManageCall;
  readonly retention?: ManageCall;
}

export type ServerChoice =
  | { readonly kind: 'auto' }
  | { readonly kind: 'embedded' }
  /** With the image that was asked for, if one was. */
  | { readonly kind: 'testcontainers'; readonly image?: string }
  /** The address holds a password: it is never printed. `allowed`: why it may be one that looks like production. */
  | { readonly kind: 'url'; readonly url: string; readonly allowed?: string };

export interface CheckSettings {
  /** Only of the checks that the configuration names. */
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
  readonly runwayDays: number;
  readonly lockBudget: { readonly exclusiveMs: number; readonly writerStallMs: number };
}

export interface Waiver {
  readonly check: string;
  /** Undefined: of every table. */
  readonly table?: TableName;
  readonly reason: string;
  /** Midnight UTC of the last day on which it applies; undefined: it does not end. */
  readonly until?: Instant;
}

export interface Assertion {
  readonly name: string;
  readonly sql: string;
  readonly expect: Expectation;
}

export interface MaintenanceWindow {
  /** 0 is Sunday. */
  readonly weekdays: readonly number[];
  readonly fromMinute: number;
  /** After `fromMinute`, or before it where the window passes midnight. */
  readonly toMinute: number;
  readonly zone: string;
}

export interface RetentionSettings {
  readonly keep: Interval;
  readonly then: 'detach' | 'archive' | 'drop';
}

export interface ValidateSettings {
  readonly cwd: string;
  /** As it is to be shown; undefined where there is none. */
  readonly configFile?: string;
  /** Folders; empty: the first known one that exists. */
  readonly migrations: readonly string[];
  readonly base?: string;
  readonly server: ServerChoice;
  /** The whole path of a folder of PostgreSQL's programs to run, in place of what is installed or fetched. */
  readonly serverBin?: string;
  /** Majors, one run each; empty: what the server choice finds. */
  readonly postgres: readonly number[];
  readonly rows: number;
  readonly seed: number;
  /** Midnight UTC. */
  readonly now: Instant;
  /** Undefined: all that apply. */
  readonly scenarios?: readonly ScenarioName[];
  readonly shard: { readonly index: number; readonly of: number };
  readonly failOn: Severity;
  readonly reports: ReportFiles;

  readonly placeholders: Readonly<Record<string, string>>;
  readonly tables: readonly TableSettings[];
  readonly manage: ManageSettings;
  /** Undefined: a table `partition_audit_log` with a column `partition_name`, where there is one. */
  readonly audit?: { readonly table: TableName; readonly partitionColumn: string };
  /** At least one. */
  readonly intervals: readonly IntervalName[];
  readonly checks: CheckSettings;
  readonly waivers: readonly Waiver[];
  /** SQL that fills a table in place of generated rows. */
  readonly seedSql: readonly { readonly table: TableName; readonly sql: string }[];
  readonly assertions: readonly Assertion[];
  readonly environments: readonly string[];
  readonly maintenanceWindow?: MaintenanceWindow;
  readonly retention?: RetentionSettings;
}

/** Options as they come from the command line or the action: text, nothing judged yet. */
export interface RawOptions extends RawReports {
  readonly migrations?: readonly string[] | undefined;
  readonly base?: string | undefined;
  readonly server?: string | undefined;
  readonly serverBin?: string | undefined;
  readonly image?: string | undefined;
  readonly allowServer?: string | undefined;
  readonly postgres?: readonly string[] | undefined;
  readonly rows?: string | undefined;
  readonly seed?: string | undefined;
  readonly now?: string | undefined;
  readonly scenario?: readonly string[] | undefined;
  readonly shard?: string | undefined;
  readonly failOn?: string | undefined;
}

/** Where reports go, by their options' names. */
export type RawReports = { readonly [K in ReportKind]?: string | undefined };

export interface RawInputs {
  readonly cwd: string;
  readonly configFile?: string | undefined;
  /** Undefined where there is no configuration file. */
  readonly configText?: string | undefined;
  readonly options: RawOptions;
  /** How mistakes call an option: `--fail-on` on the command line, `fail-on` as an input of the action. */
  readonly optionStyle?: 'flag' | 'input';
  /** The default of `now`. */
  readonly today: Instant;
}

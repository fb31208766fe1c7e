/** What every part of a run needs to know. */
import type { Instant } from '../domain/instant.ts';
import type { IntervalName } from '../domain/interval.ts';
import type { HistoryViolation } from '../domain/history.ts';
import type { RetentionRule } from '../domain/retention.ts';
import type { MigrationSet } from '../domain/scenario.ts';
import type { LockBudget } from '../domain/session-trace.ts';
import type { Migration } from '../migrations/migration.ts';
import type { AuditLogPlace } from '../postgres/audit-log.ts';
import type { ThrowawayServer } from '../postgres/server.ts';
import type { JudgedTable } from './judged-table.ts';
import type { RunRoles } from './run-roles.ts';

export interface RunContext {
  readonly server: ThrowawayServer;
  readonly now: Instant;
  readonly seed: number;
  /** Seeded rows a scenario. */
  readonly rows: number;
  /** Days that writes must go on for. */
  readonly runwayDays: number;
  readonly lockBudget: LockBudget;
  readonly migrations: Readonly<Record<MigrationSet, readonly Migration[]>>;
  /** What the migrations compare columns with, by the column's name. */
  readonly mentioned: ReadonlyMap<string, readonly string[]>;
  /** Undefined where there is no base to compare with. */
  readonly historyViolations: readonly HistoryViolation[] | undefined;
  readonly tables: readonly JudgedTable[];
  /** The call that changes the interval, with its parameters filled in; undefined where there is none. */
  readonly call: ((interval: IntervalName) => string) | undefined;
  /** How long rows are kept; `call` lets go of what is older, and is undefined where none is configured. */
  readonly retention?: RetentionRule & { readonly call: string | undefined };
  /** SQL of the user's that fills a table, by the table's name in reports. */
  readonly seedSql: ReadonlyMap<string, string>;
  /** Rules of the user's own, evaluated after each step. */
  readonly assertions: readonly { readonly name: string; readonly sql: string }[];
  /** Where the schema's own log of partitions is looked for. */
  readonly auditLog: AuditLogPlace;
  readonly rolesMade: RunRoles;
  readonly statementTimeoutMs: number;
  /** A database name of ours that no other part of the run has. */
  readonly nextDatabase: () => string;
}

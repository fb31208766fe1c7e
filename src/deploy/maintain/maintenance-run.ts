/** What every step of maintenance works with: the target, the clock, the limits, the place for archives. */
import type pg from 'pg';
import type { MaintenanceProblem, PartitionOutcome } from '../../domain/maintenance.ts';
import type { Instant } from '../../domain/instant.ts';
import { OperatorError } from '../../domain/operator-error.ts';
import type { RangePartition } from '../../domain/layout.ts';
import { errorCode } from '../../postgres/error-code.ts';
import { isDisconnected, sqlFailureOf } from '../../postgres/sql-failure.ts';
import type { PartitionedTable } from '../../postgres/catalog-layout.ts';
import type { DeploySettings } from '../../settings/deploy-settings.ts';
import type { Patience } from '../apply/retry.ts';
import type { ArchivedName } from '../archive/archive-head.ts';
import type { ArchiveStore } from '../archive/archive-store.ts';
import type { Limits } from '../archive/pinned-settings.ts';
import type { Target } from '../target.ts';
import type { Manager } from './manager.ts';

export interface MaintenanceRun {
  readonly target: Target;
  /** Reads the catalog: with TimeZone UTC and DateStyle ISO, no transaction open between steps. */
  readonly client: pg.Client;
  readonly settings: DeploySettings;
  /** The earlier of the run's clock and the server's. */
  readonly now: Instant;
  readonly limits: Limits;
  readonly patience: Patience;
  readonly store?: ArchiveStore;
  /** Its row in the audit trail; undefined in a dry run. */
  readonly auditId?: string;
  readonly onProgress: (text: string) => void;
}

/** A table that is maintained. */
export interface MaintainedTable extends PartitionedTable {
  readonly name: ArchivedName;
  readonly manager?: Manager;
}

export interface TableStep {
  readonly partitions: readonly PartitionOutcome[];
  readonly problems: readonly MaintenanceProblem[];
}

export const NOTHING: TableStep = { partitions: [], problems: [] };

export const joined = (...steps: readonly TableStep[]): TableStep => ({
  partitions: steps.flatMap(({ partitions }) => partitions),
  problems: steps.flatMap(({ problems }) => problems),
});

export const outcomeOf = (
  { name, range }: RangePartition,
  action: PartitionOutcome['action'],
  rest: Omit<PartitionOutcome, 'partition' | 'action' | 'lower' | 'upper'> = {},
): PartitionOutcome => ({ partition: name, action, lower: range.lower, upper: range.upper, ...rest });

/** Of a constraint, a view, a right: it is no fault of the run, and stays until somebody sees to it. */
const SPEAKS_AGAINST = new Set([
  '23503',
  '2BP01',
  '42501',
  '55006',
  '55000',
  '0A000',
  '42809',
  '42P17',
  '23514',
]);

export interface Told {
  readonly action: 'kept' | 'failed';
  readonly reason: string;
  readonly hint: string;
}

/**
 * What went wrong with one partition or table, so that the others go on.
 * @throws the error itself where it is a fault of this program, or the connection is gone.
 */
export function toldOf(error: unknown): Told {
  if (error instanceof OperatorError) return { action: 'failed', reason: error.message, hint: error.hint };
  const failure = sqlFailureOf(error);
  if (isDisconnected({ kind: 'failed', failure, statement: '' })) throw error;
  const { sqlstate, message, detail, hint } = failure;
  return {
    action: SPEAKS_AGAINST.has(errorCode(error) ?? '') ? 'kept' : 'failed',
    reason: `${message}${detail === undefined || HOLDS_VALUES.test(sqlstate) ? '' : `; ${detail.split('\n')[0] ?? ''}`} (SQLSTATE ${sqlstate})`,
    hint:
      hintOf(sqlstate) ??
      hint ??
      'See to what the server says, then run it again: what was done is not done twice.',
  };
}

/** Of a constraint that a row breaks: the detail is the row. */
const HOLDS_VALUES = /^23/;

/** Of our own, before the server's: for a view in the way, that one is to drop with CASCADE. */
const hintOf = (sqlstate: string): string | undefined => {
  switch (sqlstate) {
    case '23503':
      return 'Delete or move the rows that refer to it first, or keep it longer.';
    case '2BP01':
      return 'Drop or change what depends on it first; nothing is ever taken with CASCADE.';
    case '42501':
      return 'Let this role own the table, or be a member of the role that does.';
    case '55P03':
    case '40P01':
      return 'Run it again when fewer long transactions are on; --lock-timeout and --retries say how long it waits.';
    case '22021':
      return 'The database holds bytes that are no text in its encoding, as SQL_ASCII lets in: an archive is UTF-8, and can not hold them. Convert these values (to bytea, or to UTF-8) first, or detach the partition and dump it.';
    default:
      return undefined;
  }
};

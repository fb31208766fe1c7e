/** Why a piece of work on a target was not done, with its place: kept as an error until a result is made of it. */
import type { DeploymentFailure, TableProof } from '../../domain/deployment.ts';
import type { Location } from '../../domain/location.ts';
import { errorCode } from '../../postgres/error-code.ts';
import { sqlFailureOf } from '../../postgres/sql-failure.ts';
import { HistoryMoved } from '../history/write-history.ts';

export interface NotAppliedDetails {
  /** Where the server said no. */
  readonly cause?: unknown;
  /** Where it is not the server's. */
  readonly message?: string;
  readonly hint?: string;
  /** First line of what was run. */
  readonly statement: string;
  readonly location?: Location | undefined;
  /** What is done all the same, or in doubt. */
  readonly recovery?: string;
  readonly proofs?: readonly TableProof[];
  /** It was seen to be wrong before it was sent. */
  readonly isUnsent?: boolean;
  /** The server may have committed though it could not say so. */
  readonly atCommit?: boolean;
  /** Of the transaction that it was: what the server knows it by. */
  readonly xid?: string | undefined;
}

export class NotApplied extends Error {
  /** The server's, for whoever decides whether to try again. */
  readonly code: string | undefined;
  readonly details: NotAppliedDetails;

  constructor(details: NotAppliedDetails) {
    super(details.message ?? 'the server refused a statement', { cause: details.cause });
    this.name = 'NotApplied';
    this.details = details;
    this.code = errorCode(details.cause);
  }
}

/** @throws the error itself where it is a fault of this program. */
export function failureOf(error: unknown): DeploymentFailure {
  if (error instanceof NotApplied) {
    const { location, recovery, message, hint, cause, statement, proofs } = error.details;
    const otherwise = recovery === undefined ? HINT : STAYS;
    const common = {
      ...(proofs ? { proofs } : {}),
      ...(location ? { location } : {}),
      ...(recovery === undefined ? {} : { recovery }),
    };
    if (message !== undefined) return { message, hint: hint ?? otherwise, ...common };
    const failure = sqlFailureOf(cause);
    return {
      message: `${failure.message}${failure.detail === undefined ? '' : ` (${failure.detail})`}, at: ${statement}`,
      hint: hintFor(failure.sqlstate) ?? failure.hint ?? otherwise,
      sqlstate: failure.sqlstate,
      ...common,
    };
  }
  if (error instanceof HistoryMoved) {
    return {
      message: error.message,
      hint: 'look at the history, then apply again: it goes by what is pending then',
    };
  }
  const failure = sqlFailureOf(error);
  return {
    message: failure.message,
    hint: hintFor(failure.sqlstate) ?? failure.hint ?? HINT,
    sqlstate: failure.sqlstate,
  };
}

const HINT = 'mend the migration, validate it again, and apply it: this one was rolled back';

const STAYS =
  'no transaction could take it back: undo what stays, mend the migration, take its failed row out of the history, and apply again';

/** The next step, where the code alone tells it (PostgreSQL manual, appendix A). */
function hintFor(sqlstate: string): string | undefined {
  switch (sqlstate) {
    case '55P03':
      return 'another session held the lock to the end: end it (pg_stat_activity tells which), or raise --lock-timeout and --retries';
    case '40P01':
      return 'other sessions take the same locks in another order: apply when fewer write, or raise --retries';
    case '57014':
      return 'the statement timeout was too short: raise --statement-timeout, or cut the migration into smaller ones';
    case '42501':
      return 'grant this role what it lacks: docs/deploy.md lists the rights that each step needs';
    case '53100':
      return 'the disk of the server is full: make room and apply again';
    case '08006':
    case '57P01':
    case '57P02':
    case '57P03':
      return 'the connection or the server went down, and the server takes back what was not committed: apply again';
    default:
      return undefined;
  }
}

/** The server's errors as histories keep them. */
import pg from 'pg';
import type { SqlFailure, StepOutcome } from '../domain/history.ts';
import { errorCode } from './error-code.ts';

/** Connection lost while a statement ran (PostgreSQL manual, appendix A, class 08). */
export const CONNECTION_FAILURE = '08006';

/** @throws the error itself where it is not the server's: a fault of this program. */
export function sqlFailureOf(error: unknown): SqlFailure {
  if (error instanceof pg.DatabaseError) {
    return {
      sqlstate: error.code ?? 'XX000',
      message: error.message,
      ...(error.detail === undefined ? {} : { detail: error.detail }),
      ...(error.hint === undefined ? {} : { hint: error.hint }),
      ...(error.table === undefined ? {} : { table: error.table }),
      ...(error.where === undefined ? {} : { context: error.where }),
      ...(error.routine === undefined ? {} : { routine: error.routine }),
    };
  }
  if (isLostConnection(error)) {
    return { sqlstate: CONNECTION_FAILURE, message: 'the connection was lost while the statement ran' };
  }
  throw error;
}

/** What is written to a session that the server has just ended fails by the system's word, or by the driver's. */
const isLostConnection = (error: unknown): boolean =>
  ['EPIPE', 'ECONNRESET'].includes(errorCode(error) ?? '') ||
  (error instanceof Error && /^Connection terminated|is not queryable$/.test(error.message));

/** Where the error arose, as far as the server tells. */
export const placeOf = (
  error: unknown,
): { context?: string; position?: string; internalPosition?: string; internalQuery?: string } =>
  error instanceof pg.DatabaseError
    ? {
        ...(error.where === undefined ? {} : { context: error.where }),
        ...(error.position === undefined ? {} : { position: error.position }),
        ...(error.internalPosition === undefined ? {} : { internalPosition: error.internalPosition }),
        ...(error.internalQuery === undefined ? {} : { internalQuery: error.internalQuery }),
      }
    : {};

/** The first line of a statement, for people. */
export const firstLine = (sql: string): string => {
  const line = sql.split('\n').find((text) => text.trim() !== '' && !text.trim().startsWith('--')) ?? '';
  return line.length > 120 ? `${line.slice(0, 119)}…` : line.trim();
};

/** The server itself ended the session: at a shutdown, or because of a time limit that the session gave itself. */
const ENDED_BY_SERVER = ['57P01', '57P02', '57P04', '57P05', '25P03', '25P04'];

export const isDisconnected = (outcome: StepOutcome): boolean =>
  outcome.kind === 'failed' && [CONNECTION_FAILURE, ...ENDED_BY_SERVER].includes(outcome.failure.sqlstate);

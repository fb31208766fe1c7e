/** What the server says no to in a session that is open: rights that lack, a standby, a connection that broke. */
import { OperatorError } from '../../domain/operator-error.ts';
import { errorCode } from '../../postgres/error-code.ts';
import type { Told } from './recipe.ts';

/** @returns what to throw: the error itself where it is none of these. */
export function sessionFailure(error: unknown, isLost: boolean): unknown {
  if (error instanceof OperatorError) return error;
  const told = said(errorCode(error), error) ?? (isLost ? LOST : undefined);
  if (told === undefined) return error;
  const [message, hint] = told;
  return new OperatorError(message, { code: 'target-session', hint, cause: error });
}

const LOST: Told = [
  'the connection to the target broke',
  'look whether the server still runs and what its log says, then do the same again: it goes by what is there then',
];

function said(code: string | undefined, error: unknown): Told | undefined {
  switch (code) {
    case '42501':
      return [
        `the role lacks a right on the target: ${error instanceof Error ? error.message : ''}`,
        'grant it what it lacks (GRANT SELECT ON … TO …, or as the message says): docs/deploy.md lists the rights of each step',
      ];
    case '25006':
      return [
        'the target takes no writes: it is a standby, or set read only',
        'name the primary in the address',
      ];
    case '57P01':
    case '57P02':
    case '57P03':
    case '08003':
    case '08006':
    case 'ECONNRESET':
    case 'EPIPE':
    case 'ETIMEDOUT':
      return LOST;
    case undefined:
    default:
      return undefined;
  }
}

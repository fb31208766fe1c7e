/** Why a connection did not come about, by codes alone: one line and the next step, nothing of the address but its database and user. */
import { OperatorError } from '../../domain/operator-error.ts';
import { RefusedError } from '../../domain/refused-error.ts';
import { quoteIdentifier } from '../../postgres/connection.ts';
import { errorCode } from '../../postgres/error-code.ts';
import { certificateFailure } from './certificate-failure.ts';
import type { ConnectionRecipe, Opening, Told } from './recipe.ts';

interface Attempt {
  readonly recipe: ConnectionRecipe;
  readonly opening: Opening;
}

/** @returns what to throw; an error that was made for people already is handed back as it is. */
export function connectionFailure(error: unknown, attempt: Attempt): Error {
  if (error instanceof OperatorError) return error;
  if (attempt.opening.isLate === true) return failure('target-timeout', late(attempt));
  const code = codeOf(error);
  if (code === PROTOCOL_VIOLATION && attempt.recipe.address.words.has('options')) return poolerRefusal();
  const told = said(code, attempt) ?? certificateFailure(code, attempt.opening) ?? unknown(code, attempt);
  return failure('target-unreachable', told);
}

const failure = (code: string, [message, hint]: Told): OperatorError =>
  new OperatorError(message, { code, hint });

const PROTOCOL_VIOLATION = '08P01';

/** Where a name has several addresses, each failed in its own way: the first counts. */
function codeOf(error: unknown): string | undefined {
  const own = errorCode(error);
  return own === undefined && error instanceof AggregateError ? errorCode(error.errors[0]) : own;
}

const late = ({ recipe }: Attempt): Told => [
  `the target did not answer within ${Math.round(recipe.connectTimeoutMs / 1000)} s`,
  'see that the host and port are right and that no firewall lies in between; connect_timeout=… in the address waits longer',
];

function said(code: string | undefined, { recipe, opening }: Attempt): Told | undefined {
  const user = quoteIdentifier(recipe.address.user);
  const database = quoteIdentifier(recipe.address.database);
  switch (code) {
    case '28P01':
      return opening.sentPassword === true
        ? [
            `the target does not take ${recipe.password.name} for the user ${user}`,
            'see that the user and its password fit',
          ]
        : [`the target does not let the user ${user} in`, 'see that the user exists and how it is to log in'];
    case '28000':
      return [
        `the target does not let the user ${user} in from here`,
        `see that the user exists and may log in, and that pg_hba.conf has a line for it${recipe.ssl === false ? ' without TLS, or give sslmode=verify-full' : ''}`,
      ];
    case '3D000':
      return [
        `the target has no database ${database}`,
        'see that the address ends with the name of the database',
      ];
    case '42501':
      return [
        `the user ${user} may not connect to the database ${database}`,
        `grant connect on database ${database} to ${user}`,
      ];
    case '53300':
      return [
        'the target has no connection left',
        'a deployment needs up to four: end idle ones, or raise max_connections',
      ];
    case '57P03':
      return ['the target is starting, stopping or recovering', 'try again when it takes connections'];
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return [
        'the host of the target’s address is not known',
        'see that the name is right, and that this machine can look it up',
      ];
    case 'ECONNREFUSED':
      return [
        'nothing answers at the target’s host and port',
        'see that the server runs, that the port is right, and that it listens for this machine',
      ];
    case 'ENOENT':
    case 'EACCES':
      return [
        'there is no socket of a server in the folder that the address names',
        'see that the folder and the port are right, and that this user may use it',
      ];
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return [
        'the target cannot be reached from here',
        'see that the host is right, and that this machine’s network leads there',
      ];
    case undefined:
    default:
      return undefined;
  }
}

const unknown = (code: string | undefined, { recipe }: Attempt): Told => [
  `the connection to the target broke before it was there${code === undefined ? '' : ` (${code})`}`,
  recipe.ssl === false
    ? 'see that a PostgreSQL server answers at this host and port, and whether it wants TLS (sslmode=verify-full)'
    : 'see that a PostgreSQL server answers at this host and port, and what its log says',
];

const poolerRefusal = (): RefusedError =>
  new RefusedError([
    {
      gate: 'pooler',
      message: 'what answers does not take the options of the address: a pooler stands before the server',
      hint: 'connect to the server itself, or to a pooler in session mode and without options',
    },
  ]);

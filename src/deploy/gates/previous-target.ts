/** The audit trail of the environment before, on its own database: read, and nothing else. */
import { OperatorError } from '../../domain/operator-error.ts';
import { auditedDeployments } from '../audit/audited-deployments.ts';
import { withTarget } from '../target.ts';
import type { PastDeployments } from './order.ts';

export interface PreviousTarget {
  /** PARTITION_GUARD_PREVIOUS_TARGET is read from it. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly onWarning: (text: string) => void;
  /** Told each secret before it is used. */
  readonly onSecret: (secret: string) => void;
}

/**
 * Connected to only when it is asked.
 * @returns undefined where the variable names no database.
 * @throws OperatorError where it names one that is no address.
 */
export function previousDeployments({
  env,
  onWarning,
  onSecret,
}: PreviousTarget): PastDeployments | undefined {
  const url = env['PARTITION_GUARD_PREVIOUS_TARGET']?.trim();
  if (url === undefined || url === '') return undefined;
  onSecret(url);
  if (!/^postgres(?:ql)?:\/\/\S+$/.test(url)) {
    throw new OperatorError('PARTITION_GUARD_PREVIOUS_TARGET is not a postgres:// address', {
      code: 'previous-target-address',
      hint: 'Give the database of the environment before, with a role that may read schema partition_guard there.',
    });
  }
  return {
    newest: (environment, release) =>
      // The target's password is not sent to another server: this one's is in its address or in the password file.
      withTarget({ url, env: { ...env, PGPASSWORD: undefined }, onWarning, onSecret }, async ({ client }) => {
        await client.query('set default_transaction_read_only = on');
        return auditedDeployments(client).newest(environment, release);
      }),
  };
}

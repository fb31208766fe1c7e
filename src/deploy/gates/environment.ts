/** Gate: a database that has been one environment is not taken for another. */
import type { Refusal } from '../../domain/deployment.ts';
import { listedUpTo } from '../../report/words.ts';

export interface EnvironmentQuestion {
  readonly environment: string;
  /** What runs on this database have called it, by its audit trail; empty of one that had none. */
  readonly seenAs: readonly string[];
  /** The reason for taking it for another one all the same. */
  readonly allowEnvironment: string | undefined;
  readonly onWarning: (text: string) => void;
}

export function environmentGate(question: EnvironmentQuestion): Refusal | undefined {
  const { environment, seenAs, allowEnvironment, onWarning } = question;
  const isKnown = seenAs.some((one) => one.toLowerCase() === environment.toLowerCase());
  if (isKnown || seenAs.length === 0) return undefined;
  const message = `by its audit trail this database is ${listedUpTo(seenAs, 4)}, and it never was ${environment}`;
  if (allowEnvironment !== undefined) {
    onWarning(`${message}; taken for it all the same: ${allowEnvironment}`);
    return undefined;
  }
  return {
    gate: 'environment',
    message,
    hint: 'Look at the address: it may be that of another environment. Where they are to share a database, or this one has another name now, say so once: --allow-environment "REASON", which is audited.',
  };
}

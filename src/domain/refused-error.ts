/** A gate that is shut: nothing was done, and every reason is told with its next step. */
import type { Refusal } from './deployment.ts';
import { EXIT, OperatorError } from './operator-error.ts';

export class RefusedError extends OperatorError {
  readonly refusals: readonly Refusal[];

  /** @param refusals at least one; the first is the one that an error of one line tells. */
  constructor(refusals: readonly [Refusal, ...Refusal[]]) {
    const [first, ...more] = refusals;
    const rest = more.map(({ message }) => `; ${message}`).join('');
    super(`${first.message}${rest}`, {
      code: `refused-${first.gate}`,
      hint: first.hint,
      exitStatus: EXIT.refused,
    });
    this.name = 'RefusedError';
    this.refusals = refusals;
  }
}

/** What is wrong with a target's address, told without a word of the address itself. */
import { OperatorError } from '../../domain/operator-error.ts';

export const addressError = (message: string, hint: string): OperatorError =>
  new OperatorError(`the target's address ${message}`, { code: 'target-address', hint });

/** Mistakes in a migrations folder: collected, then reported at once, one line each. */
import { OperatorError } from '../domain/operator-error.ts';

export interface Mistake {
  /** Relative, with forward slashes. */
  readonly file: string;
  readonly line?: number;
  readonly message: string;
  /** Stable, kebab-case. */
  readonly code: string;
  /** The next step. */
  readonly hint: string;
}

const lineOf = ({ file, line, message }: Mistake): string =>
  `${file}${line === undefined ? '' : `:${line}`}: ${message}`;

/** Throws all of them as one error; returns where there are none. */
export function throwMistakes(mistakes: readonly Mistake[]): void {
  const [first] = mistakes;
  if (!first) return;
  throw new OperatorError(mistakes.map(lineOf).join('\n'), { code: first.code, hint: first.hint });
}

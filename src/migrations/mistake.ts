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

/** `file:line: what is wrong`, on one line whatever the file is called. */
export const lineOf = ({ file, line, message }: Omit<Mistake, 'code' | 'hint'>): string =>
  onOneLine(`${file}${line === undefined ? '' : `:${line}`}: ${message}`);

/** A file's name may hold anything: what a terminal or a log would obey is shown, not sent. */
const onOneLine = (text: string): string =>
  // eslint-disable-next-line no-control-regex
  text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });

/** Throws all of them as one error; returns where there are none. */
export function throwMistakes(mistakes: readonly Mistake[]): void {
  const [first] = mistakes;
  if (!first) return;
  throw new OperatorError(mistakes.map(lineOf).join('\n'), { code: first.code, hint: first.hint });
}

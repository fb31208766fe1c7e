/** The outcome of reading one value: what it means, or why it means nothing. */

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  /** One line, beginning with the wrong value in quotes. */
  | { readonly ok: false; readonly fault: string };

export const right = <T>(value: T): Parsed<T> => ({ ok: true, value });
export const wrong = (fault: string): { readonly ok: false; readonly fault: string } => ({
  ok: false,
  fault,
});

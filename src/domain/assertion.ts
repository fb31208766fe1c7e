/** Rules of the user's own: what is expected of their SQL, and what it gave. */

export type Expectation =
  | { readonly kind: 'unchanged' }
  /** As the configuration wrote it. */
  | { readonly kind: 'value'; readonly value: string | null };

/** What the SQL gave. */
export type AssertionValue =
  /** The first column of the first row as text; null for NULL, and where there was no row. */
  | {
      readonly kind: 'value';
      readonly value: string | null;
      readonly type: 'boolean' | 'number' | 'text';
      /** Set where it gave more than one row of one column: `3 columns`, `more than one row`. */
      readonly excess?: string;
    }
  | { readonly kind: 'failed'; readonly message: string };

/** One rule, evaluated around a step. */
export interface AssertionReading {
  readonly name: string;
  /**
   * Only where rows were seeded during the step: evaluated after each seeding, and before the next one or at the end.
   * Empty otherwise: what was there before is the reading of the step before.
   */
  readonly changes: readonly { readonly before: AssertionValue; readonly after: AssertionValue }[];
  /** At the step's end. */
  readonly after: AssertionValue;
}

/** Two values of one rule are the same: numbers by what they are, not by how many digits are printed. */
export const isSameValue = (a: AssertionValue, b: AssertionValue): boolean =>
  a.kind === 'value' && b.kind === 'value' && plain(a.value, a.type) === plain(b.value, b.type);

/** The value is what the configuration wrote: `true` for a boolean's t, 0 for 0.00. */
export const isExpected = (got: AssertionValue, expected: string | null): boolean =>
  got.kind === 'value' && plain(got.value, got.type) === plain(expected, got.type);

function plain(value: string | null, type: 'boolean' | 'number' | 'text'): string | null {
  if (value === null || type === 'text') return value;
  if (type === 'boolean') return BOOLEANS.get(value.trim().toLowerCase()) ?? value;
  return plainNumber(value.trim());
}

const BOOLEANS: ReadonlyMap<string, string> = new Map([
  ...['t', 'true', 'yes', 'on', '1'].map((word) => [word, 'true'] as const),
  ...['f', 'false', 'no', 'off', '0'].map((word) => [word, 'false'] as const),
]);

/** Without the zeros that say nothing; what is no plain decimal stays as it is. */
function plainNumber(text: string): string {
  const [, sign = '', whole, fraction = '', exponent] =
    /^([+-]?)0*(\d+)(?:\.(\d*?)0*)?(e[+-]?\d+)?$/i.exec(text) ?? [];
  if (whole === undefined) return text;
  if (exponent !== undefined) return String(Number(text));
  const digits = fraction === '' ? whole : `${whole}.${fraction}`;
  return sign === '-' && digits !== '0' ? `-${digits}` : digits;
}

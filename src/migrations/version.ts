/** Versions as Flyway orders them: part by part as numbers, missing parts being zero. */

const VERSION = /^\d+(?:[._]\d+)*$/;

/** With dots: `2_1` is `2.1`; undefined where it is no version. */
export const parseVersion = (text: string): string | undefined =>
  VERSION.test(text) ? text.replaceAll('_', '.') : undefined;

const partsOf = (version: string): bigint[] => version.split('.').map((part) => BigInt(part));

/** Negative, zero or positive, as a is below, equal to or above b; `1`, `1.0` and `01` are equal. */
export function compareVersions(a: string, b: string): number {
  const left = partsOf(a);
  const right = partsOf(b);
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const x = left[i] ?? 0n;
    const y = right[i] ?? 0n;
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
}

/** The same text for equal versions. */
export const versionKey = (version: string): string =>
  partsOf(version)
    .join('.')
    .replace(/(?:\.0)+$/, '');

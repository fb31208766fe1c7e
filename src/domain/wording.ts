/** Words that several rooms put into sentences: numbers, plurals, names. */

/** Thousands with commas: 1,400,000. */
export const thousands = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',');

/** `1 row`, `2,000 rows`. */
export const count = (n: number, one: string, many = `${one}s`): string =>
  `${thousands(n)} ${n === 1 ? one : many}`;

/** A qualified name as people write it: `public.` is left out. */
export const shortName = (name: string): string => name.replace(/^public\./, '');

/** `1,240 ms`; what is shorter than one is told as one. */
export const milliseconds = (ms: number): string =>
  ms === 0 ? '0 ms' : `${thousands(Math.max(1, Math.round(ms)))} ms`;

/** JSON that is the same for the same value, whatever order its keys were given in: what digests are made of. */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Keys by code unit, no blanks; arrays stay in their order. */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map((one: Json) => canonicalJson(one)).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value as Readonly<Record<string, Json>>).sort(([a], [b]) =>
    a < b ? -1 : a > b ? 1 : 0,
  );
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`).join(',')}}`;
}

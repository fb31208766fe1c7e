/** Durations, lists and names as people read them, the same in every locale. */
import type { ScenarioResult } from '../domain/result.ts';
import { thousands } from '../domain/wording.ts';

/** `7.9 s`. */
export const seconds = (durationMs: number): string => `${(durationMs / 1000).toFixed(1)} s`;

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[], last = 'and'): string {
  const head = items.slice(0, -1);
  const tail = items.at(-1) ?? '';
  return head.length === 0 ? tail : `${head.join(', ')} ${last} ${tail}`;
}

/** The first few, and how many more there are. */
export function listedUpTo(items: readonly string[], limit: number): string {
  if (items.length <= limit) return listed(items);
  return `${items.slice(0, limit).join(', ')} and ${thousands(items.length - limit)} more`;
}

export const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** `change:monthly->quarterly` as `change monthly → quarterly`. */
export const scenarioTitle = (name: string): string => name.replace(':', ' ').replaceAll('->', ' → ');

/** What tells a scenario from the others of its result: its name, and the server where several have been joined. */
export const labelOf = ({ name, server }: Pick<ScenarioResult, 'name' | 'server'>): string =>
  server === undefined ? name : `${name} on PostgreSQL ${server}`;

/** An argument as a POSIX shell reads it, quoted only where it must be. */
export const shellArgument = (text: string): string =>
  /^[A-Za-z0-9_@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;

/** A table's or column's SQL name without quotes, for headings: `public."Booking"` as `public.Booking`. */
export const unquoted = (name: string): string =>
  name.replace(/"((?:[^"]|"")*)"/g, (_, inner: string) => inner.replaceAll('""', '"'));

/** The last part of a schema-qualified SQL name, unquoted. */
export function withoutSchema(name: string): string {
  const parts = name.match(/"(?:[^"]|"")*"|[^."]+/g);
  return unquoted(parts?.at(-1) ?? name);
}

/** Where this repository tells of a check. */
export const pageOf = (check: string): string =>
  `docs/checks/${check.startsWith('assertion:') ? 'assertions' : check}.md`;

/** Names in texts and in the catalog: which words of a statement are tables, which functions the server brings. */
import type { RelationName } from '../../migrations/locks/named-lock.ts';
import type { Reading } from './reading.ts';

/** Reads back what the catalog prints: `public."Booking"`. */
export function parseName(printed: string): RelationName {
  const parts = [...printed.matchAll(/"((?:[^"]|"")*)"|([^."]+)/g)].map(
    (match) => match[1]?.replaceAll('""', '"') ?? match[2] ?? '',
  );
  const [name = '', schema] = parts.reverse();
  return { name, ...(schema === undefined ? {} : { schema }) };
}

const SERVERS_OWN = `
  select distinct p.proname::text as name from pg_catalog.pg_proc p
   where p.pronamespace = 'pg_catalog'::regnamespace and p.proname = any ($1::text[])`;

/** Run other statements, or hold on to something, though the server brings them. */
const TELLING = new Set([
  'query_to_xml',
  'cursor_to_xml',
  'table_to_xml',
  'schema_to_xml',
  'database_to_xml',
  'lo_import',
]);

/** @returns whether a function is one of the server's own, which runs no SQL of others. */
export async function readServersFunctions(
  { client }: Reading,
  called: readonly RelationName[],
): Promise<(name: RelationName) => boolean> {
  const { rows } = await client.query<{ name: string }>(SERVERS_OWN, [called.map(({ name }) => name)]);
  const known = new Set(rows.map(({ name }) => name).filter((name) => !TELLING.has(name)));
  return ({ schema, name }) => (schema === undefined || schema === 'pg_catalog') && known.has(name);
}

/** Every word that could be a table's name: also in texts that are put together, where no parser sees it. */
export const wordsOf = (text: string): RelationName[] => [
  ...new Map(
    [...text.matchAll(/"((?:[^"]|"")+)"|[\p{L}_][\p{L}\p{N}_$]*/gu)].map((match) => {
      const name = match[1]?.replaceAll('""', '"') ?? match[0].toLowerCase();
      return [name, { name }];
    }),
  ).values(),
];

const NAMED = 3;

/** `a, b, c and 4 more`. */
export const listedNames = (names: readonly string[]): string =>
  names.length <= NAMED
    ? names.join(', ')
    : `${names.slice(0, NAMED).join(', ')} and ${names.length - NAMED} more`;

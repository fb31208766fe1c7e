/** Names of tables and columns as SQL reads them: unquoted parts fold to lower case, quoted ones stay. */
import { quoted } from './nearest-name.ts';
import { type Parsed, right, wrong } from './parsed.ts';
import type { TableName } from './validate-settings.ts';

const PART = /^(?:"((?:[^"]|"")+)"|([\p{L}_][\p{L}\p{N}_$]*))/u;

function parseParts(text: string): string[] | undefined {
  const parts: string[] = [];
  let rest = text.trim();
  for (;;) {
    const match = PART.exec(rest);
    if (!match || text.includes('\0')) return undefined;
    parts.push(match[1]?.replaceAll('""', '"') ?? foldCase(match[2] ?? ''));
    rest = rest.slice(match[0].length);
    if (rest === '') return parts;
    if (!rest.startsWith('.')) return undefined;
    rest = rest.slice(1);
  }
}

/** Only ASCII letters fold in PostgreSQL's multi-byte encodings. */
const foldCase = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

export function parseTableName(text: string): Parsed<TableName> {
  const parts = parseParts(text);
  const [first, second] = parts ?? [];
  if (!parts || parts.length > 2 || first === undefined) {
    return wrong(
      `${quoted(text)} is not a table's name; it looks like public.booking, or public."Booking" where case or blanks matter`,
    );
  }
  return right(second === undefined ? { name: first } : { schema: first, name: second });
}

export function parseColumnName(text: string): Parsed<string> {
  const parts = parseParts(text);
  const [only] = parts ?? [];
  if (parts?.length === 1 && only !== undefined) return right(only);
  return wrong(`${quoted(text)} is not a column's name; quote it as SQL would where case or blanks matter`);
}

/** Whether both name the same table, as far as their schemas are given. */
export const isSameTable = (a: TableName, b: TableName): boolean =>
  a.name === b.name && a.schema === b.schema;

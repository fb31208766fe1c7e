/** The name of a partition's archive: safe in any file system and bucket, whatever the table is called, and its own for its rows. */
import { createHash } from 'node:crypto';
import type { ArchivedName, ArchiveHead } from './archive-head.ts';

/** Whatever is no letter, digit, underscore or hyphen goes as its UTF-8 bytes: no dots, no slashes, no spaces. */
export const safeName = (name: string): string =>
  [...Buffer.from(name, 'utf8')]
    .map((byte) => {
      const letter = String.fromCharCode(byte);
      return /[A-Za-z0-9_-]/.test(letter) ? letter : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');

export const EXTENSION = '.parquet';

/** What the names of a table's archives begin with. */
export const tablePrefix = (database: string, table: ArchivedName): string =>
  `${safeName(database)}/${safeName(table.schema)}/${safeName(table.name)}/`;

/**
 * The folder that a file's name says: of its table, or `depth` steps of it.
 * @param depth 0 is the database's.
 */
export const tableFolder = (file: string, depth = 2): string =>
  file
    .split('/')
    .slice(0, depth + 1)
    .join('/');

/** The same rows of the same partition have the same name, in any run; other rows have another. */
export function archiveName(head: ArchiveHead): string {
  const { database, table, partition } = head;
  const digest = createHash('sha256').update(identityOf(head)).digest('hex').slice(0, 16);
  return `${tablePrefix(database, table)}${safeName(partition.name)}.${digest}${EXTENSION}`;
}

const identityOf = (head: ArchiveHead): string => {
  const { format, database, table, partition, bound, columns, types, own, rows, checksum } = head;
  return JSON.stringify(
    [format, database, table, partition, bound, columns, types, own, rows, checksum],
    sorted,
  );
};

/** The members of a head in one order: it may come from a file, whose order is another's. */
const sorted = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** Whether two say the same of what they hold, whichever version of the program and the server wrote them. */
export const sameContent = (a: ArchiveHead, b: ArchiveHead): boolean => identityOf(a) === identityOf(b);

/** The partition's name, as the file's name has it: for a first look; what counts stands in the file. */
export function namedPartition(file: string): string | undefined {
  const [, name] = /([^/.]+)\.[0-9a-f]{16}\.parquet$/.exec(file) ?? [];
  return name === undefined ? undefined : decodeName(name);
}

function decodeName(name: string): string | undefined {
  try {
    return decodeURIComponent(name);
  } catch {
    return undefined;
  }
}

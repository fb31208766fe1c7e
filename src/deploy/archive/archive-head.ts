/** What an archive says of itself: the table, the range, the columns and the rows, so that it is restored from nothing else. */
import { z } from 'zod';
import { OperatorError, EXIT } from '../../domain/operator-error.ts';
import { boundSql } from './bound-sql.ts';

/** How a column lies in the file; `text` is PostgreSQL's own text under pinned settings, and takes any value. */
export const STORAGES = [
  'boolean', 'int2', 'int4', 'int8', 'oid', 'float4', 'float8', 'decimal', 'date', 'timestamp', 'timestamptz', 'time',
  'uuid', 'bytea', 'string', 'json', 'jsonb', 'text',
] as const; // prettier-ignore

export type Storage = (typeof STORAGES)[number];

const name = z.object({ schema: z.string(), name: z.string() });

/** Names, quoted or not, with modifiers and brackets: what the catalog prints of a type, and no more. */
const TYPE = /^(?:[a-z0-9_ .,()[\]]|-(?=\d)|"(?:[^"]|"")+")+$/;

const column = z.object({
  name: z.string(),
  /** As SQL reads it, with its modifier: `numeric(10,2)`. */
  type: z.string().regex(TYPE),
  storage: z.enum(STORAGES),
  /** Of decimals. */
  precision: z.number().int().optional(),
  scale: z.number().int().optional(),
  /** Computed by the server from other columns: archived as it was, and computed again when it is restored. */
  isGenerated: z.boolean(),
});

const head = z.object({
  format: z.literal(1),
  tool: z.string(),
  database: z.string(),
  serverVersion: z.string(),
  table: name,
  partition: name,
  /** As the catalog prints it: `FOR VALUES FROM ('2024-01-01 00:00:00+00') TO (…)`, times in UTC. */
  bound: z.string().refine((bound) => boundSql(bound) !== undefined),
  columns: z.array(column).min(1),
  rows: z.number().int().nonnegative(),
  /** Sum of the rows' hashes, see row-checksum.ts. */
  checksum: z.string().regex(/^-?\d+$/),
});

export type ArchivedName = z.infer<typeof name>;
export type ArchivedColumn = Readonly<z.infer<typeof column>>;
export type ArchiveHead = Readonly<z.infer<typeof head>>;

/** The key of the file's own metadata under which it is written, as JSON. */
export const HEAD_KEY = 'partition_guard';

export const writeHead = (value: ArchiveHead): string => JSON.stringify(value);

/** @param where how the file is called in a message. */
export function readHead(text: string | undefined, where: string): ArchiveHead {
  const parsed = head.safeParse(text === undefined ? undefined : parseJson(text));
  if (parsed.success) return parsed.data;
  throw unreadable(where, 'it does not say what it holds, or in a way that this version does not know');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const unreadable = (where: string, why: string, cause?: unknown): OperatorError =>
  new OperatorError(`the archive ${where} can't be read: ${why}`, {
    code: 'archive-unreadable',
    hint: 'leave it where it is, and look whether the place keeps an older version of it; nothing was dropped or changed',
    exitStatus: EXIT.fail,
    cause,
  });

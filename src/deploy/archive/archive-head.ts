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

/** A type of the database's own that a column has, or has within; parts as the catalog prints them. */
const userType = z.object({
  name: z.string(),
  kind: z.enum(['composite', 'domain', 'enum', 'range']),
  /** A composite's attributes with their types, an enum's labels, what a domain or a range is over. */
  parts: z.array(z.string()),
});

const policy = z.object({
  name: z.string(),
  isPermissive: z.boolean(),
  /** `r`, `a`, `w`, `d` or `*`, as the catalog has it. */
  command: z.enum(['r', 'a', 'w', 'd', '*']),
  roles: z.array(z.string()),
  isForAll: z.boolean(),
  using: z.string().nullable(),
  check: z.string().nullable(),
});

const grant = z.object({
  /** Null is everybody. */
  role: z.string().nullable(),
  privilege: z.string().regex(/^[A-Z]+$/),
  isGrantable: z.boolean(),
  /** Null is the whole table. */
  column: z.string().nullable(),
});

/** What a partition has that its table's other ones don't. */
const own = z.object({
  rowSecurity: z.boolean(),
  forceRowSecurity: z.boolean(),
  policies: z.array(policy),
  grants: z.array(grant),
  comment: z.string().nullable(),
  /** What a restore does not bring back, in words. */
  left: z.array(z.string()),
});

/**
 * Of what this version writes. 2: the sum goes by rows that no exchange of values leaves equal, and types and what the
 * partition has of its own are told.
 */
export const FORMAT = 2;

const head = z.object({
  format: z.literal(FORMAT),
  tool: z.string(),
  database: z.string(),
  serverVersion: z.string(),
  table: name,
  partition: name,
  /** As the catalog prints it: `FOR VALUES FROM ('2024-01-01 00:00:00+00') TO (…)`, times in UTC. */
  bound: z.string().refine((bound) => boundSql(bound) !== undefined),
  columns: z.array(column).min(1),
  types: z.array(userType),
  own,
  rows: z.number().int().nonnegative(),
  /** Sum of the rows' hashes, see row-checksum.ts. */
  checksum: z.string().regex(/^-?\d+$/),
});

export type ArchivedName = z.infer<typeof name>;
export type ArchivedType = Readonly<z.infer<typeof userType>>;
export type OwnProperties = Readonly<z.infer<typeof own>>;
export type ArchivedColumn = Readonly<z.infer<typeof column>>;
export type ArchiveHead = Readonly<z.infer<typeof head>>;

/** The key of the file's own metadata under which it is written, as JSON. */
export const HEAD_KEY = 'partition_guard';

export const writeHead = (value: ArchiveHead): string => JSON.stringify(value);

const written = z.object({ format: z.number().int(), tool: z.string() });

/** @param where how the file is called in a message. */
export function readHead(text: string | undefined, where: string): ArchiveHead {
  const said = text === undefined ? undefined : parseJson(text);
  const parsed = head.safeParse(said);
  if (parsed.success) return parsed.data;
  const other = written.safeParse(said);
  if (other.success && other.data.format !== FORMAT) throw otherFormat(where, other.data);
  throw unreadable(where, 'it does not say what it holds, or in a way that this version does not know');
}

const otherFormat = (where: string, { format, tool }: z.infer<typeof written>): OperatorError =>
  new OperatorError(
    `the archive ${where} is of format ${format}, which ${format < FORMAT ? 'an earlier' : 'a later'} version wrote (${tool}); this one reads format ${FORMAT}, whose checksum and head are others`,
    {
      code: 'archive-format',
      hint: 'restore it with the version that wrote it; any Parquet reader opens the file besides, and nothing was dropped or changed',
      exitStatus: EXIT.fail,
    },
  );

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

/** Reads an archive back, each byte of it once and in order: what it says of itself, then its rows as lines for COPY. */
import { createHash, type Hash } from 'node:crypto';
import type { FileMetaData } from 'hyparquet';
import { type ArchivedColumn, type ArchiveHead, HEAD_KEY, readHead, unreadable } from './archive-head.ts';
import type { ArchiveSource } from './archive-store.ts';
import type { StoredValue } from './binary-rows.ts';
import { CopyLines } from './copy-text.ts';
import { physicalSchema } from './stored-columns.ts';

export interface OpenedArchive {
  readonly head: ArchiveHead;
  /**
   * The rows, as text for COPY FROM, then the file's digest.
   * @param taken names of the columns that are written; the others are read all the same.
   * @throws OperatorError where the file is not as it was written.
   */
  readonly lines: (
    taken: ReadonlySet<string>,
  ) => AsyncGenerator<Buffer, { readonly sha256: string; readonly rows: number }>;
}

const CHUNK_BYTES = 4 * 1024 * 1024;
const LINES_BYTES = 256 * 1024;
const FOOTER_TAIL = 8;

/** @param where how the file is called in messages. */
export async function openArchive(source: ArchiveSource, where: string): Promise<OpenedArchive> {
  const { metadata, footerStart } = await readFooter(source, where);
  const head = readHead(metadata.key_value_metadata?.find(({ key }) => key === HEAD_KEY)?.value, where);
  if (Number(metadata.num_rows) !== head.rows) throw unreadable(where, 'its two counts of rows differ');
  return { head, lines: (taken) => readLines({ source, where, metadata, head, footerStart }, taken) };
}

async function readFooter(
  source: ArchiveSource,
  where: string,
): Promise<{ readonly metadata: FileMetaData; readonly footerStart: number }> {
  const { parquetMetadata } = await import('hyparquet');
  if (source.size < FOOTER_TAIL + 4) throw unreadable(where, 'it is too short');
  const tail = Buffer.from(await source.read(source.size - FOOTER_TAIL, source.size));
  const footerStart = source.size - FOOTER_TAIL - tail.readUInt32LE(0);
  if (tail.toString('latin1', 4) !== 'PAR1' || footerStart < 4) {
    throw unreadable(where, 'its end is missing or spoiled');
  }
  const footer = await source.read(footerStart, source.size);
  try {
    return { metadata: parquetMetadata(arrayBufferOf(footer)), footerStart };
  } catch (cause) {
    throw unreadable(where, 'its footer is spoiled', cause);
  }
}

interface Reading {
  readonly source: ArchiveSource;
  readonly where: string;
  readonly metadata: FileMetaData;
  readonly head: ArchiveHead;
  readonly footerStart: number;
}

async function* readLines(reading: Reading, taken: ReadonlySet<string>): ReturnType<OpenedArchive['lines']> {
  const { source, where, metadata, head } = reading;
  const hash = createHash('sha256');
  const lines = new CopyLines();
  const places = head.columns.flatMap(({ name }, i) => (taken.has(name) ? [i] : []));
  const columns = places.map((place) => head.columns[place] as ArchivedColumn);
  let at = 0;
  let rows = 0;
  for (const [i, group] of metadata.row_groups.entries()) {
    const end = groupEnd(metadata, i, reading.footerStart);
    if (!(end > at)) throw unreadable(where, `the place of its rows from ${rows} on is spoiled`);
    const bytes = await source.read(at, end);
    hash.update(bytes);
    for (const row of await readGroup(reading, {
      bytes,
      start: at,
      firstRow: rows,
      count: Number(group.num_rows),
    })) {
      lines.row(columns, columns.length === row.length ? row : places.map((place) => row[place]));
      if (lines.size >= LINES_BYTES) yield lines.take();
    }
    if (lines.size > 0) yield lines.take();
    rows += Number(group.num_rows);
    at = end;
  }
  await hashRest(source, hash, at);
  return { sha256: hash.digest('hex'), rows };
}

async function hashRest(source: ArchiveSource, hash: Hash, from: number): Promise<void> {
  for (let at = from; at < source.size; at += CHUNK_BYTES) {
    hash.update(await source.read(at, Math.min(at + CHUNK_BYTES, source.size)));
  }
}

/** Where the pages of a group end: all its columns lie one after the other. */
function groupEnd({ row_groups }: FileMetaData, index: number, limit: number): number {
  const ends = row_groups[index]?.columns.map(({ meta_data: column }) =>
    column === undefined
      ? NaN
      : Number(column.dictionary_page_offset ?? column.data_page_offset) +
        Number(column.total_compressed_size),
  );
  const end = Math.max(...(ends ?? [NaN]));
  return end <= limit ? end : NaN;
}

interface Group {
  readonly bytes: Uint8Array;
  /** Where they begin in the file. */
  readonly start: number;
  readonly firstRow: number;
  readonly count: number;
}

async function readGroup(
  { where, metadata, head, source }: Reading,
  { bytes, start, firstRow, count }: Group,
): Promise<readonly (readonly (StoredValue | undefined)[])[]> {
  const { parquetRead } = await import('hyparquet');
  let rows: readonly (readonly StoredValue[])[] = [];
  try {
    await parquetRead({
      file: {
        byteLength: source.size,
        slice: (from, to = source.size) => {
          if (from < start || to > start + bytes.length) throw new Error('a page lies outside of its group');
          return arrayBufferOf(bytes.subarray(from - start, to - start));
        },
      },
      metadata: { ...metadata, schema: physicalSchema(head.columns) },
      rowStart: firstRow,
      rowEnd: firstRow + count,
      utf8: false,
      rowFormat: 'array',
      onComplete: (read) => (rows = read),
    });
  } catch (cause) {
    throw unreadable(where, `its rows from ${firstRow} on are spoiled`, cause);
  }
  if (rows.length !== count) throw unreadable(where, `of its rows from ${firstRow} on some are missing`);
  return rows;
}

const arrayBufferOf = (bytes: Uint8Array): ArrayBuffer => {
  const copy = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(copy).set(bytes);
  return copy;
};

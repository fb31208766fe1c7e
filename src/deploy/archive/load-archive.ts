/** Loads an archive's rows into a table through COPY, as fast as the server takes them. */
import { finished } from 'node:stream/promises';
import { once } from 'node:events';
import type { Client } from 'pg';
import copyStreams from 'pg-copy-streams';
import { quoteIdentifier } from '../../postgres/connection.ts';
import type { ArchiveHead } from './archive-head.ts';
import type { OpenedArchive } from './parquet-input.ts';

/**
 * @param table as SQL reads it.
 * @param taken the columns that are loaded, all of them by default; the file's others are read and left out.
 */
export async function loadArchive(
  client: Client,
  archive: OpenedArchive,
  table: string,
  taken: ReadonlySet<string> = new Set(archive.head.columns.map(({ name }) => name)),
): Promise<{ readonly sha256: string; readonly rows: number }> {
  const names = archive.head.columns.map(({ name }) => name).filter((name) => taken.has(name));
  const columns = names.map(quoteIdentifier).join(', ');
  const stream = client.query(copyStreams.from(`copy ${table} (${columns}) from stdin`));
  const ended = finished(stream);
  // Awaited below; what the server says meanwhile must not end the process.
  ended.catch(() => undefined);
  try {
    const lines = archive.lines(taken);
    for (;;) {
      const next = await lines.next();
      if (next.done) {
        stream.end();
        await ended;
        return next.value;
      }
      if (!stream.write(next.value)) await Promise.race([once(stream, 'drain'), ended]);
    }
  } catch (error) {
    stream.destroy(error instanceof Error ? error : new Error(String(error)));
    await ended.catch(() => undefined);
    throw error;
  }
}

/** Columns of a table that takes an archive's rows as they are: generated ones as plain values. */
export const columnList = ({ columns }: ArchiveHead): string =>
  columns.map(({ name, type }) => `${quoteIdentifier(name)} ${type}`).join(', ');

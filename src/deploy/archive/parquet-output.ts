/** Writes rows as one Parquet file, a group of rows after the other, in memory that no partition's size can grow. */
import { createHash } from 'node:crypto';
import type { ByteWriter as Bytes } from 'hyparquet-writer';
import { HEAD_KEY, type ArchiveHead, type Storage, writeHead } from './archive-head.ts';
import type { ArchiveSink } from './archive-store.ts';
import type { StoredValue } from './binary-rows.ts';
import { parquetSchema, writingSchema } from './stored-columns.ts';

/**
 * A group ends at whichever comes first: a value takes memory also where it is short. Very wide tables have more of them in
 * a group, since what the file says of each column of each group is held until its end.
 */
const GROUP_VALUES = 60_000;
const LEAST_GROUP_ROWS = 2_000;
const GROUP_BYTES = 4 * 1024 * 1024;

/** Columns by whose least and greatest value readers pass over groups; of texts they would only take time. */
const WITH_STATISTICS: readonly Storage[] = [
  'int2',
  'int4',
  'int8',
  'date',
  'timestamp',
  'timestamptz',
  'decimal',
];

export interface FileWritten {
  readonly bytes: number;
  /** Of the whole file, hexadecimal. */
  readonly sha256: string;
}

/** @param rows with the bytes that each took. */
export async function writeParquet(
  sink: ArchiveSink,
  head: ArchiveHead,
  rows: AsyncIterable<{ readonly values: readonly StoredValue[]; readonly size: number }>,
): Promise<FileWritten> {
  const { ByteWriter, ParquetWriter } = await import('hyparquet-writer');
  const writer: Bytes = new ByteWriter(GROUP_BYTES);
  const file = new ParquetWriter({
    writer,
    schema: writingSchema(head.columns),
    codec: 'SNAPPY',
    createdBy: head.tool,
    kvMetadata: [{ key: HEAD_KEY, value: writeHead(head) }],
  });
  const mostRows = Math.max(LEAST_GROUP_ROWS, Math.floor(GROUP_VALUES / head.columns.length));
  const hash = createHash('sha256');
  const flush = async (): Promise<void> => {
    // The sink may keep them: what comes next is written over the writer's own.
    const bytes = Buffer.from(writer.getBytes());
    writer.index = 0;
    hash.update(bytes);
    await sink.write(bytes);
  };
  let group = head.columns.map((): StoredValue[] => []);
  let [groupRows, groupBytes, total] = [0, 0, 0];
  const endGroup = async (): Promise<void> => {
    if (groupRows === 0) return;
    await file.write({
      columnData: head.columns.map(({ name, storage }, i) => ({
        name,
        data: group[i] ?? [],
        // A dictionary takes -0 for 0.
        ...(storage === 'float4' || storage === 'float8' ? { encoding: 'PLAIN' as const } : {}),
        statistics: WITH_STATISTICS.includes(storage),
      })),
      rowGroupSize: groupRows,
    });
    group = head.columns.map(() => []);
    [groupRows, groupBytes] = [0, 0];
    await flush();
  };
  for await (const { values, size } of rows) {
    for (let i = 0; i < values.length; i++) (group[i] as StoredValue[]).push(values[i] as StoredValue);
    groupRows += 1;
    groupBytes += size;
    total += 1;
    if (groupRows >= mostRows || groupBytes >= GROUP_BYTES) await endGroup();
  }
  await endGroup();
  if (total !== head.rows) throw new Error(`${head.rows} rows were counted, and ${total} came`);
  file.schema = parquetSchema(head.columns);
  await file.finish();
  await flush();
  return { bytes: writer.offset, sha256: hash.digest('hex') };
}

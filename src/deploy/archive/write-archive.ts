/** Writes the rows of one partition, of one snapshot, to a file of their own. */
import type { Client } from 'pg';
import copyStreams from 'pg-copy-streams';
import { TOOL_VERSION } from '../../domain/tool-version.ts';
import { type ArchiveHead, FORMAT } from './archive-head.ts';
import { archiveName } from './archive-name.ts';
import type { ArchiveStore } from './archive-store.ts';
import { readBinaryRows } from './binary-rows.ts';
import { type FileWritten, writeParquet } from './parquet-output.ts';
import { type PartitionFacts, readPartition, sqlName } from './partition-facts.ts';
import { type Limits, pinSettings } from './pinned-settings.ts';
import { seeRows } from './row-checksum.ts';
import { copiedValue, storeColumn } from './stored-columns.ts';

export interface Archived {
  readonly facts: PartitionFacts;
  readonly head: ArchiveHead;
  /** The file's name in its place. */
  readonly name: string;
  /** Undefined where the file was there already. */
  readonly written?: FileWritten;
}

export interface WriteRequest {
  readonly oid: number;
  readonly database: string;
  readonly serverVersion: string;
  readonly store: ArchiveStore;
  readonly limits: Limits;
}

/**
 * @param client of no use where this throws: rows that nobody wants any more may still be on their way. End it.
 * @returns why it can't be archived, or undefined where the partition is gone.
 */
export async function writeArchive(
  client: Client,
  request: WriteRequest,
): Promise<Archived | string | undefined> {
  await client.query('begin isolation level repeatable read read only');
  await pinSettings(client, request.limits);
  const archived = await writeSnapshot(client, request);
  await client.query('commit');
  return archived;
}

async function writeSnapshot(client: Client, request: WriteRequest): Promise<Archived | string | undefined> {
  const facts = await readPartition(client, request.oid);
  if (facts === undefined || typeof facts === 'string') return facts;
  const head = await headOf(client, facts, request);
  const name = archiveName(head);
  if (await request.store.exists(name)) return { facts, head, name };
  return { facts, head, name, ...(await writeFile(client, { facts, head, name }, request.store)) };
}

async function headOf(
  client: Client,
  facts: PartitionFacts,
  { database, serverVersion }: WriteRequest,
): Promise<ArchiveHead> {
  const { table, partition, bound, columns, types, own } = facts;
  const { rows, checksum, misfits } = await seeRows(client, sqlName(partition), columns);
  return {
    format: FORMAT,
    tool: `partition-guard ${TOOL_VERSION}`,
    database,
    serverVersion,
    table,
    partition,
    bound,
    columns: columns.map((column, i) => storeColumn(column, !misfits.includes(i))),
    types: [...types],
    own,
    rows,
    checksum,
  };
}

async function writeFile(
  client: Client,
  { facts, head, name }: Pick<Archived, 'facts' | 'head' | 'name'>,
  store: ArchiveStore,
): Promise<{ readonly written?: FileWritten }> {
  const sink = await store.create(name);
  try {
    const stream = client.query(copyStreams.to(copySql(facts, head)));
    const written = await writeParquet(sink, head, readBinaryRows(stream, head.columns));
    return (await sink.finish()) ? { written } : {};
  } catch (error) {
    await sink.abandon();
    throw error;
  }
}

const copySql = ({ partition }: PartitionFacts, { columns }: ArchiveHead): string =>
  `copy (select ${columns.map((column) => copiedValue(column, 't')).join(', ')} from only ${sqlName(partition)} t) to stdout (format binary)`;

/** Finds the archive that is meant by a name: the one that the target's own record names, wherever there is a record. */
import type pg from 'pg';
import { EXIT, OperatorError } from '../../domain/operator-error.ts';
import { quoteIdentifier } from '../../postgres/connection.ts';
import type { ArchiveHead, ArchivedName } from '../archive/archive-head.ts';
import { EXTENSION, namedPartition, sameContent, tableFolder } from '../archive/archive-name.ts';
import type { ArchiveStore } from '../archive/archive-store.ts';
import { openArchive } from '../archive/parquet-input.ts';
import { sqlName } from '../archive/partition-facts.ts';
import { type ArchiveRecord, isRecordedFile, lastRecords, unreadableRecords } from './archive-records.ts';

export interface FoundArchive {
  readonly name: string;
  readonly head: ArchiveHead;
  /** Of the file that the target's record names, where this one lies at that place. */
  readonly recordedSha256?: string;
  /** Whether the user named the very file: then it is taken also where the record speaks of another. */
  readonly isFileNamed: boolean;
  /** What else is to be known of it; one line. */
  readonly note?: string;
}

/** A name as SQL reads it, with or without its schema; or the name of a file in the place. */
export type Wanted = { readonly file: string } | Named;

interface Named {
  readonly schema?: string;
  readonly name: string;
}

/** @param text as the user wrote it. */
export function wantedOf(text: string): Wanted {
  if (text.endsWith(EXTENSION)) return { file: text };
  const parts = [...text.matchAll(/\s*(?:"((?:[^"]|"")+)"|([^".\s]+))\s*(\.|$)/gy)];
  const names = parts.map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? (plain ?? '').toLowerCase(),
  );
  const [first, second] = names;
  const whole = parts.map(([all]) => all).join('');
  if (first === undefined || names.length > 2 || whole !== text) {
    throw new OperatorError(`${JSON.stringify(text)} is not the name of a partition`, {
      code: 'partition-name',
      hint: 'write it as SQL does: schema.name, in quotes where SQL would have them; or give the file in the place',
    });
  }
  return second === undefined ? { name: first } : { schema: first, name: second };
}

export interface Search {
  readonly store: ArchiveStore;
  /** The target's own, with its records. */
  readonly client: pg.Client;
  readonly database: string;
}

/**
 * The one archive that is meant.
 * @throws OperatorError where there is none, where several could be meant, or where the recorded one is not there.
 */
export async function findArchive(search: Search, wanted: Wanted): Promise<FoundArchive> {
  const all = (await search.store.list('')).filter((name) => name.endsWith(EXTENSION));
  if ('file' in wanted) return byFile(search, wanted.file, all);
  const files = all.filter((name) => namedPartition(name) === wanted.name);
  const records = await lastRecords(search.client, wanted);
  if (records === undefined) throw unreadableRecords();
  const [record, ...others] = records;
  if (record === undefined) return unrecorded(search, wanted, { files, all });
  if (others.length > 0) throw ofSeveral(shownName(wanted), records.map(toldRecord));
  return recorded(search, wanted, { record, files });
}

/** As the result of a run prints it, or as it stands below the place. */
async function byFile(search: Search, file: string, all: readonly string[]): Promise<FoundArchive> {
  const { store, client } = search;
  const name = all.find((one) => file === one || file === store.locate(one));
  if (name === undefined) throw missing(file, store, all);
  const head = await readHeadOf(store, name);
  const records = await lastRecords(client, head.partition);
  const record = records?.find(({ table }) => table === sqlName(head.table));
  const found = { name, head, isFileNamed: true };
  if (record === undefined) return { ...found, note: records ? UNRECORDED : UNREADABLE };
  if (isRecordedFile(record, { name, location: store.locate(name) })) {
    return { ...found, recordedSha256: record.sha256 };
  }
  return {
    ...found,
    note: `this file was named; the target's record of that partition is of another: ${toldRecord(record)}`,
  };
}

const UNRECORDED =
  'the target has no record of this archive, so that nothing says whether it is the last one';

const UNREADABLE = 'this file was named; the records of the target may not be read by this role';

interface Recorded {
  readonly record: ArchiveRecord;
  readonly files: readonly string[];
}

async function recorded(
  { store, database }: Search,
  wanted: Named,
  { record, files }: Recorded,
): Promise<FoundArchive> {
  const name = files.find((one) => isRecordedFile(record, { name: one, location: store.locate(one) }));
  if (name === undefined) {
    throw new OperatorError(
      `${record.partition} is not restored: its archive is ${toldRecord(record)}, and that file is not in ${store.locate('')}`,
      {
        code: 'archive-recorded-missing',
        hint:
          files.length === 0
            ? 'bring that file back from wherever it was moved to, or give the place where it is'
            : `bring that file back; there ${files.length === 1 ? 'is another, which holds' : 'are others, which hold'} what the partition held at another time, and can be given as --partition: ${files.map(store.locate).join(', ')}`,
        exitStatus: EXIT.fail,
      },
    );
  }
  const folder = tableFolder(name);
  const elsewhere = files.filter(
    (one) => one.startsWith(`${tableFolder(name, 0)}/`) && tableFolder(one) !== folder,
  );
  if (wanted.schema === undefined && elsewhere.length > 0) {
    throw ofSeveral(shownName(wanted), [name, ...elsewhere].map(store.locate));
  }
  const head = await readHeadOf(store, name);
  if (sqlName(head.partition) !== record.partition || sqlName(head.table) !== record.table) {
    throw new OperatorError(
      `the archive ${store.locate(name)} says that it holds ${sqlName(head.partition)}, and the target's record that it holds ${record.partition}`,
      {
        code: 'archive-differs',
        hint: 'nothing was restored; see who may write to that place, and whether it keeps an older version of the file',
        exitStatus: EXIT.fail,
      },
    );
  }
  const note = head.database === database ? undefined : ofDatabase(head);
  return {
    name,
    head,
    recordedSha256: record.sha256,
    isFileNamed: false,
    ...(note === undefined ? {} : { note }),
  };
}

const ofDatabase = ({ database }: ArchiveHead): string =>
  `it was archived from a database called ${quoteIdentifier(database)}`;

/** Where the target knows of none: what lies in the place is all there is, as long as it is one thing. */
async function unrecorded(
  { store, database }: Search,
  wanted: Named,
  { files, all }: { readonly files: readonly string[]; readonly all: readonly string[] },
): Promise<FoundArchive> {
  const found: { readonly name: string; readonly head: ArchiveHead }[] = [];
  for (const name of files) {
    const head = await readHeadOf(store, name);
    if (isNamed(head.partition, wanted)) found.push({ name, head });
  }
  // Of databases that share a place, this one's own first.
  const own = found.filter(({ head }) => head.database === database);
  const meant = own.length > 0 ? own : found;
  const [first, ...rest] = meant;
  if (first === undefined) throw missing(shownName(wanted), store, all);
  const told = meant.map(
    ({ name, head }) =>
      `${store.locate(name)} (${head.rows} rows of ${sqlName(head.partition)}, table ${sqlName(head.table)})`,
  );
  const isOther = ({ head }: (typeof found)[number]): boolean =>
    sqlName(head.partition) !== sqlName(first.head.partition) ||
    sqlName(head.table) !== sqlName(first.head.table);
  if (rest.some(isOther)) throw ofSeveral(shownName(wanted), told);
  if (!rest.every(({ head }) => sameContent(head, { ...first.head, database: head.database }))) {
    throw new OperatorError(
      `there are ${meant.length} archives of ${shownName(wanted)} with different content`,
      {
        code: 'archive-ambiguous',
        hint: `the target has no record of which is the last; give one file as --partition: ${told.join(', ')}`,
        exitStatus: EXIT.fail,
      },
    );
  }
  const note = first.head.database === database ? UNRECORDED : `${ofDatabase(first.head)}; ${UNRECORDED}`;
  return { ...first, isFileNamed: false, note };
}

const isNamed = (partition: ArchivedName, { schema, name }: Named): boolean =>
  partition.name === name && (schema === undefined || schema === partition.schema);

async function readHeadOf(store: ArchiveStore, name: string): Promise<ArchiveHead> {
  const source = await store.open(name);
  try {
    return (await openArchive(source, store.locate(name))).head;
  } finally {
    await source.close();
  }
}

const shownName = ({ schema, name }: Named): string =>
  schema === undefined ? quoteIdentifier(name) : sqlName({ schema, name });

const toldRecord = ({ location, rows, partition, table, droppedOn }: ArchiveRecord): string =>
  `${location} (${rows} rows of ${partition}, table ${table}, dropped on ${droppedOn})`;

const ofSeveral = (name: string, told: readonly string[]): OperatorError =>
  new OperatorError(
    `${name} is the name of ${told.length} archived partitions, of several schemas or tables`,
    {
      code: 'archive-ambiguous',
      hint: `give the schema with the name, or one file as --partition: ${told.join(', ')}`,
      exitStatus: EXIT.fail,
    },
  );

const SHOWN = 10;

function missing(wanted: string, store: ArchiveStore, all: readonly string[]): OperatorError {
  const there = all.slice(0, SHOWN).map((name) => namedPartition(name) ?? name);
  return new OperatorError(`there is no archive of ${wanted} in ${store.locate('')}`, {
    code: 'archive-missing',
    hint:
      there.length === 0
        ? 'nothing is archived there; give the place that archive wrote to'
        : `archived there are ${there.join(', ')}${all.length > SHOWN ? ` and ${all.length - SHOWN} more` : ''}`,
    exitStatus: EXIT.fail,
  });
}

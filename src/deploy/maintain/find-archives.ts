/** Finds the archives of partitions by name, in the place where they were put. */
import { EXIT, OperatorError } from '../../domain/operator-error.ts';
import { quoteIdentifier } from '../../postgres/connection.ts';
import type { ArchiveHead, ArchivedName } from '../archive/archive-head.ts';
import { EXTENSION, namedPartition } from '../archive/archive-name.ts';
import type { ArchiveStore } from '../archive/archive-store.ts';
import { openArchive } from '../archive/parquet-input.ts';
import { sameRows } from '../archive/row-checksum.ts';

export interface FoundArchive {
  readonly name: string;
  readonly head: ArchiveHead;
}

/** A name as SQL reads it, with or without its schema; or the name of a file in the place. */
export type Wanted = { readonly file: string } | { readonly schema?: string; readonly name: string };

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

/**
 * The one archive that is meant.
 * @throws OperatorError where there is none, or several with different rows.
 */
export async function findArchive(
  store: ArchiveStore,
  wanted: Wanted,
  database: string,
): Promise<FoundArchive> {
  const all = (await store.list('')).filter((name) => name.endsWith(EXTENSION));
  const files = all.filter((name) =>
    'file' in wanted ? isFile(store, name, wanted.file) : namedPartition(name) === wanted.name,
  );
  const found: FoundArchive[] = [];
  for (const name of files) {
    const head = await readHeadOf(store, name);
    if ('file' in wanted || isNamed(head.partition, wanted)) found.push({ name, head });
  }
  return oneOf(found, { store, wanted, database, others: all });
}

/** As the result of a run prints it, or as it stands below the place. */
const isFile = (store: ArchiveStore, name: string, file: string): boolean =>
  file === name || file === store.locate(name);

const isNamed = (
  partition: ArchivedName,
  wanted: { readonly schema?: string; readonly name: string },
): boolean =>
  partition.name === wanted.name && (wanted.schema === undefined || wanted.schema === partition.schema);

async function readHeadOf(store: ArchiveStore, name: string): Promise<ArchiveHead> {
  const source = await store.open(name);
  try {
    return (await openArchive(source, store.locate(name))).head;
  } finally {
    await source.close();
  }
}

interface Search {
  readonly store: ArchiveStore;
  readonly wanted: Wanted;
  readonly database: string;
  readonly others: readonly string[];
}

const SHOWN = 10;

function oneOf(found: readonly FoundArchive[], { store, wanted, database, others }: Search): FoundArchive {
  // Of databases that share a place, this one's own first.
  const own = found.filter(({ head }) => head.database === database);
  const [first, ...rest] = own.length > 0 ? own : found;
  const shown =
    'file' in wanted
      ? wanted.file
      : [wanted.schema, wanted.name]
          .flatMap((part) => (part === undefined ? [] : [quoteIdentifier(part)]))
          .join('.');
  if (first === undefined) {
    const there = others.slice(0, SHOWN).map((name) => namedPartition(name) ?? name);
    throw new OperatorError(`there is no archive of ${shown} in ${store.locate('')}`, {
      code: 'archive-missing',
      hint:
        there.length === 0
          ? 'nothing is archived there; give the place that archive wrote to'
          : `archived there are ${there.join(', ')}${others.length > SHOWN ? ` and ${others.length - SHOWN} more` : ''}`,
      exitStatus: EXIT.fail,
    });
  }
  if (rest.every(({ head }) => sameRows(head, first.head) && head.bound === first.head.bound)) return first;
  throw new OperatorError(`there are ${rest.length + 1} archives of ${shown} with different rows`, {
    code: 'archive-ambiguous',
    hint: `give one file as --partition: ${[first, ...rest].map(({ name, head }) => `${store.locate(name)} (${head.rows} rows, table ${head.table.schema}.${head.table.name})`).join(', ')}`,
    exitStatus: EXIT.fail,
  });
}

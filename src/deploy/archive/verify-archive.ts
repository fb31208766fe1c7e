/** Proves that an archive holds a partition's rows: read back from where it lies, and loaded into a table of the same columns. */
import type { Client } from 'pg';
import { EXIT, OperatorError } from '../../domain/operator-error.ts';
import type { ColumnFacts } from '../../postgres/table-facts.ts';
import { sameContent } from './archive-name.ts';
import type { ArchiveStore } from './archive-store.ts';
import { columnList, loadArchive } from './load-archive.ts';
import { openArchive } from './parquet-input.ts';
import { inPinnedTransaction, type Limits, pinSettings } from './pinned-settings.ts';
import { countRows, type RowsSeen, sameRows } from './row-checksum.ts';
import type { Archived } from './write-archive.ts';

const TABLE = 'pg_temp.partition_guard_read_back';

export interface Verified {
  readonly bytes: number;
  readonly sha256: string;
  /** As the shipped partition manager computes it, where it is there. */
  readonly managed?: RowsSeen;
}

export interface VerifyRequest {
  readonly store: ArchiveStore;
  readonly limits: Limits;
  /** The manager's checksum function, as SQL reads it. */
  readonly checksumFunction?: string | undefined;
}

/** @throws OperatorError where the file is spoiled, or its rows are not the partition's. */
export async function verifyArchive(
  client: Client,
  { facts, head, name, written }: Archived,
  { store, limits, checksumFunction }: VerifyRequest,
): Promise<Verified> {
  const where = store.locate(name);
  const source = await store.open(name);
  try {
    const archive = await openArchive(source, where);
    // Its name may be anybody's: what the file says of itself is compared, and never made SQL of.
    if (!sameContent(archive.head, head)) throw foreign(where);
    const { read, loaded, managed } = await inPinnedTransaction(client, limits, async () => {
      await client.query(
        `create temporary table partition_guard_read_back (${columnList(head)}) on commit drop`,
      );
      // A domain's check may call functions that go by the path that writers have; a restore loads with that one, too.
      await client.query('set local search_path to default');
      const loadedFile = await loadArchive(client, archive, TABLE);
      await pinSettings(client, limits);
      return {
        read: loadedFile,
        loaded: await countRows(client, TABLE, asPlain(facts.columns)),
        managed: checksumFunction === undefined ? undefined : await managedSum(client, checksumFunction),
      };
    });
    if (!sameRows(loaded, head) || (written !== undefined && written.sha256 !== read.sha256)) {
      throw unequal(where, { loaded, head, isSameFile: written?.sha256 === read.sha256 });
    }
    return { bytes: source.size, sha256: read.sha256, ...(managed === undefined ? {} : { managed }) };
  } finally {
    await source.close();
  }
}

const asPlain = (columns: readonly ColumnFacts[]): ColumnFacts[] =>
  columns.map((column) => ({ ...column, isGenerated: false }));

async function managedSum(client: Client, checksumFunction: string): Promise<RowsSeen> {
  const { rows } = await client.query<{ rows: string; checksum: string }>(
    `select k.row_count::text as rows, k.checksum::text as checksum from ${checksumFunction}($1::pg_catalog.regclass) k`,
    [TABLE],
  );
  return { rows: Number(rows[0]?.rows), checksum: rows[0]?.checksum ?? '' };
}

const foreign = (where: string): OperatorError =>
  new OperatorError(
    `the archive ${where} says that it holds something else than the partition that its name is for`,
    {
      code: 'archive-differs',
      hint: 'nothing was dropped; see who may write to that place, move the file away, and run this again',
      exitStatus: EXIT.fail,
    },
  );

const unequal = (
  where: string,
  {
    loaded,
    head,
    isSameFile,
  }: { readonly loaded: RowsSeen; readonly head: RowsSeen; readonly isSameFile: boolean },
): OperatorError =>
  new OperatorError(
    `the archive ${where} does not hold the partition's rows: ${head.rows} with checksum ${head.checksum} were written, ${loaded.rows} with checksum ${loaded.checksum} were read back${isSameFile ? '' : ' from other bytes'}`,
    {
      code: 'archive-differs',
      hint: 'nothing was dropped; move the file away, see to the place that keeps it, and run this again',
      exitStatus: EXIT.fail,
    },
  );

/** Restores one archive in one transaction: nothing of it is there before its rows were found equal. */
import type pg from 'pg';
import type { PartitionOutcome } from '../../domain/maintenance.ts';
import { EXIT, OperatorError } from '../../domain/operator-error.ts';
import { quoteIdentifier } from '../../postgres/connection.ts';
import { type ColumnFacts, readTableFacts } from '../../postgres/table-facts.ts';
import type { ArchiveHead } from '../archive/archive-head.ts';
import type { ArchiveStore } from '../archive/archive-store.ts';
import { boundSql } from '../archive/bound-sql.ts';
import { loadArchive } from '../archive/load-archive.ts';
import { openArchive } from '../archive/parquet-input.ts';
import { readPartition, sqlName } from '../archive/partition-facts.ts';
import { type Limits, pinSettings } from '../archive/pinned-settings.ts';
import { countRows, sameRows } from '../archive/row-checksum.ts';
import type { FoundArchive } from './find-archives.ts';
import type { MaintenanceRun } from './maintenance-run.ts';
import {
  assertBoundIsFree,
  assertFits,
  type ParentFacts,
  readParent,
  readRelation,
} from './restore-checks.ts';
import { findManagers, managerOf } from './manager.ts';
import { restoreOwn, revokeDefaults } from './restore-own.ts';

type Restored = Pick<PartitionOutcome, 'action'> & Partial<PartitionOutcome>;

/** On a session of its own: a load that fails in the middle may leave it unusable. */
export const restoreOne = (run: MaintenanceRun, found: FoundArchive): Promise<Restored> =>
  run.target.withSession(async (session) => {
    const { store, limits, settings } = run;
    if (store === undefined) throw new Error('there is no place for archives');
    const { head } = found;
    await session.query('begin isolation level read committed read write');
    await pinSettings(session, limits);
    const parent = await readParent(session, head);
    const there = await alreadyThere(session, head);
    if (there !== undefined) return there;
    const columns = assertFits(head, parent);
    await assertBoundIsFree(session, head, parent);
    const file = await makeAndLoad(session, { store, limits, found, parent, columns });
    const isRecorded = file.sha256 === found.recordedSha256;
    if (!isRecorded && !found.isFileNamed && found.recordedSha256 !== undefined) {
      throw otherBytes(store.locate(found.name), { found: file.sha256, recorded: found.recordedSha256 });
    }
    // Its owner is the table's, as of any other partition.
    await session.query(`alter table ${sqlName(head.partition)} owner to ${quoteIdentifier(parent.owner)}`);
    const left = await restoreOwn(session, head, isRecorded);
    await attach(session, run, head, parent);
    await session.query(settings.dryRun ? 'rollback' : 'commit');
    const reasons = [
      ...(parent.added.length === 0
        ? []
        : [`columns added since have their default, or null: ${parent.added.join(', ')}`]),
      ...left,
      ...(found.note === undefined ? [] : [found.note]),
      ...(found.recordedSha256 === undefined || isRecorded
        ? []
        : ['the file has other bytes than the one that was recorded at this place']),
    ];
    return {
      action: 'restored',
      rows: head.rows,
      archive: { location: store.locate(found.name), ...file },
      ...(reasons.length === 0 ? {} : { reason: reasons.join('; ') }),
    };
  });

const otherBytes = (
  where: string,
  { found, recorded }: { readonly found: string; readonly recorded: string },
): OperatorError =>
  new OperatorError(
    `the archive ${where} is not the file that was recorded when the partition was dropped: its SHA-256 is ${found}, and was ${recorded}`,
    {
      code: 'archive-differs',
      hint: 'nothing was restored; see whether the place keeps an older version of it. To take it as it is, give the file itself as --partition',
      exitStatus: EXIT.fail,
    },
  );

/** With the same rows there is nothing to do; with others it is somebody else's. */
async function alreadyThere(session: pg.Client, head: ArchiveHead): Promise<Restored | undefined> {
  const relation = await readRelation(session, head.partition);
  if (relation === undefined) return undefined;
  const facts = await readPartition(session, relation.oid);
  const isIt =
    typeof facts === 'object' &&
    facts.table.schema === head.table.schema &&
    facts.table.name === head.table.name &&
    facts.bound === head.bound;
  if (isIt) {
    const archived = facts.columns.filter(({ name }) => head.columns.some((column) => column.name === name));
    const seen = await countRows(session, sqlName(head.partition), archived);
    if (sameRows(seen, head)) {
      return { action: 'unchanged', rows: seen.rows, reason: 'it is there already, with the same rows' };
    }
    throw inTheWay(
      head,
      `a partition of that name is there already, with ${seen.rows} rows that are not the archive's ${head.rows}`,
    );
  }
  throw inTheWay(head, 'something else bears its name');
}

const inTheWay = (head: ArchiveHead, what: string): OperatorError =>
  new OperatorError(`${sqlName(head.partition)} is not restored: ${what}`, {
    code: 'restore-name-taken',
    hint: 'Rename or drop that one first, if it is no longer needed; then run this again.',
    exitStatus: EXIT.fail,
  });

interface Loading {
  readonly store: ArchiveStore;
  readonly limits: Limits;
  readonly found: FoundArchive;
  readonly parent: ParentFacts;
  /** Those of the archive that take values: not what the server computes. */
  readonly columns: readonly string[];
}

async function makeAndLoad(
  session: pg.Client,
  { store, limits, found, parent, columns }: Loading,
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const { head, name } = found;
  const relation = sqlName(head.partition);
  await session.query(
    `create table ${relation} (like ${sqlName(head.table)} including defaults including generated including storage including compression including constraints)`,
  );
  await revokeDefaults(session, relation);
  const made = await readRelation(session, head.partition);
  const facts = await readTableFacts(session, made?.oid ?? 0);
  if (facts === undefined) throw new Error('the table that was made is not there');
  const source = await store.open(name);
  try {
    const archive = await openArchive(source, store.locate(name));
    // What the server computes for each row is theirs, and may go by the path that writers have.
    await session.query('set local search_path to default');
    const { sha256 } = await loadArchive(session, archive, relation, new Set(columns));
    await pinSettings(session, limits);
    const seen = await countRows(session, relation, inOrder(head, facts.columns));
    if (!sameRows(seen, head)) {
      throw new OperatorError(
        `${relation} is not restored: ${head.rows} rows with checksum ${head.checksum} were archived, ${seen.rows} with checksum ${seen.checksum} came back`,
        {
          code: 'restore-differs',
          hint: `the file is spoiled, or the server counts otherwise than ${head.serverVersion} did; nothing was changed, and the table ${parent.name} is as it was`,
          exitStatus: EXIT.fail,
        },
      );
    }
    return { bytes: source.size, sha256 };
  } finally {
    await source.close();
  }
}

/** As they were archived: the hash of a row goes by the order of its columns, and by their types then. */
const inOrder = (head: ArchiveHead, columns: readonly ColumnFacts[]): ColumnFacts[] =>
  head.columns.flatMap(({ name }) => columns.find((column) => column.name === name) ?? []);

async function attach(
  session: pg.Client,
  run: MaintenanceRun,
  head: ArchiveHead,
  parent: ParentFacts,
): Promise<void> {
  const [table, partition] = [sqlName(head.table), sqlName(head.partition)];
  await session.query(`lock table only ${table} in share update exclusive mode`);
  await session.query('set local search_path to default');
  const bound = boundSql(head.bound);
  if (bound === undefined) throw new Error('a bound was read that is none');
  await session.query(`alter table ${table} attach partition ${partition} ${bound}`);
  const manager = managerOf(await findManagers(session), head.table.schema);
  if (manager === undefined) return;
  await session.query(
    `select ${manager.named('audit_partition')}('ATTACH', $1::text::pg_catalog.regclass, $2, $3, $4, $5, null, $6)`,
    [
      table,
      head.partition.schema,
      head.partition.name,
      ...parent.boundWords,
      `restored from an archive of ${head.rows} rows`,
    ],
  );
  run.onProgress(`${partition}: attached, and in the log of the partition manager`);
}

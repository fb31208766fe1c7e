/** Applies a file that can't run in a transaction: statement by statement, each written down before, and gone on from after a crash. */
import { performance } from 'node:perf_hooks';
import type pg from 'pg';
import type { TableProof } from '../../domain/deployment.ts';
import type { Redact } from '../../domain/redaction.ts';
import { locate } from '../../migrations/locate.ts';
import type { Statement } from '../../migrations/migration.ts';
import { CONNECTION_FAILURE, firstLine, placeOf } from '../../postgres/sql-failure.ts';
import { runCall } from '../apply/apply-call.ts';
import {
  appliedMigration,
  type AppliedFile,
  beginning,
  PUT_BACK,
  type RunRequest,
  takeBack,
} from '../apply/apply-file.ts';
import { failureOf, NotApplied, type NotAppliedDetails } from '../apply/not-applied.ts';
import { type Patience, withRetries } from '../apply/retry.ts';
import type { HistoryRow } from '../history/history-table.ts';
import { addRow } from '../history/write-history.ts';
import { countOutside, requireNoFewer, requireNothingDetached } from './counts-outside.ts';
import { loneStatement } from './lone-statement.ts';
import { recoveryNote } from './recovery-note.ts';
import { resumptionOf } from './resume.ts';
import {
  type Begun,
  closeFile,
  isShownWorking,
  readOpenRows,
  showWorking,
  stopWorking,
  type Way,
  writeBegun,
  writeEnding,
} from './statement-ledger.ts';

export interface OutsideRequest extends RunRequest {
  /** The session of the audit trail: it outlives what becomes of the client's. */
  readonly keeper: pg.Client;
  readonly deployment: string;
  readonly patience: Patience;
  readonly redact: Redact;
  readonly onWarning: (text: string) => void;
  /** In the transaction of the history's row. */
  readonly onRecorded: (client: pg.Client, proofs: readonly TableProof[], row: HistoryRow) => Promise<void>;
}

/** @throws NotApplied, with a note on what is done and what is in doubt. */
export async function applyOutside(request: OutsideRequest): Promise<AppliedFile> {
  const { client, keeper, migration, deployment } = request;
  const startedMs = performance.now();
  const { done } = await resumptionOf(keeper, migration, await readOpenRows(keeper));
  await showWorking(client, deployment);
  const proofs: TableProof[] = [];
  for (const [position, statement] of migration.statements.entries()) {
    if (done.has(position)) continue;
    try {
      proofs.push(...(await runOne(request, statement, position)));
      await keepShowing(request, statement);
    } catch (error) {
      throw await asFailed(request, statement, error);
    }
  }
  const row = await finish(request, proofs, performance.now() - startedMs);
  // It is in the history: a connection that is lost now is told by what comes next.
  await client
    .query(PUT_BACK)
    .then(() => stopWorking(client, deployment))
    .catch(() => undefined);
  return { row, applied: appliedMigration(migration, proofs, performance.now() - startedMs) };
}

/** The next run waits for it, and would else take up what this one is still at. */
async function keepShowing(
  { client, deployment, onWarning }: OutsideRequest,
  { file, line }: Statement,
): Promise<void> {
  if (await isShownWorking(client, deployment)) return;
  await showWorking(client, deployment);
  onWarning(
    `${file}:${line} let go of every lock of its session, also of the one that shows this run at work: it was taken again`,
  );
}

/** Kinds that can run in a transaction of their own and then do: with the proof inside. */
function wayOf(client: pg.Client, { kind, outsideTransaction }: Statement): Way {
  // A procedure, or a block, may commit on its way; and a file may have opened a transaction of its own.
  const isAlone =
    outsideTransaction ||
    ['CallStmt', 'DoStmt', 'TransactionStmt'].includes(kind) ||
    client.getTransactionStatus() !== 'I';
  return isAlone ? 'alone' : 'transaction';
}

async function runOne(
  request: OutsideRequest,
  statement: Statement,
  position: number,
): Promise<readonly TableProof[]> {
  const { client, keeper, deployment, migration, earlier, redact } = request;
  const begun: Begun = { deployment, migration, position, redact };
  const way = wayOf(client, statement);
  await writeBegun(keeper, begun, statement, way);
  if (way === 'alone') {
    const proofs = await runAlone(request, statement);
    await writeEnding(keeper, begun, 'done');
    return proofs;
  }
  return withRetries(request.patience, async () => {
    try {
      await client.query(beginning(request));
      const proofs = await runCall({ ...request, call: statement.text, earlier: [...earlier, migration] });
      await writeEnding(client, begun, 'done');
      await client.query('commit');
      return proofs;
    } catch (error) {
      await takeBack(client);
      throw error;
    }
  });
}

/** What can only read or rebuild changes no row. */
const KEEPS_ROWS: ReadonlySet<string> = new Set([
  'IndexStmt',
  'DropStmt',
  'ReindexStmt',
  'VacuumStmt',
  'ClusterStmt',
]);

async function runAlone(request: OutsideRequest, statement: Statement): Promise<readonly TableProof[]> {
  const { client, migration, earlier } = request;
  const what = await loneStatement(statement);
  if (what.kind === 'detach') await requireNothingDetached(request, statement, what);
  const isCounted =
    !KEEPS_ROWS.has(statement.kind) && what.kind !== 'detach' && client.getTransactionStatus() === 'I';
  const before = isCounted ? await countOutside(request) : undefined;
  try {
    // Those that say CONCURRENTLY wait for others and let others go on meanwhile: a limit would leave an invalid index.
    const waits =
      what.kind === 'create-index' ||
      what.kind === 'drop-index' ||
      what.kind === 'detach' ||
      statement.kind === 'ReindexStmt';
    await client.query(
      `set lock_timeout = ${waits ? 0 : request.lockTimeoutMs}; set statement_timeout = ${request.statementTimeoutMs}`,
    );
    await client.query(statement.text);
  } catch (error) {
    throw new NotApplied({
      cause: error,
      statement: firstLine(statement.text),
      location: locate(placeOf(error), statement, [...earlier, migration]),
    });
  }
  return before ? requireNoFewer(request, statement, before) : [];
}

/** The row of the history, and the ledger's end, in one transaction. */
async function finish(
  request: OutsideRequest,
  proofs: readonly TableProof[],
  executionMs: number,
): Promise<HistoryRow> {
  const { client } = request;
  try {
    await client.query(`${PUT_BACK}; ${beginning(request)}`);
    const row = await writeRow(request, client, { executionMs, success: true });
    await closeFile(client, request.migration.script);
    await request.onRecorded(client, proofs, row);
    await client.query('commit');
    return row;
  } catch (error) {
    await takeBack(client);
    throw error;
  }
}

async function writeRow(
  { migration, historyTable, history }: OutsideRequest,
  client: pg.Client,
  how: { readonly executionMs: number; readonly success: boolean },
): Promise<HistoryRow> {
  await client.query(`lock table ${historyTable} in share row exclusive mode`);
  return addRow(client, historyTable, history, {
    version: migration.kind === 'versioned' ? migration.version : null,
    description: migration.description,
    type: migration.kind === 'versioned' && migration.isBaseline ? 'SQL_BASELINE' : 'SQL',
    script: migration.script,
    checksum: migration.checksum,
    ...how,
  });
}

/**
 * As Flyway leaves it (DbMigrate.applyMigrations): a row that says it failed, and nothing more is applied until it is
 * repaired. Where the server or the connection is gone nobody can write one: the ledger tells the next run.
 */
async function asFailed(request: OutsideRequest, statement: Statement, error: unknown): Promise<NotApplied> {
  const { keeper, migration, deployment, client } = request;
  const failure = failureOf(error);
  const details =
    error instanceof NotApplied ? error.details : { cause: error, statement: firstLine(statement.text) };
  const isGone =
    failure.sqlstate !== undefined &&
    [CONNECTION_FAILURE, '57P01', '57P02', '57P03'].includes(failure.sqlstate);
  if (isGone) {
    return new NotApplied({
      ...details,
      recovery: `apply again: it goes on after the statements that are done, and says what is in doubt`,
    });
  }
  await takeBack(client);
  if (await nothingStays(request, details)) {
    await closeFile(keeper, migration.script);
    await stopWorking(client, deployment);
    return new NotApplied(details);
  }
  const recovery = await recoveryNote(keeper, migration, statement);
  await stopWorking(client, deployment);
  try {
    await keeper.query(beginning(request));
    await writeRow(request, keeper, { executionMs: 0, success: false });
    await closeFile(keeper, migration.script);
    await keeper.query('commit');
  } catch {
    await keeper.query('rollback');
  }
  return new NotApplied({ ...details, recovery });
}

/** Nothing of the file was done before, and what failed took itself back: then it is as if it had not been begun. */
async function nothingStays(
  { keeper, migration }: OutsideRequest,
  { isUnsent = false }: NotAppliedDetails,
): Promise<boolean> {
  const own = (await readOpenRows(keeper)).filter(({ script }) => script === migration.script);
  return own.every(({ ending, way }) => ending === null && (way === 'transaction' || isUnsent));
}

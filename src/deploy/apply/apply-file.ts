/** Applies one migration file in one transaction: its statements, its row in the history, and the proof of the rows. */
import { performance } from 'node:perf_hooks';
import pg from 'pg';
import type { AppliedMigration, TableProof } from '../../domain/deployment.ts';
import { locate } from '../../migrations/locate.ts';
import type { Migration } from '../../migrations/migration.ts';
import { firstLine, placeOf } from '../../postgres/sql-failure.ts';
import { requireIntactTrail } from '../audit/trail-intact.ts';
import { type HistoryRow, readRows } from '../history/history-table.ts';
import { addRow, HistoryMoved, sameRows } from '../history/write-history.ts';
import { prove } from '../proof/prove.ts';
import type { ProofSettings, ProvenTable } from '../proof/proven-table.ts';
import type { VerifyMode } from '../../domain/deployment.ts';
import { NotApplied } from './not-applied.ts';

export interface FileRequest {
  readonly client: pg.Client;
  readonly migration: Migration;
  /** Those that the history has and those applied before in this run: functions may be theirs. */
  readonly earlier: readonly Migration[];
  readonly tables: readonly ProvenTable[];
  readonly settings: ProofSettings;
  readonly mode: VerifyMode;
  readonly lockTimeoutMs: number;
  readonly statementTimeoutMs: number;
  /** The history's table, as SQL reads it, and its rows as they must still be. */
  readonly historyTable: string;
  readonly history: readonly HistoryRow[];
  /** Called last before the commit, which it may refuse by throwing. */
  readonly beforeCommit: (proofs: readonly TableProof[], row: HistoryRow) => Promise<void>;
}

export type RunRequest = Omit<FileRequest, 'beforeCommit'>;

export interface AppliedFile {
  readonly applied: AppliedMigration;
  readonly row: HistoryRow;
}

/** What a transaction begins with, whatever a file before it has set for the session. */
export const beginning = (timeouts: { lockTimeoutMs: number; statementTimeoutMs: number }): string =>
  [
    'begin isolation level read committed read write',
    `set local lock_timeout = ${timeouts.lockTimeoutMs}`,
    `set local statement_timeout = ${timeouts.statementTimeoutMs}`,
    'set local idle_in_transaction_session_timeout = 0',
  ].join('; ');

/** One try. The transaction is at its end when it comes back, however it does. @throws NotApplied, or the server's error. */
export async function applyFile(request: FileRequest): Promise<AppliedFile> {
  const { client, migration } = request;
  const startedMs = performance.now();
  try {
    await client.query(beginning(request));
    const { proofs, row, xid } = await runFile(request);
    await request.beforeCommit(proofs, row);
    await commit(request, xid);
    // What Flyway puts back after each file. It is committed: where the connection is lost now, the next file tells.
    await client.query(PUT_BACK).catch(() => undefined);
    return { row, applied: appliedMigration(migration, proofs, performance.now() - startedMs) };
  } catch (error) {
    await takeBack(client);
    throw error;
  }
}

export const PUT_BACK = 'reset session authorization; reset role; reset search_path';

export const appliedMigration = (
  migration: Migration,
  proofs: readonly TableProof[],
  durationMs: number,
): AppliedMigration => ({
  ...(migration.kind === 'versioned' ? { version: migration.version } : {}),
  description: migration.description,
  script: migration.script,
  durationMs,
  proofs,
});

/** A connection that is gone has taken its transaction with it. */
export async function takeBack(client: pg.Client): Promise<void> {
  try {
    await client.query(`rollback; ${PUT_BACK}`);
  } catch {
    // What matters is the error that led here.
  }
}

export interface RanFile {
  readonly proofs: readonly TableProof[];
  readonly row: HistoryRow;
  /** Of the transaction. */
  readonly xid: string | undefined;
}

/** In an open transaction, which is left open: the statements, the history's row, and a proof that holds. */
export async function runFile(request: RunRequest): Promise<RanFile> {
  const { client, migration, settings, mode, tables } = request;
  await lockHistory(request);
  const { rows } = await client.query<{ xid: string }>('select pg_catalog.pg_current_xact_id()::text as xid');
  let row: HistoryRow | undefined;
  let beganMs = 0;
  let isBegun = false;
  const proofs = await prove({
    client,
    settings,
    mode,
    tables,
    work: async () => {
      beganMs = performance.now();
      isBegun = true;
      await runStatements(request);
      await requireSameTransaction(request, rows[0]?.xid);
    },
    record: async () => {
      await requireIntactTrail(client);
      row = await addRow(client, request.historyTable, request.history, {
        version: migration.kind === 'versioned' ? migration.version : null,
        description: migration.description,
        type: migration.kind === 'versioned' && migration.isBaseline ? 'SQL_BASELINE' : 'SQL',
        script: migration.script,
        checksum: migration.checksum,
        executionMs: performance.now() - beganMs,
        success: true,
      });
    },
  }).catch((error: unknown) => {
    throw isBegun ? atTheEnd(migration, error) : error;
  });
  if (!row) throw new Error(`no row of the history was written for ${migration.script}`);
  requireProven(migration, proofs);
  return { proofs, row, xid: rows[0]?.xid };
}

/** What waits for the end of a transaction, such as a deferred constraint, has no statement of its own. */
function atTheEnd(migration: Migration, error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError)) return error;
  return new NotApplied({
    cause: error,
    statement: 'the end of the file',
    location: { file: migration.file, line: migration.statements.at(-1)?.line ?? 1 },
  });
}

/**
 * Besides the lock that Flyway knows: a run that lost it, with its session, must not go on beside another. Who reads the
 * history may still do so.
 */
async function lockHistory({ client, historyTable, history }: RunRequest): Promise<void> {
  await client.query(`lock table ${historyTable} in share row exclusive mode`);
  if (sameRows(await readRows(client, historyTable), history)) return;
  throw new HistoryMoved('another run, or Flyway, has written to the history meanwhile');
}

async function runStatements({ client, migration, earlier }: RunRequest): Promise<void> {
  for (const statement of migration.statements) {
    try {
      await client.query(statement.text);
    } catch (error) {
      throw new NotApplied({
        cause: error,
        statement: firstLine(statement.text),
        location: locate(placeOf(error), statement, [...earlier, migration]),
      });
    }
  }
}

/** A function can't end it, but what is sent may hide what it is; another transaction would hold no proof. */
async function requireSameTransaction(
  { client, migration }: RunRequest,
  xid: string | undefined,
): Promise<void> {
  const status = client.getTransactionStatus();
  const { rows } =
    status === 'T'
      ? await client.query<{ xid: string | null }>(
          'select pg_catalog.pg_current_xact_id_if_assigned()::text as xid',
        )
      : { rows: [] };
  if (rows[0]?.xid === xid) return;
  throw new NotApplied({
    message: `${migration.file} ended its own transaction: what it did before that stays, and is not proven`,
    hint: 'look at what it did, and put the history right by hand; then take COMMIT or ROLLBACK out of the file',
    recovery: `Nobody knows what of ${migration.file} stays: the history has no row of it.`,
    location: { file: migration.file, line: migration.statements[0]?.line ?? 1 },
    statement: 'the end of the file',
  });
}

function requireProven(migration: Migration, proofs: readonly TableProof[]): void {
  const bad = proofs.filter(({ verdict }) => verdict === 'differs');
  if (bad.length === 0) return;
  throw new NotApplied({
    message: `${migration.file} was rolled back: ${bad.map(tellProof).join('; ')}`,
    hint: 'look for what changes rows on this target beside the file: a trigger, a rule, a default. A loss that is meant needs a waiver',
    location: { file: migration.file, line: migration.statements[0]?.line ?? 1 },
    statement: 'the proof of the rows',
    proofs,
  });
}

export const tellProof = ({ table, differences }: TableProof): string =>
  `${table}: ${differences.join(', ')}`;

/** Nothing is deferred any more: what can fail here is the connection, or the server. */
async function commit({ client, migration }: RunRequest, xid: string | undefined): Promise<void> {
  try {
    await client.query('commit');
  } catch (error) {
    throw new NotApplied({
      cause: error,
      statement: 'commit',
      atCommit: true,
      xid,
      location: { file: migration.file, line: migration.statements.at(-1)?.line ?? 1 },
    });
  }
}

/** Applies the pending files one after the other, and then what is called, each with its proof. */
import type pg from 'pg';
import type { TableProof } from '../../domain/deployment.ts';
import { type Redact, redactJson } from '../../domain/redaction.ts';
import type { Migration } from '../../migrations/migration.ts';
import type { HistoryRow } from '../history/history-table.ts';
import { createHistory } from '../history/write-history.ts';
import { readUnprovable } from '../proof/proven-table.ts';
import { requireIntactTrail } from '../audit/trail-intact.ts';
import { applyOutside } from '../outside/apply-outside.ts';
import { applyCall } from './apply-call.ts';
import { type AppliedFile, applyFile, beginning } from './apply-file.ts';
import { withRetries } from './retry.ts';
import type { Course, Run } from './run.ts';
import { requireOpen } from './window-shut.ts';
import { callRequest, fileRequest, type OneFile, patienceOf } from './step-requests.ts';

/** @throws what stopped it; `course` has what was done until then. */
export async function applyPending(run: Run, course: Course): Promise<void> {
  const { request, made } = run;
  const { plan, decision } = made;
  await tellUnprovable(run, course);
  let rows = await beginHistory(run);
  const isPending = new Set(decision.pending);
  const earlier = request.migrations.filter((migration) => !isPending.has(migration));
  for (const migration of decision.pending) {
    request.onProgress(`applying ${migration.file}`);
    const done = await applyOne(run, { migration, earlier, rows }, course);
    rows = [...rows, done.row];
    earlier.push(migration);
    course.applied.push(done.applied);
  }
  for (const call of plan.calls) {
    request.onProgress(`calling ${call}`);
    const proofs = await withRetries(patienceOf(run, call), async () => {
      requireOpen(run, course, call);
      return applyCall(await callRequest(run, call, earlier));
    });
    course.callProofs.push(...proofs);
  }
}

/** A function with its owner's rights could reach them all the same. */
export async function tellUnprovable({ target }: Run, course: Course): Promise<void> {
  const tables = await readUnprovable(target.client);
  if (tables.length === 0) return;
  course.warnings.push(
    `the rows of ${tables.join(', ')} are not proven: this role may not lock and read them, nor change them by itself`,
  );
}

/** The table, and its first row where there is to be a baseline, in a transaction of their own: as Flyway does. */
async function beginHistory(run: Run): Promise<readonly HistoryRow[]> {
  const { target, request } = run;
  return withRetries(patienceOf(run, 'history'), async () => {
    try {
      await target.client.query(beginning(request.settings));
      const rows = await historyBegun(run);
      await target.client.query('commit');
      return rows;
    } catch (error) {
      await target.client.query('rollback');
      throw error;
    }
  });
}

/** In an open transaction. @returns the history's rows. */
export async function historyBegun({ target, made }: Run): Promise<readonly HistoryRow[]> {
  const { history, baseline } = made.decision;
  if (!history) throw new Error('there is no schema for a history, and nothing was refused');
  if (history.rows && baseline === undefined) return history.rows;
  return createHistory(target.client, history.schema, baseline, history.rows !== undefined);
}

async function applyOne(run: Run, file: OneFile, course: Course): Promise<AppliedFile> {
  const { audit, keeper, target } = run;
  const { redact } = run.request;
  const { migration } = file;
  const record = async (client: pg.Client, proofs: readonly TableProof[], row: HistoryRow): Promise<void> => {
    if (audit) await recordApplied(client, { deployment: audit.id, migration, proofs, row, redact });
  };
  const patience = patienceOf(run, migration.script);
  if (migration.transaction === 'none' && audit) {
    // Once begun it is brought to its end: half of it would be worse than a minute past the window.
    requireOpen(run, course, migration.script);
    return applyOutside({
      ...(await fileRequest(run, file)),
      keeper,
      deployment: audit.id,
      patience,
      redact,
      onWarning: (text) => void course.warnings.push(text),
      onRecorded: record,
    });
  }
  return withRetries(patience, async () => {
    requireOpen(run, course, migration.script);
    return applyFile({
      ...(await fileRequest(run, file)),
      beforeCommit: (proofs, row) => record(target.client, proofs, row),
    });
  });
}

interface Recorded {
  readonly deployment: string;
  readonly migration: Migration;
  readonly proofs: readonly TableProof[];
  readonly row: HistoryRow;
  readonly redact: Redact;
}

/** In the migration's own transaction: it is written where the migration is, and nowhere else. */
async function recordApplied(
  client: pg.Client,
  { deployment, migration, proofs, row, redact }: Recorded,
): Promise<void> {
  await requireIntactTrail(client);
  await client.query(
    `insert into partition_guard.applied_migration (deployment, installed_rank, script, checksum, proofs)
     values ($1, $2, $3, $4, $5)`,
    [deployment, row.rank, migration.script, migration.checksum, JSON.stringify(redactJson(proofs, redact))],
  );
}

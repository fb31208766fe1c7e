/** Applies the pending files one after the other, and then what is called, each with its proof. */
import type { TableProof } from '../../domain/deployment.ts';
import type { Migration } from '../../migrations/migration.ts';
import { type HistoryRow, historyTable } from '../history/history-table.ts';
import { createHistory } from '../history/write-history.ts';
import { readProvenTables, type ProvenTable } from '../proof/proven-table.ts';
import { applyCall } from './apply-call.ts';
import { applyFile, beginning } from './apply-file.ts';
import { withRetries } from './retry.ts';
import type { Course, Run } from './run.ts';

/** @throws what stopped it; `course` has what was done until then. */
export async function applyPending(run: Run, course: Course): Promise<void> {
  const { request, made } = run;
  const { plan, decision } = made;
  const { pending, history } = decision;
  if (!history) throw new Error('there is no schema for a history, and nothing was refused');
  let rows: readonly HistoryRow[] = history.rows ?? [];
  if (!history.rows || decision.baseline !== undefined) {
    rows = await beginHistory(run, history.schema);
  }
  const isPending = new Set(pending);
  const earlier = request.migrations.filter((migration) => !isPending.has(migration));
  for (const migration of pending) {
    request.onProgress(`applying ${migration.file}`);
    const done = await applyOne(run, { migration, earlier, rows });
    rows = [...rows, done.row];
    earlier.push(migration);
    course.applied.push(done.applied);
  }
  for (const call of plan.calls) {
    request.onProgress(`calling ${call}`);
    course.callProofs.push(...(await callOne(run, call, earlier)));
  }
}

async function beginHistory({ target, made, request }: Run, schema: string): Promise<readonly HistoryRow[]> {
  const { client } = target;
  const { baseline, history } = made.decision;
  await client.query(beginning(request.settings));
  try {
    const rows = await createHistory(client, schema, baseline, history?.rows !== undefined);
    await client.query('commit');
    return rows;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

interface OneFile {
  readonly migration: Migration;
  readonly earlier: readonly Migration[];
  readonly rows: readonly HistoryRow[];
}

async function applyOne(run: Run, { migration, earlier, rows }: OneFile) {
  const { target, request, audit } = run;
  const { settings } = request;
  const table = historyTable(run.made.decision.history?.schema ?? '');
  return withRetries(patienceOf(run, migration.script), async () =>
    applyFile({
      client: target.client,
      migration,
      earlier,
      tables: await tablesOf(run, [migration]),
      settings,
      mode: settings.verify,
      lockTimeoutMs: settings.lockTimeoutMs,
      statementTimeoutMs: settings.statementTimeoutMs,
      historyTable: table,
      history: rows,
      onRecorded: async () => undefined,
      beforeCommit: async (proofs, row) => {
        if (audit) await recordApplied(run, audit.id, migration, proofs, row);
      },
    }),
  );
}

/** In the migration's own transaction: it is written where the migration is, and nowhere else. */
async function recordApplied(
  { target }: Run,
  deployment: string,
  migration: Migration,
  proofs: readonly TableProof[],
  row: HistoryRow,
): Promise<void> {
  await target.client.query(
    `insert into partition_guard.applied_migration (deployment, installed_rank, script, checksum, proofs)
     values ($1, $2, $3, $4, $5)`,
    [deployment, row.rank, migration.script, migration.checksum, JSON.stringify(proofs)],
  );
}

async function callOne(
  run: Run,
  call: string,
  earlier: readonly Migration[],
): Promise<readonly TableProof[]> {
  const { settings } = run.request;
  return withRetries(patienceOf(run, call), async () =>
    applyCall({
      client: run.target.client,
      call,
      earlier,
      tables: await tablesOf(run, []),
      settings,
      mode: settings.verify,
      lockTimeoutMs: settings.lockTimeoutMs,
      statementTimeoutMs: settings.statementTimeoutMs,
    }),
  );
}

const patienceOf = ({ request, made }: Run, step: string) => ({
  retries: request.settings.retries,
  jitterSeed: `${made.plan.digest}:${request.startedAt.getTime()}:${step}`,
  onRetry: request.onProgress,
});

/** Read anew before each file: the one before may have made, or partitioned, a table. */
async function tablesOf({ target, request }: Run, migrations: readonly Migration[]): Promise<ProvenTable[]> {
  const texts = migrations.map(({ text }) => text.toLowerCase());
  return readProvenTables(target.client, request.settings, ({ name }) =>
    texts.some((text) => /partition/.test(text) && text.includes(name.toLowerCase())),
  );
}

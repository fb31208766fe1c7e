/** What one file, or one call, is to be applied with: asked for anew each time, since the one before may have made tables. */
import type { Migration } from '../../migrations/migration.ts';
import { type HistoryRow, historyTable } from '../history/history-table.ts';
import type { ProvenTable } from '../proof/proven-table.ts';
import { tablesToProve } from '../proof/tables-to-prove.ts';
import type { CallRequest } from './apply-call.ts';
import type { RunRequest } from './apply-file.ts';
import type { Patience } from './retry.ts';
import type { Run } from './run.ts';

export interface OneFile {
  readonly migration: Migration;
  readonly earlier: readonly Migration[];
  readonly rows: readonly HistoryRow[];
}

export async function fileRequest(run: Run, { migration, earlier, rows }: OneFile): Promise<RunRequest> {
  return {
    ...common(run),
    migration,
    earlier,
    tables: await tablesOf(run, migration),
    historyTable: historyTable(run.made.decision.history?.schema ?? ''),
    history: rows,
  };
}

export async function callRequest(
  run: Run,
  call: string,
  earlier: readonly Migration[],
): Promise<CallRequest> {
  return { ...common(run), call, earlier, tables: await tablesOf(run) };
}

function common({ target, request: { settings } }: Run) {
  const { verify, lockTimeoutMs, statementTimeoutMs } = settings;
  return { client: target.client, settings, mode: verify, lockTimeoutMs, statementTimeoutMs };
}

export const patienceOf = ({ request, made }: Run, step: string): Patience => ({
  retries: request.settings.retries,
  jitterSeed: `${made.plan.digest}:${request.startedAt.getTime()}:${step}`,
  onRetry: request.onProgress,
});

const tablesOf = ({ target, request }: Run, migration?: Migration): Promise<ProvenTable[]> =>
  tablesToProve(target.client, { settings: request.settings, mode: request.settings.verify, migration });

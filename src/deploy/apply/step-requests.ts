/** What one file, or one call, is to be applied with: asked for anew each time, since the one before may have made tables. */
import type { Migration } from '../../migrations/migration.ts';
import { type HistoryRow, historyTable } from '../history/history-table.ts';
import { type ProvenTable, readProvenTables } from '../proof/proven-table.ts';
import { reachOf } from '../proof/reach.ts';
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
    tables: await tablesOf(run, [migration]),
    historyTable: historyTable(run.made.decision.history?.schema ?? ''),
    history: rows,
  };
}

export async function callRequest(
  run: Run,
  call: string,
  earlier: readonly Migration[],
): Promise<CallRequest> {
  return { ...common(run), call, earlier, tables: await tablesOf(run, []) };
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

/** @param migrations none: of a call, which may reach every table. */
async function tablesOf({ target, request }: Run, migrations: readonly Migration[]): Promise<ProvenTable[]> {
  const { client } = target;
  const { verify } = request.settings;
  const texts = migrations.map(({ text }) => text.toLowerCase());
  const tables = await readProvenTables(client, request.settings, ({ name }) =>
    texts.some((text) => text.includes('partition') && text.includes(name.toLowerCase())),
  );
  if (verify === 'full' || migrations.length === 0) return tables;
  const reach = await reachOf(client, migrations);
  return reach.kind === 'all'
    ? tables
    : tables.filter(({ oid, isJudged }) => !isJudged || reach.oids.has(oid));
}

/** What can be said of rows where no transaction holds the proof: how many there were before, and are after. */
import type { TableProof } from '../../domain/deployment.ts';
import type { Statement } from '../../migrations/migration.ts';
import { count } from '../../domain/wording.ts';
import { firstLine } from '../../postgres/sql-failure.ts';
import type { RunRequest } from '../apply/apply-file.ts';
import { NotApplied } from '../apply/not-applied.ts';
import { findHoldersNow, resolveSuccessors } from '../proof/holders-now.ts';
import { pinned } from '../proof/pinned.ts';
import { oidOf, resolveTable } from '../proof/proven-table.ts';
import { sumRows } from '../proof/row-sums.ts';
import { isWaived } from '../proof/waived.ts';

/** By table: rows now. Nobody is kept from writing. */
export async function countOutside({ client, tables }: RunRequest): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  await client.query('begin isolation level repeatable read read only');
  try {
    for (const table of tables.filter(({ isJudged }) => isJudged)) {
      const successors = await resolveSuccessors(client, table);
      const rows = await pinned(client, async () => {
        const now = await findHoldersNow(client, table, successors);
        return sumRows(
          client,
          now.holders.map((holder) => ({ table: holder.table, columns: undefined })),
        );
      });
      counts.set(table.table, rows.rows);
    }
    return counts;
  } finally {
    await client.query('rollback');
  }
}

/** More rows may be others' writes; fewer may be others' deletions, and may be a loss: that is said, and stops the run. */
export async function requireNoFewer(
  request: RunRequest,
  statement: Statement,
  before: ReadonlyMap<string, number>,
): Promise<readonly TableProof[]> {
  const after = await countOutside(request);
  const proofs = request.tables.flatMap((table): TableProof[] => {
    const was = before.get(table.table);
    const is = after.get(table.table);
    if (was === undefined || is === undefined) return [];
    const isFewer = is < was;
    return [
      {
        table: table.table,
        mode: 'count',
        before: { rows: was },
        after: { rows: is },
        verdict: !isFewer ? 'equal' : isWaived(request.settings, table, 'lost') ? 'waived' : 'differs',
        differences: isFewer ? [`${count(was - is, 'row')} fewer, while others could write`] : [],
        passedOver: [],
        dropped: [],
      },
    ];
  });
  const bad = proofs.filter(({ verdict }) => verdict === 'differs');
  if (bad.length === 0) return proofs;
  throw new NotApplied({
    message: `after ${firstLine(statement.text)}: ${bad.map(({ table, differences }) => `${table} has ${differences.join()}`).join('; ')}`,
    hint: 'it committed as it went, and can not be rolled back: look at once whether rows are missing',
    statement: firstLine(statement.text),
    location: { file: statement.file, line: statement.line },
    proofs,
  });
}

/** Rows that leave a table with their partition are lost to it, unless they are expected elsewhere: seen before it is done. */
export async function requireNothingDetached(
  request: RunRequest,
  statement: Statement,
  { table, partition }: { readonly table: string; readonly partition: string },
): Promise<void> {
  const { client, settings } = request;
  const judged = await rootAmong(request, await oidOf(client, table));
  if (!judged || isWaived(settings, judged, 'lost')) return;
  const own = await oidOf(client, partition);
  for (const successor of judged.successors) if ((await resolveTable(client, successor)) === own) return;
  const { rows } = await client.query<{ rows: string }>(
    `select pg_catalog.count(*) as rows from ${partition}`,
  );
  const held = Number(rows[0]?.rows ?? 0);
  if (held === 0) return;
  throw new NotApplied({
    message: `${firstLine(statement.text)} would take ${count(held, 'row')} out of ${judged.table}`,
    hint: `name ${partition} as a successor of ${judged.table}, or waive no-row-lost for it, in partition-guard.yml`,
    statement: firstLine(statement.text),
    location: { file: statement.file, line: statement.line },
    isUnsent: true,
  });
}

/** The judged table that a table is, or is a part of: a partition may be partitioned itself. */
async function rootAmong(
  { client, tables }: RunRequest,
  oid: number | undefined,
): Promise<RunRequest['tables'][number] | undefined> {
  const { rows } = await client.query<{ root: number }>(
    'select coalesce(pg_catalog.pg_partition_root($1::oid::regclass)::oid, $1::oid) as root',
    [oid],
  );
  return tables.find((t) => t.oid === rows[0]?.root);
}

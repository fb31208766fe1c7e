/** What a file that failed outside of a transaction has left behind, and what to do about it. */
import type pg from 'pg';
import type { Migration, Statement } from '../../migrations/migration.ts';
import { count } from '../../domain/wording.ts';
import { loneStatement } from './lone-statement.ts';
import { readOpenRows } from './statement-ledger.ts';

/** One paragraph; reads the ledger and the catalog. */
export async function recoveryNote(
  keeper: pg.Client,
  migration: Migration,
  failed: Statement,
): Promise<string> {
  const rows = (await readOpenRows(keeper)).filter(
    (row) => row.script === migration.script && row.ending === 'done',
  );
  const lines = rows.map(({ line }) => line);
  const stays =
    lines.length === 0
      ? 'No statement before it had been run.'
      : `${count(lines.length, 'statement')} before it ${lines.length === 1 ? 'stays' : 'stay'} done: line ${lines.join(', ')}.`;
  return [
    stays,
    ...(await leftovers(keeper, failed)),
    `The history has a row that says ${migration.script} failed: delete from flyway_schema_history where not success; takes it out.`,
  ].join(' ');
}

async function leftovers(keeper: pg.Client, failed: Statement): Promise<string[]> {
  const what = await loneStatement(failed);
  if (what.kind === 'create-index' || what.kind === 'again') return invalidIndexes(keeper);
  if (what.kind !== 'detach') return [];
  const { rowCount } = await keeper.query(
    `select from pg_catalog.pg_inherits i
      where i.inhrelid = pg_catalog.to_regclass($1) and i.inhdetachpending`,
    [what.partition],
  );
  return rowCount
    ? [
        `${what.partition} is neither in ${what.table} nor out of it: alter table ${what.table} detach partition ${what.partition} finalize.`,
      ]
    : [];
}

async function invalidIndexes(keeper: pg.Client): Promise<string[]> {
  const { rows } = await keeper.query<{ index: string }>(
    `select pg_catalog.format('%I.%I', n.nspname, c.relname) as index
       from pg_catalog.pg_index i join pg_catalog.pg_class c on c.oid = i.indexrelid
       join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where not i.indisvalid and c.relkind = 'i' order by 1`,
  );
  return rows.map(
    ({ index }) =>
      `The index ${index} is invalid, kept up by every write and used by no query: drop index concurrently ${index}.`,
  );
}

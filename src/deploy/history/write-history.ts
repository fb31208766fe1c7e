/** Writes the history as Flyway does, in the transaction of what it tells of, and reads back what was written. */
import type pg from 'pg';
import { type HistoryRow, createStatements, historyTable, readRows } from './history-table.ts';
import { abbreviated } from './decide-pending.ts';

export interface NewRow {
  readonly version: string | null;
  readonly description: string;
  readonly type: 'SQL' | 'SQL_BASELINE' | 'BASELINE';
  readonly script: string;
  readonly checksum: number | null;
  readonly executionMs: number;
  readonly success: boolean;
}

/** Flyway's words for both (ClassicConfiguration: baselineDescription). */
const BASELINE = '<< Flyway Baseline >>';

/**
 * Makes the table where it is not there, and its first row where the database is taken to have a version.
 * @returns its rows.
 */
export async function createHistory(
  client: pg.Client,
  schema: string,
  baseline: string | undefined,
  isThere: boolean,
): Promise<readonly HistoryRow[]> {
  if (!isThere) for (const statement of createStatements(schema)) await client.query(statement);
  if (baseline === undefined) return [];
  await insertRow(client, historyTable(schema), 1, {
    version: baseline,
    description: BASELINE,
    type: 'BASELINE',
    script: BASELINE,
    checksum: null,
    executionMs: 0,
    success: true,
  });
  return readRows(client, historyTable(schema));
}

/** The history is not what it was when it was decided what is pending. */
export class HistoryMoved extends Error {}

/**
 * Writes the next row. The table must be locked, and `before` be its rows as they were read under that lock: a file
 * that changed the history itself is found out.
 * @returns the row as it stands.
 */
export async function addRow(
  client: pg.Client,
  table: string,
  before: readonly HistoryRow[],
  row: NewRow,
): Promise<HistoryRow> {
  const now = await readRows(client, table);
  if (!sameRows(before, now)) throw new HistoryMoved('the migration changed the rows of the history itself');
  const rank = (now.at(-1)?.rank ?? 0) + 1;
  await insertRow(client, table, rank, row);
  const written = (await readRows(client, table)).at(-1);
  const wanted: HistoryRow = {
    rank,
    version: row.version,
    description: abbreviated(row.description),
    type: row.type,
    script: abbreviatedScript(row.script),
    checksum: row.checksum,
    success: row.success,
  };
  if (!written || !sameRows([written], [wanted])) {
    throw new HistoryMoved(
      'the history did not keep the row that was written: a trigger or rule on it changes rows',
    );
  }
  return written;
}

export const sameRows = (a: readonly HistoryRow[], b: readonly HistoryRow[]): boolean =>
  a.length === b.length &&
  a.every((row, i) => JSON.stringify(fieldsOf(row)) === JSON.stringify(fieldsOf(b[i])));

const fieldsOf = (row: HistoryRow | undefined): readonly unknown[] =>
  row ? [row.rank, row.version, row.description, row.type, row.script, row.checksum, row.success] : [];

/** Flyway gives the beginning of what is too long for three dots (AbbreviationUtils.abbreviateScript). */
export const abbreviatedScript = (script: string): string =>
  script.length <= 1000 ? script : `...${script.slice(3, 1000)}`;

async function insertRow(client: pg.Client, table: string, rank: number, row: NewRow): Promise<void> {
  await client.query(
    `insert into ${table}
       (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
     values ($1, $2, $3, $4, $5, $6, current_user, $7, $8)`,
    [
      rank,
      row.version,
      abbreviated(row.description),
      row.type,
      abbreviatedScript(row.script),
      row.checksum,
      Math.min(Math.round(row.executionMs), 2 ** 31 - 1),
      row.success,
    ],
  );
}

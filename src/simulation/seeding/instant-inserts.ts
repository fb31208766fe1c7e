/** INSERTs of one row at each of some instants, to be run and rolled back by the caller. */
import { quoteIdentifier } from '../../postgres/connection.ts';
import { isTime, timestampOf } from './base-values.ts';
import { atInstants, selectRows } from './generated-rows.ts';
import { generated, insertInto, planRows, runUserSeed, type SeedRequest } from './seed-table.ts';

type InstantRequest = Omit<SeedRequest, 'rows'>;

/** Fills an empty table by SQL of the user's where there is any: rows at instants are made after those. */
export async function prepareInserts(request: InstantRequest): Promise<void> {
  const { client, facts, userSeeds } = request;
  if (userSeeds.sqlFor(facts.table) === undefined) return;
  const { rowCount } = await client.query(`select from ${facts.table} limit 1`);
  if (rowCount === 0) await runUserSeed({ ...request, rows: { first: 1, count: 1 } }, [], 1);
}

export async function insertAtInstants(
  request: InstantRequest,
  instants: readonly bigint[],
  first: number,
): Promise<string> {
  const plan = await planRows({ ...request, rows: { first, count: instants.length } }, []);
  const rows = atInstants(instants, first);
  if (request.userSeeds.sqlFor(request.facts.table) === undefined) {
    const columns = await generated(plan);
    return `${insertInto(request.facts, columns)} ${selectRows(columns, rows)}`;
  }
  return likeExisting(request, await generated({ ...plan, isLenient: true }), rows);
}

/** No generated row meets what only the user's SQL does: rows are made like one of those, with all its times moved. */
function likeExisting(
  { facts, partitionKey }: InstantRequest,
  generatedColumns: Awaited<ReturnType<typeof generated>>,
  rows: string,
): string {
  const columns = facts.columns.filter((column) => !column.isGenerated);
  const key = columns.find((column) => column.name === partitionKey);
  const values = columns.map((column) => {
    const own = generatedColumns.values[generatedColumns.names.indexOf(column.name)];
    if (own !== undefined && generatedColumns.unique.has(column.name)) return own;
    const existing = `e.${quoteIdentifier(column.name)}`;
    if (!key || !isTime(column)) return existing;
    const instant = timestampOf('g.instant', key);
    if (column === key) return `(${instant})::${key.type}`;
    return `(${existing} + ((${instant})::timestamp - e.${quoteIdentifier(key.name)}::timestamp))::${column.type}`;
  });
  const names = columns.map((column) => column.name);
  return `${insertInto(facts, { names })} ${selectRows({ names, values }, `${rows} cross join (select * from ${facts.table} limit 1) e`)}`;
}

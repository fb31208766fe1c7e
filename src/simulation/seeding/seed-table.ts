/** Fills a table with generated rows, its parents first; says why where it can't be done. */
import pg, { type Client } from 'pg';
import { finiteSpans } from '../../domain/layout.ts';
import { count } from '../../domain/wording.ts';
import { readLayouts } from '../../postgres/catalog-layout.ts';
import { readTypes } from '../../postgres/type-facts.ts';
import { quoteIdentifier } from '../../postgres/connection.ts';
import { readTableFacts, type TableFacts } from '../../postgres/table-facts.ts';
import {
  type GeneratedColumns,
  generateColumns,
  numberedInstants,
  type RowNumbers,
  type RowPlan,
  selectCandidates,
  selectRows,
} from './generated-rows.ts';
import type { FilledForeignKey } from './foreign-values.ts';
import { isSimple } from './column-value.ts';
import { ROUTE_CHECK, routeCheck } from './routes.ts';
import type { SeedInstants } from './seed-instants.ts';
import { advanceSequences } from './sequences.ts';
import type { UserSeeds } from './user-seeds.ts';
import { queryAsUsersDo } from './users-search-path.ts';

/** Why rows can't be made, in words that name the column or constraint. */
export class SeedFailure extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'SeedFailure';
  }
}

export interface SeedRequest {
  readonly client: Client;
  readonly facts: TableFacts;
  readonly partitionKey: string | undefined;
  readonly identity: readonly string[];
  readonly instants: SeedInstants;
  readonly rows: RowNumbers;
  readonly seed: number;
  readonly userSeeds: UserSeeds;
}

const PARENT_ROWS = 500;
/** Of SQL of the user's, in a table that is judged. */
const LEAST_ROWS = 10;
const SAMPLE_ROWS = 1000;
const MOST_TRIES_A_ROW = 40;
const UNIQUE_VIOLATIONS = new Set(['23505', '23P01']);

/** SQL that reads back what was inserted: the INSERT stands before it as a CTE named `made`. */
export interface ReadBack {
  /** What `made` holds. */
  readonly columns: string;
  /** What follows the CTE: further CTEs, and the SELECT. */
  readonly then: string;
}

export interface Seeded {
  /** What was read back. */
  readonly rows: readonly unknown[];
  /** Columns in which each generated row has a value of its own; empty for rows of the user's. */
  readonly uniqueColumns: ReadonlySet<string>;
}

const NOTHING: Seeded = { rows: [], uniqueColumns: new Set() };

/** @throws SeedFailure where the table's constraints can't be met. */
export async function seedTable(asked: SeedRequest, returning?: ReadBack): Promise<Seeded> {
  const request = { ...asked, facts: withRouteCheck(asked.facts) };
  const { client, facts, rows } = request;
  if (!returning && request.userSeeds.sqlFor(facts.table) !== undefined) {
    await runUserSeed(request, [], LEAST_ROWS);
    return NOTHING;
  }
  if (request.instants.spans.length === 0 || rows.count === 0) return NOTHING;
  const plan = await planRows(request, []);
  const columns = await generated(plan);
  const tries = await triesNeeded(request, columns);
  const from = numberedInstants(
    request.instants,
    { ...rows, tried: Math.ceil(rows.count * tries), withTwins: facts.uniqueKeys.length === 0 },
    request.seed,
  );
  const select =
    tries === 1 ? selectRows(columns, from) : sampled(facts, columns, { from, count: rows.count });
  const inserted = await insert(client, facts, columns, select, returning);
  return { rows: inserted.rows, uniqueColumns: inserted.allTaken ? columns.unique : new Set() };
}

const withRouteCheck = (facts: TableFacts): TableFacts => {
  const check = routeCheck(facts);
  return check ? { ...facts, checks: [...facts.checks, check] } : facts;
};

const tooFew = (left: number, least: number): string =>
  left === 0
    ? 'the SQL for it under seed: leaves no row in it'
    : `the SQL for it under seed: leaves ${count(left, 'row')} in it, and fewer than ${least} say too little`;

/** Parents come first as they do for generated rows, unless that SQL has its own way with them. */
export async function runUserSeed(
  request: SeedRequest,
  children: readonly number[],
  least: number,
): Promise<void> {
  const { facts, userSeeds } = request;
  try {
    await fillParents(request, [...children, facts.oid]);
  } catch (error) {
    if (!(error instanceof SeedFailure)) throw error;
  }
  try {
    const left = await userSeeds.fill(facts.table, least);
    if (left < least) throw new SeedFailure(tooFew(left, least));
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    throw new SeedFailure(`the SQL for it under seed: fails: ${error.message}`, { cause: error });
  }
  await advanceSequences(request.client, facts);
}

/** @throws SeedFailure where a column can't be given a value. */
export async function generated(plan: RowPlan): Promise<GeneratedColumns> {
  try {
    return await generateColumns(plan);
  } catch (error) {
    throw new SeedFailure(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/** @param children tables on the way here, which must not be filled once more. */
export async function planRows(request: SeedRequest, children: readonly number[]): Promise<RowPlan> {
  const { facts, partitionKey, identity, seed } = request;
  const foreignKeys = await fillParents(request, [...children, facts.oid]);
  const withParts = facts.columns.filter((column) => !isSimple(column)).map((column) => column.typeOid);
  const types = await readTypes(request.client, withParts);
  return { facts, partitionKey, identity, foreignKeys, seed, types };
}

/** A foreign key that points back to a table on the way here stays null; where it may not, that is a failure. */
async function fillParents(request: SeedRequest, children: readonly number[]): Promise<FilledForeignKey[]> {
  const filled: FilledForeignKey[] = [];
  for (const key of request.facts.foreignKeys) {
    // A row may refer to itself.
    if (key.parentOid === request.facts.oid) continue;
    if (children.includes(key.parentOid)) {
      const open = request.facts.columns.some((c) => key.columns.includes(c.name) && !c.notNull);
      if (open) continue;
      throw new SeedFailure(
        `foreign key ${key.name} of ${request.facts.table} points back to a table that refers to it, and may not be null`,
      );
    }
    const parent = await readTableFacts(request.client, key.parentOid);
    if (!parent) throw new SeedFailure(`foreign key ${key.name} points at a table that can't be read`);
    const parentRows =
      (await countUpTo(request.client, parent)) || (await fillParent(request, parent, children));
    if (parentRows === 0)
      throw new SeedFailure(`${parent.table}, which ${key.name} points at, could not be filled`);
    filled.push({ key, parent: parent.table });
  }
  return filled;
}

async function fillParent(
  request: SeedRequest,
  parent: TableFacts,
  children: readonly number[],
): Promise<number> {
  if (request.userSeeds.sqlFor(parent.table) !== undefined) {
    await runUserSeed({ ...request, facts: parent }, children, 1);
    return countUpTo(request.client, parent);
  }
  const rows = { first: 1, count: PARENT_ROWS };
  // A parent may be partitioned itself: its rows go where its own partitions are.
  const { judged } = await readLayouts(request.client);
  const layout = judged.find((table) => table.oid === parent.oid)?.layout;
  const child: SeedRequest = {
    ...request,
    facts: withRouteCheck(parent),
    partitionKey: layout?.keyColumn,
    identity: parent.primaryKey.filter((column) => column !== layout?.keyColumn),
    instants: layout ? { spans: finiteSpans(layout), edges: [] } : request.instants,
    rows,
  };
  if (child.instants.spans.length === 0) return 0;
  const columns = await generated(await planRows(child, children));
  const tries = await triesNeeded(child, columns);
  const from = numberedInstants(
    { ...child.instants, edges: [] },
    { ...rows, tried: Math.ceil(rows.count * tries) },
    child.seed,
  );
  const select =
    tries === 1 ? selectRows(columns, from) : sampled(child.facts, columns, { from, count: rows.count });
  await insert(request.client, parent, columns, select);
  return countUpTo(request.client, parent);
}

async function countUpTo(client: Client, table: TableFacts): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    `select pg_catalog.count(*)::integer as n from (select from ${table.table} limit ${PARENT_ROWS}) t`,
  );
  return rows[0]?.n ?? 0;
}

const allChecks = (facts: TableFacts): string =>
  facts.checks.map((check) => `(${check.expression}) is not false`).join(' and ') || 'true';

const sampled = (
  facts: TableFacts,
  columns: GeneratedColumns,
  { from, count }: { from: string; count: number },
): string =>
  `select ${columns.names.map(quoteIdentifier).join(', ')}
     from (${selectCandidates(facts, columns, from)}) as candidate where ${allChecks(facts)} limit ${count}`;

/** How many rows must be tried for one that meets every CHECK; 1 where all of a sample do. */
async function triesNeeded(request: SeedRequest, columns: GeneratedColumns): Promise<number> {
  const { client, facts, instants, rows, seed } = request;
  if (facts.checks.length === 0) return 1;
  const count = Math.min(SAMPLE_ROWS, Math.max(rows.count, 100));
  const sample = selectCandidates(
    facts,
    columns,
    numberedInstants(instants, { first: rows.first, count }, seed),
  );
  const each = facts.checks.map(
    (check, i) => `count(*) filter (where (${check.expression}) is not false)::integer as c${i}`,
  );
  const { rows: result } = await seedQuery(
    client,
    facts,
    `select count(*) filter (where ${allChecks(facts)})::integer as good, ${each.join(', ')} from (${sample}) as candidate`,
  );
  const counts = result[0] as Record<string, number> | undefined;
  const good = counts?.['good'] ?? 0;
  if (good === count) return 1;
  if (good * MOST_TRIES_A_ROW < count) {
    const stopping =
      facts.checks.find((_, i) => (counts?.[`c${i}`] ?? 0) * MOST_TRIES_A_ROW < count) ?? facts.checks[0];
    if (stopping?.name === ROUTE_CHECK)
      throw new SeedFailure(`the partitions of ${facts.table} take none of the generated rows`);
    throw new SeedFailure(
      `CHECK ${stopping?.name ?? ''} of ${facts.table} is met by none of the generated rows: ${stopping?.expression ?? ''}`,
    );
  }
  return Math.min(MOST_TRIES_A_ROW, (count / good) * 1.2 + 0.1);
}

/** Up to the columns' list; identities take what they are given. */
export const insertInto = (facts: TableFacts, { names }: Pick<GeneratedColumns, 'names'>): string =>
  `insert into ${facts.table} (${names.map(quoteIdentifier).join(', ')})${facts.columns.some((c) => c.isIdentity) ? ' overriding system value' : ''}`;

async function insert(
  client: Client,
  facts: TableFacts,
  columns: GeneratedColumns,
  select: string,
  returning?: ReadBack,
): Promise<{ readonly rows: readonly unknown[]; readonly allTaken: boolean }> {
  const statement = (conflict: string): string =>
    returning
      ? `with made as (${insertInto(facts, columns)} ${select} ${conflict} returning ${returning.columns}) ${returning.then}`
      : `${insertInto(facts, columns)} ${select} ${conflict}`;
  try {
    const { rows } = await seedQuery(client, facts, statement(''));
    await advanceSequences(client, facts);
    return { rows, allTaken: true };
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    if (!(cause instanceof pg.DatabaseError) || !UNIQUE_VIOLATIONS.has(cause.code ?? '')) throw error;
    const { rows } = await seedQuery(client, facts, statement('on conflict do nothing'));
    await advanceSequences(client, facts);
    return { rows, allTaken: false };
  }
}

async function seedQuery(client: Client, facts: TableFacts, sql: string): Promise<{ rows: unknown[] }> {
  try {
    return await queryAsUsersDo(client, facts.table, sql);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    const constraint = error.constraint ? ` (constraint ${error.constraint})` : '';
    throw new SeedFailure(
      `the server refuses generated rows for ${facts.table}: ${error.message}${constraint}`,
      { cause: error },
    );
  }
}

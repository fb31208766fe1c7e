/** Seeds the judged tables of a database, and opens a ledger for each. */
import type { Client } from 'pg';
import type { Layout } from '../domain/layout.ts';
import type { Occupancy } from '../domain/scenario.ts';
import { quoteIdentifier } from '../postgres/connection.ts';
import { readLayouts } from '../postgres/catalog-layout.ts';
import { findTable, readTableFacts, type TableFacts } from '../postgres/table-facts.ts';
import { type JudgedTable, layoutByName } from './judged-table.ts';
import {
  addSums,
  countByPartition,
  countsOf,
  ledgerValue,
  openLedger,
  OWN_SCHEMA,
  PARTITION_COLUMN,
  type RowSum,
  type SeededTable,
  sumByPartition,
  sumsOf,
  type SumRow,
  withRows,
} from './ledger.ts';
import { rowHash } from '../postgres/row-hash.ts';
import { noteAttributes } from './observe-attributes.ts';
import type { RunContext } from './run-context.ts';
import { futureInstants, type SeedInstants, seedInstants } from './seeding/seed-instants.ts';
import { withLaterConstraints } from './seeding/later-constraints.ts';
import { SeedFailure, seedTable } from './seeding/seed-table.ts';
import { NO_USER_SEEDS, userSeeds } from './seeding/user-seeds.ts';
import type { ThrowawayDatabase } from './throwaway-database.ts';

/** The primary key without the partition column, unless the configuration names a key. */
export function identityOf(
  facts: TableFacts,
  key: readonly string[] | undefined,
  partitionKey: string | undefined,
): readonly string[] {
  if (key) return key;
  const candidate = facts.primaryKey.length > 0 ? facts.primaryKey : (facts.uniqueKeys[0] ?? []);
  const rest = candidate.filter((column) => column !== partitionKey);
  return rest.length > 0 ? rest : candidate;
}

interface Seedable {
  readonly judged: JudgedTable;
  readonly facts: TableFacts;
  readonly layout: Layout | undefined;
  readonly keyColumn: string;
}

/** Seeds each judged table that is there and not seeded yet; where one can't be, the database keeps the reason. */
export async function seedTables(
  context: RunContext,
  database: ThrowawayDatabase,
  occupancy: Occupancy,
): Promise<void> {
  for (const seedable of inOrderOfReference(await seedableTables(context, database))) {
    const { judged, layout } = seedable;
    const window = { layout, headLayout: judged.headLayout, range: judged.range, now: context.now };
    const instants = seedInstants(window, occupancy);
    if (instants.spans.length === 0) continue;
    await noteFailure(context, database, judged, async () => {
      const seeded = await seedOne(context, database, seedable, instants);
      database.seeded = [...database.seeded, seeded];
    });
  }
  await noteAttributes(database);
}

/** Rows that can't be made are no fault of the migration: what they would have shown stays unjudged. */
async function noteFailure(
  context: RunContext,
  database: ThrowawayDatabase,
  { table }: JudgedTable,
  seed: () => Promise<void>,
): Promise<void> {
  try {
    await seed();
    const failures = new Map(database.seedFailures);
    failures.delete(table);
    database.seedFailures = failures;
  } catch (error) {
    if (!(error instanceof SeedFailure)) throw error;
    const { sqlFor } = userSeeds(context, database);
    const hint =
      sqlFor(table) === undefined ? '. SQL of your own under seed: in the configuration can fill it' : '';
    database.seedFailures = new Map([...database.seedFailures, [table, `${error.message}${hint}`]]);
  }
}

async function seedOne(
  context: RunContext,
  database: ThrowawayDatabase,
  { judged, facts, layout, keyColumn }: Seedable,
  instants: SeedInstants,
): Promise<SeededTable> {
  const { observer } = database;
  const identity = identityOf(facts, judged.key, keyColumn);
  const { uniqueColumns } = await seedTable({
    client: observer,
    facts: await factsOfRows(context, observer, judged, facts),
    partitionKey: keyColumn,
    identity,
    instants,
    rows: { first: 1, count: shareOfRows(context, judged) },
    seed: context.seed,
    userSeeds: userSeeds(context, database),
  });
  const sums = await sumByPartition(observer, facts.table, facts.columns);
  const total = addSums([...sums.values()]);
  if (total.count === 0) {
    throw new SeedFailure(`rows are inserted into ${facts.table} without an error, and none is stored`);
  }
  const ledger = `${OWN_SCHEMA}.ledger_${context.tables.indexOf(judged)}`;
  await openLedger(observer, ledger, facts);
  return {
    judged,
    oid: facts.oid,
    columns: facts.columns,
    key: identity.some((column) => uniqueColumns.has(column))
      ? identity
      : await distinctKey(observer, ledger, facts, identity),
    keyColumn,
    ledger,
    total,
    layout: layout && withRows(layout, countsOf(sums)),
  };
}

/** What rows are made by: what the table asks for now and later, and what the migrations look for in it. */
async function factsOfRows(
  { mentioned }: RunContext,
  client: Client,
  { headFacts }: JudgedTable,
  facts: TableFacts,
): Promise<TableFacts> {
  const known = headFacts ? await withLaterConstraints(client, facts, headFacts) : facts;
  const columns = known.columns.map((column) => ({ ...column, mentioned: mentioned.get(column.name) ?? [] }));
  return { ...known, columns };
}

async function seedableTables(
  context: RunContext,
  { observer, seeded }: ThrowawayDatabase,
): Promise<Seedable[]> {
  const layouts = await readLayouts(observer);
  const open: Seedable[] = [];
  for (const judged of context.tables) {
    if (seeded.some((s) => s.judged === judged)) continue;
    const oid = await findTable(observer, judged.name);
    const facts = oid === undefined ? undefined : await readTableFacts(observer, oid);
    const layout = layoutByName(layouts, judged.name);
    const keyColumn = layout?.keyColumn ?? judged.headLayout?.keyColumn ?? firstTimeColumn(facts);
    if (facts && keyColumn !== undefined && facts.columns.some((c) => c.name === keyColumn)) {
      open.push({ judged, facts, layout, keyColumn });
    }
  }
  return open;
}

const TIME_TYPES = ['date', 'timestamp without time zone', 'timestamp with time zone'];

const firstTimeColumn = (facts: TableFacts | undefined): string | undefined =>
  facts?.columns.find((c) => TIME_TYPES.includes(c.baseType))?.name;

/** A table after those that it refers to. */
const inOrderOfReference = (tables: readonly Seedable[]): Seedable[] => {
  const refersTo = (a: Seedable, b: Seedable): boolean =>
    a.facts.foreignKeys.some((key) => key.parentOid === b.facts.oid);
  const ordered: Seedable[] = [];
  const rest = [...tables];
  while (rest.length > 0) {
    const next = rest.findIndex((a) => !rest.some((b) => b !== a && refersTo(a, b)));
    ordered.push(...rest.splice(Math.max(next, 0), 1));
  }
  return ordered;
};

function shareOfRows({ rows, tables }: RunContext, judged: JudgedTable): number {
  const share = Math.floor(rows / tables.length);
  return tables[0] === judged ? rows - share * (tables.length - 1) : share;
}

/** Where rows share the key, the whole primary key tells them apart; without one, all of their values do. */
async function distinctKey(
  client: Client,
  ledger: string,
  facts: TableFacts,
  identity: readonly string[],
): Promise<readonly string[]> {
  if (identity.length === 0) return [];
  const columns = identity.map((column) => `l.${quoteIdentifier(column)}`).join(', ');
  const { rowCount } = await client.query(
    `select from ${ledger} l group by ${columns} having pg_catalog.count(*) > 1 limit 1`,
  );
  return rowCount === 0 ? identity : facts.primaryKey;
}

/** Rows added to every partition of the future, at its edges and between; kept in the ledgers too. */
export async function bookAhead(context: RunContext, database: ThrowawayDatabase): Promise<void> {
  const layouts = await readLayouts(database.observer);
  const seeded: SeededTable[] = [];
  for (const table of database.seeded) {
    const layout = layoutByName(layouts, table.judged.name);
    const facts = layout && (await readTableFacts(database.observer, table.oid));
    if (!layout || !facts) {
      seeded.push(table);
      continue;
    }
    const counts = new Map(await countByPartition(database.observer, facts.table));
    const made = new Map<number, RowSum>();
    await noteFailure(context, database, table.judged, async () => {
      const instants = futureInstants(layout, context.now);
      if (instants.spans.length === 0) return;
      const sums = await insertAhead(context, database.observer, { table, facts, instants });
      for (const [oid, sum] of sums) made.set(oid, sum);
    });
    for (const [oid, { count }] of made) counts.set(oid, (counts.get(oid) ?? 0) + count);
    seeded.push({
      ...table,
      total: addSums([table.total, ...made.values()]),
      layout: withRows(layout, counts),
    });
  }
  database.seeded = seeded;
}

/** Row numbers beyond those of seeds. */
const FIRST_AHEAD = 20_000_001;

async function insertAhead(
  context: RunContext,
  client: Client,
  { table, facts, instants }: { table: SeededTable; facts: TableFacts; instants: SeedInstants },
): Promise<ReadonlyMap<number, RowSum>> {
  const names = facts.columns.map((c) => quoteIdentifier(c.name));
  const { rows } = await seedTable(
    {
      client,
      facts: await factsOfRows(context, client, table.judged, facts),
      partitionKey: table.keyColumn,
      identity: table.key,
      instants,
      rows: {
        first: FIRST_AHEAD,
        count: Math.max(instants.edges.length, Math.min(1000, instants.spans.length * 20)),
      },
      seed: context.seed,
      userSeeds: NO_USER_SEEDS,
    },
    {
      columns: `tableoid as ${PARTITION_COLUMN}, ${names.join(', ')}`,
      then: `, kept as (insert into ${table.ledger} (${PARTITION_COLUMN}, ${names.join(', ')})
                   select m.${PARTITION_COLUMN}, ${facts.columns.map((c) => ledgerValue(c, 'm')).join(', ')} from made m)
             select m.${PARTITION_COLUMN} as partition, pg_catalog.count(*) as count,
                    pg_catalog.sum(${rowHash(table.columns, 'm')}) as sum
               from made m group by 1`,
    },
  );
  return sumsOf(rows as SumRow[]);
}

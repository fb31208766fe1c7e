/** Seeds a table of a playground, as the simulation seeds a judged one: half a year of rows, its edges included. */
import { seedTable, type SeedRequest } from '../../../src/simulation/seeding/seed-table.ts';
import { userSeeds } from '../../../src/simulation/seeding/user-seeds.ts';
import { at } from '../../support/histories.ts';
import type { Playground } from '../../support/playground.ts';

const SPAN = { lower: at('2026-01-01'), upper: at('2026-07-01') };
const EDGES = [at('2026-01-01'), at('2026-06-30T23:59:59.999999Z'), at('2026-02-28T12:00:00Z')];
/** How many rows are asked for. */
export const ROWS = 300;

/** What is asked for beyond that. */
export interface Asked {
  readonly partitionKey?: string | undefined;
  readonly identity?: readonly string[];
  readonly over?: Partial<SeedRequest>;
  readonly seedSql?: ReadonlyMap<string, string>;
}

/** @returns the columns in which each row has a value of its own. */
export async function seed(
  { context, database, observer, facts }: Playground,
  table: string,
  { partitionKey = 'starts', identity = ['id'], over = {}, seedSql = new Map() }: Asked = {},
): Promise<ReadonlySet<string>> {
  const { uniqueColumns } = await seedTable({
    client: observer,
    facts: await facts(table),
    partitionKey,
    identity,
    instants: { spans: [SPAN], edges: EDGES },
    rows: { first: 1, count: ROWS },
    seed: 1,
    userSeeds: userSeeds({ ...context, seedSql }, database),
    ...over,
  });
  return uniqueColumns;
}

/** Seeds the table `t` of a schema and hands on what it counts. */

/** A table keyed by its number and its start. */
export const t = (columns: string, name = 't'): string =>
  `create table ${name} (id bigint not null, starts timestamptz not null, ${columns}, primary key (id, starts))`;

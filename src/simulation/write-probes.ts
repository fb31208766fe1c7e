/** Tries an insert at chosen instants, and takes each back. */
import pg, { type Client } from 'pg';
import type { SqlFailure, WriteProbe, WriteProbes } from '../domain/history.ts';
import type { Instant } from '../domain/instant.ts';
import { finiteSpans, keyStep, type Layout, maintainedWindow } from '../domain/layout.ts';
import type { Span } from '../domain/range.ts';
import { readTableFacts } from '../postgres/table-facts.ts';
import { identityOf } from './seed-tables.ts';
import { seedInstants } from './seeding/seed-instants.ts';
import { insertAtInstants, prepareInserts } from './seeding/instant-inserts.ts';
import { SeedFailure } from './seeding/seed-table.ts';
import type { UserSeeds } from './seeding/user-seeds.ts';
import { queryAsUsersDo } from './seeding/users-search-path.ts';
import { sqlFailureOf } from '../postgres/sql-failure.ts';

export interface ProbeRequest {
  readonly client: Client;
  readonly oid: number;
  readonly before: Layout | undefined;
  readonly after: Layout;
  readonly now: Instant;
  readonly seed: number;
  readonly userSeeds: UserSeeds;
  readonly key: readonly string[] | undefined;
}

/** Row numbers that no seeded row has. */
const FIRST_PROBE = 40_000_001;
const MOST_INSTANTS = 20_000;

/** Each bound before and after the change and what lies in the middle between two, also of partitions within partitions, one step either side of it, and the seeds' edge instants; in the window. */
export async function probeWrites(request: ProbeRequest): Promise<WriteProbes> {
  const instants = instantsToTry(request);
  if (instants.length === 0) return { kind: 'tried', probes: [] };
  const facts = await readTableFacts(request.client, request.oid);
  if (!facts) return { kind: 'not-tried', reason: 'the table is gone' };
  const plan = {
    ...request,
    facts,
    partitionKey: request.after.keyColumn,
    identity: identityOf(facts, request.key, request.after.keyColumn),
    instants: { spans: finiteSpans(request.after), edges: [] },
  };
  const insert = (some: readonly Instant[], first: number): Promise<string> =>
    insertAtInstants(plan, some, first);
  try {
    await prepareInserts(plan);
    await request.client.query('begin');
    const inserts = { client: request.client, table: facts.table, insert };
    return { kind: 'tried', probes: await tryAll(inserts, request.after.keyColumn, instants) };
  } catch (error) {
    if (error instanceof SeedFailure) return { kind: 'not-tried', reason: error.message };
    throw error;
  } finally {
    await request.client.query('rollback');
  }
}

function instantsToTry({ before, after, now }: ProbeRequest): Instant[] {
  const window = maintainedWindow(before, after);
  if (!window) return [];
  const step = keyStep(after.keyType);
  const bounds = [before, after].flatMap((layout) =>
    layout
      ? [
          ...finiteSpans(layout).flatMap((s) => [s.lower, middleOf(s, step), s.upper]),
          ...layout.partitions.flatMap((p) => p.innerBounds ?? []),
        ]
      : [],
  );
  const around = bounds.flatMap((bound) => [bound - step, bound, bound + step]);
  const edges = [before, after].flatMap((layout) =>
    layout
      ? seedInstants({ layout, headLayout: undefined, range: undefined, now }, 'every-partition').edges
      : [],
  );
  return [...new Set([...around, ...edges])]
    .filter((at) => at >= window.lower && at < window.upper)
    .sort((a, b) => (a < b ? -1 : 1))
    .slice(0, MOST_INSTANTS);
}

const middleOf = ({ lower, upper }: Span, step: bigint): Instant =>
  lower + ((upper - lower) / 2n / step) * step;

interface Inserts {
  readonly client: Client;
  readonly table: string;
  /** SQL of one insert. @param first row number of the first. */
  readonly insert: (instants: readonly Instant[], first: number) => Promise<string>;
}

/** All at once where that goes in; otherwise one by one, to find which does not. */
async function tryAll(
  inserts: Inserts,
  keyColumn: string,
  instants: readonly Instant[],
): Promise<WriteProbe[]> {
  const { client, insert } = inserts;
  const all = await insert(instants, FIRST_PROBE);
  if ((await tryInsert(inserts, all, instants.length)) === undefined)
    return instants.map((at) => ({ at, kind: 'accepted' }));
  const probes: WriteProbe[] = [];
  for (const [i, at] of instants.entries()) {
    const error = await tryInsert(inserts, await insert([at], FIRST_PROBE + i), 1);
    if (error === undefined) probes.push({ at, kind: 'accepted' });
    else if (findsNoPartition(error)) probes.push({ at, kind: 'no-partition' });
    else {
      const isShutOut = error instanceof NotStored || (await forbidsInstants(client, error, keyColumn));
      probes.push({ at, kind: isShutOut ? 'shut-out' : 'refused', failure: failureOf(error) });
    }
  }
  return probes;
}

/** Whether what refused the row is a check that reads the partition column and no other. */
async function forbidsInstants(client: Client, error: unknown, keyColumn: string): Promise<boolean> {
  if (!(error instanceof pg.DatabaseError) || error.code !== CHECK_VIOLATION) return false;
  const { rowCount } = await client.query(
    `select from pg_catalog.pg_constraint c
       join pg_catalog.pg_class t on t.oid = c.conrelid
       join pg_catalog.pg_namespace n on n.oid = t.relnamespace
      where c.contype = 'c' and c.conname = $1 and t.relname = $2 and n.nspname = $3
        and c.conkey <@ array(
          select a.attnum from pg_catalog.pg_attribute a where a.attrelid = t.oid and a.attname = $4)`,
    [error.constraint, error.table, error.schema, keyColumn],
  );
  return (rowCount ?? 0) > 0;
}

/** An insert that ends well and leaves no row: a trigger or a rule has turned it away. */
class NotStored extends Error {}

/** @returns what was wrong, or undefined where every row went in. */
async function tryInsert({ client, table }: Inserts, sql: string, rows: number): Promise<unknown> {
  await client.query('savepoint attempt');
  try {
    const { rowCount } = await queryAsUsersDo(client, table, sql);
    await client.query('rollback to savepoint attempt');
    return rowCount === rows ? undefined : new NotStored();
  } catch (error) {
    await client.query('rollback to savepoint attempt');
    return error;
  }
}

const failureOf = (error: unknown): SqlFailure =>
  error instanceof NotStored
    ? { sqlstate: '00000', message: 'the insert ended without an error, and stored no row' }
    : sqlFailureOf(error);

const CHECK_VIOLATION = '23514';

/** "No partition of relation found for row" has the code of a violated CHECK, and names no constraint. */
const findsNoPartition = (error: unknown): boolean =>
  error instanceof pg.DatabaseError &&
  error.code === CHECK_VIOLATION &&
  error.constraint === undefined &&
  error.routine === 'ExecFindPartition';

/** Runs a piece of work between two accounts of the rows of the tables that it could reach, all in one transaction. */
import type pg from 'pg';
import type { TableProof, VerifyMode } from '../../domain/deployment.ts';
import {
  type ComparedBy,
  comparedBy,
  findDifferences,
  keepRows,
  type RowDifference,
  tellDifference,
} from './row-differences.ts';
import { findHoldersNow, type HoldersNow, resolveSuccessors } from './holders-now.ts';
import { pinForGood, pinned } from './pinned.ts';
import type { ProofSettings, ProvenTable } from './proven-table.ts';
import { isEqual, sumRows } from './row-sums.ts';
import { isWaived } from './waived.ts';

export interface ProofRequest {
  readonly client: pg.Client;
  readonly settings: ProofSettings;
  readonly tables: readonly ProvenTable[];
  readonly mode: VerifyMode;
  /** What is proven; run twice where rows differ, the first time being rolled back. */
  readonly work: () => Promise<void>;
  /** What belongs to it and is no one's own work: run after it, as the role that logged in, with nothing of a file's set. */
  readonly record: () => Promise<void>;
}

interface Before {
  readonly table: ProvenTable;
  readonly successors: readonly number[];
  readonly count: TableProof['before'];
}

interface After {
  readonly was: Before;
  readonly now: HoldersNow;
  readonly count: TableProof['after'];
}

/**
 * The transaction is left open, whatever comes out: whoever opened it commits where every verdict is good.
 * The tables stand still for writers from here to its end.
 */
export async function prove(request: ProofRequest): Promise<readonly TableProof[]> {
  const { client, tables, mode } = request;
  await lockTables(client, tables);
  const before: Before[] = [];
  for (const table of tables) {
    const successors = await resolveSuccessors(client, table);
    const count = await pinned(client, () => countBefore(client, table, successors, mode));
    before.push({ table, successors, count });
  }
  await client.query('savepoint partition_guard_before');
  const after = await runAndCount(request, before);
  const differing = after.filter((a) => !isSame(a));
  if (differing.length === 0) return after.map((a) => proofOf(a, mode, []));
  const found = await lookCloser(request, differing);
  return after.map((a) => {
    const closer = found.find(({ table }) => table === a.was.table.table);
    return closer ?? proofOf(a, mode, []);
  });
}

/** Parents come before their partitions by themselves: LOCK TABLE goes down from the parent. */
async function lockTables(client: pg.Client, tables: readonly ProvenTable[]): Promise<void> {
  for (const { table } of tables) {
    await client.query(`lock table ${table} in share row exclusive mode`);
  }
}

async function countBefore(
  client: pg.Client,
  table: ProvenTable,
  successors: readonly number[],
  mode: VerifyMode,
): Promise<TableProof['before']> {
  const now = await findHoldersNow(client, table, successors);
  return sumRows(client, heldIn(now, mode));
}

/** What there is to read, with each holder's own names of the columns that are compared. */
const heldIn = (now: HoldersNow, mode: VerifyMode) =>
  now.holders.map(({ table }, i) => ({
    table,
    columns: mode === 'count' ? undefined : now.compared.flatMap((column) => column.now[i] ?? []),
  }));

async function runAndCount(request: ProofRequest, before: readonly Before[]): Promise<After[]> {
  const { client, mode } = request;
  await request.work();
  // Looked up as the file leaves it: a successor may be on the search path that it set.
  const successors: number[][] = [];
  for (const { table } of before) successors.push(await resolveSuccessors(client, table));
  // What waits for the end may change rows, too: it has to speak before they are counted, under what the file has set.
  await client.query('set constraints all immediate');
  await pinForGood(client);
  await request.record();
  const after: After[] = [];
  for (const [i, was] of before.entries()) {
    const now = await findHoldersNow(client, was.table, successors[i] ?? []);
    if (!(await isStillJudged(client, was.table, now))) continue;
    after.push({ was, now, count: await sumRows(client, heldIn(now, mode)) });
  }
  return after;
}

/** A plain table that nobody named counts only once it has become a partitioned one. */
async function isStillJudged(client: pg.Client, table: ProvenTable, now: HoldersNow): Promise<boolean> {
  if (table.isJudged) return true;
  const { rowCount } = await client.query(
    'select from pg_catalog.pg_partitioned_table p where p.partrelid = any ($1::oid[])',
    [now.holders.map(({ oid }) => oid)],
  );
  return (rowCount ?? 0) > 0;
}

/** Sums of other columns can't be compared: where some are gone, the rows themselves are. */
const isSame = ({ was, now, count }: After): boolean =>
  now.passedOver.length === 0 && isEqual(was.count, count);

const proofOf = (
  { was, now, count }: After,
  mode: VerifyMode,
  differences: readonly RowDifference[],
  verdict: TableProof['verdict'] = 'equal',
): TableProof => ({
  table: was.table.table,
  mode: mode === 'count' || now.compared.length === 0 ? 'count' : 'checksum',
  before: was.count,
  after: count,
  verdict,
  differences: differences.map((d) => tellDifference(d, was.table.key)),
  passedOver: now.passedOver,
});

/**
 * Takes the work back, keeps the rows aside, and does it again: then each row that differs is known by its key. What
 * stands in the end is the second run, and it is the one that is judged.
 */
async function lookCloser(request: ProofRequest, differing: readonly After[]): Promise<TableProof[]> {
  const { client, mode, settings } = request;
  await client.query('rollback to savepoint partition_guard_before');
  const kept: { readonly first: After; readonly by: ComparedBy }[] = [];
  await pinned(client, async () => {
    for (const [n, first] of differing.entries()) {
      const by = comparedBy(first.was.table, first.now);
      if (by.key.length + by.rest.length > 0)
        await keepRows(client, await heldBefore(client, first.was), by, n);
      kept.push({ first, by });
    }
  });
  const again = await runAndCount(
    request,
    differing.map(({ was }) => was),
  );
  const proofs: TableProof[] = [];
  for (const [n, { first, by }] of kept.entries()) {
    const now = again.find(({ was }) => was === first.was) ?? first;
    const isComparable =
      by.key.length + by.rest.length > 0 && now.now.passedOver.join() === first.now.passedOver.join();
    const differences = isComparable ? await findDifferences(client, by, now.now, n) : byCount(now);
    const bad = differences.filter(({ kind }) => kind !== 'added');
    const isGood = bad.every(({ kind }) => isWaived(settings, first.was.table, kind));
    proofs.push(proofOf(now, mode, differences, bad.length === 0 ? 'equal' : isGood ? 'waived' : 'differs'));
  }
  return proofs;
}

/** Where the rows are before the work: as they were counted. */
const heldBefore = (client: pg.Client, { table, successors }: Before): Promise<HoldersNow> =>
  findHoldersNow(client, table, successors);

/** Where no column is left to compare: only how many there are. */
function byCount({ was, count }: After): RowDifference[] {
  const more = count.rows - was.count.rows;
  if (more === 0) return [];
  return [{ kind: more > 0 ? 'doubled' : 'lost', rows: Math.abs(more), keys: [] }];
}

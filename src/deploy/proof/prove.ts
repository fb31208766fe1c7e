/** Runs a piece of work between two accounts of the rows of the tables that it could reach, all in one transaction. */
import type pg from 'pg';
import type { TableProof, VerifyMode } from '../../domain/deployment.ts';
import { count } from '../../domain/wording.ts';
import { NotApplied } from '../apply/not-applied.ts';
import {
  type ComparedBy,
  comparedBy,
  findDifferences,
  keepRows,
  type RowDifference,
  tellDifference,
} from './row-differences.ts';
import { findHoldersNow, type HoldersNow, resolveSuccessors } from './holders-now.ts';
import { requireNothingLeftForCommit, settleDeferred } from './left-for-commit.ts';
import { pinForGood, pinned } from './pinned.ts';
import { type ProofSettings, type ProvenTable, readProvenTables } from './proven-table.ts';
import { isEqual, sumRows } from './row-sums.ts';
import { readStanding, resolveConfigured, type Touched, touchedBetween } from './untouched.ts';
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
 * The tables stand still for writers from here to its end. Every other partitioned table has to be shown untouched
 * afterwards; where one is not, the work is taken back, and done again with the proof of them all.
 * @throws NotApplied where a table that this role can't prove was touched.
 */
export async function prove(request: ProofRequest): Promise<readonly TableProof[]> {
  const { client, settings } = request;
  const configured = await resolveConfigured(client, settings.tables);
  await client.query('savepoint partition_guard_begin');
  const before = await pinned(client, () => readStanding(client, configured));
  const look = async (tables: readonly ProvenTable[], isLast: boolean): Promise<Touched> =>
    touchedBetween(before, await readStanding(client, configured), tables, isLast);
  const proofs = await proveTables(request);
  if (proofs.some(isBad)) return proofs;
  const touched = await look(request.tables, false);
  if (touched.tables.length === 0) return proofs;
  await client.query('rollback to savepoint partition_guard_begin');
  const tables = await allTables(request, touched);
  const again = await proveTables({ ...request, tables });
  if (again.some(isBad)) return again;
  const left = await look(tables, true);
  if (left.tables.length === 0) return again;
  throw new NotApplied({
    message: `${left.tables.join(', ')} was reached, and its rows can not be proven by this role`,
    hint: 'grant this role SELECT, UPDATE, DELETE and TRUNCATE on it, and apply again: nothing was changed',
    statement: 'the proof of the rows',
  });
}

const isBad = ({ verdict }: TableProof): boolean => verdict === 'differs';

/** All that can be proven now, what was taken along before, and what the work has made partitioned. */
async function allTables(
  { client, settings, tables }: ProofRequest,
  { converted }: Touched,
): Promise<readonly ProvenTable[]> {
  const known = new Set(tables.map(({ oid }) => oid));
  const all = await readProvenTables(client, settings, ({ oid }) => known.has(oid) || converted.has(oid));
  return all.map((table) => (converted.has(table.oid) ? { ...table, isJudged: true } : table));
}

async function proveTables(request: ProofRequest): Promise<readonly TableProof[]> {
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
  return after.every(isSame) ? after.map((a) => proofOf(a, mode, [])) : lookCloser(request, before, after);
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
  await requireNothingLeftForCommit(client);
  // Looked up as the file leaves it: a successor may be on the search path that it set.
  const successors: number[][] = [];
  for (const { table } of before) successors.push(await resolveSuccessors(client, table));
  // What waits for the end may change rows, too: it has to speak before they are counted, under what the file has set.
  await client.query('set constraints all immediate');
  await pinForGood(client);
  await request.record();
  await settleDeferred(client);
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

/** Sums of other columns, or of other types, can't be compared: the rows themselves are. */
const isSummed = ({ now }: After): boolean =>
  now.passedOver.length === 0 && now.compared.every(({ common }) => common === 'as-is');

const isSame = (after: After): boolean => isSummed(after) && isEqual(after.was.count, after.count);

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
  verdict: verdict === 'equal' && now.passedOver.length > now.dropped.length ? 'equal-in-part' : verdict,
  differences: differences.map((d) => tellDifference(d, was.table.key)),
  passedOver: now.passedOver,
  dropped: now.dropped,
});

/**
 * Takes the work back, keeps the rows aside, and does it again: then each row that differs is known by its key. What
 * stands in the end is the second run: every table is judged on it, and one that comes to something else than in the
 * first run is good for nothing.
 */
async function lookCloser(
  request: ProofRequest,
  before: readonly Before[],
  first: readonly After[],
): Promise<TableProof[]> {
  const { client, mode } = request;
  await client.query('rollback to savepoint partition_guard_before');
  const kept: { readonly one: After; readonly by: ComparedBy }[] = [];
  await pinned(client, async () => {
    for (const one of first.filter((a) => !isSame(a))) {
      const by = comparedBy(one.was.table, one.now);
      if (by.key.length + by.rest.length > 0)
        await keepRows(client, await heldBefore(client, one.was), by, kept.length);
      kept.push({ one, by });
    }
  });
  const again = await runAndCount(request, before);
  const proofs = again
    .filter(({ was }) => !first.some((one) => one.was === was))
    .map((a) => unsteady(a, a, mode));
  for (const one of first) {
    const now = again.find(({ was }) => was === one.was);
    const n = kept.findIndex((k) => k.one === one);
    const by = kept[n]?.by;
    if (!now || !isReproduced(one, now)) proofs.push(unsteady(one, now ?? one, mode));
    else proofs.push(by ? await judged(request, now, by, n) : proofOf(now, mode, []));
  }
  return proofs;
}

/** As far as sums can tell: ids of a sequence are others each time, and added rows with them. */
const isReproduced = (first: After, again: After): boolean =>
  first.count.rows === again.count.rows &&
  first.now.passedOver.join() === again.now.passedOver.join() &&
  isSame(first) === isSame(again);

const unsteady = (first: After, again: After, mode: VerifyMode): TableProof => ({
  ...proofOf(again, mode, [], 'differs'),
  differences: [
    first.count.rows === again.count.rows
      ? 'it differs from run to run'
      : `it differs from run to run: ${count(first.count.rows, 'row')} after the first, ${again.count.rows} after the second`,
  ],
});

async function judged(
  { client, settings, mode }: ProofRequest,
  now: After,
  by: ComparedBy,
  n: number,
): Promise<TableProof> {
  const isComparable = by.key.length + by.rest.length > 0;
  const differences = isComparable ? await findDifferences(client, by, now.now, n) : byCount(now);
  // Sums that differ without a row that does: what was summed and what is kept aside are not of the same rows.
  if (differences.length === 0 && isSummed(now)) return unsteady(now, now, mode);
  const bad = differences.filter(({ kind }) => kind !== 'added');
  const isGood = bad.every(({ kind }) => isWaived(settings, now.was.table, kind));
  return proofOf(now, mode, differences, bad.length === 0 ? 'equal' : isGood ? 'waived' : 'differs');
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

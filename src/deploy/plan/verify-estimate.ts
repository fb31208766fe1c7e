/** How long proving the rows will take, measured on a few of the target's own rows. */
import type { VerifyEstimate, VerifyMode } from '../../domain/deployment.ts';
import { rowHash } from '../../postgres/row-hash.ts';
import { readTableFacts } from '../../postgres/table-facts.ts';
import type { Reading } from './reading.ts';
import type { Relation } from './relations.ts';
import type { TargetState } from './target-state.ts';
import { stepsOf, type ToProve } from './to-prove.ts';

export interface EstimateRequest {
  readonly mode: VerifyMode;
  readonly state: TargetState;
  readonly toProve: ToProve;
  readonly calls: readonly string[];
}

export interface Estimates {
  readonly chosen: VerifyEstimate;
  readonly all: readonly VerifyEstimate[];
  readonly notes: readonly string[];
}

const MODES: readonly VerifyMode[] = ['full', 'touched', 'count'];

/** Of each mode, with the tables that it proves: each step proves its own, before and after. */
export async function estimates(
  read: Reading,
  { mode, state, toProve, calls }: EstimateRequest,
): Promise<Estimates> {
  const relations = new Map(state.tables.map(({ relation }) => [relation.oid, relation]));
  const of = (one: VerifyMode): Relation[][] =>
    stepsOf(toProve, one, calls).map((tables) => tables.flatMap(({ oid }) => relations.get(oid) ?? []));
  const { rate, notes } = await measureRate(read, once(of('full')));
  const estimate = (one: VerifyMode): VerifyEstimate => verifyEstimate(one, of(one), rate);
  return { chosen: estimate(mode), all: MODES.map(estimate), notes };
}

/** Each table once, by name. */
const once = (steps: readonly (readonly Relation[])[]): Relation[] =>
  [...new Map(steps.flat().map((relation) => [relation.oid, relation])).values()].sort((a, b) =>
    a.table < b.table ? -1 : 1,
  );

/** Rows a millisecond. */
interface VerifyRate {
  readonly counted: number;
  readonly hashed: number;
}

interface MeasuredRate {
  readonly rate?: VerifyRate;
  readonly notes: readonly string[];
}

const SAMPLE = 30_000;
const INSUFFICIENT_PRIVILEGE = '42501';

/** @param tables that are to be proven; the largest that has an estimate is sampled. */
async function measureRate(read: Reading, tables: readonly Relation[]): Promise<MeasuredRate> {
  const [largest] = [...tables].sort((a, b) => (b.rows ?? 0) - (a.rows ?? 0));
  if (!largest || (largest.rows ?? 0) === 0) return { notes: [] };
  const notes: string[] = [];
  const rate = await read.attempt(
    () => sample(read, largest),
    (sqlstate) => {
      notes.push(
        sqlstate === INSUFFICIENT_PRIVILEGE
          ? `How long the proof takes is not estimated: this role may not read ${largest.table}. GRANT SELECT on it, or pg_read_all_data, would let it.`
          : `How long the proof takes is not estimated: a sample of ${largest.table} could not be read (SQLSTATE ${sqlstate}).`,
      );
    },
  );
  return { ...(rate ? { rate } : {}), notes };
}

interface Leaf {
  readonly oid: number;
  readonly table: string;
  readonly rows: number;
}

const LARGEST_LEAF = `
  select c.oid, c.oid::regclass::text as table, greatest(c.reltuples, 0)::float8 as rows
    from (select $1::oid as oid union select tree.relid::oid from pg_catalog.pg_partition_tree($1::oid) tree where tree.isleaf) leaf
    join pg_catalog.pg_class c on c.oid = leaf.oid and c.relkind = 'r'
   order by c.reltuples desc limit 1`;

interface Explained {
  readonly 'QUERY PLAN': readonly [{ readonly 'Execution Time': number; readonly Plan: PlanNode }];
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Actual Rows': number;
  readonly 'Workers Planned'?: number;
  readonly Plans?: readonly PlanNode[];
}

/** The server's own time: the way there and back is not in it. */
async function sample(read: Reading, { oid, table }: Relation): Promise<VerifyRate | undefined> {
  const { client } = read;
  const { rows: leaves } = await client.query<Leaf>(LARGEST_LEAF, [oid]);
  const [leaf] = leaves;
  if (!leaf) return undefined;
  const facts = await readTableFacts(client, leaf.oid);
  if (!facts) return undefined;
  // As many pages as hold the sample, if rows lie evenly; at least something of a small table.
  const percent = Math.min(100, Math.max(0.001, (100 * SAMPLE * 1.2) / Math.max(1, leaf.rows)));
  const from = `from ${leaf.table} t tablesample system (${percent.toFixed(4)})`;
  const hash = rowHash(facts.columns, 't');
  const counted = await timed(read, `select 1 ${from} limit ${SAMPLE}`);
  const hashed = await timed(read, `select ${hash} as hash ${from} limit ${SAMPLE}`, 'hash');
  if (counted === undefined || hashed === undefined) return undefined;
  return {
    counted: counted * (await parallelism(read, `select pg_catalog.count(*) from ${table}`)),
    hashed:
      hashed *
      (await parallelism(read, `select pg_catalog.count(*), pg_catalog.sum(${hash}) from ${table} t`)),
  };
}

/** On a server that is at work anyway: less than on an idle one, since too short an estimate is the worse one. */
const GAIN_OF_A_WORKER = 0.4;

/** How many times faster the server would be by workers of its own, by its own plan for the whole table. */
async function parallelism({ client }: Reading, query: string): Promise<number> {
  const { rows } = await client.query<{ readonly 'QUERY PLAN': readonly [{ readonly Plan: PlanNode }] }>(
    `explain (costs off, format json) ${query}`,
  );
  const workers = (node: PlanNode | undefined): number =>
    Math.max(node?.['Workers Planned'] ?? 0, ...(node?.Plans ?? []).map(workers));
  return 1 + GAIN_OF_A_WORKER * workers(rows[0]?.['QUERY PLAN'][0].Plan);
}

/** Rows a millisecond; undefined where the sample came back empty. */
async function timed({ client }: Reading, query: string, summed?: string): Promise<number | undefined> {
  const what =
    summed === undefined ? 'pg_catalog.count(*)' : `pg_catalog.count(*), pg_catalog.sum(s.${summed})`;
  const sql = `explain (analyze, timing off, costs off, format json) select ${what} from (${query}) s`;
  // Once to warm up: the first reads pages from the disk, and the estimate is of many rows.
  const speeds: number[] = [];
  for (let turn = 0; turn <= TURNS; turn++) {
    const { rows } = await client.query<Explained>(sql);
    const [explained] = rows[0]?.['QUERY PLAN'] ?? [];
    const seen = explained?.Plan.Plans?.[0]?.['Actual Rows'] ?? 0;
    const ms = explained?.['Execution Time'] ?? 0;
    if (turn > 0 && seen > 0 && ms > 0) speeds.push(seen / ms);
  }
  return speeds.sort((a, b) => a - b)[Math.floor(speeds.length / 2)];
}

const TURNS = 3;

/** @param steps each with the tables that the mode proves around it. */
function verifyEstimate(
  mode: VerifyMode,
  steps: readonly (readonly Relation[])[],
  rate: VerifyRate | undefined,
): VerifyEstimate {
  const read = steps.flat();
  const known = read.every(({ rows }) => rows !== undefined);
  const all = read.reduce<number>((sum, { rows }) => sum + (rows ?? 0), 0);
  const speed = mode === 'count' ? rate?.counted : rate?.hashed;
  // Before and after.
  const expectedMs = all === 0 && known ? 0 : speed === undefined || !known ? undefined : (2 * all) / speed;
  return {
    mode,
    tables: once(steps).map(({ table, rows: estimate, bytes }) => ({
      table,
      bytes,
      ...(estimate === undefined ? {} : { rows: estimate }),
    })),
    ...(expectedMs === undefined ? {} : { expectedMs: Math.round(expectedMs) }),
  };
}

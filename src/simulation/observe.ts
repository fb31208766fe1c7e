/** Observes the judged tables of a database: layout with rows, the account of seeded rows, and where inserts go in. */
import type { RowAccount, TableState, WriteProbes } from '../domain/history.ts';
import type { Layout } from '../domain/layout.ts';
import type { RetentionRule } from '../domain/retention.ts';
import { type CatalogLayouts, readLayouts } from '../postgres/catalog-layout.ts';
import { findTable } from '../postgres/table-facts.ts';
import { accountFor } from './account.ts';
import { isNamed, type JudgedTable, layoutByName } from './judged-table.ts';
import { countByPartition, countsOf, type SeededTable, withRows } from './ledger.ts';
import { readAttributesNow, type TableNow } from './observe-attributes.ts';
import type { RunContext } from './run-context.ts';
import { userSeeds } from './seeding/user-seeds.ts';
import type { ThrowawayDatabase } from './throwaway-database.ts';
import { probeWrites } from './write-probes.ts';

/**
 * How rows are accounted for: not at all right after they were seeded; by their number between steps; by key and
 * value at the end, and as soon as the number is not right.
 */
export type Accounting = 'none' | 'by-count' | 'by-value';

export interface Observation {
  readonly accounting: Accounting;
  /** Whether inserts are tried: it takes time, and not every step needs it. */
  readonly probeWrites: boolean;
  /** Whether it is seen what hangs on the tables. */
  readonly readsAttributes: boolean;
  /** Where one was called. */
  readonly retention?: RetentionRule;
}

const NOT_TRIED: WriteProbes = { kind: 'tried', probes: [] };

export async function observe(
  context: RunContext,
  database: ThrowawayDatabase,
  observation: Observation,
): Promise<TableState[]> {
  if (observation.accounting === 'none' && isWhollySeeded(context, database)) {
    return database.seeded.map(justSeeded);
  }
  const layouts = await readLayouts(database.observer);
  const seen: Seen[] = [];
  for (const judged of context.tables) {
    seen.push(await observeTable(context, database, { judged, layouts, observation }));
  }
  return observation.readsAttributes ? withAttributes(database, seen) : seen.map(({ state }) => state);
}

interface Seen extends TableNow {
  readonly state: TableState;
}

async function withAttributes(database: ThrowawayDatabase, seen: readonly Seen[]): Promise<TableState[]> {
  const now = await readAttributesNow(database, seen);
  return seen.map(({ state, seeded, oid }) => {
    const attributes = oid === undefined ? undefined : now.get(oid);
    return attributes && seeded?.attributes
      ? { ...state, attributes, attributesWhenSeeded: seeded.attributes }
      : state;
  });
}

/** Seeding has read and counted all that there is to see; a table without a layout may still be one to ask about. */
const isWhollySeeded = ({ tables }: RunContext, { seeded, seedFailures }: ThrowawayDatabase): boolean =>
  seedFailures.size === 0 && tables.every((table) => seeded.some((s) => s.judged === table && s.layout));

const justSeeded = ({ judged, layout }: SeededTable): TableState => ({
  table: judged.table,
  managed: judged.managed,
  takesWrites: true,
  writes: NOT_TRIED,
  ...(layout ? { layout, layoutWhenSeeded: layout } : {}),
});

interface TableView {
  readonly judged: JudgedTable;
  readonly layouts: CatalogLayouts;
  readonly observation: Observation;
}

async function observeTable(
  context: RunContext,
  database: ThrowawayDatabase,
  view: TableView,
): Promise<Seen> {
  const { judged, layouts, observation } = view;
  const seeded = database.seeded.find((s) => s.judged === judged);
  const writeTarget = await findWriteTarget(database, view, seeded?.oid);
  const layout = writeTarget?.layout;
  const { account, layout: counted } = await accountRows(context, database, { layout, seeded, observation });
  const seedFailure = database.seedFailures.get(judged.table);
  const unjudged = layouts.unjudged.find((t) => isNamed(t.table, judged.name));
  const state: TableState = {
    table: judged.table,
    managed: judged.managed,
    takesWrites: writeTarget !== undefined,
    writes:
      observation.probeWrites && layout && writeTarget
        ? await probe(context, database, {
            judged,
            oid: writeTarget.oid,
            before: seeded?.layout,
            after: layout,
          })
        : NOT_TRIED,
    ...(counted ? { layout: counted } : {}),
    ...(account ? { rows: account } : {}),
    ...(seeded?.layout ? { layoutWhenSeeded: seeded.layout } : {}),
    ...(unjudged ? { notJudged: unjudged.reason } : {}),
    ...(seedFailure === undefined ? {} : { seedFailure }),
  };
  return { state, seeded, oid: writeTarget?.oid };
}

interface RowsView {
  readonly layout: Layout | undefined;
  readonly seeded: SeededTable | undefined;
  readonly observation: Observation;
}

async function accountRows(
  context: RunContext,
  { observer }: ThrowawayDatabase,
  { layout, seeded, observation }: RowsView,
): Promise<{ readonly account?: RowAccount; readonly layout: Layout | undefined }> {
  if (!seeded) return { layout };
  if (observation.accounting === 'none') return { layout: seeded.layout ?? layout };
  if (observation.accounting === 'by-count' && layout) {
    const counts = await countByPartition(observer, layout.table);
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    if (total === seeded.total.count) return { layout: withRows(layout, counts) };
  }
  const { account, sums } = await accountFor({
    client: observer,
    seeded,
    layout,
    now: context.now,
    ...(observation.retention
      ? {
          retiring: { before: observation.retention.safe, mustBeKept: observation.retention.then !== 'drop' },
        }
      : {}),
  });
  return { account, layout: layout && withRows(layout, countsOf(sums)) };
}

interface WriteTarget {
  readonly oid: number;
  readonly layout: Layout | undefined;
}

/** The table that takes writes: the one of that name; else the same table renamed; else its first successor. */
async function findWriteTarget(
  { observer }: ThrowawayDatabase,
  { judged, layouts }: TableView,
  seededOid: number | undefined,
): Promise<WriteTarget | undefined> {
  const named = await findTable(observer, judged.name);
  if (named !== undefined) return { oid: named, layout: layoutByName(layouts, judged.name) };
  const renamed = layouts.judged.find((t) => t.oid === seededOid);
  if (renamed) return renamed;
  for (const successor of judged.successors) {
    const oid = await findTable(observer, successor);
    const found = layouts.judged.find((t) => isNamed(t.layout.table, successor));
    if (oid !== undefined) return { oid, layout: found?.layout };
  }
  return undefined;
}

interface ProbeTarget {
  readonly judged: JudgedTable;
  readonly oid: number;
  readonly before: Layout | undefined;
  readonly after: Layout;
}

async function probe(
  context: RunContext,
  database: ThrowawayDatabase,
  target: ProbeTarget,
): Promise<WriteProbes> {
  return probeWrites({
    client: database.observer,
    oid: target.oid,
    before: target.before,
    after: target.after,
    key: target.judged.key,
    now: context.now,
    seed: context.seed,
    userSeeds: userSeeds(context, database),
  });
}

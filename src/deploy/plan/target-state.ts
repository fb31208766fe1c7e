/** What a plan needs to know of a target's tables: layouts, sizes, and what the pending statements name. */
import type { Layout } from '../../domain/layout.ts';
import type { RunResult } from '../../domain/result.ts';
import type { RelationName } from '../../migrations/locks/named-lock.ts';
import { readLayouts, type UnjudgedTable } from '../../postgres/catalog-layout.ts';
import type { DeploySettings } from '../../settings/deploy-settings.ts';
import type { ProvenTable } from '../proof/proven-table.ts';
import { parseName, wordsOf } from './names.ts';
import { type HolderSize, readPartitionSizes, withRows } from './partition-sizes.ts';
import { namesIn, type SaidMigration } from './planned-statements.ts';
import type { Reading } from './reading.ts';
import { readRelations, type Relation, type Relations } from './relations.ts';

export interface StatedTable {
  readonly relation: Relation;
  /** Partitioned by range on a time, or listed in the configuration, or what the validated run saw become so. */
  readonly isJudged: boolean;
  /** Whether apply may prove its rows: however it is partitioned. */
  readonly isProven: boolean;
}

export interface TargetState {
  /** With estimated rows. */
  readonly layouts: readonly Layout[];
  /** Partitioned otherwise than by range on a time. */
  readonly unjudged: readonly UnjudgedTable[];
  readonly partitionSizes: ReadonlyMap<number, HolderSize>;
  readonly relations: Relations;
  /** By name. */
  readonly tables: readonly StatedTable[];
  /** Tables whose shape is part of the plan's digest. */
  readonly shapedOids: readonly number[];
  readonly notes: readonly string[];
}

export interface StateRequest {
  readonly settings: Pick<DeploySettings, 'tables'>;
  readonly said: readonly SaidMigration[];
  readonly run: RunResult | undefined;
  readonly proven: readonly ProvenTable[];
}

export async function readTargetState(
  read: Reading,
  { settings, said, run, proven }: StateRequest,
): Promise<TargetState> {
  const { judged, unjudged } = await readLayouts(read.client);
  const bare = judged.map(({ layout }) => layout);
  const partitionSizes = await readPartitionSizes(read, bare);
  const layouts = withRows(bare, partitionSizes);
  const chosen: RelationName[] = [
    ...layouts.map(({ table }) => parseName(table)),
    ...settings.tables.flatMap(({ table, successors }) => [table, ...successors]),
    ...(run?.tables ?? []).map(parseName),
  ];
  const seen = (run?.scenarios ?? []).flatMap((scenario) =>
    (scenario.locks?.held ?? []).flatMap(({ table, parent }) => [
      table,
      ...(parent === undefined ? [] : [parent]),
    ]),
  );
  const named = [...chosen, ...proven.map(({ name }) => name), ...namesIn(said), ...seen.map(parseName)];
  const mentioned = said.flatMap(({ migration }) => wordsOf(migration.text));
  const relations = await readRelations(read, [...named, ...mentioned]);
  const isJudged = new Set(chosen.flatMap((name) => relations.find(name)?.oid ?? []));
  const isProven = new Set(proven.map(({ oid }) => oid));
  const tables = relations
    .all()
    .filter(({ kind, table }) => kind === 'table' && !isOwn(table))
    .map((relation) => ({
      relation,
      isJudged: isJudged.has(relation.oid),
      isProven: isProven.has(relation.oid),
    }))
    .sort((a, b) => (a.relation.table < b.relation.table ? -1 : 1));
  return {
    layouts,
    unjudged,
    partitionSizes,
    relations,
    tables,
    shapedOids: tables.map(({ relation }) => relation.oid),
    notes: [
      ...unjudged.map(({ table, reason }) => `${table} is not judged: ${reason}.`),
      ...neverAnalyzed(tables),
    ],
  };
}

/** The program's, and the history: what they hold is told otherwise. */
const isOwn = (table: string): boolean => /^partition_guard\.|\.flyway_schema_history$/.test(table);

function neverAnalyzed(tables: readonly StatedTable[]): string[] {
  const unknown = tables.filter(
    ({ isJudged, isProven, relation }) => (isJudged || isProven) && relation.rows === undefined,
  );
  const [first] = unknown;
  if (!first) return [];
  const names = unknown.map(({ relation }) => relation.table).join(', ');
  return [
    `How many rows ${names} ${unknown.length === 1 ? 'holds' : 'hold'} is not known: run ANALYZE ${first.relation.table} on the target.`,
  ];
}

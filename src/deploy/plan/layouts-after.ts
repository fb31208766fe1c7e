/** The layouts that the migrations would leave, where the validated run began with the target's own. */
import type { RowsToMove } from '../../domain/deployment.ts';
import type { Layout } from '../../domain/layout.ts';
import type { RunResult, ScenarioResult } from '../../domain/result.ts';
import { parseName } from './names.ts';
import { isSameLayouts, rowsToMove } from './rows-to-move.ts';
import type { TargetState } from './target-state.ts';

export interface AfterPlan {
  readonly layouts?: readonly Layout[];
  readonly rowsToMove?: readonly RowsToMove[];
  readonly notes: readonly string[];
}

export function layoutsAfter(state: TargetState, run: RunResult | undefined): AfterPlan {
  const upgrade = run?.scenarios.find((scenario) => scenario.name === 'upgrade');
  if (!run || !upgrade) return { notes: [] };
  const plain = becomePartitioned(state, upgrade);
  if (plain.length > 0) return { rowsToMove: plain, notes: plain.map(({ table }) => untold(table)) };
  if (state.layouts.length === 0) return { notes: [] };
  if (!isSameLayouts(state.layouts, upgrade.before)) {
    return {
      notes: [
        'The layout afterwards is not known: the validated run began with other partitions than the target has.',
      ],
    };
  }
  const sizeOf = (oid: number) => state.partitionSizes.get(oid);
  return {
    layouts: upgrade.after,
    rowsToMove: rowsToMove({ before: state.layouts, after: upgrade.after, sizeOf }),
    notes: [],
  };
}

/** Plain tables of the target that the validated run saw become partitioned. */
function becomePartitioned(state: TargetState, { before, after }: ScenarioResult): RowsToMove[] {
  return after.flatMap(({ table }) => {
    const relation = state.relations.find(parseName(table));
    if (!relation || relation.isPartitioned || before.some((layout) => layout.table === table)) return [];
    const reason = 'it becomes partitioned: at most all of its rows are moved';
    return [{ table, rows: relation.rows ?? 0, bytes: relation.bytes, reason }];
  });
}

const untold = (table: string): string =>
  `The layout of ${table} afterwards is not known: its partitions depend on the rows that it holds here.`;

/** Which columns no proof has compared, since the change made another type of them that loses values. */
import type { TableProof } from './deployment.ts';

export interface RedefinedColumns {
  readonly table: string;
  readonly columns: readonly string[];
}

/** Each table once, with what any of its proofs left out; columns that are gone are none of it. */
export function redefinedIn(proofs: readonly TableProof[]): RedefinedColumns[] {
  const byTable = new Map<string, Set<string>>();
  for (const { table, passedOver, dropped } of proofs) {
    const columns = passedOver.filter((column) => !dropped.includes(column));
    if (columns.length === 0) continue;
    byTable.set(table, new Set([...(byTable.get(table) ?? []), ...columns]));
  }
  return [...byTable].map(([table, columns]) => ({ table, columns: [...columns] }));
}

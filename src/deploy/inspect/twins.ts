/** Pure: tables beside a partitioned one that have its columns and claim a range as theirs: detached, or inherited. */
import type { Twin } from '../../domain/inspection.ts';
import type { KeyType } from '../../domain/layout.ts';
import { bareName, claimOf } from '../../domain/partition-name.ts';
import { type Range, rangeOf } from '../../domain/range.ts';
import { claimByChecks, type HoldingOf } from './inheritance.ts';
import type { Neighbour } from './neighbours.ts';

export interface TwinSearch {
  readonly oid: number;
  readonly table: string;
  readonly keyColumn: string;
  readonly keyType: KeyType;
  /** Of its partitions: no twins. */
  readonly partitions: ReadonlySet<number>;
}

/** @param neighbours with the table's own columns among them. */
export function twinsOf(search: TwinSearch, neighbours: readonly Neighbour[], holdingOf: HoldingOf): Twin[] {
  const columns = neighbours.find(({ oid }) => oid === search.oid)?.columns.join('\n');
  const nameOf = new Map(neighbours.map(({ oid, name }) => [oid, name]));
  const parents = new Set(neighbours.flatMap((one) => one.parents));
  return neighbours.flatMap((one): Twin[] => {
    if (one.kind === 'p' || one.oid === search.oid || parents.has(one.oid)) return [];
    if (search.partitions.has(one.oid) || one.columns.join('\n') !== columns) return [];
    const claimed = claimIn(one, search);
    if (!claimed) return [];
    const [parent] = one.parents;
    const inherits = parent === undefined ? undefined : nameOf.get(parent);
    return [
      {
        oid: one.oid,
        name: one.name,
        kind: one.kind === 'f' ? 'foreign' : 'table',
        how: parent === undefined ? 'detached' : 'inherited',
        ...(inherits === undefined ? {} : { inherits }),
        ...claimed,
        ...holdingOf(one),
      },
    ];
  });
}

/** A constraint binds its rows; a name counts only where it has the table's own in it. */
function claimIn(
  one: Neighbour,
  { table, keyColumn, keyType }: TwinSearch,
): { readonly by: 'check' | 'name'; readonly range: Range } | undefined {
  const range = claimByChecks(one, { name: keyColumn, type: keyType });
  if (range) return { by: 'check', range };
  const parent = bareName(table);
  const at = one.relation.indexOf(parent);
  if (at < 0) return undefined;
  const rest = one.relation
    .slice(at)
    .replace(/_(?:old|detached|backup|bak|copy|gone|tmp|temp|new)(?:_?\d+)?$/i, '');
  const claim = claimOf(rest, parent);
  return claim ? { by: 'name', range: rangeOf(claim.span) } : undefined;
}

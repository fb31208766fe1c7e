/** Pure: tables that are partitioned in the old way, by inheritance and CHECK constraints, as layouts. */
import { rangeOfCheck } from '../../domain/check-claim.ts';
import type { PartitionFacts, UnjudgedTable } from '../../domain/inspection.ts';
import type { KeyType, Layout, RangePartition } from '../../domain/layout.ts';
import { type Range } from '../../domain/range.ts';
import { count } from '../../domain/wording.ts';
import { listedUpToFive } from './listed.ts';
import type { Neighbour } from './neighbours.ts';
import type { Leaf } from './tables.ts';

export interface InheritedTable {
  readonly root: Neighbour;
  readonly layout: Layout;
  readonly facts: readonly PartitionFacts[];
  readonly notSeen: readonly string[];
}

export type HoldingOf = (one: Leaf) => Pick<PartitionFacts, 'rows' | 'bytes'>;

/** PostgreSQL's own numbers of the types. */
const TIME_TYPES: Readonly<Record<string, KeyType>> = {
  '1082': 'date',
  '1114': 'timestamp',
  '1184': 'timestamptz',
};

export interface TimeColumn {
  readonly name: string;
  readonly type: KeyType;
}

export const timeColumnsOf = ({ columns }: Pick<Neighbour, 'columns'>): TimeColumn[] =>
  columns.flatMap((column) => {
    const at = column.lastIndexOf(' ');
    const type = TIME_TYPES[column.slice(at + 1)];
    return type ? [{ name: column.slice(0, at), type }] : [];
  });

/** What all CHECK constraints of a table leave of a column's instants; undefined where none bounds it. */
export function claimByChecks({ checks }: Pick<Neighbour, 'checks'>, column: TimeColumn): Range | undefined {
  return rangeOfCheck((checks ?? []).map((check) => `(${check})`).join(' AND '), column);
}

/** Every table that others inherit from, and that inherits from none itself. */
export function inheritedTables(
  neighbours: readonly Neighbour[],
  holdingOf: HoldingOf,
): { readonly judged: readonly InheritedTable[]; readonly unjudged: readonly UnjudgedTable[] } {
  const childrenOf = new Map<number, Neighbour[]>();
  for (const one of neighbours)
    for (const parent of one.parents) childrenOf.set(parent, [...(childrenOf.get(parent) ?? []), one]);
  const leavesOf = (oid: number): Neighbour[] =>
    (childrenOf.get(oid) ?? []).flatMap((child) =>
      childrenOf.has(child.oid) ? leavesOf(child.oid) : [child],
    );
  const roots = neighbours.filter(
    ({ oid, parents, kind }) => kind === 'r' && parents.length === 0 && childrenOf.has(oid),
  );
  const judged: InheritedTable[] = [];
  const unjudged: UnjudgedTable[] = [];
  for (const root of roots) {
    const leaves = [...new Set(leavesOf(root.oid))];
    const table = judgedTable(root, leaves, holdingOf);
    if (table) judged.push(table);
    else
      unjudged.push({
        table: root.name,
        reason: leaves.some(({ checks }) => checks === null)
          ? 'tables inherit from it, and those that are locked alone by others could not be read'
          : 'tables inherit from it, and no CHECK says which range of a date or time each takes',
        partitions: leaves.length,
      });
  }
  return { judged, unjudged };
}

function judgedTable(
  root: Neighbour,
  leaves: readonly Neighbour[],
  holdingOf: HoldingOf,
): InheritedTable | undefined {
  const [best] = timeColumnsOf(root)
    .map((column) => ({
      column,
      claims: leaves.flatMap((leaf) => {
        const range = claimByChecks(leaf, column);
        return range ? [{ leaf, range }] : [];
      }),
    }))
    .sort((a, b) => b.claims.length - a.claims.length);
  if (!best || best.claims.length === 0) return undefined;
  const claiming = new Set(best.claims.map(({ leaf }) => leaf));
  const silent = leaves.filter((leaf) => !claiming.has(leaf));
  const ranges = best.claims.map(({ leaf, range }): RangePartition => ({
    kind: 'range',
    name: leaf.name,
    oid: leaf.oid,
    rows: holdingOf(leaf).rows ?? 0,
    range,
  }));
  const factsOf = (one: Neighbour, kind: PartitionFacts['kind']): PartitionFacts => ({
    oid: one.oid,
    kind,
    ...holdingOf(one),
    holes: [],
    caught: [],
  });
  return {
    root,
    layout: {
      table: root.name,
      keyColumn: best.column.name,
      keyType: best.column.type,
      partitions: [
        ...ranges,
        { kind: 'default', name: root.name, oid: root.oid, rows: holdingOf(root).rows ?? 0 },
      ],
    },
    facts: [
      ...best.claims.map(({ leaf }) => factsOf(leaf, leaf.kind === 'f' ? 'foreign' : 'table')),
      factsOf(root, 'parent'),
    ],
    notSeen: [
      'Which of its tables a row goes to is the work of a trigger, a rule or the application, which is not looked into: ranges are those of CHECK constraints.',
      ...(silent.length > 0
        ? [
            `${count(silent.length, 'table')} ${silent.length === 1 ? 'inherits' : 'inherit'} from it without a CHECK on ${best.column.name} that can be read: ${listedUpToFive(silent.map(({ name }) => name))}.`,
          ]
        : []),
    ],
  };
}

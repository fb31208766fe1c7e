/** Pure: from the catalog's rows to partitioned tables with what their partitions hold and leave open. */
import type { PartitionFacts, UnjudgedTable } from '../../domain/inspection.ts';
import type { KeyType, Layout, Partition } from '../../domain/layout.ts';
import { isEmpty, type Range } from '../../domain/range.ts';
import { count } from '../../domain/wording.ts';
import { KEY_TYPES, rangeOfBound } from '../../postgres/catalog-layout.ts';
import { type Estimated, estimatedRows, type Member, type Size } from './catalog.ts';
import { type ChildrenOf, type Inner, innerOf } from './within.ts';

/** A table that is partitioned by range of a date or time. */
export interface JudgedRoot {
  readonly root: Member;
  readonly keyType: KeyType;
  readonly layout: Layout;
  readonly facts: readonly PartitionFacts[];
  /** Its own default partition, and those within partitions. */
  readonly defaults: readonly Member[];
  /** Half detached: they take no rows any more. */
  readonly pending: readonly { readonly member: Member; readonly range: Range }[];
  readonly notSeen: readonly string[];
}

export class Forest {
  readonly roots: readonly Member[];
  readonly #children = new Map<number, Member[]>();

  constructor(members: readonly Member[]) {
    const roots: Member[] = [];
    for (const member of members) {
      if (member.parent === null) roots.push(member);
      else {
        const siblings = this.#children.get(member.parent);
        if (siblings) siblings.push(member);
        else this.#children.set(member.parent, [member]);
      }
    }
    // A partition whose DETACH CONCURRENTLY is half done may have lost its link: it is no table of its own.
    this.roots = roots.filter(({ kind, bound }) => kind === 'p' && bound === null);
  }

  readonly childrenOf: ChildrenOf = (oid) => this.#children.get(oid) ?? [];

  /** The tables that hold a member's rows. */
  leavesOf(member: Member): readonly Member[] {
    if (member.kind !== 'p') return [member];
    return this.childrenOf(member.oid).flatMap((child) => this.leavesOf(child));
  }

  /** Partitions at every depth. */
  under(member: Member): readonly Member[] {
    return this.childrenOf(member.oid).flatMap((child) => [child, ...this.under(child)]);
  }
}

export type SizeOf = (oid: number) => Size | undefined;

export type Leaf = Estimated & { readonly oid: number };

/** Rows and bytes of tables together. */
export function holdingOf(leaves: readonly Leaf[], sizeOf: SizeOf): Pick<PartitionFacts, 'rows' | 'bytes'> {
  let [rows, bytes]: [number | undefined, number | undefined] = [0, 0];
  for (const leaf of leaves) {
    const size = sizeOf(leaf.oid);
    const own = estimatedRows(leaf, size);
    rows = rows === undefined || own === undefined ? undefined : rows + own;
    bytes = bytes === undefined || size === undefined ? undefined : bytes + size.bytes;
  }
  return { ...(rows === undefined ? {} : { rows }), ...(bytes === undefined ? {} : { bytes }) };
}

/** @returns why it is not judged, where it is not. */
export function readTable(forest: Forest, root: Member, sizeOf: SizeOf): JudgedRoot | UnjudgedTable {
  const children = forest.childrenOf(root.oid);
  const keyType = KEY_TYPES[root.keyType ?? ''];
  const unjudged = (reason: string): UnjudgedTable => ({
    table: root.name,
    reason,
    partitions: children.length,
    ...holdingOf(forest.leavesOf(root), sizeOf),
  });
  if (root.strategy !== 'r' || root.keyColumn === null || !keyType) return unjudged(whyUnjudged(root));
  const keyColumn = root.keyColumn;
  const partitions: Partition[] = [];
  const facts: PartitionFacts[] = [];
  const pending: { member: Member; range: Range }[] = [];
  const inners: Inner[] = [];
  const empty: string[] = [];
  for (const child of children) {
    const range = child.bound === null ? undefined : rangeOfBound(child.bound);
    if (!range && child.bound !== 'DEFAULT')
      return unjudged(`the bounds of ${child.name} can't be read: they are past the calendar`);
    if (child.isPending) {
      if (range) pending.push({ member: child, range });
      continue;
    }
    const leaves = forest.leavesOf(child);
    if (!range && leaves.length === 0) {
      empty.push(child.name);
      continue;
    }
    const holding = holdingOf(leaves, sizeOf);
    const inner =
      child.kind === 'p' && range ? innerOf(child, range, keyColumn, forest.childrenOf) : undefined;
    if (inner) inners.push(inner);
    const shared = { name: child.name, oid: child.oid, rows: holding.rows ?? 0 };
    partitions.push(range ? { kind: 'range', ...shared, range } : { kind: 'default', ...shared });
    facts.push({
      oid: child.oid,
      kind: child.kind === 'p' ? 'partitioned' : child.kind === 'f' ? 'foreign' : 'table',
      ...holding,
      ...(inner ? { within: inner.within } : {}),
      ...(inner?.partial === undefined ? {} : { partial: inner.partial }),
      holes: inner?.holes.filter((one) => !isEmpty(one)) ?? [],
      caught: inner?.caught.filter(({ range: one }) => !isEmpty(one)) ?? [],
    });
  }
  const own = children.filter(
    ({ name, bound, isPending }) => bound === 'DEFAULT' && !isPending && !empty.includes(name),
  );
  return {
    root,
    keyType,
    layout: { table: root.name, keyColumn, keyType, partitions },
    facts,
    defaults: [...own, ...inners.flatMap(({ defaults }) => defaults)],
    pending,
    notSeen: [
      ...severalColumns(root),
      ...withinWords(inners),
      ...empty.map(
        (name) => `The default partition ${name} is partitioned itself, into nothing: it takes no row.`,
      ),
    ],
  };
}

function severalColumns({ key }: Member): string[] {
  const [first, ...others] = key ?? [];
  return others.length === 0
    ? []
    : [
        `Partitions are judged by ${first ?? ''} alone, the first column of the key: whether each value of ${others.join(', ')} has one is not looked into.`,
      ];
}

/** What is the same of many is said once. */
function withinWords(inners: readonly Inner[]): string[] {
  const told = new Map<string, number>();
  for (const words of inners.flatMap(({ notSeen }) => [...new Set(notSeen)]))
    told.set(words, (told.get(words) ?? 0) + 1);
  return [...told].map(([words, times]) => `Within ${count(times, 'partition')} ${words}.`);
}

function whyUnjudged({ strategy, keyColumn, keyType }: Member): string {
  if (strategy !== 'r') return `it is partitioned by ${strategy === 'l' ? 'list' : 'hash'}, not by range`;
  if (keyColumn === null) return 'an expression is its partition key';
  return `its partition key ${keyColumn} is ${keyType ?? 'of an unknown type'}, not a date or time`;
}

/** What the partitions within a partition leave of its range, where it is partitioned itself. */
import type { PartitionFacts, Within } from '../../domain/inspection.ts';
import { intersection, type Range, subtract } from '../../domain/range.ts';
import { rangeOfBound } from '../../postgres/catalog-layout.ts';
import type { Member } from './catalog.ts';

export type ChildrenOf = (oid: number) => readonly Member[];

export interface Inner extends Pick<PartitionFacts, 'holes' | 'caught'> {
  readonly within: Within;
  /** Default partitions, at any depth, that take a part of the range. */
  readonly defaults: readonly Member[];
  /** One clause: why some writes fail all the same. */
  readonly partial?: string;
  /** What can't be told of it, in words that are the same for partitions that are alike. */
  readonly notSeen: readonly string[];
}

/** @param range its own. */
export function innerOf(member: Member, range: Range, keyColumn: string, childrenOf: ChildrenOf): Inner {
  const children = childrenOf(member.oid).filter(({ isPending }) => !isPending);
  const key = (member.key ?? []).join(', ');
  const strategy = ({ r: 'range', l: 'list', h: 'hash' } as const)[member.strategy ?? 'r'];
  const within: Within = { strategy, key, partitions: children.length };
  const whole: Inner = { within, holes: [], caught: [], defaults: [], notSeen: [] };
  if (children.length === 0) return { ...whole, holes: [range] };
  if (strategy === 'range' && member.keyColumn === keyColumn) {
    const inner = innerRanges(member, range, keyColumn, children, childrenOf);
    return { ...inner, within };
  }
  const deeper = children.some(({ kind }) => kind === 'p') ? [DEEPER] : [];
  if (strategy === 'hash')
    return { ...whole, notSeen: deeper, ...(isWhole(children) ? {} : { partial: lacksRemainders(key) }) };
  if (children.some(({ bound }) => bound === 'DEFAULT')) return { ...whole, notSeen: deeper };
  const open =
    strategy === 'list'
      ? `whether every value of ${key} has a partition is not looked into`
      : `gaps of ${key} are not looked for`;
  return { ...whole, notSeen: [open, ...deeper] };
}

const DEEPER = 'what is partitioned a third time is not looked into';

const lacksRemainders = (key: string): string => `not every remainder of the hash of ${key} has a partition`;

/** Whether hash partitions take every remainder: PostgreSQL lets none overlap. */
function isWhole(children: readonly Member[]): boolean {
  const shares = children.map(({ bound }) => Number(/modulus (\d+),/.exec(bound ?? '')?.[1] ?? Infinity));
  return Math.abs(shares.reduce((sum, modulus) => sum + 1 / modulus, 0) - 1) < 1e-9;
}

function innerRanges(
  { name }: Member,
  range: Range,
  keyColumn: string,
  children: readonly Member[],
  childrenOf: ChildrenOf,
): Omit<Inner, 'within'> {
  const byDefault = children.find(({ bound }) => bound === 'DEFAULT');
  const parts = children.flatMap((child) => {
    const own = child.bound === null ? undefined : rangeOfBound(child.bound);
    const part = own && intersection(own, range);
    return part ? [{ child, part }] : [];
  });
  const unread = children.length - parts.length - (byDefault ? 1 : 0);
  const deeper = parts.flatMap(({ child, part }) =>
    child.kind === 'p' ? [innerOf(child, part, keyColumn, childrenOf)] : [],
  );
  const left = subtract(range, parts.map(({ part }) => part)); // prettier-ignore
  // A default partition that is partitioned itself, into nothing, takes nothing.
  const takesRest = byDefault && !(byDefault.kind === 'p' && childrenOf(byDefault.oid).length === 0);
  const partial = deeper.flatMap((one) => one.partial ?? [])[0];
  return {
    ...(partial === undefined ? {} : { partial }),
    holes: [...(takesRest ? [] : left), ...deeper.flatMap(({ holes }) => holes)],
    caught: [
      ...(takesRest ? left.map((one) => ({ range: one, by: byDefault.name })) : []),
      ...deeper.flatMap(({ caught }) => caught),
    ],
    defaults: [...(takesRest ? [byDefault] : []), ...deeper.flatMap(({ defaults }) => defaults)],
    notSeen: [
      ...(unread > 0 ? [`bounds within ${name} lie outside of its own range, or can't be read`] : []),
      ...deeper.flatMap(({ notSeen }) => notSeen),
    ],
  };
}

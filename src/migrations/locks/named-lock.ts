/** A lock that a statement takes by what it says, on a table or an index as it names it. */
import type { StatementWork, TableLockMode } from '../../domain/deployment.ts';
import { isNode, nodeOf, type ParseNode, textOf } from '../sql-parser.ts';

export interface RelationName {
  readonly schema?: string;
  readonly name: string;
}

export interface NamedLock {
  readonly relation: RelationName;
  readonly mode: TableLockMode;
  /** What else is locked because of it, which only the catalog knows. */
  readonly follows?: Follow;
}

/**
 * `index`: the name is an index's, and its table is locked; `dropped`: also the table that it is a partition of, and
 * those that foreign keys lead to and from; `partitioned`: also its default partition.
 */
export type Follow = 'index' | 'dropped' | 'partitioned';

/** What a statement, or a part of one, says of its locks. */
export interface SaidLocks {
  readonly locks: readonly NamedLock[];
  readonly work: StatementWork;
  /** It runs code that the statement does not show. */
  readonly isOpaque?: boolean;
  /** Functions that it calls, as it names them: opaque unless they are the server's own. */
  readonly calls?: readonly RelationName[];
  /** What a name means for the statements after it. */
  readonly naming?: Naming;
}

export type Naming =
  | { readonly kind: 'makes'; readonly name: RelationName; readonly unlessThere: boolean }
  | { readonly kind: 'renames'; readonly from: RelationName; readonly to: RelationName };

export const NOTHING: SaidLocks = { locks: [], work: 'catalog' };
export const OPAQUE: SaidLocks = { locks: [], work: 'unknown', isOpaque: true };

export const said = (work: StatementWork, ...locks: readonly (NamedLock | undefined)[]): SaidLocks => ({
  locks: locks.filter((lock) => lock !== undefined),
  work,
});

/** @param node a RangeVar's fields. */
export function relationOf(node: ParseNode | undefined): RelationName | undefined {
  const name = node && textOf(node, 'relname');
  if (node === undefined || name === undefined) return undefined;
  const schema = textOf(node, 'schemaname');
  return { name, ...(schema === undefined ? {} : { schema }) };
}

/** A lock on the relation of a RangeVar; undefined where there is none. */
export function lockOn(
  node: ParseNode | undefined,
  mode: TableLockMode,
  follows?: Follow,
): NamedLock | undefined {
  const relation = relationOf(node);
  return relation && { relation, mode, ...(follows === undefined ? {} : { follows }) };
}

/** @param parts of a name, the relation's last. */
export function lockOnName(
  parts: readonly string[],
  mode: TableLockMode,
  follows?: Follow,
): NamedLock | undefined {
  const [name, schema] = [...parts].reverse();
  if (name === undefined) return undefined;
  return {
    relation: { name, ...(schema === undefined ? {} : { schema }) },
    mode,
    ...(follows === undefined ? {} : { follows }),
  };
}

/** The nodes of one type anywhere within, the outer ones first. */
export function within(node: unknown, type: string): ParseNode[] {
  if (Array.isArray(node)) return node.flatMap((item) => within(item, type));
  if (!isNode(node)) return [];
  const own = nodeOf(node, type);
  return [...(own ? [own] : []), ...Object.values(node).flatMap((value) => within(value, type))];
}

/** The locks of queries and of statements that change rows: weak ones, on every table that they name. */
import type { TableLockMode } from '../../domain/deployment.ts';
import { namesOf, nodeOf, type ParseNode, textOf } from '../sql-parser.ts';
import { type NamedLock, relationOf, type RelationName, type SaidLocks, within } from './named-lock.ts';

/** @param node of a SELECT, INSERT, UPDATE, DELETE or MERGE, with its type's key or without. */
export function queryLocks(node: ParseNode): SaidLocks {
  const common = new Set(within(node, 'CommonTableExpr').map((one) => textOf(one, 'ctename') ?? ''));
  const changed = changedTables(node);
  const read = within(node, 'RangeVar')
    .flatMap((range) => relationOf(range) ?? [])
    .filter((relation) => relation.schema !== undefined || !common.has(relation.name));
  const reading: TableLockMode = within(node, 'LockingClause').length > 0 ? 'ROW SHARE' : 'ACCESS SHARE';
  const locks: NamedLock[] = [
    ...changed.map((relation): NamedLock => ({ relation, mode: 'ROW EXCLUSIVE' })),
    ...read.map((relation): NamedLock => ({ relation, mode: reading })),
  ];
  return {
    locks: locks.filter((lock, i) => locks.findIndex((other) => sameRelation(lock, other)) === i),
    work: changed.length > 0 ? 'writes-rows' : read.length > 0 ? 'reads-rows' : 'catalog',
    calls: calledFunctions(node),
  };
}

const sameRelation = (a: NamedLock, b: NamedLock): boolean =>
  a.relation.name === b.relation.name && a.relation.schema === b.relation.schema;

const CHANGING = ['InsertStmt', 'UpdateStmt', 'DeleteStmt', 'MergeStmt'];

/** A table that is changed stands beside the query, not in a RangeVar of its own; SELECT INTO makes one. */
function changedTables(node: ParseNode): RelationName[] {
  const own = relationOf(nodeOf(node, 'relation'));
  const nested = CHANGING.flatMap((kind) => within(node, kind)).flatMap(
    (statement) => relationOf(nodeOf(statement, 'relation')) ?? [],
  );
  return [...(own ? [own] : []), ...nested];
}

function calledFunctions(node: ParseNode): RelationName[] {
  return within(node, 'FuncCall').flatMap((call) => {
    const [name, schema] = namesOf(call, 'funcname').reverse();
    return name === undefined ? [] : [{ name, ...(schema === undefined ? {} : { schema }) }];
  });
}

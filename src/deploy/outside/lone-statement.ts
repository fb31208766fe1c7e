/** What a statement that no transaction can hold is about: so that, after a crash, the catalog can tell how it ended. */
import type { Statement } from '../../migrations/migration.ts';
import {
  itemsOf,
  listOf,
  loadSqlParser,
  nodeOf,
  type ParseNode,
  textOf,
} from '../../migrations/sql-parser.ts';
import { quoteIdentifier } from '../../postgres/connection.ts';

export type LoneStatement =
  | { readonly kind: 'create-index'; /** Undefined: the server makes the name. */ readonly index?: string }
  | { readonly kind: 'drop-index'; readonly indexes: readonly string[] }
  | { readonly kind: 'detach'; readonly table: string; readonly partition: string }
  /** May be run again, whatever came of it: VACUUM, REINDEX, CLUSTER, ANALYZE. */
  | { readonly kind: 'again' }
  | { readonly kind: 'other' };

const AGAIN: ReadonlySet<string> = new Set(['VacuumStmt', 'ReindexStmt', 'ClusterStmt']);

/** Names are as SQL reads them, in the session's search path where the statement gives no schema. */
export async function loneStatement({ kind, text }: Statement): Promise<LoneStatement> {
  if (AGAIN.has(kind)) return { kind: 'again' };
  if (kind !== 'IndexStmt' && kind !== 'DropStmt' && kind !== 'AlterTableStmt') return { kind: 'other' };
  const answer = (await loadSqlParser()).parse(text);
  const node = answer.kind === 'parsed' ? nodeOf(answer.statements[0]?.node ?? {}, kind) : undefined;
  if (!node) return { kind: 'other' };
  if (kind === 'IndexStmt') return createdIndex(node);
  if (kind === 'DropStmt') return { kind: 'drop-index', indexes: listOf(node, 'objects').map(nameOfList) };
  return detached(node);
}

function createdIndex(node: ParseNode): LoneStatement {
  const name = textOf(node, 'idxname');
  if (name === undefined) return { kind: 'create-index' };
  // An index is in the schema of its table.
  const schema = textOf(rangeOf(node, 'relation'), 'schemaname');
  return { kind: 'create-index', index: qualified(schema, name) };
}

function detached(node: ParseNode): LoneStatement {
  const [command = {}] = itemsOf(node, 'cmds', 'AlterTableCmd');
  const partition = nodeOf(nodeOf(command, 'def') ?? {}, 'PartitionCmd');
  if (textOf(command, 'subtype') !== 'AT_DetachPartition' || !partition) return { kind: 'other' };
  return {
    kind: 'detach',
    table: nameOf(rangeOf(node, 'relation')),
    partition: nameOf(rangeOf(partition, 'name')),
  };
}

/** A RangeVar stands in its place without its type's name. */
const rangeOf = (node: ParseNode, key: string): ParseNode => nodeOf(node, key) ?? {};

const nameOf = (range: ParseNode): string =>
  qualified(textOf(range, 'schemaname'), textOf(range, 'relname') ?? '');

const qualified = (schema: string | undefined, name: string): string =>
  schema === undefined ? quoteIdentifier(name) : `${quoteIdentifier(schema)}.${quoteIdentifier(name)}`;

const nameOfList = (object: ParseNode): string =>
  itemsOf(nodeOf(object, 'List') ?? {}, 'items', 'String')
    .map((item) => quoteIdentifier(textOf(item, 'sval') ?? ''))
    .join('.');

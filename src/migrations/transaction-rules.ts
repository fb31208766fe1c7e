/** Which statements the server refuses inside a transaction block. */
import { itemsOf, nodeOf, type ParseNode, textOf } from './sql-parser.ts';

const ALWAYS_OUTSIDE: ReadonlySet<string> = new Set([
  'CreatedbStmt',
  'DropdbStmt',
  'CreateTableSpaceStmt',
  'DropTableSpaceStmt',
  'AlterSystemStmt',
  'DropSubscriptionStmt',
]);

/** @param node the statement itself, below its type's key. */
export function mustRunOutsideTransaction(kind: string, node: ParseNode): boolean {
  switch (kind) {
    case 'IndexStmt':
    case 'DropStmt':
      return node['concurrent'] === true;
    case 'ReindexStmt':
      return hasOption(node, 'params', 'concurrently') || REINDEX_OF_MANY.has(textOf(node, 'kind') ?? '');
    case 'VacuumStmt':
      return node['is_vacuumcmd'] === true;
    case 'ClusterStmt':
      return nodeOf(node, 'relation') === undefined;
    case 'DiscardStmt':
      return textOf(node, 'target') === 'DISCARD_ALL';
    case 'AlterDatabaseStmt':
      return hasOption(node, 'options', 'tablespace');
    case 'AlterTableStmt':
      return itemsOf(node, 'cmds', 'AlterTableCmd').some(detachesConcurrently);
    case 'CreateSubscriptionStmt':
      return !isSwitchedOff(node, 'create_slot') && !isSwitchedOff(node, 'connect');
    default:
      return ALWAYS_OUTSIDE.has(kind);
  }
}

const REINDEX_OF_MANY: ReadonlySet<string> = new Set([
  'REINDEX_OBJECT_SCHEMA',
  'REINDEX_OBJECT_SYSTEM',
  'REINDEX_OBJECT_DATABASE',
]);

function detachesConcurrently(command: ParseNode): boolean {
  if (textOf(command, 'subtype') !== 'AT_DetachPartition') return false;
  const partition = nodeOf(nodeOf(command, 'def') ?? {}, 'PartitionCmd');
  return partition?.['concurrent'] === true;
}

const hasOption = (node: ParseNode, key: string, name: string): boolean =>
  itemsOf(node, key, 'DefElem').some((option) => textOf(option, 'defname') === name);

function isSwitchedOff(node: ParseNode, name: string): boolean {
  const option = itemsOf(node, 'options', 'DefElem').find(
    (candidate) => textOf(candidate, 'defname') === name,
  );
  const argument = option && nodeOf(option, 'arg');
  if (!argument) return false;
  const text = textOf(nodeOf(argument, 'String') ?? {}, 'sval');
  const boolean = nodeOf(argument, 'Boolean');
  const integer = nodeOf(argument, 'Integer');
  if (boolean) return boolean['boolval'] !== true;
  if (integer) return (integer['ival'] ?? 0) === 0;
  return text !== undefined && /^(?:false|off|no|0)$/i.test(text);
}

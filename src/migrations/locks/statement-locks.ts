/** Which tables a statement locks and how, told by the statement alone: PostgreSQL's manual, as rules. */
import { TABLE_LOCK_MODES, type TableLockMode } from '../../domain/deployment.ts';
import {
  itemsOf,
  listOf,
  namesOf,
  nodeOf,
  numberOf,
  type ParseNode,
  type SqlParser,
  textOf,
} from '../sql-parser.ts';
import { alterTableLocks } from './alter-table-locks.ts';
import {
  lockOn,
  lockOnName,
  type Naming,
  NOTHING,
  relationOf,
  OPAQUE,
  said,
  type SaidLocks,
  within,
} from './named-lock.ts';
import { queryLocks } from './query-locks.ts';

/** What the text of one statement says of its locks; opaque where it can't be parsed. */
export function statementLocks(parser: SqlParser, text: string): SaidLocks {
  const answer = parser.parse(text);
  if (answer.kind === 'refused') return OPAQUE;
  const [statement, another] = answer.statements;
  if (!statement) return NOTHING;
  if (another) return OPAQUE;
  const [kind = '', value] = Object.entries(statement.node)[0] ?? [];
  const node = nodeOf({ value }, 'value') ?? {};
  return RULES[kind]?.(node) ?? (HARMLESS.has(kind) ? NOTHING : OPAQUE);
}

type Rule = (node: ParseNode) => SaidLocks;

const onOwn =
  (mode: TableLockMode, work: SaidLocks['work'] = 'catalog', key = 'relation'): Rule =>
  (node) =>
    said(work, lockOn(nodeOf(node, key), mode));

const RULES: Readonly<Record<string, Rule>> = {
  AlterTableStmt: alterTableLocks,
  CreateStmt: createTable,
  IndexStmt: (node) =>
    onOwn(node['concurrent'] === true ? 'SHARE UPDATE EXCLUSIVE' : 'SHARE', 'reads-rows')(node),
  DropStmt: drop,
  TruncateStmt: (node) =>
    said('catalog', ...itemsOf(node, 'relations', 'RangeVar').map((r) => lockOn(r, 'ACCESS EXCLUSIVE'))),
  LockStmt: (node) => {
    const mode = TABLE_LOCK_MODES[(numberOf(node, 'mode') ?? 8) - 1] ?? 'ACCESS EXCLUSIVE';
    return said('catalog', ...itemsOf(node, 'relations', 'RangeVar').map((r) => lockOn(r, mode)));
  },
  RenameStmt: rename,
  AlterObjectSchemaStmt: onOwn('ACCESS EXCLUSIVE'),
  CreateTrigStmt: (node) =>
    said(
      'catalog',
      lockOn(nodeOf(node, 'relation'), 'SHARE ROW EXCLUSIVE'),
      lockOn(nodeOf(node, 'constrrel'), 'SHARE ROW EXCLUSIVE'),
    ),
  CreatePolicyStmt: onOwn('ACCESS EXCLUSIVE', 'catalog', 'table'),
  AlterPolicyStmt: onOwn('ACCESS EXCLUSIVE', 'catalog', 'table'),
  RuleStmt: onOwn('ACCESS EXCLUSIVE'),
  CreateStatsStmt: (node) =>
    said(
      'catalog',
      ...itemsOf(node, 'relations', 'RangeVar').map((r) => lockOn(r, 'SHARE UPDATE EXCLUSIVE')),
    ),
  CommentStmt: comment,
  ReindexStmt: reindex,
  VacuumStmt: vacuum,
  ClusterStmt: (node) => (nodeOf(node, 'relation') ? onOwn('ACCESS EXCLUSIVE', 'writes-rows')(node) : OPAQUE),
  RefreshMatViewStmt: (node) =>
    onOwn(node['concurrent'] === true ? 'EXCLUSIVE' : 'ACCESS EXCLUSIVE', 'reads-rows')(node),
  CreateSchemaStmt: (node) => (listOf(node, 'schemaElts').length > 0 ? OPAQUE : NOTHING),
  CreatePublicationStmt: publication,
  AlterPublicationStmt: publication,
  SelectStmt: queryLocks,
  InsertStmt: queryLocks,
  UpdateStmt: queryLocks,
  DeleteStmt: queryLocks,
  MergeStmt: queryLocks,
  CopyStmt: (node) =>
    nodeOf(node, 'relation')
      ? node['is_from'] === true
        ? onOwn('ROW EXCLUSIVE', 'writes-rows')(node)
        : onOwn('ACCESS SHARE', 'reads-rows')(node)
      : queryLocks(node),
  CreateTableAsStmt: (node) => queryLocks(nodeOf(node, 'query') ?? {}),
  ViewStmt: (node) => ({
    // Nothing is run: what it calls is not called yet.
    locks: [
      ...(node['replace'] === true
        ? said('catalog', lockOn(nodeOf(node, 'view'), 'ACCESS EXCLUSIVE')).locks
        : []),
      ...queryLocks(nodeOf(node, 'query') ?? {}).locks,
    ],
    work: 'catalog',
  }),
};

/** Change the catalog, and lock no table that holds rows. */
const HARMLESS = new Set([
  'AlterDatabaseSetStmt', 'AlterDatabaseStmt', 'AlterDefaultPrivilegesStmt', 'AlterEnumStmt', 'AlterFunctionStmt',
  'AlterOwnerStmt', 'AlterRoleSetStmt', 'AlterRoleStmt', 'AlterSeqStmt', 'CompositeTypeStmt', 'CreateCastStmt',
  'CreateConversionStmt', 'CreateDomainStmt', 'CreateEnumStmt', 'CreateFunctionStmt', 'CreateRangeStmt', 'CreateRoleStmt',
  'CreateSeqStmt', 'CreatedbStmt', 'DefineStmt', 'DiscardStmt', 'GrantRoleStmt', 'GrantStmt', 'ListenStmt', 'NotifyStmt',
  'TransactionStmt', 'VariableSetStmt', 'VariableShowStmt', 'Empty', 'UnlistenStmt',
]); // prettier-ignore

function createTable(node: ParseNode): SaidLocks {
  const parents = itemsOf(node, 'inhRelations', 'RangeVar');
  const isPartition = nodeOf(node, 'partbound') !== undefined;
  const inherits = parents.map((parent) =>
    isPartition
      ? lockOn(parent, 'ACCESS EXCLUSIVE', 'partitioned')
      : lockOn(parent, 'SHARE UPDATE EXCLUSIVE'),
  );
  const likes = itemsOf(node, 'tableElts', 'TableLikeClause').map((like) =>
    lockOn(nodeOf(like, 'relation'), 'ACCESS SHARE'),
  );
  const references = within(node['tableElts'], 'Constraint').map((constraint) =>
    lockOn(nodeOf(constraint, 'pktable'), 'SHARE ROW EXCLUSIVE'),
  );
  const name = relationOf(nodeOf(node, 'relation'));
  const naming: Naming | undefined = name && {
    kind: 'makes',
    name,
    unlessThere: node['if_not_exists'] === true,
  };
  return { ...said('catalog', ...inherits, ...likes, ...references), ...(naming ? { naming } : {}) };
}

/** What hangs on a table, and is named after it: `DROP TRIGGER name ON table`. */
const OF_A_TABLE = new Set(['OBJECT_TRIGGER', 'OBJECT_POLICY', 'OBJECT_RULE']);
/** May take anything along where they CASCADE. */
const ALONE = new Set([
  'OBJECT_FUNCTION', 'OBJECT_PROCEDURE', 'OBJECT_ROUTINE', 'OBJECT_AGGREGATE', 'OBJECT_SEQUENCE', 'OBJECT_TYPE', 'OBJECT_DOMAIN',
  'OBJECT_SCHEMA', 'OBJECT_EXTENSION', 'OBJECT_PUBLICATION', 'OBJECT_STATISTIC_EXT', 'OBJECT_COLLATION', 'OBJECT_OPERATOR',
  'OBJECT_CAST', 'OBJECT_EVENT_TRIGGER',
]); // prettier-ignore

function drop(node: ParseNode): SaidLocks {
  const type = textOf(node, 'removeType') ?? '';
  const cascades = textOf(node, 'behavior') === 'DROP_CASCADE';
  const names = listOf(node, 'objects').map((object) => namesOf(nodeOf(object, 'List') ?? {}, 'items'));
  const concurrent = node['concurrent'] === true;
  if (type === 'OBJECT_TABLE')
    return said('catalog', ...names.map((name) => lockOnName(name, 'ACCESS EXCLUSIVE', 'dropped')));
  if (type === 'OBJECT_VIEW' || type === 'OBJECT_MATVIEW')
    return said('catalog', ...names.map((name) => lockOnName(name, 'ACCESS EXCLUSIVE')));
  if (type === 'OBJECT_INDEX') {
    const mode = concurrent ? 'SHARE UPDATE EXCLUSIVE' : 'ACCESS EXCLUSIVE';
    return said('catalog', ...names.map((name) => lockOnName(name, mode, 'index')));
  }
  if (OF_A_TABLE.has(type))
    return said('catalog', ...names.map((name) => lockOnName(name.slice(0, -1), 'ACCESS EXCLUSIVE')));
  return ALONE.has(type) && !cascades ? NOTHING : OPAQUE;
}

function rename(node: ParseNode): SaidLocks {
  const type = textOf(node, 'renameType') ?? '';
  const relation = nodeOf(node, 'relation');
  if (!relation) return NOTHING;
  // Of an index the index alone is locked.
  if (type === 'OBJECT_SEQUENCE' || type === 'OBJECT_INDEX') return NOTHING;
  const from = relationOf(relation);
  const locks = onOwn('ACCESS EXCLUSIVE')(node);
  if (type !== 'OBJECT_TABLE' || !from) return locks;
  return {
    ...locks,
    naming: { kind: 'renames', from, to: { ...from, name: textOf(node, 'newname') ?? '' } },
  };
}

const COMMENTED: Readonly<Record<string, number>> = {
  OBJECT_TABLE: 0,
  OBJECT_VIEW: 0,
  OBJECT_MATVIEW: 0,
  OBJECT_COLUMN: 1,
  OBJECT_TABCONSTRAINT: 1,
  OBJECT_TRIGGER: 1,
  OBJECT_POLICY: 1,
  OBJECT_RULE: 1,
};

function comment(node: ParseNode): SaidLocks {
  const beside = COMMENTED[textOf(node, 'objtype') ?? ''];
  if (beside === undefined) return NOTHING;
  const parts = namesOf(nodeOf(nodeOf(node, 'object') ?? {}, 'List') ?? {}, 'items');
  return said('catalog', lockOnName(parts.slice(0, parts.length - beside), 'SHARE UPDATE EXCLUSIVE'));
}

const hasOption = (node: ParseNode, key: string, name: string): boolean =>
  itemsOf(node, key, 'DefElem').some((option) => textOf(option, 'defname') === name);

function reindex(node: ParseNode): SaidLocks {
  const kind = textOf(node, 'kind');
  if (kind !== 'REINDEX_OBJECT_TABLE' && kind !== 'REINDEX_OBJECT_INDEX') return OPAQUE;
  const mode = hasOption(node, 'params', 'concurrently') ? 'SHARE UPDATE EXCLUSIVE' : 'SHARE';
  const follows = kind === 'REINDEX_OBJECT_INDEX' ? 'index' : undefined;
  return said('reads-rows', lockOn(nodeOf(node, 'relation'), mode, follows));
}

function vacuum(node: ParseNode): SaidLocks {
  const relations = itemsOf(node, 'rels', 'VacuumRelation');
  if (relations.length === 0) return OPAQUE;
  const isFull = hasOption(node, 'options', 'full');
  const mode = isFull ? 'ACCESS EXCLUSIVE' : 'SHARE UPDATE EXCLUSIVE';
  return said(
    isFull ? 'writes-rows' : 'reads-rows',
    ...relations.map((relation) => lockOn(nodeOf(relation, 'relation'), mode)),
  );
}

function publication(node: ParseNode): SaidLocks {
  const tables = itemsOf(node, 'pubobjects', 'PublicationObjSpec').map(
    (object) => nodeOf(object, 'pubtable') ?? {},
  );
  return said(
    'catalog',
    ...tables.map((table) => lockOn(nodeOf(table, 'relation'), 'SHARE UPDATE EXCLUSIVE')),
  );
}

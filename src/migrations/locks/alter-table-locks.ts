/** The locks of ALTER TABLE, by its subcommands, as PostgreSQL's manual lists them. */
import { type StatementWork, TABLE_LOCK_MODES, type TableLockMode } from '../../domain/deployment.ts';
import { itemsOf, namesOf, nodeOf, type ParseNode, textOf } from '../sql-parser.ts';
import { lockOn, type NamedLock, type SaidLocks, within } from './named-lock.ts';

interface Subcommand {
  readonly mode: TableLockMode;
  readonly work: StatementWork;
  readonly others?: readonly (NamedLock | undefined)[];
  readonly isPartitioning?: boolean;
}

/** Whatever is not here takes ACCESS EXCLUSIVE, and changes the catalog alone. */
const WEAKER: Readonly<Record<string, TableLockMode>> = {
  AT_SetStatistics: 'SHARE UPDATE EXCLUSIVE',
  AT_ClusterOn: 'SHARE UPDATE EXCLUSIVE',
  AT_DropCluster: 'SHARE UPDATE EXCLUSIVE',
  AT_SetOptions: 'SHARE UPDATE EXCLUSIVE',
  AT_ResetOptions: 'SHARE UPDATE EXCLUSIVE',
  AT_DetachPartitionFinalize: 'SHARE UPDATE EXCLUSIVE',
  AT_EnableTrig: 'SHARE ROW EXCLUSIVE',
  AT_EnableAlwaysTrig: 'SHARE ROW EXCLUSIVE',
  AT_EnableReplicaTrig: 'SHARE ROW EXCLUSIVE',
  AT_EnableTrigAll: 'SHARE ROW EXCLUSIVE',
  AT_EnableTrigUser: 'SHARE ROW EXCLUSIVE',
  AT_DisableTrig: 'SHARE ROW EXCLUSIVE',
  AT_DisableTrigAll: 'SHARE ROW EXCLUSIVE',
  AT_DisableTrigUser: 'SHARE ROW EXCLUSIVE',
};

const WORK: Readonly<Record<string, StatementWork>> = {
  AT_AlterColumnType: 'writes-rows',
  AT_SetTableSpace: 'writes-rows',
  AT_SetLogged: 'writes-rows',
  AT_SetUnLogged: 'writes-rows',
  AT_SetAccessMethod: 'writes-rows',
  AT_SetExpression: 'writes-rows',
  AT_SetNotNull: 'reads-rows',
};

const WORK_RANK: readonly StatementWork[] = ['catalog', 'reads-rows', 'unknown', 'writes-rows'];
const heavier = (a: StatementWork, b: StatementWork): StatementWork =>
  WORK_RANK.indexOf(a) >= WORK_RANK.indexOf(b) ? a : b;
const stronger = (a: TableLockMode, b: TableLockMode): TableLockMode =>
  TABLE_LOCK_MODES.indexOf(a) >= TABLE_LOCK_MODES.indexOf(b) ? a : b;

/** @param node of an AlterTableStmt. */
export function alterTableLocks(node: ParseNode): SaidLocks {
  const commands = itemsOf(node, 'cmds', 'AlterTableCmd').map(subcommand);
  const [first, ...rest] = commands;
  if (!first) return { locks: [], work: 'unknown' };
  const mode = rest.reduce((strongest, one) => stronger(strongest, one.mode), first.mode);
  const work = rest.reduce((heaviest, one) => heavier(heaviest, one.work), first.work);
  const isIndex = textOf(node, 'objtype') === 'OBJECT_INDEX';
  const follows = isIndex ? 'index' : commands.some((c) => c.isPartitioning) ? 'partitioned' : undefined;
  const own = lockOn(nodeOf(node, 'relation'), mode, follows);
  const others = commands.flatMap((command) => command.others ?? []);
  return { locks: [own, ...others].filter((lock) => lock !== undefined), work };
}

function subcommand(command: ParseNode): Subcommand {
  const subtype = textOf(command, 'subtype') ?? '';
  const definition = nodeOf(command, 'def') ?? {};
  switch (subtype) {
    case 'AT_AddColumn':
      return addColumn(nodeOf(definition, 'ColumnDef') ?? {});
    case 'AT_AddConstraint':
      return addConstraint(nodeOf(definition, 'Constraint') ?? {});
    case 'AT_ValidateConstraint':
      return { mode: 'SHARE UPDATE EXCLUSIVE', work: 'reads-rows' };
    case 'AT_SetRelOptions':
    case 'AT_ResetRelOptions':
      return { mode: storageOptionMode(definition), work: 'catalog' };
    case 'AT_AttachPartition':
    case 'AT_DetachPartition':
      return partitionCommand(subtype, nodeOf(definition, 'PartitionCmd') ?? {});
    case 'AT_AddInherit':
      return {
        mode: 'ACCESS EXCLUSIVE',
        work: 'catalog',
        others: [lockOn(nodeOf(definition, 'RangeVar'), 'SHARE UPDATE EXCLUSIVE')],
      };
    default:
      return { mode: WEAKER[subtype] ?? 'ACCESS EXCLUSIVE', work: WORK[subtype] ?? 'catalog' };
  }
}

function partitionCommand(subtype: string, command: ParseNode): Subcommand {
  const partition = nodeOf(command, 'name');
  if (subtype === 'AT_AttachPartition') {
    return {
      mode: 'SHARE UPDATE EXCLUSIVE',
      // Unless a constraint of the table implies its bounds already.
      work: 'reads-rows',
      others: [lockOn(partition, 'ACCESS EXCLUSIVE')],
      isPartitioning: true,
    };
  }
  const mode = command['concurrent'] === true ? 'SHARE UPDATE EXCLUSIVE' : 'ACCESS EXCLUSIVE';
  return {
    mode,
    work: 'catalog',
    // Its second transaction locks the partition alone against everybody.
    others: [lockOn(partition, 'ACCESS EXCLUSIVE')],
    isPartitioning: true,
  };
}

/** Foreign keys lock both tables against writers, other constraints their own table against everybody. */
function addConstraint(constraint: ParseNode): Subcommand {
  const isChecked = constraint['skip_validation'] !== true;
  switch (textOf(constraint, 'contype') ?? '') {
    case 'CONSTR_FOREIGN':
      return {
        mode: 'SHARE ROW EXCLUSIVE',
        work: isChecked ? 'reads-rows' : 'catalog',
        others: [lockOn(nodeOf(constraint, 'pktable'), 'SHARE ROW EXCLUSIVE')],
      };
    case 'CONSTR_PRIMARY':
    case 'CONSTR_UNIQUE':
      return {
        mode: 'ACCESS EXCLUSIVE',
        work: textOf(constraint, 'indexname') === undefined ? 'reads-rows' : 'catalog',
      };
    default:
      return { mode: 'ACCESS EXCLUSIVE', work: isChecked ? 'reads-rows' : 'catalog' };
  }
}

function addColumn(column: ParseNode): Subcommand {
  const constraints = itemsOf(column, 'constraints', 'Constraint');
  const referenced = constraints.map((c) => lockOn(nodeOf(c, 'pktable'), 'SHARE ROW EXCLUSIVE'));
  const works = constraints.map(columnConstraintWork);
  const type = namesOf(nodeOf(column, 'typeName') ?? {}, 'names').at(-1) ?? '';
  const ofType: StatementWork = SERIAL.test(type) ? 'writes-rows' : 'catalog';
  return { mode: 'ACCESS EXCLUSIVE', work: works.reduce(heavier, ofType), others: referenced };
}

const SERIAL = /^(?:big|small)?serial[248]?$/;

function columnConstraintWork(constraint: ParseNode): StatementWork {
  switch (textOf(constraint, 'contype') ?? '') {
    case 'CONSTR_IDENTITY':
    case 'CONSTR_GENERATED':
      return 'writes-rows';
    case 'CONSTR_DEFAULT':
      return defaultWork(nodeOf(constraint, 'raw_expr') ?? {});
    case 'CONSTR_UNIQUE':
    case 'CONSTR_PRIMARY':
    case 'CONSTR_CHECK':
      return 'reads-rows';
    default:
      return 'catalog';
  }
}

/** Give one value to a whole statement; a volatile one is worked out for each row, which is then written anew. */
const STABLE = new Set([
  'now',
  'transaction_timestamp',
  'statement_timestamp',
  'current_setting',
  'date_trunc',
  'timezone',
]);
const VOLATILE = new Set([
  'random',
  'gen_random_uuid',
  'uuidv7',
  'uuidv4',
  'uuid_generate_v4',
  'nextval',
  'clock_timestamp',
  'timeofday',
]);

function defaultWork(expression: ParseNode): StatementWork {
  const called = within(expression, 'FuncCall').map((call) => namesOf(call, 'funcname').at(-1) ?? '');
  if (called.some((name) => VOLATILE.has(name))) return 'writes-rows';
  return called.every((name) => STABLE.has(name)) ? 'catalog' : 'unknown';
}

const LIGHT_OPTION =
  /^(?:fillfactor|parallel_workers|toast_tuple_target|log_autovacuum_\w+|vacuum_\w+|(?:toast\.)?autovacuum_\w+)$/;

function storageOptionMode(definition: ParseNode): TableLockMode {
  const options = itemsOf(nodeOf(definition, 'List') ?? {}, 'items', 'DefElem');
  const isLight = options.every((option) => LIGHT_OPTION.test(textOf(option, 'defname') ?? ''));
  return isLight ? 'SHARE UPDATE EXCLUSIVE' : 'ACCESS EXCLUSIVE';
}

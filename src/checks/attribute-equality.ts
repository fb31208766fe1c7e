/** When an attribute counts as kept: the same again, or one that does what it did. */
import type { Attribute, TableAttributes } from '../domain/attributes.ts';

export interface Surroundings {
  readonly after: TableAttributes;
  /** Columns that have another type now. */
  readonly redefined: ReadonlySet<string>;
  /** What every partition has of its own now. */
  readonly everyPartition: readonly Attribute[];
}

const CAST =
  /::(?:"(?:[^"]|"")*"|[\w.])+(?: (?:varying|precision))?(?:\(\d+(?:, *\d+)?\))?(?: (?:without|with) time zone)?(?:\[\])*/g;

/** Without casts, brackets and blanks, which come and go with a column's type. */
export const plainText = (expression: string): string =>
  expression
    .replace(CAST, '')
    .replace(/\b(?:now|transaction_timestamp)\(\)/g, 'CURRENT_TIMESTAMP')
    .replace(/[()\s]/g, '')
    .toLowerCase();

export function isKept(a: Attribute, around: Surroundings): boolean {
  const { after, redefined, everyPartition } = around;
  const now = [...after.attributes, ...everyPartition];
  const same = now.filter((b) => b.kind === a.kind);
  // The very object is still there, whatever it is called or its columns are.
  if (a.oid > 0 && a.kind !== 'trigger' && same.some((b) => b.oid === a.oid)) return true;
  const isEqual = (b: Attribute): boolean => plainText(b.definition) === plainText(a.definition);
  const [column] = a.columns;
  const isRedefined = column !== undefined && redefined.has(column);
  switch (a.kind) {
    case 'storage':
    case 'logged':
      // A partitioned table has no storage of its own.
      return same.some(isEqual) || (after.isPartitioned && after.partitions.length === 0);
    case 'grant':
    case 'column grant':
      return a.name === after.owner || now.some((b) => grants(b, a));
    case 'index':
      return now.some((b) => isAsGood(b, a, after));
    case 'primary key':
      return same.some((b) => hasKey(b, a, after));
    case 'unique':
      return now.some(
        (b) =>
          (b.kind === 'unique' || b.kind === 'primary key' || (b.isUnique && !hasPredicate(b))) &&
          hasKey(b, a, after),
      );
    case 'check':
      return same.some((b) => isEqual(b) || isEqual({ ...b, definition: validated(b, a) }));
    case 'foreign key':
      return same.some(
        (b) =>
          isEqual(b) ||
          (b.object === a.object && holdsAll(b.columns, a.columns) && actionsOf(b) === actionsOf(a)),
      );
    case 'referenced by':
      return same.some(
        (b) => b.object === a.object && holdsAll(b.columns, a.columns) && actionCodes(b) === actionCodes(a),
      );
    case 'comment':
      return same.length > 0;
    case 'column comment':
    case 'not null':
      return same.some((b) => b.columns[0] === column);
    case 'default':
      return same.some((b) => b.columns[0] === column && (isRedefined || isSameValue(b, a)));
    case 'generated':
      return same.some((b) => b.columns[0] === column && isEqual(b));
    case 'collation':
    case 'column storage':
    case 'statistics target':
      return isRedefined || same.some((b) => b.columns[0] === column && isEqual(b));
    case 'statistics':
      return same.some((b) => holdsAll(b.columns, a.columns) && isEqual(b));
    case 'view':
      return same.some(isEqual);
    case 'partition view':
      return after.views.includes(a.definition);
    case 'trigger':
      return same.some((b) => isEqual(b) || firesAsOften(b, a));
    case 'owner':
    case 'row security':
    case 'policy':
    case 'replica identity':
    case 'publication':
    case 'tablespace':
    case 'exclusion':
    case 'rule':
    case 'function':
      return same.some(isEqual);
  }
}

const TRIGGER =
  /^((?:CONSTRAINT )?(?:BEFORE|AFTER|INSTEAD OF)) (.*?) ((?:FOR EACH|REFERENCING|NOT DEFERRABLE|DEFERRABLE) .*)$/s;

/** The same function at the same time, and at more events perhaps. */
function firesAsOften(b: Attribute, a: Attribute): boolean {
  const [now, old] = [b, a].map(({ definition }) => TRIGGER.exec(definition) ?? []);
  const events = now?.[2]?.split(' OR ') ?? [];
  return (
    now?.[1] !== undefined &&
    now[1] === old?.[1] &&
    plainText(now[3] ?? '') === plainText(old[3] ?? '') &&
    (old[2]?.split(' OR ') ?? []).every((event) =>
      events.some((e) => e === event || (e === 'UPDATE' && event.startsWith('UPDATE OF '))),
    )
  );
}

/** What a foreign key does when what it refers to is deleted or changed: without its CASCADE, deletes fail. */
const actionsOf = ({ definition }: Attribute): string =>
  (definition.match(/ ON (?:UPDATE|DELETE) (?:CASCADE|RESTRICT|SET NULL|SET DEFAULT)/g) ?? [])
    .sort()
    .join('');

/** The same of one that refers here, where the catalog's letters are its definition's first two words. */
const actionCodes = ({ definition }: Attribute): string => definition.split(' ').slice(0, 2).join(' ');

const holdsAll = (columns: readonly string[], wanted: readonly string[]): boolean =>
  wanted.every((column) => columns.includes(column));

/** One that was not validated then need not be now. */
const validated = (b: Attribute, a: Attribute): string =>
  a.definition.endsWith(' NOT VALID') ? `${b.definition.replace(/ NOT VALID$/, '')} NOT VALID` : b.definition;

function grants(b: Attribute, a: Attribute): boolean {
  if (b.name !== a.name && b.name !== 'public') return false;
  const isOfColumn = b.kind === 'column grant';
  if (isOfColumn && (a.kind === 'grant' || b.columns[0] !== a.columns[0])) return false;
  if (!isOfColumn && b.kind !== 'grant') return false;
  return b.definition === a.definition || b.definition === `${a.definition} with grant option`;
}

const hasPredicate = ({ definition }: Attribute): boolean => / WHERE /.test(definition);

const predicateOf = ({ definition }: Attribute): string =>
  plainText(/ WHERE (.*)$/s.exec(definition)?.[1] ?? '');

/** The same columns, and beside them at most those that partitioning forces into a key. */
const hasKey = (b: Attribute, a: Attribute, { partitionKey }: TableAttributes): boolean =>
  holdsAll(b.columns, a.columns) &&
  b.columns.every((column) => a.columns.includes(column) || partitionKey.includes(column));

/** The same index, one that begins with its columns, or with another method over them; a unique one must be as unique. */
function isAsGood(b: Attribute, a: Attribute, after: TableAttributes): boolean {
  if (b.kind !== 'index') return false;
  if (plainText(b.definition) === plainText(a.definition) && (b.isUnique || !a.isUnique)) return true;
  if (predicateOf(b) !== predicateOf(a)) return false;
  if (a.isUnique) return b.isUnique === true && hasKey(b, a, after);
  return a.columns.every((column, i) => plainText(b.columns[i] ?? '') === plainText(column));
}

const literalOf = (text: string): string => /^'?([^']*)'?$/.exec(plainText(text))?.[1] ?? plainText(text);

/** `0` and `0.00` are one default, and so are `'5'` and `5`. */
function isSameValue(b: Attribute, a: Attribute): boolean {
  const [now, old] = [literalOf(b.definition), literalOf(a.definition)];
  return now === old || (now !== '' && old !== '' && Number(now) === Number(old));
}

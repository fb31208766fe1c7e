/** Compares what hung on a table with what hangs on it now, and tells what is gone though nobody said so. */
import type {
  Attribute,
  AttributeKind,
  NamedChange,
  NamedKind,
  Numbering,
  TableAttributes,
} from '../domain/attributes.ts';
import { bareName } from '../domain/partition-name.ts';
import { shortName } from '../domain/wording.ts';
import { isKept, plainText } from './attribute-equality.ts';
import { wordsOf } from './attribute-words.ts';

export interface Loss {
  readonly text: string;
  /** An object of its own that went: where it was dropped is where the fault is. */
  readonly object?: string | undefined;
  /** Partitions that lack it; none where the table itself does. */
  readonly partitions: readonly string[];
}

export interface Comparison {
  readonly before: TableAttributes;
  readonly after: TableAttributes;
  readonly named: readonly NamedChange[];
  /** Whether a partition is for a range that no partition was for before: it takes nothing's place. */
  readonly isAddition: (partition: string) => boolean;
}

export function lossesOf(comparison: Comparison): Loss[] {
  const { after, named } = comparison;
  const before = asNamedNow(comparison);
  const gone = goneColumns(comparison, before);
  const redefined = new Set(
    before.columns
      .filter((column) => after.columns.some((c) => c.name === column.name && c.type !== column.type))
      .map((column) => column.name),
  );
  const own = before.attributes
    .filter((a) => a.ofConstraint === undefined && !mentions(a, gone) && !isMeant(a, named, after))
    .filter((a) => !isKept(a, { after, redefined, everyPartition: ofEveryPartition(after) }))
    .sort(byKind);
  return [
    ...numberingLosses(before, after, gone, named),
    ...own.map((attribute) => ({
      text: textOf(attribute, after),
      object: attribute.kind === 'referenced by' ? undefined : attribute.object,
      partitions: [],
    })),
    ...partitionLosses({ ...comparison, before }, gone),
  ];
}

/** The worst to lose first: what keeps rows right, then who may do what, then how fast it is. */
const RANK: readonly AttributeKind[] = [
  ...(['primary key', 'foreign key', 'referenced by', 'unique', 'exclusion', 'check', 'not null'] as const),
  ...(['trigger', 'rule', 'default', 'generated', 'row security', 'policy', 'owner', 'grant'] as const),
  ...(['column grant', 'publication', 'replica identity', 'logged', 'view', 'function'] as const),
  ...(['partition view', 'index', 'collation', 'storage', 'tablespace', 'statistics'] as const),
];

const rankOf = ({ kind }: Attribute): number => (RANK.indexOf(kind) + RANK.length + 1) % (RANK.length + 1);

const byKind = (a: Attribute, b: Attribute): number =>
  rankOf(a) - rankOf(b) || compareText(sortKey(a), sortKey(b));

const sortKey = (a: Attribute): string => [a.kind, a.name, a.definition, ...a.columns].join(' ');
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What was known under the columns' names of then, under those of now: of the same table they are told by their place. */
function asNamedNow({ before, after }: Comparison): TableAttributes {
  if (before.oid !== after.oid) return before;
  const renamed = new Map(
    before.columns.flatMap(({ name, position }) => {
      const now = after.columns.find((column) => column.position === position)?.name;
      return now === undefined || now === name ? [] : [[name, now] as const];
    }),
  );
  if (renamed.size === 0) return before;
  const now = (name: string): string => renamed.get(name) ?? name;
  const within = (text: string): string =>
    text.replace(/"((?:[^"]|"")+)"|[\w$]+/g, (word, quoted?: string) => renamed.get(quoted ?? word) ?? word);
  const rename = (a: Attribute): Attribute => ({
    ...a,
    name: a.columns.includes(a.name) ? now(a.name) : a.name,
    columns: a.columns.map(now),
    definition: within(a.definition),
  });
  return {
    ...before,
    columns: before.columns.map((column) => ({ ...column, name: now(column.name) })),
    attributes: before.attributes.map(rename),
    partitions: before.partitions.map((p) => ({ ...p, attributes: p.attributes.map(rename) })),
    numberings: before.numberings.map((n) => ({ ...n, column: now(n.column) })),
  };
}

/** Columns that are not there any more: that is told by what compares rows. */
const goneColumns = ({ after }: Comparison, before: TableAttributes): readonly string[] =>
  before.columns.map((c) => c.name).filter((name) => !after.columns.some((c) => c.name === name));

function mentions(a: Attribute, gone: readonly string[]): boolean {
  if (a.kind === 'referenced by') return false;
  const words: readonly string[] = a.definition.match(/[\w$]+/g) ?? [];
  return gone.some((column) => a.columns.includes(column) || words.includes(column));
}

/** How statements name each kind; by its name, or by what a table has but once. */
const NAMED_AS: Readonly<Record<AttributeKind, readonly NamedKind[]>> = {
  owner: ['owner'],
  'row security': ['row security'],
  policy: ['policy'],
  'replica identity': ['replica identity'],
  publication: ['publication'],
  storage: ['storage'],
  tablespace: ['tablespace'],
  logged: ['logged'],
  grant: ['grant'],
  'column grant': ['grant'],
  index: ['index'],
  'primary key': ['constraint'],
  unique: ['constraint'],
  exclusion: ['constraint'],
  check: ['constraint'],
  'foreign key': ['constraint'],
  'referenced by': ['constraint'],
  trigger: ['trigger'],
  rule: ['rule'],
  statistics: ['statistics'],
  comment: ['comment'],
  'column comment': ['comment'],
  'not null': ['not null'],
  default: ['default', 'column'],
  generated: ['generated', 'column'],
  collation: ['column'],
  'column storage': ['column storage', 'column'],
  'statistics target': ['statistics target'],
  view: ['view'],
  'partition view': ['view'],
  function: ['function'],
};

/** What a table has but once, so that no name is needed. */
const WITHOUT_NAME: readonly AttributeKind[] = [
  'owner',
  'row security',
  'replica identity',
  'storage',
  'tablespace',
  'logged',
];

/** A statement that names it meant it, unless one after it makes it again and it is not there after all. */
function isMeant(a: Attribute, named: readonly NamedChange[], after: TableAttributes): boolean {
  const name = a.kind === 'comment' ? bareName(a.name) : a.name;
  const isThere = after.attributes.some((other) => other.kind === a.kind && other.name === a.name);
  return named.some(({ what, name: taken, isMadeAgain }) => {
    if (a.kind === 'referenced by' && what === 'table' && taken === bareName(a.object ?? '')) return true;
    // Who drops the function of a trigger has no more use for the trigger.
    if (a.kind === 'trigger' && what === 'function' && taken === functionOf(a) && !isMadeAgain) return true;
    if (!NAMED_AS[a.kind].includes(what)) return false;
    return WITHOUT_NAME.includes(a.kind) || (taken === name && (!isMadeAgain || isThere));
  });
}

const functionOf = ({ definition }: Attribute): string | undefined => {
  const called = / EXECUTE (?:FUNCTION|PROCEDURE) ((?:"(?:[^"]|"")+"|[\w$.])+)\(/.exec(definition)?.[1];
  return called === undefined ? undefined : bareName(called);
};

/** What every partition has of its own is as good as the table's. */
function ofEveryPartition({ partitions }: TableAttributes): readonly Attribute[] {
  const [first, ...others] = partitions;
  return (first?.attributes ?? []).filter((a) =>
    others.every((p) => p.attributes.some((b) => isAlike(a, b))),
  );
}

const isAlike = (a: Attribute, b: Attribute): boolean =>
  a.kind === b.kind &&
  plainText(a.definition) === plainText(b.definition) &&
  a.columns.join() === b.columns.join() &&
  (!NAMES_COUNT.includes(a.kind) || a.name === b.name);

/** Of these the name tells whose they are. */
const NAMES_COUNT: readonly AttributeKind[] = ['grant', 'column grant', 'publication'];

function textOf(a: Attribute, after: TableAttributes): string {
  const table = shortName(after.table);
  if (a.kind === 'view' && a.object !== undefined && after.views.includes(a.object)) {
    return `The view ${shortName(a.object)} does not read ${table} any more.`;
  }
  return `${wordsOf(a)} of ${table} is gone.`;
}

function numberingLosses(
  before: TableAttributes,
  after: TableAttributes,
  gone: readonly string[],
  named: readonly NamedChange[],
): Loss[] {
  return before.numberings.flatMap((old) => {
    const isRedefined = named.some(
      ({ what, name }) => ['identity', 'default', 'column'].includes(what) && name === old.column,
    );
    if (gone.includes(old.column) || isRedefined) return [];
    const now = after.numberings.find((n) => n.column === old.column);
    const text = numberingText(old, now, shortName(after.table));
    return text === undefined ? [] : [{ text, object: now ? undefined : old.sequence, partitions: [] }];
  });
}

function numberingText(old: Numbering, now: Numbering | undefined, table: string): string | undefined {
  const column = `${table}.${old.column}`;
  if (!now) return `${column} takes no number by itself any more: its ${kindOf(old)} is gone.`;
  if (old.kind !== 'serial' && now.kind !== old.kind) {
    return `${column} is ${kindOf(now)}, and was ${kindOf(old)}.`;
  }
  const isBehind = old.increment > 0n && now.next < old.next;
  const isInUse = now.highest !== undefined && now.next <= now.highest;
  if (!isBehind || !isInUse) return undefined;
  return `The numbers of ${column} go on from ${now.next} where they would have from ${old.next}, and ${now.highest ?? ''} is in use.`;
}

const kindOf = ({ kind }: Numbering): string =>
  kind === 'serial' ? 'default from a sequence' : `identity GENERATED ${kind.toUpperCase()}`;

/** A single partition tells of no custom. */
const FEWEST = 2;

/** What every partition had of its own, each that is there in their place must have now. */
function partitionLosses({ before, after, named, isAddition }: Comparison, gone: readonly string[]): Loss[] {
  if (before.partitions.length < FEWEST) return [];
  return ofEveryPartition(before)
    .filter((a) => !mentions(a, gone) && !isMeant(a, named, after))
    .filter((a) => !(a.kind === 'owner' && before.owner === a.definition && after.owner !== before.owner))
    .sort(byKind)
    .flatMap((a): Loss[] => {
      if (after.attributes.some((b) => isAlike(a, b)) && reachesPartitions(a.kind)) return [];
      const lacking = after.partitions.filter(
        (p) =>
          !isAddition(p.name) &&
          !p.attributes.some((b) => isAlike(a, b) || covers(b, a)) &&
          !isOwners(a, p.attributes),
      );
      if (lacking.length === 0) return [];
      const names = lacking.map((p) => shortName(p.name));
      return [
        {
          text: `${wordsOf(a)} of every partition of ${shortName(after.table)} is missing from ${names[0] ?? ''}${names.length > 1 ? ` and ${names.length - 1} more` : ''}.`,
          partitions: lacking.map((p) => p.name),
        },
      ];
    });
}

/** Partitions have these from their parent; a grant on it is enough for whoever reads and writes through it. */
const reachesPartitions = (kind: AttributeKind): boolean =>
  [
    'grant',
    'column grant',
    'index',
    'primary key',
    'unique',
    'check',
    'foreign key',
    'trigger',
    'exclusion',
  ].includes(kind);

const covers = (now: Attribute, old: Attribute): boolean =>
  now.kind === old.kind &&
  now.name === old.name &&
  now.columns.join() === old.columns.join() &&
  ['grant', 'column grant'].includes(now.kind) &&
  now.definition === `${old.definition} with grant option`;

/** An owner needs no grant. */
const isOwners = (a: Attribute, others: readonly Attribute[]): boolean =>
  ['grant', 'column grant'].includes(a.kind) &&
  others.some((other) => other.kind === 'owner' && other.definition === a.name);

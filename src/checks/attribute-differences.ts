/** What came to hang on a table or went from it, where neither should have: by what it does, not by which object it is. */
import type { Attribute, AttributeKind, TableAttributes } from '../domain/attributes.ts';
import { shortName } from '../domain/wording.ts';
import { wordsOf } from './attribute-words.ts';

export interface AttributeDifference {
  /** `The index on (tenant) was added to usage_record: usage_record_tenant_idx1`. */
  readonly text: string;
  readonly isAdded: boolean;
  /** As origins name it; those that name the object itself come first. */
  readonly objects: readonly string[];
}

interface Hanging {
  readonly on: string;
  readonly attribute: Attribute;
}

/** Told by a constraint already, or said anew at will: nobody waits for a lock that a comment takes. */
const isUntold = ({ kind, ofConstraint }: Attribute): boolean =>
  ofConstraint === true || kind === 'comment' || kind === 'column comment';

/** What is dropped and made anew alike is no difference: that is how repeatable migrations are written. */
export function attributeDifferences(before: TableAttributes, after: TableAttributes): AttributeDifference[] {
  const [was, is] = [hangingOn(before, after), hangingOn(after, before)];
  return [...columnDifferences(before, after), ...missingFrom(was, is, false), ...missingFrom(is, was, true)];
}

/** Of partitions that are in both: what became of the others is told by the layout. */
function hangingOn({ table, attributes, partitions }: TableAttributes, other: TableAttributes): Hanging[] {
  const both = partitions.filter((p) => other.partitions.some((o) => o.oid === p.oid));
  return [{ name: table, attributes }, ...both].flatMap(({ name, attributes: own }) =>
    own.filter((a) => !isUntold(a)).map((attribute) => ({ on: name, attribute })),
  );
}

function missingFrom(
  these: readonly Hanging[],
  those: readonly Hanging[],
  isAdded: boolean,
): AttributeDifference[] {
  const rest = new Map<string, number>();
  for (const hanging of those) rest.set(keyOf(hanging), (rest.get(keyOf(hanging)) ?? 0) + 1);
  return these
    .filter((hanging) => {
      const left = rest.get(keyOf(hanging)) ?? 0;
      rest.set(keyOf(hanging), left - 1);
      return left <= 0;
    })
    .map(({ on, attribute }) => ({
      text: `${wordsOf(attribute)} ${isAdded ? 'was added to' : 'is gone from'} ${shortName(on)}${called(attribute)}`,
      isAdded,
      objects: [
        ...(attribute.object === undefined ? [] : [attribute.object]),
        `${attribute.name} on ${on}`,
        on,
      ],
    }));
}

const keyOf = ({ on, attribute: { kind, name, definition, columns, object } }: Hanging): string =>
  JSON.stringify([on, kind, kind === 'owner' ? '' : name, definition, columns, object]);

const NAMED: readonly AttributeKind[] = [
  'index',
  'primary key',
  'unique',
  'check',
  'foreign key',
  'exclusion',
  'statistics',
];

const called = ({ kind, name }: Attribute): string => (NAMED.includes(kind) ? `: ${shortName(name)}` : '');

function columnDifferences(before: TableAttributes, after: TableAttributes): AttributeDifference[] {
  const missing = (these: TableAttributes, those: TableAttributes): string[] =>
    these.columns
      .filter((column) => !those.columns.some((c) => c.name === column.name && c.type === column.type))
      .map(({ name, type }) => `The column ${name} (${type})`);
  const on = shortName(after.table);
  return [
    ...missing(before, after).map((text) => ({ text: `${text} is gone from ${on}`, isAdded: false })),
    ...missing(after, before).map((text) => ({ text: `${text} was added to ${on}`, isAdded: true })),
  ].map((difference) => ({ ...difference, objects: [after.table] }));
}

/** Says how values of one type are compared with what a change of type has made of them, where it loses nothing. */
import type { ColumnFacts } from './table-facts.ts';

/** What both values are turned into before they are compared; `as-is`: equal values have equal hashes already. */
export type Common =
  | 'as-is'
  | 'number'
  | 'float'
  | 'text'
  | 'trimmed-text'
  /** A text's blanks at its end are its own, those of what is padded are nobody's. */
  | 'padded-text'
  | 'jsonb'
  | 'instant'
  /** Whose time zone the wall clock's was is for the change to say: other values are no fault of it. */
  | 'instant-of-some-zone';

/** @returns undefined where the change may lose something, and so redefines the column. */
export function commonOf(before: ColumnFacts, now: ColumnFacts): Common | undefined {
  if (before.type === now.type) return 'as-is';
  if (before.isArray !== now.isArray) return undefined;
  if (areAlike(before, now)) return 'as-is';
  return before.isArray ? undefined : commonOfPlain(before, now);
}

/** Types that hold the same values, and hash them alike: widening a column changes none. */
const ALIKE: readonly (readonly string[])[] = [
  ['smallint', 'integer', 'bigint'],
  ['text', 'character varying'],
];

const PRECISE = ['timestamp without time zone', 'timestamp with time zone', 'time without time zone'];

function areAlike(before: ColumnFacts, now: ColumnFacts): boolean {
  const both = (types: readonly string[]): boolean =>
    types.includes(before.baseType) && types.includes(now.baseType);
  if (ALIKE.some(both)) return true;
  if (before.baseType !== now.baseType || before.typeKind !== now.typeKind) return false;
  // A domain, and the type beneath it.
  if (before.modifier === now.modifier) return true;
  return PRECISE.includes(now.baseType) && digitsOf(now) >= digitsOf(before);
}

/** Of a second's fraction. */
const digitsOf = ({ modifier }: ColumnFacts): number => (modifier < 0 ? 6 : modifier);

const WALL = ['date', 'timestamp without time zone'];
const TEXTS = ['text', 'character varying'];

function commonOfPlain(before: ColumnFacts, now: ColumnFacts): Common | undefined {
  const [from, to] = [before.baseType, now.baseType];
  const isFrom = (...types: string[]): boolean => types.includes(from);
  const isTo = (...types: string[]): boolean => types.includes(to);
  if (to === 'numeric' && isFrom('smallint', 'integer', 'bigint', 'numeric'))
    return keepsDigits(before, now) ? 'number' : undefined;
  if (to === 'double precision' && isFrom('smallint', 'integer', 'real')) return 'float';
  if (isFrom('json', 'jsonb') && isTo('json', 'jsonb')) return 'jsonb';
  if (isFrom('character') && isTo('character', ...TEXTS)) return 'trimmed-text';
  if (to === 'character' && isFrom(...TEXTS)) return 'padded-text';
  if (from === 'date' && to === 'timestamp without time zone') return 'instant';
  if (to === 'timestamp with time zone' && isFrom(...WALL)) return 'instant-of-some-zone';
  if (from === 'timestamp with time zone' && to === 'timestamp without time zone')
    return 'instant-of-some-zone';
  // An integer may be a text afterwards; back again, "007" is not what it was.
  const named = (c: ColumnFacts): boolean => c.typeKind === 'e' || c.baseType === 'uuid';
  const isText = (c: ColumnFacts): boolean => TEXTS.includes(c.baseType);
  if (named(before) && (isText(now) || now.typeKind === 'e')) return 'text';
  if (isText(before) && named(now)) return 'text';
  return isFrom('smallint', 'integer', 'bigint') && isText(now) ? 'text' : undefined;
}

function keepsDigits(before: ColumnFacts, now: ColumnFacts): boolean {
  if (now.modifier < 0) return true;
  return before.baseType === 'numeric'
    ? before.modifier >= 0 && scaleOf(before) <= scaleOf(now)
    : scaleOf(now) >= 0;
}

/** Eleven bits with a sign: from version 15 on a scale may be below zero. */
const scaleOf = ({ modifier }: ColumnFacts): number => (((modifier - 4) & 0x7ff) ^ 1024) - 1024;

/** SQL of a value as what both sides have in common; its type has a hash, and its text is the value's own. */
export function inCommon(common: Exclude<Common, 'as-is'>, column: ColumnFacts, value: string): string {
  switch (common) {
    case 'number':
      return `pg_catalog.trim_scale(${value}::numeric)::text`;
    case 'float':
      return `${value}::double precision`;
    case 'jsonb':
      return `${value}::jsonb::text`;
    // format() and not a cast, which may be the migrations' own: of NULL it makes an empty text.
    case 'text':
      return `case when ${value} is not null then pg_catalog.format('%s', ${value}) end`;
    case 'trimmed-text':
      return `pg_catalog.rtrim(${value}::text)`;
    case 'padded-text':
      return column.baseType === 'character' ? `pg_catalog.rtrim(${value}::text)` : `${value}::text`;
    case 'instant':
    case 'instant-of-some-zone':
      return column.baseType === 'timestamp with time zone'
        ? `(${value} at time zone 'UTC')`
        : `${value}::timestamp`;
  }
}

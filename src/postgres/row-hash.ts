/** SQL that gives a row one 64-bit number by its values, the same in every session. */
import type { ColumnFacts } from './table-facts.ts';
import { quoteIdentifier } from './connection.ts';

/**
 * Types with a hash of their own that tells their values apart; every other is hashed by its text under pinned
 * settings. The hash of jsonb passes over the signs of the numbers in it.
 */
const HASHED = new Set([
  'bigint', 'boolean', 'bytea', 'date', 'double precision', 'inet', 'integer', 'real', 'smallint',
  'time without time zone', 'timestamp with time zone', 'timestamp without time zone', 'uuid',
]); // prettier-ignore
const TEXTS = new Set(['character varying', 'text']);

/**
 * @param alias of the row's table in the query.
 * @returns an expression of type bigint; null where there are no columns.
 */
export const rowHash = (columns: readonly ColumnFacts[], alias: string): string =>
  hashOf(columns.map((column) => hashedValue(column, `${alias}.${quoteIdentifier(column.name)}`)));

/**
 * A record's hash is a weighted sum of its values' hashes: summed over rows, it stays what it was when two rows have
 * exchanged one value. Hashed once more, it does not.
 * @param values each of a type with a hash.
 */
export const hashOf = (values: readonly string[]): string =>
  values.length === 0
    ? 'null::bigint'
    : `pg_catalog.hashtextextended(pg_catalog.to_hex(pg_catalog.hash_record_extended(row(${values.join(', ')}), 0)), 0)`;

/** A column's value as it is hashed: one SQL expression, or several. */
export function hashedValue(column: ColumnFacts, value: string): string {
  if (column.baseType === 'numeric' && !column.isArray) return numericValues(value);
  if (TEXTS.has(column.baseType) && !column.isArray) return hashedText(value);
  if (HASHED.has(column.baseType) && !column.isArray) return value;
  // A cast to text may be the migrations' own function, run by whoever reads; what format() calls is not theirs.
  return hashedText(
    column.typeKind === 'b' && !column.isArray ? `${value}::text` : `pg_catalog.format('%L', ${value})`,
  );
}

/** A collation that takes two texts for equal hashes them alike, too. */
export const hashedText = (text: string): string => `(${text} collate pg_catalog."C")`;

/** The server hashes a numeric without its sign, and infinities as it hashes NaN. */
const numericValues = (value: string): string =>
  `${value}, pg_catalog.numeric_cmp(${value}, '0'), pg_catalog.numeric_cmp(${value}, 'Infinity')`;

/** SQL of a row's key as text; rows with the same key are the same row. */
export const keyText = (columns: readonly string[], alias: string): string =>
  textOf(columns.map((column) => `${alias}.${quoteIdentifier(column)}`));

/** SQL of values as one text. */
export const textOf = (values: readonly string[]): string =>
  values.length === 1 ? `pg_catalog.format('%s', ${values.join('')})` : `row(${values.join(', ')})::text`;

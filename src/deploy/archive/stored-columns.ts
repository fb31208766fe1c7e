/** Which column lies in the file as what: Parquet's own types where each value fits, PostgreSQL's text elsewhere. */
import type { SchemaElement } from 'hyparquet';
import { quoteIdentifier } from '../../postgres/connection.ts';
import type { ColumnFacts } from '../../postgres/table-facts.ts';
import type { ArchivedColumn, Storage } from './archive-head.ts';

const BY_TYPE: Readonly<Record<string, Storage>> = {
  boolean: 'boolean',
  smallint: 'int2',
  integer: 'int4',
  bigint: 'int8',
  oid: 'oid',
  real: 'float4',
  'double precision': 'float8',
  numeric: 'decimal',
  date: 'date',
  'timestamp without time zone': 'timestamp',
  'timestamp with time zone': 'timestamptz',
  'time without time zone': 'time',
  uuid: 'uuid',
  bytea: 'bytea',
  text: 'string',
  'character varying': 'string',
  json: 'json',
  jsonb: 'jsonb',
};

const MOST_DIGITS = 38;

/** Digits of a numeric, of which `scale` after the point; undefined where the type does not bound them. */
function digitsOf({ modifier }: ColumnFacts): { precision: number; scale: number } | undefined {
  if (modifier < 4) return undefined;
  const precision = ((modifier - 4) >> 16) & 0xffff;
  // Eleven bits with a sign, from PostgreSQL 15 on.
  const scale = (((modifier - 4) & 0x7ff) ^ 1024) - 1024;
  return precision <= MOST_DIGITS && scale >= 0 && scale <= precision ? { precision, scale } : undefined;
}

/** What the column's type alone allows. */
export function storageOf(column: ColumnFacts): Storage {
  const storage = column.isArray || column.typeKind !== 'b' ? undefined : BY_TYPE[column.baseType];
  if (storage === undefined) return 'text';
  return storage === 'decimal' && digitsOf(column) === undefined ? 'text' : storage;
}

const reference = (column: { readonly name: string }, alias: string): string =>
  `${alias}.${quoteIdentifier(column.name)}`;

/** SQL of values that have no place in Parquet's type. */
const MISFITS: Partial<Readonly<Record<Storage, (value: string) => string>>> = {
  date: (value) => `not pg_catalog.isfinite(${value})`,
  timestamp: (value) => pastMicroseconds(value),
  timestamptz: (value) => pastMicroseconds(value),
  time: (value) => `${value} = '24:00'`,
  decimal: (value) => `${value} = 'NaN'`,
};

/** From then on, microseconds since 1970 take more than 64 bits. */
const pastMicroseconds = (value: string): string =>
  `not pg_catalog.isfinite(${value}) or ${value} >= '294247-01-01 00:00:00+00'`;

/** SQL of type boolean: whether a value has no place in Parquet's type; undefined where every value has one. */
export const misfit = (column: ColumnFacts, alias: string): string | undefined =>
  MISFITS[storageOf(column)]?.(reference(column, alias));

/** @param fits whether every value of the partition has a place in Parquet's type. */
export function storeColumn(column: ColumnFacts, fits: boolean): ArchivedColumn {
  const storage = fits ? storageOf(column) : 'text';
  return {
    name: column.name,
    type: column.type,
    storage,
    ...(storage === 'decimal' ? digitsOf(column) : {}),
    isGenerated: column.isGenerated,
  };
}

/** What COPY reads of a column in its binary form. */
export function copiedValue(column: ArchivedColumn, alias: string): string {
  const value = reference(column, alias);
  // `is distinct from null` is false of a row of nulls, which `is null` takes for none.
  return column.storage === 'text'
    ? `case when ${value} is distinct from null then pg_catalog.format('%s', ${value}) end`
    : value;
}

const OPTIONAL = { repetition_type: 'OPTIONAL' } as const;

/** The file's own schema: a root and its columns. */
export const parquetSchema = (columns: readonly ArchivedColumn[]): SchemaElement[] => [
  { name: 'root', num_children: columns.length },
  ...columns.map(parquetElement),
];

/** The same as the writer is given it: a value marked as JSON it would print anew, with its numbers rounded. */
export const writingSchema = (columns: readonly ArchivedColumn[]): SchemaElement[] =>
  parquetSchema(columns).map((element) => {
    if (element.converted_type !== 'JSON') return element;
    const unmarked = { ...element };
    delete unmarked.converted_type;
    return unmarked;
  });

/** The same, without what it says values mean: so they come as they lie there, exact. */
export const physicalSchema = (columns: readonly ArchivedColumn[]): SchemaElement[] =>
  parquetSchema(columns).map((element) => {
    const physical = { ...element };
    delete physical.converted_type;
    delete physical.logical_type;
    return physical;
  });

function parquetElement(column: ArchivedColumn): SchemaElement {
  const { name } = column;
  switch (column.storage) {
    case 'boolean':
      return { ...OPTIONAL, name, type: 'BOOLEAN' };
    case 'int2':
      return { ...OPTIONAL, name, type: 'INT32', converted_type: 'INT_16' };
    case 'int4':
      return { ...OPTIONAL, name, type: 'INT32' };
    case 'int8':
    case 'oid':
      return { ...OPTIONAL, name, type: 'INT64' };
    case 'float4':
      return { ...OPTIONAL, name, type: 'FLOAT' };
    case 'float8':
      return { ...OPTIONAL, name, type: 'DOUBLE' };
    case 'decimal':
      return { ...OPTIONAL, name, ...decimalElement(column) };
    case 'date':
      return { ...OPTIONAL, name, type: 'INT32', converted_type: 'DATE' };
    case 'timestamp':
    case 'timestamptz': {
      const isAdjustedToUTC = column.storage === 'timestamptz';
      return {
        ...OPTIONAL,
        name,
        type: 'INT64',
        logical_type: { type: 'TIMESTAMP', isAdjustedToUTC, unit: 'MICROS' },
        ...(isAdjustedToUTC ? { converted_type: 'TIMESTAMP_MICROS' } : {}),
      };
    }
    case 'time':
      return {
        ...OPTIONAL,
        name,
        type: 'INT64',
        logical_type: { type: 'TIME', isAdjustedToUTC: false, unit: 'MICROS' },
      };
    case 'uuid':
      return {
        ...OPTIONAL,
        name,
        type: 'FIXED_LEN_BYTE_ARRAY',
        type_length: 16,
        logical_type: { type: 'UUID' },
      };
    case 'bytea':
      return { ...OPTIONAL, name, type: 'BYTE_ARRAY' };
    case 'json':
    case 'jsonb':
      return {
        ...OPTIONAL,
        name,
        type: 'BYTE_ARRAY',
        converted_type: 'JSON',
        logical_type: { type: 'JSON' },
      };
    case 'string':
    case 'text':
      return { ...OPTIONAL, name, type: 'BYTE_ARRAY', converted_type: 'UTF8' };
  }
}

function decimalElement({
  precision = MOST_DIGITS,
  scale = 0,
}: ArchivedColumn): Omit<SchemaElement, 'name'> & { type: 'INT32' | 'INT64' | 'FIXED_LEN_BYTE_ARRAY' } {
  const decimal = {
    converted_type: 'DECIMAL',
    logical_type: { type: 'DECIMAL', precision, scale },
    precision,
    scale,
  } as const;
  if (precision <= 9) return { ...decimal, type: 'INT32' };
  if (precision <= 18) return { ...decimal, type: 'INT64' };
  return { ...decimal, type: 'FIXED_LEN_BYTE_ARRAY', type_length: 16 };
}

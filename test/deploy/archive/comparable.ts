/** Values of an archive as texts that DuckDB and PostgreSQL print alike. */
import type { ArchivedColumn } from '../../../src/deploy/archive/archive-head.ts';
import { quoteIdentifier } from '../../../src/postgres/connection.ts';

/** SQL of DuckDB's, and of PostgreSQL's; that is empty of numbers with a point, which are compared as numbers. */
export function comparable({ name, storage }: ArchivedColumn): readonly [duck: string, postgres: string] {
  const column = quoteIdentifier(name);
  switch (storage) {
    case 'float4':
    case 'float8':
      return [`${column}::varchar`, ''];
    case 'date':
      return [`(${column} - date '1970-01-01')::varchar`, `(${column} - '1970-01-01'::date)::text`];
    case 'timestamp':
    case 'timestamptz':
      return [`epoch_us(${column})::varchar`, `(extract(epoch from ${column}) * 1000000)::bigint::text`];
    case 'bytea':
      return [`lower(hex(${column}))`, `pg_catalog.encode(${column}, 'hex')`];
    case 'text':
      return [
        column,
        `case when ${column} is distinct from null then pg_catalog.format('%s', ${column}) end`,
      ];
    default:
      return [`${column}::varchar`, `${column}::text`];
  }
}

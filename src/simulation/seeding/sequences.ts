/** Moves the sequences that feed a table to where those of a table in use are: past what its rows hold. */
import type { Client } from 'pg';
import { quoteIdentifier } from '../../postgres/connection.ts';
import type { TableFacts } from '../../postgres/table-facts.ts';

interface Feeding {
  readonly column: string;
  readonly isNumber: boolean;
  readonly sequence: number;
}

/** Of identities, of serial columns, and of defaults that ask a sequence. */
const FEEDING = `
  select distinct a.attname as column, t.typcategory = 'N' as "isNumber", s.seqrelid as sequence
    from pg_catalog.pg_attribute a
    join pg_catalog.pg_type t on t.oid = a.atttypid
    left join pg_catalog.pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    join pg_catalog.pg_depend link
      on (link.classid = 'pg_catalog.pg_class'::regclass and link.refobjid = a.attrelid
          and link.refobjsubid = a.attnum and link.deptype in ('a', 'i'))
      or (link.classid = 'pg_catalog.pg_attrdef'::regclass and link.objid = d.oid)
    join pg_catalog.pg_sequence s
      on s.seqrelid = case when link.classid = 'pg_catalog.pg_class'::regclass then link.objid else link.refobjid end
     and s.seqincrement > 0
   where a.attrelid = $1 and a.attnum > 0 and not a.attisdropped and (a.atthasdef or a.attidentity <> '')`;

/** A sequence that can't go as far, or counts down, stays where it is. */
export async function advanceSequences(client: Client, { oid, table, columns }: TableFacts): Promise<void> {
  if (!columns.some((column) => column.hasDefault && !column.isGenerated)) return;
  const { rows } = await client.query<Feeding>(FEEDING, [oid]);
  for (const { column, isNumber, sequence } of rows) {
    const reached = isNumber
      ? `pg_catalog.floor(pg_catalog.max(t.${quoteIdentifier(column)})::numeric)`
      : 'pg_catalog.count(*)';
    await client.query(
      `select pg_catalog.setval($1::oid::regclass, rows.reached::bigint)
         from (select ${reached} as reached from ${table} t) rows
         join pg_catalog.pg_sequence s on s.seqrelid = $1
        where rows.reached between s.seqmin and s.seqmax
          and rows.reached > coalesce(pg_catalog.pg_sequence_last_value($1::oid::regclass), s.seqmin - 1)`,
      [sequence],
    );
  }
}

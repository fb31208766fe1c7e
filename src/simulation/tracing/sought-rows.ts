/** Rows that are sought in a replay: some of those that a fault befell, and the SQL that counts where they are. */
import type { Client } from 'pg';
import { quoteIdentifier, quoteLiteral } from '../../postgres/connection.ts';
import { keyText, rowHash } from '../../postgres/row-hash.ts';
import type { ColumnFacts } from '../../postgres/table-facts.ts';
import { sqlName } from '../judged-table.ts';
import { OWN_SCHEMA, type SeededTable } from '../ledger.ts';
import { faultsTable } from '../row-faults.ts';
import { COUNT_FUNCTION, PINNED } from './trace-sql.ts';

export type FaultKind = 'lost' | 'duplicated' | 'changed' | 'moved to catch-all';

export interface Search {
  readonly kind: FaultKind;
  /** With the columns only that rows were compared by. */
  readonly seeded: SeededTable;
}

export interface SoughtRow {
  readonly key: string;
  readonly parts: readonly string[];
  /** Of the rows under that key, as they were seeded. */
  readonly hashes: readonly string[];
}

/** As many keys as tell the statement; more would only take longer. */
const MOST_KEYS = 100;

/** Rows without a key are sought by all of their values, as they were compared. */
const soughtKey = ({ key, columns }: SeededTable, alias: string): string =>
  key.length > 0 ? keyText(key, alias) : `${rowHash(columns, alias)}::text`;

/** Some of the rows that the fault befell, from everywhere in the table. @param failed where it was found. */
export async function readSought(failed: Client, { kind, seeded }: Search): Promise<readonly SoughtRow[]> {
  const parts = seeded.key.map((column) => `pg_catalog.format('%s', l.${quoteIdentifier(column)})`);
  const { rows } = await failed.query<SoughtRow>(
    `select s.key, pg_catalog.min(array[${parts.join(', ')}]::text[]) as parts,
            coalesce(pg_catalog.array_agg(${rowHash(seeded.columns, 'l')}::text), '{}') as hashes
       from (select distinct f.key, pg_catalog.hashtextextended(f.key, 0) as spread
               from ${faultsTable(seeded)} f where f.kind = $1 order by 2, 1 limit ${MOST_KEYS}) s
       join ${seeded.ledger} l on ${soughtKey(seeded, 'l')} = s.key
      group by s.key`,
    [kind],
  );
  return rows;
}

/** What is counted at each point of a replay, in numbers of sought rows. */
export interface Count {
  /** That some table holds, whatever its name. */
  readonly anywhere: number;
  /** That the table of that name holds, or a successor. */
  readonly inTable: number;
  /** That the table holds more than once, with other values, or in a catch-all partition. */
  readonly spoiled: number;
  /** The same of any table. */
  readonly spoiledAnywhere: number;
}

/** Makes the function that counts for all searches: run by the observer, in the order of the searches. */
export async function prepareCounts(
  observer: Client,
  searches: readonly { readonly search: Search; readonly rows: readonly SoughtRow[] }[],
): Promise<void> {
  for (const [index, { search, rows }] of searches.entries()) {
    const types = nativeKey(search.seeded);
    const columns = types?.map((column) => `, ${quoteIdentifier(column.name)} ${column.baseType}`) ?? [];
    const table = `${OWN_SCHEMA}.sought_${index}`;
    await observer.query(
      `create table ${table} ("partition_guard n" integer primary key, "partition_guard key" text, "partition_guard hashes" bigint[]${columns.join('')})`,
    );
    await observer.query(
      `insert into ${table}
       select r.n, r.value ->> 'key', array(select h::bigint from pg_catalog.jsonb_array_elements_text(r.value -> 'hashes') h)
              ${(types ?? []).map((column, i) => `, (r.value -> 'parts' ->> ${i})::${column.baseType}`).join('')}
         from pg_catalog.jsonb_array_elements($1::jsonb) with ordinality r(value, n)`,
      [JSON.stringify(rows)],
    );
    await observer.query(`analyze ${table}`);
    await observer.query(countFunction(index, search));
  }
  const counts = searches.map((_, index) => `${OWN_SCHEMA}.count_sought_${index}()`);
  await observer.query(
    `create function ${COUNT_FUNCTION}() returns jsonb language sql security definer ${PINNED}
     as $count$ select pg_catalog.jsonb_build_array(${counts.join(', ')}) $count$`,
  );
}

/** Types whose equality the server's own indexes know, and which are sure to be there. */
const NATIVE = new Set([
  'bigint', 'integer', 'smallint', 'uuid', 'text', 'character varying', 'date', 'timestamp with time zone',
  'timestamp without time zone', 'numeric',
]); // prettier-ignore

/** The key's columns, where they can be compared as they are; undefined where only their texts can. */
function nativeKey({ key, columns }: SeededTable): readonly ColumnFacts[] | undefined {
  const found = key.flatMap((name) => columns.find((column) => column.name === name) ?? []);
  const isNative = found.every((c) => c.typeKind === 'b' && !c.isArray && NATIVE.has(c.baseType));
  return found.length > 0 && found.length === key.length && isNative ? found : undefined;
}

const textArray = (texts: readonly string[]): string =>
  `array[${texts.map(quoteLiteral).join(', ')}]::pg_catalog.text[]`;

/** What makes a sought row a spoiled one in a table, or undefined where that is not asked. */
function spoiledWhere({ kind, seeded }: Search): string | undefined {
  switch (kind) {
    case 'lost':
      return undefined;
    case 'duplicated':
      return '(select pg_catalog.count(*) from %1$s t where %2$s) > 1';
    case 'changed':
      return `exists (select from %1$s t where %2$s and ${rowHash(seeded.columns, 't').replaceAll('%', '%%')} <> all (s."partition_guard hashes"))`;
    case 'moved to catch-all':
      return 'exists (select from %1$s t where %2$s and t.tableoid = any (%3$L::pg_catalog.oid[]))';
  }
}

/** Of rows that nothing tells apart all must be there: where one of them is lost, the others still are. */
const isHeld = ({ kind, seeded }: Search): string =>
  kind === 'lost' && seeded.key.length === 0
    ? '(select pg_catalog.count(*) from %1$s t where %2$s) >= pg_catalog.cardinality(s."partition_guard hashes")'
    : 'exists (select from %1$s t where %2$s)';

/** Tables that may hold sought rows: as `judged`, as having the key's own types, and as having every column. */
function holdersSql(index: number, { seeded }: Search): string {
  const names = seeded.columns.map((column) => column.name);
  const needed = seeded.key.length > 0 ? seeded.key : names;
  const native = nativeKey(seeded);
  return `
        select c.oid, pg_catalog.format('%I.%I', n.nspname, c.relname) as name, c.oid = any (tables) as judged,
               ${native ? `own.same = ${needed.length}` : 'false'} as native, own.columns = ${names.length} as whole
          from pg_catalog.pg_class c
          join pg_catalog.pg_namespace n on n.oid = c.relnamespace
         cross join lateral (
           select pg_catalog.count(*) filter (where a.attname = any (${textArray(needed)})) as needed,
                  pg_catalog.count(*) filter (where a.attname = any (${textArray(names)})) as columns,
                  pg_catalog.count(*) filter (where a.attname = any (${textArray(needed)}) and a.atttypid = (
                    select k.atttypid from pg_catalog.pg_attribute k
                     where k.attrelid = '${OWN_SCHEMA}.sought_${index}'::pg_catalog.regclass and k.attname = a.attname)) as same
             from pg_catalog.pg_attribute a
            where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) own
         where c.relkind in ('r', 'p') and not c.relispartition
           and (c.relpersistence <> 't' or n.oid = pg_catalog.pg_my_temp_schema())
           and n.nspname not in ('pg_catalog', 'information_schema', ${quoteLiteral(OWN_SCHEMA)})
           and own.needed = ${needed.length} and (own.columns * 2 >= ${names.length} or c.oid = any (tables))`;
}

/**
 * Tables that share most of its columns may hold its rows; others may have a key column of the same name because they
 * refer to it. Where the key's types are as they were its index is used, else the texts are compared.
 */
function countFunction(index: number, search: Search): string {
  const { seeded } = search;
  const native = nativeKey(seeded);
  const matchText = `${soughtKey(seeded, 't')} = s."partition_guard key"`;
  const matchNative = (native ?? [])
    .map(({ name }) => `t.${quoteIdentifier(name)} = s.${quoteIdentifier(name)}`)
    .join(' and ');
  const tables = [seeded.judged.name, ...seeded.judged.successors].map(
    (name) => `pg_catalog.to_regclass(${quoteLiteral(sqlName(name))})`,
  );
  const spoiled = spoiledWhere(search);
  const matching = `case when holder.native then ${quoteLiteral(matchNative)} else ${quoteLiteral(matchText)} end`;
  const isThere = isHeld(search);
  const ids = `select pg_catalog.array_agg(s."partition_guard n") from ${OWN_SCHEMA}.sought_${index} s where `;
  return `
    create function ${OWN_SCHEMA}.count_sought_${index}() returns jsonb language plpgsql security definer ${PINNED} as $count$
    declare
      holder record;
      tables oid[] := array[${tables.join(', ')}]::pg_catalog.oid[];
      catch_alls text;
      ids integer[];
      anywhere integer[] := '{}';
      in_table integer[] := '{}';
      spoiled integer[] := '{}';
      spoiled_anywhere integer[] := '{}';
    begin
      if ${search.kind === 'lost' ? 'false' : 'tables[1] is null'} then
        tables := tables || ${seeded.oid}::pg_catalog.oid;
      end if;
      tables := pg_catalog.array_remove(tables, null);
      select coalesce(pg_catalog.array_agg(tree.relid::pg_catalog.oid), '{}')::text into catch_alls
        from pg_catalog.pg_inherits i
        join pg_catalog.pg_class c on c.oid = i.inhrelid
       cross join lateral pg_catalog.pg_partition_tree(c.oid) tree
       where i.inhparent = any (tables)
         and pg_catalog.pg_get_expr(c.relpartbound, c.oid) ~ '^DEFAULT$|MINVALUE|MAXVALUE';
      for holder in ${holdersSql(index, search)}
      loop
        execute ${quoteLiteral(ids)} || pg_catalog.format(${quoteLiteral(isThere)}, holder.name, ${matching}) into ids;
        anywhere := anywhere || coalesce(ids, '{}');
        if holder.judged then
          in_table := in_table || coalesce(ids, '{}');
        end if;${
          spoiled === undefined
            ? ''
            : `
        if ids is not null and (holder.whole or ${search.kind === 'changed' ? 'false' : 'true'}) then
          execute ${quoteLiteral(ids)} || pg_catalog.format(${quoteLiteral(spoiled)}, holder.name, ${matching}, catch_alls) into ids;
          spoiled_anywhere := spoiled_anywhere || coalesce(ids, '{}');
          if holder.judged then
            spoiled := spoiled || coalesce(ids, '{}');
          end if;
        end if;`
        }
      end loop;
      return pg_catalog.jsonb_build_object(
        'anywhere', (select pg_catalog.count(distinct u) from pg_catalog.unnest(anywhere) u),
        'inTable', (select pg_catalog.count(distinct u) from pg_catalog.unnest(in_table) u),
        'spoiled', (select pg_catalog.count(distinct u) from pg_catalog.unnest(spoiled) u),
        'spoiledAnywhere', (select pg_catalog.count(distinct u) from pg_catalog.unnest(spoiled_anywhere) u));
    end
    $count$`;
}

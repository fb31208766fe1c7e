/** Which tables' rows a migration can reach: those that its statements name, and all of them where it runs code unseen. */
import type { Client } from 'pg';
import type { RelationName, SaidLocks } from '../../migrations/locks/named-lock.ts';
import { statementLocks } from '../../migrations/locks/statement-locks.ts';
import type { Migration } from '../../migrations/migration.ts';
import { loadSqlParser } from '../../migrations/sql-parser.ts';

/** `all`: code runs that nobody can see through; else the tables themselves, partitioned ones for their partitions. */
export type Reach =
  | { readonly kind: 'all'; /** One clause, for people. */ readonly because: string }
  | { readonly kind: 'tables'; readonly oids: ReadonlySet<number> };

/** Rows can only be read under these. */
const READS: ReadonlySet<string> = new Set(['ACCESS SHARE', 'ROW SHARE']);

/** What is said of a table that is made on the way is passed over: its rows came from one that is there. */
export async function reachOf(client: Client, migrations: readonly Migration[]): Promise<Reach> {
  const parser = await loadSqlParser();
  const statements = migrations.flatMap((migration) => migration.statements);
  const said = statements.map(({ text }) => statementLocks(parser, text));
  const opaque = said.findIndex(({ isOpaque }) => isOpaque === true);
  if (opaque >= 0) return all(`${placeOf(statements[opaque])} runs code that can't be seen through`);
  const uncounted = statements.find(({ text }) => /track_counts/i.test(text));
  if (uncounted) return all(`${placeOf(uncounted)} may keep the server from counting what is written`);
  const cascades = statements.find(({ kind, text }) => kind === 'TruncateStmt' && /\bcascade\b/i.test(text));
  if (cascades) return all(`${placeOf(cascades)} takes along what refers to its table`);
  if (await hasEventTriggers(client)) return all('an event trigger of the target runs along');
  const called = await ownFunctions(
    client,
    said.flatMap(({ calls }) => calls ?? []),
  );
  if (called !== undefined) return all(`the function ${called} is called`);
  return reached(client, writtenIn(said));
}

const all = (because: string): Reach => ({ kind: 'all', because });

const placeOf = (statement: { readonly file: string; readonly line: number } | undefined): string =>
  statement ? `${statement.file}:${statement.line}` : 'a statement';

const writtenIn = (said: readonly SaidLocks[]): RelationName[] =>
  said.flatMap(({ locks }) => locks.filter(({ mode }) => !READS.has(mode)).map(({ relation }) => relation));

/** Where rights to make one are missing, somebody else may have made it. */
async function hasEventTriggers(client: Client): Promise<boolean> {
  const { rowCount } = await client.query(
    "select from pg_catalog.pg_event_trigger e where e.evtenabled <> 'D' limit 1",
  );
  return (rowCount ?? 0) > 0;
}

/** The first of the names that is not only the server's own. */
async function ownFunctions(client: Client, calls: readonly RelationName[]): Promise<string | undefined> {
  if (calls.length === 0) return undefined;
  const { rows } = await client.query<{ name: string }>(
    `select c.name from pg_catalog.unnest($1::text[]) c(name)
      where exists (select from pg_catalog.pg_proc p
                     where p.proname = c.name and p.pronamespace <> 'pg_catalog'::pg_catalog.regnamespace)
         or not exists (select from pg_catalog.pg_proc p
                         where p.proname = c.name and p.pronamespace = 'pg_catalog'::pg_catalog.regnamespace)
      limit 1`,
    [calls.map(({ name }) => name)],
  );
  return rows[0]?.name;
}

interface Reached {
  readonly oid: number;
  readonly name: string;
  /** A view, or a table on which triggers or rules run. */
  readonly isOpaque: boolean;
}

/** By name, in whatever schema: a file may set the search path. */
async function reached(client: Client, names: readonly RelationName[]): Promise<Reach> {
  const { rows } = await client.query<Reached>(REACHED, [
    names.map(({ schema }) => schema ?? null),
    names.map(({ name }) => name),
  ]);
  const opaque = rows.find(({ isOpaque }) => isOpaque);
  if (opaque) return all(`triggers or rules run on ${opaque.name}`);
  return { kind: 'tables', oids: new Set(rows.map(({ oid }) => oid)) };
}

/**
 * From the names on: an index's table, a partition's topmost table with all of its partitions, and every table whose rows
 * go or change with theirs by a foreign key.
 */
const REACHED = `
  with recursive named as (
    select coalesce(i.indrelid, c.oid) as oid
      from rows from (pg_catalog.unnest($1::text[]), pg_catalog.unnest($2::text[])) wanted(schema, name)
      join pg_catalog.pg_class c on c.relname = wanted.name
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace and (wanted.schema is null or n.nspname = wanted.schema)
      left join pg_catalog.pg_index i on i.indexrelid = c.oid
     where n.nspname not in ('pg_catalog', 'information_schema')
  ), tables(oid) as (
    select coalesce(pg_catalog.pg_partition_root(named.oid)::pg_catalog.oid, named.oid) from named
     union
    select coalesce(pg_catalog.pg_partition_root(k.conrelid)::pg_catalog.oid, k.conrelid)
      from tables t
      join pg_catalog.pg_constraint k
        on k.contype = 'f' and (k.confdeltype in ('c', 'n', 'd') or k.confupdtype in ('c', 'n', 'd'))
       and k.confrelid in (select t.oid union all
                           select tree.relid::pg_catalog.oid from pg_catalog.pg_partition_tree(t.oid) tree)
  )
  select t.oid, c.relname as name,
         c.relkind in ('v', 'f')
         or exists (
           select from (select t.oid as relid union
                        select tree.relid::pg_catalog.oid from pg_catalog.pg_partition_tree(t.oid) tree) part
            where exists (select from pg_catalog.pg_trigger g
                           where g.tgrelid = part.relid and not g.tgisinternal and g.tgenabled <> 'D')
               or exists (select from pg_catalog.pg_rewrite r
                           where r.ev_class = part.relid and c.relkind <> 'm')) as "isOpaque"
    from tables t join pg_catalog.pg_class c on c.oid = t.oid`;

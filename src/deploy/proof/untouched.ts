/** Shows of tables that are not proven that nothing touched them: by what the server counts, locks and files, before and after. */
import type pg from 'pg';
import type { TableSettings } from '../../settings/validate-settings.ts';
import { type ProvenTable, resolveTable } from './proven-table.ts';

interface Shape {
  readonly oid: number;
  readonly table: string;
  /** Of the root's name, and of each of its partitions' columns, files, numbers of rows written and locks of writers in this transaction. */
  readonly mark: string;
  /** It has a part of which nothing is counted here. */
  readonly isForeign: boolean;
  /** It has a column of a type that is not the server's own. */
  readonly hasMadeTypes: boolean;
}

/** How the tables stood at one moment of a transaction. */
export interface Standing {
  readonly watched: ReadonlyMap<number, Shape>;
  /** Names of the plain tables by oid. */
  readonly plain: ReadonlyMap<number, string>;
  /** The plain tables that are partitions now, by the root that they are in. */
  readonly within: ReadonlyMap<number, readonly number[]>;
  /** What values of made types stand for: labels of enums and attributes of composites, by their place. */
  readonly meanings: ReadonlyMap<string, string>;
  /** Whether the server counts what is written at all. */
  readonly isCounting: boolean;
}

/** What was not shown to be untouched. */
export interface Touched {
  /** By name. */
  readonly tables: readonly string[];
  /** Oids of what was a plain table, and is a partitioned one or in one now. */
  readonly converted: ReadonlySet<number>;
}

/** A table of the configuration, and where its rows may be besides. */
export interface Configured {
  readonly oid: number;
  readonly successors: readonly number[];
}

/** By the session's own search path: before anything is pinned. */
export async function resolveConfigured(
  client: pg.Client,
  tables: readonly TableSettings[],
): Promise<readonly Configured[]> {
  const configured: Configured[] = [];
  for (const { table, successors } of tables) {
    const oid = await resolveTable(client, table);
    if (oid === undefined) continue;
    const found: number[] = [];
    for (const successor of successors) {
      const one = await resolveTable(client, successor);
      if (one !== undefined) found.push(one);
    }
    configured.push({ oid, successors: found });
  }
  return configured;
}

/**
 * Inside a transaction, with the search path pinned. Every partitioned table is watched, however it is partitioned, and
 * those configured. What was written and taken back to a savepoint is counted, too: that only makes for a proof more.
 */
export async function readStanding(client: pg.Client, configured: readonly Configured[]): Promise<Standing> {
  const { rows } = await client.query<Shape & { readonly members: number[] }>(WATCHED, [
    configured.flatMap(({ oid, successors }) => [oid, ...successors.map(() => oid)]),
    configured.flatMap(({ oid, successors }) => [oid, ...successors]),
  ]);
  const { rows: plain } = await client.query<{ oid: number; table: string }>(PLAIN);
  const { rows: meanings } = await client.query<{ place: string; meaning: string }>(MEANINGS);
  const { rows: counting } = await client.query<{ on: boolean }>(
    `select pg_catalog.current_setting('track_counts')::boolean as "on"`,
  );
  return {
    watched: new Map(rows.map((shape) => [shape.oid, shape])),
    plain: new Map(plain.map(({ oid, table }) => [oid, table])),
    within: new Map(rows.map(({ oid, members }) => [oid, members])),
    meanings: new Map(meanings.map(({ place, meaning }) => [place, meaning])),
    isCounting: counting[0]?.on === true,
  };
}

/**
 * @param proven what was accounted for between the two.
 * @param isLast all that this role may prove is: what nothing can be seen of then is left, as the run has warned.
 */
export function touchedBetween(
  before: Standing,
  after: Standing,
  proven: readonly ProvenTable[],
  isLast: boolean,
): Touched {
  const known = new Set(proven.filter(({ isJudged }) => isJudged).map(({ oid }) => oid));
  const isBlind = !isLast && !(before.isCounting && after.isCounting);
  const meansOther = [...before.meanings].some(([place, meaning]) => after.meanings.get(place) !== meaning);
  const tables = [...before.watched.values()].filter(({ oid, mark, isForeign, hasMadeTypes }) => {
    const isUnseen = isBlind || (isForeign && !isLast) || (hasMadeTypes && meansOther);
    return !known.has(oid) && (isUnseen || after.watched.get(oid)?.mark !== mark);
  });
  const accounted = new Set(proven.map(({ oid }) => oid));
  const byName = new Map([...before.plain].map(([oid, table]) => [table, oid]));
  const converted = [...after.watched.values()].flatMap(({ oid, table }) => {
    const was = before.watched.get(oid);
    const members = was ? [] : (after.within.get(oid) ?? []).filter((member) => before.plain.has(member));
    // One that was partitioned before may have taken the name of a plain table, and its rows' place.
    const named = was?.table === table ? undefined : byName.get(table);
    return [...members, ...(named === undefined ? [] : [named])];
  });
  const fresh = new Set(converted.filter((oid) => !accounted.has(oid)));
  return {
    tables: [
      ...tables.map(({ table }) => table),
      ...[...fresh].map((oid) => before.plain.get(oid) ?? String(oid)),
    ],
    converted: fresh,
  };
}

/**
 * A partition's own name may change, and its bounds: neither is a row's. Whoever writes rows holds ROW EXCLUSIVE to the end,
 * whatever other locks there are: also where a function has the server count nothing meanwhile.
 */
const WATCHED = `
  with recursive written as materialized (
    select l.relation from pg_catalog.pg_locks l
     where l.locktype = 'relation' and l.mode = 'RowExclusiveLock' and l.granted
       and l.pid = pg_catalog.pg_backend_pid()
       and l.database = (select d.oid from pg_catalog.pg_database d where d.datname = pg_catalog.current_database())
  ), watched(root, oid) as (
    (select c.oid, c.oid from pg_catalog.pg_class c
      where c.relpersistence <> 't' and c.relkind = 'p' and not c.relispartition
      union
     select c.root, c.oid from rows from (pg_catalog.unnest($1::oid[]), pg_catalog.unnest($2::oid[])) c(root, oid))
     union
    select w.root, i.inhrelid from watched w join pg_catalog.pg_inherits i on i.inhparent = w.oid
  ), marked as (
    select w.root, c.oid, c.relkind,
           exists (select from pg_catalog.pg_attribute a join pg_catalog.pg_type t on t.oid = a.atttypid
                    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and t.oid >= 16384) as "hasMadeTypes",
           pg_catalog.format('%s %s %s %s %s %s %s', c.oid, pg_catalog.pg_relation_filenode(c.oid),
             c.oid in (select w.relation from written w),
             pg_catalog.pg_stat_get_xact_tuples_inserted(c.oid), pg_catalog.pg_stat_get_xact_tuples_updated(c.oid),
             pg_catalog.pg_stat_get_xact_tuples_deleted(c.oid),
             (select pg_catalog.string_agg(pg_catalog.format('%s %L %s %s', a.attnum, a.attname, a.atttypid, a.atttypmod), ',' order by a.attnum)
                from pg_catalog.pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped)) as mark
      from watched w join pg_catalog.pg_class c on c.oid = w.oid
  )
  select m.root as oid, pg_catalog.format('%I.%I', n.nspname, c.relname) as table,
         pg_catalog.format('%I.%I %s', n.nspname, c.relname,
           pg_catalog.string_agg(pg_catalog.hashtextextended(m.mark collate "C", 0)::text, ' ' order by m.oid)) as mark,
         pg_catalog.bool_or(m.relkind = 'f') as "isForeign",
         pg_catalog.bool_or(m."hasMadeTypes") as "hasMadeTypes",
         pg_catalog.array_agg(m.oid) as members
    from marked m
    join pg_catalog.pg_class c on c.oid = m.root
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
   group by m.root, n.nspname, c.relname`;

/** Nothing is written, and no table locked, where a label is renamed: its rows say another thing all the same. */
const MEANINGS = `
  select 'label ' || e.oid as place, e.enumlabel::text as meaning from pg_catalog.pg_enum e
   union all
  select pg_catalog.format('attribute %s %s', a.attrelid, a.attnum), pg_catalog.format('%L %s %s', a.attname, a.atttypid, a.attisdropped)
    from pg_catalog.pg_attribute a join pg_catalog.pg_class c on c.oid = a.attrelid
   where c.relkind = 'c' and a.attnum > 0 and c.oid >= 16384`;

const PLAIN = `
  select c.oid, pg_catalog.format('%I.%I', n.nspname, c.relname) as table
    from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
   where c.relkind = 'r' and not c.relispartition and c.relpersistence <> 't'
     and n.nspname not in ('pg_catalog', 'information_schema')`;

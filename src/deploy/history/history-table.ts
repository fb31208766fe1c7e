/** The table in which Flyway keeps what was applied: its name, its shape, its rows; read and made as Flyway reads and makes it. */
import type pg from 'pg';
import { quoteIdentifier } from '../../postgres/connection.ts';

export const HISTORY_TABLE = 'flyway_schema_history';

/** A row of the history. */
export interface HistoryRow {
  readonly rank: number;
  /** Null of repeatable migrations, and of the row that tells of a schema's creation. */
  readonly version: string | null;
  readonly description: string;
  /** `SQL`, `BASELINE`, `SCHEMA`, `DELETE`, `UNDO_SQL`, `SQL_BASELINE`, `JDBC`… */
  readonly type: string;
  readonly script: string;
  readonly checksum: number | null;
  readonly success: boolean;
}

export interface TargetHistory {
  /** The schema that it is in, or would be: the session's current one. */
  readonly schema: string;
  /** As SQL reads it: what Flyway calls its table, and locks by. */
  readonly table: string;
  /** Undefined where the table is not there. */
  readonly rows: readonly HistoryRow[] | undefined;
  /** Whether there is nothing in the schema but this table. */
  readonly schemaIsEmpty: boolean;
}

/** Where the history is, or would be. Both parts quoted, always: so does Flyway, and its lock goes by that text. */
export const historyTable = (schema: string): string =>
  `${quoteIdentifier(schema)}.${quoteIdentifier(HISTORY_TABLE)}`;

/** The schema that unqualified names are made in; undefined where the search path has none that exists. */
export async function currentSchema(client: pg.Client): Promise<string | undefined> {
  const { rows } = await client.query<{ schema: string | null }>(
    'select pg_catalog.current_schema() as schema',
  );
  return rows[0]?.schema ?? undefined;
}

/** Reads all of it, oldest first. It may change nothing: the role needs to read only. */
export async function readHistory(client: pg.Client, schema: string): Promise<TargetHistory> {
  const table = historyTable(schema);
  const { rows: found } = await client.query<{ isThere: boolean; isEmpty: boolean }>(STATE, [
    schema,
    HISTORY_TABLE,
  ]);
  const { isThere = false, isEmpty = true } = found[0] ?? {};
  return {
    schema,
    table,
    schemaIsEmpty: isEmpty,
    rows: isThere ? await readRows(client, table) : undefined,
  };
}

export async function readRows(client: pg.Client, table: string): Promise<readonly HistoryRow[]> {
  const { rows } = await client.query<HistoryRow>(
    `select h.installed_rank as rank, h.version, h.description, h.type, h.script, h.checksum, h.success
       from ${table} h order by h.installed_rank`,
  );
  return rows;
}

/**
 * What Flyway looks at to call a schema empty (PostgreSQLSchema.doEmpty): relations, types and routines that belong to
 * no extension. Partitioned tables, materialized views and foreign tables count here as well: they hold rows, too.
 */
const STATE = `
  with mine as (
    select c.oid from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     where n.nspname = $1 and c.relname = $2 and c.relkind = 'r'
  )
  select exists (select from mine) as "isThere",
         not exists (
           select from pg_catalog.pg_class c
             join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where n.nspname = $1 and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
              and c.oid not in (select mine.oid from mine)
              and not exists (select from pg_catalog.pg_depend d
                               where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                                 and d.objid = c.oid and d.deptype = 'e')
            union all
           select from pg_catalog.pg_type t
             join pg_catalog.pg_namespace n on n.oid = t.typnamespace
            where n.nspname = $1 and t.typcategory not in ('A', 'C')
              and not exists (select from pg_catalog.pg_depend d
                               where d.classid = 'pg_catalog.pg_type'::pg_catalog.regclass
                                 and d.objid = t.oid and d.deptype = 'e')
            union all
           select from pg_catalog.pg_proc p
             join pg_catalog.pg_namespace n on n.oid = p.pronamespace
            where n.nspname = $1
              and not exists (select from pg_catalog.pg_depend d
                               where d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
                                 and d.objid = p.oid and d.deptype = 'e')
         ) as "isEmpty"`;

/**
 * The statements of Flyway's own script (PostgreSQLDatabase.getRawCreateScript): the same columns, types, and names of
 * the key and of the index.
 */
export const createStatements = (schema: string): readonly string[] => {
  const table = historyTable(schema);
  return [
    `create table ${table} (
       installed_rank integer not null,
       version character varying(50),
       description character varying(200) not null,
       type character varying(20) not null,
       script character varying(1000) not null,
       checksum integer,
       installed_by character varying(100) not null,
       installed_on timestamp without time zone not null default pg_catalog.now(),
       execution_time integer not null,
       success boolean not null
     )`,
    `alter table ${table} add constraint ${quoteIdentifier(`${HISTORY_TABLE}_pk`)} primary key (installed_rank)`,
    `create index ${quoteIdentifier(`${HISTORY_TABLE}_s_idx`)} on ${table} (success)`,
  ];
};

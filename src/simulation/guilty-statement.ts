/** Plays a migration again, statement by statement, and finds the one after which rows were lost, doubled or changed. */
import type { Client } from 'pg';
import type { Location } from '../domain/location.ts';
import type { Migration, Statement } from '../migrations/migration.ts';
import { quoteIdentifier, quoteLiteral } from '../postgres/connection.ts';
import { keyText, rowHash } from '../postgres/row-hash.ts';
import { applyMigrations } from './apply-migrations.ts';
import { applyWhileInUse } from './apply-while-in-use.ts';
import { sqlName } from './judged-table.ts';
import { OWN_SCHEMA, type SeededTable } from './ledger.ts';
import { faultsTable } from './row-faults.ts';
import type { RunContext } from './run-context.ts';
import { firstLine } from './sql-failure.ts';
import { type Start, type ThrowawayDatabase, withDatabase } from './throwaway-database.ts';

export type FaultKind = 'lost' | 'duplicated' | 'changed';

export interface Guilt {
  readonly location: Location;
  readonly statement: string;
}

export interface Search {
  readonly kind: FaultKind;
  /** With the columns only that rows were compared by. */
  readonly seeded: SeededTable;
  readonly migrations: readonly Migration[];
  /** Whether tables are seeded between the files, as they were the first time. */
  readonly seedBetween: boolean;
  /** A fresh clone of the database in which the migration began; dropped by the caller. */
  readonly replayIn: string;
  readonly replayFrom: Start;
}

/** As many keys as tell the statement; more would only take longer. */
const MOST_KEYS = 200;

/** @param failed the database in which the faults were found. */
export async function findGuiltyStatement(
  context: RunContext,
  failed: ThrowawayDatabase,
  search: Search,
): Promise<Guilt | undefined> {
  const { rows } = await failed.observer.query<{ key: string }>(
    `select f.key from ${faultsTable(search.seeded)} f where f.kind = $1 order by f.at, f.key limit ${MOST_KEYS}`,
    [search.kind],
  );
  const keys = rows.map((row) => row.key);
  if (keys.length === 0) return undefined;
  return withDatabase(context, { ...search.replayFrom, name: search.replayIn }, async (database) => {
    await prepareReplay(context, database, search, keys);
    return replay(context, database, search);
  });
}

/** What a replay counts after each statement. */
interface Count {
  /** Sought keys that some table holds, whatever its name. */
  readonly anywhere: number;
  /** Sought keys that the table of that name holds. */
  readonly inTable: number;
  /** Sought keys that the table holds more than once, or with other values. */
  readonly spoiled: number;
}

const NOTHING: Count = { anywhere: 0, inTable: 0, spoiled: 0 };

async function replay(
  context: RunContext,
  database: ThrowawayDatabase,
  search: Search,
): Promise<Guilt | undefined> {
  const counts: { readonly statement: Statement; readonly before: Count; readonly after: Count }[] = [];
  await database.withMigrator(async (session) => {
    let before = await count(session);
    const recount = async (): Promise<void> => {
      before = await count(session);
    };
    const application = {
      session,
      migrations: search.migrations,
      rolesMade: context.rolesMade,
      statementTimeoutMs: context.statementTimeoutMs,
      afterStatement: async (statement: Statement): Promise<void> => {
        const after = await count(session);
        counts.push({ statement, before, after });
        before = after;
      },
      afterFile: recount,
      afterSeeds: recount,
    };
    if (search.seedBetween) await applyWhileInUse(context, database, application);
    else await applyMigrations(application);
  });
  const guilty =
    mostOf(counts, (c) => harm(search.kind, c.before, c.after, 'anywhere')) ??
    (isGoneFromTable(counts)
      ? mostOf(counts, (c) => harm(search.kind, c.before, c.after, 'inTable'))
      : undefined);
  return (
    guilty && {
      location: { file: guilty.statement.file, line: guilty.statement.line },
      statement: firstLine(guilty.statement.text),
    }
  );
}

const harm = (kind: FaultKind, before: Count, after: Count, where: 'anywhere' | 'inTable'): number =>
  kind === 'lost' ? before[where] - after[where] : after.spoiled - before.spoiled;

/** Of rows that were there twice one may be lost: their keys are in the table as before, and no statement is guilty of that. */
const isGoneFromTable = (counts: readonly { readonly before: Count; readonly after: Count }[]): boolean =>
  (counts.at(-1)?.after.inTable ?? 0) < Math.max(0, ...counts.map((c) => c.before.inTable));

/** The element with the greatest positive measure; the last of equals. */
function mostOf<T>(elements: readonly T[], measure: (element: T) => number): T | undefined {
  let most: T | undefined;
  let greatest = 0;
  for (const element of elements) {
    const value = measure(element);
    if (value > 0 && value >= greatest) {
      most = element;
      greatest = value;
    }
  }
  return most;
}

/** Keys and values are compared as texts, which the session's settings would print in their own way. */
const PINNED =
  "set search_path = '' set timezone = 'UTC' set datestyle = 'ISO, YMD' set intervalstyle = 'postgres' set extra_float_digits = 1 set bytea_output = 'hex'";

const COUNT_FUNCTION = `${OWN_SCHEMA}.count_sought`;

async function count(session: Client): Promise<Count> {
  const { rows } = await session.query<Count>(`select * from ${COUNT_FUNCTION}()`);
  return rows[0] ?? NOTHING;
}

/**
 * The count runs inside the migration's own transaction, which alone sees what it did; it does so with the
 * observer's rights, for the migrations' role can't reach the program's schema.
 */
async function prepareReplay(
  context: RunContext,
  database: ThrowawayDatabase,
  { seeded, kind }: Search,
  keys: readonly string[],
): Promise<void> {
  const { observer } = database;
  await observer.query(`create table ${OWN_SCHEMA}.sought (key text primary key)`);
  await observer.query(
    `insert into ${OWN_SCHEMA}.sought select distinct k from pg_catalog.unnest($1::text[]) k`,
    [keys],
  );
  await observer.query(countFunction(seeded, kind));
  const { user } = context.server.connection(database.name, 'migrator');
  await observer.query(`grant usage on schema ${OWN_SCHEMA} to ${quoteIdentifier(user)}`);
}

/** Rows without a key are sought by all of their values, as they were compared. */
const soughtKey = ({ key, columns }: SeededTable, alias: string): string =>
  key.length > 0 ? keyText(key, alias) : `${rowHash(columns, alias)}::text`;

function countFunction(seeded: SeededTable, kind: FaultKind): string {
  const table = sqlName(seeded.judged.name);
  const key = soughtKey(seeded, 't');
  const keyColumns = seeded.key.length > 0 ? seeded.key : seeded.columns.map((column) => column.name);
  const hash = rowHash(seeded.columns, 't');
  const spoiled =
    kind === 'changed'
      ? `select pg_catalog.count(*) from ${OWN_SCHEMA}.sought s join ${table} t on ${key} = s.key
           where not exists (select from ${seeded.ledger} l where ${soughtKey(seeded, 'l')} = s.key and ${rowHash(seeded.columns, 'l')} = ${hash})`
      : `select pg_catalog.count(*) from (select s.key from ${OWN_SCHEMA}.sought s join ${table} t on ${key} = s.key group by s.key having pg_catalog.count(*) > 1) d`;
  return `
    create function ${COUNT_FUNCTION}(out anywhere integer, out "inTable" integer, out spoiled integer)
    language plpgsql security definer ${PINNED} as $count$
    declare
        holder record;
        keys text[];
        found text[] := '{}';
    begin
        "inTable" := 0;
        spoiled := 0;
        for holder in
            select c.oid, pg_catalog.format('%I.%I', n.nspname, c.relname) as name
              from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
             where c.relkind in ('r', 'p') and not c.relispartition
               and n.nspname not in ('pg_catalog', 'information_schema', ${quoteLiteral(OWN_SCHEMA)})
               and (select pg_catalog.count(*) from pg_catalog.pg_attribute a
                     where a.attrelid = c.oid and not a.attisdropped
                       and a.attname = any (${quoteLiteral(`{${keyColumns.map((k) => JSON.stringify(k)).join(',')}}`)}::text[])) = ${keyColumns.length}
        loop
            execute 'select pg_catalog.array_agg(distinct s.key) from ${OWN_SCHEMA}.sought s join ' || holder.name || ' t on ' || ${quoteLiteral(key)} || ' = s.key' into keys;
            found := found || coalesce(keys, '{}');
            if holder.oid = pg_catalog.to_regclass(${quoteLiteral(table)}) then
                "inTable" := coalesce(pg_catalog.array_length(keys, 1), 0);
                begin
                    execute ${quoteLiteral(spoiled)} into spoiled;
                exception when undefined_table or undefined_column or undefined_function or datatype_mismatch then
                    spoiled := 0;
                end;
            end if;
        end loop;
        anywhere := (select pg_catalog.count(distinct k) from pg_catalog.unnest(found) k);
    end
    $count$`;
}

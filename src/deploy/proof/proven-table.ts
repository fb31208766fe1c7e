/** A table whose rows are proven: where it is, what tells its rows apart, and where they may be afterwards. */
import type { Client } from 'pg';
import { quoteIdentifier } from '../../postgres/connection.ts';
import { type ColumnFacts, readTableFacts, type TableFacts } from '../../postgres/table-facts.ts';
import type { DeploySettings } from '../../settings/deploy-settings.ts';
import type { TableName, TableSettings } from '../../settings/validate-settings.ts';

export interface ProvenTable {
  readonly oid: number;
  /** Schema-qualified, quoted where SQL needs it: as it is called in SQL and in reports. */
  readonly table: string;
  readonly name: Required<TableName>;
  readonly columns: readonly ColumnFacts[];
  /** What makes two rows the same row; empty: all of their values. */
  readonly key: readonly string[];
  readonly successors: readonly TableName[];
  /** Partitioned now, or named in the configuration; of others it counts only what they become. */
  readonly isJudged: boolean;
}

export type ProofSettings = Pick<DeploySettings, 'tables' | 'waivers' | 'now'>;

/**
 * Every table that can be proven at all: those partitioned, those configured, and plain ones beside.
 * @param forAnyRole whatever this role may do with them: another one is to prove them.
 */
export async function readProvenTables(
  client: Client,
  settings: Pick<DeploySettings, 'tables'>,
  isCandidate: (table: PlainTable) => boolean,
  forAnyRole = false,
): Promise<ProvenTable[]> {
  const configured = new Map<number, TableSettings>();
  for (const table of settings.tables) {
    const oid = await resolveTable(client, table.table);
    if (oid !== undefined) configured.set(oid, table);
  }
  const partitioned = await readPartitioned(client, forAnyRole);
  const candidates = (await readPlainTables(client, forAnyRole)).filter(isCandidate).map(({ oid }) => oid);
  const judged = new Set([...partitioned.keys(), ...configured.keys()]);
  const tables: ProvenTable[] = [];
  for (const oid of new Set([...judged, ...candidates])) {
    const facts = await readTableFacts(client, oid);
    if (!facts) continue;
    tables.push({
      ...provenTable(facts, configured.get(oid), partitioned.get(oid)),
      name: await nameOf(client, oid),
      isJudged: judged.has(oid),
    });
  }
  return tables.sort((a, b) => (a.table < b.table ? -1 : a.table > b.table ? 1 : 0));
}

function provenTable(
  facts: TableFacts,
  configured: TableSettings | undefined,
  keyColumn: string | undefined,
): Omit<ProvenTable, 'name' | 'isJudged'> {
  const withoutPartition = facts.primaryKey.filter((column) => column !== keyColumn);
  const known = (configured?.key ?? []).filter((name) => facts.columns.some((c) => c.name === name));
  return {
    oid: facts.oid,
    table: facts.table,
    columns: facts.columns,
    key: known.length > 0 ? known : withoutPartition.length > 0 ? withoutPartition : facts.primaryKey,
    successors: configured?.successors ?? [],
  };
}

async function nameOf(client: Client, oid: number): Promise<Required<TableName>> {
  const { rows } = await client.query<Required<TableName>>(
    `select n.nspname as schema, c.relname as name
       from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace where c.oid = $1`,
    [oid],
  );
  return rows[0] ?? { schema: '', name: '' };
}

/** What a lock against writers, and a reading, ask of the role. */
const MAY_PROVE = `(pg_catalog.has_schema_privilege(c.relnamespace, 'USAGE')
        and pg_catalog.has_table_privilege(c.oid, 'SELECT')
        and pg_catalog.has_table_privilege(c.oid, 'UPDATE, DELETE, TRUNCATE'))`;

/** Tables that are partitioned, and that this role may not lock or read: others', as a rule. */
export async function readUnprovable(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ table: string }>(
    `select pg_catalog.format('%I.%I', n.nspname, c.relname) as table
       from pg_catalog.pg_partitioned_table p
       join pg_catalog.pg_class c on c.oid = p.partrelid and not c.relispartition and c.relpersistence <> 't'
       join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where not ${MAY_PROVE} order by 1`,
  );
  return rows.map(({ table }) => table);
}

/** The roots, however they are partitioned; with the key's column where that is by range. */
async function readPartitioned(
  client: Client,
  forAnyRole: boolean,
): Promise<ReadonlyMap<number, string | undefined>> {
  const { rows } = await client.query<{ oid: number; column: string | null }>(
    `select c.oid, a.attname as column
       from pg_catalog.pg_partitioned_table p
       join pg_catalog.pg_class c on c.oid = p.partrelid and not c.relispartition and c.relpersistence <> 't'
       left join pg_catalog.pg_attribute a
         on a.attrelid = c.oid and a.attnum = p.partattrs[0] and a.attnum > 0 and p.partstrat = 'r'
      where $1 or ${MAY_PROVE}`,
    [forAnyRole],
  );
  return new Map(rows.map(({ oid, column }) => [oid, column ?? undefined]));
}

export interface PlainTable {
  readonly oid: number;
  readonly schema: string;
  readonly name: string;
}

/** Those of the role's own: nobody else can turn one into a partitioned table. */
async function readPlainTables(client: Client, forAnyRole: boolean): Promise<PlainTable[]> {
  const { rows } = await client.query<PlainTable>(
    `select c.oid, n.nspname as schema, c.relname as name
       from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and not c.relispartition and c.relpersistence <> 't'
        and n.nspname not in ('pg_catalog', 'information_schema', 'partition_guard')
        and n.nspname !~ '^pg_toast'
        and c.relname <> 'flyway_schema_history'
        and ($1 or pg_catalog.pg_has_role(c.relowner, 'USAGE'))`,
    [forAnyRole],
  );
  return rows;
}

/** @returns the oid of a table by its name as the configuration has it; without a schema by the session's search path. */
export async function resolveTable(client: Client, name: TableName): Promise<number | undefined> {
  const text =
    name.schema === undefined
      ? quoteIdentifier(name.name)
      : `${quoteIdentifier(name.schema)}.${quoteIdentifier(name.name)}`;
  return oidOf(client, text);
}

/** @param table as SQL reads it. */
export async function oidOf(client: Client, table: string): Promise<number | undefined> {
  const { rows } = await client.query<{ oid: number }>(
    `select c.oid from pg_catalog.pg_class c
      where c.oid = pg_catalog.to_regclass($1) and c.relkind in ('r', 'p')`,
    [table],
  );
  return rows[0]?.oid;
}

/** Which tables of a target are maintained: those that the configuration names, else every one partitioned by range of time. */
import type pg from 'pg';
import type { TableMaintenance } from '../../domain/maintenance.ts';
import { EXIT, OperatorError } from '../../domain/operator-error.ts';
import { readLayouts, type UnjudgedTable } from '../../postgres/catalog-layout.ts';
import { quoteIdentifier } from '../../postgres/connection.ts';
import { findTable } from '../../postgres/table-facts.ts';
import type { DeploySettings } from '../../settings/deploy-settings.ts';
import type { TableName } from '../../settings/validate-settings.ts';
import type { ArchivedName } from '../archive/archive-head.ts';
import { findManagers, managerOf } from './manager.ts';
import type { MaintainedTable } from './maintenance-run.ts';

export interface TablesFound {
  readonly tables: readonly MaintainedTable[];
  /** Those that were named, and can't be maintained: nothing is done for them, which must not look like all is well. */
  readonly missing: readonly TableMaintenance[];
  readonly warnings: readonly string[];
}

/**
 * @param client a session with TimeZone UTC and DateStyle ISO.
 * @throws OperatorError where no table was named, and there is none to maintain.
 */
export async function findMaintainedTables(
  client: pg.Client,
  settings: DeploySettings,
): Promise<TablesFound> {
  const { judged, unjudged } = await readLayouts(client);
  const managers = await findManagers(client);
  const names = await readNames(
    client,
    judged.map(({ oid }) => oid),
  );
  const all = judged.flatMap((table): MaintainedTable[] => {
    const name = names.get(table.oid);
    if (name === undefined) return [];
    const manager = managerOf(managers, name.schema);
    return [{ ...table, name, ...(manager === undefined ? {} : { manager }) }];
  });
  if (settings.tables.length === 0) {
    if (all.length === 0) throw await noTable(client, unjudged);
    return {
      tables: all,
      missing: [],
      warnings: unjudged.map(({ table, reason }) => `${table} is not maintained: ${reason}`),
    };
  }
  return namedOf(client, settings.tables, all);
}

/** A plain one may be named, for `validate` watches its rows: it is passed over as long as another is maintained. */
async function namedOf(
  client: pg.Client,
  named: DeploySettings['tables'],
  all: readonly MaintainedTable[],
): Promise<TablesFound> {
  const wanted: MaintainedTable[] = [];
  const plain: TableName[] = [];
  const missing: TableMaintenance[] = [];
  for (const { table } of named) {
    const oid = await findTable(client, table);
    const found = all.find((candidate) => candidate.oid === oid);
    if (found) wanted.push(found);
    else if (oid === undefined) missing.push(missingTable(table, { isThere: false }));
    else if (await isPlain(client, oid)) plain.push(table);
    else missing.push(missingTable(table, { isThere: true }));
  }
  if (wanted.length > 0) return { tables: wanted, missing, warnings: plain.map(passedOver) };
  return {
    tables: [],
    missing: [...missing, ...plain.map((table) => missingTable(table, { isThere: true }))],
    warnings: [],
  };
}

const passedOver = (name: TableName): string =>
  `${shown(name)} is not maintained: it is a plain table, not partitioned by range of a date or time`;

/** Neither partitioned nor a partition. */
async function isPlain(client: pg.Client, oid: number): Promise<boolean> {
  const { rowCount } = await client.query(
    `select from pg_catalog.pg_class c where c.oid = $1 and c.relkind = 'r' and not c.relispartition`,
    [oid],
  );
  return rowCount === 1;
}

const missingTable = (name: TableName, { isThere }: { readonly isThere: boolean }): TableMaintenance => ({
  table: shown(name),
  partitions: [],
  problems: [
    {
      step: 'table',
      message: isThere
        ? `${shown(name)} is not maintained: it is not partitioned by range of a date or time`
        : `${shown(name)} is not maintained: there is no table of that name`,
      hint: isThere
        ? 'Partition it first, or give maintenance a configuration of its own (--config) whose tables: leave it out.'
        : 'See that the address is that of the right database, and that tables: in partition-guard.yml has the right name and schema.',
    },
  ],
});

async function noTable(client: pg.Client, unjudged: readonly UnjudgedTable[]): Promise<OperatorError> {
  const { rows } = await client.query<{ database: string }>(
    'select pg_catalog.current_database() as database',
  );
  const others = unjudged.map(({ table, reason }) => `; ${table}: ${reason}`).join('');
  return new OperatorError(
    `nothing was maintained: no table of ${quoteIdentifier(rows[0]?.database ?? '')} that this role can see is partitioned by range of a date or time${others}`,
    {
      code: 'no-table-to-maintain',
      hint: 'see that the address is that of the right database; if it has no such table yet, take it out of the schedule',
      exitStatus: EXIT.fail,
    },
  );
}

const shown = ({ schema, name }: TableName): string => (schema === undefined ? name : `${schema}.${name}`);

async function readNames(
  client: pg.Client,
  oids: readonly number[],
): Promise<ReadonlyMap<number, ArchivedName>> {
  const { rows } = await client.query<ArchivedName & { oid: number }>(
    `select c.oid, n.nspname as schema, c.relname as name
       from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.oid = any ($1::oid[])`,
    [oids],
  );
  return new Map(rows.map(({ oid, schema, name }) => [oid, { schema, name }]));
}

/** A retention is for the tables that somebody named, or for the only one there is: never for whatever is found. */
export function assertNamed(tables: readonly MaintainedTable[], settings: DeploySettings): void {
  if (settings.tables.length > 0 || tables.length <= 1) return;
  throw new OperatorError(
    `a retention was asked for, and ${tables.length} tables are partitioned by time: ${tables
      .slice(0, 5)
      .map(({ layout }) => layout.table)
      .join(', ')}${tables.length > 5 ? ' …' : ''}`,
    {
      code: 'retention-of-which-table',
      hint: 'name those that it is for under tables: in partition-guard.yml',
      exitStatus: EXIT.usage,
    },
  );
}

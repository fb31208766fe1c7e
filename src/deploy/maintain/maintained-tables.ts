/** Which tables of a target are maintained: those that the configuration names, else every one partitioned by range of time. */
import type pg from 'pg';
import { EXIT, OperatorError } from '../../domain/operator-error.ts';
import { readLayouts } from '../../postgres/catalog-layout.ts';
import { findTable } from '../../postgres/table-facts.ts';
import type { DeploySettings } from '../../settings/deploy-settings.ts';
import type { TableName } from '../../settings/validate-settings.ts';
import type { ArchivedName } from '../archive/archive-head.ts';
import { findManagers, managerOf } from './manager.ts';
import type { MaintainedTable } from './maintenance-run.ts';

export interface TablesFound {
  readonly tables: readonly MaintainedTable[];
  readonly warnings: readonly string[];
}

/** @param client a session with TimeZone UTC and DateStyle ISO. */
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
    return {
      tables: all,
      warnings: unjudged.map(({ table, reason }) => `${table} is not maintained: ${reason}`),
    };
  }
  const wanted: MaintainedTable[] = [];
  const warnings: string[] = [];
  for (const { table } of settings.tables) {
    const oid = await findTable(client, table);
    const found = all.find((candidate) => candidate.oid === oid);
    if (found) wanted.push(found);
    else
      warnings.push(
        `${shown(table)} is not maintained: no table of that name is partitioned by range of a date or time`,
      );
  }
  return { tables: wanted, warnings };
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

/** Which tables' rows are proven around a file or a call: the plan's estimate and apply ask the same. */
import type { Client } from 'pg';
import type { VerifyMode } from '../../domain/deployment.ts';
import type { Migration } from '../../migrations/migration.ts';
import type { DeploySettings } from '../../settings/deploy-settings.ts';
import { resolveSuccessors } from './holders-now.ts';
import { type ProvenTable, readProvenTables } from './proven-table.ts';
import { reachOf } from './reach.ts';

export interface ProvingQuestion {
  readonly settings: Pick<DeploySettings, 'tables'>;
  readonly mode: VerifyMode;
  /** Undefined: of a call, which may reach every table. */
  readonly migration: Migration | undefined;
  /** Also those that the session's role may not read or lock: another one applies. */
  readonly forAnyRole?: boolean;
}

/** By the session's own search path. Plain tables are among them that the file may make partitioned ones. */
export async function tablesToProve(
  client: Client,
  { settings, mode, migration, forAnyRole = false }: ProvingQuestion,
): Promise<ProvenTable[]> {
  const text = migration?.text.toLowerCase() ?? '';
  const tables = await readProvenTables(
    client,
    settings,
    ({ name }) => text.includes('partition') && text.includes(name.toLowerCase()),
    forAnyRole,
  );
  if (mode === 'full' || !migration) return tables;
  const reach = await reachOf(client, [migration]);
  if (reach.kind === 'all') return tables;
  const reached: ProvenTable[] = [];
  for (const table of tables) {
    const places = [table.oid, ...(await resolveSuccessors(client, table))];
    if (!table.isJudged || places.some((oid) => reach.oids.has(oid))) reached.push(table);
  }
  return reached;
}

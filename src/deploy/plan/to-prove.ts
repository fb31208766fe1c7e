/** Which tables apply would prove, step by step: asked of the target as it is now. */
import type { Client } from 'pg';
import type { VerifyMode } from '../../domain/deployment.ts';
import type { Migration } from '../../migrations/migration.ts';
import type { DeploySettings } from '../../settings/deploy-settings.ts';
import type { ProvenTable } from '../proof/proven-table.ts';
import { tablesToProve } from '../proof/tables-to-prove.ts';

/** Of one file or call: the tables that are proven around it, in the thorough mode and in the two others. */
type Step = Readonly<Record<'full' | 'touched', readonly ProvenTable[]>>;

export interface ToProve {
  readonly files: readonly Step[];
  /** Around any call. */
  readonly call: Step;
}

/** By the session's own search path: before anything is pinned. Files that the ones before them prepare are judged by what is there. */
export async function readToProve(
  client: Client,
  settings: Pick<DeploySettings, 'tables'>,
  pending: readonly Migration[],
): Promise<ToProve> {
  const ask = (mode: VerifyMode, migration?: Migration): Promise<ProvenTable[]> =>
    tablesToProve(client, { settings, mode, migration, forAnyRole: true });
  const files: Step[] = [];
  for (const migration of pending) {
    files.push({ full: await ask('full', migration), touched: await ask('touched', migration) });
  }
  const all = await ask('full');
  return { files, call: { full: all, touched: all } };
}

/** The tables of each step that proves any, in order. */
export const stepsOf = (
  { files, call }: ToProve,
  mode: VerifyMode,
  calls: readonly string[],
): (readonly ProvenTable[])[] =>
  [...files, ...calls.map(() => call)].map((step) => step[mode === 'full' ? 'full' : 'touched']);

/** Every table that any step may prove, in any mode. */
export const provable = ({ files, call }: ToProve): ProvenTable[] => [
  ...new Map([...files, call].flatMap(({ full }) => full).map((table) => [table.oid, table])).values(),
];

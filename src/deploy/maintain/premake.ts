/** Makes partitions ahead of time, on the interval that the table is on. */
import { formatInterval } from '../../domain/interval.ts';
import { rangePartitions } from '../../domain/layout.ts';
import { prefixOf } from './manager.ts';
import { inPinnedTransaction } from '../archive/pinned-settings.ts';
import { withRetries } from '../apply/retry.ts';
import {
  type MaintainedTable,
  type MaintenanceRun,
  NOTHING,
  outcomeOf,
  type TableStep,
  toldOf,
} from './maintenance-run.ts';

import { premakeByCall } from './foreign-premake.ts';
import { stepOf } from './partition-step.ts';
import { changeSince } from './safe-call.ts';

/** @param premake how many intervals after the one that contains now. */
export async function premakePartitions(
  run: MaintenanceRun,
  table: MaintainedTable,
  premake: number,
): Promise<TableStep> {
  const step = stepOf(table.layout);
  const { call } = run.settings.manage;
  if (table.manager === undefined && call !== undefined) return premakeByCall(run, table, call);
  if (table.manager === undefined) {
    return problem(
      `nothing on the target makes partitions of ${table.layout.table} ahead of time`,
      'Bring the shipped partition manager to it (docs/partition-manager.md), or configure the call that does as manage.call.',
    );
  }
  if (step === undefined) {
    return problem(
      `${table.layout.table} has no partition that tells its interval`,
      'Make the first partitions with the call that changes the interval; --premake goes on from there.',
    );
  }
  const interval = formatInterval(step);
  try {
    const made = await withRetries(run.patience, () => make(run, table, { premake, interval }));
    return { partitions: made, problems: [] };
  } catch (error) {
    const { reason, hint } = toldOf(error);
    return problem(`no partitions were made ahead for ${table.layout.table}: ${reason}`, hint);
  }
}

const problem = (message: string, hint: string): TableStep => ({
  ...NOTHING,
  problems: [{ step: 'premake', message, hint }],
});

class Rehearsed extends Error {}

async function make(
  run: MaintenanceRun,
  table: MaintainedTable,
  { premake, interval }: { readonly premake: number; readonly interval: string },
): Promise<TableStep['partitions']> {
  const { client, limits, settings } = run;
  let made: TableStep['partitions'] = [];
  try {
    await inPinnedTransaction(client, limits, async () => {
      await client.query(
        `select ${table.manager?.named('premake_partitions') ?? ''}($1, $2::text::pg_catalog.interval, $3)`,
        [prefixOf(table.name), interval, premake],
      );
      const change = await changeSince(client, table, undefined);
      made = rangePartitions({ ...table.layout, partitions: change.made }).map((partition) =>
        outcomeOf(partition, 'created', { rows: 0 }),
      );
      if (settings.dryRun) throw new Rehearsed();
    });
  } catch (error) {
    if (!(error instanceof Rehearsed)) throw error;
  }
  return made;
}

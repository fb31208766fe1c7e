/** Puts archived partitions back, one transaction each: made anew, loaded, proven equal, attached with the bound they had. */
import type { PartitionOutcome, TableMaintenance } from '../../domain/maintenance.ts';
import { EXIT, OperatorError } from '../../domain/operator-error.ts';
import { rangeOfBound } from '../../postgres/catalog-layout.ts';
import { withRetries } from '../apply/retry.ts';
import { sqlName } from '../archive/partition-facts.ts';
import { findArchive, type FoundArchive, wantedOf } from './find-archives.ts';
import type { MaintenanceRun } from './maintenance-run.ts';
import { toldOf } from './maintenance-run.ts';
import type { Maintained } from './maintain-tables.ts';
import { restoreOne } from './restore-one.ts';

/** @param names as SQL reads them, or files in the place. */
export async function restorePartitions(run: MaintenanceRun, names: readonly string[]): Promise<Maintained> {
  if (names.length === 0) {
    throw new OperatorError('restore needs to be told which partition', {
      code: 'restore-of-which-partition',
      hint: 'give --partition NAME, as often as there are partitions to restore',
      exitStatus: EXIT.usage,
    });
  }
  const { store } = run;
  if (store === undefined) throw new Error('there is no place for archives');
  const wanted = names.map(wantedOf);
  const found: FoundArchive[] = [];
  // All of them first: a name that is wrong is told before anything is changed.
  for (const one of wanted) found.push(await findArchive(store, one, run.target.facts.database));
  const tables = new Map<string, PartitionOutcome[]>();
  for (const archive of found) {
    const table = sqlName(archive.head.table);
    const outcome = await restored(run, archive);
    tables.set(table, [...(tables.get(table) ?? []), outcome]);
  }
  return {
    tables: [...tables].map(([table, partitions]): TableMaintenance => ({ table, partitions, problems: [] })),
    warnings: [],
  };
}

async function restored(run: MaintenanceRun, archive: FoundArchive): Promise<PartitionOutcome> {
  const { head } = archive;
  const range = rangeOfBound(head.bound);
  const outcome = (rest: Pick<PartitionOutcome, 'action'> & Partial<PartitionOutcome>): PartitionOutcome => ({
    partition: sqlName(head.partition),
    ...(range ? { lower: range.lower, upper: range.upper } : {}),
    ...rest,
  });
  try {
    return outcome(await withRetries(run.patience, () => restoreOne(run, archive)));
  } catch (error) {
    const { action, reason, hint } = toldOf(error);
    return outcome({ action, reason, hint });
  }
}

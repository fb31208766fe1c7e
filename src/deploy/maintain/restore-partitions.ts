/** Puts archived partitions back, one transaction each: made anew, loaded, proven equal, attached with the bound they had. */
import type { PartitionOutcome, TableMaintenance } from '../../domain/maintenance.ts';
import { formatInterval } from '../../domain/interval.ts';
import { EXIT, OperatorError } from '../../domain/operator-error.ts';
import type { Range } from '../../domain/range.ts';
import { rangeOfBound } from '../../postgres/catalog-layout.ts';
import { withRetries } from '../apply/retry.ts';
import type { ArchivedName } from '../archive/archive-head.ts';
import { sqlName } from '../archive/partition-facts.ts';
import { findArchive, type FoundArchive, wantedOf } from './find-archives.ts';
import type { MaintenanceRun } from './maintenance-run.ts';
import { toldOf } from './maintenance-run.ts';
import type { Maintained } from './maintain-tables.ts';
import { limitOf } from './retention.ts';
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
  const search = { store, client: run.client, database: run.target.facts.database };
  for (const one of wanted) found.push(await findArchive(search, one));
  const tables = new Map<string, PartitionOutcome[]>();
  for (const archive of found) {
    const table = await shown(run, archive.head.table);
    const outcome = await restored(run, archive);
    tables.set(table, [...(tables.get(table) ?? []), outcome]);
  }
  return {
    tables: [...tables].map(([table, partitions]): TableMaintenance => ({ table, partitions, problems: [] })),
    warnings: [],
  };
}

/** As the catalog's other names are told: in quotes only where SQL needs them. */
async function shown({ client }: MaintenanceRun, { schema, name }: ArchivedName): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    'select pg_catalog.format($1, $2::text, $3::text) as name',
    ['%I.%I', schema, name],
  );
  return rows[0]?.name ?? sqlName({ schema, name });
}

/** A later maintenance takes it away again; whoever restores it should know. */
function goesAgain({ settings, now }: MaintenanceRun, range: Range | undefined): string | undefined {
  const keep = settings.keep ?? settings.retention?.keep;
  if (keep === undefined || range?.upper.kind !== 'finite' || range.upper.at > limitOf(now, keep))
    return undefined;
  return `it is past the retention of ${formatInterval(keep)}: the next maintain lets it go again, unless more is kept by then`;
}

async function restored(run: MaintenanceRun, archive: FoundArchive): Promise<PartitionOutcome> {
  const { head } = archive;
  const range = rangeOfBound(head.bound);
  const name = await shown(run, head.partition);
  const outcome = (rest: Pick<PartitionOutcome, 'action'> & Partial<PartitionOutcome>): PartitionOutcome => ({
    partition: name,
    ...(range ? { lower: range.lower, upper: range.upper } : {}),
    ...rest,
  });
  try {
    const done = await withRetries(run.patience, () => restoreOne(run, archive));
    const reasons = [done.reason, goesAgain(run, range)].filter((reason) => reason !== undefined);
    return outcome({ ...done, ...(reasons.length === 0 ? {} : { reason: reasons.join('; ') }) });
  } catch (error) {
    const { action, reason, hint } = toldOf(error);
    return outcome({ action, reason, hint });
  }
}

/** Runs what changes a table's partitions, and takes it back where it touched what it must not. */
import type pg from 'pg';
import { EXIT, OperatorError } from '../../domain/operator-error.ts';
import { eventsBetween, type Layout, type Partition } from '../../domain/layout.ts';
import { DAY, formatShort, type Instant } from '../../domain/instant.ts';
import { readLayouts } from '../../postgres/catalog-layout.ts';

export interface Change {
  readonly made: readonly Partition[];
  readonly gone: readonly Partition[];
}

/** The layout of one table as it is now; undefined where it is no partitioned table any more. */
export const layoutNow = async (client: pg.Client, oid: number): Promise<Layout | undefined> =>
  (await readLayouts(client)).judged.find((table) => table.oid === oid)?.layout;

/**
 * What became of the partitions.
 * @throws OperatorError where one is gone that does not end at or before `limit`, or has other bounds: roll back then.
 * @param limit undefined: none may be gone.
 */
export async function changeSince(
  client: pg.Client,
  { oid, layout }: { readonly oid: number; readonly layout: Layout },
  limit: Instant | undefined,
): Promise<Change> {
  const after = await layoutNow(client, oid);
  if (after === undefined) throw tooMuch(`${layout.table} itself is gone, or partitioned otherwise`);
  const made: Partition[] = [];
  const gone: Partition[] = [];
  for (const event of eventsBetween(layout, after)) {
    switch (event.kind) {
      case 'made':
        made.push(event.partition);
        break;
      case 'gone':
        gone.push(event.partition);
        break;
      case 'replaced':
      case 'moved':
        throw tooMuch(`${event.partition.name} has other bounds than before, or is another table`);
    }
  }
  const early = gone.find((partition) => !isPast(partition, limit));
  if (early) throw tooMuch(`${early.name} would be gone, which is ${whyNot(early, limit)}`);
  return { made, gone };
}

export const isPast = (partition: Partition, limit: Instant | undefined): boolean =>
  limit !== undefined &&
  partition.kind === 'range' &&
  partition.range.upper.kind === 'finite' &&
  // A date is a whole day: rows of the upper bound itself are past only when that day is.
  partition.range.upper.at + (partition.reachesUpper ? DAY : 0n) <= limit;

const whyNot = (partition: Partition, limit: Instant | undefined): string => {
  if (limit === undefined) return 'not asked for';
  if (partition.kind === 'default') return 'the default partition';
  return `not past the retention: it does not end before ${formatShort(limit)}`;
};

const tooMuch = (what: string): OperatorError =>
  new OperatorError(`${what}: all of it was rolled back`, {
    code: 'maintenance-too-much',
    hint: 'See to the SQL that is called: it does more than was asked of it.',
    exitStatus: EXIT.fail,
  });

/** A maintenance in words: the verdict first, what it means for the rows second, what to do third. */
import { formatShort } from '../../domain/instant.ts';
import type {
  MaintenanceResult,
  PartitionAction,
  PartitionOutcome,
  Runway,
  TableMaintenance,
} from '../../domain/maintenance.ts';
import type { Bound } from '../../domain/range.ts';
import { count, shortName, thousands } from '../../domain/wording.ts';
import { listed } from '../words.ts';

export const OUTCOME_WORD: Readonly<Record<MaintenanceResult['outcome'], string>> = {
  done: 'DONE',
  'nothing-to-do': 'NOTHING TO DO',
  rehearsed: 'DRY RUN',
  failed: 'FAILED',
  refused: 'REFUSED',
};

const DONE: Readonly<Record<PartitionAction, string>> = {
  created: 'created',
  archived: 'archived and dropped',
  dropped: 'dropped',
  detached: 'detached',
  moved: 'moved to the archive schema',
  restored: 'restored',
  unchanged: 'left as they are',
  kept: 'kept',
  failed: 'failed',
};

const ORDER: readonly PartitionAction[] = [
  'failed',
  'kept',
  'archived',
  'dropped',
  'detached',
  'moved',
  'restored',
  'created',
];

const partitionsOf = ({ tables }: MaintenanceResult): PartitionOutcome[] =>
  tables.flatMap(({ partitions }) => partitions);

/** One line: what became of how many partitions, or would. */
export function headline(result: MaintenanceResult): string {
  const [refusal] = result.refusals;
  if (refusal) return refusal.message;
  const short = result.tables.filter(({ runway }) => runway?.isShort === true);
  const partitions = partitionsOf(result);
  const parts = ORDER.flatMap((action) => {
    const number = partitions.filter((partition) => partition.action === action).length;
    return number === 0 ? [] : [`${count(number, 'partition')} ${DONE[action]}`];
  });
  const shortfall = short.map(
    ({ table, runway }) => `writes to ${shortName(table)} fail from ${untilWords(runway)}`,
  );
  const problems = result.tables.reduce((sum, { problems: found }) => sum + found.length, 0);
  const all = [...shortfall, ...parts, ...(problems > 0 ? [`${count(problems, 'step')} not done`] : [])];
  const told = all.length === 0 ? 'every partition is as it should be' : listed(all);
  return result.isDryRun ? `would be: ${told}; nothing was changed` : told;
}

/** What it means for the rows. */
export function meaning(result: MaintenanceResult): string {
  const partitions = partitionsOf(result);
  const rows = (actions: readonly PartitionAction[]): number =>
    partitions.filter(({ action }) => actions.includes(action)).reduce((sum, { rows: n = 0 }) => sum + n, 0);
  const archived = rows(['archived']);
  const dropped = rows(['dropped']);
  const restored = rows(['restored']);
  if (result.outcome === 'refused' || result.isDryRun) return 'No row was touched.';
  const told = [
    ...(archived > 0
      ? [
          `${count(archived, 'row')} are in files that were read back and found equal before the partitions went`,
        ]
      : []),
    ...(restored > 0 ? [`${count(restored, 'row')} are back, as they were archived`] : []),
    ...(dropped > 0 ? [`${count(dropped, 'row')} are gone for good, as configured`] : []),
  ];
  // Without a count nothing is known of rows: only of partitions, from the catalog.
  const uncounted = partitions.filter(
    ({ action, rows: n }) => action === 'dropped' && n === undefined,
  ).length;
  if (uncounted > 0)
    told.push(`rows of ${count(uncounted, 'partition')} went with them, and nobody counted how many`);
  return told.length === 0
    ? 'No partition with rows was let go.'
    : `${listed(told)}.`.replace(/^./, (first) => first.toUpperCase());
}

/** `2024-01-01 to 2024-02-01`. */
export const rangeWords = ({ lower, upper }: PartitionOutcome): string =>
  lower === undefined || upper === undefined ? '' : `${boundWords(lower)} to ${boundWords(upper)}`;

const boundWords = (bound: Bound): string => {
  switch (bound.kind) {
    case 'finite':
      return formatShort(bound.at);
    case 'minvalue':
      return 'the beginning';
    case 'maxvalue':
      return 'the end';
  }
};

const untilWords = (runway: Runway | undefined): string => (runway ? boundWords(runway.until) : '');

/** `writes keep working until 2027-01-01, for 404 days; 90 are asked for`. */
export function runwayWords({ table, runway }: TableMaintenance): string | undefined {
  if (runway === undefined) return undefined;
  const { until, days, asked, isShort } = runway;
  if (until.kind !== 'finite' || days === undefined)
    return `writes to ${shortName(table)} keep working for ever`;
  const told = isShort ? `fail from ${boundWords(until)}` : `keep working until ${boundWords(until)}`;
  return `writes to ${shortName(table)} ${told}, ${isShort ? 'in' : 'for'} ${count(days, 'day')}; ${thousands(asked)} are asked for`;
}

export const RUNWAY_HINT =
  'Make partitions further ahead: --premake N, or the call that changes the interval.';

/** `archived   1,204,332 rows   s3://bookings/…`. */
export const detailWords = ({ rows, archive, lockedMs }: PartitionOutcome): string =>
  [
    ...(rows === undefined ? [] : [count(rows, 'row')]),
    ...(archive ? [`${archive.location} (${thousands(archive.bytes)} bytes)`] : []),
    ...(lockedMs === undefined
      ? []
      : [`writers stood still for at most ${thousands(Math.max(1, lockedMs))} ms`]),
  ].join(' · ');

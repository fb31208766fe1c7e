/** What the validated run assumed of the target and the target has otherwise. */
import type { Layout, Partition } from '../../domain/layout.ts';
import { defaultPartition } from '../../domain/layout.ts';
import type { RunResult } from '../../domain/result.ts';
import type { UnjudgedTable } from '../../postgres/catalog-layout.ts';
import { count } from '../../domain/wording.ts';
import { isSamePartition } from './rows-to-move.ts';

export interface DriftQuestion {
  readonly run: RunResult | undefined;
  readonly layouts: readonly Layout[];
  /** Partitioned on the target in a way that has no layout, and why. */
  readonly unjudged: readonly UnjudgedTable[];
  /** `16.4`. */
  readonly serverVersion: string;
}

/** One line each; empty where there is no run to compare with. */
export function driftFrom({ run, layouts, unjudged, serverVersion }: DriftQuestion): string[] {
  if (!run) return [];
  const upgrade = run.scenarios.find((scenario) => scenario.name === 'upgrade');
  return [
    ...(run.verdict === 'pass' ? [] : [`the validation did not pass: its verdict is ${run.verdict}`]),
    ...serverDrift(run, serverVersion),
    ...(upgrade ? layoutDrift(upgrade.before, layouts, unjudged) : []),
  ];
}

const majorOf = (version: string): string => /^\d+/.exec(version)?.[0] ?? version;

function serverDrift(run: RunResult, serverVersion: string): string[] {
  const joined = run.scenarios.flatMap(({ server }) => server ?? []);
  const played = [...new Set((joined.length > 0 ? joined : [run.server.version]).map(majorOf))];
  return played.includes(majorOf(serverVersion))
    ? []
    : [`the target runs PostgreSQL ${serverVersion}, and the validation ran on ${played.join(', ')}`];
}

function layoutDrift(
  assumed: readonly Layout[],
  found: readonly Layout[],
  unjudged: readonly UnjudgedTable[],
): string[] {
  const otherwise = (table: string): string | undefined =>
    unjudged.find((one) => one.table === table)?.reason;
  const missing = assumed.filter(({ table }) => !found.some((layout) => layout.table === table));
  return [
    ...missing.map(({ table, keyColumn }) =>
      otherwise(table) === undefined
        ? `${table} was partitioned in the validated base, and is not on the target`
        : `${table} was partitioned by range of ${keyColumn} in the validated base; on the target ${otherwise(table)}`,
    ),
    ...found.flatMap((layout) => {
      const before = assumed.find(({ table }) => table === layout.table);
      return before
        ? partitionDrift(before, layout)
        : [`${layout.table} is partitioned on the target, and was not in the validated base`];
    }),
  ];
}

function partitionDrift(assumed: Layout, found: Layout): string[] {
  const { table } = found;
  const key =
    assumed.keyColumn === found.keyColumn && assumed.keyType === found.keyType
      ? []
      : [
          `${table} is partitioned by ${found.keyColumn} (${found.keyType}) on the target, and was by ${assumed.keyColumn} (${assumed.keyType})`,
        ];
  const more = found.partitions.filter(
    (one) => !assumed.partitions.some((other) => isSamePartition(one, other)),
  );
  const fewer = assumed.partitions.filter(
    (one) => !found.partitions.some((other) => isSamePartition(one, other)),
  );
  const [here, there] = [defaultPartition(found), defaultPartition(assumed)];
  const caught =
    here && here.rows > 0 && (there?.rows ?? 0) === 0
      ? [
          `${here.name} holds about ${count(here.rows, 'row')}, and the default partition was empty in the validated base`,
        ]
      : [];
  return [
    ...key,
    ...(more.length > 0 ? [`${table} has ${named(more)} that the validated base did not have`] : []),
    ...(fewer.length > 0 ? [`${table} lacks ${named(fewer)} of the validated base`] : []),
    ...caught,
  ];
}

const NAMED = 3;

/** `4 partitions (a, b, c, …)`, by name or by range. */
const named = (partitions: readonly Partition[]): string =>
  `${count(partitions.length, 'partition')} (${partitions
    .slice(0, NAMED)
    .map(({ name }) => name)
    .join(', ')}${partitions.length > NAMED ? ', …' : ''})`;

/** Which scenarios a project gets, in the order in which they are told. */
import type { IntervalName } from '../domain/interval.ts';
import type { Scenario } from '../domain/scenario.ts';
import { fresh } from './fresh.ts';
import { intervalChange } from './interval-change.ts';
import { rerunCall, rerunMigrations } from './rerun.ts';
import { retention } from './retention.ts';
import { roundTrip } from './round-trip.ts';
import { upgrade } from './upgrade.ts';

export interface ProjectFacts {
  readonly hasBase: boolean;
  /** Whether a call that changes the interval is configured or found. */
  readonly changesInterval: boolean;
  readonly intervals: readonly IntervalName[];
  readonly hasRepeatables: boolean;
  /** Whether a table's partition key is a timestamptz: what its bounds mean may depend on the session. */
  readonly isZoned: boolean;
  /** A time zone with another hour than the server's, and the same date. */
  readonly otherZone: string;
  /** Whether a call that lets go of old partitions is configured, and how long rows are kept. */
  readonly retires: boolean;
}

/** Every scenario that applies to the project. */
export function scenariosFor({
  hasBase,
  changesInterval,
  intervals,
  hasRepeatables,
  isZoned,
  otherZone,
  retires,
}: ProjectFacts): readonly Scenario[] {
  const [first] = intervals;
  const old = retires ? [retention(changesInterval ? first : undefined)] : [];
  const start = [fresh(isZoned ? otherZone : undefined), upgrade(hasBase)];
  if (!changesInterval) return [...start, rerunMigrations(hasRepeatables), ...old];
  const pairs = intervals.flatMap((from) =>
    intervals.filter((to) => to !== from).map((to): readonly [IntervalName, IntervalName] => [from, to]),
  );
  return [
    ...start,
    ...pairs.map(([from, to]) => intervalChange({ from, to, otherZone })),
    ...pairs.map(([from, to]) => roundTrip(from, to)),
    rerunCall(intervals),
    ...old,
  ];
}

/**
 * One machine's share of the scenarios: every Nth, so that slow kinds spread evenly.
 * @param shard index counted from 1, and how many there are.
 */
export const shareOf = (
  scenarios: readonly Scenario[],
  shard: { index: number; of: number },
): readonly Scenario[] => scenarios.filter((_, i) => i % shard.of === shard.index - 1);

/** Which scenarios a project gets, in the order in which they are told. */
import type { IntervalName } from '../domain/interval.ts';
import type { Scenario } from '../domain/scenario.ts';
import { fresh } from './fresh.ts';
import { intervalChange } from './interval-change.ts';
import { rerunCall, rerunMigrations } from './rerun.ts';
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
}

/** Every scenario that applies to the project. */
export function scenariosFor({
  hasBase,
  changesInterval,
  intervals,
  hasRepeatables,
  isZoned,
  otherZone,
}: ProjectFacts): readonly Scenario[] {
  if (!changesInterval)
    return [fresh(isZoned ? otherZone : undefined), upgrade(hasBase), rerunMigrations(hasRepeatables)];
  const pairs = intervals.flatMap((from) =>
    intervals.filter((to) => to !== from).map((to): readonly [IntervalName, IntervalName] => [from, to]),
  );
  return [
    fresh(isZoned ? otherZone : undefined),
    upgrade(hasBase),
    ...pairs.map(([from, to]) => intervalChange({ from, to, otherZone })),
    ...pairs.map(([from, to]) => roundTrip(from, to)),
    rerunCall(intervals),
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

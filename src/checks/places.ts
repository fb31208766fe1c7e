/** Where a fault of a layout came from: the statement that made a partition what it is, or left a range without one. */
import type { Origin, OriginEvent, Place } from '../domain/history.ts';
import { DAY } from '../domain/instant.ts';
import { type Layout, type Partition, rangePartitions } from '../domain/layout.ts';
import { compareBounds, overlaps, type Range, spanOf } from '../domain/range.ts';
import { originOf, type Played, type Violation } from './judging.ts';

export type Located = Pick<Violation, 'location' | 'statement'>;

export const CAME: readonly OriginEvent[] = ['made', 'attached', 'altered'];
export const WENT: readonly OriginEvent[] = ['dropped', 'detached'];

/** The origin of the first of the objects that has one: in this step, or in one before it. */
export function originBefore(
  { pass, record }: Played,
  objects: readonly string[],
  events?: readonly OriginEvent[],
): Origin | undefined {
  const until = pass.records.indexOf(record);
  for (const object of objects) {
    for (let i = until; i >= 0; i -= 1) {
      const origin = originOf(pass.records[i], object, events);
      if (origin) return origin;
    }
  }
  return undefined;
}

/** As a violation carries it; of a call that left nothing to see, the function that was called. */
export function located(played: Played, ...origins: readonly (Place | undefined)[]): Located {
  const found = origins.find((origin) => origin?.location) ?? played.record.call;
  return found?.location ? { location: found.location, statement: found.statement } : {};
}

export interface OpenRange {
  readonly range: Range;
  readonly before: Layout | undefined;
  readonly after: Layout;
}

/**
 * Who left a range without a partition. A sliver is a bound that was set amiss: the one that is no midnight, else that
 * of the partition below it. A wider one was left by whoever took its partition away, or began too late, or ended too
 * early.
 */
export function placeOfOpening(played: Played, { range, before, after }: OpenRange): Located {
  const kept = new Set(after.partitions.map((p) => p.oid));
  const gone = namesOf(
    before?.partitions.filter((p) => p.kind === 'range' && !kept.has(p.oid) && overlaps(p.range, range)),
  );
  const present = rangePartitions(after);
  const below = namesOf(present.filter((p) => compareBounds(p.range.upper, range.lower) === 0));
  const above = namesOf(present.filter((p) => compareBounds(p.range.lower, range.upper) === 0));
  const span = spanOf(range);
  const came = (names: readonly string[]): Origin | undefined => originBefore(played, names, CAME);
  const went = originBefore(played, gone, WENT) ?? takenAway(played, range, after);
  const table = originBefore(played, [after.table], ['made']);
  if (span === undefined || span.upper - span.lower >= DAY)
    return located(played, went, came(above), came(below), table);
  const isLate = span.lower % DAY === 0n && span.upper % DAY !== 0n;
  const [first, second] = isLate ? [above, below] : [below, above];
  return located(played, came(first), went, came(second), table);
}

/** A partition that came and went within one step is in no layout: only its range tells that it was there. */
function takenAway({ record }: Played, range: Range, after: Layout): Origin | undefined {
  const present = new Set(namesOf(after.partitions));
  return record.origins?.findLast(
    (origin) =>
      WENT.includes(origin.event) &&
      !present.has(origin.object) &&
      origin.range !== undefined &&
      overlaps(origin.range, range),
  );
}

/** What a table was given that turns rows away: a trigger, a rule or a constraint, the last of them. */
export function placeOfBarrier(played: Played, tables: readonly string[]): Located {
  const barriers = tables.flatMap((table) => {
    const onIt = (object: string): boolean => object.endsWith(` on ${table}`);
    return played.record.origins?.findLast(({ object, event }) => event === 'made' && onIt(object)) ?? [];
  });
  const [barrier] = barriers;
  return located(played, barrier, originBefore(played, tables, ['altered']), originBefore(played, tables));
}

const namesOf = (partitions: readonly Partition[] = []): string[] => partitions.map((p) => p.name);

/** Tells, from the points of a replay, which statement did a harm to rows, and where an object came to be what it is. */
import type { Origin, Place } from '../domain/history.ts';
import type { Location } from '../domain/location.ts';
import { formatLocation } from '../domain/location.ts';
import { lineAt, locateAll } from '../migrations/locate.ts';
import type { Migration } from '../migrations/migration.ts';
import { rangeOfBound } from '../postgres/catalog-layout.ts';
import { firstLine } from '../postgres/sql-failure.ts';
import type { Count, FaultKind } from './tracing/sought-rows.ts';
import type { TracePoint } from './tracing/replay.ts';

export interface Guilt {
  /** Of the steps that the pass played after its preparation, counted from 0. */
  readonly step: number;
  readonly location: Location;
  readonly statement: string;
  readonly calledBy?: Place;
  readonly movedAside?: Place;
}

/** What a replay is read with. */
export interface Reading {
  readonly points: readonly TracePoint[];
  readonly migrations: readonly Migration[];
  /** What a step that applies no migration calls, and where that is defined. */
  readonly callOf: (step: number) => Place | undefined;
}

interface Harm {
  readonly point: TracePoint;
  readonly index: number;
  readonly amount: number;
}

/**
 * The place that did most of the harm, the last of equals. Rows are lost where they are nowhere any more; where they
 * are all somewhere still, where the table had them no more.
 * @param search which of the replay's searches.
 */
export function findGuilt(reading: Reading, kind: FaultKind, search: number): Guilt | undefined {
  const [measure, other] = MEASURES[kind];
  const direct = worst(reading, search, measure);
  if (kind === 'lost') {
    const aside = isGoneFromTable(reading.points, search) ? worst(reading, search, other) : undefined;
    const guilty = direct ?? aside;
    const isEarlier = guilty && aside && aside.index < guilty.index && !isSamePlace(reading, aside, guilty);
    return guilty && told(reading, guilty, isEarlier ? aside : undefined);
  }
  if (!direct) return undefined;
  // What was spoiled elsewhere and then brought here was spoiled there.
  const before = worst(reading, search, other, direct.index);
  return told(reading, before && before.amount * 2 >= direct.amount ? before : direct);
}

interface Measure {
  readonly measure: (before: Count, after: Count) => number;
  /** Which of several commands is likely to have done it, where not after each of them was counted. */
  readonly isSuspect: (point: TracePoint) => boolean;
}

const takesAway = ({ kind, tag = '' }: TracePoint): boolean =>
  kind === 'drop' || ['DELETE', 'TRUNCATE'].includes(tag);
const writes = ({ kind, tag = '' }: TracePoint): boolean =>
  kind === 'dml' && ['INSERT', 'UPDATE'].includes(tag);

const SPOILED: readonly [Measure, Measure] = [
  { measure: (before, after) => after.spoiled - before.spoiled, isSuspect: writes },
  { measure: (before, after) => after.spoiledAnywhere - before.spoiledAnywhere, isSuspect: writes },
];

const MEASURES: Readonly<Record<FaultKind, readonly [Measure, Measure]>> = {
  lost: [
    { measure: (before, after) => before.anywhere - after.anywhere, isSuspect: takesAway },
    { measure: (before, after) => before.inTable - after.inTable, isSuspect: takesAway },
  ],
  duplicated: SPOILED,
  changed: SPOILED,
  'moved to catch-all': SPOILED,
};

/** Of rows that were there twice one may be lost: their keys are in the table as before, and no statement is guilty of that. */
function isGoneFromTable(points: readonly TracePoint[], search: number): boolean {
  const counts = points.flatMap((point) => point.counts?.[search]?.inTable ?? []);
  return (counts.at(-1) ?? 0) < Math.max(0, ...counts);
}

/** The harm of each place, summed: a loop does its harm in turns. */
function worst(
  { points, migrations }: Reading,
  search: number,
  { measure, isSuspect }: Measure,
  upTo = points.length - 1,
): Harm | undefined {
  const places = new Map<string, Harm>();
  let before: Count | undefined;
  let counted = 0;
  for (const [index, end] of points.slice(0, upTo + 1).entries()) {
    const after = end.counts?.[search];
    if (!after) continue;
    const amount = before && end.kind !== 'reset' ? measure(before, after) : 0;
    const since = points.slice(before ? counted + 1 : index, index + 1);
    before = after;
    counted = index;
    if (amount <= 0) continue;
    const point = since.findLast(isSuspect) ?? end;
    const [place] = placesOf(point, migrations);
    const key = `${point.step} ${place ? formatLocation(place) : ''}`;
    const known = places.get(key);
    places.set(key, known ? { ...known, amount: known.amount + amount, index } : { point, index, amount });
  }
  let most: Harm | undefined;
  for (const harm of places.values()) {
    const isWorse =
      !most || harm.amount > most.amount || (harm.amount === most.amount && harm.index > most.index);
    if (isWorse) most = harm;
  }
  return most;
}

const placesOf = (
  { context, statement }: TracePoint,
  migrations: readonly Migration[],
): readonly Location[] => locateAll({ context }, statement, migrations);

const isSamePlace = ({ migrations }: Reading, a: Harm, b: Harm): boolean => {
  const [one] = placesOf(a.point, migrations);
  const [other] = placesOf(b.point, migrations);
  return one !== undefined && other !== undefined && formatLocation(one) === formatLocation(other);
};

function told(reading: Reading, { point }: Harm, aside?: Harm): Guilt | undefined {
  const place = placeOf(reading, point);
  if (!place?.location) return undefined;
  const { location, statement } = place;
  const calledBy = callerOf(reading, point);
  const movedAside = aside && placeOf(reading, aside.point);
  return {
    step: point.step,
    location,
    statement,
    ...(calledBy ? { calledBy } : {}),
    ...(movedAside ? { movedAside } : {}),
  };
}

/** The innermost place known. */
function placeOf({ migrations, callOf }: Reading, point: TracePoint): Place | undefined {
  const [location] = placesOf(point, migrations);
  if (!location) return callOf(point.step);
  return { location, statement: textAt(migrations, location) };
}

/** What called the function that the innermost place is in. */
function callerOf({ migrations, callOf }: Reading, point: TracePoint): Place | undefined {
  const places = placesOf(point, migrations);
  const [innermost] = places;
  if (!innermost) return undefined;
  const outermost = places.at(-1);
  if (!point.statement) {
    const call = callOf(point.step);
    return call && { statement: call.statement };
  }
  return outermost && formatLocation(outermost) !== formatLocation(innermost)
    ? { location: outermost, statement: textAt(migrations, outermost) }
    : undefined;
}

const textAt = (migrations: readonly Migration[], location: Location): string =>
  firstLine(lineAt(migrations, location) ?? '');

/** Where each object that a step made or changed came to be what it is, in the order in which it happened. */
export function originsOf(reading: Reading, step: number): readonly Origin[] {
  return reading.points
    .filter((point) => point.step === step && point.objects.length > 0)
    .flatMap((point) => {
      const place = placeOf(reading, point);
      if (!place?.location) return [];
      const { location, statement } = place;
      return point.objects.map(({ object, event, bound }) => {
        const range = typeof bound === 'string' ? rangeOfBound(bound) : undefined;
        return { object, event, location, statement, ...(range ? { range } : {}) };
      });
    });
}

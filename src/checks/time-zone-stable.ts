/** `time-zone-stable`: bounds and routing are the same whatever the session's zone. */
import type { Check, Judgement } from '../domain/check.ts';
import type { History, Pass, RowAccount, StepRecord, TableState } from '../domain/history.ts';
import { DAY, type Instant } from '../domain/instant.ts';
import { type Layout, maintainedWindow, rangePartitions, type RangePartition } from '../domain/layout.ts';
import { equalRanges, formatRange, intersection, type Range, rangeOf, type Span } from '../domain/range.ts';
import { timeZoneOf } from '../domain/scenario.ts';
import { count, shortName, thousands } from '../domain/wording.ts';
import { conclude, originOf, ownPasses, tableIn, type Violation } from './judging.ts';

export const timeZoneStable: Check = {
  id: 'time-zone-stable',
  title: "The session's time zone has no say",
  why: 'A bound computed in local time lies hours beside its neighbour when the next session has another zone.',
  remedy:
    "Write bounds of a timestamptz key with their offset ('2026-01-01 00:00+00'), and give a function that computes them SET timezone = 'UTC'.",
  severity: 'error',
  judge,
};

/** A step as it went in the server's zone, and in another. */
interface Pair {
  readonly zone: string;
  readonly here: StepRecord;
  readonly there: StepRecord;
}

function judge(history: History): Judgement {
  const violations: Violation[] = [];
  const unjudged: string[] = [];
  let judged = 0;
  for (const { zone, here, there } of pairsOf(history)) {
    if (there.outcome.kind === 'not-played') {
      unjudged.push(`Not played from a session in ${zone}: ${there.outcome.reason}`);
      continue;
    }
    judged += 1;
    violations.push(...compare({ zone, here, there }));
  }
  const judgement = conclude(
    { violations, unjudged, judged },
    {
      pass: 'Bounds and routing are the same from a session in another time zone.',
      notApplicable: 'Nothing was called from another time zone.',
    },
  );
  // Migrations run once, in the one zone that their driver has: what they leave to it deserves a word, not a stop.
  const isOfMigrations = pairsOf(history).every(({ here }) => here.step.kind === 'apply-migrations');
  return judgement.verdict === 'fail' && isOfMigrations ? { ...judgement, severity: 'warning' } : judgement;
}

/** Only where the step ran to its end in the server's zone: else that is what is to be mended first. */
function pairsOf(history: History): Pair[] {
  return history.passes.flatMap((pass) => {
    const { timeZone } = pass;
    const there = timeZone === undefined ? undefined : comparedRecord(pass);
    const here = there && ownPasses(history).flatMap((own) => counterpart(own, there) ?? [])[0];
    return timeZone === undefined || !there || here?.outcome.kind !== 'done'
      ? []
      : [{ zone: timeZone, here, there }];
  });
}

const comparedRecord = (pass: Pass): StepRecord | undefined =>
  pass.records.find((record) => timeZoneOf(record.step) !== undefined);

/** The first played step, which is the same one. */
const counterpart = (own: Pass, { step }: StepRecord): StepRecord | undefined => {
  const first = own.records.find((record) => !record.given);
  return first?.step.kind === step.kind ? first : undefined;
};

function compare({ zone, here, there }: Pair): Violation[] {
  if (there.outcome.kind === 'failed') {
    const { failure, statement } = there.outcome;
    return [
      {
        text: `From a session in ${zone} it stops: ${failure.message} (${failure.sqlstate})`,
        location: there.outcome.location,
        statement,
      },
    ];
  }
  return there.tables.flatMap((state) => {
    const before = tableIn(here, state.table);
    if (!before) return [];
    const found = faultsOfRows(before, state) ?? differences(before.layout, state.layout);
    if (!found || movesAsOne(here, before.layout, state.layout)) return [];
    const origin =
      found.partition === undefined ? undefined : originOf(there, found.partition, ['made', 'attached']);
    return [
      {
        text: `${found.text(shortName(state.table), zone)}.`,
        count: found.count,
        examples: found.examples,
        location: origin?.location,
        ...(origin ? { statement: origin.statement } : {}),
      },
    ];
  });
}

/**
 * Migrations run once, from one session: where all bounds are midnights of its zone, whichever that is, none lies beside
 * another. A later call does not have that luck.
 */
function movesAsOne(record: StepRecord, here: Layout | undefined, there: Layout | undefined): boolean {
  if (record.step.kind !== 'apply-migrations' || !here || !there) return false;
  const [ours, theirs] = [boundsOf(here), boundsOf(there)];
  const shifts = ours.map((at, i) => (theirs[i] ?? at) - at);
  const isOneWay = shifts.every((by) => by > 0n && by < DAY) || shifts.every((by) => by < 0n && by > -DAY);
  return ours.length === theirs.length && isOneWay;
}

const boundsOf = (layout: Layout): Instant[] =>
  rangePartitions(layout).flatMap(({ range }) =>
    [range.lower, range.upper].flatMap((bound) => (bound.kind === 'finite' ? [bound.at] : [])),
  );

/** What is to be known of tables whose bounds all follow the session that runs the migrations. */
export const zoneNotes = (history: History): string[] =>
  pairsOf(history).flatMap(({ here, there }) =>
    there.tables.flatMap(({ table, layout }) => {
      const own = tableIn(here, table)?.layout;
      return there.outcome.kind === 'done' && movesAsOne(here, own, layout)
        ? [
            `The bounds of ${shortName(table)} are written without an offset: they mean midnight of whatever time zone the session has that applies the migrations.`,
          ]
        : [];
    }),
  );

interface Difference {
  readonly text: (table: string, zone: string) => string;
  readonly count: number;
  readonly examples: readonly string[];
  /** The first that is another, as it is called there. */
  readonly partition?: string;
}

const FAULTS = ['lost', 'duplicated', 'changed'] as const;

/** Rows that only the call from the other zone loses, doubles or changes. */
function faultsOfRows(here: TableState, there: TableState): Difference | undefined {
  const many = (account: RowAccount | undefined, fault: (typeof FAULTS)[number]): number =>
    account?.[fault].count ?? 0;
  const worse = FAULTS.find((fault) => many(there.rows, fault) > many(here.rows, fault));
  if (!worse) return undefined;
  const rows = many(there.rows, worse);
  return {
    text: (table, zone) =>
      `Called from a session in ${zone}, ${count(rows, 'row')} of ${table} ${rows === 1 ? 'is' : 'are'} ${worse}`,
    count: rows,
    examples: (there.rows?.[worse].examples ?? []).map((example) => `${example.key} at ${example.at}`),
  };
}

/** Of two layouts that should be alike, but for how far they reach: the date of today is another there. */
function differences(here: Layout | undefined, there: Layout | undefined): Difference | undefined {
  if (!here || !there) {
    return here === there
      ? undefined
      : {
          text: (t, zone) => `${t} is range-partitioned in one session, and not in one of ${zone}`,
          count: 1,
          examples: [],
        };
  }
  const shared = sharedWindow(here, there);
  if (!shared) return undefined;
  const [ours, theirs] = [within(here, shared), within(there, shared)];
  const moved = ours.filter((o) => !theirs.some((t) => equalRanges(o.range, t.range)));
  const others = theirs.filter((t) => !ours.some((o) => equalRanges(o.range, t.range)));
  if (moved.length + others.length > 0) return otherBounds(moved, others);
  if (isShifted(here, there)) return otherBounds(rangePartitions(here), rangePartitions(there));
  const routed = ours.filter((o) => theirs.some((t) => equalRanges(o.range, t.range) && t.rows !== o.rows));
  const [first] = routed;
  return (
    first && {
      text: (t, zone) =>
        `Called from a session in ${zone}, rows of ${t} go to other partitions: ${count(routed.length, 'partition')} ${routed.length === 1 ? 'holds' : 'hold'} another number of them`,
      count: routed.length,
      examples: routed.map((o) => {
        const rows = theirs.find((t) => equalRanges(o.range, t.range))?.rows ?? 0;
        return `${formatRange(o.range)} holds ${thousands(o.rows)}, and ${thousands(rows)} there`;
      }),
    }
  );
}

function otherBounds(ours: readonly Part[], theirs: readonly Part[]): Difference {
  const rest = theirs.filter((t) => !ours.some((o) => intersection(o.range, t.range)));
  const first = theirs[0] ?? ours[0];
  return {
    text: (t, zone) =>
      `${count(Math.max(ours.length, theirs.length), 'partition')} of ${t} would have other bounds, were the session's time zone ${zone}`,
    count: Math.max(ours.length, theirs.length),
    examples: [
      ...ours.map((o) => {
        const there = theirs.filter((t) => intersection(o.range, t.range)).map((t) => formatRange(t.range));
        return `${shortName(o.name)} ${formatRange(o.range)} would be ${there.slice(0, 2).join(' and ') || 'missing'}`;
      }),
      ...rest.map((t) => `${formatRange(t.range)} would be there`),
    ],
    ...(first ? { partition: first.name } : {}),
  };
}

type Part = Pick<RangePartition, 'name' | 'range' | 'rows'>;

/** The parts of the partitions that lie in the window. */
const within = (layout: Layout, window: Range): Part[] =>
  rangePartitions(layout).flatMap(({ name, range, rows }) => {
    const part = intersection(range, window);
    return part ? [{ name, range: part, rows }] : [];
  });

function sharedWindow(here: Layout, there: Layout): Range | undefined {
  const windows = [maintainedWindow(here), maintainedWindow(there)].flatMap((w): Span[] => (w ? [w] : []));
  const [a, b] = windows.map(rangeOf);
  return a && b && intersection(a, b);
}

/** Ends that differ by less than a day are midnights of two zones; by more, another day was counted from. */
function isShifted(here: Layout, there: Layout): boolean {
  const [a, b] = [maintainedWindow(here), maintainedWindow(there)];
  const isHours = (x: bigint, y: bigint): boolean => x !== y && (x < y ? y - x : x - y) < DAY;
  return a !== undefined && b !== undefined && (isHours(a.lower, b.lower) || isHours(a.upper, b.upper));
}

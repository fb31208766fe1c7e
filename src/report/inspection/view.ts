/** An inspection as every report of it tells it: what is wrong, what was not seen, and what the rest comes to. */
import { type Coverage, coverageOf } from '../../domain/coverage.ts';
import type { InspectedTable, Inspection, PartitionFacts } from '../../domain/inspection.ts';
import { formatShort } from '../../domain/instant.ts';
import { changesOf, intervalsAmong, type IntervalChange } from '../../domain/interval-change.ts';
import { defaultPartition, type Layout, type Partition, rangePartitions } from '../../domain/layout.ts';
import { type Span, spanOf } from '../../domain/range.ts';
import { wallClockOf } from '../../domain/zone.ts';
import { count, thousands } from '../../domain/wording.ts';
import { bytes, type Voice } from '../deployment/voice.ts';
import { listed } from '../words.ts';
import { fromNow, type Problem, problemsOf } from './problems.ts';

export type Sentence = (voice: Voice) => string;

export interface TableView {
  readonly table: InspectedTable;
  readonly coverage: Coverage;
  readonly problems: readonly Problem[];
  /** The range partitions by lower bound, then the default one, each with its facts. */
  readonly partitions: readonly {
    readonly partition: Partition;
    readonly facts: PartitionFacts | undefined;
  }[];
  readonly intervals: ReturnType<typeof intervalsAmong>;
  /** Undefined where the bounds are midnights of no known zone, or none is finite. */
  readonly changes?: readonly IntervalChange[];
  /** One sentence each: what could not be looked at. */
  readonly notSeen: readonly Sentence[];
  /** Of what is not known and does not matter to a verdict. */
  readonly remarks: readonly Sentence[];
  /** `unseen`: nothing is wrong in what could be seen, and something could not. */
  readonly state: 'fails' | 'warns' | 'unseen' | 'well';
}

const VIEWS = new WeakMap<Inspection, readonly TableView[]>();

/** Each report asks for them. */
export function viewsOf(inspection: Inspection): readonly TableView[] {
  const known = VIEWS.get(inspection);
  if (known) return known;
  const made = inspection.tables.map((table) => viewOf(table, inspection));
  VIEWS.set(inspection, made);
  return made;
}

function viewOf(table: InspectedTable, inspection: Inspection): TableView {
  const coverage = coverageOf(table, inspection.now);
  const problems = problemsOf(table, coverage, inspection);
  const factsOf = new Map(table.facts.map((one) => [one.oid, one]));
  const partitions = inOrder(table.layout).map((partition) => ({
    partition,
    facts: factsOf.get(partition.oid),
  }));
  const notSeen = notSeenOf(table);
  const changes = changesIn(table, partitions, inspection);
  return {
    table,
    coverage,
    problems,
    partitions,
    intervals: intervalsAmong(wallSpans(table)),
    ...(changes ? { changes } : {}),
    notSeen,
    remarks: remarksOn(table, partitions),
    state: stateOf(problems, notSeen.length > 0),
  };
}

function stateOf(problems: readonly Problem[], isUnseen: boolean): TableView['state'] {
  if (problems.some(({ severity }) => severity === 'error')) return 'fails';
  if (problems.length > 0) return 'warns';
  return isUnseen ? 'unseen' : 'well';
}

function inOrder(layout: Layout): Partition[] {
  const last = defaultPartition(layout);
  return [...rangePartitions(layout), ...(last ? [last] : [])];
}

const UNKNOWN_AFTER_ALL = 3;

function remarksOn({ rests }: InspectedTable, partitions: TableView['partitions']): Sentence[] {
  const unknown = partitions.filter(({ facts }) => facts?.rows === undefined && facts?.kind !== 'foreign');
  const names = (voice: Voice): string =>
    unknown.length <= UNKNOWN_AFTER_ALL
      ? listed(unknown.map(({ partition }) => voice.name(partition.name)))
      : count(unknown.length, 'partition');
  const isCaught = rests.some(
    ({ count: found }) => found.kind === 'at-least' || (found.kind === 'exact' && found.rows > 0),
  );
  return [
    ...(unknown.length > 0
      ? [(voice: Voice) => `Nobody has estimated the rows of ${names(voice)}: ANALYZE would.`]
      : []),
    ...(isCaught
      ? [
          () =>
            'Rows in the default partition are not among those that move: they go where a partition is made for them.',
        ]
      : []),
  ];
}

function notSeenOf({ notSeen, rests, layout }: InspectedTable): Sentence[] {
  return [
    ...notSeen.map((sentence) => (voice: Voice) => voice.words(sentence)),
    ...rests.flatMap(({ partition, count: found }) =>
      found.kind === 'not-counted'
        ? [
            (voice: Voice) =>
              `Rows in ${voice.name(partition)}${partition === layout.table ? ' itself' : ', a default partition,'} were not counted${found.estimate === undefined ? '' : ` (the planner's estimate: about ${thousands(found.estimate)})`}: ${voice.words(found.reason)}.`,
          ]
        : [],
    ),
  ];
}

const wallSpans = ({ layout, zone }: InspectedTable): Span[] => {
  const wall = (zone === undefined ? undefined : wallClockOf(zone)) ?? ((at) => at);
  return rangePartitions(layout).flatMap(({ range }) => {
    const span = spanOf(range);
    return span && span.lower < span.upper ? [{ lower: wall(span.lower), upper: wall(span.upper) }] : [];
  });
};

function changesIn(
  table: InspectedTable,
  partitions: TableView['partitions'],
  { now }: Inspection,
): IntervalChange[] | undefined {
  const wall = table.zone === undefined ? undefined : wallClockOf(table.zone);
  if (!wall) return undefined;
  const movable = partitions.flatMap(({ partition, facts }) => {
    const span = partition.kind === 'range' ? spanOf(partition.range) : undefined;
    if (!span || span.lower >= span.upper) return [];
    const { rows, bytes: size } = facts ?? {};
    return [
      {
        span: { lower: wall(span.lower), upper: wall(span.upper) },
        ...(rows === undefined ? {} : { rows }),
        ...(size === undefined ? {} : { bytes: size }),
      },
    ];
  });
  return movable.length === 0 ? undefined : changesOf(movable, wall(now));
}

/** `24 monthly partitions`, `12 monthly, 2 quarterly and 1 of another length`. */
export function intervalWords({ intervals, table: { layout } }: TableView): string {
  const [only] = intervals;
  const all = layout.partitions.length;
  if (intervals.length === 1 && only?.interval !== undefined) return count(all, `${only.interval} partition`);
  if (intervals.length === 0) return count(all, 'partition');
  const kinds = intervals.map(
    ({ interval, partitions }) => `${thousands(partitions)} ${interval ?? 'of another length'}`,
  );
  return `${count(all, 'partition')} (${listed(kinds)})`;
}

/** Sums of what is known; undefined where something is not. */
export function totalOf({ partitions }: TableView): { readonly rows?: number; readonly bytes?: number } {
  const rows = partitions.every(({ facts }) => facts?.rows !== undefined);
  const sizes = partitions.every(({ facts }) => facts?.bytes !== undefined);
  const sum = (key: 'rows' | 'bytes'): number =>
    partitions.reduce((all, { facts }) => all + (facts?.[key] ?? 0), 0);
  return { ...(rows ? { rows: sum('rows') } : {}), ...(sizes ? { bytes: sum('bytes') } : {}) };
}

export const rowsWords = (rows: number | undefined): string =>
  rows === undefined ? 'rows unknown' : `about ${count(rows, 'row')}`;
export const bytesWords = (size: number | undefined): string =>
  size === undefined ? 'size unknown' : bytes(size);

/** How long writes go on, where that is not among the problems already. */
export function runwayWords(
  { coverage: { writesUntil, caughtFrom }, problems, table: { layout, style } }: TableView,
  { now }: Inspection,
): string | undefined {
  if (problems.some(({ kind }) => kind === 'runway')) return undefined;
  if (writesUntil.kind === 'finite') return `writes keep working until ${fromNow(writesUntil.at, now)}`;
  if (problems.some(({ kind }) => kind === 'caught-by-default')) return undefined;
  const isOpen = rangePartitions(layout).some(({ range }) => range.upper.kind === 'maxvalue');
  const byDefault = defaultPartition(layout) !== undefined;
  const places = [
    ...(isOpen ? ['a partition without an upper bound'] : []),
    ...(byDefault ? [isOpen ? 'the default one' : 'the default partition'] : []),
  ];
  const place = style === 'inheritance' ? 'no table claims rows' : `rows go into ${places.join(' or ')}`;
  return caughtFrom?.kind === 'finite'
    ? `writes keep working without end; from ${formatShort(caughtFrom.at)} on ${place}`
    : 'writes keep working without end';
}

/** What all of it comes to: the first line that is read. */
export function verdictWords(
  views: readonly TableView[],
  { unjudged, notSeen, isStandby }: Inspection,
): { readonly state: TableView['state'] | 'nothing'; readonly words: string } {
  const of = (state: TableView['state']): number => views.filter((view) => view.state === state).length;
  const [fails, warns, unseen] = [of('fails'), of('warns'), of('unseen')];
  const tables = count(views.length, 'table');
  const other = unjudged.length > 0 ? `; ${thousands(unjudged.length)} more not judged` : '';
  const standby = isStandby ? ' (a standby: it takes no writes itself)' : '';
  if (views.length === 0)
    return { state: 'nothing', words: `No table is partitioned by range on a date or time${other}.` };
  if (fails > 0)
    return {
      state: 'fails',
      words: `${thousands(fails)} of ${tables}: writes fail, or rows overlap${warns > 0 ? `; ${thousands(warns)} with warnings` : ''}${other}${standby}.`,
    };
  if (warns > 0)
    return { state: 'warns', words: `${thousands(warns)} of ${tables} with warnings${other}${standby}.` };
  if (unseen > 0 || notSeen.length > 0)
    return {
      state: 'unseen',
      words: `Nothing wrong was seen in ${tables}, and not everything could be seen${other}${standby}.`,
    };
  return {
    state: 'well',
    words: `${tables}: no gap, no overlap, no row in a default partition, and writes keep working${other}${standby}.`,
  };
}

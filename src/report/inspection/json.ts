/** The partitions of a database as JSON, schema 1: all of it, whatever its number. */
import type { InspectedTable, Inspection, PartitionFacts, Rest, Twin } from '../../domain/inspection.ts';
import { formatInstant } from '../../domain/instant.ts';
import { commonInterval } from '../../domain/layout.ts';
import { boundToJson, type Range } from '../../domain/range.ts';
import type { Voice } from '../deployment/voice.ts';
import { type TableView, verdictWords, viewsOf } from './view.ts';

/** Texts go into JSON as they are. */
const PLAIN: Voice = { name: (text) => text, words: (text) => text };

export function renderInspectionJson(inspection: Inspection): string {
  const { target, toolVersion, now, unjudged, notSeen, isStandby, runwayDays, isLimited } = inspection;
  const views = viewsOf(inspection);
  const document = {
    schema: 1,
    tool: { name: 'partition-guard' },
    kind: 'inspection',
    toolVersion,
    target: {
      database: target.database,
      user: target.user,
      serverVersion: target.serverVersion,
      ...(target.systemIdentifier === undefined ? {} : { systemIdentifier: target.systemIdentifier }),
      standby: isStandby,
    },
    inspectedAt: formatInstant(now),
    runwayDays,
    limited: isLimited,
    state: verdictWords(views, inspection).state,
    tables: views.map((view) => tableToJson(view)),
    notJudged: unjudged.map(({ table, reason, partitions, rows, bytes }) => ({
      table,
      reason,
      partitions,
      ...known({ rows, bytes }),
    })),
    notSeen,
    remarks: inspection.remarks,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function tableToJson({
  table,
  coverage,
  problems,
  partitions,
  intervals,
  changes,
  notSeen,
  state,
}: TableView) {
  const { layout, style, keyColumns, zone, rests, twins } = table;
  const interval = commonInterval(layout) ?? (intervals.length === 1 ? intervals[0]?.interval : undefined);
  const { gaps, shared, sharedPairs, writesUntil, caughtFrom } = coverage;
  return {
    table: layout.table,
    state,
    style,
    keyColumn: layout.keyColumn,
    keyColumns,
    keyType: layout.keyType,
    ...(zone === undefined ? {} : { zone }),
    ...(interval === undefined ? {} : { interval }),
    intervals: intervals.map((one) => ({ interval: one.interval ?? null, partitions: one.partitions })),
    problems: problems.map(({ kind, severity, tell, range, partitions: concerned }) => ({
      kind,
      severity,
      message: tell(PLAIN),
      ...(range ? rangeToJson(range) : {}),
      partitions: concerned,
    })),
    notSeen: notSeen.map((sentence) => sentence(PLAIN)),
    partitions: partitions.map(({ partition, facts }) => ({
      partition: partition.name,
      ...(partition.kind === 'range'
        ? rangeToJson(partition.range)
        : { lower: null, upper: null, ...restKind(table) }),
      ...(facts ? factsToJson(facts) : {}),
    })),
    gaps: gaps.map(({ range, within, caughtBy }) => ({
      ...rangeToJson(range),
      ...known({ within, caughtBy }),
    })),
    overlaps: shared.map(({ first, second, range }) => ({
      partitions: [first, second],
      ...rangeToJson(range),
    })),
    overlappingPairs: sharedPairs,
    writesUntil: boundToJson(writesUntil),
    ...(caughtFrom ? { caughtByDefaultFrom: boundToJson(caughtFrom) } : {}),
    defaults: rests.map(restToJson),
    beside: twins.map(twinToJson),
    ...(changes
      ? {
          intervalChanges: changes.map(({ interval: to, stay, go, make, rows, bytes, ahead }) => ({
            interval: to,
            stay,
            go,
            make,
            ...known({ rows, bytes }),
            ahead,
          })),
        }
      : {}),
  };
}

const restKind = ({ style }: InspectedTable) =>
  style === 'inheritance' ? { parent: true } : { default: true };

const factsToJson = ({ kind, rows, bytes, within }: PartitionFacts) => ({
  ...(kind === 'foreign' ? { foreign: true } : {}),
  ...known({ rows, bytes }),
  ...(within
    ? { within: { strategy: within.strategy, key: within.key, partitions: within.partitions } }
    : {}),
});

function restToJson({ partition, count }: Rest) {
  switch (count.kind) {
    case 'exact':
      return {
        partition,
        rows: count.rows,
        withoutKey: count.nulls,
        ...(count.from === undefined ? {} : { first: formatInstant(count.from) }),
        ...(count.to === undefined ? {} : { last: formatInstant(count.to) }),
      };
    case 'at-least':
      return { partition, moreThan: count.rows, ...known({ estimate: count.estimate }) };
    case 'not-counted':
      return { partition, notCounted: count.reason, ...known({ estimate: count.estimate }) };
  }
}

const twinToJson = ({ name, kind, how, by, inherits, range, rows, bytes }: Twin) => ({
  table: name,
  ...(kind === 'foreign' ? { foreign: true } : {}),
  how,
  by,
  ...known({ inherits }),
  ...rangeToJson(range),
  ...known({ rows, bytes }),
});

/** Without what is not known. */
const known = <T extends object>(values: T): Partial<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;

const rangeToJson = ({ lower, upper }: Range) => ({ lower: boundToJson(lower), upper: boundToJson(upper) });

/** `retention-safe`: nothing younger than the retention goes, and what goes is where the configuration wants it. */
import type { Check, Judgement } from '../domain/check.ts';
import type { History, RowFault, TableState } from '../domain/history.ts';
import { formatShort } from '../domain/instant.ts';
import { rangePartitions } from '../domain/layout.ts';
import { compareBounds, finite } from '../domain/range.ts';
import type { RetentionRule } from '../domain/retention.ts';
import { count, shortName } from '../domain/wording.ts';
import { conclude, moment, originOf, type Played, playedRecords, type Violation } from './judging.ts';

export const retentionSafe: Check = {
  id: 'retention-safe',
  title: 'Retention takes only what is old',
  why: 'Retention is the one call that is meant to remove rows: what it takes too early nobody has a copy of.',
  remedy:
    'Decide by the upper bound in the catalog, which must not be after now less what is kept; and archive before the partition is dropped.',
  severity: 'error',
  judge,
};

function judge(history: History): Judgement {
  const violations: Violation[] = [];
  const unjudged: string[] = [];
  let judged = 0;
  const { retention: rule } = history;
  const records = playedRecords(history).filter(({ record }) => record.step.kind === 'retention');
  for (const played of rule ? records : []) {
    const { record } = played;
    if (record.outcome.kind !== 'done') unjudged.push(`"${record.step.label}" did not run to its end.`);
    for (const state of record.tables) {
      if (!rule || !state.rows) continue;
      judged += 1;
      violations.push(...faultsOf(history, played, state, rule));
    }
  }
  const last = records.at(-1)?.record;
  if (rule && judged > 0 && !(last?.tables ?? []).some((t) => (t.rows?.retired?.count ?? 0) > 0)) {
    unjudged.push(nothingWent(last?.tables ?? [], rule));
  }
  return conclude(
    { violations, unjudged, judged },
    {
      pass: 'Nothing younger than the retention went, and what went is where it should be.',
      notApplicable: 'No retention was called.',
    },
  );
}

function faultsOf(
  history: History,
  { pass, record }: Played,
  { table, rows }: TableState,
  { then, safe }: RetentionRule,
): Violation[] {
  const when = moment(history, pass, record.step);
  const told = (fault: RowFault, text: string): Violation[] => {
    if (fault.count === 0) return [];
    const partition = fault.partitions?.[0]?.partition;
    const origin =
      partition === undefined ? undefined : originOf(record, partition, ['dropped', 'detached', 'altered']);
    return [
      {
        text: `${count(fault.count, 'row')} of ${shortName(table)} ${text}${when}.`,
        count: fault.count,
        location: fault.location ?? origin?.location,
        statement: fault.statement ?? origin?.statement,
        examples: fault.examples.map((e) => `${e.key} at ${e.at}, of ${shortName(e.partition)}`),
        unlisted: fault.count - fault.examples.length,
      },
    ];
  };
  const nothing: RowFault = { count: 0, examples: [] };
  return [
    ...told(rows?.lost ?? nothing, `not older than ${formatShort(safe)}, which are to be kept, went`),
    ...told(
      rows?.retired?.unkept ?? nothing,
      `went, and are in no other table with their values, where \`then: ${then}\` asks for that,`,
    ),
  ];
}

/** A retention that does nothing proves nothing. */
function nothingWent(tables: readonly TableState[], { due }: RetentionRule): string {
  const past = tables.flatMap(({ layoutWhenSeeded }) =>
    layoutWhenSeeded
      ? rangePartitions(layoutWhenSeeded).filter(
          (p) => p.rows > 0 && compareBounds(p.range.upper, finite(due)) <= 0,
        )
      : [],
  );
  const [first] = past;
  return first
    ? `No row went, although ${count(past.length, 'partition')} with rows end before ${formatShort(due)}, ${shortName(first.name)} first.`
    : `No row went, and no partition with rows ends before ${formatShort(due)}: nothing could be seen to go.`;
}

/** `audit-complete`: every partition created, dropped, detached or moved has its row in the audit log, where there is one. */
import type { Check, Judgement } from '../domain/check.ts';
import type { AuditLog, History, StepRecord } from '../domain/history.ts';
import { eventsBetween, type Partition, type PartitionEvent } from '../domain/layout.ts';
import { bareName } from '../domain/partition-name.ts';
import { formatRange } from '../domain/range.ts';
import { count, shortName } from '../domain/wording.ts';
import {
  conclude,
  moment,
  originOf,
  type Played,
  playedRecords,
  tableIn,
  type Violation,
} from './judging.ts';
import { located } from './places.ts';

export const auditComplete: Check = {
  id: 'audit-complete',
  title: 'Every change of a partition is in the log',
  why: 'After an incident the log is all that tells which partition was dropped, when and by whom.',
  remedy:
    'Write the row in the same transaction as the CREATE, ATTACH, DETACH or DROP, on every path that leads there.',
  severity: 'error',
  judge,
};

function judge(history: History): Judgement {
  const violations: Violation[] = [];
  const unjudged: string[] = [];
  let judged = 0;
  for (const played of playedRecords(history)) {
    const before = lastLogBefore(played);
    const after = played.record.audit;
    if (!before || isOurs(played.record)) continue;
    if (!after || after.table !== before.table) {
      unjudged.push(`The audit log ${shortName(before.table)} is not there any more.`);
      continue;
    }
    judged += 1;
    violations.push(...goneRows(history, played, before, after));
    for (const { table, managed, layout } of played.record.tables) {
      const layoutBefore = tableIn(played.previous, table)?.layout;
      if (!layout || !layoutBefore) continue;
      if (!managed && !layoutBefore.partitions.some((p) => rowsOf(before, p) > 0)) continue;
      const untold = eventsBetween(layoutBefore, layout).filter(
        (event) => rowsAbout(after, event) <= rowsAbout(before, event),
      );
      const [first] = untold;
      if (first) violations.push(violationOf({ history, played, table, log: after.table, untold, first }));
    }
  }
  return conclude(
    { violations, unjudged, judged },
    {
      pass: 'Every partition that changed has its row in the audit log.',
      notApplicable: 'The schema has no audit log.',
    },
  );
}

/** Steps in which nothing of the migrations runs. */
const isOurs = ({ step: { kind } }: StepRecord): boolean => kind === 'seed' || kind === 'book-ahead';

/** As it was when the step began; undefined where it was not there yet. */
function lastLogBefore({ pass, record }: Played): AuditLog | undefined {
  const earlier = pass.records.slice(0, pass.records.indexOf(record));
  return earlier.findLast((r) => !isOurs(r))?.audit;
}

/** A log may hold the bare name or the qualified one, quoted or not; a column of type regclass holds the oid of what is gone. */
function rowsOf(log: AuditLog, partition: Partition): number {
  const bare = bareName(partition.name);
  const names = new Set([
    partition.name,
    shortName(partition.name),
    bare,
    `"${bare.replaceAll('"', '""')}"`,
    `${partition.name.split('.')[0] ?? ''}.${bare}`,
    String(partition.oid),
  ]);
  return log.entries.reduce((sum, entry) => sum + (names.has(entry.partition) ? entry.rows : 0), 0);
}

const rowsAbout = (log: AuditLog, event: PartitionEvent): number =>
  rowsOf(log, event.partition) +
  ('before' in event && event.before.name !== event.partition.name ? rowsOf(log, event.before) : 0);

interface Untold {
  readonly history: History;
  readonly played: Played;
  readonly table: string;
  readonly log: string;
  readonly untold: readonly PartitionEvent[];
  readonly first: PartitionEvent;
}

function violationOf({ history, played, table, log, untold, first }: Untold): Violation {
  const { pass, record } = played;
  const origin = originOf(record, first.partition.name);
  const verb = untold.length === 1 ? 'has' : 'have';
  return {
    text: `${count(untold.length, 'change')} of partitions of ${shortName(table)} ${verb} no row in ${shortName(log)}${moment(history, pass, record.step)}: ${tell(first)}.`,
    count: untold.length,
    examples: untold.slice(1).map(tell),
    ...located(played, origin),
  };
}

function tell(event: PartitionEvent): string {
  const { partition } = event;
  const name = shortName(partition.name);
  switch (event.kind) {
    case 'made':
      return `${name} was made${partition.kind === 'range' ? ` for ${formatRange(partition.range)}` : ''}`;
    case 'gone':
      return `${name} was dropped or detached`;
    case 'replaced':
      return `${name} was dropped and made anew`;
    case 'moved':
      return `${name} got another range`;
  }
}

function goneRows(
  history: History,
  { pass, record }: Played,
  before: AuditLog,
  after: AuditLog,
): Violation[] {
  const now = new Map(after.entries.map((entry) => [entry.partition, entry.rows]));
  const gone = before.entries.filter((entry) => (now.get(entry.partition) ?? 0) < entry.rows);
  if (gone.length === 0) return [];
  const rows = gone.reduce((sum, entry) => sum + entry.rows - (now.get(entry.partition) ?? 0), 0);
  return [
    {
      text: `${count(rows, 'row')} of ${shortName(before.table)} ${rows === 1 ? 'is' : 'are'} gone${moment(history, pass, record.step)}.`,
      count: rows,
      examples: gone.slice(0, 5).map((entry) => `rows about ${entry.partition}`),
      unlisted: Math.max(0, gone.length - 5),
      location: record.residue?.location,
    },
  ];
}

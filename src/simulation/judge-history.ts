/** Lets every check judge a history, under the severities and waivers of the configuration, and sums the scenario up. */
import { judge, type Check } from '../domain/check.ts';
import type { History, Pass, StepRecord } from '../domain/history.ts';
import { assertionCheck } from '../checks/assertion.ts';
import { CHECKS } from '../checks/catalogue.ts';
import { migrationApplies } from '../checks/migration-applies.ts';
import { zoneNotes } from '../checks/time-zone-stable.ts';
import { formatDay } from '../domain/instant.ts';
import type { Layout } from '../domain/layout.ts';
import { lockTimeline } from '../domain/lock-timeline.ts';
import type { CheckResult, RowTotals, ScenarioResult } from '../domain/result.ts';
import type { Step } from '../domain/scenario.ts';
import { type Severity, verdictThatCounts, worstVerdict } from '../domain/verdict.ts';

import type { ValidateSettings } from '../settings/validate-settings.ts';
import { displayName, qualified } from './judged-table.ts';
import { hasRunOut, waiversInUse } from './waiver-notes.ts';

/** A check that need not hold for one table, or for any. */
export interface ActiveWaiver {
  readonly check: string;
  /** As reports name it; undefined: every table. */
  readonly table: string | undefined;
  readonly reason: string;
  /** Formatted day, or undefined where it does not end. */
  readonly until: string | undefined;
}

export interface Judging {
  readonly checks: readonly Check[];
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
  readonly waivers: readonly ActiveWaiver[];
  readonly failOn: Severity;
}

export function judgeHistory(history: History, judging: Judging, durationMs: number): ScenarioResult {
  const wasPlayed = history.passes.every((p) => p.records.every((r) => r.outcome.kind !== 'not-played'));
  const judged = judging.checks.map((check) => judgeCheck(check, history, judging));
  const checks = wasPlayed ? judged : judged.map(ofWhatWasNotPlayed);
  // Rows and layouts are those of one pass: a drawing beside another pass's losses would show them kept.
  const told = history.passes.reduce<Pass | undefined>(worsePass, undefined) ?? history.passes[0];
  const waived = waiversInUse(history, judging.checks, judging.waivers);
  const exclusiveLockMs = longestExclusiveLock(history);
  const locks = lockTimeline(history);
  return {
    name: history.scenario,
    verdict: worstVerdict([
      wasPlayed ? 'pass' : 'inconclusive',
      ...checks.map((check) => verdictThatCounts(check, judging.failOn)),
    ]),
    durationMs,
    before: layoutsBefore(told),
    // Where the preparation stopped, nothing came after it.
    after: layoutsOf(told?.records.filter((r) => !r.given).at(-1) ?? told?.records.at(-1)),
    rows: told ? rowTotals(told) : { before: 0, after: 0, lost: 0, duplicated: 0, changed: 0 },
    checks,
    notes: notesOf(history),
    ...(waived.length > 0 ? { waived } : {}),
    ...(exclusiveLockMs === undefined ? {} : { exclusiveLockMs }),
    ...(locks ? { locks } : {}),
  };
}

/** Undefined where no table in use was seen to be locked against its readers. */
function longestExclusiveLock({ passes }: History): number | undefined {
  const locks = passes.flatMap((pass) => pass.records).flatMap((record) => record.locks ?? []);
  const held = locks.filter(({ mode }) => mode === 'ACCESS EXCLUSIVE').map(({ heldMs }) => heldMs);
  return held.length > 0 ? held.reduce((a, b) => Math.max(a, b)) : undefined;
}

function judgeCheck(check: Check, history: History, { severities, waivers }: Judging): CheckResult {
  const severity = severities.get(check.id) ?? check.severity;
  if (severity === 'off') return setAside(check, 'Switched off in the configuration.');
  const own = waivers.filter((waiver) => waiver.check === check.id);
  const whole = own.find((waiver) => waiver.table === undefined);
  if (whole) return setAside(check, `Waived${until(whole)}: ${whole.reason}`);
  const waived = new Set(own.map((waiver) => waiver.table));
  const result = judge({ ...check, severity }, waived.size > 0 ? withoutTables(history, waived) : history);
  const told = own.map((waiver) => ` Waived for ${waiver.table ?? ''}${until(waiver)}: ${waiver.reason}`);
  return { ...result, message: `${result.message}${told.join('')}` };
}

/** One check tells what could not be played; that the others found nothing means nothing. */
function ofWhatWasNotPlayed(result: CheckResult): CheckResult {
  if (result.id === migrationApplies.id || result.verdict === 'fail' || result.verdict === 'not-applicable')
    return result;
  return {
    ...result,
    verdict: 'not-applicable',
    message: 'Not judged: something could not be played.',
    remedy: '',
  };
}

const until = (waiver: ActiveWaiver): string => (waiver.until === undefined ? '' : ` until ${waiver.until}`);

const setAside = (check: Check, message: string): CheckResult => ({
  id: check.id,
  verdict: 'not-applicable',
  severity: check.severity,
  message,
  remedy: '',
  evidence: { count: 0, examples: [] },
});

const withoutTables = (history: History, tables: ReadonlySet<string | undefined>): History => ({
  ...history,
  passes: history.passes.map((pass) => ({
    ...pass,
    records: pass.records.map((record) => withoutTablesIn(record, tables)),
  })),
});

const withoutTablesIn = (record: StepRecord, tables: ReadonlySet<string | undefined>): StepRecord => ({
  ...record,
  tables: record.tables.filter((t) => !tables.has(t.table)),
  ...(record.locks
    ? { locks: record.locks.filter((lock) => !tables.has(lock.table) && !tables.has(lock.parent)) }
    : {}),
});

/** Steps that only bring rows, or a past: what they find is what the change meets. */
const PREPARING: readonly Step['kind'][] = ['seed', 'book-ahead', 'lay-back'];

/** At the end of the preparation, rows that the pass brings before it changes anything included; where there is none, when the tables were seeded. */
function layoutsBefore(pass: Pass | undefined): Layout[] {
  const records = pass?.records ?? [];
  const changing = records.findIndex((r) => !r.given && !PREPARING.includes(r.step.kind));
  const prepared = layoutsOf(changing === -1 ? records.filter((r) => r.given).at(-1) : records[changing - 1]);
  if (prepared.length > 0) return prepared;
  return records.at(-1)?.tables.flatMap((t) => t.layoutWhenSeeded ?? []) ?? [];
}

const layoutsOf = (record: StepRecord | undefined): Layout[] =>
  record?.tables.flatMap((t) => t.layout ?? []) ?? [];

const faults = ({ lost, duplicated, changed }: RowTotals): number => lost + duplicated + changed;

/** The pass whose rows are told: the first, unless a later one shows more faults. */
const worsePass = (told: Pass | undefined, pass: Pass): Pass =>
  told && faults(rowTotals(pass)) <= faults(rowTotals(told)) ? told : pass;

/** The worst account of each table, summed over tables. */
function rowTotals(pass: Pass): RowTotals {
  const byTable = new Map<string, RowTotals>();
  for (const record of pass.records.filter((r) => !r.given)) {
    for (const { table, rows } of record.tables) {
      if (!rows) continue;
      const totals: RowTotals = {
        before: rows.seeded,
        after: rows.found,
        lost: rows.lost.count,
        duplicated: rows.duplicated.count,
        changed: rows.changed.count,
      };
      const known = byTable.get(table);
      if (!known || faults(totals) >= faults(known)) byTable.set(table, totals);
    }
  }
  return [...byTable.values()].reduce(
    (sum, one) => ({
      before: sum.before + one.before,
      after: sum.after + one.after,
      lost: sum.lost + one.lost,
      duplicated: sum.duplicated + one.duplicated,
      changed: sum.changed + one.changed,
    }),
    { before: 0, after: 0, lost: 0, duplicated: 0, changed: 0 },
  );
}

function notesOf(history: History): string[] {
  const last = history.passes.flatMap((pass) => pass.records).at(-1);
  const notes = (last?.tables ?? []).flatMap((t) =>
    t.notJudged === undefined ? [] : [`${t.table} is not judged: ${t.notJudged}.`],
  );
  const redefined = (last?.tables ?? []).flatMap((t) =>
    t.rows?.redefinedColumns.length
      ? [
          `Values of ${t.table} not judged, because the change redefines them: ${t.rows.redefinedColumns.join(', ')}.`,
        ]
      : [],
  );
  const seedsNothing =
    history.scenario === 'upgrade' &&
    history.historyViolations === undefined &&
    !(last?.tables ?? []).some((t) => t.rows !== undefined || t.seedFailure !== undefined);
  return [
    ...notes,
    ...redefined,
    ...zoneNotes(history),
    ...(seedsNothing
      ? ['No row was there before the last migration: give --base to see the change on a database in use.']
      : []),
  ];
}

/** What the configuration says of judging; waivers that have run out on the date of the run are left out. */
export const judgingOf = (settings: ValidateSettings): Judging => ({
  checks: [...CHECKS, ...settings.assertions.map(assertionCheck)],
  severities: settings.checks.severities,
  failOn: settings.failOn,
  waivers: settings.waivers
    .filter((waiver) => !hasRunOut(waiver, settings.now))
    .map(({ check, table, reason, until }) => ({
      check,
      table: table && displayName(qualified(table)),
      reason,
      until: until === undefined ? undefined : formatDay(until),
    })),
});

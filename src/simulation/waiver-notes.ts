/** What is to be known of waivers: which have run out, and which waive nothing. */
import { type Check, judge } from '../domain/check.ts';
import type { History } from '../domain/history.ts';
import { DAY, formatDay } from '../domain/instant.ts';
import type { ScenarioResult } from '../domain/result.ts';
import type { ValidateSettings, Waiver } from '../settings/validate-settings.ts';
import { displayName, qualified } from './judged-table.ts';

interface Waived {
  readonly check: string;
  /** As reports name it; undefined: every table. */
  readonly table: string | undefined;
}

export const waiverKey = ({ check, table }: Waived): string =>
  table === undefined ? check : `${check} for ${table}`;

/** The waivers without which their check would not hold. */
export const waiversInUse = (
  history: History,
  checks: readonly Check[],
  waivers: readonly Waived[],
): string[] =>
  waivers
    .filter(({ check: id, table }) =>
      checks.some(
        (check) =>
          check.id === id &&
          ['fail', 'inconclusive'].includes(
            judge(check, table === undefined ? history : ofTable(history, table)).verdict,
          ),
      ),
    )
    .map(waiverKey);

const ofTable = (history: History, table: string): History => ({
  ...history,
  passes: history.passes.map((pass) => ({
    ...pass,
    records: pass.records.map((r) => ({ ...r, tables: r.tables.filter((t) => t.table === table) })),
  })),
});

/** @param results of every scenario that the project has; of a part of them nothing can be said of waivers in force. */
export function waiverNotes(
  { waivers, now, scenarios, shard }: Pick<ValidateSettings, 'waivers' | 'now' | 'scenarios' | 'shard'>,
  results: readonly ScenarioResult[],
): string[] {
  const isWhole = scenarios === undefined && shard.of === 1;
  const used = new Set(results.flatMap((result) => result.waived ?? []));
  return waivers.flatMap((waiver) => {
    const key = waiverKey({
      check: waiver.check,
      table: waiver.table && displayName(qualified(waiver.table)),
    });
    if (hasRunOut(waiver, now)) {
      return [`The waiver of ${key} ran out on ${formatDay(waiver.until)}: ${waiver.reason}.`];
    }
    return isWhole && !used.has(key)
      ? [`The waiver of ${key} waives nothing: the check holds without it.`]
      : [];
  });
}

export const hasRunOut = (waiver: Waiver, now: bigint): waiver is Waiver & { readonly until: bigint } =>
  waiver.until !== undefined && now >= waiver.until + DAY;

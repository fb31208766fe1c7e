/** What the issue about the runway of an environment says; only dates, so that a day that passes changes nothing in it. */
import { formatShort } from '../domain/instant.ts';
import type { Bound } from '../domain/range.ts';
import { shortName } from '../domain/wording.ts';
import { code, prose, tableHead, tableRow } from './markdown-text.ts';
import { printable } from './printable.ts';
import { listedUpTo, unquoted } from './words.ts';

/** How long writes to a table keep working. */
export interface TableRunway {
  /** Schema-qualified, quoted as SQL reads it. */
  readonly table: string;
  /** Undefined where it was not looked at. */
  readonly runway?: {
    /** The first instant that no partition takes; maxvalue: never. */
    readonly until: Bound;
    /** Whole days from now; undefined: for ever. */
    readonly days?: number;
    /** How many are asked for. */
    readonly asked: number;
    readonly isShort: boolean;
  };
}

export interface RunwayAlarm {
  readonly isWell: boolean;
  readonly title: string;
  readonly body: string;
  /** 0 to 3: how soon writes of the worst of them fail. */
  readonly stage: number;
  /** For a comment where the stage has gone up. */
  readonly worse: string;
}

type Judged = TableRunway & { readonly runway: NonNullable<TableRunway['runway']> };

/** @returns undefined where no table's runway was looked at: that it is well would be a guess. */
export function runwayAlarm(environment: string, tables: readonly TableRunway[]): RunwayAlarm | undefined {
  const judged = tables.filter((one): one is Judged => one.runway !== undefined);
  if (judged.length === 0) return undefined;
  const short = judged.filter(({ runway }) => runway.isShort);
  const names = listedUpTo(
    short.map(({ table }) => printable(shortName(unquoted(table)))),
    3,
  );
  const [worst] = [...short].sort((a, b) => (a.runway.days ?? 0) - (b.runway.days ?? 0));
  const when = worst ? failsFrom(worst.runway.until) : '';
  return {
    isWell: short.length === 0,
    title: worst ? `Writes to ${names} in ${environment} ${when}` : `Writes in ${environment} keep working`,
    body: short.length === 0 ? wellBody(environment, judged) : shortBody(environment, short),
    stage: stageOf(worst?.runway.days),
    worse: `It got closer: writes to ${prose(names)} in ${prose(environment)} ${when}.`,
  };
}

const failsFrom = (until: Bound): string =>
  until.kind === 'finite' ? `fail from ${formatShort(until.at)} on` : 'fail already';

function stageOf(days: number | undefined): number {
  if (days === undefined || days > 30) return 0;
  if (days > 7) return 1;
  return days > 0 ? 2 : 3;
}

const DO =
  'Make partitions ahead: run `maintain` with `--premake`, by hand or on a schedule (partition-guard’s docs/deploy.md). This issue is closed by the run that finds it well.';

function shortBody(environment: string, short: readonly Judged[]): string {
  const rows = short.map(({ table, runway }) =>
    tableRow([
      code(unquoted(table)),
      runway.until.kind === 'finite' ? formatShort(runway.until.at) : 'now',
      `${runway.asked} days`,
    ]),
  );
  return [
    `No partition takes the rows that are written to these tables in **${prose(environment)}** from the dates below on: such inserts fail.`,
    '',
    tableHead(['table', 'writes fail from', 'asked for ahead']),
    ...rows,
    '',
    DO,
  ].join('\n');
}

const wellBody = (environment: string, judged: readonly Judged[]): string =>
  [
    `Writes in **${prose(environment)}** keep working for as long as was asked:`,
    '',
    tableHead(['table', 'writes fail from']),
    ...judged.map(({ table, runway }) =>
      tableRow([
        code(unquoted(table)),
        runway.until.kind === 'finite' ? formatShort(runway.until.at) : 'never',
      ]),
    ),
  ].join('\n');

/** Gives tables the older partitions that they would have after some years in use, so that a retention finds some. */
import { calendarDayOf, formatDay, type Instant } from '../domain/instant.ts';
import { type Interval, nthBound } from '../domain/interval.ts';
import { finiteSpans, type Layout, rangePartitions, type RangePartition } from '../domain/layout.ts';
import { type Span, spanOf } from '../domain/range.ts';
import { formatInstant } from '../domain/instant.ts';
import { readLayouts } from '../postgres/catalog-layout.ts';
import { quoteIdentifier, quoteLiteral } from '../postgres/connection.ts';
import { layoutByName, parseDisplayName, sqlName } from './judged-table.ts';
import type { RunContext } from './run-context.ts';
import type { ThrowawayDatabase } from './throwaway-database.ts';

const MOST_PARTITIONS = 400;
/** Partitions that are wholly past the retention, at least. */
const PAST = 2;

/** Made as the migrations' role makes them; where that is refused, the table stays as it is, and the check says so. */
export async function layBack(context: RunContext, database: ThrowawayDatabase): Promise<void> {
  const { retention } = context;
  if (!retention) return;
  const layouts = await readLayouts(database.observer);
  for (const { name } of context.tables) {
    const layout = layoutByName(layouts, name);
    const statements = layout ? olderPartitions(layout, retention.due) : [];
    if (statements.length === 0) continue;
    await database.withMigrator(async (session) => {
      await session.query("set timezone = 'UTC'; set datestyle = 'ISO, YMD'");
      try {
        await session.query(`begin; ${statements.join('; ')}; commit`);
      } catch {
        await session.query('rollback');
      }
    });
  }
}

/** CREATE TABLE for each interval before the first partition, back to two that end before `due`. */
export function olderPartitions(layout: Layout, due: Instant): string[] {
  const first = rangePartitions(layout).find((p) => spanOf(p.range) !== undefined);
  const span = first && spanOf(first.range);
  const isOpenBelow = rangePartitions(layout).some((p) => p.range.lower.kind === 'minvalue');
  if (!first || !span || isOpenBelow) return [];
  const interval = lengthOf(span);
  const there = finiteSpans(layout).filter((s) => s.upper <= due).length;
  const statements: string[] = [];
  for (let n = 1, past = there; past < PAST && n <= MOST_PARTITIONS; n += 1) {
    const lower = nthBound(span.lower, interval, -n);
    const upper = nthBound(span.lower, interval, 1 - n);
    if (upper <= due) past += 1;
    statements.push(
      `create table ${olderName(first, span.lower, lower)} partition of ${sqlName(parseDisplayName(layout.table))} for values from (${quoteLiteral(formatInstant(lower))}) to (${quoteLiteral(formatInstant(upper))})`,
    );
  }
  return statements;
}

/** In months where both ends are on one day of the month. */
function lengthOf({ lower, upper }: Span): Interval {
  const [from, to] = [calendarDayOf(lower), calendarDayOf(upper)];
  const months = to.year * 12 + to.month - from.year * 12 - from.month;
  const byMonths: Interval = { months, days: 0, microseconds: 0n };
  return months > 0 && nthBound(lower, byMonths, 1) === upper
    ? byMonths
    : { months: 0, days: 0, microseconds: upper - lower };
}

/** Called after its first day in the way in which the first partition is, so that who goes by names finds it. */
function olderName({ name }: RangePartition, was: Instant, lower: Instant): string {
  const { schema, name: own } = parseDisplayName(name);
  const [before, now] = [datesIn(was), datesIn(lower)];
  const i = before.findIndex((text) => own.includes(text));
  const at = i === -1 ? -1 : own.lastIndexOf(before[i] ?? '');
  const older =
    at === -1
      ? `${own.slice(0, 50)}_${(now[1] ?? '').replaceAll('-', '')}`
      : own.slice(0, at) + (now[i] ?? '') + own.slice(at + (before[i] ?? '').length);
  return `${quoteIdentifier(schema)}.${quoteIdentifier(older)}`;
}

/** The forms in which a first day is found in names, the longest first. */
function datesIn(at: Instant): string[] {
  const [year = '', month = '', day = ''] = formatDay(at).split('-');
  const quarter = String(Math.floor((Number(month) - 1) / 3) + 1);
  return [
    `${year}_${month}_${day}`,
    `${year}${month}${day}`,
    `${year}_${month}`,
    `${year}${month}`,
    `${year}_q${quarter}`,
    `${year}q${quarter}`,
    year,
  ];
}

/** When which locks were held while a scenario was played, and who would have stood still meanwhile. */
import type { History, Pass, StepRecord } from './history.ts';
import type { Location } from './location.ts';
import type { LockMode, TimedLock } from './session-trace.ts';

/**
 * One axis for the scenario: the steps of its passes on end, as long as each was played, without the preparation and
 * without what is looked at between the steps. Milliseconds, to one decimal.
 */
export interface LockTimeline {
  readonly steps: readonly TimelineStep[];
  readonly held: readonly LockSpan[];
  /** How many more locks there were, on partitions along with their table or shorter than these. */
  readonly unlisted: number;
  readonly stalls: readonly Stall[];
}

export interface TimelineStep {
  readonly pass: string;
  readonly step: string;
  readonly fromMs: number;
  readonly toMs: number;
}

export interface LockSpan {
  /** Which of the timeline's steps held it. */
  readonly step: number;
  /** Schema-qualified, quoted as SQL reads it: its name when it was locked. */
  readonly table: string;
  /** The partitioned table that it belongs to, where it is a partition. */
  readonly parent?: string;
  readonly mode: LockMode;
  readonly fromMs: number;
  readonly toMs: number;
  /** Seeded rows behind it: of the table, or of the partitioned table that it belongs to. */
  readonly rows?: number;
  /** First line of the statement that took it. */
  readonly statement: string;
  readonly location?: Location;
}

/** Time in which whoever comes to a table waits: locks of any mode that stop them, taken together. */
export interface Stall {
  readonly step: number;
  readonly table: string;
  readonly stops: 'writers' | 'readers and writers';
  readonly fromMs: number;
  readonly toMs: number;
}

const MOST_LOCKS = 40;
const MOST_STALLS = 40;

/** The scenario's own steps; passes of another time zone play what others have played already. */
export function lockTimeline({ passes }: History): LockTimeline | undefined {
  const played = passes
    .filter((pass) => pass.timeZone === undefined)
    .flatMap((pass) => pass.records.filter((r) => !r.given).map((record) => ({ pass, record })));
  if (!played.some(({ record }) => record.lockTimes)) return undefined;
  const steps: TimelineStep[] = [];
  const spans: LockSpan[] = [];
  let unlisted = 0;
  for (const { pass, record } of played) {
    const step = stepAfter(steps.at(-1), pass, record);
    const { held, unlisted: more } = record.lockTimes ?? { held: [], unlisted: 0 };
    spans.push(...held.map((lock) => spanOf(lock, step, steps.length)));
    unlisted += more;
    steps.push(step);
  }
  const told = [...spans].sort(byWeight).slice(0, MOST_LOCKS);
  return {
    steps,
    held: told.sort(byTime),
    unlisted: unlisted + spans.length - told.length,
    stalls: stallsOf(spans),
  };
}

const rounded = (ms: number): number => Math.round(ms * 10) / 10;

function stepAfter(
  last: TimelineStep | undefined,
  pass: Pass,
  { step, durationMs }: StepRecord,
): TimelineStep {
  const fromMs = last?.toMs ?? 0;
  return { pass: pass.label, step: step.label, fromMs, toMs: rounded(fromMs + durationMs) };
}

function spanOf(lock: TimedLock, within: TimelineStep, step: number): LockSpan {
  const { table, parent, mode, fromMs, heldMs, rows, statement, location } = lock;
  // The watch and the step are measured apart: none may reach over its step's end.
  const onAxis = (ms: number): number => rounded(Math.min(within.fromMs + ms, within.toMs));
  return {
    step,
    table,
    ...(parent === undefined ? {} : { parent }),
    mode,
    fromMs: onAxis(fromMs),
    toMs: onAxis(fromMs + heldMs),
    ...(rows === undefined ? {} : { rows }),
    statement,
    ...(location ? { location } : {}),
  };
}

const lengthOf = ({ fromMs, toMs }: { readonly fromMs: number; readonly toMs: number }): number =>
  toMs - fromMs;

/** Tables before their partitions, then the longest. */
const byWeight = (a: LockSpan, b: LockSpan): number =>
  Number(a.parent !== undefined) - Number(b.parent !== undefined) || lengthOf(b) - lengthOf(a);

const byTime = (a: LockSpan, b: LockSpan): number =>
  a.fromMs - b.fromMs || b.toMs - a.toMs || (a.table < b.table ? -1 : a.table > b.table ? 1 : 0);

/**
 * Each table's locks as the times in which nobody could write, or neither read nor write. A partition is left out
 * where its table is locked along with it: whoever comes by way of the table waits there.
 */
function stallsOf(spans: readonly LockSpan[]): Stall[] {
  const tables = [...new Set(spans.map(({ table }) => table))];
  const stalls = tables.flatMap((table) => {
    const own = spans.filter((span) => span.table === table);
    const readers = merged(own.filter(({ mode }) => mode === 'ACCESS EXCLUSIVE'));
    const writers = merged(own).filter((s) => !readers.some((r) => covers(r, s)));
    const parent = own[0]?.parent;
    return [
      ...readers.map((s) => ({ ...s, table, parent, stops: 'readers and writers' as const })),
      ...writers.map((s) => ({ ...s, table, parent, stops: 'writers' as const })),
    ];
  });
  return stalls
    .filter(
      (stall) =>
        !stalls.some(
          (other) =>
            other.table === stall.parent &&
            covers(other, stall) &&
            (other.stops === stall.stops || other.stops === 'readers and writers'),
        ),
    )
    .sort((a, b) => lengthOf(b) - lengthOf(a))
    .slice(0, MOST_STALLS)
    .sort((a, b) => a.fromMs - b.fromMs)
    .map(({ step, table, stops, fromMs, toMs }) => ({ step, table, stops, fromMs, toMs }));
}

interface Time {
  readonly step: number;
  readonly fromMs: number;
  readonly toMs: number;
}

const covers = (outer: Time, inner: Time): boolean =>
  outer.step === inner.step && outer.fromMs <= inner.fromMs && outer.toMs >= inner.toMs;

/** Times that touch or overlap within one step, as one. */
function merged(times: readonly Time[]): Time[] {
  const out: Time[] = [];
  for (const { step, fromMs, toMs } of [...times].sort((a, b) => a.step - b.step || a.fromMs - b.fromMs)) {
    const last = out.at(-1);
    if (last && last.step === step && fromMs <= last.toMs)
      out[out.length - 1] = { ...last, toMs: Math.max(last.toMs, toMs) };
    else out.push({ step, fromMs, toMs });
  }
  return out;
}

/** Layouts before and after as a mermaid gantt, which GitHub draws. */
import { DAY, formatDay, type Instant, instantOf } from '../domain/instant.ts';
import {
  defaultPartition,
  findGaps,
  findOverlaps,
  type Layout,
  maintainedWindow,
  rangePartitions,
} from '../domain/layout.ts';
import { joinRuns, type Task } from './gantt-runs.ts';
import { equalRanges, type Range, type Span } from '../domain/range.ts';
import { clip, printable } from './printable.ts';
import { count } from '../domain/wording.ts';
import { withoutSchema } from './words.ts';

export interface GanttInput {
  readonly title: string;
  readonly before: Layout | undefined;
  readonly after: Layout | undefined;
}

export interface Gantt {
  /** Lines of mermaid, without the fence. */
  readonly lines: readonly string[];
  /** Partitions for which there was no room. */
  readonly omitted: number;
}

const MOST_TASKS = 40;
/** More than a reader takes in: then like partitions in a row are one bar, unchanged ones first. */
const READABLE = 20;
const LABEL_LENGTH = 60;

/** Years that mermaid's date format reads. */
const EARLIEST = instantOf({ year: 1000, month: 1, day: 1 });
const LATEST = instantOf({ year: 9999, month: 12, day: 31 });

/** @returns undefined where no partition has two finite ends. */
export function renderGantt({ title, before, after }: GanttInput): Gantt | undefined {
  const window = maintainedWindow(before, after);
  if (!window) return undefined;
  const own = maintainedWindow(before);
  const sections = readable(
    onceWhereSame([
      { name: 'before', tasks: before && own ? tasksOf(before, after, { drawn: window, judged: own }) : [] },
      { name: 'after', tasks: after ? tasksOf(after, before, { drawn: window, judged: window }) : [] },
    ]),
  );
  const share = Math.floor(MOST_TASKS / sections.length);
  const spare = sections.reduce((sum, { tasks }) => sum + Math.max(0, share - tasks.length), 0);
  const shown = sections.map(({ name, tasks }) => ({ name, tasks: gravest(tasks, share + spare) }));
  const all = sections.reduce((sum, { tasks }) => sum + tasks.length, 0);
  const drawn = shown.reduce((sum, { tasks }) => sum + tasks.length, 0);
  return {
    lines: [
      'gantt',
      `  title ${safe(title) || 'layout'}`,
      '  dateFormat YYYY-MM-DD',
      ...axis(window),
      // It would be drawn where the reader's clock is, not the run's.
      '  todayMarker off',
      ...shown.flatMap(({ name, tasks }) => [`  section ${name}`, ...taskLines(tasks)]),
    ],
    omitted: all - drawn,
  };
}

const MONTH = 30n * DAY;
/** Labels that a phone has room for. */
const MOST_TICKS = 6n;
/** Within a year: mermaid counts months from January on. */
const STEPS = [1n, 3n, 6n, 12n];

/** Labels that do not cover each other; mermaid finds its own where days or many years are to be told. */
function axis({ lower, upper }: Span): string[] {
  const months = (upper - lower) / MONTH;
  if (months < 2n) return ['  axisFormat %d %b'];
  const step = STEPS.find((n) => months / n < MOST_TICKS);
  if (step === undefined) return ['  axisFormat %Y'];
  return [`  axisFormat ${step < 12n ? '%b %Y' : '%Y'}`, `  tickInterval ${step}month`];
}

interface Drawn {
  readonly name: string;
  readonly tasks: readonly Task[];
}

/** What nothing has changed is drawn once. */
function onceWhereSame(sections: readonly Drawn[]): readonly Drawn[] {
  const drawn = sections.filter(({ tasks }) => tasks.length > 0);
  const [before, after] = drawn;
  if (!before || !after || before.tasks.length !== after.tasks.length) return drawn;
  const same = before.tasks.every(({ label, lower, upper }, i) => {
    const other = after.tasks[i];
    return other?.label === label && other.lower === lower && other.upper === upper;
  });
  return same ? [{ name: 'before and after', tasks: before.tasks }] : drawn;
}

/** Joined as far as it takes to be read at a glance. */
function readable(sections: readonly Drawn[]): readonly Drawn[] {
  const join = (all: readonly Drawn[], joins: (task: Task) => boolean): readonly Drawn[] =>
    all.reduce((sum, { tasks }) => sum + tasks.length, 0) <= READABLE
      ? all
      : all.map(({ name, tasks }) => ({ name, tasks: joinRuns(tasks, joins) }));
  return join(
    join(sections, (task) => task.rank > 1),
    () => true,
  );
}

/** The partitions of a layout, with the gaps and overlaps that it has, by time. */
function tasksOf(
  layout: Layout,
  other: Layout | undefined,
  { drawn, judged }: { readonly drawn: Span; readonly judged: Span },
): Task[] {
  const margin = (drawn.upper - drawn.lower) / 12n + DAY;
  const spanOf = ({ lower, upper }: Range): Span => ({
    lower: lower.kind === 'finite' ? lower.at : drawn.lower - margin,
    upper: upper.kind === 'finite' ? upper.at : drawn.upper + margin,
  });
  const known = new Map(
    rangePartitions(other ?? { ...layout, partitions: [] }).map((p) => [p.name, p.range]),
  );
  const partitions = rangePartitions(layout).map((partition): Task => {
    const { name, range, rows } = partition;
    const before = known.get(name);
    const unchanged = before !== undefined && equalRanges(before, range);
    const facts = [rows > 0 ? count(rows, 'row') : 'empty', ...unboundedEnds(range)].join(', ');
    return {
      label: `${shortName(name, layout.table)} (${facts})`,
      tag: rows > 0 ? 'done' : undefined,
      ...spanOf(range),
      rank: unchanged ? 2 : 1,
      ...(isDrawable(range) ? { partition: { name: shortName(name, layout.table), rows } } : {}),
    };
  });
  const caught = defaultPartition(layout) !== undefined;
  const gaps = findGaps(layout, judged).map((range): Task => {
    const span = spanOf(range);
    const from = formatDay(span.lower);
    return {
      label: caught ? `default partition from ${from}` : `gap from ${from}`,
      tag: caught ? undefined : 'crit',
      lower: span.lower,
      upper: startOfDay(span.upper + DAY - 1n),
      rank: 0,
    };
  });
  const overlaps = findOverlaps(layout).map(({ first, second, range }): Task => {
    const names = [first, second].map((p) => shortName(p.name, layout.table)).join(' and ');
    return { label: `overlap of ${names}`, tag: 'crit', ...spanOf(range), rank: 0 };
  });
  return byTime([...partitions, ...gaps, ...overlaps]);
}

/** With two ends within the years that mermaid reads. */
const isDrawable = ({ lower, upper }: Range): boolean =>
  lower.kind === 'finite' && upper.kind === 'finite' && lower.at >= EARLIEST && upper.at <= LATEST;

const unboundedEnds = ({ lower, upper }: Range): string[] => [
  ...(lower.kind === 'finite' ? [] : ['from MINVALUE']),
  ...(upper.kind === 'finite' ? [] : ['to MAXVALUE']),
];

const byTime = (tasks: readonly Task[]): Task[] =>
  [...tasks].sort((a, b) => (a.lower < b.lower ? -1 : a.lower > b.lower ? 1 : 0));

/** What matters most and, among equals, comes last: the future is what a change is about. */
const gravest = (tasks: readonly Task[], limit: number): Task[] =>
  byTime(
    tasks
      .map((task, index) => ({ task, index }))
      .sort((a, b) => a.task.rank - b.task.rank || b.index - a.index)
      .slice(0, limit)
      .map(({ task }) => task),
  );

function taskLines(tasks: readonly Task[]): string[] {
  const used = new Map<string, number>();
  return tasks.map(({ label, tag, lower, upper }) => {
    const name = safe(label) || 'partition';
    const times = (used.get(name) ?? 0) + 1;
    used.set(name, times);
    const start = clamp(startOfDay(lower));
    const end = clamp(startOfDay(upper));
    const dates = `${formatDay(start)}, ${formatDay(end > start ? end : start + DAY)}`;
    return `  ${times === 1 ? name : `${name} no. ${times}`} :${tag ? `${tag}, ` : ''}${dates}`;
  });
}

const startOfDay = (instant: Instant): Instant => {
  const ofDay = instant % DAY;
  return instant - (ofDay < 0n ? ofDay + DAY : ofDay);
};

const clamp = (instant: Instant): Instant =>
  instant < EARLIEST ? EARLIEST : instant >= LATEST ? LATEST - DAY : instant;

/** A partition's name without its schema and without its table's name in front. */
function shortName(name: string, table: string): string {
  const bare = withoutSchema(name);
  const prefix = `${withoutSchema(table)}_`;
  return bare.startsWith(prefix) && bare.length > prefix.length ? bare.slice(prefix.length) : bare;
}

/** What begins a statement of a gantt, and so must not begin a task's name. */
const KEYWORD =
  /^(?:gantt|inclusiveEndDates|topAxis|acc(?:Title|Descr)|(?:title|section|click|call|href|dateFormat|axisFormat|tickInterval|todayMarker|weekday|weekend|includes|excludes)\b)/i;

/** Letters, digits and a few signs that mean nothing to mermaid; a date in front would be read as one. */
function safe(label: string): string {
  const kept = clip(
    printable(label)
      .replaceAll('-', '\u2011')
      .replace(/[^\p{L}\p{N}_ (),.…\u2011]/gu, '_'),
    LABEL_LENGTH,
  ).trim();
  return KEYWORD.test(kept) ? `_${kept}` : kept;
}

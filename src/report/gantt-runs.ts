/** Long rows of like partitions in a gantt, drawn as one bar that tells how many they are. */
import type { Instant } from '../domain/instant.ts';
import { INTERVAL_NAMES, type IntervalName, intervalOf, isOneInterval } from '../domain/interval.ts';
import { count, thousands } from '../domain/wording.ts';

/** One bar. */
export interface Task {
  readonly label: string;
  readonly tag: 'done' | 'crit' | undefined;
  readonly lower: Instant;
  readonly upper: Instant;
  /** Lower goes first where there is no room for all. */
  readonly rank: number;
  /** Of a partition with two ends that a calendar holds. */
  readonly partition?: { readonly name: string; readonly rows: number };
}

/** Two next to each other are still told by name. */
const SHORTEST_RUN = 3;

/** The tasks by time, with each run of partitions of one interval as one; only of those that `joins` says. */
export function joinRuns(tasks: readonly Task[], joins: (task: Task) => boolean): Task[] {
  const runs: Task[][] = [];
  for (const task of tasks) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && joins(task) && follows(last, task)) run.push(task);
    else runs.push([task]);
  }
  return runs.flatMap((run) => (run.length < SHORTEST_RUN ? run : [joined(run)]));
}

const follows = (a: Task, b: Task): boolean =>
  a.partition !== undefined &&
  b.partition !== undefined &&
  a.upper === b.lower &&
  a.tag === b.tag &&
  a.rank === b.rank &&
  intervalName(a) === intervalName(b);

function joined(run: readonly Task[]): Task {
  const [first] = run;
  const last = run.at(-1);
  if (!first || !last) throw new RangeError('a run is of three partitions at least');
  const interval = intervalName(first);
  const rows = run.reduce((sum, task) => sum + (task.partition?.rows ?? 0), 0);
  const many = [thousands(run.length), ...(interval ? [interval] : [])].join(' ');
  return {
    ...first,
    // Short: on a phone there is no room beside a bar, and where it ends is seen.
    label: `${many} from ${first.partition?.name ?? ''} (${rows > 0 ? count(rows, 'row') : 'empty'})`,
    upper: last.upper,
  };
}

const intervalName = ({ lower, upper }: Task): IntervalName | undefined =>
  INTERVAL_NAMES.find((name) => isOneInterval(lower, upper, intervalOf(name)));

/** Partitions in rows: each of its own where that tells something, and the many alike between as one. */
import type { PartitionFacts } from '../../domain/inspection.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Partition } from '../../domain/layout.ts';
import { compareBounds, finite, maxBound, type Range } from '../../domain/range.ts';
import type { TableView } from './view.ts';

export type FoldedRow =
  | { readonly kind: 'one'; readonly partition: Partition; readonly facts: PartitionFacts | undefined }
  | {
      readonly kind: 'many';
      readonly partitions: number;
      /** From the first lower to the last upper bound. */
      readonly range: Range;
      /** Undefined where one of them is not known. */
      readonly rows?: number;
      readonly bytes?: number;
    };

/** How many stand for themselves at the beginning, the end, and on each side of now. */
const FIRST = 3;
const LAST = 6;
const AROUND_NOW = 3;
/** Places at which something is wrong: the partitions beside them stand for themselves. */
const MOST_PLACES = 12;
/** Fewer than that are not worth a line that says how many. */
const LEAST_FOLDED = 3;

/** @param most rows up to which nothing is folded. */
export function folded({ partitions, problems }: TableView, now: Instant, most: number): FoldedRow[] {
  if (partitions.length <= most) return partitions.map((one) => ({ kind: 'one', ...one }));
  const kept = new Set<number>();
  const keep = (from: number, to: number): void => {
    for (let i = Math.max(0, from); i < Math.min(partitions.length, to); i++) kept.add(i);
  };
  keep(0, FIRST);
  keep(partitions.length - LAST, partitions.length);
  const current = partitions.findIndex(
    ({ partition }) => partition.kind === 'range' && compareBounds(partition.range.upper, finite(now)) > 0,
  );
  if (current >= 0) keep(current - AROUND_NOW, current + AROUND_NOW + 1);
  const ranges = problems.flatMap(({ range }) => range ?? []).slice(0, MOST_PLACES);
  for (const range of ranges) {
    const [before, after] = [placeOf(partitions, range.lower), placeOf(partitions, range.upper)];
    keep(before - 1, before + 1);
    keep(after - 1, after + 1);
  }
  return rowsOf(partitions, kept);
}

/** The first that ends after a bound. */
function placeOf(partitions: TableView['partitions'], bound: Range['lower']): number {
  const at = partitions.findIndex(
    ({ partition }) => partition.kind === 'range' && compareBounds(partition.range.upper, bound) > 0,
  );
  return at < 0 ? partitions.length : at;
}

function rowsOf(partitions: TableView['partitions'], kept: ReadonlySet<number>): FoldedRow[] {
  const rows: FoldedRow[] = [];
  let run: TableView['partitions'][number][] = [];
  const end = (): void => {
    if (run.length < LEAST_FOLDED) rows.push(...run.map((one) => ({ kind: 'one' as const, ...one })));
    else rows.push(together(run));
    run = [];
  };
  for (const [i, one] of partitions.entries()) {
    if (!kept.has(i)) {
      run.push(one);
      continue;
    }
    end();
    rows.push({ kind: 'one', ...one });
  }
  end();
  return rows;
}

function together(run: TableView['partitions']): FoldedRow {
  const ranges = run.flatMap(({ partition }) => (partition.kind === 'range' ? [partition.range] : []));
  const [first] = ranges;
  const sum = (key: 'rows' | 'bytes'): number | undefined =>
    run.every(({ facts }) => facts?.[key] !== undefined)
      ? run.reduce((all, { facts }) => all + (facts?.[key] ?? 0), 0)
      : undefined;
  const [rows, bytes] = [sum('rows'), sum('bytes')];
  return {
    kind: 'many',
    partitions: run.length,
    range: {
      lower: first?.lower ?? { kind: 'minvalue' },
      upper: ranges.reduce(
        (upper, range) => maxBound(upper, range.upper),
        first?.upper ?? { kind: 'maxvalue' },
      ),
    },
    ...(rows === undefined ? {} : { rows }),
    ...(bytes === undefined ? {} : { bytes }),
  };
}

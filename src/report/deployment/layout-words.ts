/** A layout in a line: how many partitions, from when to when, how many rows. */
import {
  commonInterval,
  defaultPartition,
  findGaps,
  type Layout,
  maintainedWindow,
  rangePartitions,
} from '../../domain/layout.ts';
import { formatShort } from '../../domain/instant.ts';
import { formatRange } from '../../domain/range.ts';
import { count } from '../../domain/wording.ts';
import type { Voice } from './voice.ts';

/** `public.booking: 24 monthly partitions, 2025-01-01 to 2027-01-01, about 5,000,000 rows`. */
export function layoutLine(layout: Layout, voice: Voice, { withRows = true } = {}): string {
  const window = maintainedWindow(layout);
  const span = window ? [`${formatShort(window.lower)} to ${formatShort(window.upper)}`] : [];
  const rows = layout.partitions.reduce((sum, partition) => sum + partition.rows, 0);
  const open = rangePartitions(layout).filter(
    ({ range }) => range.lower.kind !== 'finite' || range.upper.kind !== 'finite',
  );
  const byDefault = defaultPartition(layout);
  const gaps = window ? findGaps(layout, window) : [];
  const interval = commonInterval(layout);
  return [
    `${voice.name(layout.table)}: ${count(layout.partitions.length, interval ? `${interval} partition` : 'partition')}`,
    ...span.map(voice.words),
    ...(withRows ? [`about ${count(rows, 'row')}`] : []),
    ...(open.length > 0 ? [`${count(open.length, 'partition')} without an end`] : []),
    ...(byDefault ? [defaultWords(byDefault.rows, withRows)] : []),
    ...gaps.slice(0, 2).map((gap) => `no partition for ${voice.words(formatRange(gap))}`),
  ].join(', ');
}

const defaultWords = (rows: number, withRows: boolean): string =>
  withRows && rows > 0 ? `a default partition with about ${count(rows, 'row')}` : 'a default partition';

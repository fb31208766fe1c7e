/** The cells of an inspection's tables, the same on the terminal, in markdown and on a page. */
import type { PartitionFacts, Twin } from '../../domain/inspection.ts';
import type { IntervalChange } from '../../domain/interval-change.ts';
import type { Partition } from '../../domain/layout.ts';
import { formatRange } from '../../domain/range.ts';
import { count, thousands } from '../../domain/wording.ts';
import type { Voice } from '../deployment/voice.ts';
import type { FoldedRow } from './fold.ts';
import { claimWords, twinWords } from './problems.ts';
import { bytesWords, rowsWords, type TableView } from './view.ts';

const NAME_LENGTH = 130;

/** Name, range, rows, size. */
export function partitionCells(row: FoldedRow, { table }: TableView, voice: Voice): string[] {
  if (row.kind === 'many')
    return [
      `… ${thousands(row.partitions)} more …`,
      formatRange(row.range),
      rowsWords(row.rows),
      bytesWords(row.bytes),
    ];
  const { partition, facts } = row;
  const rest = table.rests.find(({ oid }) => oid === partition.oid);
  const rows = rest?.count.kind === 'exact' ? count(rest.count.rows, 'row') : rowsWords(facts?.rows);
  return [
    voice.name(partition.name, NAME_LENGTH),
    rangeWords(partition, facts, voice),
    rows,
    bytesWords(facts?.bytes),
  ];
}

function rangeWords(partition: Partition, facts: PartitionFacts | undefined, voice: Voice): string {
  if (facts?.kind === 'parent') return 'the table itself';
  const range =
    partition.kind === 'default' ? 'default: what no other one takes' : formatRange(partition.range);
  if (facts?.kind === 'foreign') return `${range}, foreign`;
  const within = facts?.within;
  return within
    ? `${range}, ${count(within.partitions, 'partition')} by ${within.strategy} of ${voice.name(within.key, NAME_LENGTH)}`
    : range;
}

/** Name, claim, rows, size. */
export const twinCells = (twin: Twin, voice: Voice): string[] => [
  voice.name(twin.name, NAME_LENGTH),
  `${formatRange(twin.range)} ${claimWords(twin)}, ${twinWords(twin, voice)}`,
  rowsWords(twin.rows),
  bytesWords(twin.bytes),
];

export const CHANGE_TITLES = [
  'change to',
  'stay',
  'go',
  'are made',
  'rows that move',
  'of them after now',
] as const;

export const changeCells = ({ interval, stay, go, make, rows, bytes, ahead }: IntervalChange): string[] => [
  interval,
  thousands(stay),
  thousands(go),
  thousands(make),
  rows === 0 ? 'none' : `${rowsWords(rows)}, ${bytesWords(bytes)}`,
  ahead.rows === undefined ? 'unknown' : ahead.rows === 0 ? 'none' : `about ${thousands(ahead.rows)}`,
];

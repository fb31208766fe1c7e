/** The partitions of a database on a terminal: each with its range and size, and what is missing. */
import { findingsIn, type InspectedTable, type Inspection } from '../../domain/inspection.ts';
import { DAY, formatShort, type Instant } from '../../domain/instant.ts';
import { commonInterval, defaultPartition, type Partition, rangePartitions } from '../../domain/layout.ts';
import { type Bound, formatRange } from '../../domain/range.ts';
import { count } from '../../domain/wording.ts';
import { bytes, TERMINAL_VOICE } from '../deployment/voice.ts';
import { text, wrapped } from '../lines.ts';
import { printable } from '../printable.ts';
import type { TerminalOptions } from '../terminal.ts';

export function renderInspection(inspection: Inspection, options: TerminalOptions): string {
  const { target, toolVersion, tables, unjudged } = inspection;
  const { paint, width } = options;
  const facts = [
    paint.bold(`partition-guard ${printable(toolVersion)}`),
    `database ${TERMINAL_VOICE.name(target.database, 80)} as ${TERMINAL_VOICE.name(target.user, 80)}`,
    `PostgreSQL ${printable(target.serverVersion)}`,
  ];
  const none = tables.length === 0 ? ['', '  No table is partitioned by range on a date or time.'] : [];
  return text([
    facts.join(' · '),
    ...none,
    ...tables.flatMap((table) => ['', ...tableLines(table, inspection.now, options)]),
    ...(unjudged.length > 0 ? [''] : []),
    ...unjudged.flatMap(({ table, reason }) =>
      wrapped(`${TERMINAL_VOICE.name(table)} is not told of: ${printable(reason)}`, 2, width),
    ),
  ]);
}

function tableLines(table: InspectedTable, now: Instant, { paint }: TerminalOptions): string[] {
  const { layout, sizes } = table;
  const { gaps, overlaps, writesUntil, caughtFrom } = findingsIn(layout, now);
  const interval = commonInterval(layout);
  const total = sizes.reduce((sum, one) => sum + one.bytes, 0);
  const head = [
    `${TERMINAL_VOICE.name(layout.table)}   ${count(layout.partitions.length, interval ? `${interval} partition` : 'partition')}`,
    `by ${TERMINAL_VOICE.name(layout.keyColumn, 80)} (${layout.keyType})`,
    rowsWords(sizes),
    bytes(total),
  ].join(', ');
  const byDefault = defaultPartition(layout);
  const isShort = writesUntil.kind === 'finite';
  return [
    `  ${paint.bold(head)}`,
    ...columns(
      [...rangePartitions(layout), ...(byDefault ? [byDefault] : [])].map((one) => cells(one, table)),
    ),
    ...gaps.map((gap) =>
      byDefault
        ? paint.yellow(`    ⚠ gap: only the default partition takes ${formatRange(gap)}`)
        : paint.red(`    ✖ gap: no partition takes ${formatRange(gap)}, and writes there fail`),
    ),
    ...overlaps.map(({ first, second, range }) =>
      paint.yellow(
        `    ⚠ overlap: ${TERMINAL_VOICE.name(first.name)} and ${TERMINAL_VOICE.name(second.name)} both take ${formatRange(range)}, told apart by another column`,
      ),
    ),
    ...(isShort ? [`    ${runwayWords(writesUntil.at, now, paint)}`] : []),
    ...(isShort ? [] : caughtWords(caughtFrom, paint)),
  ];
}

function runwayWords(at: Instant, now: Instant, paint: TerminalOptions['paint']): string {
  if (at <= now) return paint.red('✖ writes of now fail: no partition takes them');
  return `writes keep working until ${formatShort(at)}, ${count(Number((at - now) / DAY), 'day')} from now`;
}

const caughtWords = (from: Bound | undefined, paint: TerminalOptions['paint']): string[] =>
  from?.kind === 'finite'
    ? [paint.yellow(`    ⚠ from ${formatShort(from.at)} on, rows go into the default partition`)]
    : ['    writes keep working without end'];

const rowsWords = (sizes: InspectedTable['sizes']): string =>
  sizes.every(({ rows }) => rows !== undefined)
    ? `about ${count(
        sizes.reduce((sum, one) => sum + (one.rows ?? 0), 0),
        'row',
      )}`
    : 'rows not estimated (ANALYZE would)';

function cells(partition: Partition, { sizes }: InspectedTable): string[] {
  const size = sizes.find(({ oid }) => oid === partition.oid);
  return [
    TERMINAL_VOICE.name(partition.name),
    partition.kind === 'default' ? 'default: what no other one takes' : formatRange(partition.range),
    size?.rows === undefined ? '' : `about ${count(size.rows, 'row')}`,
    size ? bytes(size.bytes) : '',
  ];
}

/** Cells under each other, the last without blanks after it. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  return rows.map((row) => `    ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('   ')}`.trimEnd());
}

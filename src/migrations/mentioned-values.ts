/** The values that migrations compare columns with, also inside function bodies: rows that hold them meet those branches. */
import type { Migration } from './migration.ts';

/** `state <> 'cancelled'`, `b.room_id = 7`, `kind in ('A', 'B')`; quotes doubled inside a quoted body are read as one. */
const COMPARISON =
  /(?:"([^"]+)"|\b([a-z_][\w$]*))\s*(?:=|<>|!=|is\s+(?:not\s+)?distinct\s+from|(?:not\s+)?in\s*\()\s*((?:''[^']+''|'(?:[^']|'')*'|\d+)(?:\s*,\s*(?:''[^']+''|'(?:[^']|'')*'|\d+))*)/gi;
const VALUE = /''([^']+)''|'((?:[^']|'')*)'|(\d+)/g;

const MOST_OF_ONE_COLUMN = 8;
const LONGEST = 60;

/** @returns values by the column's name, whatever its table; the first few of each. */
export function mentionedValues(migrations: readonly Migration[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const { text } of migrations.flatMap(({ statements }) => statements)) {
    for (const [, quoted, plain, values = ''] of text.matchAll(COMPARISON)) {
      const column = quoted ?? plain?.toLowerCase() ?? '';
      const known = found.get(column) ?? new Set<string>();
      for (const [, inner, string, number] of values.matchAll(VALUE)) {
        const value = inner ?? string?.replaceAll("''", "'") ?? number ?? '';
        if (value.length <= LONGEST && known.size < MOST_OF_ONE_COLUMN) known.add(value);
      }
      found.set(column, known);
    }
  }
  return new Map([...found].map(([column, values]) => [column, [...values]]));
}

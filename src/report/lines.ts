/** Lines of a terminal: wrapped where it has a width, each ended. */

export const text = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

/** Lines of at most `width` columns, indented; words longer than that stand alone. */
export function wrapped(prose: string, indent: number, width: number | undefined): string[] {
  const margin = ' '.repeat(indent);
  if (prose === '') return [];
  if (width === undefined) return [margin + prose];
  const room = Math.max(width - indent, 20);
  const lines: string[] = [];
  for (const word of prose.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= room)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => margin + line);
}

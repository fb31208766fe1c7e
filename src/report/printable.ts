/** Text from SQL, files and servers made safe to print: no control characters, no terminal escapes, no runner commands. */

/** Terminal escape sequences: CSI, OSC and the like up to their end, and two-character ones. */
const ESCAPE_SEQUENCE =
  // eslint-disable-next-line no-control-regex
  /(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c|$)|\x1b[ -/]*[0-~]/g;

export const LINE_BREAK = /\r\n|[\n\r\v\f\x85\u2028\u2029]/;

/** Controls, invisible and direction-changing characters, and halves of surrogate pairs. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** The lines of a text, each safe to print, without the empty ones. */
export const printableLines = (text: string): string[] =>
  text
    .replace(ESCAPE_SEQUENCE, '')
    .split(LINE_BREAK)
    .map((line) => neutralise(line.replace(/\t/g, ' ').replace(UNPRINTABLE, '')).trim())
    .filter((line) => line !== '');

/** A line as it is, its indent kept, safe to print. */
export const safeLine = (line: string): string =>
  neutralise(
    line
      .replace(ESCAPE_SEQUENCE, '')
      .replace(/[\t\n\r\v\f]/g, ' ')
      .replace(UNPRINTABLE, ''),
  );

/** A text on one line, safe to print. */
export const printable = (text: string): string => neutralise(printableLines(text).join(' '));

/**
 * A GitHub runner obeys `::command::` at the start of a line, however far indented, and `##[command]` anywhere in one.
 * Wrapping can bring any word to the start of a line, so each word is looked at; a cast (`x::text`) stays as it is.
 */
const neutralise = (line: string): string =>
  line.replace(/(?<=^|\s):{2,}/g, (colons) => [...colons].join(' ')).replace(/##\[/g, '## [');

/** At most so many characters, the last one an ellipsis where something was cut. */
export function clip(text: string, length: number): string {
  if (text.length <= length) return text;
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}

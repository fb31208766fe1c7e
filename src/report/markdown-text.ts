/** Text of strangers inside GitHub markdown: it stays text, whatever it holds. */
import { clip, printable } from './printable.ts';

/** An invisible joint that keeps GitHub from linking users, issues and addresses. */
const JOINT = '&#8203;';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\\': '&#92;',
  '`': '&#96;',
  '|': '&#124;',
  '*': '&#42;',
  '[': '&#91;',
  ']': '&#93;',
  '~': '&#126;',
  '@': `&#64;${JOINT}`,
  '#': `&#35;${JOINT}`,
  // The way that GitHub documents: it reads formulas between dollars even where they are entities.
  $: '<span>$</span>',
};

const LONGEST = 600;

/** Prose on one line, for a paragraph, a list item or a table cell. */
export const prose = (text: string, length = LONGEST): string =>
  clip(printable(text), length)
    .replace(/[&<>\\`|*[\]~@#$]/g, (character) => ENTITIES[character] ?? '')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '&#95;')
    .replace(/:\/\//g, `:${JOINT}//`)
    .replace(/\b(www)\./gi, `$1${JOINT}.`)
    .replace(/\b(GH)-(?=\d)/gi, `$1${JOINT}-`)
    .replace(/^([-+=])/, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(
      /^(\d+)([.)])(?=\s|$)/,
      (_, digits: string, sign: string) => `${digits}&#${sign.charCodeAt(0)};`,
    );

/** A name or statement in the type of code. */
export function code(text: string, length = LONGEST): string {
  const plain = clip(printable(text), length);
  if (plain === '') return '';
  return /^[^`|\\<$]+$/.test(plain) ? `\`${plain}\`` : `<code>${prose(plain, length)}</code>`;
}

/** A row of a table; its cells are already markdown. */
export const tableRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** A table's head with the line under it. */
export const tableHead = (titles: readonly string[]): string =>
  `${tableRow(titles)}\n|${titles.map(() => '---|').join('')}`;

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

/** What GitHub may take for a commit's id. */
const COMMIT = /(?<![\p{L}\p{N}_])([0-9a-f]{3})([0-9a-f]{4,61})(?![\p{L}\p{N}_])/giu;

/** An emoji's short name; two digits are none, but the minutes of a time. */
const EMOJI = /:(?=[\p{L}\p{N}_+-]+:)(?!\d\d:)/gu;

/** Whose hyphens are kept from breaking a line. */
const DATE = /(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)/g;

/** Prose on one line, for a paragraph, a list item or a table cell. */
export const prose = (text: string, length = LONGEST): string =>
  clip(printable(text), length)
    .replace(/[&<>\\`|*[\]~@#$]/g, (character) => ENTITIES[character] ?? '')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '&#95;')
    .replace(/:\/\//g, `:${JOINT}//`)
    .replace(/\b(www)\./gi, `$1${JOINT}.`)
    .replace(/\b(GH|GHSA|CVE)-(?=[\p{L}\p{N}])/giu, `$1${JOINT}-`)
    .replace(COMMIT, `$1${JOINT}$2`)
    .replace(EMOJI, `:${JOINT}`)
    .replace(DATE, '$1\u2011$2\u2011$3')
    .replace(/^([-+=/])/, (sign) => `&#${sign.charCodeAt(0)};`)
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

/** Markdown that leads somewhere; as it is where there is no address. */
export const linked = (markdown: string, address: string | undefined): string =>
  address === undefined ? markdown : `[${markdown}](${address})`;

/** A row of a table; its cells are already markdown. */
export const tableRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** A table's head with the line under it. */
export const tableHead = (titles: readonly string[]): string =>
  `${tableRow(titles)}\n|${titles.map(() => '---|').join('')}`;

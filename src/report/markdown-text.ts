/** Text of strangers inside GitHub markdown: it stays text, whatever it holds. */
import { clip, printable } from './printable.ts';

/** An invisible joint that keeps GitHub from linking users, issues and addresses; no printable text holds one. */
const JOINT = '\u200b';

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['\\', '&#92;'],
  ['`', '&#96;'],
  ['|', '&#124;'],
  ['*', '&#42;'],
  ['[', '&#91;'],
  [']', '&#93;'],
  ['~', '&#126;'],
  ['@', '&#64;'],
  ['#', '&#35;'],
  // The way that GitHub documents: it reads formulas between dollars even where they are entities.
  ['$', '<span>$</span>'],
  [JOINT, '&#8203;'],
]);

const LONGEST = 600;

/** What GitHub may take for a commit's id. */
const COMMIT = /(?<![\p{L}\p{N}_])[0-9a-f]{7,}(?![\p{L}\p{N}_])/giu;

/** An emoji's short name, which a colon after the text may end; other numbers are minutes and lines. */
const EMOJI = /:(?=(?:100|1234|(?!\d+(?::|$))[\p{L}\p{N}_+-]+)(?::|$))/gu;

/** Whose hyphens are kept from breaking a line. */
const DATE = /(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)/g;

/** On one line; signs put on top of a letter without end would cover what stands around it. */
const plain = (text: string, length: number): string =>
  clip(printable(text).replace(/(\p{M}{8})\p{M}+/gu, '$1'), length);

/** Prose on one line, for a paragraph, a list item or a table cell. */
export const prose = (text: string, length = LONGEST): string =>
  escaped(inert(plain(text, length)).replace(DATE, '$1\u2011$2\u2011$3'));

/** Broken where GitHub would notify, link or draw something. */
const inert = (text: string): string =>
  text
    .replace(/[@#]/g, `$&${JOINT}`)
    .replace(/:\/\//g, `:${JOINT}//`)
    .replace(/(www)\./gi, `$1${JOINT}.`)
    .replace(/(?<![\p{L}\p{N}])(GH|GHSA|CVE)-(?=[\p{L}\p{N}])/giu, `$1${JOINT}-`)
    .replace(COMMIT, (id) => id.replace(/.{6}(?=.)/g, `$&${JOINT}`))
    .replace(EMOJI, `:${JOINT}`);

/** Without any sign that markdown or HTML reads as more than itself. */
const escaped = (text: string): string =>
  text
    .replace(/[&<>\\`|*[\]~@#$\u200b]/g, (character) => ENTITIES.get(character) ?? '')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '&#95;')
    .replace(/^([-+=/])/, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(
      /^(\d+)([.)])(?=\s|$)/,
      (_, digits: string, sign: string) => `${digits}&#${sign.charCodeAt(0)};`,
    );

/** A name or statement in the type of code. */
export function code(text: string, length = LONGEST): string {
  const shown = plain(text, length);
  if (shown === '') return '';
  return /^[^`|\\<$]+$/.test(shown) ? `\`${shown}\`` : `<code>${prose(shown, length)}</code>`;
}

/** Markdown that leads somewhere; as it is where there is no address. */
export const linked = (markdown: string, address: string | undefined): string =>
  address === undefined ? markdown : `[${markdown}](${address})`;

/** A row of a table; its cells are already markdown. */
export const tableRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** A table's head with the line under it. */
export const tableHead = (titles: readonly string[]): string =>
  `${tableRow(titles)}\n|${titles.map(() => '---|').join('')}`;

/** HTML in which text is text: whatever is put into a template is escaped, unless it is HTML already. */
import { clip } from '../printable.ts';

/** Markup that may stand in a page as it is. */
export interface Html {
  readonly markup: string;
}

export type Part = Html | string | number | undefined | readonly Part[];

/** A template: strings and numbers are escaped, HTML stays, lists are put on end, undefined is nothing. */
export function html(literals: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const between = parts.map(markupOf);
  return { markup: compact(literals).reduce((out, literal, i) => out + (between[i - 1] ?? '') + literal) };
}

const COMPACT = new WeakMap<TemplateStringsArray, readonly string[]>();

/** The source is indented for whoever reads it; a browser takes a break and what comes with it for one blank. */
function compact(literals: TemplateStringsArray): readonly string[] {
  const known = COMPACT.get(literals);
  if (known) return known;
  const made = literals.map((literal) => literal.replace(/\s*\n\s*/g, '\n'));
  COMPACT.set(literals, made);
  return made;
}

export const NOTHING: Html = { markup: '' };

/** Text of our own that is markup already, such as a style sheet; never what a stranger wrote. */
export const trusted = (markup: string): Html => ({ markup });

function markupOf(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return String(part);
  return 'markup' in part ? part.markup : part.map(markupOf).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Longer texts of strangers are cut before; this keeps a forgotten one from filling the page. */
const LONGEST = 4_000;

const escaped = (text: string): string =>
  clip(visible(text), LONGEST).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

const LINE_BREAK = /\r\n|[\n\r\v\f\x85\u2028\u2029]/;

/** Controls, invisible and direction-changing characters, halves of surrogate pairs, and what is no character. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|\p{Noncharacter_Code_Point}/gu;

/** On one line, with what no reader would see written out: `\x1b`, `\u202e`. */
export const visible = (text: string): string =>
  text
    .split(LINE_BREAK)
    .join(' ')
    .replace(/\t/g, ' ')
    .replace(INVISIBLE, (character) => {
      const code = character.codePointAt(0) ?? 0;
      const digits = code.toString(16);
      if (code < 0x100) return `\\x${digits.padStart(2, '0')}`;
      return code > 0xffff ? `\\u{${digits}}` : `\\u${digits.padStart(4, '0')}`;
    });

/** A text of strangers on one line, at most so long. */
export const short = (text: string, length = 160): string => clip(visible(text).trim(), length);

/** The lines of a text, without the empty ones. */
export const linesOf = (text: string, length = 2_000): string[] =>
  text
    .split(LINE_BREAK)
    .map((line) => short(line, length))
    .filter((line) => line !== '');

/** A name or statement in the type of code. */
export const codeOf = (text: string, length = 160): Html => html`<code>${short(text, length)}</code>`;

/** What an id is made of: letters of ASCII, digits and hyphens. */
export const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);

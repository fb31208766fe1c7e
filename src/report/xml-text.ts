/** Text of strangers inside XML 1.0, which has no way to write some characters: those are shown as signs that stand for them. */

/** What XML 1.0 forbids (2.2 Characters), and what no reader sees: controls, marks of direction, halves of pairs. */
const UNSEEN = /[^\P{Cc}\t\n\r]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}\uFFFE\uFFFF]/gu;

const pictureOf = (character: string): string => {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\uFFFD';
};

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(UNSEEN, pictureOf)
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');

/** Between tags; lines stay lines. */
const xmlText = (text: string): string => escaped(text);

/** In quotes; a reader would take a line's end for a blank. */
const xmlAttribute = (text: string): string => escaped(text).replace(/\n/g, '&#10;').replace(/\t/g, '&#9;');

export interface XmlElement {
  readonly name: string;
  /** One that is undefined is left out. */
  readonly attributes?: Readonly<Record<string, string | number | undefined>>;
  /** Elements, or a text. */
  readonly content?: readonly XmlElement[] | string;
}

/** An element on lines of its own. */
export function xml({ name, attributes = {}, content = [] }: XmlElement, indent = ''): string {
  const given = Object.entries(attributes)
    .map(([key, value]) => (value === undefined ? '' : ` ${key}="${xmlAttribute(String(value))}"`))
    .join('');
  if (content.length === 0) return `${indent}<${name}${given}/>\n`;
  if (typeof content === 'string') return `${indent}<${name}${given}>${xmlText(content)}</${name}>\n`;
  const inner = content.map((element) => xml(element, `${indent}  `)).join('');
  return `${indent}<${name}${given}>\n${inner}${indent}</${name}>\n`;
}

/** What a CHECK constraint says of the range of a column, as the catalog prints its expression. */
import { type Instant, parseInstant } from './instant.ts';
import { type KeyType, keyStep } from './layout.ts';
import { finite, intersection, MAXVALUE, MINVALUE, type Range } from './range.ts';

export interface ClaimedColumn {
  readonly name: string;
  readonly type: KeyType;
}

const ANY: Range = { lower: MINVALUE, upper: MAXVALUE };

/**
 * The range that rows keep to by this constraint alone; what is said besides, joined by AND, only narrows it.
 * @param expression printed under TimeZone UTC and DateStyle ISO.
 * @returns undefined where it bounds the column at neither end, or never lets a row in.
 */
export function rangeOfCheck(expression: string, column: ClaimedColumn): Range | undefined {
  let range: Range | undefined = ANY;
  for (const part of conjuncts(expression)) {
    const claimed = rangeOfComparison(part, column);
    if (claimed && range) range = intersection(range, claimed);
  }
  if (!range) return undefined;
  return range.lower.kind === 'finite' || range.upper.kind === 'finite' ? range : undefined;
}

/** `a AND (b AND c)` as a, b and c; anything else is one. */
function conjuncts(expression: string): string[] {
  const text = unwrapped(expression.trim());
  const parts = split(text);
  return parts.length === 1 ? [text] : parts.flatMap(conjuncts);
}

/** Without parentheses around the whole. */
function unwrapped(text: string): string {
  let bare = text;
  while (bare.startsWith('(') && closing(bare) === bare.length - 1) bare = bare.slice(1, -1).trim();
  return bare;
}

/** Where the first parenthesis ends. */
function closing(text: string): number {
  let depth = 0;
  for (const { at, sign } of signs(text)) {
    if (sign === '(') depth++;
    if (sign === ')' && --depth === 0) return at;
  }
  return -1;
}

function split(text: string): string[] {
  const parts: string[] = [];
  let [depth, from] = [0, 0];
  for (const { at, sign } of signs(text)) {
    if (sign === '(') depth++;
    if (sign === ')') depth--;
    if (depth === 0 && text.startsWith(' AND ', at)) {
      parts.push(text.slice(from, at));
      from = at + 5;
    }
  }
  return [...parts, text.slice(from)];
}

/** The characters that stand outside of quotes. */
function* signs(text: string): Generator<{ readonly at: number; readonly sign: string }> {
  let quote: string | undefined;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (quote === undefined && (sign === "'" || sign === '"')) quote = sign;
    else if (sign === quote) quote = undefined;
    else if (quote === undefined) yield { at, sign };
  }
}

const COMPARISON =
  /^(?<column>"(?:[^"]|"")+"|[\p{L}_][\p{L}\p{N}_$]*) (?<sign>>=|>|<=|<|=) '(?<value>[^']*)'::(?<type>date|timestamp(?:\(\d\))? with(?:out)? time zone)$/u;

function rangeOfComparison(text: string, { name, type }: ClaimedColumn): Range | undefined {
  const groups = COMPARISON.exec(text)?.groups;
  if (!groups || identifier(groups['column'] ?? '') !== name || !isOfItsKind(groups['type'] ?? '', type))
    return undefined;
  const at = parseInstant(groups['value'] ?? '');
  if (at === undefined) return undefined;
  return rangeFrom(groups['sign'] ?? '', at, keyStep(type));
}

const identifier = (text: string): string =>
  text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text;

/** A date or a timestamp beside a timestamptz means another instant in each session's time zone. */
const isOfItsKind = (literal: string, type: KeyType): boolean =>
  type === 'timestamptz' ? literal.endsWith('with time zone') : !literal.endsWith('with time zone');

function rangeFrom(sign: string, at: Instant, step: bigint): Range {
  switch (sign) {
    case '>=':
      return { lower: finite(at), upper: MAXVALUE };
    case '>':
      return { lower: finite(at + step), upper: MAXVALUE };
    case '<=':
      return { lower: MINVALUE, upper: finite(at + step) };
    case '<':
      return { lower: MINVALUE, upper: finite(at) };
    default:
      return { lower: finite(at), upper: finite(at + step) };
  }
}

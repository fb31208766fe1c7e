/** Where SQL can be broken: the places that operators look for, by tokens. */
import type { Piece, Token } from './tokens.ts';

/** One change of a file's text. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** What is put in further ahead. */
  readonly before?: { readonly at: number; readonly text: string };
}

/** From a first to a last token. */
export type Span = readonly [Token, Token];

export const replacement = ([first, last]: Span, text: string): Edit => ({
  start: first.start,
  end: last.end,
  text,
});

export const insertion = (at: number, text: string): Edit => ({ start: at, end: at, text });

/** The place of what closes the parenthesis at `open`. */
export function closing(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let i = open; i < tokens.length; i += 1) {
    const text = tokens[i]?.text;
    if (text === '(' || text === '[') depth += 1;
    if (text === ')' || text === ']') depth -= 1;
    if (depth === 0) return i;
  }
  return tokens.length - 1;
}

const RAISE_OPTIONS = new Set([
  'errcode',
  'detail',
  'hint',
  'message',
  'timezone',
  'datestyle',
  'row_security',
]);

/** Whether the `=` gives a value to an option or a variable, or stands in an UPDATE's SET. */
export function isRaiseOption(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.text ?? '';
  if (RAISE_OPTIONS.has(before) || before === 'default_tablespace' || before === 'intervalstyle') return true;
  const clause = tokens
    .slice(0, at)
    .findLast(({ text }) =>
      ['set', 'where', ';', 'diagnostics', 'select', 'then', 'on', 'if'].includes(text),
    );
  return clause?.text === 'set' || clause?.text === 'diagnostics';
}

/** Whether the `and` belongs to a BETWEEN. */
export const isBetween = (tokens: readonly Token[], at: number): boolean => {
  const before = tokens
    .slice(0, at)
    .findLast(({ text }) => ['between', 'and', 'or', 'where', ';', 'then', 'when'].includes(text));
  return before?.text === 'between';
};

/** Whether the token is in what an error or a notice says: no behaviour. */
export function isSaid(tokens: readonly Token[], at: number): boolean {
  const start = tokens.slice(0, at).findLastIndex(({ text }) => text === ';' || text === 'raise');
  return tokens[start]?.text === 'raise';
}

interface Found {
  readonly text: string;
  readonly span: Span;
}

const STARTS = new Set([';', 'begin', 'then', 'else', 'loop']);

/** The statements of a body, without their semicolons; statements that hold others are none. */
export function statements({ tokens }: Piece): Found[] {
  return tokens.flatMap((first, at): Found[] => {
    if (at > 0 && !STARTS.has(tokens[at - 1]?.text ?? '')) return [];
    const end = tokens.findIndex(({ text }, i) => i > at && text === ';');
    const last = tokens[end - 1];
    if (end < 0 || !last || at === 0) return [];
    const words = tokens.slice(at, end).map(({ text }) => text);
    if (['if', 'for', 'loop', 'case', 'begin', 'end', 'foreach'].includes(first.text)) return [];
    return [{ text: words.join(' '), span: [first, last] }];
  });
}

const CLAUSE_ENDS = new Set([
  'group',
  'order',
  'limit',
  'union',
  'loop',
  'into',
  'having',
  'then',
  'returning',
  ';',
  'window',
]);

/** The parts of each WHERE that are joined by AND. */
export function conjuncts({ tokens }: Piece): Span[] {
  return tokens.flatMap((token, at): Span[] => {
    if (token.text !== 'where') return [];
    const spans: Span[] = [];
    let depth = 0;
    let from = at + 1;
    let isRange = false;
    const close = (to: number): void => {
      const [first, last] = [tokens[from], tokens[to - 1]];
      if (first && last && to > from) spans.push([first, last]);
      from = to + 1;
      isRange = false;
    };
    for (let i = at + 1; i <= tokens.length; i += 1) {
      const text = tokens[i]?.text ?? ';';
      if (depth === 0 && (CLAUSE_ENDS.has(text) || text === ')')) {
        close(i);
        break;
      }
      if (text === '(' || text === '[' || text === 'case') depth += 1;
      if (text === ')' || text === ']' || text === 'end') depth -= 1;
      if (depth > 0) continue;
      if (text === 'between') isRange = true;
      else if (text === 'and' && isRange) isRange = false;
      else if (text === 'and') close(i);
      else if (text === 'or') return [];
    }
    return spans;
  });
}

/** `end if`, `create table if not exists`. */
const NO_IF = new Set(['end', 'table', 'index', 'schema', 'view', 'column', 'constraint']);

/** What IF, ELSIF, EXIT WHEN and CASE WHEN decide by. */
export function conditions({ tokens }: Piece): Span[] {
  return tokens.flatMap((token, at): Span[] => {
    const isIf = ['if', 'elsif'].includes(token.text) && !NO_IF.has(tokens[at - 1]?.text ?? '');
    const isWhen = token.text === 'when';
    if (!isIf && !isWhen) return [];
    const end = tokens.findIndex(({ text }, i) => i > at && (text === 'then' || text === ';'));
    const [first, last] = [tokens[at + 1], tokens[end - 1]];
    if (end < 0 || !first || !last) return [];
    // A CASE over a value, and the conditions of an exception, are no truth values.
    const isTruth = tokens.slice(at + 1, end).length > 1;
    return isTruth ? [[first, last]] : [];
  });
}

/** A partition's bound, as an archive's file says it, made anew as SQL: the file is from outside, and may say anything. */
import { quoteLiteral } from '../../postgres/connection.ts';

const QUOTED = /'((?:[^']|'')*)'/y;
/** What the catalog prints without quotes. */
const BARE = /MINVALUE|MAXVALUE|true|false|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?(?![\w.])|B'[01]*'/y;

/**
 * @param bound as the catalog prints it: `FOR VALUES FROM ('2024-01-01 00:00:00+00', MINVALUE) TO (…)`.
 * @returns the same of literals alone, each quoted here; undefined where it holds anything else.
 */
export function boundSql(bound: string): string | undefined {
  const from = listAfter(bound, 'FOR VALUES FROM (', 0);
  if (from === undefined) return undefined;
  const to = listAfter(bound, ' TO (', from.end);
  if (to === undefined || to.end !== bound.length) return undefined;
  return `for values from (${from.literals.join(', ')}) to (${to.literals.join(', ')})`;
}

interface Literals {
  readonly literals: readonly string[];
  /** The place after the closing parenthesis. */
  readonly end: number;
}

function listAfter(text: string, words: string, start: number): Literals | undefined {
  if (!text.startsWith(words, start)) return undefined;
  const literals: string[] = [];
  let at = start + words.length;
  for (;;) {
    const literal = literalAt(text, at);
    if (literal === undefined) return undefined;
    literals.push(literal.sql);
    at = literal.end;
    if (text[at] === ')') return { literals, end: at + 1 };
    if (!text.startsWith(', ', at)) return undefined;
    at += 2;
  }
}

function literalAt(text: string, at: number): { readonly sql: string; readonly end: number } | undefined {
  QUOTED.lastIndex = at;
  const quoted = QUOTED.exec(text);
  if (quoted) {
    return { sql: quoteLiteral((quoted[1] ?? '').replaceAll("''", "'")), end: QUOTED.lastIndex };
  }
  BARE.lastIndex = at;
  const bare = BARE.exec(text);
  return bare ? { sql: bare[0], end: BARE.lastIndex } : undefined;
}

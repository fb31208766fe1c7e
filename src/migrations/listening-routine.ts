/** Makes functions and DO blocks tell of each error that one of their handlers catches; no line of them moves. */
import { type ErrorHandler, findHandlers } from './plpgsql-handlers.ts';
import type { SqlParser, SqlToken } from './sql-parser.ts';

/** A handler that is listened to. */
export interface HeardHandler extends ErrorHandler {
  /** The function's or procedure's name; undefined where it is a DO block. */
  readonly routine: string | undefined;
}

export interface ListeningRoutine {
  /** The statement with reports in its handlers; as it was where it has none to listen to. */
  readonly text: string;
  readonly handlers: readonly HeardHandler[];
}

/**
 * @param sql CREATE FUNCTION, CREATE PROCEDURE or DO.
 * @param report SQL to put first into a handler, as a whole statement.
 */
export function listenIn(
  parser: SqlParser,
  sql: string,
  options: {
    readonly isHeard: (handler: ErrorHandler) => boolean;
    readonly report: (handler: HeardHandler) => string;
  },
): ListeningRoutine {
  const nothing = { text: sql, handlers: [] };
  if (!HANDLER.test(sql)) return nothing;
  const tokens = parser.scan(sql);
  const literal = tokens && bodyOf(tokens);
  const body = literal && contentOf(literal.text);
  if (!tokens || !literal || !body || !isPlpgsql(tokens, literal)) return nothing;
  const routine = nameOf(tokens);
  const handlers = findHandlers(parser, body.content, outputsOf(tokens.slice(0, tokens.indexOf(literal))))
    .filter(options.isHeard)
    .map((handler) => ({ ...handler, routine }));
  // From the last to the first: what was put in moves what comes after.
  const content = [...handlers]
    .sort((a, b) => b.at - a.at)
    .reduce(
      (text, handler) => `${text.slice(0, handler.at)} ${options.report(handler)}${text.slice(handler.at)}`,
      body.content,
    );
  const text = sql.slice(0, literal.start) + body.quote(content) + sql.slice(literal.end);
  return handlers.length > 0 ? { text, handlers } : nothing;
}

const HANDLER = /\bexception\s+(?:--[^\n]*\n\s*|\/\*[^]*?\*\/\s*)*when\b/i;

/** The names that a function gives its caller values by. */
function outputsOf(signature: readonly SqlToken[]): ReadonlySet<string> {
  const names = new Set<string>();
  const table = signature.findIndex(
    (token, i) => token.text === 'table' && signature[i - 1]?.text === 'returns',
  );
  let depth = 0;
  for (const [i, { text }] of signature.entries()) {
    if (text === '(') depth += 1;
    if (text === ')') depth -= 1;
    const isFirst = [',', '('].includes(text) && depth === 1;
    if ((isFirst && table >= 0 && i > table) || text === 'out' || text === 'inout')
      names.add(signature[i + 1]?.text ?? '');
  }
  return names;
}

/** Of a function the text after AS, of a DO block the longest. */
function bodyOf(tokens: readonly SqlToken[]): SqlToken | undefined {
  const strings = tokens.filter((token) => token.kind === 'string');
  if (tokens[0]?.text !== 'do')
    return tokens.find((token, i) => token.kind === 'string' && tokens[i - 1]?.text === 'as');
  return strings.reduce<SqlToken | undefined>(
    (longest, token) => (longest && longest.text.length >= token.text.length ? longest : token),
    undefined,
  );
}

interface Content {
  readonly content: string;
  readonly quote: (content: string) => string;
}

/** Undefined where backslashes or Unicode escapes stand for something else. */
function contentOf(literal: string): Content | undefined {
  const [, tag] = /^(\$[^$]*\$)/.exec(literal) ?? [];
  if (tag !== undefined) {
    return { content: literal.slice(tag.length, -tag.length), quote: (content) => tag + content + tag };
  }
  if (!literal.startsWith("'")) return undefined;
  return {
    content: literal.slice(1, -1).replaceAll("''", "'"),
    quote: (content) => `'${content.replaceAll("'", "''")}'`,
  };
}

/** A DO block is unless it says otherwise. */
function isPlpgsql(tokens: readonly SqlToken[], body: SqlToken): boolean {
  const named = tokens.findIndex((token, i) => token.text === 'language' && tokens[i + 1] !== body);
  if (named < 0) return tokens[0]?.text === 'do';
  return tokens[named + 1]?.text.replace(/^['"]|['"]$/g, '').toLowerCase() === 'plpgsql';
}

function nameOf(tokens: readonly SqlToken[]): string | undefined {
  if (tokens[0]?.text === 'do') return undefined;
  const from = tokens.findIndex((token) => ['function', 'procedure'].includes(token.text)) + 1;
  const to = tokens.findIndex((token, i) => i >= from && token.text === '(');
  const name = tokens.slice(from, to).map((token) => token.text.replaceAll('"', ''));
  return name.join('').replace(/^public\./, '');
}

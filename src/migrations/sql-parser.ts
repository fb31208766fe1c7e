/** PostgreSQL's own parser: loaded once, when the first file is read, and its answers in plain types. */

/** A node of the parse tree: one key, the node's type. */
export type ParseNode = Readonly<Record<string, unknown>>;

export interface RawStatement {
  readonly node: ParseNode;
  /** In bytes of UTF-8. */
  readonly start: number;
  readonly end: number;
}

export type ParseAnswer =
  | { readonly kind: 'parsed'; readonly statements: readonly RawStatement[] }
  /** `at`: in characters (code points), counted from 0. */
  | { readonly kind: 'refused'; readonly message: string; readonly at: number };

interface ParserModule {
  readonly loadModule: () => Promise<void>;
  readonly parseSync: (text: string) => unknown;
  readonly scanSync: (text: string) => unknown;
}

let loading: Promise<SqlParser> | undefined;

/** The parser, once its WebAssembly is loaded. */
export function loadSqlParser(): Promise<SqlParser> {
  loading ??= load();
  return loading;
}

export interface SqlParser {
  readonly parse: (text: string) => ParseAnswer;
  /** The text's tokens without its comments; undefined where it can't be told apart into any. */
  readonly scan: (text: string) => readonly SqlToken[] | undefined;
}

/** A token of SQL, or of PL/pgSQL, whose tokens are the same. */
export interface SqlToken {
  /** As written; of a word, in lower case. */
  readonly text: string;
  readonly kind: 'word' | 'quoted-name' | 'string' | 'other';
  /** In the text, as JavaScript counts. */
  readonly start: number;
  readonly end: number;
}

async function load(): Promise<SqlParser> {
  const module: ParserModule = await import('libpg-query');
  await module.loadModule();
  return { parse: (text) => parse(module, text), scan: (text) => scan(module, text) };
}

function parse(module: ParserModule, text: string): ParseAnswer {
  const nul = text.indexOf('\0');
  if (nul >= 0) {
    return {
      kind: 'refused',
      message: 'a NUL character, which SQL cannot hold',
      at: [...text.slice(0, nul)].length,
    };
  }
  if (text === '') return { kind: 'parsed', statements: [] };
  try {
    const answer = module.parseSync(text);
    const length = Buffer.byteLength(text);
    return { kind: 'parsed', statements: listOf(answer, 'stmts').map((raw) => statementOf(raw, length)) };
  } catch (error) {
    const { message, cursorPosition } = detailsOf(error);
    return { kind: 'refused', message, at: cursorPosition };
  }
}

function scan(module: ParserModule, text: string): readonly SqlToken[] | undefined {
  const indexOf = indexOfByte(text);
  try {
    return listOf(module.scanSync(text), 'tokens').flatMap((token) => {
      const name = textOf(token, 'tokenName') ?? '';
      if (name.endsWith('COMMENT')) return [];
      const [start, end] = [indexOf(numberOf(token, 'start') ?? 0), indexOf(numberOf(token, 'end') ?? 0)];
      const written = text.slice(start, end);
      const kind = kindOf(name, written);
      return [{ text: kind === 'word' ? written.toLowerCase() : written, kind, start, end }];
    });
  } catch {
    return undefined;
  }
}

/** For offsets that grow: the index in the text of a byte of its UTF-8. */
function indexOfByte(text: string): (offset: number) => number {
  let [index, bytes] = [0, 0];
  return (offset) => {
    while (bytes < offset && index < text.length) {
      const code = text.codePointAt(index) ?? 0;
      bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
      index += code < 0x10000 ? 1 : 2;
    }
    return index;
  };
}

function kindOf(name: string, written: string): SqlToken['kind'] {
  if (/^(?:[$']|[eEbBxXnN]'|[uU]&')/.test(written) && name !== 'PARAM') return 'string';
  if (/^(?:"|[uU]&")/.test(written)) return 'quoted-name';
  return /^[\p{L}_]/u.test(written) ? 'word' : 'other';
}

function statementOf(raw: ParseNode, textLength: number): RawStatement {
  const start = numberOf(raw, 'stmt_location') ?? 0;
  const length = numberOf(raw, 'stmt_len') ?? 0;
  return { node: nodeOf(raw, 'stmt') ?? {}, start, end: length === 0 ? textLength : start + length };
}

/** Anything but a syntax error means that the text is too much for the parser: its memory or its stack ended. */
function detailsOf(error: unknown): { readonly message: string; readonly cursorPosition: number } {
  const details = isNode(error) ? nodeOf(error, 'sqlDetails') : undefined;
  const cursorPosition = details && numberOf(details, 'cursorPosition');
  if (details && cursorPosition !== undefined) {
    return { message: textOf(details, 'message') ?? 'syntax error', cursorPosition };
  }
  return { message: 'too large or too deeply nested to be split into statements', cursorPosition: 0 };
}

export const isNode = (value: unknown): value is ParseNode => typeof value === 'object' && value !== null;

/** Readers of a node's fields: the parser leaves out what is zero, false or empty. */
export function nodeOf(node: ParseNode, key: string): ParseNode | undefined {
  const value = node[key];
  return isNode(value) && !Array.isArray(value) ? value : undefined;
}

export function listOf(node: unknown, key: string): ParseNode[] {
  const value = isNode(node) ? node[key] : undefined;
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** The items of a list that are nodes of the type. */
export function itemsOf(node: ParseNode, key: string, type: string): ParseNode[] {
  const items: ParseNode[] = [];
  for (const item of listOf(node, key)) {
    const found = nodeOf(item, type);
    if (found) items.push(found);
  }
  return items;
}

export function textOf(node: ParseNode, key: string): string | undefined {
  const value = node[key];
  return typeof value === 'string' ? value : undefined;
}

export function numberOf(node: ParseNode, key: string): number | undefined {
  const value = node[key];
  return typeof value === 'number' ? value : undefined;
}

/** The strings of a list of String nodes, such as a qualified name. */
export const namesOf = (node: ParseNode, key: string): string[] =>
  itemsOf(node, key, 'String').map((item) => textOf(item, 'sval') ?? '');

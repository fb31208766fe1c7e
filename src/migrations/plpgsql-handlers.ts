/** The exception handlers of a PL/pgSQL body: which errors they catch, and what they make of them. */
import type { CaughtResponse } from '../domain/session-trace.ts';
import { parseBlocks, type PlBlock, type PlHandler, type PlLoop, type PlNode } from './plpgsql-blocks.ts';
import type { SqlParser, SqlToken } from './sql-parser.ts';

export interface ErrorHandler {
  /** In lower case: `others`, `check_violation`, `sqlstate 42p17`. */
  readonly conditions: readonly string[];
  /** `raised`: each error goes on as an error. */
  readonly response: CaughtResponse | 'raised';
  /** Behind THEN, in the body. */
  readonly at: number;
  /** Set where the block is tried again and again: whether this was the last time, as SQL; undefined if it can't be told. */
  readonly retry?: { readonly isLast: string | undefined };
}

/**
 * None where the body can't be read.
 * @param outputs what the function gives its caller values by.
 */
export function findHandlers(
  parser: SqlParser,
  body: string,
  outputs: ReadonlySet<string>,
): readonly ErrorHandler[] {
  const tokens = parser.scan(body);
  if (!tokens) return [];
  try {
    const block = parseBlocks(tokens);
    return block ? handlersIn(block, { loops: [], after: [], outputs }) : [];
  } catch (error) {
    // Blocks too deep for the stack.
    if (error instanceof RangeError) return [];
    throw error;
  }
}

interface Surroundings {
  /** The innermost last, each with what follows in it. */
  readonly loops: readonly { readonly loop: PlLoop; readonly rest: readonly PlNode[] }[];
  /** What is run after the node, in its function. */
  readonly after: readonly PlNode[];
  readonly outputs: ReadonlySet<string>;
}

function handlersIn(node: PlNode, around: Surroundings): ErrorHandler[] {
  switch (node.kind) {
    case 'simple':
      return [];
    case 'branches':
      return node.branches.flatMap((branch) => inList(branch, around));
    case 'loop':
      return inList(node.body, { ...around, loops: [...around.loops, { loop: node, rest: [] }] });
    case 'block': {
      const retry = retryOf(node, around);
      return [
        ...inList(node.body, around),
        ...node.handlers.map((handler) => ({
          conditions: conditionsOf(handler.conditions),
          response: responseOf(handler, around),
          at: handler.at,
          ...(retry ? { retry } : {}),
        })),
        ...node.handlers.flatMap((handler) => inList(handler.actions, around)),
      ];
    }
  }
}

const inList = (nodes: readonly PlNode[], { loops, after, outputs }: Surroundings): ErrorHandler[] =>
  nodes.flatMap((node, i) => {
    const rest = nodes.slice(i + 1);
    const innermost = loops.at(-1);
    return handlersIn(node, {
      loops: innermost
        ? [...loops.slice(0, -1), { loop: innermost.loop, rest: [...rest, ...innermost.rest] }]
        : loops,
      after: [...rest, ...after],
      outputs,
    });
  });

function conditionsOf(tokens: readonly SqlToken[]): string[] {
  const conditions: string[] = [];
  for (const { text, kind } of tokens) {
    if (kind === 'string')
      conditions.push(`${conditions.pop() ?? ''} ${text.slice(1, -1)}`.trim().toLowerCase());
    else if (text !== 'or') conditions.push(text.replaceAll('"', ''));
  }
  return conditions;
}

const startsWith = (node: PlNode, ...words: readonly string[]): boolean =>
  node.kind === 'simple' && words.includes(node.tokens[0]?.text ?? '');

/** Every node within nodes, handlers' actions included. */
const everyNode = (nodes: readonly PlNode[]): PlNode[] =>
  nodes.flatMap((node) => {
    switch (node.kind) {
      case 'simple':
        return [node];
      case 'branches':
        return [node, ...everyNode(node.branches.flat())];
      case 'loop':
        return [node, ...everyNode(node.body)];
      case 'block':
        return [node, ...everyNode(node.body), ...everyNode(node.handlers.flatMap((h) => h.actions))];
    }
  });

const TELLING = ['debug', 'log', 'info', 'notice', 'warning'];

const isRaise = (node: PlNode): boolean =>
  node.kind === 'simple' && node.tokens[0]?.text === 'raise' && !TELLING.includes(node.tokens[1]?.text ?? '');

/** Reached whenever the nodes are run to their end. */
const raisesAlways = (nodes: readonly PlNode[]): boolean =>
  nodes.some((node) => isRaise(node) || (node.kind === 'block' && raisesAlways(node.body)));

function responseOf({ actions }: PlHandler, { after, outputs }: Surroundings): ErrorHandler['response'] {
  if (raisesAlways(actions)) return 'raised';
  const nodes = everyNode(actions);
  if (nodes.some(isRaise)) return 'chosen';
  const effects = nodes.map(effectOf);
  if (effects.includes('mended')) return 'mended';
  const uses = nodes.flatMap(assignedIn).map((name) => (outputs.has(name) ? 'answered' : useOf(name, after)));
  if (uses.includes('kept')) return 'kept';
  if (uses.includes('answered') || effects.includes('answered')) return 'answered';
  return effects.includes('told') ? 'told' : 'silent';
}

/** Names of what takes notes, or counts what went wrong. */
const NOTES =
  /log|audit|hist|err|fail|event|note|notif|record|report|warn|skip|status|message|pg_sleep|set_config|clock/i;

function effectOf(node: PlNode): CaughtResponse {
  if (node.kind !== 'simple') return 'silent';
  const [first, second] = node.tokens;
  const word = first?.text ?? '';
  const rest = node.tokens.slice(1);
  switch (word) {
    case 'raise':
    case 'notify':
      return 'told';
    case 'return':
      return second === undefined || ['new', 'old', 'null'].includes(second.text) ? 'silent' : 'answered';
    case 'insert':
    case 'update':
      return NOTES.test(targetOf(word === 'insert' ? node.tokens.slice(2) : rest)) ? 'told' : 'mended';
    case 'perform':
    case 'call':
      return NOTES.test(targetOf(rest)) ? 'told' : 'mended';
    case 'execute': {
      const sql = rest.find((token) => token.kind === 'string')?.text ?? '';
      return /^\W*insert\s+into\s/i.test(sql.slice(1)) && NOTES.test(sql) ? 'told' : 'mended';
    }
    case 'alter':
    case 'copy':
    case 'create':
    case 'delete':
    case 'drop':
    case 'lock':
    case 'merge':
    case 'truncate':
    case 'with':
      return 'mended';
    default:
      return 'silent';
  }
}

/** `schema.name` in front of other tokens. */
function targetOf(tokens: readonly SqlToken[]): string {
  const name: string[] = [];
  for (const { text, kind } of tokens) {
    if (text !== '.' && kind !== 'word' && kind !== 'quoted-name') break;
    if (name.length > 0 && text !== '.' && name.at(-1) !== '.') break;
    name.push(text);
  }
  return name.join('');
}

const ASSIGNS = new Set([':=', '=']);

/** The variables that a statement gives a value: by assignment, INTO, or GET DIAGNOSTICS. */
function assignedIn(node: PlNode): string[] {
  if (node.kind !== 'simple') return [];
  const { tokens } = node;
  const [first] = tokens;
  if (first?.text === 'get') {
    return tokens.flatMap((token, i) => (ASSIGNS.has(tokens[i + 1]?.text ?? '') ? [token.text] : []));
  }
  const into = tokens.findIndex((token) => token.text === 'into');
  if (into > 0 && first?.text !== 'insert') return [tokens[into + 1]?.text ?? ''];
  const isAssignment =
    first?.kind !== 'string' && tokens.slice(1, 6).some((token, i) => ASSIGNS.has(token.text) && i < 5);
  return isAssignment && first && !STATEMENTS.has(first.text) ? [first.text] : [];
}

const STATEMENTS = new Set(['update', 'insert', 'delete', 'select', 'perform', 'execute', 'raise', 'return']);

const mentions = (tokens: readonly SqlToken[], name: string): boolean =>
  tokens.some((token) => token.text === name);

/** What comes of a variable that a handler sets: an error or another statement, an answer, or only a notice. */
function useOf(name: string, after: readonly PlNode[]): CaughtResponse {
  const uses = everyNode(after).flatMap((node): CaughtResponse[] => {
    if (node.kind === 'simple') return mentions(node.tokens, name) ? [consequenceOf(node)] : [];
    if (node.kind === 'branches' && mentions(node.header, name))
      return everyNode(node.branches.flat()).map(consequenceOf);
    return [];
  });
  return uses.includes('kept') ? 'kept' : uses.includes('answered') ? 'answered' : 'silent';
}

const consequenceOf = (node: PlNode): CaughtResponse =>
  isRaise(node) || effectOf(node) === 'mended' ? 'kept' : effectOf(node);

/** A loop that ends as soon as its block gets through: no error is skipped by trying again. */
function retryOf(block: PlBlock, { loops }: Surroundings): ErrorHandler['retry'] {
  const innermost = loops.at(-1);
  if (!innermost) return undefined;
  const { loop, rest } = innermost;
  const [word, name] = loop.header;
  const own = everyNode(block.body);
  const ends = own.some((node) => startsWith(node, 'exit', 'return'));
  const endsAfter =
    rest.some((node) => startsWith(node, 'exit', 'return')) &&
    !everyNode(loop.body).some((node) => startsWith(node, 'fetch'));
  const endsByItself =
    word?.text === 'while' && own.flatMap(assignedIn).some((n) => mentions(loop.header, n));
  if (!ends && !endsAfter && !endsByItself) return undefined;
  return { isLast: word?.text === 'for' && name ? lastOf(loop.header, name.text) : undefined };
}

/** `for attempt in 1 .. 5`: `attempt = 5`. */
function lastOf(header: readonly SqlToken[], variable: string): string | undefined {
  const dots = header.findIndex((token) => token.text === '..');
  const bound = header.slice(dots + 1);
  const [only] = bound;
  if (dots < 0 || bound.length !== 1 || !only || !/^[\w$]+$/.test(only.text)) return undefined;
  return `${variable} = ${only.text}`;
}

/** The ways in which SQL is broken: each finds its places by tokens, and says what stands there instead. */
import type { Piece, Token } from './tokens.ts';
import {
  closing,
  conditions,
  conjuncts,
  insertion,
  isBetween,
  isRaiseOption,
  isSaid,
  replacement,
  statements,
  type Edit,
} from './sites.ts';

export interface Operator {
  readonly name: string;
  /** What it does, for the page. */
  readonly does: string;
  readonly edits: (piece: Piece) => readonly Edit[];
}

const each = (piece: Piece, edit: (token: Token, at: number) => Edit | undefined): Edit[] =>
  piece.tokens.flatMap((token, at) => (isSaid(piece.tokens, at) ? [] : (edit(token, at) ?? [])));

const swap =
  (others: Readonly<Record<string, string>>, applies: (piece: Piece, at: number) => boolean = () => true) =>
  (piece: Piece): Edit[] =>
    each(piece, (token, at) => {
      const other = others[token.text];
      return other !== undefined && applies(piece, at) ? replacement([token, token], other) : undefined;
    });

const isCall = ({ tokens }: Piece, at: number): boolean => tokens[at + 1]?.text === '(';

/** A range's bound, not a text in lower case. */
const isBound = (piece: Piece, at: number): boolean =>
  isCall(piece, at) && piece.routine !== 'partition_maintenance_window';

/** The bound that is read is moved by some time, another one at each place. */
const SHIFTS = ['1 second', '1 day', '1 month'] as const;

function shifts(piece: Piece): Edit[] {
  return each(piece, (token, at) => {
    const isInstant = ['lower', 'upper'].includes(token.text) && isBound(piece, at);
    // A finite bound stays finite.
    if (!isInstant || piece.tokens[at - 2]?.text === 'isfinite') return undefined;
    const last = piece.tokens[closing(piece.tokens, at + 1)];
    const shift = SHIFTS[token.start % SHIFTS.length] ?? SHIFTS[0];
    return (
      last && { ...insertion(last.end, ` + interval '${shift}')`), before: { at: token.start, text: '(' } }
    );
  });
}

const INTERVALS: Readonly<Record<string, string>> = {
  "'1 microsecond'": "'1 second'",
  "'1 month'": "'2 months'",
  "'1 year'": "'2 years'",
  "'2 years'": "'1 year'",
};

const LOCKING =
  /^(?:perform pg_(?:try_)?advisory|perform lock_|perform .*\block_for|execute format \( 'lock table)/;

const dropped = (piece: Piece, applies: (text: string) => boolean): Edit[] =>
  statements(piece).flatMap(({ text, span }) => (applies(text) ? replacement(span, 'null') : []));

const DROPPABLE = /^(?:perform|execute|insert|delete|update|create (?:unique )?index)\b/;

export const OPERATORS: readonly Operator[] = [
  {
    name: 'comparison shifted',
    does: '`<` becomes `<=`, `>=` becomes `>`, and back',
    edits: swap({ '<': '<=', '<=': '<', '>': '>=', '>=': '>' }),
  },
  {
    name: 'comparison turned',
    does: '`=` becomes `<>`, `<>` becomes `=`',
    edits: swap({ '=': '<>', '<>': '=', '!=': '=' }, (piece, at) => !isRaiseOption(piece.tokens, at)),
  },
  {
    name: 'bound shifted',
    does: 'a second, a day or a month is added to `lower(…)` or `upper(…)` of a range',
    edits: shifts,
  },
  {
    name: 'bound swapped',
    does: '`lower(…)` becomes `upper(…)`, and back; `least` and `greatest`, too',
    edits: swap({ lower: 'upper', upper: 'lower', least: 'greatest', greatest: 'least' }, isBound),
  },
  {
    name: 'interval changed',
    does: "a constant such as `interval '1 year'` becomes another",
    edits: (piece) =>
      each(piece, (token, at) => {
        const other = INTERVALS[token.text];
        const isConstant = other !== undefined && piece.tokens[at - 1]?.text === 'interval';
        return isConstant ? replacement([token, token], other) : undefined;
      }),
  },
  {
    name: 'number changed',
    does: 'an integer constant becomes the next',
    edits: (piece) =>
      each(piece, (token) =>
        /^\d{1,5}$/.test(token.text)
          ? replacement([token, token], String(Number(token.text) + 1))
          : undefined,
      ),
  },
  {
    name: 'sign turned',
    does: '`+` becomes `-`, and back',
    edits: swap({ '+': '-', '-': '+' }),
  },
  {
    name: 'lock removed',
    does: 'a statement that takes a lock does nothing',
    edits: (piece) => dropped(piece, (text) => LOCKING.test(text)),
  },
  {
    name: 'lock kept',
    does: 'an advisory lock of the transaction becomes one of the session',
    edits: swap({
      pg_advisory_xact_lock: 'pg_advisory_lock',
      pg_try_advisory_xact_lock: 'pg_try_advisory_lock',
    }),
  },
  {
    name: 'lock weakened',
    does: '`access exclusive`, `share row exclusive` or `share` becomes `access share`',
    edits: (piece) =>
      each(piece, (token, at) => {
        if (token.text !== 'mode' || !piece.tokens.some(({ text }) => text === 'lock')) return undefined;
        const words = piece.tokens.slice(0, at);
        const from = words.findLastIndex(({ text }) => text === 'in');
        const [first, last] = [words[from + 1], words.at(-1)];
        return from >= 0 && first && last ? replacement([first, last], 'access share') : undefined;
      }),
  },
  {
    name: 'statement dropped',
    does: 'a PERFORM, EXECUTE, INSERT, UPDATE, DELETE or CREATE INDEX does nothing',
    edits: (piece) => dropped(piece, (text) => DROPPABLE.test(text) && !LOCKING.test(text)),
  },
  {
    name: 'refusal dropped',
    does: 'a RAISE EXCEPTION becomes a NOTICE',
    edits: (piece) =>
      each(piece, (token, at) => {
        const next = piece.tokens[at + 1];
        return token.text === 'raise' && next?.text === 'exception' && piece.tokens[at + 2]?.text !== 'using'
          ? replacement([next, next], 'notice')
          : undefined;
      }),
  },
  {
    name: 'condition removed',
    does: 'one of the conditions of a WHERE is always true',
    edits: (piece) => conjuncts(piece).map((span) => replacement(span, 'true')),
  },
  {
    name: 'AND and OR swapped',
    does: '`and` becomes `or`, and back',
    edits: swap(
      { and: 'or', or: 'and' },
      (piece, at) => !isBetween(piece.tokens, at) && isCondition(piece, at),
    ),
  },
  {
    name: 'branch turned',
    does: 'the condition of an IF, ELSIF, EXIT or CASE is negated',
    edits: (piece) =>
      conditions(piece).flatMap(([first, last]) => ({
        ...insertion(last.end, ')'),
        before: { at: first.start, text: 'not (' },
      })),
  },
  {
    name: 'existence turned',
    does: '`not exists` becomes `exists`',
    edits: (piece) =>
      each(piece, (token, at) => {
        const next = piece.tokens[at + 1];
        const isTest = token.text === 'not' && next?.text === 'exists' && piece.tokens[at + 2]?.text === '(';
        return isTest && next ? replacement([token, next], 'exists') : undefined;
      }),
  },
  {
    name: 'order turned',
    does: 'the first key of an ORDER BY is sorted the other way',
    edits: orders,
  },
  {
    name: 'default removed',
    does: '`coalesce(a, b)` becomes `(a)`',
    edits: defaults,
  },
  {
    name: 'argument turned',
    does: 'a constant `true` becomes `false`, and back',
    edits: swap({ true: 'false', false: 'true' }),
  },
  {
    name: 'cascade',
    does: '`restrict` becomes `cascade`',
    edits: swap({ restrict: 'cascade' }),
  },
  {
    name: 'time zone changed',
    does: '`UTC` becomes `America/New_York`',
    edits: swap({ "'utc'": "'America/New_York'" }),
  },
  {
    name: 'setting removed',
    does: "a function's own TimeZone, DateStyle or row_security is the session's",
    edits: (piece) =>
      each(piece, (token, at) => {
        const [name, equals, value] = piece.tokens.slice(at + 1, at + 4);
        const isOwn = token.text === 'set' && /^(?:timezone|datestyle|row_security)$/.test(name?.text ?? '');
        return isOwn && equals?.text === '=' && value ? replacement([token, value], '') : undefined;
      }),
  },
];

/** `or` also stands in CREATE OR REPLACE and in lists of an exception's conditions. */
function isCondition({ tokens }: Piece, at: number): boolean {
  if (tokens[at - 1]?.text === 'create' || tokens[at + 1]?.text === 'replace') return false;
  const before = tokens
    .slice(0, at)
    .findLast(({ text }) => ['when', 'then', 'if', 'where', 'exception'].includes(text));
  if (before?.text !== 'when') return true;
  // The conditions of an exception are single words.
  return tokens[at - 2]?.text !== 'when' && tokens[at - 2]?.text !== 'or';
}

function orders(piece: Piece): Edit[] {
  return each(piece, (token, at) => {
    if (token.text !== 'order' || piece.tokens[at + 1]?.text !== 'by') return undefined;
    let depth = 0;
    for (let i = at + 2; i < piece.tokens.length; i += 1) {
      const { text } = piece.tokens[i] ?? token;
      if (text === '(' || text === '[') depth += 1;
      const ends = [')', ']', ',', ';', 'limit', 'loop', 'nulls', 'desc', ')'].includes(text);
      if (depth === 0 && ends) return orderAt(piece, i);
      if (text === ')' || text === ']') depth -= 1;
    }
    return orderAt(piece, piece.tokens.length);
  });
}

function orderAt({ tokens }: Piece, end: number): Edit | undefined {
  const [last, next] = [tokens[end - 1], tokens[end]];
  if (next?.text === 'desc') return replacement([next, next], '');
  return last && insertion(last.end, ' desc');
}

function defaults(piece: Piece): Edit[] {
  return each(piece, (token, at) => {
    if (token.text !== 'coalesce' || !isCall(piece, at)) return undefined;
    const end = closing(piece.tokens, at + 1);
    let depth = 0;
    let comma = -1;
    for (let i = at + 2; i < end; i += 1) {
      const { text } = piece.tokens[i] ?? token;
      if (text === '(' || text === '[') depth += 1;
      if (text === ')' || text === ']') depth -= 1;
      if (text === ',' && depth === 0) comma = i;
    }
    const [from, to] = [piece.tokens[comma], piece.tokens[end - 1]];
    return comma > 0 && from && to ? replacement([from, to], '') : undefined;
  });
}

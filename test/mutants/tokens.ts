/** The shipped SQL as tokens of PostgreSQL's own scanner, piece by piece: bodies of routines, and the SQL in their strings. */
import { loadModule, parseSync, scanSync } from 'libpg-query';

export interface Token {
  /** In lower case. */
  readonly text: string;
  /** In the file, which is ASCII: bytes and characters are the same. */
  readonly start: number;
  readonly end: number;
  readonly isWord: boolean;
}

/** Tokens that belong together: a body, a definition, or a string that holds SQL. */
export interface Piece {
  readonly file: string;
  /** The function, procedure, table or DO block that it is part of. */
  readonly routine: string;
  /** Where the statement is that it belongs to. */
  readonly from: number;
  readonly to: number;
  readonly tokens: readonly Token[];
}

interface Cut extends Omit<Piece, 'tokens'> {
  readonly text: string;
  readonly start: number;
}

/** Every piece of a migration file, in the order in which they begin. */
export async function readPieces(file: string, text: string): Promise<readonly Piece[]> {
  await loadModule();
  const { stmts = [] } = parseSync(text);
  return stmts.flatMap(({ stmt_location: start = 0, stmt_len: length = text.length - start }) => {
    const cut = text.slice(start, start + length);
    if (/^(?:\s|--.*\n)*comment\b/i.test(cut)) return [];
    return piecesOf({ file, routine: routineName(cut), from: start, to: start + length, text: cut, start });
  });
}

const ROUTINE =
  /create (?:or replace )?(?:function|procedure|view|table|unique index|index)(?: if not exists)? (?:%\d?\$?I\.)?(\w+)/;

/** The name that is made, first of all the one inside of a DO block that makes a procedure. */
function routineName(text: string): string {
  const block = /^(?:\s|--.*\n)*do \$(\w+)\$/.exec(text)?.[1];
  if (block !== undefined && !/create or replace procedure/.test(text)) return `DO ${block}`;
  return ROUTINE.exec(text)?.[1] ?? text.trim().split(/\s+/).slice(0, 3).join(' ');
}

function piecesOf(cut: Cut): Piece[] {
  const { file, routine, from, to } = cut;
  const scanned = scanSync(masked(cut.text)).tokens.filter(({ tokenName }) => !tokenName.endsWith('COMMENT'));
  const tokens = scanned.map(({ start, end, text }) => ({
    text: text.toLowerCase(),
    start: cut.start + start,
    end: cut.start + end,
    isWord: /^[a-z_]\w*$/i.test(text),
  }));
  const inner = scanned.flatMap(({ start, end, tokenName }) =>
    tokenName === 'SCONST'
      ? innerOf({ ...cut, text: cut.text.slice(start, end), start: cut.start + start })
      : [],
  );
  return [{ file, routine, from, to, tokens }, ...inner];
}

/** format()'s numbered places, `%1$I`, are no tokens: words of the same length stand for them. */
const masked = (text: string): string => text.replace(/%(\d)\$([IsL])/g, 'p$1_$2');

const SQL =
  /^\s*(?:--.*\n\s*)*(?:create|select|alter|lock|insert|delete|update|with|declare|begin|drop|grant|revoke|add)\b/i;

/** What a string constant holds, where that is SQL. */
function innerOf(constant: Cut): Piece[] {
  const quote = /^(?:\$\w*\$|')/.exec(constant.text)?.[0] ?? '';
  const text = constant.text.slice(quote.length, -quote.length);
  if (quote === '' || !SQL.test(text)) return [];
  // An ordinary string's doubled quotes are read as two strings side by side: nothing in them is of interest.
  return piecesOf({ ...constant, text, start: constant.start + quote.length });
}

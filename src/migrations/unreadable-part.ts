/** Why the parser refused a text, in words that help: psql's own commands and inline rows are no SQL. */
import type { StatementProblem } from './migration.ts';

const COPY_FROM_STDIN = /^[ \t]*copy\b[^;]*\bfrom\s+stdin\b[^;]*;/gim;

/** @param refusal `at` is in code points, counted from 0. */
export function unreadablePart(
  text: string,
  refusal: { readonly message: string; readonly at: number },
): StatementProblem {
  const offset = offsetOfCodePoint(text, refusal.at);
  const line = lineOfOffset(text, offset);
  const copy = [...text.matchAll(COPY_FROM_STDIN)].find((match) => match.index < offset);
  if (copy) return inlineCopy(lineOfOffset(text, copy.index));
  if (text[offset] === '\\') {
    const command = /^\\\S{0,20}/.exec(text.slice(offset, offset + 40))?.[0] ?? '\\';
    return {
      kind: 'psql-command',
      message: `${command} is a command of psql, not SQL; ${adviceOn(command)}`,
      line,
    };
  }
  return { kind: 'syntax', message: refusal.message.replace(/\s+/g, ' '), line };
}

function adviceOn(command: string): string {
  if (/^\\(?:un)?restrict$/.test(command))
    return 'pg_dump writes it for psql alone: take out both \\restrict and \\unrestrict';
  if (/^\\(?:c|connect)$/.test(command)) return 'migrations run in one database: take it out';
  if (/^\\ir?$/.test(command)) return 'put the SQL of that file in its place';
  return 'take it out';
}

export const inlineCopy = (line: number): StatementProblem => ({
  kind: 'inline-copy',
  message: 'COPY … FROM stdin with rows in the file cannot be played; write them as INSERT … VALUES',
  line,
});

function offsetOfCodePoint(text: string, count: number): number {
  let offset = 0;
  for (let i = 0; i < count && offset < text.length; i++) {
    offset += (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
  }
  return offset;
}

/** Counted from 1. */
export function lineOfOffset(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

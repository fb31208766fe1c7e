/** A migration's text as statements, each with the line its first token is on. */
import type { Statement, StatementProblem } from './migration.ts';
import { routineOf } from './routine-body.ts';
import { serverWishes } from './server-wishes.ts';
import { isNode, type ParseNode, type RawStatement, type SqlParser } from './sql-parser.ts';
import { mustRunOutsideTransaction } from './transaction-rules.ts';
import { inlineCopy, unreadablePart } from './unreadable-part.ts';

export interface SqlText {
  readonly file: string;
  readonly text: string;
  /** The file's line of each line of the text; absent where the lines are the same. */
  readonly lines?: readonly number[];
}

/** Splits by PostgreSQL's own parser; what it refuses is one statement, the whole text, with the reason. */
export function splitStatements(parser: SqlParser, source: SqlText): readonly Statement[] {
  const answer = parser.parse(source.text);
  if (answer.kind === 'refused') return [unparsed(source, unreadablePart(source.text, answer))];
  const bytes = Buffer.from(source.text, 'utf8');
  const lineAt = lineCounter(bytes);
  return answer.statements.map((raw) => statementOf({ parser, raw, bytes, source, line: lineAt(raw.start) }));
}

function statementOf(options: {
  readonly parser: SqlParser;
  readonly raw: RawStatement;
  readonly bytes: Buffer;
  readonly source: SqlText;
  readonly line: number;
}): Statement {
  const { parser, raw, source, line } = options;
  const bytes = options.bytes.subarray(raw.start, raw.end);
  const text = bytes.toString('utf8').trimEnd();
  const [kind = 'Empty', value] = Object.entries(raw.node)[0] ?? [];
  const node: ParseNode = isNode(value) ? value : {};
  const routine = routineOf({ parser, kind, node, bytes, start: raw.start });
  const wishes = serverWishes(parser, kind, node);
  return {
    ...place(source, line, text),
    text,
    kind,
    outsideTransaction: mustRunOutsideTransaction(kind, node),
    ...(routine ? { routine } : {}),
    ...(wishes ? { wishes } : {}),
    ...(readsInlineData(kind, node) ? { problem: inlineCopy(fileLine(source, line)) } : {}),
  };
}

/** `COPY … FROM stdin`: the server would wait for rows that no one sends. */
const readsInlineData = (kind: string, node: ParseNode): boolean =>
  kind === 'CopyStmt' && node['is_from'] === true && node['filename'] === undefined;

function unparsed(source: SqlText, problem: StatementProblem): Statement {
  const blank = /^\s*/.exec(source.text)?.[0] ?? '';
  const text = source.text.slice(blank.length).trimEnd();
  return {
    ...place(source, blank.split('\n').length, text),
    text,
    kind: 'Unparsed',
    outsideTransaction: false,
    problem: { ...problem, line: fileLine(source, problem.line) },
  };
}

const fileLine = ({ lines }: SqlText, line: number): number => lines?.[line - 1] ?? line;

function place(source: SqlText, line: number, text: string): Pick<Statement, 'file' | 'line' | 'lines'> {
  const lines = source.lines?.slice(line - 1, line - 1 + text.split('\n').length);
  return { file: source.file, line: fileLine(source, line), ...(lines ? { lines } : {}) };
}

/** Lines of growing offsets, each newline being counted once. */
function lineCounter(bytes: Buffer): (offset: number) => number {
  let line = 1;
  let next = bytes.indexOf(10);
  return (offset) => {
    while (next >= 0 && next < offset) {
      line++;
      next = bytes.indexOf(10, next + 1);
    }
    return line;
  };
}

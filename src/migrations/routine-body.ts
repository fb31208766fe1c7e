/** The functions, procedures and DO blocks that statements hold: their names, argument types and where the body begins. */
import type { RoutineBody } from './migration.ts';
import {
  isNode,
  itemsOf,
  listOf,
  namesOf,
  nodeOf,
  numberOf,
  type ParseNode,
  type SqlParser,
  textOf,
} from './sql-parser.ts';

/** @param bytes the statement's text in UTF-8. @param start where it begins in what was parsed. */
export function routineOf(options: {
  readonly parser: SqlParser;
  readonly kind: string;
  readonly node: ParseNode;
  readonly bytes: Buffer;
  readonly start: number;
}): RoutineBody | undefined {
  const { parser, kind, node, bytes, start } = options;
  if (kind !== 'DoStmt' && kind !== 'CreateFunctionStmt') return undefined;
  const definitions = itemsOf(node, kind === 'DoStmt' ? 'args' : 'options', 'DefElem');
  const body = definitions.find((option) => textOf(option, 'defname') === 'as');
  const location = (body && numberOf(body, 'location')) ?? start;
  const bodyStartsAfterLines = newlinesBefore(bytes, openingQuote(bytes, location - start));
  if (kind === 'DoStmt') return { argumentTypes: [], bodyStartsAfterLines };
  const [name, schema] = namesOf(node, 'funcname').reverse();
  if (name === undefined) return undefined;
  return {
    name: { name, ...(schema === undefined ? {} : { schema }) },
    argumentTypes: itemsOf(node, 'parameters', 'FunctionParameter').flatMap(argumentType),
    bodyStartsAfterLines,
    ...sqlStatementsOf(),
  };

  function sqlStatementsOf(): Pick<RoutineBody, 'sqlStatements'> {
    if (body) {
      if (languageOf(definitions) !== 'sql') return {};
      return {
        sqlStatements: linesInText(parser, bodyText(body)).map((line) => bodyStartsAfterLines + line),
      };
    }
    const statements = listOf(nodeOf(nodeOf(node, 'sql_body') ?? {}, 'List'), 'items');
    const nested = statements.flatMap((item) =>
      isNode(item['List']) ? listOf(item['List'], 'items') : [item],
    );
    const offsets = nested.flatMap((statement) => firstLocation(statement) ?? []);
    return offsets.length > 0
      ? { sqlStatements: offsets.map((at) => newlinesBefore(bytes, at - start)) }
      : {};
  }
}

const languageOf = (definitions: readonly ParseNode[]): string | undefined => {
  const language = definitions.find((option) => textOf(option, 'defname') === 'language');
  return language && textOf(nodeOf(nodeOf(language, 'arg') ?? {}, 'String') ?? {}, 'sval')?.toLowerCase();
};

const bodyText = (body: ParseNode): string =>
  itemsOf(nodeOf(nodeOf(body, 'arg') ?? {}, 'List') ?? {}, 'items', 'String')
    .map((item) => textOf(item, 'sval') ?? '')
    .join('');

/** Lines from the text's first line to each of its statements; none where they can't be told apart. */
function linesInText(parser: SqlParser, text: string): number[] {
  const answer = parser.parse(text);
  if (answer.kind === 'refused') return [];
  const bytes = Buffer.from(text, 'utf8');
  return answer.statements.map((statement) => newlinesBefore(bytes, statement.start));
}

/** The least place that any node below tells, in bytes: of a statement that tells none itself. */
function firstLocation(node: ParseNode): number | undefined {
  const places = Object.entries(node).flatMap(([key, value]) => {
    if (key === 'location' && typeof value === 'number') return [value];
    return isNode(value) ? (firstLocation(value) ?? []) : [];
  });
  return places.length > 0 ? Math.min(...places) : undefined;
}

/** Where the body's quote is: after the word AS, blanks and comments, where the parser points at AS. */
function openingQuote(bytes: Buffer, from: number): number {
  if (!/^as\b/i.test(bytes.subarray(from, from + 3).toString('latin1'))) return from;
  const rest = bytes.subarray(from + 2).toString('latin1');
  const blank = /^(?:\s+|--[^\r\n]*|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/)*/.exec(rest);
  return from + 2 + (blank?.[0].length ?? 0);
}

function newlinesBefore(bytes: Buffer, end: number): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0 && at < end; at = bytes.indexOf(10, at + 1)) count++;
  return count;
}

const OUTPUT_ONLY: ReadonlySet<string> = new Set(['FUNC_PARAM_OUT', 'FUNC_PARAM_TABLE']);

function argumentType(parameter: ParseNode): string[] {
  if (OUTPUT_ONLY.has(textOf(parameter, 'mode') ?? '')) return [];
  const type = nodeOf(parameter, 'argType') ?? {};
  const name = namesOf(type, 'names').at(-1) ?? '';
  return [(PRINTED_TYPE[name] ?? name) + (listOf(type, 'arrayBounds').length > 0 ? '[]' : '')];
}

/** Internal type names whose printed form differs. */
const PRINTED_TYPE: Readonly<Record<string, string>> = {
  int2: 'smallint',
  int4: 'integer',
  int8: 'bigint',
  bool: 'boolean',
  float4: 'real',
  float8: 'double precision',
  varchar: 'character varying',
  bpchar: 'character',
  varbit: 'bit varying',
  timestamptz: 'timestamp with time zone',
  timestamp: 'timestamp without time zone',
  timetz: 'time with time zone',
  time: 'time without time zone',
};

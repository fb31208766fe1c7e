/** The functions, procedures and DO blocks that statements hold: their names, argument types and where the body begins. */
import type { RoutineBody } from './migration.ts';
import { itemsOf, listOf, namesOf, nodeOf, numberOf, type ParseNode, textOf } from './sql-parser.ts';

/** @param bytes the statement's text in UTF-8. @param start where it begins in what was parsed. */
export function routineOf(options: {
  readonly kind: string;
  readonly node: ParseNode;
  readonly bytes: Buffer;
  readonly start: number;
}): RoutineBody | undefined {
  const { kind, node, bytes, start } = options;
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
  };
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

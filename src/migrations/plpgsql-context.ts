/** The frames of an error's context, as PL/pgSQL and SQL functions write them: innermost first. */

export interface ContextFrame {
  /** Undefined for a DO block. */
  readonly routine?: CalledRoutine;
  /** Of the body, counted from 1 at its opening quote; undefined where the server does not say. */
  readonly line?: number;
  /** What was running there: `EXECUTE`, `SQL statement`, `RAISE`. */
  readonly at?: string;
  /** Which statement of the body of an SQL function, counted from 1. */
  readonly statement?: number;
}

export interface CalledRoutine {
  readonly schema?: string;
  readonly name: string;
  /** Undefined where the server names the function only. */
  readonly argumentTypes?: readonly string[];
}

const RUNNING = /^PL\/pgSQL function (.+) line (\d+) at (.+)$/;
const ENTERING = /^PL\/pgSQL function (.+) (?:during|while) .+$/;
const COMPILING = /^compilation of PL\/pgSQL function "(.+)" near line (\d+)$/;
const SQL_FUNCTION = /^SQL function "(.+)" (?:statement (\d+)|during (?:startup|inlining))$/;

export const parseContext = (context: string): ContextFrame[] => context.split('\n').flatMap(frameOf);

function frameOf(text: string): ContextFrame[] {
  const running = RUNNING.exec(text);
  if (running) return [{ ...routine(running[1]), line: Number(running[2]), at: running[3] ?? '' }];
  const compiling = COMPILING.exec(text);
  if (compiling) return [{ ...routine(compiling[1]), line: Number(compiling[2]) }];
  const sql = SQL_FUNCTION.exec(text);
  if (sql) return [{ ...routine(sql[1]), ...(sql[2] === undefined ? {} : { statement: Number(sql[2]) }) }];
  const entering = ENTERING.exec(text);
  return entering ? [routine(entering[1])] : [];
}

function routine(signature = ''): { readonly routine?: CalledRoutine } {
  if (signature === 'inline_code_block') return {};
  const [schema, name] = qualifiedName(signature);
  const args = /\((.*)\)$/.exec(signature.slice(nameLength(signature)))?.[1];
  return {
    routine: {
      name,
      ...(schema === undefined ? {} : { schema }),
      ...(args === undefined ? {} : { argumentTypes: args === '' ? [] : args.split(',') }),
    },
  };
}

const NAME = /^(?:"(?:[^"]|"")*"|[^".(]+)(?:\.(?:"(?:[^"]|"")*"|[^".(]+))?/;

const nameLength = (signature: string): number => NAME.exec(signature)?.[0].length ?? 0;

function qualifiedName(signature: string): [schema: string | undefined, name: string] {
  const parts = (NAME.exec(signature)?.[0] ?? signature).match(/"(?:[^"]|"")*"|[^".]+/g) ?? [signature];
  const [name = signature, schema] = parts.map(unquoted).reverse();
  return [schema, name];
}

const unquoted = (part: string): string =>
  part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part;

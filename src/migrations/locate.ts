/** Where in the migrations an error arose: the innermost line known, of a function's body, a DO block or a statement. */
import type { Location } from '../domain/location.ts';
import type { Migration, RoutineBody, Statement } from './migration.ts';
import { type CalledRoutine, type ContextFrame, parseContext } from './plpgsql-context.ts';

/** What the server's error says of its place; positions count characters from 1, as the protocol gives them. */
export interface FailurePlace {
  readonly context?: string | undefined;
  /** In the statement that was sent. */
  readonly position?: string | number | undefined;
  /** In a query that a function ran. */
  readonly internalPosition?: string | number | undefined;
  readonly internalQuery?: string | undefined;
}

type Routine = Statement & { readonly routine: RoutineBody };

export function locate(
  failure: FailurePlace,
  statement: Statement,
  migrations: readonly Migration[],
): Location;
export function locate(
  failure: FailurePlace,
  statement: Statement | undefined,
  migrations: readonly Migration[],
): Location | undefined;
/** @param statement what was sent; undefined where it is no migration's, such as the configured call. */
export function locate(
  failure: FailurePlace,
  statement: Statement | undefined,
  migrations: readonly Migration[],
): Location | undefined {
  return locateAll(failure, statement, migrations)[0];
}

/**
 * Every place that is known, the innermost first; where functions were called, the last is where the migrations' own
 * statement called them.
 */
export function locateAll(
  failure: FailurePlace,
  statement: Statement | undefined,
  migrations: readonly Migration[],
): readonly Location[] {
  if (statement && failure.position !== undefined) return [atPosition(statement, Number(failure.position))];
  const frames = parseContext(failure.context ?? '');
  const outermostBlock = frames.findLastIndex((frame) => frame.routine === undefined);
  const known = definitions(migrations, statement);
  const isBlock = statement?.routine !== undefined && statement.routine.name === undefined;
  const places: Location[] = [];
  for (const [index, frame] of frames.entries()) {
    const body = frame.routine
      ? findRoutine(known, frame.routine)
      : index === outermostBlock && statement && isRoutine(statement)
        ? statement
        : undefined;
    const place = body && inBody(body, frame, index === 0 ? failure : {});
    if (place) places.push(place);
  }
  if (!statement || (isBlock && outermostBlock >= 0 && places.length > 0)) return places;
  return [...places, { file: statement.file, line: statement.line }];
}

/** The line that stands at a place, trimmed; of a statement that begins there its first line. */
export function lineAt(migrations: readonly Migration[], { file, line }: Location): string | undefined {
  const migration = migrations.findLast((m) => m.file === file);
  const begins = migration?.statements.find((statement) => statement.line === line);
  const lines = begins ? begins.text.split('\n') : (migration?.text.split('\n').slice(line - 1) ?? []);
  const [first = '', second = ''] = lines.map((text) => text.trim());
  // What opens a bracket at its end says nothing without the next.
  return first.endsWith('(') ? first + second : first || undefined;
}

/** The last definition of a function or procedure: the line that its CREATE begins on. */
export function locateDefinition(
  migrations: readonly Migration[],
  name: string,
  schema?: string,
): Location | undefined {
  const found = findRoutine(definitions(migrations, undefined), { name, ...(schema ? { schema } : {}) });
  return found && { file: found.file, line: found.line };
}

/** The file's line of a line of a function's body, as PL/pgSQL counts it. */
export function locateFunctionLine(
  migrations: readonly Migration[],
  name: string,
  lineInBody: number,
): Location | undefined {
  const found = findRoutine(definitions(migrations, undefined), { name });
  return found && inBody(found, { line: lineInBody }, {});
}

const isRoutine = (statement: Statement): statement is Routine => statement.routine !== undefined;

/** The routines that exist when the statement runs, newest first. */
function definitions(migrations: readonly Migration[], until: Statement | undefined): Routine[] {
  const found: Routine[] = [];
  for (const { statements } of migrations) {
    for (const statement of statements) {
      if (isRoutine(statement) && statement.routine.name) found.unshift(statement);
      if (statement === until) return found;
    }
  }
  return found;
}

/** The one with the same argument types; else with as many; else of the same name. */
function findRoutine(routines: readonly Routine[], called: CalledRoutine): Routine | undefined {
  const sameName = routines.filter(({ routine: { name } }) => {
    if (name?.name !== called.name) return false;
    return name.schema === undefined || called.schema === undefined || name.schema === called.schema;
  });
  const wanted = called.argumentTypes;
  if (!wanted) return sameName[0];
  const sameCount = sameName.filter(({ routine }) => routine.argumentTypes.length === wanted.length);
  const sameTypes = sameCount.find(({ routine }) =>
    routine.argumentTypes.every((type, i) => bareType(type) === bareType(wanted[i] ?? '')),
  );
  return sameTypes ?? sameCount[0] ?? sameName[0];
}

const bareType = (type: string): string => type.replace(/^.*\.(?=[^.]*$)/, '').replaceAll('"', '');

function inBody(body: Routine, frame: ContextFrame, failure: FailurePlace): Location | undefined {
  const inSql = frame.statement === undefined ? undefined : body.routine.sqlStatements?.[frame.statement - 1];
  if (inSql !== undefined) return lineOfText(body, inSql);
  if (frame.line === undefined) return { file: body.file, line: body.line };
  const position = Number(failure.internalPosition ?? 0);
  const within =
    frame.at === 'SQL statement' && failure.internalQuery !== undefined && position > 0
      ? newlinesBefore(failure.internalQuery, position)
      : 0;
  return lineOfText(body, body.routine.bodyStartsAfterLines + frame.line - 1 + within);
}

/** @param after lines after the text's first; undefined where the text has no such line. */
function lineOfText(statement: Statement, after: number): Location | undefined {
  if (after >= statement.text.split('\n').length) return undefined;
  return { file: statement.file, line: statement.lines?.[after] ?? statement.line + after };
}

const atPosition = (statement: Statement, position: number): Location =>
  lineOfText(statement, newlinesBefore(statement.text, position)) ?? {
    file: statement.file,
    line: statement.line,
  };

/** Newlines among the characters before a position counted from 1. */
function newlinesBefore(text: string, position: number): number {
  let at = 1;
  let count = 0;
  for (const character of text) {
    if (at++ >= position) break;
    if (character === '\n') count++;
  }
  return count;
}

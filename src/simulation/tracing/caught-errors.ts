/** Collects what handlers tell of the errors that they caught, each with the place at which it arose. */
import type { Client } from 'pg';
import type { Location } from '../../domain/location.ts';
import type { CaughtError, CaughtResponse } from '../../domain/session-trace.ts';
import type { HeardHandler } from '../../migrations/listening-routine.ts';
import { locate } from '../../migrations/locate.ts';
import type { Migration, Statement } from '../../migrations/migration.ts';
import { parseContext } from '../../migrations/plpgsql-context.ts';
import type { SessionWatch, WatchedStatement } from '../lock-watch.ts';
import { firstLine } from '../../postgres/sql-failure.ts';

/** What a handler says of itself begins so, and goes on with its number. */
const MARK = 'partition_guard caught by handler ';

/** Notices of the level INFO reach the session whatever it wants to hear; what they carry is read without operators. */
export const report = (id: number, { retry }: HeardHandler): string =>
  [
    'declare partition_guard_state text; partition_guard_message text; partition_guard_context text; begin',
    'get stacked diagnostics partition_guard_state = returned_sqlstate,',
    'partition_guard_message = message_text, partition_guard_context = pg_exception_context;',
    `raise info using message = '${MARK}${id}', column = partition_guard_state,`,
    'detail = partition_guard_message, hint = partition_guard_context',
    `${retry?.isLast === undefined ? '' : `, constraint = (${retry.isLast})::text`}; end;`,
  ].join(' ');

/** What a notice may say, as the client hands it on. */
type Notice = Parameters<Parameters<Client['on']>[1]>[0] & {
  readonly message?: string | undefined;
  readonly detail?: string | undefined;
  readonly hint?: string | undefined;
  readonly column?: string | undefined;
  readonly constraint?: string | undefined;
  readonly where?: string | undefined;
};

interface Caught {
  readonly handler: HeardHandler;
  readonly sqlstate: string;
  readonly message: string;
  /** Where it arose, and where its handler is: innermost first. */
  readonly context: string;
  readonly heardAt: string;
  readonly statement: Statement | undefined;
  times: number;
}

/** Handlers that catch without end must not fill the memory. */
const MOST_KINDS = 500;
const LONGEST = 10_000;

export class CaughtErrors implements SessionWatch {
  readonly #handlers: readonly HeardHandler[];
  readonly #migrations: readonly Migration[];
  readonly #callLocation: Location | undefined;
  readonly #caught = new Map<string, Caught>();
  #current: Statement | undefined;

  /** @param handlers by the numbers in their reports. */
  constructor(
    handlers: readonly HeardHandler[],
    migrations: readonly Migration[],
    callLocation: Location | undefined,
  ) {
    this.#handlers = handlers;
    this.#migrations = migrations;
    this.#callLocation = callLocation;
  }

  hear({ message, detail, hint, column, constraint, where }: Notice): void {
    if (!message?.startsWith(MARK)) return;
    const handler = this.#handlers[Number(message.slice(MARK.length))];
    // What is tried once more is not given up yet.
    if (!handler || (handler.retry && constraint !== 'true')) return;
    const context = (hint ?? '').slice(0, LONGEST);
    const key = JSON.stringify([message, column, context]);
    const known = this.#caught.get(key);
    if (known) known.times += 1;
    else if (this.#caught.size < MOST_KINDS)
      this.#caught.set(key, {
        handler,
        sqlstate: column ?? '',
        message: (detail ?? '').slice(0, LONGEST),
        context,
        heardAt: (where ?? '').slice(0, LONGEST),
        statement: this.#current,
        times: 1,
      });
  }

  async during<T>({ location }: WatchedStatement, run: () => Promise<T>): Promise<T> {
    const statements = this.#migrations.flatMap((m) => (m.file === location?.file ? m.statements : []));
    this.#current = statements.find((statement) => statement.line === location?.line);
    return run();
  }

  afterStatement(): Promise<void> {
    return Promise.resolve();
  }

  transactionEnded(): void {
    this.#current = undefined;
  }

  found(): CaughtError[] {
    return [...this.#caught.values()].map((caught) => this.#errorOf(caught));
  }

  #errorOf({ handler, sqlstate, message, context, heardAt, statement, times }: Caught): CaughtError {
    const location = locate({ context }, statement, this.#migrations) ?? this.#callLocation;
    const line = location && this.#lineAt(location);
    return {
      sqlstate,
      message,
      conditions: handler.conditions,
      response: isUnread(handler, heardAt) ? 'unheard' : (handler.response as CaughtResponse),
      acts: acts(context, handler, line),
      times,
      ...(handler.routine === undefined ? {} : { routine: handler.routine }),
      ...(location ? { location } : {}),
      ...(line === undefined ? {} : { statement: firstLine(line) }),
    };
  }

  #lineAt({ file, line }: Location): string | undefined {
    const lines = this.#migrations.find((m) => m.file === file)?.text.split(/\r\n|[\r\n]/) ?? [];
    return lines[line - 1]?.trim();
  }
}

/** A value is for nobody where a statement of a file calls, or PERFORM does. */
function isUnread({ response }: HeardHandler, heardAt: string): boolean {
  const [, caller] = parseContext(heardAt);
  return response === 'answered' && (caller?.at === undefined || caller.at === 'PERFORM');
}

const QUERY = /^SQL statement "\s*(\w+)/;
const LOOKS_UP = ['select', 'values', 'table', 'show', 'explain', 'fetch'];
/** What PL/pgSQL calls a statement that only computes something. */
const COMPUTES =
  /^(?:assignment|IF|CASE|RETURN.*|PERFORM|WHILE.*|FOR .*|FOREACH.*|EXIT|ASSERT|statement block.*)$/;

/** Whether anything between the error and its handler was to change something: a statement, or a check that raises. */
function acts(context: string, { routine }: HeardHandler, line: string | undefined): boolean {
  const lines = context.split('\n');
  const queries = lines.flatMap((text) => QUERY.exec(text)?.[1]?.toLowerCase() ?? []);
  if (queries.some((word) => !LOOKS_UP.includes(word) && word !== 'with')) return true;
  if (/^SQL statement "\s*with\b.*\b(?:insert|update|delete|merge)\b/im.test(context)) return true;
  const frames = parseContext(context);
  const own = frames.findIndex((frame) => frame.routine?.name === routine?.replace(/^.*\./, ''));
  const inside = frames.slice(0, own < 0 ? frames.length : own + 1);
  if (inside.some(({ at }) => at === 'RAISE' || at === 'CALL')) return true;
  const [innermost] = inside;
  // The text of a query that could not be planned is not in the context: the line in the file tells.
  if (innermost?.at === undefined || COMPUTES.test(innermost.at) || QUERY.test(context)) return false;
  return !/^\s*(?:select|perform|values)\b/i.test(line ?? '');
}

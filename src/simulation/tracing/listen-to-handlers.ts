/** Plays a pass again with handlers that tell of what they catch, where one is there that could hide an error. */
import type { Client } from 'pg';
import { mayHide } from '../../checks/no-silent-skip.ts';
import type { Pass, StepRecord } from '../../domain/history.ts';
import type { PassPlan, Step } from '../../domain/scenario.ts';
import type { Listening } from '../../domain/session-trace.ts';
import { type HeardHandler, listenIn } from '../../migrations/listening-routine.ts';
import type { Migration, Statement } from '../../migrations/migration.ts';
import { loadSqlParser, type SqlParser } from '../../migrations/sql-parser.ts';
import { CaughtErrors, report } from './caught-errors.ts';
import { callLocation } from '../interval-call.ts';
import { OWN_SCHEMA } from '../ledger.ts';
import { play } from '../play-step.ts';
import type { RunContext } from '../run-context.ts';
import type { Templates } from '../templates.ts';
import { type ThrowawayDatabase, withDatabase } from '../throwaway-database.ts';

/** The pass with what its handlers caught; as it is where none could hide anything. */
export async function listenToHandlers(
  context: RunContext,
  templates: Templates,
  plan: PassPlan,
  { database, pass }: { readonly database: ThrowawayDatabase; readonly pass: Pass },
): Promise<Pass> {
  const played = pass.records.filter((record) => !record.given);
  if (!played.some(({ step }) => runsSql(step))) return pass;
  const parser = await loadSqlParser();
  const heard: HeardHandler[] = [];
  const listener: Listener = { parser, heard };
  const definitions = await routinesOf(database.observer);
  const written = Object.values(context.migrations).flat();
  const handlers = [...definitions, ...textsOf(written)].flatMap((text) => handlersIn(parser, text));
  if (!handlers.some(mayHide)) {
    return handlers.length > 0 ? { ...pass, records: pass.records.map(withNothingHidden) } : pass;
  }
  const template = await templates.prepared(plan.given);
  const name = await templates.clone(template);
  try {
    const found = await withDatabase(context, { ...template, name }, (again) =>
      replay(context, again, { listener, steps: played.map((record) => record.step) }),
    );
    return { ...pass, records: withCaught(pass.records, found) };
  } finally {
    await context.server.dropDatabase(name);
  }
}

/** What was found in a text: every pass asks again. */
const known = new WeakMap<SqlParser, Map<string, readonly HeardHandler[]>>();

function handlersIn(parser: SqlParser, text: string): readonly HeardHandler[] {
  const found = known.get(parser) ?? new Map<string, readonly HeardHandler[]>();
  known.set(parser, found);
  const handlers =
    found.get(text) ?? listenIn(parser, text, { isHeard: () => true, report: () => '' }).handlers;
  found.set(text, handlers);
  return handlers;
}

/** Handlers are there, and what they say shows that none hides an error. */
const withNothingHidden = (record: StepRecord): StepRecord =>
  !record.given && record.outcome.kind === 'done' && runsSql(record.step)
    ? { ...record, caught: { kind: 'heard', errors: [] } }
    : record;

const runsSql = ({ kind }: Step): boolean => kind !== 'seed' && kind !== 'book-ahead';

interface Listener {
  readonly parser: SqlParser;
  /** Handlers tell of themselves by their place in here. */
  readonly heard: HeardHandler[];
}

const ROUTINE_KINDS = ['CreateFunctionStmt', 'DoStmt'];

const textsOf = (migrations: readonly Migration[]): string[] =>
  migrations.flatMap((m) => m.statements).flatMap((s) => (ROUTINE_KINDS.includes(s.kind) ? [s.text] : []));

function listening({ parser, heard }: Listener, text: string): string {
  const routine = listenIn(parser, text, {
    isHeard: mayHide,
    report: (handler) => report(heard.push(handler) - 1, handler),
  });
  return routine.text;
}

/** Definitions of the functions and procedures that may have a handler. */
async function routinesOf(observer: Client): Promise<string[]> {
  const { rows } = await observer.query<{ definition: string }>(
    `select pg_catalog.pg_get_functiondef(p.oid) as definition
       from pg_catalog.pg_proc p
       join pg_catalog.pg_namespace n on n.oid = p.pronamespace
       join pg_catalog.pg_language l on l.oid = p.prolang
      where l.lanname = 'plpgsql' and p.prokind in ('f', 'p') and p.prosrc ~* 'exception\\s[^;]*\\mwhen\\M'
        and n.nspname not in ('pg_catalog', 'information_schema', $1)
        and not exists (select from pg_catalog.pg_depend d where d.classid = 'pg_catalog.pg_proc'::regclass
                           and d.objid = p.oid and d.deptype = 'e')
      order by p.oid`,
    [OWN_SCHEMA],
  );
  return rows.map((row) => row.definition);
}

interface Replay {
  readonly listener: Listener;
  readonly steps: readonly Step[];
}

/** One entry a step. */
async function replay(
  context: RunContext,
  database: ThrowawayDatabase,
  { listener, steps }: Replay,
): Promise<(Listening & { readonly ended: StepRecord['outcome']['kind'] })[]> {
  const again = (migrations: readonly Migration[]): Migration[] =>
    migrations.map((m) => ({ ...m, statements: m.statements.map((s) => listeningStatement(listener, s)) }));
  await listenToRoutines(database, listener);
  const { all, base, change } = context.migrations;
  const heard = { ...context, migrations: { all: again(all), base: again(base), change: again(change) } };
  const found: (Listening & { readonly ended: StepRecord['outcome']['kind'] })[] = [];
  for (const step of steps) {
    const errors = new CaughtErrors(listener.heard, all, callLocation(context));
    const { outcome } = await play(heard, listeningSessions(database, errors), step, {
      watchesLocks: false,
      watch: errors,
    });
    found.push({ kind: 'heard', errors: errors.found(), ended: outcome.kind });
  }
  return found;
}

const listeningStatement = (listener: Listener, statement: Statement): Statement =>
  ROUTINE_KINDS.includes(statement.kind)
    ? { ...statement, text: listening(listener, statement.text) }
    : statement;

/** What is there already, however it came to be; a function that the migrations' role may not replace is left as it is. */
async function listenToRoutines(database: ThrowawayDatabase, listener: Listener): Promise<void> {
  const definitions = await routinesOf(database.observer);
  await database.withMigrator(async (session) => {
    for (const definition of definitions) {
      const text = listening(listener, definition);
      if (text !== definition) await session.query(text).catch(() => undefined);
    }
  });
}

const listeningSessions = (database: ThrowawayDatabase, errors: CaughtErrors): ThrowawayDatabase => ({
  ...database,
  withMigrator: (use) =>
    database.withMigrator((session) => {
      session.on('notice', (notice) => errors.hear(notice));
      return use(session);
    }),
});

const NOT_HEARD =
  'Whether errors are swallowed is not known: played again to listen to the handlers, it ended otherwise.';

/** Only where the replay ended as the step had. */
function withCaught(
  records: readonly StepRecord[],
  found: readonly (Listening & { readonly ended: StepRecord['outcome']['kind'] })[],
): StepRecord[] {
  const rest = [...found];
  return records.map((record) => {
    const own = record.given ? undefined : rest.shift();
    if (!own || !runsSql(record.step)) return record;
    const { ended, ...listening } = own;
    const isSame = ended === record.outcome.kind || record.step.kind === 'cancelled-change';
    if (record.outcome.kind !== 'done') return record;
    return { ...record, caught: isSame ? listening : { kind: 'not-heard', reason: NOT_HEARD } };
  });
}

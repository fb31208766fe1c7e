/** Plays the steps of a pass once more, with every command noted: what it did, where it stands, and the rows it left. */
import type { Client } from 'pg';
import type { Origin, OriginEvent, StepRecord } from '../../domain/history.ts';
import type { PassPlan, Step } from '../../domain/scenario.ts';
import type { Statement } from '../../migrations/migration.ts';
import { withClient } from '../../postgres/connection.ts';
import { type Hooks, play } from '../play-step.ts';
import type { RunContext } from '../run-context.ts';
import type { Templates } from '../templates.ts';
import { type ThrowawayDatabase, withDatabase } from '../throwaway-database.ts';
import { OWN_SCHEMA } from '../ledger.ts';
import { type Count, prepareCounts, type Search, type SoughtRow } from './sought-rows.ts';
import { ddlTrace, DML_TRACE, MARK_FUNCTION, TRACE, traceObjects } from './trace-sql.ts';

/** One command of a replay, or a moment between two. */
export interface TracePoint {
  /** Of the steps that the pass played after its preparation, counted from 0. */
  readonly step: number;
  /** The migrations' statement that was running; undefined in a configured call. */
  readonly statement: Statement | undefined;
  /**
   * `start`, `end`, `drop`: of a command that defines objects; `dml`: after one that changes rows; `mark`: after a
   * statement or step; `reset`: rows were seeded before.
   */
  readonly kind: 'start' | 'end' | 'drop' | 'dml' | 'mark' | 'reset';
  readonly tag: string | undefined;
  readonly context: string;
  /** One for each search; undefined where nothing was counted. */
  readonly counts: readonly Count[] | undefined;
  readonly objects: readonly {
    readonly event: OriginEvent;
    readonly object: Origin['object'];
    /** Of a partition, as the catalog prints it. */
    readonly bound?: string | null;
  }[];
}

export interface Replay {
  readonly context: RunContext;
  readonly templates: Templates;
  readonly plan: PassPlan;
  /** What the steps came to the first time, without the preparation. */
  readonly records: readonly StepRecord[];
  readonly searches: readonly { readonly search: Search; readonly rows: readonly SoughtRow[] }[];
}

/** How much is noted: triggers may stand in the way of a migration that looks at triggers, or at whether there are any. */
type Means = 'every command' | 'definitions' | 'statements';

/**
 * @returns the points in the order in which they happened; undefined where a replay came to something else than was
 * seen the first time, with whatever means.
 */
export async function replayPass(replay: Replay): Promise<readonly TracePoint[] | undefined> {
  const { context, templates, plan } = replay;
  const template = await templates.prepared(plan.given);
  const means: readonly Means[] = (await mayTrace(context, template.name))
    ? ['every command', 'definitions', 'statements']
    : ['statements'];
  for (const mean of means) {
    const name = await templates.clone(template);
    try {
      const points = await withDatabase(context, { ...template, name }, (database) =>
        playAgain(replay, database, mean),
      );
      if (points) return points;
    } catch {
      // What a replay stumbles over says nothing of the migrations: the finding stays without a place.
    } finally {
      await context.server.dropDatabase(name);
    }
  }
  return undefined;
}

/** On a server given by its address the administrator may be anybody. */
async function mayTrace({ server }: RunContext, database: string): Promise<boolean> {
  return withClient(server.connection(database, 'admin'), async (admin) => {
    const { rows } = await admin.query<{ may: boolean }>(
      'select r.rolsuper as may from pg_catalog.pg_roles r where r.rolname = current_user',
    );
    return rows[0]?.may === true;
  });
}

interface Mark {
  readonly seq: number;
  readonly step: number;
  readonly statement: Statement | undefined;
}

async function playAgain(
  { context, plan, records, searches }: Replay,
  database: ThrowawayDatabase,
  means: Means,
): Promise<readonly TracePoint[] | undefined> {
  const { observer } = database;
  await install(context, database, searches, means);
  const marks: Mark[] = [];
  for (const [step, record] of records.entries()) {
    const planned = plan.when[step];
    if (!planned) break;
    let running: Statement | undefined;
    const inSession: Hooks['inSession'] = (session) => {
      const reset = async (): Promise<void> => {
        marks.push({ seq: await mark(session, 'reset'), step, statement: undefined });
      };
      return {
        beforeStatement: (statement) => (running = statement),
        afterStatement: async (statement) => {
          marks.push({ seq: await mark(session, 'mark'), step, statement });
          running = undefined;
        },
        afterFile: reset,
        afterSeeds: reset,
      };
    };
    const { outcome } = await uncounted(observer, planned, () =>
      play(context, database, planned, { watchesLocks: false, inSession }),
    );
    if (outcome.kind !== record.outcome.kind) return undefined;
    const kind = planned.kind === 'seed' || planned.kind === 'book-ahead' ? 'reset' : 'mark';
    marks.push({ seq: await mark(observer, kind), step, statement: running });
  }
  return readPoints(observer, marks);
}

async function install(
  { server }: RunContext,
  { name, observer }: ThrowawayDatabase,
  searches: Replay['searches'],
  means: Means,
): Promise<void> {
  await observer.query(traceObjects(server.connection(name, 'observer').user));
  await prepareCounts(observer, searches);
  if (means !== 'statements') {
    await withClient(server.connection(name, 'admin'), async (admin) => {
      const isWhole = means === 'every command';
      if (isWhole) await admin.query(DML_TRACE);
      // What was counted after one command is what the next begins with, where none goes by unnoted.
      await admin.query(
        ddlTrace([...(isWhole ? [] : ['ddl_command_start' as const]), 'ddl_command_end', 'sql_drop']),
      );
    });
  }
  await mark(observer, 'reset');
}

async function mark(session: Client, kind: 'mark' | 'reset'): Promise<number> {
  const { rows } = await session.query<{ seq: string }>(`select ${MARK_FUNCTION}($1) as seq`, [kind]);
  return Number(rows[0]?.seq);
}

const NEVER = 1_000_000_000_000_000;

/** A count would wait for the lock that another session holds meanwhile, and be what is cancelled. */
async function uncounted<T>(observer: Client, step: Step, run: () => Promise<T>): Promise<T> {
  if (step.kind !== 'cancelled-change') return run();
  const set = (value: number): Promise<unknown> =>
    observer.query(
      `select pg_catalog.setval('${OWN_SCHEMA}.trace_spent', $1), pg_catalog.setval('${OWN_SCHEMA}.trace_last_cost', $1)`,
      [value],
    );
  await set(NEVER);
  const played = await run();
  await set(0);
  return played;
}

interface Row {
  readonly seq: string;
  readonly kind: TracePoint['kind'];
  readonly tag: string | null;
  readonly context: string | null;
  readonly counts: readonly Count[] | null;
  readonly objects: TracePoint['objects'];
}

async function readPoints(observer: Client, marks: readonly Mark[]): Promise<TracePoint[]> {
  const { rows } = await observer.query<Row>(
    `select t.seq, t.kind, t.tag, t.context, t.counts, t.objects from ${TRACE} t order by t.seq`,
  );
  const points: TracePoint[] = [];
  let next = 0;
  for (const row of rows) {
    while ((marks[next]?.seq ?? Number.POSITIVE_INFINITY) < Number(row.seq)) next += 1;
    const within = marks[next];
    points.push({
      step: within?.step ?? 0,
      statement: within?.statement,
      kind: row.kind,
      tag: row.tag ?? undefined,
      // Its first line is the trigger that noted it.
      context: (row.context ?? '').split('\n').slice(1).join('\n'),
      counts: row.counts ?? undefined,
      objects: row.objects,
    });
  }
  return points;
}

/** The audit trail on a target: a row before anything is done, written by a session of its own, and its ending after. */
import type pg from 'pg';
import type { DeploymentOutcome } from '../../domain/deployment.ts';
import { type Redact, redactJson } from '../../domain/redaction.ts';
import { TOOL_VERSION } from '../../domain/tool-version.ts';
import type { DeploySettings } from '../../settings/deploy-settings.ts';
import { hasAuditTables, makeAuditTables } from './audit-tables.ts';
import { requireNoListeners } from './trail-intact.ts';

export interface AuditEntry {
  /** `apply`, `maintain`, `archive`, `restore`. */
  readonly command: string;
  readonly environment: string;
  readonly release?: string | undefined;
  readonly planDigest?: string | undefined;
  readonly actor?: string | undefined;
  readonly runUrl?: string | undefined;
  /** Why a gate was passed by. */
  readonly reason?: string | undefined;
  /** Every text of the row goes through it: who may read the trail is not who may read the target's secrets. */
  readonly redact: Redact;
}

/** `done` is of maintenance; `interrupted` is what a later run says of one that never came to its end. */
export type AuditOutcome = DeploymentOutcome | 'done' | 'interrupted';

export interface AuditRun {
  /** Its row. */
  readonly id: string;
  /** Earlier runs that were found without an ending, and with nobody alive to write it. */
  readonly interrupted: readonly string[];
  /** May be called again: the last one counts. @param detail as JSON; the entry's redactor goes over it. */
  readonly finish: (outcome: AuditOutcome, detail: unknown) => Promise<void>;
}

/** A run holds an advisory lock of (this, its id) while it lives: pg_stat_activity shows others too little to go by. */
const ALIVE = 0x70677264;

/**
 * Begins a run's row. @param session one that lasts as long as the run, with no transaction open; nothing that the run
 * rolls back reaches it.
 */
export async function beginAudit(session: pg.Client, entry: AuditEntry): Promise<AuditRun> {
  await makeAuditTables(session);
  await requireNoListeners(session);
  const interrupted = await closeInterrupted(session);
  const id = await insertRun(session, entry);
  return {
    id,
    interrupted,
    finish: async (outcome, detail) => {
      await writeEnding(session, { id, outcome, detail, redact: entry.redact });
      await session.query('select pg_catalog.pg_advisory_unlock($1, $2::bigint::integer)', [ALIVE, id]);
    },
  };
}

export interface AuditEnding {
  /** Of the run's row. */
  readonly id: string;
  readonly outcome: AuditOutcome;
  /** As JSON. */
  readonly detail: unknown;
  readonly redact: Redact;
}

/** By whatever session is left, where the run's own is gone. */
export async function writeEnding(
  session: pg.Client,
  { id, outcome, detail, redact }: AuditEnding,
): Promise<void> {
  await session.query(
    `update partition_guard.deployment
        set outcome = $2, detail = $3, finished_at = pg_catalog.clock_timestamp()
      where id = $1`,
    [id, outcome, JSON.stringify(redactJson(detail ?? {}, redact))],
  );
}

async function insertRun(session: pg.Client, entry: AuditEntry): Promise<string> {
  const told = (text: string | undefined): string | null => (text === undefined ? null : entry.redact(text));
  await session.query('begin');
  const { rows } = await session.query<{ id: string }>(
    `insert into partition_guard.deployment
       (command, environment, release, plan_digest, actor, run_url, reason, tool_version)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
    [
      entry.command,
      entry.environment,
      entry.release ?? null,
      entry.planDigest ?? null,
      told(entry.actor),
      told(entry.runUrl),
      told(entry.reason),
      TOOL_VERSION,
    ],
  );
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('the audit trail took no row');
  // Before the row is seen: whoever finds it without this lock may call it interrupted.
  await session.query('select pg_catalog.pg_advisory_lock($1, $2::bigint::integer)', [ALIVE, id]);
  await session.query('commit');
  return id;
}

/** A row of a run that was refused before it began anything; only where there is a trail already. */
export async function auditRefusal(session: pg.Client, entry: AuditEntry, detail: unknown): Promise<void> {
  if (!(await hasAuditTables(session))) return;
  const run = await beginAudit(session, entry);
  await run.finish('refused', detail);
}

/** Marks the runs that were killed. */
async function closeInterrupted(session: pg.Client): Promise<string[]> {
  const { rows } = await session.query<{ id: string }>(
    'select d.id from partition_guard.deployment d where d.outcome is null order by d.id',
  );
  const closed: string[] = [];
  for (const { id } of rows) {
    const { rows: tried } = await session.query<{ isDead: boolean }>(
      'select pg_catalog.pg_try_advisory_lock($1, $2::bigint::integer) as "isDead"',
      [ALIVE, id],
    );
    if (tried[0]?.isDead !== true) continue;
    const { rowCount } = await session.query(
      `update partition_guard.deployment
          set outcome = 'interrupted', finished_at = pg_catalog.clock_timestamp()
        where id = $1 and outcome is null`,
      [id],
    );
    await session.query('select pg_catalog.pg_advisory_unlock($1, $2::bigint::integer)', [ALIVE, id]);
    if (rowCount === 1) closed.push(id);
  }
  return closed;
}

/** What gates were passed by for; undefined where none was to be. */
export function overridesOf({
  allowUnvalidated,
  allowEnvironment,
}: Pick<DeploySettings, 'allowUnvalidated' | 'allowEnvironment'>): string | undefined {
  const reasons = [
    ...(allowUnvalidated === undefined ? [] : [allowUnvalidated]),
    ...(allowEnvironment === undefined ? [] : [`environment: ${allowEnvironment}`]),
  ];
  return reasons.length === 0 ? undefined : reasons.join('; ');
}

/** Who runs this, and where, as GitHub tells its jobs. */
export function auditedRunner(
  env: Readonly<Record<string, string | undefined>>,
): Pick<AuditEntry, 'actor' | 'runUrl'> {
  const { GITHUB_ACTOR, GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID, USER } = env;
  const actor = GITHUB_ACTOR || USER;
  const runUrl =
    GITHUB_SERVER_URL && GITHUB_REPOSITORY && GITHUB_RUN_ID
      ? `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}`
      : undefined;
  return { ...(actor ? { actor } : {}), ...(runUrl === undefined ? {} : { runUrl }) };
}

/** Around every maintenance: the window, the target, the lock that keeps runs apart, the audit trail, the ending. */
import { performance } from 'node:perf_hooks';
import type pg from 'pg';
import type { Refusal } from '../../domain/deployment.ts';
import { DAY, type Instant } from '../../domain/instant.ts';
import {
  type MaintenanceCommand,
  maintenanceOutcome,
  type MaintenanceResult,
} from '../../domain/maintenance.ts';
import type { Redact } from '../../domain/redaction.ts';
import { TOOL_VERSION } from '../../domain/tool-version.ts';
import type { DeploySettings } from '../../settings/deploy-settings.ts';
import { acquireFlywayLock } from '../apply/flyway-lock.ts';
import { withStore } from '../archive/open-store.ts';
import { auditedDeployments } from '../audit/audited-deployments.ts';
import {
  auditedRunner,
  type AuditEntry,
  auditRefusal,
  type AuditRun,
  beginAudit,
  overridesOf,
} from '../audit/audit-trail.ts';
import { environmentGate, type EnvironmentQuestion } from '../gates/environment.ts';
import { later, windowGate } from '../gates/window.ts';
import { currentSchema, historyTable } from '../history/history-table.ts';
import { type Target, type TargetRequest, withTarget } from '../target.ts';
import type { MaintenanceRun } from './maintenance-run.ts';
import type { Maintained } from './maintain-tables.ts';

export interface MaintenanceRequest {
  readonly command: MaintenanceCommand;
  readonly settings: DeploySettings;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly startedAt: Date;
  readonly onProgress: (text: string) => void;
  readonly onSecret?: TargetRequest['onSecret'];
  /** Of what is written on the target. */
  readonly redact: Redact;
  readonly sleep?: (ms: number) => Promise<void>;
}

/** @param latest what the clock can be by the end of it, by the run's and the server's. */
export type MaintenanceBody = (run: MaintenanceRun, latest: Instant) => Promise<Maintained>;

/** @throws OperatorError where it could not begin, and what is a fault of this program; what began is in the audit trail. */
export async function runMaintenance(
  request: MaintenanceRequest,
  body: MaintenanceBody,
): Promise<MaintenanceResult> {
  const startedMs = performance.now();
  const { settings, env, onProgress } = request;
  const warnings: string[] = [];
  return withTarget(
    {
      url: settings.target,
      env,
      onWarning: (text) => warnings.push(text),
      ...(request.onSecret ? { onSecret: request.onSecret } : {}),
    },
    (target) =>
      target.withSession(async (keeper) => {
        await calm(keeper);
        const schema = await currentSchema(keeper);
        if (schema !== undefined) {
          await acquireFlywayLock(keeper, historyTable(schema), { onWait: onProgress });
        }
        const finished = (rest: Ending): MaintenanceResult => ({
          command: request.command,
          environment: settings.environment ?? '',
          target: target.facts,
          toolVersion: TOOL_VERSION,
          isDryRun: settings.dryRun,
          tables: [],
          refusals: [],
          ...rest,
          warnings: [...warnings, ...(rest.warnings ?? [])],
          startedAt: request.startedAt,
          durationMs: performance.now() - startedMs,
        });
        const waitedMs = performance.now() - startedMs;
        const refusals = refusalsOf(settings, {
          waitedMs,
          seenAs: await auditedDeployments(keeper).environments(),
          onWarning: (text) => warnings.push(text),
        });
        if (refusals.length > 0) {
          await auditRefusal(keeper, entryOf(request), { refusals });
          return finished({ outcome: 'refused', refusals });
        }
        const audit = settings.dryRun ? undefined : await beginAudit(keeper, entryOf(request));
        return finished(await audited(audit, () => maintained({ request, target, audit }, body)));
      }),
  );
}

type Ending = Pick<MaintenanceResult, 'outcome'> & Partial<MaintenanceResult>;

interface Found extends Pick<EnvironmentQuestion, 'seenAs' | 'onWarning'> {
  /** For the lock. */
  readonly waitedMs: number;
}

/** The name and the window, as it is once the lock is had: maintenance brings no migration that could be unvalidated. */
function refusalsOf(settings: DeploySettings, { waitedMs, ...found }: Found): Refusal[] {
  const { environment, allowEnvironment, maintenanceWindow, now, dryRun } = settings;
  const refusals = [
    environment === undefined ? undefined : environmentGate({ environment, allowEnvironment, ...found }),
    dryRun ? undefined : windowGate(maintenanceWindow, later(now, waitedMs)),
  ];
  return refusals.filter((one) => one !== undefined);
}

/** Writes the ending down, whatever it is. */
async function audited(audit: AuditRun | undefined, body: () => Promise<Ending>): Promise<Ending> {
  try {
    const ending = await body();
    await audit?.finish(ending.outcome, detailOf(ending));
    return ending;
  } catch (error) {
    // Its session may be gone with the server: then a later run marks the row as interrupted.
    await audit
      ?.finish('failed', { error: error instanceof Error ? error.name : 'Error' })
      .catch(() => undefined);
    throw error;
  }
}

const detailOf = ({ tables = [], warnings = [] }: Ending): object =>
  JSON.parse(
    JSON.stringify({ tables, warnings }, (_key, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    ),
  ) as object;

interface Begun {
  readonly request: MaintenanceRequest;
  readonly target: Target;
  readonly audit: AuditRun | undefined;
}

async function maintained({ request, target, audit }: Begun, body: MaintenanceBody): Promise<Ending> {
  const { settings, env, onProgress } = request;
  await target.client.query("set timezone = 'UTC'; set datestyle = 'ISO, MDY'");
  await tellManager(target.client, request);
  const clocks = await readClocks(target.client, settings.now);
  const { tables, warnings } = await withStore(settings.archive, { cwd: settings.cwd, env }, (store) =>
    body(
      {
        target,
        client: target.client,
        settings,
        now: clocks.earliest,
        limits: { lockTimeoutMs: settings.lockTimeoutMs, statementTimeoutMs: settings.statementTimeoutMs },
        patience: {
          retries: settings.retries,
          jitterSeed: `${settings.environment ?? ''} ${String(settings.now)}`,
          onRetry: onProgress,
          ...(request.sleep ? { sleep: request.sleep } : {}),
        },
        ...(store === undefined ? {} : { store }),
        ...(audit === undefined ? {} : { auditId: audit.id }),
        onProgress,
      },
      clocks.latest,
    ),
  );
  const interrupted = audit?.interrupted ?? [];
  return {
    outcome: maintenanceOutcome(tables, settings.dryRun),
    tables,
    warnings: [
      ...warnings,
      ...interrupted.map(
        (id) => `run ${id} of this target never came to its end: it is marked as interrupted`,
      ),
      ...(clocks.apart > DAY
        ? [`the target's clock and this machine's are more than a day apart: what is old is old by both`]
        : []),
    ],
  };
}

/** For the log of the shipped partition manager. */
export async function tellManager(
  client: pg.Client,
  { settings, env }: Pick<MaintenanceRequest, 'settings' | 'env'>,
): Promise<void> {
  await client.query(
    `select pg_catalog.set_config('partition_guard.environment', $1, false),
            pg_catalog.set_config('partition_guard.run_url', $2, false),
            pg_catalog.set_config('partition_guard.commit', $3, false)`,
    [settings.environment ?? '', auditedRunner(env).runUrl ?? '', env['GITHUB_SHA'] ?? ''],
  );
}

const HOUR = DAY / 24n;

/** What is past a retention must be so by either clock: one that is wrong lets nothing go early. */
async function readClocks(
  client: pg.Client,
  now: Instant,
): Promise<{ readonly earliest: Instant; readonly latest: Instant; readonly apart: Instant }> {
  const { rows } = await client.query<{ now: string }>(
    'select (extract(epoch from pg_catalog.clock_timestamp()) * 1000000)::bigint::text as now',
  );
  const serverNow = BigInt(rows[0]?.now ?? 0);
  const [earliest, latest] = serverNow < now ? [serverNow, now] : [now, serverNow];
  return { earliest, latest: latest + HOUR, apart: latest - earliest };
}

/** A role may have limits for its sessions that would end this one while it only waits. */
async function calm(keeper: pg.Client): Promise<void> {
  await keeper.query(
    'set statement_timeout = 0; set lock_timeout = 0; set idle_in_transaction_session_timeout = 0; set quote_all_identifiers = off',
  );
  await keeper.query(
    `select pg_catalog.set_config(s.name, '0', false) from pg_catalog.pg_settings s
      where s.name in ('idle_session_timeout', 'transaction_timeout')`,
  );
}

const entryOf = ({ command, settings, env, redact }: MaintenanceRequest): AuditEntry => ({
  command,
  redact,
  environment: settings.environment ?? '',
  reason: overridesOf(settings),
  ...auditedRunner(env),
});

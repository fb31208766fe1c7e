/** Applies what is pending on a target, under the lock, by the plan, each step proven and written down. */
import { performance } from 'node:perf_hooks';
import type pg from 'pg';
import type { DeploymentPlan, DeploymentResult, Refusal } from '../../domain/deployment.ts';
import {
  type AuditEntry,
  auditedRunner,
  auditRefusal,
  type AuditRun,
  beginAudit,
  overridesOf,
  writeEnding,
} from '../audit/audit-trail.ts';
import { currentSchema, historyTable } from '../history/history-table.ts';
import type { Target } from '../target.ts';
import { applyPending } from './apply-pending.ts';
import { unfinishedRefusals, waitForLeftBackends } from '../outside/resume.ts';
import { acquireFlywayLock } from './flyway-lock.ts';
import { failureOnTarget, layoutsNow } from './look-again.ts';
import { failureOf } from './not-applied.ts';
import { rehearsePending } from './rehearse.ts';
import { WindowShut } from './window-shut.ts';
import type { ApplyRequest, Course, PlanMade, Run } from './run.ts';

/** @throws what is a fault of this program. */
export async function applyDeployment(target: Target, request: ApplyRequest): Promise<DeploymentResult> {
  const startedMs = performance.now();
  // The lock and the audit trail have a session that no migration ever runs in: none can let go of it.
  return target.withSession(async (keeper) => {
    await calm(keeper);
    const schema = await currentSchema(keeper);
    if (schema !== undefined) {
      await acquireFlywayLock(keeper, historyTable(schema), { onWait: request.onProgress });
    }
    await waitForLeftBackends(keeper, request.onProgress);
    const { plan, decision } = await request.makePlan();
    const finished = async (
      rest: Pick<DeploymentResult, 'outcome'> & Partial<DeploymentResult>,
    ): Promise<DeploymentResult> => ({
      environment: request.settings.environment,
      plan,
      applied: [],
      callProofs: [],
      refusals: [],
      warnings: [],
      layoutsAfter:
        rest.outcome === 'refused' && (rest.applied ?? []).length === 0
          ? plan.layouts
          : await layoutsNow(target),
      startedAt: request.startedAt,
      durationMs: performance.now() - startedMs,
      ...rest,
    });
    const entry = entryOf(request, plan);
    const refusals = [
      ...(await unfinishedRefusals(keeper, decision.pending)),
      ...(await refusalsOf(request, { plan, decision })),
    ];
    if (refusals.length > 0) {
      await auditRefusal(keeper, entry, {
        refusals: refusals.map(({ gate, message }) => ({ gate, message })),
      });
      return finished({ outcome: 'refused', refusals });
    }
    if (request.settings.dryRun) return rehearse(target, request, { plan, decision }, finished);
    await request.onStart?.(plan);
    const audit = await beginAudit(keeper, entry);
    return runAudited({ target, request, made: { plan, decision }, keeper, audit }, finished);
  });
}

type Finished = (
  rest: Pick<DeploymentResult, 'outcome'> & Partial<DeploymentResult>,
) => Promise<DeploymentResult>;

async function runAudited(
  run: Run & { readonly audit: AuditRun },
  finished: Finished,
): Promise<DeploymentResult> {
  const { plan } = run.made;
  const course: Course = { applied: [], callProofs: [], warnings: interruptions(run.audit) };
  const stopped = await applyPending(run, course)
    .then(
      (): Stopped => ({}),
      async (error: unknown): Promise<Stopped> =>
        error instanceof WindowShut
          ? { refusals: [error.refusal] }
          : { failure: await failureOnTarget(run, error) },
    )
    .catch(async (fault: unknown): Promise<never> => {
      const message = fault instanceof Error ? fault.message : String(fault);
      await finishAudit(run, course, {
        outcome: 'failed',
        failure: { message, hint: 'a fault of the program' },
      });
      throw fault;
    });
  const isIdle = plan.pending.length === 0 && plan.calls.length === 0;
  const outcome = stopped.refusals
    ? 'refused'
    : stopped.failure
      ? 'failed'
      : isIdle
        ? 'nothing-to-do'
        : 'applied';
  await finishAudit(run, course, { outcome, ...stopped });
  return finished({ outcome, ...course, ...stopped });
}

/** Before its end: by a fault, or by a window that shut. */
type Stopped = Partial<Pick<DeploymentResult, 'failure' | 'refusals'>>;

/** The session of the trail may have gone down with the server; what became of the run is told all the same. */
async function finishAudit(
  { audit, target, request: { redact } }: Run & { readonly audit: AuditRun },
  course: Course,
  { outcome, ...stopped }: Stopped & Pick<DeploymentResult, 'outcome'>,
): Promise<void> {
  const detail = { ...detailOf(course), ...stopped };
  try {
    await audit.finish(outcome, detail);
  } catch {
    await target
      .withSession((session) => writeEnding(session, { id: audit.id, outcome, detail, redact }))
      .catch(() => {
        course.warnings.push(
          `the audit trail could not be told how run ${audit.id} ended: the next run will call it interrupted`,
        );
      });
  }
}

async function rehearse(
  target: Target,
  request: ApplyRequest,
  made: PlanMade,
  finished: Finished,
): Promise<DeploymentResult> {
  const course: Course = { applied: [], callProofs: [], warnings: [] };
  try {
    const layoutsAfter = await rehearsePending({ target, request, made, keeper: target.client }, course);
    return await finished({ outcome: 'rehearsed', ...course, layoutsAfter });
  } catch (error) {
    return finished({ outcome: 'failed', ...course, failure: failureOf(error) });
  }
}

/** A role may have limits for its sessions that would end this one while it only waits. */
async function calm(keeper: pg.Client): Promise<void> {
  await keeper.query(
    'set statement_timeout = 0; set lock_timeout = 0; set idle_in_transaction_session_timeout = 0',
  );
  await keeper.query(
    `select pg_catalog.set_config(s.name, '0', false) from pg_catalog.pg_settings s
      where s.name in ('idle_session_timeout', 'transaction_timeout')`,
  );
}

const entryOf = ({ settings, env, redact }: ApplyRequest, plan: DeploymentPlan): AuditEntry => ({
  command: 'apply',
  environment: settings.environment,
  release: plan.release,
  planDigest: plan.digest,
  reason: overridesOf(settings),
  redact,
  ...auditedRunner(env),
});

async function refusalsOf(request: ApplyRequest, made: PlanMade): Promise<Refusal[]> {
  const { settings } = request;
  const { plan } = made;
  const drifted: Refusal[] =
    settings.plan === undefined || settings.plan === plan.digest
      ? []
      : [
          {
            gate: 'plan',
            message: `the plan that was approved is ${settings.plan}, and what would be done now is ${plan.digest}`,
            hint: 'the migrations or the target have changed since: plan again, read what is different, and approve that',
          },
        ];
  const blocked = plan.blockers
    .filter(({ weight }) => weight === 'refuse')
    .map(({ message, hint }): Refusal => ({ gate: 'blocker', message, hint }));
  return [...plan.refusals, ...drifted, ...blocked, ...(await request.standingRefusals(made))];
}

const interruptions = ({ interrupted }: AuditRun): string[] =>
  interrupted.length === 0
    ? []
    : [
        `run ${interrupted.join(', ')} of this target never came to its end: it is marked as interrupted in the audit trail`,
      ];

const detailOf = ({ applied, callProofs, warnings }: Course): object => ({
  applied: applied.map(({ script, durationMs }) => ({ script, durationMs: Math.round(durationMs) })),
  callProofs,
  warnings,
});

/** Says what `apply` would do to a target, and what stands in its way; reads it, and changes nothing. */
import type { DeploymentPlan, PendingMigration } from '../../domain/deployment.ts';
import type { RunResult } from '../../domain/result.ts';
import { TOOL_VERSION } from '../../domain/tool-version.ts';
import type { Migration } from '../../migrations/migration.ts';
import { releaseDigest } from '../../migrations/release.ts';
import type { DeploySettings } from '../../settings/deploy-settings.ts';
import { decidePending, type PendingDecision } from '../history/decide-pending.ts';
import type { Target } from '../target.ts';
import { layoutsAfter } from './layouts-after.ts';
import { readServersFunctions } from './names.ts';
import { planDigest } from './plan-digest.ts';
import { plannedCalls } from './planned-calls.ts';
import { callsIn, plannedMigrations, runsUnknown, saidBy } from './planned-statements.ts';
import { reading } from './reading.ts';
import { readShapes } from './table-shapes.ts';
import { readTargetState, type TargetState } from './target-state.ts';
import { estimates } from './verify-estimate.ts';

export interface PlanRequest {
  readonly settings: DeploySettings;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** All of the project's, as they read on this target. */
  readonly migrations: readonly Migration[];
  /** A run of `validate`, of whatever migrations: it is used only where it is of these. */
  readonly validated?: RunResult;
}

export interface PlanMade {
  readonly plan: DeploymentPlan;
  /** In the order in which they are applied. */
  readonly pending: readonly Migration[];
  /** The whole decision, history included. */
  readonly decision: PendingDecision;
}

/** One snapshot is read, in a transaction that can change nothing, and nothing of it is left in the session. */
export async function planDeployment(target: Target, request: PlanRequest): Promise<PlanMade> {
  const { settings, migrations } = request;
  return reading(
    target.client,
    (client) => decidePending(client, migrations, { baseline: settings.baseline }),
    async (read, decision) => {
      const release = releaseDigest(migrations, settings.manage);
      const said = await saidBy(decision.pending);
      const run = usableRun(request.validated, release);
      const state = await readTargetState(read, { settings, said, run: run.result });
      const calls = plannedCalls(settings, state.layouts);
      const on = {
        relations: state.relations,
        isServers: await readServersFunctions(read, callsIn(said)),
        run: run.result && { result: run.result },
      };
      const pending = plannedMigrations(said, on);
      const reachesAll =
        calls.calls.length > 0 || said.some((one) => one.statements.some((s) => runsUnknown(s.said, on)));
      const proof = await estimates(read, { mode: settings.verify, state, pending, reachesAll });
      const after = layoutsAfter(state, run.result);
      const plan: DeploymentPlan = {
        digest: planDigest({
          release,
          database: target.facts.database,
          pending: decision.pending.map(identityOf),
          calls: calls.calls,
          shapes: await readShapes(read, state.shapedOids),
        }),
        release,
        ...(settings.environment === undefined ? {} : { environment: settings.environment }),
        target: target.facts,
        toolVersion: TOOL_VERSION,
        pending,
        calls: calls.calls,
        layouts: state.layouts,
        ...(after.layouts ? { layoutsAfter: after.layouts } : {}),
        sizes: sizesOf(state, pending),
        ...(after.rowsToMove ? { rowsToMove: after.rowsToMove } : {}),
        verify: proof.chosen,
        estimates: proof.all,
        ...(run.facts ? { validated: run.facts } : {}),
        drift: [],
        blockers: [],
        refusals: decision.refusals,
        notes: [
          ...decision.notes,
          ...calls.notes,
          ...run.notes,
          ...state.notes,
          ...proof.notes,
          ...after.notes,
        ],
      };
      return { plan, pending: decision.pending, decision };
    },
  );
}

/** What mentions the time of the run is another text each time. */
const identityOf = (
  migration: Migration,
): { readonly script: string; readonly checksum: number | 'always' } => ({
  script: migration.script,
  checksum: migration.kind === 'repeatable' && migration.alwaysChanged ? 'always' : migration.checksum,
});

interface UsableRun {
  readonly result?: RunResult;
  readonly facts?: NonNullable<DeploymentPlan['validated']>;
  readonly notes: readonly string[];
}

function usableRun(given: RunResult | undefined, release: string): UsableRun {
  if (!given) return { notes: [] };
  if (given.release !== release) {
    const what =
      given.release === undefined
        ? 'does not say which migrations it is of'
        : 'is of other migrations than these';
    return {
      notes: [`The validation's report ${what}: no duration and no layout is taken from it.`],
    };
  }
  const { verdict, server, rows, startedAt } = given;
  return { result: given, facts: { verdict, serverVersion: server.version, rows, startedAt }, notes: [] };
}

function sizesOf({ tables }: TargetState, pending: readonly PendingMigration[]): DeploymentPlan['sizes'] {
  const locked = new Set(pending.flatMap((m) => m.statements.flatMap((s) => s.locks.map((l) => l.table))));
  return tables
    .filter(({ isJudged, relation }) => isJudged || locked.has(relation.table))
    .map(({ relation: { table, rows, bytes } }) => ({
      table,
      bytes,
      ...(rows === undefined ? {} : { rows }),
    }));
}

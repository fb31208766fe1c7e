/** Says what `apply` would do to a target, and what stands in its way; reads it, and changes nothing. */
import type { DeploymentPlan, PendingMigration, TargetFacts } from '../../domain/deployment.ts';
import type { RunResult } from '../../domain/result.ts';
import { TOOL_VERSION } from '../../domain/tool-version.ts';
import type { Migration } from '../../migrations/migration.ts';
import { releaseDigest } from '../../migrations/release.ts';
import type { DeploySettings } from '../../settings/deploy-settings.ts';
import { decidePending, type PendingDecision } from '../history/decide-pending.ts';
import type { Target } from '../target.ts';
import { driftFrom } from './drift.ts';
import { layoutsAfter } from './layouts-after.ts';
import { measuredBy, NOT_MEASURED } from './measured-locks.ts';
import { readServersFunctions } from './names.ts';
import { planDigest } from './plan-digest.ts';
import { plannedCalls } from './planned-calls.ts';
import {
  callsIn,
  type OnTarget,
  plannedMigrations,
  runsUnknown,
  saidBy,
  type SaidMigration,
} from './planned-statements.ts';
import { type Reading, reading } from './reading.ts';
import { readRoutines } from './routines.ts';
import { readStanding } from './standing.ts';
import { readShapes } from './table-shapes.ts';
import { readLacks } from './target-lacks.ts';
import { readTargetState, type TargetState } from './target-state.ts';
import { provable, readToProve, type ToProve } from './to-prove.ts';
import { unplayable } from './unplayable.ts';
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
    async (client) => {
      const decision = await decidePending(client, migrations, { baseline: settings.baseline });
      return { decision, toProve: await readToProve(client, settings, decision.pending) };
    },
    async (read, { decision, toProve }) => ({
      plan: await planOf(read, { decision, toProve, facts: target.facts }, request),
      pending: decision.pending,
      decision,
    }),
  );
}

interface Found {
  readonly decision: PendingDecision;
  readonly toProve: ToProve;
  readonly facts: TargetFacts;
}

async function planOf(
  read: Reading,
  { decision, toProve, facts }: Found,
  { settings, env, migrations, validated }: PlanRequest,
): Promise<DeploymentPlan> {
  const release = releaseDigest(migrations, settings.manage);
  const run = usableRun(validated, release);
  const said = await saidBy(decision.pending);
  const state = await readTargetState(read, {
    settings,
    said,
    run: run.result,
    proven: provable(toProve),
  });
  const { calls, notes: callNotes } = plannedCalls(settings, state.layouts);
  const on = await onTarget(read, { said, state, migrations, run: run.result });
  const pending = plannedMigrations(said, on);
  const proof = await estimates(read, { mode: settings.verify, state, toProve, calls });
  const after = layoutsAfter(state, run.result);
  const sizes = sizesOf(state, pending);
  const lacks = await readLacks(read, { said, tables: judgedOf(state), user: facts.user });
  const standing = await readStanding(read, {
    env,
    pending,
    calls,
    sizes,
    state,
    rowsToMove: after.rowsToMove,
  });
  const identity = {
    release,
    database: facts.database,
    schema: decision.history?.schema,
    pending: decision.pending.map(identityOf),
    calls,
    placeholders: settings.placeholders,
    rules: { tables: settings.tables, waivers: settings.waivers },
  };
  return {
    digest: planDigest({
      ...identity,
      shapes: await readShapes(read, state.shapedOids),
      routines: await readRoutines(read),
    }),
    release,
    ...(settings.environment === undefined ? {} : { environment: settings.environment }),
    target: facts,
    toolVersion: TOOL_VERSION,
    pending,
    calls,
    layouts: state.layouts,
    ...(after.layouts ? { layoutsAfter: after.layouts } : {}),
    sizes,
    ...(after.rowsToMove ? { rowsToMove: after.rowsToMove } : {}),
    verify: proof.chosen,
    estimates: proof.all,
    ...(run.facts ? { validated: run.facts } : {}),
    drift: [...driftFrom({ ...state, run: run.result, serverVersion: facts.serverVersion }), ...lacks.drift],
    blockers: standing.blockers,
    refusals: [...decision.refusals, ...unplayable(decision.pending)],
    notes: [decision, run, state, after, lacks, proof, standing]
      .flatMap(({ notes }) => notes)
      .concat(callNotes),
  };
}

interface Played {
  readonly said: readonly SaidMigration[];
  readonly state: TargetState;
  readonly migrations: readonly Migration[];
  readonly run: RunResult | undefined;
}

async function onTarget(read: Reading, { said, state, migrations, run }: Played): Promise<OnTarget> {
  const isServers = await readServersFunctions(read, callsIn(said));
  const opaque = new Set(
    said.flatMap(({ statements }) =>
      statements.filter((one) => runsUnknown(one.said, { isServers })).map(({ statement }) => statement),
    ),
  );
  const measured = run ? measuredBy(run, migrations, (statement) => opaque.has(statement)) : NOT_MEASURED;
  return { relations: state.relations, isServers, measured };
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

const judgedOf = ({ tables }: TargetState): { readonly oid: number; readonly table: string }[] =>
  tables.filter(({ isJudged }) => isJudged).map(({ relation: { oid, table } }) => ({ oid, table }));

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

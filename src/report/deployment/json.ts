/** A plan and a deployment's result as JSON, schema 1: what other tools, and reviewers of a plan, read. */
import type {
  AppliedMigration,
  DeploymentPlan,
  DeploymentResult,
  ExpectedLock,
  PendingMigration,
  PlannedStatement,
  TableProof,
  TableSize,
  VerifyEstimate,
} from '../../domain/deployment.ts';
import { defaultPartition, type Layout, rangePartitions } from '../../domain/layout.ts';
import { boundToJson } from '../../domain/range.ts';
import { planVerdict } from './plan-verdict.ts';

const SCHEMA = 1;

/** One JSON document, its keys in a fixed order, ending in a newline. */
export const renderPlanJson = (plan: DeploymentPlan): string =>
  document({ kind: 'plan', ...planToJson(plan) });

export const renderDeploymentJson = (result: DeploymentResult): string =>
  document({
    kind: 'deployment',
    outcome: result.outcome,
    environment: result.environment,
    startedAt: result.startedAt.toISOString(),
    durationMs: Math.round(result.durationMs),
    applied: result.applied.map(appliedToJson),
    callProofs: result.callProofs.map(proofToJson),
    refusals: result.refusals,
    ...(result.failure ? { failure: failureToJson(result.failure) } : {}),
    warnings: result.warnings,
    layoutsAfter: result.layoutsAfter.map(layoutToJson),
    plan: planToJson(result.plan),
  });

const document = (value: object): string =>
  `${JSON.stringify({ schema: SCHEMA, tool: { name: 'partition-guard' }, ...value }, null, 2)}\n`;

const planToJson = (plan: DeploymentPlan) => ({
  verdict: planVerdict(plan),
  digest: plan.digest,
  release: plan.release,
  toolVersion: plan.toolVersion,
  ...(plan.environment === undefined ? {} : { environment: plan.environment }),
  target: {
    database: plan.target.database,
    user: plan.target.user,
    serverVersion: plan.target.serverVersion,
    ...(plan.target.systemIdentifier === undefined ? {} : { systemIdentifier: plan.target.systemIdentifier }),
  },
  pending: plan.pending.map(pendingToJson),
  calls: plan.calls,
  sizes: plan.sizes.map(sizeToJson),
  ...(plan.rowsToMove
    ? {
        rowsToMove: plan.rowsToMove.map(({ table, rows, bytes, reason }) => ({ table, rows, bytes, reason })),
      }
    : {}),
  verify: estimateToJson(plan.verify),
  estimates: plan.estimates.map(estimateToJson),
  layouts: plan.layouts.map(layoutToJson),
  ...(plan.layoutsAfter ? { layoutsAfter: plan.layoutsAfter.map(layoutToJson) } : {}),
  ...(plan.validated
    ? {
        validated: {
          verdict: plan.validated.verdict,
          serverVersion: plan.validated.serverVersion,
          rows: plan.validated.rows,
          startedAt: plan.validated.startedAt.toISOString(),
        },
      }
    : {}),
  drift: plan.drift,
  blockers: plan.blockers.map(({ kind, weight, message, hint }) => ({ kind, weight, message, hint })),
  refusals: plan.refusals.map(({ gate, message, hint }) => ({ gate, message, hint })),
  notes: plan.notes,
});

const pendingToJson = (migration: PendingMigration) => ({
  ...(migration.version === undefined ? {} : { version: migration.version }),
  description: migration.description,
  file: migration.file,
  script: migration.script,
  checksum: migration.checksum,
  transaction: migration.transaction,
  statements: migration.statements.map(statementToJson),
});

const statementToJson = ({ line, text, work, basis, locks }: PlannedStatement) => ({
  line,
  text,
  work,
  basis,
  locks: locks.map(lockToJson),
});

const lockToJson = ({ table, mode, heldMs, measured }: ExpectedLock) => ({
  table,
  mode,
  ...(heldMs === undefined ? {} : { heldMs: Math.round(heldMs) }),
  ...(measured
    ? {
        measured: {
          heldMs: measured.heldMs,
          ...(measured.rows === undefined ? {} : { rows: measured.rows }),
          ...(measured.factor === undefined ? {} : { factor: Math.round(measured.factor * 100) / 100 }),
        },
      }
    : {}),
});

const sizeToJson = ({ table, rows, bytes }: TableSize) => ({
  table,
  ...(rows === undefined ? {} : { rows }),
  bytes,
});

const estimateToJson = ({ mode, tables, expectedMs }: VerifyEstimate) => ({
  mode,
  tables: tables.map(sizeToJson),
  ...(expectedMs === undefined ? {} : { expectedMs }),
});

/** The partitions by lower bound, the default partition last; null stands for an unbounded end. */
export function layoutToJson(layout: Layout) {
  const byDefault = defaultPartition(layout);
  return {
    table: layout.table,
    keyColumn: layout.keyColumn,
    keyType: layout.keyType,
    partitions: [
      ...rangePartitions(layout).map(({ name, range, rows }) => ({
        partition: name,
        lower: boundToJson(range.lower),
        upper: boundToJson(range.upper),
        rows,
      })),
      ...(byDefault
        ? [{ partition: byDefault.name, lower: null, upper: null, default: true, rows: byDefault.rows }]
        : []),
    ],
  };
}

const appliedToJson = ({ version, description, script, durationMs, proofs }: AppliedMigration) => ({
  ...(version === undefined ? {} : { version }),
  description,
  script,
  durationMs: Math.round(durationMs),
  proofs: proofs.map(proofToJson),
});

const proofToJson = ({
  table,
  mode,
  verdict,
  before,
  after,
  differences,
  passedOver,
  dropped,
}: TableProof) => ({
  table,
  mode,
  verdict,
  before,
  after,
  differences,
  passedOver,
  dropped,
});

const failureToJson = ({
  message,
  hint,
  location,
  sqlstate,
  recovery,
  proofs,
}: NonNullable<DeploymentResult['failure']>) => ({
  message,
  hint,
  ...(location ? { location: { file: location.file, line: location.line } } : {}),
  ...(sqlstate === undefined ? {} : { sqlstate }),
  ...(recovery === undefined ? {} : { recovery }),
  ...(proofs ? { proofs: proofs.map(proofToJson) } : {}),
});

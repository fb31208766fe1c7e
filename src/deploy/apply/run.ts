/** One run of apply: what it was asked, by what plan, on which sessions, and what it has come to so far. */
import type pg from 'pg';
import type { AppliedMigration, DeploymentPlan, Refusal, TableProof } from '../../domain/deployment.ts';
import type { Redact } from '../../domain/redaction.ts';
import type { Migration } from '../../migrations/migration.ts';
import type { DeploySettings } from '../../settings/deploy-settings.ts';
import type { AuditRun } from '../audit/audit-trail.ts';
import type { PendingDecision } from '../history/decide-pending.ts';
import type { Target } from '../target.ts';

export interface PlanMade {
  readonly plan: DeploymentPlan;
  readonly decision: PendingDecision;
}

export interface ApplyRequest {
  readonly settings: DeploySettings & { readonly environment: string };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** All of the project's, as they read on this target. */
  readonly migrations: readonly Migration[];
  readonly startedAt: Date;
  /** Made under the lock: what is pending then is what is applied. */
  readonly makePlan: () => Promise<PlanMade>;
  /** Gates beside the target's own: validation, order, window. */
  readonly standingRefusals: (made: PlanMade) => Promise<readonly Refusal[]>;
  /** Why nothing more may be begun at this very instant; asked before each file, each call and each further try. */
  readonly windowNow?: (() => Refusal | undefined) | undefined;
  /** When every gate has let it pass, before the first change; not of a dry run. */
  readonly onStart?: ((plan: DeploymentPlan) => Promise<void>) | undefined;
  /** One line on what is being done, or waited for. */
  readonly onProgress: (text: string) => void;
  /** Of what is written on the target. */
  readonly redact: Redact;
}

/** What one run has come to so far. */
export interface Course {
  readonly applied: AppliedMigration[];
  readonly callProofs: TableProof[];
  readonly warnings: string[];
}

export interface Run {
  readonly target: Target;
  readonly request: ApplyRequest;
  readonly made: PlanMade;
  /** The session that holds the lock. */
  readonly keeper: pg.Client;
  /** Undefined of a rehearsal, which leaves nothing behind. */
  readonly audit?: AuditRun;
}

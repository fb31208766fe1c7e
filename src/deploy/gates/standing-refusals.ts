/** The gates that look at anything but the target's own state: validation, name and order of environments, maintenance window. */
import type { Refusal } from '../../domain/deployment.ts';
import type { RunResult } from '../../domain/result.ts';
import type { GitHubAccess } from '../../github/access.ts';
import type { DeploySettings } from '../../settings/deploy-settings.ts';
import { environmentGate } from './environment.ts';
import { orderGate, type PastDeployments } from './order.ts';
import { type ToBeApplied, validationGate } from './validation.ts';
import { windowGate } from './window.ts';

export interface StandingQuestion extends ToBeApplied {
  readonly settings: Pick<
    DeploySettings,
    | 'environment'
    | 'environments'
    | 'allowUnvalidated'
    | 'allowEnvironment'
    | 'maintenanceWindow'
    | 'dryRun'
    | 'now'
  >;
  /** What runs on the target have called it. */
  readonly seenAs: readonly string[];
  /** Of `--validated`. */
  readonly report?: RunResult | undefined;
  readonly github: GitHubAccess | undefined;
  readonly audit?: PastDeployments | undefined;
  readonly previousAudit?: PastDeployments | undefined;
  readonly onWarning: (text: string) => void;
}

/** All that are shut, not the first alone: who has to mend several things learns of them at once. */
export async function standingRefusals(question: StandingQuestion): Promise<Refusal[]> {
  const {
    seenAs,
    settings,
    release,
    rules,
    migrations,
    pending,
    github,
    report,
    audit,
    previousAudit,
    onWarning,
  } = question;
  const { environment, environments, allowUnvalidated, maintenanceWindow, dryRun, now } = settings;
  const { allowEnvironment } = settings;
  const refusals = [
    environment === undefined
      ? undefined
      : environmentGate({ environment, seenAs, allowEnvironment, onWarning }),
    await validationGate({
      release,
      migrations,
      pending,
      rules,
      github,
      report,
      allowUnvalidated,
      onWarning,
    }),
    environment === undefined
      ? undefined
      : await orderGate({ environment, environments, release, github, audit, previousAudit, onWarning }),
    dryRun ? undefined : windowGate(maintenanceWindow, now),
  ];
  return refusals.filter((one) => one !== undefined);
}

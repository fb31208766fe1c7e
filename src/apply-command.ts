/** `apply` from settings to a result with its reports written: what the command line and the action share. */
import { applyDeployment } from './deploy/apply/apply-deployment.ts';
import { auditedDeployments } from './deploy/audit/audited-deployments.ts';
import { previousDeployments } from './deploy/gates/previous-target.ts';
import { later, windowGate } from './deploy/gates/window.ts';
import { standingRefusals } from './deploy/gates/standing-refusals.ts';
import { planDeployment } from './deploy/plan/plan-deployment.ts';
import { readTargetMigrations } from './deploy/target-migrations.ts';
import { type Target, withTarget } from './deploy/target.ts';
import type { DeploymentPlan, DeploymentResult } from './domain/deployment.ts';
import type { Instant } from './domain/instant.ts';
import { EXIT, type ExitStatus, OperatorError } from './domain/operator-error.ts';
import { type Redact, redactResult } from './domain/redaction.ts';
import type { RunResult } from './domain/result.ts';
import type { GitHubAccess } from './github/access.ts';
import { renderDeploymentJson } from './report/deployment/json.ts';
import { renderDeploymentMarkdown } from './report/deployment/result-markdown.ts';
import { renderDeployment } from './report/deployment/result-terminal.ts';
import type { ProgressStream } from './report/progress.ts';
import type { TerminalOptions } from './report/terminal.ts';
import { requireWritable, writeTexts } from './report-files.ts';
import { configurationDigest } from './settings/configuration-digest.ts';
import type { DeploySettings } from './settings/deploy-settings.ts';
import { validatedRun } from './validated-run.ts';

export interface ApplyCommand {
  readonly settings: DeploySettings;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly startedAt: Date;
  /** Undefined where GitHub is not there to be asked. */
  readonly github?: GitHubAccess;
  /** Awaited once, when every gate has let it pass and before the first change; not of a dry run. Must not throw. */
  readonly onStart?: (plan: DeploymentPlan) => Promise<void>;
  readonly output: ProgressStream;
  readonly terminal: TerminalOptions;
  /** One line on what is being done, or waited for. */
  readonly onProgress: (text: string) => void;
  readonly onWarning: (text: string) => void;
  /** Told each secret that is found on the way, before it is used. */
  readonly onSecret: (secret: string) => void;
  /** Everything that is printed or written has gone through it. */
  readonly redact: Redact;
}

/** @throws RefusedError where the target can't be talked to as it is named. */
export async function runApply(command: ApplyCommand): Promise<DeploymentResult> {
  const { settings, env, redact, onSecret, output, terminal } = command;
  const { environment, cwd, reports } = settings;
  if (environment === undefined) {
    throw new OperatorError('apply needs the name of the environment', {
      code: 'environment-missing',
      hint: 'Give it with --environment, such as DEV, STAGING or PROD.',
    });
  }
  await requireWritable(cwd, reports);
  const validated = await validatedRun(settings);
  const warnings: string[] = [];
  const onWarning = (text: string): void => {
    warnings.push(text);
    command.onWarning(redact(text));
  };
  const applied = await withTarget({ url: settings.target, env, onWarning, onSecret }, (target) =>
    applyOn(target, { ...command, onWarning, settings: { ...settings, environment } }, validated),
  );
  // What the gates and the connection warned of belongs to the result as well.
  const result = redactResult({ ...applied, warnings: [...warnings, ...applied.warnings] }, redact);
  output.write(renderDeployment(result, terminal));
  await writeTexts(cwd, reports, {
    json: () => renderDeploymentJson(result),
    markdown: () => renderDeploymentMarkdown(result),
  });
  return result;
}

type WithEnvironment = ApplyCommand & {
  readonly settings: DeploySettings & { readonly environment: string };
};

async function applyOn(
  target: Target,
  command: WithEnvironment,
  validated: RunResult | undefined,
): Promise<DeploymentResult> {
  const { settings, env, startedAt, github, onStart, onWarning, onSecret, redact } = command;
  const { database, user } = target.facts;
  const migrations = await readTargetMigrations(target.client, { settings, database, user, startedAt });
  const previousAudit = previousDeployments({ env, onWarning, onSecret });
  const audit = auditedDeployments(target.client);
  const beganMs = performance.now();
  const now = (): Instant => later(settings.now, performance.now() - beganMs);
  return applyDeployment(target, {
    settings,
    env,
    migrations,
    startedAt,
    makePlan: () =>
      planDeployment(target, { settings, env, migrations, ...(validated ? { validated } : {}) }),
    standingRefusals: async ({ plan: { release }, decision: { pending } }) =>
      standingRefusals({
        seenAs: await audit.environments(),
        settings: { ...settings, now: now() },
        release,
        rules: configurationDigest(settings),
        migrations,
        pending,
        github,
        report: validated,
        audit,
        previousAudit,
        onWarning,
      }),
    windowNow: () => windowGate(settings.maintenanceWindow, now()),
    onStart,
    onProgress: (text) => command.onProgress(redact(text)),
    redact,
  });
}

const STATUS: Readonly<Record<DeploymentResult['outcome'], ExitStatus>> = {
  applied: EXIT.pass,
  'nothing-to-do': EXIT.pass,
  rehearsed: EXIT.pass,
  failed: EXIT.fail,
  refused: EXIT.refused,
};

export const applyStatus = ({ outcome }: DeploymentResult): ExitStatus => STATUS[outcome];

/** `plan` from settings to a plan with its reports written: what the command line and the action share. */
import { planDeployment } from './deploy/plan/plan-deployment.ts';
import { readTargetMigrations } from './deploy/target-migrations.ts';
import { auditedDeployments } from './deploy/audit/audited-deployments.ts';
import { previousDeployments } from './deploy/gates/previous-target.ts';
import { standingRefusals, type StandingQuestion } from './deploy/gates/standing-refusals.ts';
import { unfinishedRefusals } from './deploy/outside/resume.ts';
import { type Target, withTarget } from './deploy/target.ts';
import type { DeploymentPlan, Refusal } from './domain/deployment.ts';
import { EXIT, type ExitStatus } from './domain/operator-error.ts';
import { type Redact, redactResult } from './domain/redaction.ts';
import type { GitHubAccess } from './github/access.ts';
import type { Migration } from './migrations/migration.ts';
import { errorCode } from './postgres/error-code.ts';
import { renderPlanJson } from './report/deployment/json.ts';
import { renderPlanMarkdown } from './report/deployment/plan-markdown.ts';
import { renderPlan } from './report/deployment/plan-terminal.ts';
import { faultsOf } from './report/deployment/plan-verdict.ts';
import type { ProgressStream } from './report/progress.ts';
import type { TerminalOptions } from './report/terminal.ts';
import { requireWritable, writeTexts } from './report-files.ts';
import { configurationDigest } from './settings/configuration-digest.ts';
import type { DeploySettings } from './settings/deploy-settings.ts';
import { validatedRun } from './validated-run.ts';

export interface PlanCommand {
  readonly settings: DeploySettings;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly startedAt: Date;
  readonly output: ProgressStream;
  readonly terminal: TerminalOptions;
  /** Everything that is printed or written has gone through it. */
  readonly redact: Redact;
  readonly onWarning: (text: string) => void;
  /** Told each secret that is found on the way, before it is used. */
  readonly onSecret?: (secret: string) => void;
  readonly github?: GitHubAccess;
}

export async function runPlan(command: PlanCommand): Promise<DeploymentPlan> {
  const { settings, env, output, terminal, redact } = command;
  await requireWritable(settings.cwd, settings.reports);
  const validated = await validatedRun(settings);
  const made = await withTarget(
    {
      url: settings.target,
      env,
      onWarning: (text) => command.onWarning(redact(text)),
      ...(command.onSecret ? { onSecret: command.onSecret } : {}),
    },
    async (target) => {
      const migrations = await migrationsOn(target, command);
      const { plan, pending } = await planDeployment(target, {
        settings,
        env,
        migrations,
        ...(validated ? { validated } : {}),
      });
      const audit = auditedDeployments(target.client);
      const standing = await standingNow(command, {
        release: plan.release,
        digest: plan.digest,
        rules: configurationDigest(settings),
        migrations,
        pending,
        report: validated,
        audit,
        seenAs: await audit.environments(),
      });
      const unfinished = await unfinishedOn(target, pending);
      return {
        ...plan,
        refusals: [...plan.refusals, ...unfinished.refusals, ...standing.refusals],
        notes: [...plan.notes, ...unfinished.notes, ...standing.notes],
      };
    },
  );
  const plan = redactResult(made, redact);
  output.write(renderPlan(plan, terminal));
  await writeTexts(settings.cwd, settings.reports, {
    json: () => renderPlanJson(plan),
    markdown: () => renderPlanMarkdown(plan),
  });
  return plan;
}

/** Not being validated, in order or in the window yet is told, and is no fault of the plan. */
export const planStatus = (plan: DeploymentPlan): ExitStatus =>
  faultsOf(plan).length > 0 ? EXIT.refused : EXIT.pass;

const migrationsOn = (target: Target, { settings, startedAt }: PlanCommand) =>
  readTargetMigrations(target.client, {
    settings,
    database: target.facts.database,
    user: target.facts.user,
    startedAt,
  });

interface Told {
  readonly refusals: readonly Refusal[];
  readonly notes: readonly string[];
}

const INSUFFICIENT_PRIVILEGE = '42501';

/** Statements outside of a transaction that were begun, as far as this role may see. */
async function unfinishedOn(target: Target, pending: readonly Migration[]): Promise<Told> {
  try {
    return { refusals: await unfinishedRefusals(target.client, pending), notes: [] };
  } catch (error) {
    if (errorCode(error) !== INSUFFICIENT_PRIVILEGE) throw error;
    const note =
      'Not judged: statements that were begun outside of a transaction, which this role may not see. GRANT SELECT ON partition_guard.migration_statement to it would let it.';
    return { refusals: [], notes: [note] };
  }
}

interface Standing extends Pick<
  StandingQuestion,
  'release' | 'rules' | 'migrations' | 'pending' | 'report' | 'audit' | 'seenAs'
> {
  /** Of the plan. */
  readonly digest: string;
}

/** What apply would be refused for beside the target's own state; asked only where it is known for which environment. */
async function standingNow(
  { settings, env, github, onSecret = () => undefined }: PlanCommand,
  { digest, ...standing }: Standing,
): Promise<Told> {
  const notes: string[] = [];
  const drifted: Refusal[] =
    settings.plan === undefined || settings.plan === digest
      ? []
      : [
          {
            gate: 'plan',
            message: `the plan that was approved is ${settings.plan}, and what would be done now is ${digest}`,
            hint: 'look at this plan, and approve it anew',
          },
        ];
  if (settings.environment === undefined) return { refusals: drifted, notes };
  const onWarning = (text: string): void => void notes.push(text);
  const previousAudit = previousDeployments({ env, onWarning, onSecret });
  const refusals = await standingRefusals({ ...standing, settings, github, previousAudit, onWarning });
  return { refusals: [...drifted, ...refusals], notes };
}

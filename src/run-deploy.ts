/** A command that works on a target, from the command line's options to an exit status. */
import { requireOwnCode } from './action/own-code.ts';
import { wallClock } from './action/wall-clock.ts';
import { applyStatus, runApply } from './apply-command.ts';
import { deploymentAlert, maintenanceAlert, type AlertText } from './deploy/alert-lines.ts';
import { sendAlert } from './deploy/alert.ts';
import { watchRunway } from './deploy/runway-watch.ts';
import type { MaintenanceResult } from './domain/maintenance.ts';
import { EXIT, type ExitStatus } from './domain/operator-error.ts';
import { tellError } from './exit-status.ts';
import { type GitHubAccess, githubAccess, isOnGitHub, requireAccess } from './github/access.ts';
import { isSha } from './github/event-shapes.ts';
import { readEvent } from './github/event.ts';
import { runwayWarning } from './github/runway-issue.ts';
import { checkedOut } from './github/pull-request-base.ts';
import type { DeployOptions } from './deploy-cli.ts';
import { maintenanceExit, runArchive, runMaintain, runRestore } from './maintenance-command.ts';
import { planStatus, runPlan } from './plan-command.ts';
import type { DeployCommandName } from './settings/deploy-settings.ts';
import { loadConfiguration } from './settings/load-configuration.ts';
import { deploySettings } from './settings/resolve-deploy-settings.ts';
import type { Surroundings } from './surroundings.ts';

export interface DeployRun extends Surroundings {
  readonly command: DeployCommandName;
  readonly options: DeployOptions;
}

export async function runDeploy(door: DeployRun): Promise<ExitStatus> {
  const { command, options, env, cwd, startedAt, secrets, onLine } = door;
  const { config, ...given } = options;
  secrets.add(given.target);
  requireOwnEvent(command, env);
  const settings = await deploySettings({
    command,
    cwd,
    ...loadConfiguration(cwd, config),
    options: given,
    env,
    now: BigInt(startedAt.getTime()) * 1000n,
  });
  secrets.add(settings.target);
  const github = await gitHubOf(door);
  const shared = {
    settings,
    env,
    startedAt,
    ...(github ? { github } : {}),
    output: door.output,
    terminal: door.terminal,
    onProgress: onLine,
    onWarning: (text: string): void => onLine(`warning: ${text}`),
    onSecret: (secret: string): void => secrets.add(secret),
    redact: secrets.redact,
  };
  const run = { ...door, github };
  try {
    return await RUN[command](shared, (text) => alert(run, text));
  } catch (error) {
    // A target that can't be reached comes to no result, and somebody must hear of it all the same.
    if (command !== 'plan') await alert(run, alertOf(run, settings.environment ?? '', error));
    throw error;
  }
}

/** Started by the action or by a line of a workflow, the same is refused. */
export function requireOwnEvent(command: Parameters<typeof requireOwnCode>[0], env: DeployRun['env']): void {
  if (env['GITHUB_EVENT_NAME']) requireOwnCode(command, readEvent(env).event);
}

type Shared = Parameters<typeof runApply>[0];
type Tell = (text: AlertText | undefined) => Promise<void>;

const maintenance =
  (runIt: typeof runMaintain) =>
  async (shared: Shared, tell: Tell): Promise<ExitStatus> => {
    const result = await runIt(shared);
    await keepIssue(shared, result);
    await tell(maintenanceAlert(result));
    return maintenanceExit(result);
  };

/** As the action keeps it, where the job has given this program its token. */
async function keepIssue({ github, onWarning }: Shared, result: MaintenanceResult): Promise<void> {
  if (!github?.client.hasToken) return;
  const outcome = await watchRunway(github, result);
  const warning = outcome && runwayWarning(outcome);
  if (warning !== undefined) onWarning(warning);
}

const RUN: Readonly<Record<DeployCommandName, (shared: Shared, tell: Tell) => Promise<ExitStatus>>> = {
  plan: async (shared) => planStatus(await runPlan(shared)),
  apply: async (shared, tell) => {
    const result = await runApply(shared);
    await tell(deploymentAlert(result));
    return applyStatus(result);
  },
  maintain: maintenance(runMaintain),
  archive: maintenance(runArchive),
  restore: maintenance(runRestore),
};

function alertOf({ command, secrets }: DeployRun, environment: string, error: unknown): AlertText {
  const { text, status } = tellError(error, secrets.redact);
  return {
    kind: status === EXIT.refused ? 'refused' : 'failed',
    command,
    environment,
    database: 'unknown',
    lines: text.split('\n').filter((line) => line !== ''),
  };
}

/** In a workflow the gates ask GitHub, as the action does; anywhere else no repository is named. */
async function gitHubOf({ env, cwd, onLine }: DeployRun): Promise<GitHubAccess | undefined> {
  if (!isOnGitHub(env)) return undefined;
  const run = readEvent(env);
  const commit = env['GITHUB_SHA'] ?? '';
  const access = githubAccess(run, {
    token: env['GITHUB_TOKEN'] || env['GH_TOKEN'],
    clock: wallClock,
    checkedOut: await checkedOut(cwd),
    runCommit: isSha(commit) ? commit : undefined,
    onWait: onLine,
  });
  return requireAccess(env, run, access);
}

/** Whether it is taken changes nothing. */
async function alert(
  { env, secrets, onLine, github }: DeployRun & { readonly github: GitHubAccess | undefined },
  text: AlertText | undefined,
): Promise<void> {
  const url = env['PARTITION_GUARD_WEBHOOK'];
  if (!url || text === undefined) return;
  const lines = text.lines.map((line) => secrets.redact(line));
  const fault = await sendAlert({ url }, { ...text, lines, runUrl: github?.runUrl });
  if (fault !== undefined) onLine(`warning: ${fault}`);
}

/** The GitHub Action: settings, run, outputs, annotations, summary, comment, exit status. */
import { cleanedUpLater } from './action/clean-up.ts';
import { type Job, maskSecrets, openJob } from './action/job.ts';
import type { Deployed } from './action/deployed.ts';
import type { Judged } from './action/judged.ts';
import type { TargetRun } from './action/target-mode.ts';
import type { Task } from './action/task.ts';
import type { ExitStatus } from './domain/operator-error.ts';
import { TOOL_VERSION } from './domain/tool-version.ts';
import { exitStatusOf, tellError } from './exit-status.ts';
import type { ProofMode, TargetMode } from './settings/select-mode.ts';

/** Runs the action; the exit status is set, never forced, so that what was written arrives. */
export async function main(): Promise<void> {
  const job = openJob(process.env, (text) => process.stdout.write(text));
  maskSecrets(job);
  job.log.line(
    `partition-guard ${TOOL_VERSION} on Node ${process.versions.node}, ${process.platform}-${process.arch}`,
  );
  process.once('uncaughtException', (error) => {
    process.exitCode = tellFault(job, error).status;
    process.exit();
  });
  const run = await orTold(job, async () => (await import('./github/event.ts')).readEvent(job.env));
  if (run === undefined) return;
  const tell: Tell = async (told) => {
    const { reportFault } = await import('./action/report.ts');
    await reportFault(job, run, told);
  };
  const task = await orTold(job, async () => (await import('./action/task.ts')).readTask(job, run), tell);
  if (task === undefined) return;
  const { mode } = task;
  const isProof = mode === 'validate' || mode === 'merge';
  if (isProof) await prove(job, { ...task, mode }, tell);
  else await deploy(job, { ...task, mode });
}

/** Told what went wrong, and what the process will end with. */
type Tell = (told: string, status: ExitStatus) => Promise<void>;

/** What fails here is the exit status, told in the log and by `tell`. */
async function orTold<T>(
  job: Job,
  body: () => T | Promise<T>,
  tell: Tell = () => Promise.resolve(),
): Promise<T | undefined> {
  try {
    return await body();
  } catch (error) {
    const { text, status } = tellFault(job, error);
    process.exitCode = status;
    await tell(text, status);
    return undefined;
  }
}

/** What each mode needs is loaded when it is its turn: the first line is out by then. */
async function prove(job: Job, task: Task & { readonly mode: ProofMode }, tell: Tell): Promise<void> {
  const judged = await orTold(job, () => judge(job, task), tell);
  if (judged === undefined) return;
  process.exitCode = exitStatusOf(judged.result.verdict);
  const { report } = await import('./action/report.ts');
  await report(job, task, judged);
}

async function judge(job: Job, task: Task & { readonly mode: ProofMode }): Promise<Judged> {
  const startedAt = new Date();
  switch (task.mode) {
    case 'validate':
      return cleanedUpLater(job.env, async (trace) => {
        const { playValidate } = await import('./action/validate-mode.ts');
        return playValidate({ job, task, startedAt, trace });
      });
    case 'merge': {
      const { playMerge } = await import('./action/merge-mode.ts');
      return playMerge(job);
    }
  }
}

async function deploy(job: Job, task: Task & { readonly mode: TargetMode }): Promise<void> {
  const { run, mode } = task;
  const startedAt = new Date();
  const tell: Tell = async (told, status) => {
    const { reportDeploymentFault } = await import('./action/report-deployment.ts');
    await reportDeploymentFault(job, run, { mode, told, status });
  };
  const deployed = await orTold(
    job,
    async () => {
      const { openTargetRun } = await import('./action/target-mode.ts');
      return playOnTarget(await openTargetRun(job, task, mode, startedAt), mode);
    },
    tell,
  );
  if (deployed === undefined) return;
  process.exitCode = deployed.status;
  const { reportDeployment } = await import('./action/report-deployment.ts');
  await reportDeployment(job, run, deployed);
}

async function playOnTarget(targetRun: TargetRun, mode: TargetMode): Promise<Deployed> {
  switch (mode) {
    case 'plan':
      return (await import('./action/plan-mode.ts')).playPlan(targetRun);
    case 'apply':
      return (await import('./action/apply-mode.ts')).playApply(targetRun);
    case 'maintain':
      return (await import('./action/maintain-mode.ts')).playMaintain(targetRun);
  }
}

function tellFault({ log, secrets }: Job, error: unknown): ReturnType<typeof tellError> {
  const told = tellError(error, secrets.redact);
  log.annotate({ level: 'error', title: 'partition-guard', message: told.text });
  return told;
}

/** The GitHub Action: settings, run, outputs, annotations, summary, comment, exit status. */
import { cleanedUpLater } from './action/clean-up.ts';
import { type Job, maskSecrets, openJob } from './action/job.ts';
import type { Judged } from './action/judged.ts';
import type { Task } from './action/task.ts';
import { TOOL_VERSION } from './domain/tool-version.ts';
import { exitStatusOf, tellError } from './exit-status.ts';

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
  const tell = async (told: string): Promise<void> => {
    const { reportFault } = await import('./action/report.ts');
    await reportFault(job, run, told);
  };
  const task = await orTold(job, async () => (await import('./action/task.ts')).readTask(job, run), tell);
  if (task === undefined) return;
  const judged = await orTold(job, () => play(job, task), tell);
  if (judged === undefined) return;
  process.exitCode = exitStatusOf(judged.result.verdict);
  const { report } = await import('./action/report.ts');
  await report(job, task, judged);
}

/** What fails here is the exit status, told in the log and by `tell`. */
async function orTold<T>(
  job: Job,
  body: () => T | Promise<T>,
  tell: (told: string) => Promise<void> = () => Promise.resolve(),
): Promise<T | undefined> {
  try {
    return await body();
  } catch (error) {
    const { text, status } = tellFault(job, error);
    process.exitCode = status;
    await tell(text);
    return undefined;
  }
}

/** What each mode needs is loaded when it is its turn: the first line is out by then. */
async function play(job: Job, task: Task): Promise<Judged> {
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

function tellFault({ log, secrets }: Job, error: unknown): ReturnType<typeof tellError> {
  const told = tellError(error, secrets.redact);
  log.annotate({ level: 'error', title: 'partition-guard', message: told.text });
  return told;
}

/** The step after the job: takes away what a run left that was stopped in the middle. */
import { cleanUp } from './action/clean-up.ts';
import { maskSecrets, openJob } from './action/job.ts';

export async function main(): Promise<void> {
  const job = openJob(process.env, (text) => process.stdout.write(text));
  maskSecrets(job);
  await cleanUp(job);
  process.exitCode = 0;
}

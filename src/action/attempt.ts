/** What is told around a run, of which nothing changes what it came to. */
import { tellError } from '../exit-status.ts';
import type { Job } from './job.ts';

/** What fails here is a warning: the run's result is the exit status. */
export async function attempt<T>(job: Job, what: string, body: () => Promise<T>): Promise<T | undefined> {
  try {
    return await body();
  } catch (error) {
    const { text } = tellError(error, job.secrets.redact);
    job.log.annotate({
      level: 'warning',
      title: `${what} could not be written`,
      message: `What the run came to stands.\n${text}`,
    });
    return undefined;
  }
}

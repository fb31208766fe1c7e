/** What a run leaves word of for the step that cleans up after the job, and that step itself. */
import { tellError } from '../exit-status.ts';
import { isRunMark, newRunMark, type OpenedKind, type RunTrace } from '../postgres/run-trace.ts';
import type { Environment, Job } from './job.ts';
import { saveForPost } from './runner-files.ts';

const MARK = 'mark';
const OPENED = 'opened';
const ENDED = 'ended';

/** Runs `body` with a trace of what it opens; when it ends by itself, well or not, there is nothing to clean up. */
export async function cleanedUpLater<T>(env: Environment, body: (trace: RunTrace) => Promise<T>): Promise<T> {
  const mark = newRunMark();
  const opened = new Set<OpenedKind>();
  try {
    return await body({
      mark,
      onOpening: async (kind) => {
        opened.add(kind);
        await saveForPost(env, MARK, mark);
        await saveForPost(env, OPENED, [...opened].join(','));
      },
    });
  } finally {
    if (opened.size > 0) await saveForPost(env, ENDED, 'true');
  }
}

interface Word {
  readonly mark: string;
  readonly opened: readonly OpenedKind[];
}

const KINDS: readonly OpenedKind[] = ['embedded', 'testcontainers', 'url'];

/** Undefined where a run ended by itself, or never opened a server. */
export function wordOf(env: Environment): Word | undefined {
  const state = (name: string): string => env[`STATE_${name}`] ?? '';
  const mark = state(MARK);
  const opened = state(OPENED).split(',');
  const kinds = KINDS.filter((kind) => opened.includes(kind));
  return state(ENDED) === 'true' || !isRunMark(mark) || kinds.length === 0
    ? undefined
    : { mark, opened: kinds };
}

/** Never throws: a job that is over does not fail for what is left of it. */
export async function cleanUp(job: Job): Promise<void> {
  const word = wordOf(job.env);
  if (word === undefined) return;
  const { log, secrets } = job;
  try {
    const serverUrl = word.opened.includes('url') ? await serverAddress(job) : undefined;
    log.line('partition-guard was stopped in the middle: what it left is taken away.');
    const { removeLeftBehind } = await import('../postgres/left-behind.ts');
    const failures = await removeLeftBehind({ ...word, serverUrl, env: process.env });
    for (const failure of failures) {
      const { text } = tellError(failure, secrets.redact);
      log.annotate({ level: 'warning', title: 'Something is left of a stopped run', message: text });
    }
    if (failures.length === 0) log.line('Nothing is left.');
  } catch (error) {
    const { text } = tellError(error, secrets.redact);
    log.annotate({
      level: 'warning',
      title: 'What a stopped run left could not be taken away',
      message: text,
    });
  }
}

/** Read anew: an address with its password is not left lying in the state. */
async function serverAddress({ cwd, inputs, secrets, log }: Job): Promise<string | undefined> {
  const { loadConfiguration } = await import('../settings/load-configuration.ts');
  const { validateSettings } = await import('../settings/resolve-settings.ts');
  const { server } = await validateSettings({
    cwd,
    ...loadConfiguration(cwd, inputs.text('config')),
    optionStyle: 'input',
    options: { server: inputs.text('server') },
    today: 0n,
  });
  if (server.kind !== 'url') return undefined;
  secrets.add(server.url);
  log.mask(secrets.forms());
  return server.url;
}

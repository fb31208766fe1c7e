/** What every mode that has to do with a target is played with. */
import { type GitHubAccess, requireAccess } from '../github/access.ts';
import type { RepositoryLinks } from '../report/links.ts';
import { createPaint } from '../report/paint.ts';
import type { DeploySettings } from '../settings/deploy-settings.ts';
import type { TargetMode } from '../settings/select-mode.ts';
import { accessOf } from './github-access.ts';
import { type Job, maskSecrets } from './job.ts';
import { linksOf } from './links.ts';
import { targetSettings } from './target-settings.ts';
import type { Task } from './task.ts';

export interface TargetRun {
  readonly job: Job;
  readonly task: Task;
  readonly startedAt: Date;
  readonly settings: DeploySettings;
  readonly github: GitHubAccess | undefined;
  /** Warnings, each once, for the end: the runner obeys nothing while the command prints. */
  readonly warnings: Set<string>;
}

export async function openTargetRun(
  job: Job,
  task: Task,
  mode: TargetMode,
  startedAt: Date,
): Promise<TargetRun> {
  const settings = await targetSettings(job, mode, startedAt);
  const github = requireAccess(job.env, task.run, await accessOf(job, task.run));
  return { job, task, startedAt, settings, github, warnings: new Set() };
}

/** What the commands are given, whichever it is. */
export function commandOf({ job, startedAt, settings, github, warnings }: TargetRun) {
  const { env, log, secrets } = job;
  return {
    settings,
    env,
    startedAt,
    ...(github === undefined ? {} : { github }),
    output: log.stream,
    terminal: { paint: createPaint({ colour: false }) },
    redact: secrets.redact,
    onWarning: (text: string): void => void warnings.add(text),
    onProgress: (text: string): void => log.line(text),
    // The runner is told afterwards: while it obeys nothing, it would print the line that is to mask it.
    onSecret: (secret: string): void => secrets.add(secret),
  };
}

/** While `body` prints, the runner obeys nothing; what it found that is secret is masked in what comes after. */
export async function played<T>({ job }: TargetRun, body: () => Promise<T>): Promise<T> {
  try {
    return await job.log.withoutCommands(body);
  } finally {
    maskSecrets(job);
  }
}

/** Where places of its report lead to. */
export function linked({ task }: TargetRun): { readonly links?: RepositoryLinks } {
  const links = linksOf(task.run);
  return links === undefined ? {} : { links };
}

/** The warnings of a run, as annotations. */
export const warningsOf = ({ warnings }: TargetRun, more: readonly string[] = []) =>
  [...new Set([...warnings, ...more])].map((message) => ({
    level: 'warning' as const,
    title: 'partition-guard',
    message,
  }));

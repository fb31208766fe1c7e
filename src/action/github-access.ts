/** GitHub as this job may ask it: with its token, about what is checked out. */
import { type GitHubAccess, githubAccess } from '../github/access.ts';
import { isSha } from '../github/event-shapes.ts';
import type { GitHubRun } from '../github/event.ts';
import { checkedOut } from '../github/pull-request-base.ts';
import type { Job } from './job.ts';
import { wallClock } from './wall-clock.ts';

/** Undefined where no repository is named. */
export async function accessOf(
  { env, cwd, inputs, log }: Job,
  run: GitHubRun,
): Promise<GitHubAccess | undefined> {
  const runCommit = env['GITHUB_SHA'] ?? '';
  return githubAccess(run, {
    token: inputs.text('token'),
    clock: wallClock,
    checkedOut: await checkedOut(cwd),
    runCommit: isSha(runCommit) ? runCommit : undefined,
    onWait: (text) => log.line(text),
  });
}

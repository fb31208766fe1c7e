/** What tests of deployments ask GitHub with. */
import type { GitHubAccess } from '../../../src/github/access.ts';
import { clientOf } from './comment-requests.ts';
import { TOKENS } from './fake-github.ts';
import type { RunningGitHub } from './with-fake-github.ts';

export const COMMIT = 'a'.repeat(40);
export const OTHER_COMMIT = 'c'.repeat(40);
export const RELEASE = `sha256:${'1'.repeat(64)}`;
export const OTHER_RELEASE = `sha256:${'2'.repeat(64)}`;
export const PLAN = `sha256:${'9'.repeat(64)}`;
export const RUN_URL = 'https://github.com/your-organisation/bookings/actions/runs/1000';

export const accessTo = (
  github: RunningGitHub,
  token: string = TOKENS.workflow,
  more: Partial<GitHubAccess> = {},
): GitHubAccess => ({
  client: clientOf(github, token),
  repository: { owner: 'your-organisation', name: 'bookings' },
  commit: COMMIT,
  runCommit: COMMIT,
  runId: 1000,
  attempt: 1,
  runUrl: RUN_URL,
  ...more,
});

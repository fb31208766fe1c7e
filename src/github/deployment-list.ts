/** Deployments of an environment and their statuses, as GitHub lists them. */
import { z } from 'zod';
import { type GitHubAccess, rootOf } from './access.ts';
import type { Refused } from './answer.ts';
import type { ApiRequest, GitHubSession } from './client.ts';
import { type Author, authorIn } from './own-author.ts';
import { Pages, readPages } from './pages.ts';
import type { Unreachable } from './patience.ts';
import { releaseIn } from './release-text.ts';

/** What ours are for. */
export const TASK = 'deploy:partition-guard';
/** Of those that GitHub files for a job's `environment:`. */
const TASK_OF_JOBS = 'deploy';

const PAYLOAD = z.object({ release: z.string(), run: z.string().optional() });

const DEPLOYMENT = z.object({
  id: z.number(),
  sha: z.string(),
  task: z.string(),
  environment: z.string(),
  /** An object or a text; text that holds JSON comes as either. */
  payload: z.unknown(),
  creator: z.unknown(),
});

export interface ListedDeployment {
  readonly id: number;
  readonly commit: string;
  readonly isOurs: boolean;
  /** As GitHub files them for jobs: in the name of the person who started the run. Others can file such, too. */
  readonly mayBeOfJob: boolean;
  /** What the one that filed it says it deploys; undefined of GitHub's own. */
  readonly release: string | undefined;
  /** Which run filed it, where that is told. */
  readonly run: string | undefined;
  readonly author: Author | undefined;
}

const STATUS = z.object({
  id: z.number(),
  state: z.string(),
  description: z.string().nullish(),
  log_url: z.string().nullish(),
  target_url: z.string().nullish(),
  creator: z.unknown(),
});

export interface DeploymentStatus {
  readonly id: number;
  readonly state: string;
  readonly release: string | undefined;
  readonly logUrl: string;
  readonly author: Author | undefined;
}

export const deploymentsPath = ({ repository }: GitHubAccess): string[] => [
  ...rootOf(repository),
  'deployments',
];

export const statusesPath = (access: GitHubAccess, id: number): (string | number)[] => [
  ...deploymentsPath(access),
  id,
  'statuses',
];

/** Newest first, a page at a time. */
export class Deployments {
  readonly #pages: Pages;

  constructor(session: GitHubSession, access: GitHubAccess, query: NonNullable<ApiRequest['query']>) {
    this.#pages = new Pages(session, { method: 'GET', path: deploymentsPath(access), query });
  }

  async next(): Promise<readonly ListedDeployment[] | Refused | Unreachable | undefined> {
    const page = await this.#pages.next();
    return page === undefined || 'kind' in page ? page : page.flatMap((one) => deploymentIn(one) ?? []);
  }
}

export function deploymentIn(data: unknown): ListedDeployment | undefined {
  const { data: one } = DEPLOYMENT.safeParse(data);
  if (!one) return undefined;
  const { data: payload } = PAYLOAD.safeParse(payloadIn(one.payload));
  return {
    id: one.id,
    commit: one.sha,
    isOurs: one.task === TASK,
    mayBeOfJob: one.task === TASK_OF_JOBS,
    release: payload?.release,
    run: payload?.run,
    author: authorIn(one.creator),
  };
}

function payloadIn(payload: unknown): unknown {
  if (typeof payload !== 'string') return payload;
  try {
    return JSON.parse(payload);
  } catch {
    return undefined;
  }
}

/** Oldest first. */
export async function statusesOf(
  session: GitHubSession,
  access: GitHubAccess,
  id: number,
): Promise<readonly DeploymentStatus[] | Refused | Unreachable> {
  const answer = await readPages(session, { method: 'GET', path: statusesPath(access, id) });
  if ('kind' in answer) return answer;
  const statuses = answer.flatMap((one) => {
    const { data: status } = STATUS.safeParse(one);
    return status ? [statusOf(status)] : [];
  });
  return statuses.sort((a, b) => a.id - b.id);
}

const statusOf = (status: z.infer<typeof STATUS>): DeploymentStatus => ({
  id: status.id,
  state: status.state,
  release: releaseIn(status.description ?? ''),
  logUrl: status.log_url || status.target_url || '',
  author: authorIn(status.creator),
});

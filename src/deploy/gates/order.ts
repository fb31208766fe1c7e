/** Gate: an environment gets a release only after the one before it has had it, with success. */
import type { Refusal } from '../../domain/deployment.ts';
import { OperatorError } from '../../domain/operator-error.ts';
import type { GitHubAccess } from '../../github/access.ts';
import { findRelease } from '../../github/released-environment.ts';
import { shortRelease } from '../../github/release-text.ts';

/** What an audit trail tells of deployments. */
export interface PastDeployments {
  /**
   * How the newest ended that was to change something; undefined where none is known.
   * @throws OperatorError where it can't be asked.
   */
  newest(environment: string, release: string): Promise<'succeeded' | 'failed' | undefined>;
}

export interface OrderQuestion {
  readonly environment: string;
  /** In the order of promotion. */
  readonly environments: readonly string[];
  readonly release: string;
  readonly github: GitHubAccess | undefined;
  /** On the target itself: several environments can share a database. */
  readonly audit?: PastDeployments | undefined;
  /** On the database of the environment before, where its address is given. */
  readonly previousAudit?: PastDeployments | undefined;
  readonly onWarning: (text: string) => void;
}

interface Word {
  readonly source: string;
  readonly said: 'succeeded' | 'failed' | undefined;
  /** Why nothing could be learnt there. */
  readonly obstacle?: string;
}

/** One witness of a success is enough, and one of a later failure too much: each knows of its own deployments only. */
export async function orderGate(question: OrderQuestion): Promise<Refusal | undefined> {
  const { environment, environments, release, onWarning } = question;
  const place = environments.findIndex((one) => isSame(one, environment));
  if (place < 0) {
    onWarning(
      `${environment} is none of ${environments.join(', ')}, and no environments are configured: it has no order, and is not held back`,
    );
    return undefined;
  }
  const previous = environments[place - 1];
  if (previous === undefined) return undefined;
  const words = await askAll(question, previous);
  const failed = words.find(({ said }) => said === 'failed');
  const obstacles = words.flatMap(({ source, obstacle }) => (obstacle ? [`${source}: ${obstacle}`] : []));
  if (!failed && words.some(({ said }) => said === 'succeeded')) {
    for (const obstacle of obstacles) onWarning(`the order of environments is known without ${obstacle}`);
    return undefined;
  }
  const asked = words.map(({ source }) => source).join(' and ') || 'nobody';
  const what = failed
    ? `the newest deployment of this release in ${previous} failed, by ${failed.source}`
    : `${previous} has not had this release yet, by ${asked}`;
  const why = obstacles.length === 0 ? '' : `; not everything could be asked: ${obstacles.join('; ')}`;
  return {
    gate: 'order',
    message: `${environment} comes after ${previous}, and ${what} (release ${shortRelease(release)})${why}`,
    hint: `Apply to ${previous} first. Where its database is another one and GitHub knows nothing of it, PARTITION_GUARD_PREVIOUS_TARGET names it; environments: in the configuration is the order.`,
  };
}

/** As GitHub has it: `prod` is `PROD`. */
const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

async function askAll(question: OrderQuestion, previous: string): Promise<Word[]> {
  const { github, audit, previousAudit, release } = question;
  const byAudit = async (past: PastDeployments, source: string): Promise<Word> => {
    try {
      return { source, said: await past.newest(previous, release) };
    } catch (error) {
      // Its password or its network: the reason is told, and nothing is taken from it.
      if (!(error instanceof OperatorError)) throw error;
      return { source, said: undefined, obstacle: error.message };
    }
  };
  return [
    ...(github ? [await byGitHub(github, previous, release)] : []),
    ...(audit ? [await byAudit(audit, 'the audit on the target')] : []),
    ...(previousAudit ? [await byAudit(previousAudit, `the audit in ${previous}`)] : []),
  ];
}

async function byGitHub(github: GitHubAccess, previous: string, release: string): Promise<Word> {
  const source = 'the deployments on GitHub';
  const found = await findRelease(github, { environment: previous, release });
  switch (found.kind) {
    case 'succeeded':
    case 'failed':
      return { source, said: found.kind };
    case 'none':
      return { source, said: undefined };
    case 'unknown':
      return { source, said: undefined, obstacle: found.reason };
  }
}

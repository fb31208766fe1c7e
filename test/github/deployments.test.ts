import { describe, expect, it } from '@jest/globals';
import { endDeployment, openDeployment, type OpenedDeployment } from '../../src/github/deployments.ts';
import { findRelease } from '../../src/github/released-environment.ts';
import { accessTo, COMMIT, OTHER_RELEASE, PLAN, RELEASE, RUN_URL } from '../support/github/deploying.ts';
import type { FakeUser } from '../support/github/answers.ts';
import { ACTIONS_BOT, MACHINE_USER, STRANGER, TOKENS } from '../support/github/fake-github.ts';
import type { FakeDeployment } from '../support/github/fake-records.ts';
import { type RunningGitHub, withFakeGitHub } from '../support/github/with-fake-github.ts';

const ASKED = { environment: 'STAGING', release: RELEASE, plan: PLAN, step: 'deploy' };

async function opened(github: RunningGitHub, more: object = {}) {
  const one: OpenedDeployment = await openDeployment(accessTo(github), { ...ASKED, ...more });
  if (one.kind !== 'ours' && one.kind !== 'githubs') throw new Error(`not opened: ${JSON.stringify(one)}`);
  return one;
}

/** As GitHub files it when a job with `environment:` starts: in the name of the person who started the run. */
function filedByGitHub(github: RunningGitHub, run = 1000, environment = 'STAGING'): FakeDeployment {
  const made = github.records.addDeployment({ environment, sha: COMMIT, author: MACHINE_USER });
  const log_url = `https://github.com/your-organisation/bookings/actions/runs/${run}/job/55`;
  for (const state of ['queued', 'in_progress']) {
    github.records.addDeploymentStatus(made, { state, log_url, author: MACHINE_USER });
  }
  return made;
}

const end = (
  github: RunningGitHub,
  deployment: FakeDeployment,
  state: string,
  author: FakeUser = MACHINE_USER,
) => github.records.addDeploymentStatus(deployment, { state, author });

const states = ({ statuses }: FakeDeployment): string[] => statuses.map(({ state }) => state);

const found = async (github: RunningGitHub, release = RELEASE): Promise<string> =>
  (await findRelease(accessTo(github), { environment: 'STAGING', release })).kind;

describe('where the job has no environment', () => {
  it('files a deployment of its own, with release and plan, and its statuses', async () => {
    await withFakeGitHub({}, async (github) => {
      const one = await opened(github);
      expect(one.kind).toBe('ours');
      expect(
        await endDeployment(accessTo(github), one, { state: 'success', words: 'applied' }),
      ).toBeUndefined();
      const [deployment, ...others] = github.records.deployments;
      expect(others).toEqual([]);
      expect(deployment).toMatchObject({
        sha: COMMIT,
        task: 'deploy:partition-guard',
        environment: 'STAGING',
        payload: { tool: 'partition-guard', release: RELEASE, plan: PLAN },
      });
      expect(deployment?.statuses.map(({ state, log_url }) => [state, log_url])).toEqual(
        ['queued', 'in_progress', 'success'].map((state) => [state, RUN_URL]),
      );
      expect(await found(github)).toBe('succeeded');
      expect(await found(github, OTHER_RELEASE)).toBe('none');
    });
  });

  it('files one only where the answer to the first request is lost', async () => {
    await withFakeGitHub({ isUnchecked: true }, async (github) => {
      github.fault(/^POST .*\/deployments$/, { kind: 'cut', isDone: true });
      await opened(github);
      expect(github.records.deployments).toHaveLength(1);
      github.fault(/^POST .*\/deployments$/, { kind: 'cut' });
      await opened(github, { step: 'another' });
      expect(github.records.deployments).toHaveLength(2);
    });
  });

  it('files none without the right to', async () => {
    await withFakeGitHub({}, async (github) => {
      const one = await openDeployment(accessTo(github, TOKENS.readOnly), ASKED);
      expect(one.kind).toBe('forbidden');
      expect(github.records.deployments).toEqual([]);
    });
  });
});

describe('where the job has an environment', () => {
  it('doubles nothing: it says what came of it at the deployment that GitHub filed', async () => {
    await withFakeGitHub({}, async (github) => {
      const before = filedByGitHub(github, 999);
      end(github, before, 'success');
      const foreign = filedByGitHub(github, 10001);
      const githubs = filedByGitHub(github);
      const one = await opened(github);
      expect(one).toMatchObject({ kind: 'githubs', id: githubs.id });
      await endDeployment(accessTo(github), one, { state: 'success', words: 'applied' });
      expect(github.records.deployments).toEqual([before, foreign, githubs]);
      expect(states(githubs)).toEqual(['queued', 'in_progress', 'in_progress', 'success']);
      // GitHub does that itself when the job ends.
      expect(states(before)).toEqual(['queued', 'in_progress', 'success']);
      expect(githubs.statuses.at(-1)?.description).toBe(`applied · release ${RELEASE}`);
      end(github, githubs, 'success');
      expect(await found(github)).toBe('succeeded');
    });
  });

  it('takes back the success where a later step of the job fails', async () => {
    await withFakeGitHub({}, async (github) => {
      const githubs = filedByGitHub(github);
      const one = await opened(github);
      await endDeployment(accessTo(github), one, { state: 'success', words: 'applied' });
      end(github, githubs, 'failure');
      expect(await found(github)).toBe('failed');
    });
  });

  it('takes back the success of one of its own where anybody tells a failure of it', async () => {
    await withFakeGitHub({}, async (github) => {
      const one = await opened(github);
      await endDeployment(accessTo(github), one, { state: 'success', words: 'applied' });
      end(github, github.records.deployments[0] as FakeDeployment, 'error', STRANGER);
      expect(await found(github)).toBe('failed');
    });
  });

  it('says nothing at what somebody else filed by another task, commit or run', async () => {
    await withFakeGitHub({}, async (github) => {
      const log_url = RUN_URL;
      for (const more of [{ task: 'deploy:site' }, { sha: 'c'.repeat(40) }, { run: 1 }]) {
        const { run, ...rest } = { run: undefined, ...more };
        const made = github.records.addDeployment({
          environment: 'STAGING',
          sha: COMMIT,
          author: STRANGER,
          ...rest,
        });
        github.records.addDeploymentStatus(made, {
          state: 'in_progress',
          log_url: run === undefined ? log_url : log_url.replace('1000', String(run)),
          author: STRANGER,
        });
      }
      expect((await opened(github)).kind).toBe('ours');
    });
  });

  it('takes no success of GitHub’s for one of the release: the job may have applied nothing', async () => {
    await withFakeGitHub({}, async (github) => {
      end(github, filedByGitHub(github), 'success');
      expect(await found(github)).toBe('none');
      const failed = filedByGitHub(github, 1000);
      const one = await opened(github);
      await endDeployment(accessTo(github), one, { state: 'failure', words: 'rolled back' });
      end(github, failed, 'success');
      expect(await found(github)).toBe('failed');
    });
  });
});

describe('whether a release has succeeded in an environment', () => {
  async function deployed(github: RunningGitHub, release: string, state: 'success' | 'failure' | 'inactive') {
    const one = await opened(github, { release, step: `${release} ${github.records.deployments.length}` });
    await endDeployment(accessTo(github), one, { state, words: state });
  }

  it('goes by its newest deployment', async () => {
    await withFakeGitHub({}, async (github) => {
      await deployed(github, RELEASE, 'success');
      await deployed(github, RELEASE, 'failure');
      expect(await found(github)).toBe('failed');
      await deployed(github, RELEASE, 'success');
      expect(await found(github)).toBe('succeeded');
    });
  });

  it('is not undone by the release after it, which makes it inactive, nor by one that was refused', async () => {
    await withFakeGitHub({}, async (github) => {
      await deployed(github, RELEASE, 'success');
      await deployed(github, OTHER_RELEASE, 'success');
      expect(states(github.records.deployments[0] as FakeDeployment).at(-1)).toBe('inactive');
      await deployed(github, RELEASE, 'inactive');
      expect(await found(github)).toBe('succeeded');
    });
  });

  it('is not told by one that never ended, or that somebody else filed', async () => {
    await withFakeGitHub({}, async (github) => {
      await opened(github);
      const foreign = github.records.addDeployment({
        environment: 'STAGING',
        sha: COMMIT,
        task: 'deploy:partition-guard',
        payload: { release: RELEASE },
        author: STRANGER,
      });
      github.records.addDeploymentStatus(foreign, {
        state: 'success',
        description: `applied · release ${RELEASE}`,
        author: STRANGER,
      });
      const githubs = filedByGitHub(github);
      github.records.addDeploymentStatus(githubs, {
        state: 'success',
        description: `applied · release ${RELEASE}`,
        author: STRANGER,
      });
      expect(await found(github)).toBe('none');
    });
  });

  it('is found on the last of the pages', async () => {
    await withFakeGitHub({}, async (github) => {
      await deployed(github, RELEASE, 'success');
      for (let i = 0; i < 210; i += 1) {
        github.records.addDeployment({
          environment: 'STAGING',
          sha: COMMIT,
          task: 'deploy:partition-guard',
          payload: JSON.stringify({ release: OTHER_RELEASE }),
          author: ACTIONS_BOT,
        });
      }
      expect(await found(github)).toBe('succeeded');
    });
  });

  it('is not known where GitHub refuses to tell or is out of reach', async () => {
    await withFakeGitHub({ isUnchecked: true }, async (github) => {
      const ask = async (token: string) =>
        findRelease(accessTo(github, token), { environment: 'STAGING', release: RELEASE });
      expect(await ask(TOKENS.powerless)).toEqual({
        kind: 'unknown',
        reason: expect.stringContaining('deployments: read'),
      });
      github.fault('/deployments', { kind: 'cut' }, 99);
      expect(await ask(TOKENS.workflow)).toMatchObject({ kind: 'unknown' });
    });
  });
});

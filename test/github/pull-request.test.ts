import { describe, expect, it } from '@jest/globals';
import { readEvent } from '../../src/github/event.ts';
import { findPullRequest, type FoundPullRequest } from '../../src/github/pull-request.ts';
import { clientOf, NEW, OLD } from '../support/github/comment-requests.ts';
import { TOKENS } from '../support/github/fake-github.ts';
import * as events from '../support/github/events.ts';
import { withFakeGitHub, type RunningGitHub } from '../support/github/with-fake-github.ts';

const find = (
  github: RunningGitHub,
  name: string,
  event: object,
  token: string = TOKENS.workflow,
): Promise<FoundPullRequest> =>
  events.withEvent(name, event, (env) => findPullRequest(clientOf(github, token), readEvent(env)));

const FORK = 'contributor/bookings';
const fromFork = (options: events.WorkflowRunOptions = {}): object =>
  events.workflowRunEvent({ isFork: true, ...options });

const BY_COMMIT = `GET /commits/${OLD}/pulls`;

describe('the pull request', () => {
  it.each([
    ['pull_request', events.pullRequestEvent(), 'your-organisation/bookings', false],
    ['pull_request_target', events.pullRequestEvent({ isFork: true }), FORK, true],
  ])('of %s is in the event, and GitHub is not asked', (name, event, headRepository, isFromFork) =>
    withFakeGitHub({}, async (github) => {
      const pullRequest = { number: 7, headSha: OLD, headRepository, isFromFork };
      expect(await find(github, name, event)).toEqual({ kind: 'found', pullRequest });
      expect(github.requests).toEqual([]);
    }),
  );

  it.each([
    ['merge_group', events.mergeGroupEvent(), 'a merge group can hold several pull requests'],
    ['push', events.pushEvent(), 'the event push has no pull request'],
    ['schedule', events.scheduleEvent(), 'the event schedule has no pull request'],
  ])('is none for %s', (name, event, reason) =>
    withFakeGitHub({}, async (github) => {
      expect(await find(github, name, event)).toEqual({
        kind: 'none',
        reason: expect.stringContaining(reason),
      });
      expect(github.requests).toEqual([]);
    }),
  );
});

describe('after another workflow, the pull request', () => {
  it('is the one that GitHub names in the event', () =>
    withFakeGitHub({}, async (github) => {
      const found = await find(github, 'workflow_run', events.workflowRunEvent());
      expect(found).toMatchObject({ kind: 'found', pullRequest: { number: 7, isFromFork: false } });
      expect(github.requests).toEqual([]);
    }));

  it('of a fork is found by its branch, where the commit says nothing', () =>
    withFakeGitHub({}, async (github) => {
      github.addPullRequest({ number: 6, head: OLD, headRepository: FORK, branch: 'another-branch' });
      github.addPullRequest({ number: 7, head: OLD, headRepository: FORK });
      github.addPullRequest({ number: 8, head: NEW, headRepository: FORK });
      const found = await find(github, 'workflow_run', fromFork());
      expect(found).toEqual({
        kind: 'found',
        pullRequest: { number: 7, headSha: OLD, headRepository: FORK, isFromFork: true },
      });
      expect(github.lines).toEqual([BY_COMMIT, 'GET /pulls']);
      expect(github.requests[1]?.query).toBe('state=open&head=contributor%3Ato-quarters&per_page=100');
    }));

  it('is found by its commit, where GitHub knows it', () =>
    withFakeGitHub({}, async (github) => {
      github.addPullRequest({ number: 7, head: OLD });
      const found = await find(github, 'workflow_run', events.workflowRunEvent({ pullRequests: [] }));
      expect(found).toMatchObject({ kind: 'found', pullRequest: { number: 7, isFromFork: false } });
      expect(github.lines).toEqual([BY_COMMIT]);
    }));

  it.each([
    ['has moved on', { head: NEW }],
    ['was closed', { state: 'closed' as const }],
    ['is of another fork', { headRepository: 'contributor/other' }],
    ['has lost its fork', { headRepository: null }],
  ])('is none where it %s', (_, changed) =>
    withFakeGitHub({}, async (github) => {
      github.addPullRequest({ number: 7, head: OLD, headRepository: FORK, ...changed });
      expect(await find(github, 'workflow_run', fromFork())).toEqual({
        kind: 'none',
        reason: `no open pull request ends with ${OLD.slice(0, 12)}: it was closed, or has moved on`,
      });
    }),
  );

  it('is none where it was closed, also where its commit is in this repository', () =>
    withFakeGitHub({}, async (github) => {
      github.addPullRequest({ number: 7, head: OLD, state: 'closed' });
      const event = events.workflowRunEvent({ pullRequests: [] });
      expect((await find(github, 'workflow_run', event)).kind).toBe('none');
      expect(github.lines).toEqual([BY_COMMIT, 'GET /pulls']);
    }));

  it('is none where it goes into another repository', () =>
    withFakeGitHub({}, async (github) => {
      github.addPullRequest({ number: 7, head: OLD });
      github.spoil = (response) => {
        const text = JSON.stringify(response.body);
        return {
          ...response,
          body: JSON.parse(text.replaceAll(/("base":.*?"full_name":)"[^"]+"/g, '$1"somebody/else"')),
        };
      };
      const event = events.workflowRunEvent({ pullRequests: [] });
      expect((await find(github, 'workflow_run', event)).kind).toBe('none');
    }));

  it('is none where several could be meant', () =>
    withFakeGitHub({}, async (github) => {
      github.addPullRequest({ number: 7, head: OLD, headRepository: FORK });
      github.addPullRequest({ number: 8, head: OLD, headRepository: FORK, base: 'release' });
      const reason = 'several pull requests have this head: #7, #8';
      expect(await find(github, 'workflow_run', fromFork())).toEqual({ kind: 'none', reason });
      const pullRequests = [events.pullRequestOfRun(7), events.pullRequestOfRun(8)];
      const event = events.workflowRunEvent({ pullRequests });
      expect(await find(github, 'workflow_run', event)).toEqual({ kind: 'none', reason });
    }));

  it('is not the one in the event whose head is another commit', () =>
    withFakeGitHub({}, async (github) => {
      const event = events.workflowRunEvent({ pullRequests: [events.pullRequestOfRun(7, NEW)] });
      expect((await find(github, 'workflow_run', event)).kind).toBe('none');
    }));

  it.each([
    ['the workflow was started by a push', { startedBy: 'push' }, 'started by push'],
    ['the head’s repository was deleted', { headRepository: null, pullRequests: [] }, 'was deleted'],
  ])('is none where %s, and GitHub is not asked', (_, options, reason) =>
    withFakeGitHub({}, async (github) => {
      const found = await find(github, 'workflow_run', events.workflowRunEvent(options));
      expect(found).toEqual({ kind: 'none', reason: expect.stringContaining(reason) });
      expect(github.requests).toEqual([]);
    }),
  );

  it('of a fork can’t be found without a token, or without GitHub', () =>
    withFakeGitHub({}, async (github) => {
      expect(await find(github, 'workflow_run', fromFork(), '')).toMatchObject({
        kind: 'none',
        reason: expect.stringContaining('no token'),
      });
      github.fault('GET', { kind: 'status', response: { status: 500 } }, 99);
      expect((await find(github, 'workflow_run', fromFork())).kind).toBe('unreachable');
    }));
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { OperatorError } from '../../src/domain/operator-error.ts';
import { readEvent, type GitHubRun } from '../../src/github/event.ts';
import * as events from '../support/github/events.ts';
import { BASE, HEAD, withEvent } from '../support/github/events.ts';

const read = (name: string, event: unknown, more: Record<string, string> = {}): Promise<GitHubRun> =>
  withEvent(name, event, (env) => readEvent({ ...env, ...more }));

const refusal = async (
  name: string,
  event: unknown,
  more: Record<string, string> = {},
): Promise<OperatorError> => {
  const error: unknown = await read(name, event, more).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof OperatorError) return error;
  throw new Error(`expected an OperatorError, not ${String(error)}`);
};

describe('the event', () => {
  it('of a pull request tells its head, not the merge commit', async () => {
    expect(await read('pull_request', events.pullRequestEvent())).toEqual({
      eventName: 'pull_request',
      event: {
        kind: 'pull-request',
        action: 'opened',
        isTarget: false,
        baseSha: BASE,
        baseBranch: 'main',
        pullRequest: {
          number: 7,
          headSha: HEAD,
          headRepository: 'your-organisation/bookings',
          isFromFork: false,
        },
      },
      repository: { owner: 'your-organisation', name: 'bookings' },
      serverUrl: 'https://github.com',
      apiUrl: 'https://api.github.com',
      workflow: 'Pull request',
      job: 'partitions',
      runId: 12345678901,
      attempt: 3,
      runUrl: 'https://github.com/your-organisation/bookings/actions/runs/12345678901',
      headSha: HEAD,
      defaultBranch: 'main',
    });
  });

  it.each([
    ['a fork', { isFork: true }, 'contributor/bookings'],
    ['a fork that is gone', { isGone: true }, undefined],
  ])('of a pull request from %s says so', async (_, options, headRepository) => {
    const { event } = await read('pull_request_target', events.pullRequestEvent(options));
    expect(event).toMatchObject({ isTarget: true, pullRequest: { isFromFork: true, headRepository } });
  });

  it('of a merge group tells the commits, and the number by the name of the branch', async () => {
    const run = await read('merge_group', events.mergeGroupEvent());
    expect(run.event).toEqual({ kind: 'merge-group', headSha: HEAD, baseSha: BASE, pullRequestNumber: 7 });
    expect(run.headSha).toBe(HEAD);
  });

  it.each([
    ['refs/heads/main', {}, { branch: 'main', isDefaultBranch: true, beforeSha: BASE, isDeletion: false }],
    ['refs/heads/release/2', {}, { branch: 'release/2', isDefaultBranch: false }],
    ['refs/tags/main', {}, { branch: undefined, isDefaultBranch: false }],
    ['refs/heads/new', { before: '0'.repeat(40) }, { beforeSha: undefined }],
    ['refs/heads/old', { after: '0'.repeat(40), deleted: true }, { isDeletion: true }],
  ])('of a push to %s tells the branch', async (ref, more, expected) => {
    const { event } = await read('push', events.pushEvent(ref, more));
    expect(event).toMatchObject({ kind: 'push', ...expected });
  });

  it('of other kinds tells no more than it is', async () => {
    expect((await read('schedule', events.scheduleEvent())).event).toEqual({
      kind: 'schedule',
      cron: '0 3 * * *',
    });
    const dispatched = await read('workflow_dispatch', events.dispatchEvent());
    expect(dispatched).toMatchObject({ event: { kind: 'workflow-dispatch' }, headSha: 'e'.repeat(40) });
    expect((await read('issues', { action: 'opened' })).event).toEqual({
      kind: 'other',
      isOnPullRequest: false,
    });
    const odd = { repository: { name: 'bookings' }, schedule: 5 };
    expect(await read('schedule', odd)).toMatchObject({
      event: { kind: 'schedule', cron: undefined },
      defaultBranch: undefined,
    });
  });

  it('of a fork’s workflow’s end tells no pull request of another repository’s branch with the same head', async () => {
    const pullRequests = [events.pullRequestOfRun(7)];
    const run = events.workflowRunEvent({ pullRequests, isFork: true });
    expect(await read('workflow_run', run)).toMatchObject({ event: { pullRequests: [] } });
  });

  it('of another workflow’s end tells its pull requests of this repository only', async () => {
    const pullRequests = [events.pullRequestOfRun(7), events.pullRequestOfRun(9, HEAD, 'somebody/else')];
    const { event } = await read('workflow_run', events.workflowRunEvent({ pullRequests }));
    expect(event).toEqual({
      kind: 'workflow-run',
      startedBy: 'pull_request',
      conclusion: 'success',
      headSha: HEAD,
      headBranch: 'to-quarters',
      headRepository: 'your-organisation/bookings',
      isFromFork: false,
      pullRequests: [{ number: 7, headSha: HEAD }],
      runId: 4711,
      attempt: 2,
    });
  });

  it('is none outside a runner', () => {
    expect(readEvent({})).toMatchObject({
      eventName: '',
      event: { kind: 'other', isOnPullRequest: false },
      repository: undefined,
      apiUrl: 'https://api.github.com',
      runId: undefined,
      runUrl: undefined,
      headSha: undefined,
    });
  });

  it('knows an Enterprise Server by its variables', async () => {
    const more = { GITHUB_API_URL: 'https://git.example/api/v3/', GITHUB_SERVER_URL: 'https://git.example' };
    const run = await read('pull_request', events.pullRequestEvent(), more);
    expect([run.apiUrl, run.runUrl]).toEqual([
      'https://git.example/api/v3',
      'https://git.example/your-organisation/bookings/actions/runs/12345678901',
    ]);
  });
});

describe('an event that is none', () => {
  it.each([
    ['is broken', '{"action":', 'event-unreadable', 'read as JSON'],
    ['is another one', events.pushEvent(), 'event-malformed', 'no pull_request event: see pull_request'],
    ['is a list', [], 'event-malformed', 'no pull_request event'],
    [
      'has a number that is text',
      { ...events.pullRequestEvent(), pull_request: { number: '7; rm -rf' } },
      'event-malformed',
      'pull_request.number',
    ],
    [
      'has a commit that is none',
      events.pullRequestEvent({ head: '--upload-pack=x' }),
      'event-malformed',
      'head.sha',
    ],
    [
      'has a repository that climbs',
      { ...events.pullRequestEvent(), repository: { id: 1, full_name: 'a/..' } },
      'event-malformed',
      'repository.full_name',
    ],
  ])('is refused where it %s, by the place', async (_, event, code, words) => {
    const error = await refusal('pull_request', event);
    expect([error.code, error.message]).toEqual([code, expect.stringContaining(words)]);
  });

  it('has no file', async () => {
    expect(() => readEvent({ GITHUB_EVENT_PATH: '/nowhere/event.json' })).toThrow('/nowhere/event.json');
  });

  it('an address with a password is none, and is not repeated', async () => {
    const error = await refusal('push', events.pushEvent(), {
      GITHUB_API_URL: 'https://me:geheim@git.example',
    });
    expect(error.message).toBe('GITHUB_API_URL is no address of a GitHub server');
    expect(`${error.message} ${error.hint}`).not.toContain('geheim');
  });

  it('a repository that climbs in an address is none', async () => {
    for (const GITHUB_REPOSITORY of ['a/..', '../x', 'a', 'a/b/c', 'a b/c', 'a/b?x']) {
      const run = await read('issues', {}, { GITHUB_REPOSITORY });
      expect(run.repository).toBeUndefined();
    }
  });

  it('is never more than an operator’s error, whatever is in it', async () => {
    const names = fc.constantFrom(
      'pull_request',
      'merge_group',
      'push',
      'workflow_run',
      'schedule',
      'issues',
    );
    const samples = fc.constantFrom<object>(
      events.pullRequestEvent(),
      events.mergeGroupEvent(),
      events.pushEvent(),
      events.workflowRunEvent(),
    );
    const spoilt = fc
      .tuple(samples, fc.nat(), fc.jsonValue())
      .map(([sample, at, value]) => replaceOne(structuredClone(sample), at, value));
    await fc.assert(
      fc.asyncProperty(names, fc.oneof(fc.jsonValue(), spoilt), async (name, event) => {
        await read(name, event).catch((error: unknown) => expect(error).toBeInstanceOf(OperatorError));
      }),
      { numRuns: 1000 },
    );
  });
});

/** Puts a value in one of an object's places. */
function replaceOne(whole: object, at: number, value: unknown): object {
  const places: [Record<string, unknown>, string][] = [];
  const walk = (node: unknown): void => {
    if (node === null || typeof node !== 'object') return;
    for (const key of Object.keys(node)) {
      places.push([node as Record<string, unknown>, key]);
      walk((node as Record<string, unknown>)[key]);
    }
  };
  walk(whole);
  const [holder, key] = places[at % places.length] ?? [];
  if (holder && key !== undefined) holder[key] = value;
  return whole;
}

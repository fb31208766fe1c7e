import { describe, expect, it } from '@jest/globals';
import { upsertComment } from '../../src/github/sticky-comment.ts';
import { bodyOf, clientOf, commentRequest, NEW, OLD } from '../support/github/comment-requests.ts';
import { ACTIONS_BOT, TOKENS } from '../support/github/fake-github.ts';
import { withFakeGitHub, type RunningGitHub } from '../support/github/with-fake-github.ts';

const withPullRequest = (use: (github: RunningGitHub) => Promise<void>): Promise<void> =>
  withFakeGitHub({}, async (github) => {
    github.addPullRequest({ number: 7, head: OLD });
    await use(github);
  });

const NEWER = { head: NEW, runId: 101 };
const newer = (github: RunningGitHub): ReturnType<typeof upsertComment> =>
  upsertComment(clientOf(github), commentRequest('newer', NEWER));

const MOVED = { kind: 'superseded', reason: `the pull request has moved on to ${NEW.slice(0, 12)}` };

describe('where the head moves', () => {
  it('before the comments are read, nothing is written', () =>
    withPullRequest(async (github) => {
      github.push(7, NEW);
      expect(await upsertComment(clientOf(github), commentRequest('old'))).toEqual(MOVED);
      expect(github.comments).toEqual([]);
    }));

  it('between reading and writing, nothing is written', () =>
    withPullRequest(async (github) => {
      github.when('after', 'GET /repos/your-organisation/bookings/issues/7/comments', () =>
        github.push(7, NEW),
      );
      expect(await upsertComment(clientOf(github), commentRequest('old'))).toEqual(MOVED);
      expect(github.comments).toEqual([]);
    }));

  it('and the newer run ends in the middle of an update, its result stands', () =>
    withPullRequest(async (github) => {
      await upsertComment(clientOf(github), commentRequest('first'));
      github.when('after', 'GET /repos/your-organisation/bookings/pulls/7', async () => {
        github.push(7, NEW);
        await newer(github);
      });
      expect(await upsertComment(clientOf(github), commentRequest('again', { attempt: 2 }))).toEqual(MOVED);
      expect(github.comments.map((one) => one.body)).toEqual([bodyOf('newer', NEWER)]);
    }));

  it('and the newer run ends before our creation arrives, what we created is taken back', () =>
    withPullRequest(async (github) => {
      github.when('before', 'POST', async () => {
        github.push(7, NEW);
        expect((await newer(github)).kind).toBe('created');
      });
      expect(await upsertComment(clientOf(github), commentRequest('old'))).toEqual(MOVED);
      expect(github.comments.map((one) => one.body)).toEqual([bodyOf('newer', NEWER)]);
      expect(github.lines.at(-1)).toMatch(/^DELETE /);
    }));

  it('while GitHub is waited for, the repeated writing is not done', () =>
    withPullRequest(async (github) => {
      github.fault('POST', { kind: 'status', response: { status: 503 } });
      github.when('after', 'POST', () => github.push(7, NEW));
      expect(await upsertComment(clientOf(github), commentRequest('old'))).toEqual(MOVED);
      expect(github.comments).toEqual([]);
    }));
});

describe('two runs of one commit', () => {
  const LATER = { runId: 105 };
  const later = (github: RunningGitHub): ReturnType<typeof upsertComment> =>
    upsertComment(clientOf(github), commentRequest('later', LATER));

  it('that create at once leave the oldest comment with the later result', () =>
    withPullRequest(async (github) => {
      github.when('before', 'POST', () => later(github).then(() => undefined));
      const outcome = await upsertComment(clientOf(github), commentRequest('earlier'));
      expect(outcome).toEqual({ kind: 'superseded', reason: 'run 105 judged the same commit later' });
      expect(github.comments.map((one) => one.body)).toEqual([bodyOf('later', LATER)]);
    }));

  it('of which the later one creates second: its result goes to the older comment, its own is deleted', () =>
    withPullRequest(async (github) => {
      github.when('before', 'POST', () =>
        upsertComment(clientOf(github), commentRequest('earlier')).then(() => undefined),
      );
      const outcome = await later(github);
      const [kept, ...others] = github.comments;
      expect(others).toEqual([]);
      expect(kept?.body).toBe(bodyOf('later', LATER));
      expect(outcome).toEqual({ kind: 'created', url: github.urlOf(kept as never) });
      expect(github.lines.slice(-7).map((line) => line.split(' ')[0])).toEqual([
        'GET',
        'PATCH',
        'GET',
        'GET',
        'GET',
        'DELETE',
        'GET',
      ]);
    }));

  it('of which the earlier one ends last lets the later result stand', () =>
    withPullRequest(async (github) => {
      await later(github);
      const outcome = await upsertComment(clientOf(github), commentRequest('earlier'));
      expect(outcome.kind).toBe('superseded');
      expect(github.comments.map((one) => one.body)).toEqual([bodyOf('later', LATER)]);
    }));

  it('attempts of one run count too', () =>
    withPullRequest(async (github) => {
      await upsertComment(clientOf(github), commentRequest('second', { attempt: 2 }));
      await upsertComment(clientOf(github), commentRequest('first', { attempt: 1 }));
      expect(github.comments.map((one) => one.body)).toEqual([bodyOf('second', { attempt: 2 })]);
    }));

  it('jobs of one run with one configuration end, the last one with its say', () =>
    withPullRequest(async (github) => {
      github.when('before', 'POST', () =>
        upsertComment(clientOf(github), commentRequest('one job')).then(() => undefined),
      );
      const outcome = await upsertComment(clientOf(github), commentRequest('other job'));
      expect(outcome.kind).toBe('created');
      expect(github.comments.map((one) => one.body)).toEqual([bodyOf('other job')]);
    }));
});

describe('comments that were left double', () => {
  const double = (github: RunningGitHub): void => {
    for (const runId of [1, 3, 2]) {
      github.addComment({
        pullRequest: 7,
        author: ACTIONS_BOT,
        body: bodyOf(`of ${runId}`, { head: NEW, runId }),
      });
    }
  };

  it('become one: the oldest is kept with the newest result', () =>
    withPullRequest(async (github) => {
      double(github);
      const [oldest] = github.comments;
      const outcome = await upsertComment(clientOf(github), commentRequest('now'));
      expect(outcome).toEqual({ kind: 'updated', url: github.urlOf(oldest as never) });
      expect(github.comments.map((one) => [one.id, one.body])).toEqual([[oldest?.id, bodyOf('now')]]);
    }));

  it('and can’t be deleted stay, once tried each', () =>
    withPullRequest(async (github) => {
      double(github);
      const forbidden = { status: 403, body: { message: 'Must have admin rights to Repository.' } };
      github.fault('DELETE', { kind: 'status', response: forbidden }, 9);
      expect((await upsertComment(clientOf(github, TOKENS.workflow), commentRequest('now'))).kind).toBe(
        'updated',
      );
      expect(github.comments).toHaveLength(3);
      expect(github.lines.filter((line) => line.startsWith('DELETE'))).toHaveLength(2);
    }));
});

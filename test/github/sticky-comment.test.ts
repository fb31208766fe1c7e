import { describe, expect, it } from '@jest/globals';
import { upsertComment } from '../../src/github/sticky-comment.ts';
import { bodyOf, clientOf, commentRequest, FACTS, NEW, OLD } from '../support/github/comment-requests.ts';
import { ACTIONS_BOT, APP_BOT, MACHINE_USER, STRANGER, TOKENS } from '../support/github/fake-github.ts';
import { withFakeGitHub, type RunningGitHub } from '../support/github/with-fake-github.ts';

/** A fake with pull request 7 at the commit OLD. */
const withPullRequest = (use: (github: RunningGitHub) => Promise<void>): Promise<void> =>
  withFakeGitHub({}, async (github) => {
    github.addPullRequest({ number: 7, head: OLD });
    await use(github);
  });

const bodies = (github: RunningGitHub): string[] => github.comments.map((one) => one.body);

/** The reads of a pull request with less than 100 comments. */
const READ = 'GET /issues/7/comments';
const HEAD = 'GET /pulls/7';

describe('a comment', () => {
  it('is created where none is there, and looked at once more', () =>
    withPullRequest(async (github) => {
      const outcome = await upsertComment(clientOf(github), commentRequest('first'));
      expect(outcome).toEqual({ kind: 'created', url: github.urlOf(github.comments[0] as never) });
      expect(bodies(github)).toEqual([bodyOf('first')]);
      expect(github.comments[0]?.author).toEqual(ACTIONS_BOT);
      expect(github.lines).toEqual(['GET /user', READ, HEAD, 'POST /issues/7/comments', READ]);
    }));

  it('is updated in place by the next commit', () =>
    withPullRequest(async (github) => {
      await upsertComment(clientOf(github), commentRequest('first'));
      const [comment] = github.comments;
      github.push(7, NEW);
      const outcome = await upsertComment(
        clientOf(github),
        commentRequest('second', { head: NEW, runId: 101 }),
      );
      expect(outcome).toEqual({ kind: 'updated', url: github.urlOf(comment as never) });
      expect(github.comments.map((one) => [one.id, one.body])).toEqual([
        [comment?.id, bodyOf('second', { head: NEW, runId: 101 })],
      ]);
    }));

  it('is not rewritten where every character is there already', () =>
    withPullRequest(async (github) => {
      await upsertComment(clientOf(github), commentRequest('first'));
      github.requests.length = 0;
      const outcome = await upsertComment(clientOf(github), commentRequest('first'));
      expect(outcome.kind).toBe('unchanged');
      expect(github.lines).toEqual(['GET /user', READ]);
    }));

  it('is rewritten by a later run with the same words, so that it names the run it is to be measured by', () =>
    withPullRequest(async (github) => {
      await upsertComment(clientOf(github), commentRequest('same'));
      await upsertComment(clientOf(github), commentRequest('same', { runId: 103 }));
      // A run between the two that ends last and comes to something else is not the newest.
      const outcome = await upsertComment(clientOf(github), commentRequest('other', { runId: 102 }));
      expect(outcome).toEqual({ kind: 'superseded', reason: 'run 103 judged the same commit later' });
      expect(bodies(github)).toEqual([bodyOf('same', { runId: 103 })]);
    }));

  it('is found behind 250 others, on the last of three pages', () =>
    withPullRequest(async (github) => {
      const add = (): unknown => github.addComment({ pullRequest: 7, author: STRANGER, body: 'hello' });
      for (let i = 0; i < 240; i += 1) add();
      const own = github.addComment({
        pullRequest: 7,
        author: ACTIONS_BOT,
        body: bodyOf('old', { runId: 1 }),
      });
      for (let i = 0; i < 10; i += 1) add();
      github.addComment({ pullRequest: 8, author: ACTIONS_BOT, body: bodyOf('of another pull request') });
      const outcome = await upsertComment(clientOf(github), commentRequest('new'));
      expect(outcome).toEqual({ kind: 'updated', url: github.urlOf(own) });
      expect(own.body).toBe(bodyOf('new'));
      expect(github.requests.filter((one) => one.path.endsWith('/comments')).map((one) => one.query)).toEqual(
        [1, 2, 3, 1, 2, 3].map((page) => `per_page=100&page=${page}`),
      );
    }));

  it('is searched for by the length of a page where the header Link is missing', () =>
    withPullRequest(async (github) => {
      for (let i = 0; i < 100; i += 1) github.addComment({ pullRequest: 7, author: STRANGER, body: 'hello' });
      const own = github.addComment({
        pullRequest: 7,
        author: ACTIONS_BOT,
        body: bodyOf('old', { runId: 1 }),
      });
      github.spoil = (response) => ({ ...response, headers: {} });
      await upsertComment(clientOf(github), commentRequest('new'));
      expect(own.body).toBe(bodyOf('new'));
    }));

  it('is searched for behind a page that GitHub shortens, as it does with hidden comments', () =>
    withPullRequest(async (github) => {
      for (let i = 0; i < 100; i += 1) github.addComment({ pullRequest: 7, author: STRANGER, body: 'hello' });
      const own = github.addComment({
        pullRequest: 7,
        author: ACTIONS_BOT,
        body: bodyOf('old', { runId: 1 }),
      });
      github.spoil = (response) =>
        Array.isArray(response.body) && response.body.length === 100
          ? { ...response, body: (response.body as unknown[]).slice(1) }
          : response;
      await upsertComment(clientOf(github), commentRequest('new'));
      expect(own.body).toBe(bodyOf('new'));
    }));

  it('of another configuration is left alone', () =>
    withPullRequest(async (github) => {
      const other = { configuration: '0123456789ab' };
      await upsertComment(clientOf(github), commentRequest('one'));
      await upsertComment(clientOf(github), commentRequest('two', other));
      expect(bodies(github)).toEqual([bodyOf('one'), bodyOf('two', other)]);
    }));

  it('that was deleted between reading and writing is made anew', () =>
    withPullRequest(async (github) => {
      await upsertComment(clientOf(github), commentRequest('old'));
      github.when('before', 'PATCH', () => {
        github.comments = [];
      });
      const outcome = await upsertComment(clientOf(github), commentRequest('new', { runId: 101 }));
      expect(outcome.kind).toBe('created');
      expect(bodies(github)).toEqual([bodyOf('new', { runId: 101 })]);
    }));

  it('that somebody deletes as soon as it is there is not written again', () =>
    withPullRequest(async (github) => {
      github.when('after', 'POST', () => {
        github.comments = [];
      });
      expect((await upsertComment(clientOf(github), commentRequest('first'))).kind).toBe('created');
      expect(github.lines.filter((line) => line.startsWith('POST'))).toHaveLength(1);
    }));

  it('may have 65,536 characters, and one more is refused with GitHub’s words', () =>
    withPullRequest(async (github) => {
      const most = 65_536 - [...bodyOf('')].length;
      const fits = await upsertComment(clientOf(github), commentRequest('😀'.repeat(most)));
      expect(fits.kind).toBe('created');
      const over = await upsertComment(
        clientOf(github),
        commentRequest('x'.repeat(most + 1), { attempt: 2 }),
      );
      expect(over).toEqual({
        kind: 'refused',
        reason:
          'GitHub refused to write the comment (422: Validation Failed: body is too long (maximum is 65536 characters))',
      });
    }));
});

describe('the modes', () => {
  it('never: asks GitHub nothing', () =>
    withPullRequest(async (github) => {
      const outcome = await upsertComment(clientOf(github), commentRequest('x', {}, { mode: 'never' }));
      expect(outcome).toEqual({ kind: 'none', reason: 'comments are turned off' });
      expect(github.requests).toEqual([]);
    }));

  it('on-failure: writes none where it passes', () =>
    withPullRequest(async (github) => {
      const passing = { mode: 'on-failure', isPass: true } as const;
      const outcome = await upsertComment(clientOf(github), commentRequest('fine', {}, passing));
      expect(outcome).toEqual({ kind: 'none', reason: 'it passes' });
      expect(github.comments).toEqual([]);
    }));

  it('on-failure: writes where it fails, and says so when it passes again', () =>
    withPullRequest(async (github) => {
      await upsertComment(clientOf(github), commentRequest('bad', {}, { mode: 'on-failure' }));
      const passing = { mode: 'on-failure', isPass: true } as const;
      const outcome = await upsertComment(clientOf(github), commentRequest('fine', { runId: 101 }, passing));
      expect(outcome.kind).toBe('updated');
      expect(bodies(github)).toEqual([bodyOf('fine', { runId: 101 })]);
    }));
});

describe('our own author', () => {
  const foreign = [
    ['of another author', STRANGER, bodyOf('hostile')],
    ['of another app', APP_BOT, bodyOf('hostile')],
    ['of a deleted account', null, bodyOf('hostile')],
    ['that quotes it', ACTIONS_BOT, `> ${bodyOf('quoted')}`],
    ['that has it on its second line', ACTIONS_BOT, `Look:\n${bodyOf('quoted')}`],
    ['that has it after a blank', ACTIONS_BOT, ` ${bodyOf('quoted')}`],
  ] as const;
  it.each(foreign)('does not own a comment with the marker %s', (_, author, body) =>
    withPullRequest(async (github) => {
      const comment = github.addComment({ pullRequest: 7, author, body });
      const outcome = await upsertComment(clientOf(github), commentRequest('ours'));
      expect(outcome.kind).toBe('created');
      expect(comment.body).toBe(body);
      expect(github.comments).toHaveLength(2);
    }),
  );

  it('is the user of the token where GitHub tells it, by number', () =>
    withPullRequest(async (github) => {
      const renamed = { ...MACHINE_USER, login: 'former-name' };
      const own = github.addComment({ pullRequest: 7, author: renamed, body: bodyOf('old', { runId: 1 }) });
      const taken = { ...STRANGER, login: MACHINE_USER.login };
      const other = github.addComment({
        pullRequest: 7,
        author: taken,
        body: bodyOf('foreign', { runId: 2 }),
      });
      await upsertComment(clientOf(github, TOKENS.user), commentRequest('new'));
      expect([own.body, other.body]).toEqual([bodyOf('new'), bodyOf('foreign', { runId: 2 })]);
    }));

  it('is the app that the operator names', () =>
    withPullRequest(async (github) => {
      const own = github.addComment({ pullRequest: 7, author: APP_BOT, body: bodyOf('old', { runId: 1 }) });
      const request = commentRequest('new', {}, { author: APP_BOT.login });
      expect((await upsertComment(clientOf(github, TOKENS.app), request)).kind).toBe('updated');
      expect(own.body).toBe(bodyOf('new'));
      expect(github.lines).not.toContain('GET /user');
    }));

  it('is learnt by creating, where an app is not named: then its older comment is found and kept', () =>
    withPullRequest(async (github) => {
      const own = github.addComment({ pullRequest: 7, author: APP_BOT, body: bodyOf('old', { runId: 1 }) });
      const outcome = await upsertComment(clientOf(github, TOKENS.app), commentRequest('new'));
      expect(outcome).toEqual({ kind: 'created', url: github.urlOf(own) });
      expect(github.comments).toEqual([own]);
      expect(own.body).toBe(bodyOf('new'));
    }));
});

it('a body without its marker is a fault of the program', () =>
  withPullRequest(async (github) => {
    const request = { ...commentRequest('x'), facts: { ...FACTS, runId: 5 } };
    await expect(upsertComment(clientOf(github), request)).rejects.toThrow('the first line of a comment');
  }));

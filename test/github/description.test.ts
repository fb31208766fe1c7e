import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { upsertComment } from '../../src/github/sticky-comment.ts';
import { bodyOf, clientOf, commentRequest, OLD } from '../support/github/comment-requests.ts';
import { ACTIONS_BOT, TOKENS } from '../support/github/fake-github.ts';
import { withFakeGitHub } from '../support/github/with-fake-github.ts';

const DESCRIPTION = join(import.meta.dirname, '../fixtures/github/api.github.com.slim.json');

const WRONG = /GitHub's description doesn't allow this/;

const post = async (apiUrl: string, body: string): Promise<number> => {
  const headers = { authorization: `Bearer ${TOKENS.workflow}`, 'content-type': 'application/json' };
  const path = '/repos/your-organisation/bookings/issues/7/comments';
  return (await fetch(`${apiUrl}${path}`, { method: 'POST', headers, body })).status;
};

describe('GitHub’s own description', () => {
  it('refuses a request that it doesn’t allow, and the test fails', async () => {
    const wrong = withFakeGitHub({}, async (github) => {
      github.addPullRequest({ number: 7, head: OLD });
      expect(await post(github.apiUrl, '{"text":"no body"}')).toBe(422);
      expect(github.comments).toEqual([]);
    });
    await expect(wrong).rejects.toThrow(WRONG);
    await expect(wrong).rejects.toThrow("must have required property 'body'");
  });

  it('refuses an answer of the fake that GitHub would not give, and the test fails', async () => {
    const wrong = withFakeGitHub({}, async (github) => {
      github.addPullRequest({ number: 7, head: OLD });
      github.addComment({ pullRequest: 7, author: ACTIONS_BOT, body: bodyOf('old') });
      github.spoil = (response, { path }) =>
        path.endsWith('/comments') ? { ...response, body: [{ id: 'a text' }] } : response;
      await upsertComment(clientOf(github), commentRequest('new'));
    });
    await expect(wrong).rejects.toThrow(WRONG);
    await expect(wrong).rejects.toThrow('node_id');
  });

  it('knows no address beside those that the program uses', async () => {
    const wrong = withFakeGitHub({}, async (github) => {
      await fetch(`${github.apiUrl}/repos/your-organisation/bookings/hooks`);
    });
    await expect(wrong).rejects.toThrow('NO_PATH_MATCHED');
  });

  it('is kept without prose, in order, and says where it comes from', () => {
    const whole = JSON.parse(readFileSync(DESCRIPTION, 'utf8')) as { info: Record<string, unknown> };
    const { info, ...rest } = whole;
    expect(info).toMatchObject({
      license: { name: 'MIT' },
      'x-from': expect.stringMatching(/@\d+\.\d+\.\d+$/),
    });
    const text = JSON.stringify(rest);
    expect(text).not.toMatch(/"(?:description|summary)":"[^"]/);
    expect(text).not.toMatch(/"(?:externalDocs|examples?|x-[a-z-]+)":/);
    expect(JSON.stringify(sorted(whole))).toBe(JSON.stringify(whole));
    expect(text.length).toBeLessThan(400_000);
  });
});

function sorted(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(sorted);
  if (node === null || typeof node !== 'object') return node;
  const entries = Object.entries(node).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, one]) => [key, sorted(one)]));
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { commentWarning, permissionLines, type CommentOutcome } from '../../src/github/comment-outcome.ts';
import { upsertComment, type CommentRequest } from '../../src/github/sticky-comment.ts';
import { clientOf, commentRequest, OLD } from '../support/github/comment-requests.ts';
import { TOKENS } from '../support/github/fake-github.ts';
import { withFakeGitHub, type RunningGitHub } from '../support/github/with-fake-github.ts';

const ROOT = join(import.meta.dirname, '../..');

interface Tried {
  readonly outcome: CommentOutcome;
  readonly title: string | undefined;
  readonly message: string;
}

/** What is told of a comment that can't be written. */
const tried = (
  token: string,
  prepare: (github: RunningGitHub) => void = () => undefined,
  more: Partial<CommentRequest> = {},
): Promise<Tried> =>
  withFakeGitHub({}, async (github) => {
    github.addPullRequest({ number: 7, head: OLD });
    prepare(github);
    const outcome = await upsertComment(clientOf(github, token), commentRequest('x', {}, more));
    const warning = commentWarning(outcome);
    return { outcome, title: warning?.title, message: warning?.message ?? '' };
  });

const LINES = 'permissions:\n  contents: read\n  pull-requests: write';

describe('without the permission', () => {
  it.each([
    ['a token that reads only', TOKENS.readOnly],
    ['a token without pull requests', TOKENS.powerless],
  ])('%s: the warning names it and the lines that give it', async (_, token) => {
    const { outcome, title, message } = await tried(token);
    expect(outcome).toMatchObject({
      kind: 'forbidden',
      permission: 'pull-requests: write',
      isFromFork: false,
    });
    expect(title).toBe('No comment on the pull request');
    expect(message).toContain(
      'The token lacks pull-requests: write. The verdict stands, and the report is in the job summary.',
    );
    expect(message).toContain(`\n${LINES}\nGitHub said: Resource not accessible by integration`);
  });

  it('a fork: the warning says that no line can give it, and which way there is', async () => {
    const { message } = await tried(TOKENS.readOnly, undefined, { isFromFork: true });
    expect(message).toContain('comes from a fork');
    const [, heading, file] = /“(.+?)” in partition-guard's (docs\/\S+\.md)/.exec(message) ?? [];
    expect(readFileSync(join(ROOT, String(file)), 'utf8')).toContain(`\n## ${heading}\n`);
    expect(message).not.toContain('contents: read');
  });

  it('a repository that the token is not told of: so too', async () => {
    const { outcome } = await tried(TOKENS.workflow, (github) => {
      github.pullRequests.length = 0;
    });
    expect(outcome).toMatchObject({ kind: 'forbidden', message: 'Not Found' });
  });

  it('the lines are YAML as a job has them', () => {
    expect(permissionLines('pull-requests: write')).toBe(LINES);
  });
});

describe('other reasons', () => {
  it.each([
    ['no token', '', undefined, 'no-token', ' token: ${{ github.token }}'],
    ['a token of blanks', '  ', undefined, 'no-token', 'has no token'],
    ['a token that has run out', 'ghp_run0out', undefined, 'bad-token', '(401)'],
    [
      'a locked conversation',
      TOKENS.workflow,
      (github: RunningGitHub): void => {
        for (const one of github.pullRequests) one.isLocked = true;
      },
      'locked',
      'conversation is locked',
    ],
    [
      'an archived repository',
      TOKENS.workflow,
      (github: RunningGitHub): void => {
        github.isArchived = true;
      },
      'archived',
      'archived',
    ],
    [
      'a conversation that is gone',
      TOKENS.workflow,
      (github: RunningGitHub): void =>
        github.fault('POST', {
          kind: 'status',
          response: { status: 410, body: { message: 'Issues are disabled' } },
        }),
      'refused',
      'GitHub refused to write the comment (410: Issues are disabled). The verdict stands',
    ],
    [
      'an answer without words',
      TOKENS.workflow,
      (github: RunningGitHub): void => github.fault('POST', { kind: 'status', response: { status: 418 } }),
      'refused',
      '(418: without a word)',
    ],
    [
      'GitHub that stays away',
      TOKENS.workflow,
      (github: RunningGitHub): void => github.fault('GET', { kind: 'status', response: { status: 503 } }, 99),
      'unreachable',
      'GitHub answered 503, 7 times. The verdict stands',
    ],
  ] as const)('%s: one warning in words', async (_, token, prepare, kind, words) => {
    const { outcome, message } = await tried(token, prepare);
    expect(outcome.kind).toBe(kind);
    expect(message).toContain(words);
    if (token !== '') expect(message).not.toContain(token.trim() || 'ghp_');
    expect(message).not.toMatch(/127\.0\.0\.1|ghs_|ghp_/);
  });

  it('GitHub’s words can’t command the runner, nor fill the log', async () => {
    const hostile = '\u001b[31m::add-mask::x\n::set-output name=verdict::pass\n##[command]rm'.padEnd(
      5000,
      '😀',
    );
    const { message } = await tried(TOKENS.workflow, (github) => {
      github.fault('POST', { kind: 'status', response: { status: 418, body: { message: hostile } } });
    });
    expect(message).not.toContain('\u001b');
    expect(message).not.toMatch(/^::|\s::|##\[/);
    expect(message.length).toBeLessThan(700);
  });
});

it('nothing is warned of where nothing is missing', async () => {
  expect((await tried(TOKENS.workflow)).title).toBeUndefined();
  const quiet: CommentOutcome[] = [
    { kind: 'updated', url: 'x' },
    { kind: 'unchanged', url: 'x' },
    { kind: 'superseded', reason: 'x' },
    { kind: 'none', reason: 'x' },
  ];
  expect(quiet.map(commentWarning)).toEqual([undefined, undefined, undefined, undefined]);
});

import { createServer } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { createClient, type ApiRequest, type GitHubSession } from '../../src/github/client.ts';
import { upsertComment } from '../../src/github/sticky-comment.ts';
import { bodyOf, clientOf, commentRequest, OLD } from '../support/github/comment-requests.ts';
import { TOKENS, type FakeResponse } from '../support/github/fake-github.ts';
import type { Fault } from '../support/github/front.ts';
import { FakeClock, withFakeGitHub, type RunningGitHub } from '../support/github/with-fake-github.ts';

const HEAD: ApiRequest = { method: 'GET', path: ['repos', 'your-organisation', 'bookings', 'pulls', 7] };

/** The faults alone are tried here: what is asked is held against the description elsewhere. */
const withFaults = <T>(use: (github: RunningGitHub, session: GitHubSession) => Promise<T>): Promise<T> =>
  withFakeGitHub({ isUnchecked: true }, async (github) => {
    github.addPullRequest({ number: 7, head: OLD });
    const { apiUrl, clock } = github;
    const limits = { requestTimeoutMs: 150 };
    const client = createClient({ apiUrl, clock, token: TOKENS.workflow, jitterSeed: '100.1', limits });
    return use(github, client.openSession());
  });

const answer = (status: number, headers: Record<string, string> = {}, message = 'x'): Fault => ({
  kind: 'status',
  response: { status, headers, body: { message } } satisfies FakeResponse,
});

const inSeconds = (ms: number): string => String(Math.floor(ms / 1000));

describe('a request', () => {
  it.each([500, 502, 503, 504, 408])(
    'that is answered with %i is asked again after growing waits',
    (status) =>
      withFaults(async (github, session) => {
        github.fault('GET', answer(status), 4);
        expect((await session.ask(HEAD)).kind).toBe('ok');
        expect(github.requests.map((one) => one.status)).toEqual([status, status, status, status, 200]);
        const { naps } = github.clock;
        expect(naps).toHaveLength(4);
        naps.forEach((ms, i) => {
          expect(ms).toBeGreaterThanOrEqual(500 * 2 ** i);
          expect(ms).toBeLessThanOrEqual(1000 * 2 ** i);
        });
      }),
  );

  it.each([400, 401, 403, 404, 409, 410, 422, 451])('that is refused with %i is not asked again', (status) =>
    withFaults(async (github, session) => {
      github.fault('GET', answer(status, {}, 'No.'));
      expect(await session.ask(HEAD)).toEqual({ kind: 'refused', status, message: 'No.' });
      expect(github.requests).toHaveLength(1);
      expect(github.clock.naps).toEqual([]);
    }),
  );

  it('of runs that started together is asked again at other times, and of one run at the same', () =>
    withFaults(async (github) => {
      const napsOf = async (jitterSeed: string): Promise<number[]> => {
        const clock = new FakeClock();
        const client = createClient({ apiUrl: github.apiUrl, clock, token: TOKENS.workflow, jitterSeed });
        github.fault('GET', answer(503), 3);
        await client.openSession().ask(HEAD);
        return clock.naps;
      };
      const seeds = ['100.1', '100.2', '101.1', '102.1'];
      const all = [];
      for (const seed of seeds) all.push(await napsOf(seed));
      expect(new Set(all.map(String)).size).toBe(seeds.length);
      expect(await napsOf('100.1')).toEqual(all[0]);
    }));

  it('tells why it waits, and how long, each time', () =>
    withFaults(async (github) => {
      const told: string[] = [];
      const { apiUrl, clock } = github;
      const onWait = (text: string): void => void told.push(text);
      const client = createClient({ apiUrl, clock, token: TOKENS.workflow, jitterSeed: '1', onWait });
      github.fault('GET', answer(503));
      github.fault('GET', answer(429, { 'retry-after': '5' }));
      await client.openSession().ask(HEAD);
      expect(told).toEqual([
        expect.stringMatching(/^GitHub answered 503; asked again in [01]\.\d s$/),
        expect.stringMatching(
          /^GitHub asks to be left alone for a while \(429, rate limit\); asked again in [56]\.\d s$/,
        ),
      ]);
      expect(told.length).toBe(clock.naps.length);
    }));

  it('can’t be led to another address by what is put into its path', () =>
    withFaults(async (github, session) => {
      await session.ask({
        method: 'GET',
        path: ['repos', 'a/b', 'c?d=e#f', 'pulls', 'g%2Fh'],
        query: { head: 'o:a&b=c' },
      });
      expect(github.requests).toMatchObject([
        { path: '/repos/a%2Fb/c%3Fd%3De%23f/pulls/g%252Fh', query: 'head=o%3Aa%26b%3Dc' },
      ]);
    }));

  it('gives up after six more tries', () =>
    withFaults(async (github, session) => {
      github.fault('GET', answer(503), 99);
      expect(await session.ask(HEAD)).toEqual({
        kind: 'unreachable',
        reason: 'GitHub answered 503, 7 times',
      });
      expect(github.requests).toHaveLength(7);
      expect(github.clock.naps).toHaveLength(6);
      expect(github.clock.naps.reduce((a, b) => a + b)).toBeLessThan(60_000);
    }));

  it('shares its tries with the others of one operation', () =>
    withFaults(async (github, session) => {
      github.fault('GET', answer(503), 4);
      await session.ask(HEAD);
      github.fault('GET', answer(503), 99);
      expect((await session.ask(HEAD)).kind).toBe('unreachable');
      expect(github.clock.naps).toHaveLength(6);
    }));

  it.each([
    ['429 and Retry-After', answer(429, { 'retry-after': '20' }), 20],
    ['403 and Retry-After', answer(403, { 'retry-after': '30' }), 30],
    ['429 without a word', answer(429), 60],
    ['a secondary limit without a header', answer(403, {}, 'You have exceeded a secondary rate limit.'), 60],
  ])('waits as long as GitHub says: %s', (_, fault, seconds) =>
    withFaults(async (github, session) => {
      github.fault('GET', fault);
      expect((await session.ask(HEAD)).kind).toBe('ok');
      expect(github.clock.naps).toHaveLength(1);
      expect(github.clock.naps.map(inSeconds)).toEqual([String(seconds)]);
    }),
  );

  it('waits until the limit is set back, where that is soon', () =>
    withFaults(async (github, session) => {
      const reset = String(github.clock.nowMs() / 1000 + 40);
      github.fault('GET', answer(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset }));
      expect((await session.ask(HEAD)).kind).toBe('ok');
      expect(github.clock.naps.map(inSeconds)).toEqual(['41']);
    }));

  it('does not wait an hour', () =>
    withFaults(async (github, session) => {
      const reset = String(github.clock.nowMs() / 1000 + 3600);
      github.fault('GET', answer(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset }));
      expect(await session.ask(HEAD)).toEqual({
        kind: 'unreachable',
        reason: expect.stringMatching(
          /^GitHub’s rate limit of this token is used up; the next try would be in 360[12] s, later than/,
        ),
      });
      expect(github.clock.naps).toEqual([]);
    }));

  it('takes a date in Retry-After', () =>
    withFaults(async (github, session) => {
      const date = new Date(github.clock.nowMs() + 10_000).toUTCString();
      github.fault('GET', answer(503, { 'retry-after': date }));
      await session.ask(HEAD);
      expect(github.clock.naps.map(inSeconds)).toEqual(['10']);
    }));

  it('that is not answered in time is asked again', () =>
    withFaults(async (github, session) => {
      github.fault('GET', { kind: 'hang' }, 2);
      expect((await session.ask(HEAD)).kind).toBe('ok');
      expect(github.requests.map((one) => one.status)).toEqual([0, 0, 200]);
      github.fault('GET', { kind: 'hang' }, 9);
      expect(await session.ask(HEAD)).toEqual({
        kind: 'unreachable',
        reason: 'GitHub did not answer within 0.15 s, 7 times',
      });
    }));

  it.each(['cut', 'half'] as const)('whose connection breaks is asked again (%s)', (kind) =>
    withFaults(async (github, session) => {
      github.fault('GET', { kind, isDone: true }, 2);
      expect((await session.ask(HEAD)).kind).toBe('ok');
      expect(github.requests).toHaveLength(3);
    }),
  );

  it('that a proxy answers with a page of its own is asked again', () =>
    withFaults(async (github, session) => {
      const page = { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>Sign in</html>' };
      github.fault('GET', { kind: 'status', response: page });
      expect(await session.ask(HEAD)).toMatchObject({ kind: 'ok', data: { number: 7 } });
      expect(github.requests).toHaveLength(2);
    }));

  it('goes to an Enterprise Server’s path, with token, version and name', () =>
    withFaults(async (github) => {
      const seen: unknown[] = [];
      github.spoil = (response, { headers }) => {
        seen.push(
          headers.authorization,
          headers['x-github-api-version'],
          headers['user-agent'],
          headers.accept,
        );
        return response;
      };
      const apiUrl = `${github.apiUrl}/api/v3/`;
      const { clock } = github;
      const client = createClient({ apiUrl, clock, token: ` ${TOKENS.workflow}\n`, jitterSeed: '1' });
      expect((await client.openSession().ask(HEAD)).kind).toBe('ok');
      expect(seen).toEqual([
        `token ${TOKENS.workflow}`,
        '2022-11-28',
        expect.stringMatching(/^partition-guard\/\d/),
        'application/vnd.github.v3+json',
      ]);
    }));
});

it('a token that no request can carry is refused at once, like one that GitHub does not know', () =>
  withFaults(async ({ apiUrl, clock, requests }) => {
    const client = createClient({ apiUrl, clock, token: 'two\nlines', jitterSeed: '1' });
    expect(await client.openSession().ask(HEAD)).toMatchObject({ kind: 'refused', status: 401 });
    expect([clock.naps, requests]).toEqual([[], []]);
  }));

describe('GitHub that is not there', () => {
  /** A port on which nobody listens. */
  const closedPort = async (): Promise<number> => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    await new Promise((resolve) => server.close(resolve));
    return port;
  };

  it.each([
    ['nobody listens', async () => `http://user:geheim@127.0.0.1:${await closedPort()}`],
    ['nobody listens on the port', async () => `http://127.0.0.1:${await closedPort()}`],
    ['it is no address', () => Promise.resolve('github')],
  ])('is unreachable, without a word of the address or the token: %s', async (_, url) => {
    const apiUrl = await url();
    const client = createClient({ apiUrl, token: TOKENS.user, clock: new FakeClock(), jitterSeed: '1' });
    const outcome = await upsertComment(client, commentRequest('x'));
    expect(outcome.kind).toBe('unreachable');
    const told = JSON.stringify(outcome);
    expect(told).toContain('GitHub can’t be reached');
    expect(told).not.toMatch(/127|geheim|ghp_|http/);
  });
});

describe('a comment whose writing is disturbed', () => {
  const lines = (github: RunningGitHub): string[] => github.lines.map((line) => line.split(' ')[0] ?? '');

  it.each<[string, Fault]>([
    ['502, and nothing done', answer(502)],
    ['502, and done all the same', { ...answer(502), isDone: true }],
    ['no answer, and done', { kind: 'cut', isDone: true }],
    ['half an answer', { kind: 'half', isDone: true }],
    ['429', answer(429, { 'retry-after': '5' })],
  ])('is there once: %s', (_, fault) =>
    withFakeGitHub({}, async (github) => {
      github.addPullRequest({ number: 7, head: OLD });
      github.fault('POST', fault);
      const outcome = await upsertComment(clientOf(github), commentRequest('x'));
      expect(outcome.kind).toBe('created');
      expect(github.comments.map((one) => one.body)).toEqual([bodyOf('x')]);
      const isDone = fault.isDone === true;
      expect(lines(github)).toEqual([
        ...['GET', 'GET', 'GET', 'POST', 'GET'],
        ...(isDone ? [] : ['GET', 'POST', 'GET']),
      ]);
      expect(github.clock.naps).toHaveLength(1);
    }),
  );

  it('is there once, where an app’s token can’t tell which comments are its own', () =>
    withFakeGitHub({}, async (github) => {
      github.addPullRequest({ number: 7, head: OLD });
      github.fault('POST', { kind: 'cut', isDone: true }, 2);
      await upsertComment(clientOf(github, TOKENS.app), commentRequest('x'));
      expect(github.comments.map((one) => one.body)).toEqual([bodyOf('x')]);
    }));

  it('is updated once more where the answer was lost, and not twice where it is there', () =>
    withFakeGitHub({}, async (github) => {
      github.addPullRequest({ number: 7, head: OLD });
      await upsertComment(clientOf(github), commentRequest('x'));
      github.requests.length = 0;
      github.fault('PATCH', { kind: 'cut', isDone: true });
      const outcome = await upsertComment(clientOf(github), commentRequest('y', { attempt: 2 }));
      expect(outcome.kind).toBe('updated');
      expect(lines(github).filter((method) => method === 'PATCH')).toHaveLength(1);
    }));

  it('is unreachable in the end', () =>
    withFakeGitHub({}, async (github) => {
      github.addPullRequest({ number: 7, head: OLD });
      github.fault('POST', answer(500), 99);
      const outcome = await upsertComment(clientOf(github), commentRequest('x'));
      expect(outcome).toEqual({ kind: 'unreachable', reason: 'GitHub answered 500, 7 times' });
      expect(lines(github).filter((method) => method === 'POST')).toHaveLength(7);
    }));
});

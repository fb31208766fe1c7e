import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { OLD } from '../support/github/comment-requests.ts';
import { TOKENS } from '../support/github/fake-github.ts';
import { close } from '../support/github/front.ts';
import { withFakeGitHub } from '../support/github/with-fake-github.ts';

const run = promisify(execFile);
const PROGRAM = join(import.meta.dirname, '../support/github/asks-once.ts');
const PASSWORD = 'geheim';
const API = 'http://git.example.test/api/v3';

/** A proxy that leads every host to one port, and notes what it was asked for. */
async function withProxy<T>(port: number, use: (address: string, asked: string[]) => Promise<T>): Promise<T> {
  const asked: string[] = [];
  const server: Server = createServer().on('connect', (request, socket) => {
    asked.push(`${request.url} ${request.headers['proxy-authorization'] ?? ''}`);
    const upstream = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.pipe(socket).pipe(upstream);
    });
    for (const one of [upstream, socket]) one.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await use(`127.0.0.1:${(server.address() as { port: number }).port}`, asked);
  } finally {
    await close(server);
  }
}

/** What the program says with these variables and no other proxy's. */
async function answerOf(
  env: Record<string, string>,
): Promise<{ readonly kind: string; readonly reason?: string }> {
  const others = Object.entries(process.env).filter(([name]) => !/proxy$/i.test(name));
  const { stdout, stderr } = await run(process.execPath, [PROGRAM, API, TOKENS.workflow], {
    env: { ...Object.fromEntries(others), GITHUB_API_URL: API, ...env },
    timeout: 30_000,
  });
  expect(`${stdout}${stderr}`).not.toContain(PASSWORD);
  return JSON.parse(stdout) as { readonly kind: string };
}

describe('a proxy in the environment', () => {
  const play = <T>(use: (address: string, asked: string[]) => Promise<T>): Promise<T> =>
    withFakeGitHub({ isUnchecked: true }, async (github) => {
      github.addPullRequest({ number: 7, head: OLD });
      return withProxy(Number(new URL(github.apiUrl).port), use);
    });

  it.each(['http_proxy', 'HTTP_PROXY'])('is gone through: %s', (name) =>
    play(async (address, asked) => {
      expect(await answerOf({ [name]: `http://me:${PASSWORD}@${address}` })).toEqual({ kind: 'ok' });
      const credentials = Buffer.from(`me:${PASSWORD}`).toString('base64');
      expect(asked).toEqual([`git.example.test:80 Basic ${credentials}`]);
    }),
  );

  it('is gone round for a host of no_proxy', () =>
    play(async (address, asked) => {
      const answer = await answerOf({
        http_proxy: `http://${address}`,
        no_proxy: 'other.test,.example.test',
      });
      expect(answer.kind).toBe('unreachable');
      expect(asked).toEqual([]);
    }));

  it('that is for https is not gone through by http', () =>
    play(async (address, asked) => {
      expect((await answerOf({ https_proxy: `http://${address}` })).kind).toBe('unreachable');
      expect(asked).toEqual([]);
    }));

  it('that is not there is told without its password', async () => {
    const answer = await answerOf({ http_proxy: `http://me:${PASSWORD}@127.0.0.1:9` });
    expect(answer).toEqual({
      kind: 'unreachable',
      reason: expect.stringMatching(/^GitHub can’t be reached \([A-Z_]+\)/),
    });
  });
});

/** Against a server on loopback that takes what Slack would. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { type Alert, alertBody, sendAlert } from '../../src/deploy/alert.ts';

const ALERT: Alert = {
  kind: 'completed',
  command: 'apply',
  environment: 'PROD',
  database: 'bookings',
  lines: ['2 migrations applied, 1,000 rows proven equal'],
  runUrl: 'https://github.com/your-organisation/bookings/actions/runs/1000',
};

async function withServer<T>(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  use: (url: string, bodies: string[]) => Promise<T>,
): Promise<T> {
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece: Buffer) => (body += piece.toString()));
    request.on('end', () => {
      bodies.push(body);
      answer(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/hook/s3cr3t`, bodies);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

describe('an alert', () => {
  it('is sent as Slack takes it', async () => {
    await withServer(
      (_, response) => response.end('ok'),
      async (url, bodies) => {
        expect(await sendAlert({ url }, ALERT)).toBeUndefined();
        const [body, ...more] = bodies.map((one) => JSON.parse(one) as { text: string; blocks: unknown });
        expect(more).toEqual([]);
        expect(body?.text).toBe(
          '✅ apply completed in PROD, database bookings\n2 migrations applied, 1,000 rows proven equal',
        );
        expect(JSON.stringify(body?.blocks)).toContain('/actions/runs/1000|The run>');
      },
    );
  });

  it('that is not taken, leads elsewhere or gets no answer is told without the address', async () => {
    const told = async (answer: (request: IncomingMessage, response: ServerResponse) => void) =>
      withServer(answer, async (url) => sendAlert({ url, timeoutMs: 300 }, ALERT));
    const answers = [
      await told((_, response) => response.writeHead(500).end()),
      await told((_, response) => response.writeHead(302, { location: 'https://elsewhere.test/' }).end()),
      await told(() => undefined),
      await told((request) => request.socket.destroy()),
    ];
    expect(answers).toEqual([
      'the webhook answered 500: it was not taken',
      'the webhook answered 302: it leads elsewhere, and is not followed',
      'the webhook did not answer within 0.3 s',
      'the webhook could not be reached',
    ]);
  });

  it.each([
    'http://hooks.example.com/x',
    'ftp://127.0.0.1/',
    'file:///etc/passwd',
    'nonsense',
    'http://127.evil.test/',
  ])('is not sent to %s', async (url) => {
    const send = (async () => Promise.reject(new Error('sent'))) as unknown as typeof fetch;
    expect(await sendAlert({ url, send }, ALERT)).toContain('is not an https:// address');
  });

  it('is sent to any https:// address', async () => {
    const asked: string[] = [];
    const send = (async (address: URL) => {
      asked.push(address.href);
      return Promise.resolve(new Response('ok'));
    }) as unknown as typeof fetch;
    expect(await sendAlert({ url: ' https://hooks.example.com/x ', send }, ALERT)).toBeUndefined();
    expect(asked).toEqual(['https://hooks.example.com/x']);
  });

  it('mentions nobody, whatever a table is called, and stays short', () => {
    const { text, blocks } = alertBody({
      ...ALERT,
      environment: 'PROD <!channel>',
      lines: [
        'table <!here> & @channel <@U123> *bold*',
        ...Array.from({ length: 50 }, () => 'x'.repeat(2000)),
      ],
    });
    expect(text).not.toMatch(/<|@channel|\*bold/);
    expect(text).toContain('&lt;!here&gt; &amp;');
    expect(text).toContain('… and 39 more lines');
    expect(JSON.stringify(blocks).length).toBeLessThan(3200);
  });
});

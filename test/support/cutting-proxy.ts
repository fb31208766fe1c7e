/** Stands between a client and its server, and cuts the connection at a moment of the test's choice: before an answer. */
import { connect, createServer, type Socket } from 'node:net';
import type { ConnectionSettings } from '../../src/postgres/connection.ts';

export interface CuttingProxy {
  /** The same database, by way of the proxy. */
  readonly connection: ConnectionSettings;
  readonly cuts: () => number;
}

/**
 * @param isLast whether what a client sends is the last that it has an answer to: it reaches the server, and the answer to it
 * does not come back. Given all that the same connection has sent before.
 */
export async function withCuttingProxy<T>(
  { host, port, ...rest }: ConnectionSettings,
  isLast: (sent: string, before: string) => boolean,
  body: (proxy: CuttingProxy) => Promise<T>,
): Promise<T> {
  const sockets = new Set<Socket>();
  let cuts = 0;
  const server = createServer((client) => {
    const there = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
    let before = '';
    let isCut = false;
    for (const socket of [client, there]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
    }
    client.on('data', (bytes) => {
      const sent = bytes.toString('latin1');
      if (!isCut && isLast(sent, before)) {
        isCut = true;
        cuts++;
      }
      before += sent;
      there.write(bytes);
    });
    there.on('data', (bytes) => {
      if (isCut) client.destroy();
      else client.write(bytes);
    });
    client.on('close', () => there.end());
    there.on('close', () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  try {
    return await body({
      connection: { ...rest, host: '127.0.0.1', port: address.port },
      cuts: () => cuts,
    });
  } finally {
    for (const socket of sockets) socket.destroy();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }
}

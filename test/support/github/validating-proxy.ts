/** Starts the process that holds requests and answers against GitHub's own description. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';

let child: ChildProcess | undefined;

afterAll(async () => {
  if (child?.connected !== true) return;
  const ended = once(child, 'exit');
  child.disconnect();
  await ended;
});

/**
 * @param port where the fake listens.
 * @returns the proxy's address; it ends with the test file.
 */
export async function validatingProxyOf(port: number): Promise<string> {
  child ??= fork(join(import.meta.dirname, 'validating-proxy.mjs'), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const proxy = child;
  return new Promise((resolve, reject) => {
    const onExit = (): void => reject(new Error('the validating proxy has ended'));
    const onMessage = (message: unknown): void => {
      const { port: asked, url } = message as { readonly port: number; readonly url: string };
      if (asked !== port) return;
      proxy.off('message', onMessage);
      proxy.off('exit', onExit);
      resolve(url);
    };
    proxy.on('message', onMessage);
    proxy.once('exit', onExit);
    proxy.send(port);
  });
}

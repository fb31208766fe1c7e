/** A pgbouncer of a test's own, where the machine has one. */
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { chown, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { delimiter, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { identityOf, minimalEnvironment } from '../../src/postgres/program.ts';
import { findServerUser } from '../../src/postgres/server-user.ts';
import { freePort, type ListeningServer } from './listening-server.ts';

export type PoolMode = 'session' | 'transaction' | 'statement';

/** Where Debian puts it, which is not on everybody's path. */
const FOLDERS = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];

/** The program, or undefined: `apt-get install pgbouncer` brings it. */
export const PGBOUNCER = FOLDERS.map((folder) => join(folder, 'pgbouncer')).find((path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
});

export interface BouncerOptions {
  readonly server: ListeningServer;
  readonly mode: PoolMode;
  readonly settings?: Readonly<Record<string, string>>;
}

/** Hands on the port of a pgbouncer before the server, and ends it. */
export async function withPgbouncer<T>(
  { server, mode, settings = {} }: BouncerOptions,
  body: (port: number) => Promise<T>,
): Promise<T> {
  const user = await findServerUser();
  const port = await freePort();
  const file = join(server.socketFolder, `pgbouncer-${port}.ini`);
  const all = {
    listen_addr: '127.0.0.1',
    listen_port: String(port),
    unix_socket_dir: '',
    auth_type: 'any',
    pool_mode: mode,
    ...settings,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name} = ${value}`);
  const database = `* = host=${server.socketFolder} port=${server.port} user=postgres`;
  await writeFile(file, ['[databases]', database, '[pgbouncer]', ...lines, ''].join('\n'));
  if (user !== undefined) await chown(file, user.uid, user.gid);
  const bouncer = spawn(PGBOUNCER ?? 'pgbouncer', [file], {
    env: minimalEnvironment('/'),
    stdio: ['ignore', 'ignore', 'pipe'],
    ...identityOf(user),
  });
  let log = '';
  bouncer.stderr.setEncoding('utf8').on('data', (text: string) => (log += text));
  const ended = new Promise<void>((resolve) => bouncer.once('close', () => resolve()));
  try {
    for (let tries = 1; !(await answers(port)); tries++) {
      if (tries > 300 || bouncer.exitCode !== null) throw new Error(`pgbouncer does not start: ${log}`);
      await delay(20);
    }
    return await body(port);
  } finally {
    bouncer.kill('SIGKILL');
    await ended;
  }
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const end = (answer: boolean) => () => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', end(true)).once('error', end(false));
  });

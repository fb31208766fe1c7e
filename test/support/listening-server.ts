/** A PostgreSQL server that listens on loopback, with its own rules of who gets in: what a throwaway server never does. */
import { type ChildProcess, spawn } from 'node:child_process';
import { chown, mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { findInstalledBinaries } from '../../src/postgres/binaries.ts';
import { type ConnectionSettings, withClient } from '../../src/postgres/connection.ts';
import { openOwnedFolder } from '../../src/postgres/owned-folder.ts';
import { identityOf, minimalEnvironment, runProgram } from '../../src/postgres/program.ts';
import { findServerUser } from '../../src/postgres/server-user.ts';

export interface ListeningServer {
  readonly port: number;
  /** A superuser, by the socket: let in without a password. */
  readonly admin: (database: string) => ConnectionSettings;
  /** A folder of the test's own, gone with the server. */
  readonly folder: string;
  readonly socketFolder: string;
  readonly log: () => Promise<string>;
  readonly close: () => Promise<void>;
}

export interface ListeningServerOptions {
  /** Lines of pg_hba.conf for TCP. */
  readonly hba: readonly string[];
  readonly settings?: Readonly<Record<string, string>>;
  /** Put beside the data, readable by the server alone; settings name them by `$FOLDER/name`. */
  readonly files?: Readonly<Record<string, string>>;
}

export async function openListeningServer(options: ListeningServerOptions): Promise<ListeningServer> {
  const user = await findServerUser();
  const major = Number(process.env['PARTITION_GUARD_TEST_POSTGRES'] ?? Number.NaN);
  const binaries = await findInstalledBinaries({
    major: Number.isNaN(major) ? undefined : major,
    user,
    path: process.env['PATH'] ?? '',
  });
  if (binaries === undefined) throw new Error('PostgreSQL is not installed');
  const run = await openOwnedFolder(tmpdir(), user === undefined ? 0o700 : 0o711);
  try {
    for (const name of ['data', 's', 'files']) {
      await mkdir(join(run.path, name), { mode: 0o700 });
      if (user !== undefined) await chown(join(run.path, name), user.uid, user.gid);
    }
    const own = join(run.path, 'own');
    await mkdir(own, { mode: 0o700 });
    const env = minimalEnvironment(run.path);
    const data = join(run.path, 'data');
    const made = await runProgram(
      join(binaries.folder, 'initdb'),
      ['--username=postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync', '-D', data],
      { cwd: run.path, env, user, timeoutMs: 120_000 },
    );
    if (!made.ok) throw new Error(`initdb failed (${made.ending}): ${made.stderr}`);
    await writeFile(join(data, 'pg_hba.conf'), ['local all all trust', ...options.hba, ''].join('\n'));
    for (const [name, text] of Object.entries(options.files ?? {})) {
      const path = join(run.path, 'files', name);
      await writeFile(path, text, { mode: 0o600 });
      if (user !== undefined) await chown(path, user.uid, user.gid);
    }
    const port = await freePort();
    const socketFolder = join(run.path, 's');
    const settings = {
      listen_addresses: '127.0.0.1,::1',
      port: String(port),
      unix_socket_directories: socketFolder,
      fsync: 'off',
      timezone: 'UTC',
      ...options.settings,
    };
    const process_ = spawn(
      join(binaries.folder, 'postgres'),
      [
        '-D',
        data,
        ...Object.entries(settings).flatMap(([name, value]) => [
          '-c',
          `${name}=${value.replaceAll('$FOLDER', join(run.path, 'files'))}`,
        ]),
      ],
      { cwd: run.path, env, detached: true, stdio: ['ignore', 'ignore', 'pipe'], ...identityOf(user) },
    );
    if (process_.pid !== undefined) run.adopt(process_.pid);
    let said = '';
    process_.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
    const admin = (database: string): ConnectionSettings => ({
      host: socketFolder,
      port,
      user: 'postgres',
      database,
      ssl: false,
    });
    await untilReady(process_, admin('postgres'), () => said);
    return { port, admin, folder: own, socketFolder, log: async () => said, close: () => run.remove() };
  } catch (error) {
    await run.remove();
    throw error;
  }
}

/** A port that nothing listened on a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function untilReady(
  server: ChildProcess,
  settings: ConnectionSettings,
  log: () => string,
): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await withClient(settings, async (client) => void (await client.query('select 1')));
    } catch (error) {
      if (tries < 600 && server.exitCode === null && server.signalCode === null) await delay(30);
      else throw new Error(`the server does not start: ${log()}`, { cause: error });
    }
  }
}

/** Starts a PostgreSQL process of our own on a prepared data folder, reachable by a socket in the run's folder only. */
import { type ChildProcess, spawn } from 'node:child_process';
import { chown, mkdir, open } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import { type ConnectionSettings, withClient } from './connection.ts';
import { availableMemoryBytes, type DataPlace, findDataPlace } from './data-place.ts';
import { type OwnedFolder, openOwnedFolder, sweepAbandonedFolders } from './owned-folder.ts';
import { unlessInterrupted } from './interrupt.ts';
import { prepareData, startFailure } from './prepared-data.ts';
import { identityOf, minimalEnvironment, type ServerUser } from './program.ts';
import {
  ADMIN_SESSION_OPTIONS,
  DATABASE_PREFIX,
  MIGRATOR,
  OBSERVER,
  type RoleKind,
  SUPERUSER,
} from './roles.ts';
import { type OpenServer, makeServer } from './throwaway-server.ts';

export interface OwnServerOptions {
  readonly binaries: Binaries;
  readonly user: ServerUser | undefined;
  readonly cache: string;
  readonly expectedBytes: number;
  readonly atOnce?: number | undefined;
  readonly onProgress: (text: string) => void;
}

const PORT = 5432;
const READY_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 5_000;

export async function openOwnServer(options: OwnServerOptions): Promise<OpenServer> {
  const place = await findDataPlace(options);
  for (const folder of new Set([place.folder, tmpdir(), options.cache])) {
    for (const removed of await sweepAbandonedFolders(folder)) {
      options.onProgress(`removed what a killed run left: ${removed}`);
    }
  }
  const run = await openOwnedFolder(place.folder, options.user === undefined ? 0o700 : 0o711);
  let postgres: ChildProcess | undefined;
  const close = async (): Promise<void> => {
    if (postgres !== undefined) await stop(postgres);
    await run.remove();
  };
  try {
    for (const name of ['data', 's']) await makeServersFolder(join(run.path, name), options.user);
    await prepareData({ ...options, run });
    postgres = await start(run, place, options);
    const socket = join(run.path, 's');
    await waitUntilReady(postgres, run, options.binaries, settings(socket, 'postgres', 'admin'));
    const { server, endSessions } = makeServer({
      kind: 'embedded',
      version: options.binaries.version,
      dataIn: place.label,
      databasePrefix: DATABASE_PREFIX,
      maintenanceDatabase: 'postgres',
      connection: (database, as) => settings(socket, database, as),
      logTail: () => readLogTail(run),
    });
    return {
      server,
      close: async () => {
        await endSessions();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

const USERS = { admin: SUPERUSER, migrator: MIGRATOR, observer: OBSERVER } as const;

const settings = (socket: string, database: string, as: RoleKind): ConnectionSettings => ({
  host: socket,
  port: PORT,
  user: USERS[as],
  database,
  ssl: false,
  ...(as === 'admin' ? { options: ADMIN_SESSION_OPTIONS } : {}),
});

async function makeServersFolder(path: string, user: ServerUser | undefined): Promise<void> {
  await mkdir(path, { mode: 0o700 });
  if (user !== undefined) await chown(path, user.uid, user.gid);
}

/** What no durability costs: the data is thrown away, and a crash of the machine takes it along. */
function serverSettings(run: OwnedFolder, place: DataPlace): Record<string, string | number> {
  const megabytes = Math.floor(availableMemoryBytes() / 1024 / 1024);
  return {
    listen_addresses: '',
    unix_socket_directories: `"${join(run.path, 's').replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    port: PORT,
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    wal_level: 'minimal',
    max_wal_senders: 0,
    max_wal_size: `${place.walMegabytes}MB`,
    checkpoint_timeout: '1h',
    autovacuum: 'off',
    max_connections: 50,
    shared_buffers: `${Math.min(256, Math.max(16, Math.floor(megabytes / 8)))}MB`,
    // In the data folder, which goes with the run: shared memory files would outlive a killed server.
    dynamic_shared_memory_type: 'mmap',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    logging_collector: 'off',
  };
}

async function start(run: OwnedFolder, place: DataPlace, options: OwnServerOptions): Promise<ChildProcess> {
  const args = Object.entries(serverSettings(run, place)).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const log = await open(logPath(run), 'a', 0o600);
  try {
    await unlessInterrupted();
    const postgres = spawn(
      join(options.binaries.folder, 'postgres'),
      ['-D', join(run.path, 'data'), ...args],
      {
        cwd: run.path,
        env: minimalEnvironment(run.path),
        // Ctrl-C in a terminal reaches us alone, and we stop it in order.
        detached: true,
        stdio: ['ignore', log.fd, log.fd],
        ...identityOf(options.user),
      },
    );
    if (postgres.pid !== undefined) run.adopt(postgres.pid);
    await new Promise<void>((resolve, reject) => {
      postgres.once('spawn', resolve);
      postgres.once('error', reject);
    });
    return postgres;
  } finally {
    await log.close();
  }
}

/** A connection that answers is the only proof; until then a refused one is no failure. */
async function waitUntilReady(
  postgres: ChildProcess,
  run: OwnedFolder,
  binaries: Binaries,
  admin: ConnectionSettings,
): Promise<void> {
  const until = performance.now() + READY_TIMEOUT_MS;
  for (;;) {
    try {
      return await withClient(admin, async (client) => void (await client.query('SELECT 1')));
    } catch (error) {
      const ended = hasEnded(postgres);
      if (ended || performance.now() > until) {
        const how = ended
          ? 'it ended at once'
          : `no answer in ${READY_TIMEOUT_MS / 1000} s (${String(error)})`;
        throw startFailure(binaries, `${how}; its log ends:\n${readLogTail(run)}`);
      }
    }
    await delay(5);
  }
}

const hasEnded = (postgres: ChildProcess): boolean =>
  postgres.exitCode !== null || postgres.signalCode !== null;

/** Immediate shutdown: no checkpoint is worth writing. */
async function stop(postgres: ChildProcess): Promise<void> {
  if (hasEnded(postgres)) return;
  const ended = new Promise<void>((resolve) => postgres.once('exit', () => resolve()));
  postgres.kill('SIGQUIT');
  const patience = setTimeout(() => postgres.kill('SIGKILL'), STOP_TIMEOUT_MS);
  await ended;
  clearTimeout(patience);
}

const logPath = (run: OwnedFolder): string => join(run.path, 'postgres.log');

function readLogTail(run: OwnedFolder): string {
  try {
    return readFileSync(logPath(run), 'utf8').trim().split('\n').slice(-20).join('\n');
  } catch {
    return '';
  }
}

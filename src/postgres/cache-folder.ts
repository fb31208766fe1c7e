/** The folder where fetched programs and prepared data folders outlive a run. */
import { lstat, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openOwnedFolder } from './owned-folder.ts';
import type { ServerUser } from './program.ts';
import { canReach } from './server-user.ts';

export interface CacheFolder {
  readonly path: string;
  /** Removes it where it is a stopgap of this run only. */
  readonly close: () => Promise<void>;
}

export interface CachePlace {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Who must be able to run the programs in it. */
  readonly user: ServerUser | undefined;
}

/** Opens the first usable of the usual places; where none is, a folder that goes with the run. */
export async function openCacheFolder(place: CachePlace): Promise<CacheFolder> {
  for (const path of usualPlaces(place)) {
    if (await isUsable(path, place.user)) return { path, close: async () => undefined };
  }
  const folder = await openOwnedFolder(tmpdir(), place.user === undefined ? 0o700 : 0o711);
  return { path: folder.path, close: folder.remove };
}

function usualPlaces({ env, user }: CachePlace): string[] {
  const chosen = env['XDG_CACHE_HOME'];
  const home = chosen?.startsWith('/') === true ? chosen : join(homedir(), '.cache');
  const places = [join(home, 'partition-guard')];
  // Root's home is closed to the user whom the server runs as.
  if (user !== undefined) places.push('/var/cache/partition-guard');
  return places;
}

async function nearestExisting(path: string): Promise<string> {
  const found = await lstat(path).catch(() => undefined);
  return found === undefined ? await nearestExisting(dirname(path)) : path;
}

/** Programs are run from here: it must be ours alone to write, and the server's user must get to it. */
async function isUsable(path: string, user: ServerUser | undefined): Promise<boolean> {
  try {
    if (!(await canReach(user, await nearestExisting(path)))) return false;
    await mkdir(path, { recursive: true, mode: user === undefined ? 0o700 : 0o755 });
    const found = await lstat(path);
    if (!found.isDirectory() || found.uid !== process.geteuid?.() || (found.mode & 0o022) !== 0) return false;
    const probe = await mkdtemp(join(path, '.probe-'));
    await rm(probe, { recursive: true });
    return await canReach(user, path);
  } catch {
    return false;
  }
}

/** Folders that are gone when we are: made together with the reaper that removes them, and swept when even that failed. */
import { chmod, lstat, mkdir, readdir, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { onInterrupt } from './interrupt.ts';
import { isAbandoned, newOwnedName } from './owner-mark.ts';
import { startReaper } from './reaper.ts';

export interface OwnedFolder {
  readonly path: string;
  /** Has a process, whose command line names the folder, end with it. */
  readonly adopt: (pid: number) => void;
  /** Ends the adopted processes and removes the folder. */
  readonly remove: () => Promise<void>;
}

/** Makes a folder of ours in `parent`; `mode` 0o711 lets another user through to what is theirs in it. */
export async function openOwnedFolder(parent: string, mode: 0o700 | 0o711): Promise<OwnedFolder> {
  const path = join(await realpath(parent), await newOwnedName());
  const reaper = await startReaper(path);
  let removal: Promise<void> | undefined;
  const removeOnce = async (): Promise<void> => {
    await reaper.finish();
    await rm(path, { recursive: true, force: true });
  };
  const forget = onInterrupt(() => (removal ??= removeOnce()));
  const remove = async (): Promise<void> => {
    try {
      await (removal ??= removeOnce());
    } finally {
      forget();
    }
  };
  try {
    await mkdir(path, { mode });
    await chmod(path, mode);
  } catch (error) {
    await remove();
    throw error;
  }
  return { path, adopt: reaper.adopt, remove };
}

/**
 * Removes what killed runs of this user left in `parent`, servers still running there included.
 * @returns the folders that it removed.
 */
export async function sweepAbandonedFolders(parent: string): Promise<string[]> {
  const removed: string[] = [];
  const root = await realpath(parent);
  for (const name of await readdir(root)) {
    if (!(await isAbandoned(name))) continue;
    const path = join(root, name);
    const found = await lstat(path).catch(() => undefined);
    if (found === undefined || !found.isDirectory() || found.uid !== process.geteuid?.()) continue;
    await (await startReaper(path)).finish();
    removed.push(path);
  }
  return removed;
}

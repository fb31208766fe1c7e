/** Archives in a folder: written under another name, synchronised, and linked to their own. */
import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, link, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { EXIT, OperatorError } from '../../domain/operator-error.ts';
import { errorCode } from '../../postgres/error-code.ts';
import type { ArchiveSink, ArchiveSource, ArchiveStore } from './archive-store.ts';

export function folderStore(folder: string): ArchiveStore {
  const pathOf = (name: string): string => join(folder, ...name.split('/'));
  return {
    locate: pathOf,
    list: (prefix) => listFiles(folder, prefix),
    exists: async (name) =>
      told(folder, 'looked into', async () => (await sizeOf(pathOf(name))) !== undefined),
    open: (name) => told(folder, 'read', () => openFile(pathOf(name))),
    create: (name) => told(folder, 'written to', () => createFile(pathOf(name))),
    close: () => undefined,
  };
}

/** What the file system says, as something that its operator can mend. */
async function told<T>(folder: string, done: string, body: () => Promise<T>): Promise<T> {
  try {
    return await body();
  } catch (cause) {
    if (cause instanceof OperatorError || errorCode(cause) === undefined) throw cause;
    throw new OperatorError(`the archive folder ${folder} can't be ${done}: ${errorCode(cause) ?? ''}`, {
      code: 'archive-folder',
      hint: 'see that the folder is there, has room, and may be read and written by whoever runs this',
      exitStatus: EXIT.fail,
      cause,
    });
  }
}

async function listFiles(folder: string, prefix: string): Promise<string[]> {
  return told(folder, 'listed', async () => {
    try {
      const found = await readdir(folder, { recursive: true });
      return found
        .map((path) => path.split(/[\\/]/).join('/'))
        .filter((name) => name.startsWith(prefix))
        .sort();
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return [];
      throw error;
    }
  });
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

async function openFile(path: string): Promise<ArchiveSource> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    return {
      size,
      read: async (start, end) => {
        const bytes = Buffer.alloc(end - start);
        const { bytesRead } = await file.read(bytes, 0, bytes.length, start);
        if (bytesRead !== bytes.length) throw new Error(`${path} ends before byte ${end}`);
        return bytes;
      },
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function createFile(path: string): Promise<ArchiveSink> {
  await makeFolder(dirname(path));
  // Its own in each run: two that write the same archive at once must not write to one file.
  const begun = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.part`);
  const file = await open(begun, 'wx', 0o640);
  return {
    write: async (bytes) => {
      await file.writeFile(bytes);
    },
    finish: async () => {
      await file.sync();
      await file.close();
      const isNew = await linkTo(begun, path);
      await clearAway(path);
      await syncFolder(dirname(path));
      return isNew;
    },
    abandon: async () => {
      await file.close().catch(() => undefined);
      await unlink(begun).catch(() => undefined);
    },
  };
}

/** Node's own way to make a path tries for ever where folders can be looked into and none be made, as in /proc. */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    const code = errorCode(error);
    if (code === 'EEXIST' && (await stat(path)).isDirectory()) return;
    if (code !== 'ENOENT' || dirname(path) === path) throw error;
    await makeFolder(dirname(path));
    await mkdir(path).catch(ignoreThere);
  }
}

function ignoreThere(error: unknown): void {
  if (errorCode(error) !== 'EEXIST') throw error;
}

/**
 * What killed runs left of an archive that is there now, whole. A run that still writes the same one finds that out when
 * it wants to give it its name.
 */
async function clearAway(path: string): Promise<void> {
  const folder = dirname(path);
  for (const name of await readdir(folder)) {
    if (!name.startsWith(`.${basename(path)}.`) || !name.endsWith('.part')) continue;
    await unlink(join(folder, name)).catch(ignoreMissing);
  }
}

/** A link, unlike a rename, replaces nothing. */
async function linkTo(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    // Another run finished the same archive, and cleared away what it took for left behind.
    if (errorCode(error) === 'ENOENT' && (await sizeOf(to)) !== undefined) return false;
    throw error;
  }
}

/** So that the name survives a crash, too; not every system lets folders be opened. */
async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  } catch (error) {
    if (!['EISDIR', 'EPERM', 'EACCES', 'EINVAL'].includes(errorCode(error) ?? '')) throw error;
  }
}

function ignoreMissing(error: unknown): void {
  if (errorCode(error) !== 'ENOENT') throw error;
}

/** Archives in a folder: written under another name, synchronised, and linked to their own. */
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
  await mkdir(dirname(path), { recursive: true });
  const begun = join(dirname(path), `.${basename(path)}.part`);
  // What a killed run left behind; another run that still writes to it keeps its own file, without a name.
  await unlink(begun).catch(ignoreMissing);
  const file = await open(begun, 'wx', 0o640);
  return {
    write: async (bytes) => {
      await file.writeFile(bytes);
    },
    finish: async () => {
      await file.sync();
      await file.close();
      const isNew = await linkTo(begun, path);
      await unlink(begun).catch(ignoreMissing);
      await syncFolder(dirname(path));
      return isNew;
    },
    abandon: async () => {
      await file.close().catch(() => undefined);
      await unlink(begun).catch(() => undefined);
    },
  };
}

/** A link, unlike a rename, replaces nothing. */
async function linkTo(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
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

/** Where a server's data goes: into memory where it fits, else onto disk, and always where a socket's path fits. */
import { statfs } from 'node:fs/promises';
import { freemem, tmpdir } from 'node:os';
import { EXIT, OperatorError } from '../domain/operator-error.ts';
import type { ServerUser } from './program.ts';
import { canReach } from './server-user.ts';

export interface DataPlace {
  readonly folder: string;
  /** For people: "memory (/dev/shm)". */
  readonly label: string;
  /** How much the write-ahead log may take before it is recycled. */
  readonly walMegabytes: number;
}

const MEGABYTE = 1024 * 1024;
/** The empty server, its log and what sorting spills. */
const MARGIN_BYTES = 256 * MEGABYTE;
const WAL_MEGABYTES = { least: 128, most: 4096 };
/** sun_path holds 108 bytes on Linux and 104 on macOS, a closing zero among them. */
const SOCKET_PATH_BYTES = process.platform === 'darwin' ? 103 : 107;
/** What the run's folder, "/s/" and the socket's own name add to the place. */
const SOCKET_SUFFIX_BYTES = 62;

/** @param options `atOnce`: how many servers there are at once, each with its part of the room. */
export async function findDataPlace(options: {
  readonly atOnce?: number | undefined;
  readonly expectedBytes: number;
  readonly user: ServerUser | undefined;
}): Promise<DataPlace> {
  const needed = options.expectedBytes + MARGIN_BYTES;
  const { atOnce = 1 } = options;
  const memory = process.platform === 'linux' ? await freeBytes('/dev/shm', options.user) : 0;
  // What lies in memory is missing elsewhere: half of it is left to the machine.
  const usable = Math.min(memory, availableMemoryBytes() / 2) / atOnce;
  if (usable >= needed + WAL_MEGABYTES.least * MEGABYTE) {
    return { folder: '/dev/shm', label: 'memory (/dev/shm)', walMegabytes: walMegabytes(usable - needed) };
  }
  for (const folder of new Set([tmpdir(), '/tmp', '/var/tmp'])) {
    if (Buffer.byteLength(folder) + SOCKET_SUFFIX_BYTES > SOCKET_PATH_BYTES) continue;
    const free = (await freeBytes(folder, options.user)) / atOnce;
    if (free < needed + WAL_MEGABYTES.least * MEGABYTE) continue;
    return { folder, label: `disk (${folder})`, walMegabytes: walMegabytes(free - needed) };
  }
  const megabytes = Math.ceil(needed / MEGABYTE + WAL_MEGABYTES.least);
  throw new OperatorError(
    `no room for a throwaway server: it needs ${megabytes} MB in /dev/shm or ${tmpdir()}`,
    {
      code: 'server-no-room',
      hint: 'free some space, set TMPDIR to a roomier folder, or lower --rows',
      exitStatus: EXIT.fault,
    },
  );
}

/** What this process may still take, a container's limit counted in; early releases of Node 20 know the machine's only. */
export const availableMemoryBytes = (): number =>
  typeof process.availableMemory === 'function' ? process.availableMemory() : freemem();

const walMegabytes = (spareBytes: number): number =>
  Math.floor(Math.min(WAL_MEGABYTES.most, Math.max(WAL_MEGABYTES.least, spareBytes / MEGABYTE / 2)));

async function freeBytes(folder: string, user: ServerUser | undefined): Promise<number> {
  try {
    if (!(await canReach(user, folder))) return 0;
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return 0;
  }
}

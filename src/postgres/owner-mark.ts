/** The mark of the process that owns a folder, kept in the folder's name, and whether that process still lives. */
import { randomBytes } from 'node:crypto';
import { readFile, readlink } from 'node:fs/promises';
import { minimalEnvironment, runProgram } from './program.ts';

const PREFIX = 'partition-guard';
const NAME = /^partition-guard-(?<space>[0-9a-z]+)-(?<pid>[0-9a-z]+)-(?<start>[0-9a-z]+)-[0-9a-z]+$/;

/** A new folder name that says who owns it; short, since a unix socket's path has room for some 100 bytes. */
export async function newOwnedName(): Promise<string> {
  const start = await startOf(process.pid);
  // Of one length, so that no name is the beginning of another.
  const random = randomBytes(3).readUIntBE(0, 3).toString(36).padStart(5, '0');
  return [PREFIX, await processSpace(), process.pid.toString(36), start ?? '0', random].join('-');
}

/** Whether a folder's name is ours and the process that made it is gone. */
export async function isAbandoned(name: string): Promise<boolean> {
  const { space, pid, start } = NAME.exec(name)?.groups ?? {};
  if (space === undefined || pid === undefined) return false;
  // Process ids of another container mean nothing here.
  if (space !== (await processSpace())) return false;
  return (await startOf(Number.parseInt(pid, 36))) !== start;
}

/** What tells this machine's process ids from those of another container on it. */
async function processSpace(): Promise<string> {
  if (process.platform !== 'linux') return '0';
  const link = await readlink('/proc/self/ns/pid').catch(() => '');
  return Number(/\d+/.exec(link)?.[0] ?? 0).toString(36);
}

/** When a process was started, so that its number, given again, is not taken for it; undefined when it is gone. */
async function startOf(pid: number): Promise<string | undefined> {
  if (process.platform === 'linux') {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
    // The command's name, second, may hold blanks and brackets: count from its end; the start is the 22nd field.
    const ticks = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return ticks === undefined ? undefined : Number(ticks).toString(36);
  }
  const end = await runProgram('ps', ['-o', 'lstart=', '-p', String(pid)], {
    cwd: '/',
    env: minimalEnvironment('/'),
    timeoutMs: 10_000,
  });
  const seconds = Date.parse(`${end.stdout.trim()} UTC`) / 1000;
  return Number.isNaN(seconds) ? undefined : seconds.toString(36);
}

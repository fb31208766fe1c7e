/** What is still there of a run: its processes and its folders, and waiting until a condition holds. */
import { execFile, spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { ServerKind } from '../../src/postgres/server.ts';

const TRIES = 750;
const PAUSE_MS = 20;

/** Asks again and again, a bounded number of times, until `find` finds nothing more; hands back what it found last. */
export async function untilNothing(find: () => Promise<readonly string[]>): Promise<readonly string[]> {
  for (let tries = 1; ; tries++) {
    const found = await find();
    if (found.length === 0 || tries === TRIES) return found;
    await delay(PAUSE_MS);
  }
}

/** The folders that the process `pid` owns, by the mark in their names. */
export async function foldersOf(pid: number, alsoIn: readonly string[] = []): Promise<string[]> {
  const found: string[] = [];
  for (const parent of new Set(['/dev/shm', tmpdir(), ...alsoIn])) {
    const names = await readdir(parent).catch(() => []);
    const mark = `-${pid.toString(36)}-`;
    found.push(
      ...names
        .filter((n) => n.startsWith('partition-guard-') && n.includes(mark))
        .map((n) => join(parent, n)),
    );
  }
  return found;
}

/** The processes, as "pid command", whose command line names one of the folders. */
export async function processesNaming(folders: readonly string[]): Promise<string[]> {
  const { stdout } = await promisify(execFile)('ps', ['-eo', 'pid=,args=']);
  return stdout.split('\n').filter((line) => folders.some((folder) => line.includes(folder)));
}

export interface HeldServer {
  readonly pid: number;
  /** Resolves with the rest of the first line that begins so. */
  readonly line: (start: string) => Promise<string>;
  readonly kill: (signal: NodeJS.Signals) => void;
  readonly end: Promise<{ readonly status: number | null; readonly stderr: string }>;
}

/** Starts a process of its own that holds a throwaway server: an embedded one, or that of a run with a mark. */
export function holdServer(
  ending: 'wait' | 'throw' | 'end',
  env: NodeJS.ProcessEnv = {},
  of?: { readonly kind: ServerKind; readonly mark: string },
): HeldServer {
  const asked = of === undefined ? [] : [JSON.stringify(of.kind), of.mark];
  const holder = spawn(process.execPath, [join(import.meta.dirname, 'server-holder.ts'), ending, ...asked], {
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  holder.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  holder.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const end = new Promise<{ status: number | null; stderr: string }>((resolve) =>
    holder.once('close', (status) => resolve({ status, stderr })),
  );
  const line = (start: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = stdout
          .split('\n')
          .slice(0, -1)
          .find((text) => text.startsWith(start));
        if (found !== undefined) resolve(found.slice(start.length));
      };
      holder.stdout.on('data', look);
      holder.once('close', () => reject(new Error(`no line "${start}" in: ${stdout}${stderr}`)));
      look();
    });
  return { pid: holder.pid ?? 0, line, end, kill: (signal) => void holder.kill(signal) };
}

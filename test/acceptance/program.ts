/** Runs the program as its user does: a process of its own, in a folder, with little in its environment. */
import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..', '..');

export interface Invocation {
  readonly cwd: string;
  readonly args: readonly string[];
  /** Added to the environment. */
  readonly env?: NodeJS.ProcessEnv;
  /** What is run: the sources, unless it is said. */
  readonly command?: readonly [string, ...string[]];
}

export interface Ending {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

const SOURCES: readonly [string, string] = [process.execPath, join(ROOT, 'test', 'support', 'cli-entry.ts')];

/** The tests of one file share a cache, so that the data folder is prepared once. */
export class Programs {
  readonly #atOnce: number;
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  #cache: Promise<string> | undefined;

  /** @param atOnce how many run at a time; further ones wait. */
  constructor(atOnce: number) {
    this.#atOnce = atOnce;
  }

  async run(invocation: Invocation): Promise<Ending> {
    if (this.#running >= this.#atOnce) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#running += 1;
    try {
      return await runToItsEnd(invocation, await this.cache());
    } finally {
      this.#running -= 1;
      this.#waiting.shift()?.();
    }
  }

  /** The folder that stands for the user's cache. */
  cache(): Promise<string> {
    return (this.#cache ??= makeCache());
  }

  async removeCache(): Promise<void> {
    if (this.#cache) await rm(await this.#cache, { recursive: true, force: true });
  }
}

async function makeCache(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cache-of-acceptance-'));
  // Started as root, the server runs as somebody else, who must get to it.
  await chmod(folder, 0o755);
  return folder;
}

function runToItsEnd({ cwd, args, env, command = SOURCES }: Invocation, cache: string): Promise<Ending> {
  const [program, ...before] = command;
  const { PATH, HOME } = process.env;
  const child = spawn(program, [...before, ...args], {
    cwd,
    env: { PATH, HOME, XDG_CACHE_HOME: cache, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status, signal) => resolve({ status, signal, stdout, stderr }));
  });
}

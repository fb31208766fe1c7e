/** Runs a program to its end, without a shell, and hands back what it said. */
import { spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { onInterrupt, unlessInterrupted } from './interrupt.ts';

/** Somebody to run a program as. */
export interface ServerUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

export interface ProgramOptions {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Whom to run as; without one, as ourselves. */
  readonly user?: ServerUser | undefined;
  readonly timeoutMs: number;
  /** What the program reads; without it, nothing. */
  readonly input?: Readable;
  /** Where the program's output goes; without it, into the answer. */
  readonly output?: Writable;
  readonly onStart?: (pid: number) => void;
}

export interface ProgramEnd {
  readonly ok: boolean;
  readonly stdout: string;
  readonly stderr: string;
  /** For people: "exit status 1", "signal SIGKILL", "not found". */
  readonly ending: string;
}

/** What a program of ours is given of the environment: nothing that the caller's settings could change. */
export const minimalEnvironment = (home: string): NodeJS.ProcessEnv => ({
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  LANG: 'C',
  LC_ALL: 'C',
  TZ: 'UTC',
  HOME: home,
});

export const identityOf = (user: ServerUser | undefined): { uid?: number; gid?: number } =>
  user === undefined ? {} : { uid: user.uid, gid: user.gid };

export async function runProgram(
  file: string,
  args: readonly string[],
  options: ProgramOptions,
): Promise<ProgramEnd> {
  await unlessInterrupted();
  const program = spawn(file, args, {
    cwd: options.cwd,
    env: options.env,
    stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    ...identityOf(options.user),
  });
  if (program.pid !== undefined) options.onStart?.(program.pid);
  const patience = setTimeout(() => program.kill('SIGKILL'), options.timeoutMs);
  const forget = onInterrupt(async () => void program.kill('SIGKILL'));
  const ended = new Promise<string>((resolve) => {
    program.once('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code === 'ENOENT' ? 'not found' : error.message),
    );
    program.once('close', (status, signal) =>
      resolve(signal === null ? `exit status ${status}` : `signal ${signal}`),
    );
  });
  try {
    const said = { stdout: '', stderr: '' };
    // The stream's own end is waited for: "close" may come before the last bytes are written on.
    const streams: Promise<unknown>[] = [collect(program.stderr, (text) => (said.stderr += text))];
    if (options.output !== undefined) streams.push(pipeline(program.stdout as Readable, options.output));
    else streams.push(collect(program.stdout, (text) => (said.stdout += text)));
    if (options.input !== undefined) {
      streams.push(pipeline(options.input, program.stdin as Writable).catch(() => undefined));
    }
    const ending = await ended;
    await Promise.all(streams);
    return { ...said, ending, ok: ending === 'exit status 0' };
  } finally {
    clearTimeout(patience);
    forget();
  }
}

async function collect(stream: Readable | null, add: (text: string) => void): Promise<void> {
  if (stream === null) return;
  stream.setEncoding('utf8');
  stream.on('data', add);
  await new Promise<void>((resolve) => stream.once('close', resolve));
}

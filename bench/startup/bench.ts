/** The time from the start of `node dist/index.js` to its first line, beside an empty Node's. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { median } from '../median.ts';
import { renderTable } from '../table.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The longest that a reader of the log waits for the first line. */
const MOST_MS = 150;

const PROGRAMS = {
  'node dist/index.js': [join(ROOT, 'dist', 'index.js')],
  'node dist/cli.js --version': [join(ROOT, 'dist', 'cli.js'), '--version'],
  'an empty Node': ['-e', 'console.log("here")'],
} as const;
type ProgramName = keyof typeof PROGRAMS;
const NAMES = Object.keys(PROGRAMS) as ProgramName[];

/** The programs take turns, so that a busy machine weighs on all; the first turn warms up. @returns the exit status. */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { runs: { type: 'string', default: '21' } } });
  const times = new Map<ProgramName, number[]>(NAMES.map((name) => [name, []]));
  for (let turn = 0; turn <= Number(values.runs); turn += 1) {
    for (const name of NAMES) {
      const ms = await firstLineMs(PROGRAMS[name]);
      if (turn > 0) times.get(name)?.push(ms);
    }
  }
  const medianOf = (name: ProgramName): number => median(times.get(name) ?? []);
  const empty = medianOf('an empty Node');
  const rows = NAMES.map((name) => {
    const own = medianOf(name);
    return [name, own.toFixed(0), (own / empty).toFixed(2)];
  });
  console.log(renderTable([['to the first line', 'ms', '× an empty Node'], ...rows]));
  const action = medianOf('node dist/index.js');
  const kept = action < MOST_MS;
  console.log(
    `\n${kept ? 'kept' : 'NOT KEPT'}: ${action.toFixed(0)} ms of at most ${String(MOST_MS)} ms for the action`,
  );
  return kept ? 0 : 1;
}

/** In an empty folder, where the action finds nothing to do after its first line; it is ended then. */
async function firstLineMs(args: readonly string[]): Promise<number> {
  const cwd = mkdtempSync(join(tmpdir(), 'partition-guard-startup-'));
  try {
    const startedAt = performance.now();
    const process_ = spawn(process.execPath, args, {
      cwd,
      env: { PATH: process.env['PATH'], HOME: cwd, GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: cwd },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = new Promise<void>((resolve) => process_.once('close', () => resolve()));
    const ms = await new Promise<number>((resolve, reject) => {
      process_.stdout.once('data', () => resolve(performance.now() - startedAt));
      process_.once('error', reject);
      process_.once('close', () => reject(new Error(`${args.join(' ')} ended without a line`)));
    });
    process_.kill('SIGKILL');
    await ended;
    return ms;
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

/** Runs a step of the action as GitHub's runner does: inputs and files by variables, commands read from the log. */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ObeyedCommand, obeyed } from './runner-commands.ts';

export interface Step {
  /** A folder like dist/. */
  readonly program: string;
  readonly script?: 'index.js' | 'post.js';
  /** The checkout. */
  readonly workspace: string;
  readonly eventName: string;
  readonly event: unknown;
  readonly inputs?: Readonly<Record<string, string>>;
  /** What the main step has saved for its clean-up. */
  readonly state?: Readonly<Record<string, string>>;
  readonly env?: NodeJS.ProcessEnv;
  /** Called with what is printed, and with what ends the process. */
  readonly watch?: (printed: string, kill: (signal: NodeJS.Signals) => void, pid: number) => void;
}

export interface StepEnd {
  readonly status: number | null;
  readonly pid: number;
  /** Standard output and error, as the log has them. */
  readonly log: string;
  readonly commands: readonly ObeyedCommand[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly summary: string;
  /** Texts of the files that the outputs name. */
  readonly reports: Readonly<Record<string, string>>;
}

/** Sets of the default branch, the repository and so on as `withFakeGitHub` has them. */
export const REPOSITORY = { id: 4711, full_name: 'your-organisation/bookings', default_branch: 'main' };

export async function runStep(step: Step): Promise<StepEnd> {
  const aside = await mkdtemp(join(tmpdir(), 'runner-of-a-test-'));
  try {
    const files = {
      output: join(aside, 'output'),
      state: join(aside, 'state'),
      summary: join(aside, 'summary'),
    };
    for (const file of Object.values(files)) await writeFile(file, '');
    await mkdir(join(aside, 'temp'));
    await writeFile(join(aside, 'event.json'), JSON.stringify(step.event));
    const end = await toItsEnd(step, {
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_NAME: step.eventName,
      GITHUB_EVENT_PATH: join(aside, 'event.json'),
      GITHUB_WORKSPACE: step.workspace,
      GITHUB_OUTPUT: files.output,
      GITHUB_STATE: files.state,
      GITHUB_STEP_SUMMARY: files.summary,
      RUNNER_TEMP: join(aside, 'temp'),
    });
    const outputs = readFileCommands(await readFile(files.output, 'utf8'));
    const reports: Record<string, string> = {};
    for (const [name, path] of Object.entries(outputs)) {
      if (name.endsWith('-report') && path !== '') reports[name] = await readFile(path, 'utf8');
    }
    return {
      ...end,
      commands: obeyed(end.log),
      outputs,
      state: readFileCommands(await readFile(files.state, 'utf8')),
      summary: await readFile(files.summary, 'utf8'),
      reports,
    };
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

function toItsEnd(step: Step, files: NodeJS.ProcessEnv): Promise<Pick<StepEnd, 'status' | 'pid' | 'log'>> {
  const { PATH, HOME } = process.env;
  const inputs = Object.entries(step.inputs ?? {}).map(([name, value]) => [
    `INPUT_${name.replace(/ /g, '_').toUpperCase()}`,
    value,
  ]);
  const state = Object.entries(step.state ?? {}).map(([name, value]) => [`STATE_${name}`, value]);
  const child = spawn(process.execPath, [join(step.program, step.script ?? 'index.js')], {
    cwd: step.workspace,
    env: {
      PATH,
      HOME,
      GITHUB_REPOSITORY: REPOSITORY.full_name,
      GITHUB_WORKFLOW: 'Partitions',
      GITHUB_JOB: 'guard',
      GITHUB_RUN_ID: '1000',
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_SHA: 'f'.repeat(40),
      GITHUB_SERVER_URL: 'https://github.com',
      ...files,
      ...Object.fromEntries(inputs),
      ...Object.fromEntries(state),
      ...step.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      log += text;
      step.watch?.(log, (signal) => void child.kill(signal), child.pid ?? 0);
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, pid: child.pid ?? 0, log }));
  });
}

/** `name<<delimiter`, the value's lines, the delimiter: what is set last counts. */
function readFileCommands(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name = '', , value = ''] of text.matchAll(/^([^\n]+?)<<([^\n]+)\n([^]*?)\n?\2$/gm))
    found[name] = value;
  return found;
}

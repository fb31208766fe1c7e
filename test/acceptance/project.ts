/** Projects on the disk: an example where it lies, or files of a case's own, with a git history where it needs one. */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from './program.ts';

/** Text by path. */
export type Files = Readonly<Record<string, string>>;

export interface Project {
  /** A folder below examples/, run where it lies. */
  readonly example?: string;
  /** Paths of this repository to copy into the project, which then has their places. */
  readonly copies?: readonly string[];
  /** Where in the project the program runs; its top unless it is said. */
  readonly in?: string;
  readonly files?: Files;
  /** What the first commit holds; `copies` and `files` come on top of it. */
  readonly base?: Files;
  /** Paths that the base has and the head has no more. */
  readonly removed?: readonly string[];
}

export interface OpenProject {
  readonly cwd: string;
  /** A folder of the test's own, for reports. */
  readonly aside: string;
  /** The first commit, where there is one. */
  readonly baseRef: string | undefined;
}

export async function withProject<T>(project: Project, body: (open: OpenProject) => Promise<T>): Promise<T> {
  const aside = await mkdtemp(join(tmpdir(), 'project-of-acceptance-'));
  try {
    if (project.example !== undefined) {
      return await body({ cwd: join(ROOT, 'examples', project.example), aside, baseRef: undefined });
    }
    const top = join(aside, 'project');
    await mkdir(top);
    const baseRef = project.base && (await commitBase(top, project.base));
    for (const path of project.removed ?? []) await rm(join(top, path));
    for (const path of project.copies ?? []) await cp(join(ROOT, path), join(top, path), { recursive: true });
    await writeFiles(top, project.files ?? {});
    return await body({ cwd: join(top, project.in ?? '.'), aside, baseRef });
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

export async function writeFiles(folder: string, files: Files): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

async function commitBase(top: string, base: Files): Promise<string> {
  await writeFiles(top, base);
  await git(top, 'init', '--quiet', '--initial-branch=main');
  await git(top, 'add', '--all');
  await git(top, 'commit', '--quiet', '--message=base');
  return (await git(top, 'rev-parse', 'HEAD')).trim();
}

/** Without the settings of whoever runs the tests. */
async function git(cwd: string, ...args: string[]): Promise<string> {
  const identity = [
    '-c',
    'user.name=A Tester',
    '-c',
    'user.email=tester@example.com',
    '-c',
    'commit.gpgsign=false',
  ];
  const { stdout } = await promisify(execFile)('git', [...identity, ...args], {
    cwd,
    env: { PATH: process.env['PATH'], GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
  });
  return stdout;
}

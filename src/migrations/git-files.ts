/** The files of migrations folders as they are at a git ref, read through git itself. */
import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { OperatorError } from '../domain/operator-error.ts';
import { displayPath } from './disk-files.ts';
import { type Mistake, throwMistakes } from './mistake.ts';
import { baseName, isOfInterest, MAX_FILE_BYTES, type SourceFile, tooLarge } from './source-file.ts';

interface GitAnswer {
  readonly status: number | null;
  readonly stdout: Buffer;
  /** Its first line. */
  readonly complaint: string;
}

interface TreeEntry {
  readonly folder: string;
  readonly file: string;
  readonly object: string;
}

/** Every SQL file below the folders at the ref; a folder that is not there gives none. */
export async function readFoldersAt(options: {
  readonly ref: string;
  readonly folders: readonly string[];
  readonly cwd: string;
}): Promise<readonly SourceFile[]> {
  const { ref, folders, cwd } = options;
  const top = await topLevel(cwd, ref);
  const commit = await commitOf(cwd, ref);
  const mistakes: Mistake[] = [];
  const entries = new Map<string, TreeEntry>();
  for (const folder of folders) {
    const tree = insideRepository(top, cwd, folder);
    const listed = await git(cwd, [
      'ls-tree',
      '-r',
      '-z',
      '-l',
      '--full-tree',
      commit,
      ...(tree ? [`${tree}/`] : []),
    ]);
    if (listed.status !== 0) throw gitFailed(`cannot list "${folder}" at ${ref}`, listed);
    for (const line of listed.stdout.toString('utf8').split('\0')) {
      const entry = treeEntry({ line, folder, cwd, top, tree, mistakes });
      if (entry && !entries.has(entry.file)) entries.set(entry.file, entry);
    }
  }
  throwMistakes(mistakes);
  return contents(cwd, [...entries.values()]);
}

/** One line of `ls-tree -l`: mode, type, object, size, a tab, path. */
function treeEntry(options: {
  readonly line: string;
  readonly folder: string;
  readonly cwd: string;
  readonly top: string;
  readonly tree: string;
  readonly mistakes: Mistake[];
}): TreeEntry | undefined {
  const { line, folder, cwd, top, tree, mistakes } = options;
  const match = /^(\d+) (\w+) ([0-9a-f]+) +(\d+|-)\t([^]+)$/.exec(line);
  if (!match) return undefined;
  const [, mode, , object = '', size, inRepository = ''] = match;
  const below = inRepository.slice(tree ? tree.length + 1 : 0);
  if (below.split('/').some((part) => part.startsWith('.')) || !isOfInterest(baseName(inRepository)))
    return undefined;
  const file = displayPath(realpathSync(cwd), path.join(top, inRepository));
  if (mode === '120000' || mode === '160000') {
    mistakes.push({
      file,
      message: 'a symbolic link, which is not followed at a git ref',
      code: 'migration-unreadable',
      hint: 'Put a regular file in the migrations folder.',
    });
  } else if (Number(size) > MAX_FILE_BYTES) {
    mistakes.push(tooLarge(file, Number(size)));
  } else {
    return { folder, file, object };
  }
  return undefined;
}

async function contents(cwd: string, entries: readonly TreeEntry[]): Promise<SourceFile[]> {
  if (entries.length === 0) return [];
  const answer = await git(cwd, ['cat-file', '--batch'], entries.map(({ object }) => `${object}\n`).join(''));
  if (answer.status !== 0) throw gitFailed('cannot read the files', answer);
  let at = 0;
  return entries.map(({ folder, file }) => {
    const headerEnd = answer.stdout.indexOf(10, at);
    const header = answer.stdout.subarray(at, headerEnd).toString('latin1').split(' ');
    if (headerEnd < 0 || header[1] !== 'blob') throw gitFailed(`cannot read ${file}`, answer);
    const start = headerEnd + 1;
    const end = start + Number(header[2]);
    at = end + 1;
    return { folder, file, bytes: answer.stdout.subarray(start, end) };
  });
}

async function topLevel(cwd: string, ref: string): Promise<string> {
  const answer = await git(cwd, ['rev-parse', '--show-toplevel']);
  if (answer.status === 0) return realpathSync(answer.stdout.toString('utf8').replace(/\n$/, ''));
  throw new OperatorError(`cannot read the base ${JSON.stringify(ref)}: ${answer.complaint}`, {
    code: 'not-a-repository',
    hint: /dubious ownership/.test(answer.complaint)
      ? `Tell git that you trust the folder: git config --global --add safe.directory ${cwd}`
      : 'Run in a git repository, or leave --base out: then every migration is the change under test.',
  });
}

async function commitOf(cwd: string, ref: string): Promise<string> {
  const unknown = (what: string): OperatorError =>
    new OperatorError(`the base ${JSON.stringify(ref)} ${what}`, {
      code: 'base-unknown',
      hint: 'Name a branch, tag or commit that was fetched; in CI check out with fetch-depth: 0, for a shallow clone lacks it.',
    });
  if (ref === '' || ref.startsWith('-') || /[\s\0]/.test(ref)) throw unknown('is not a git ref');
  const answer = await git(cwd, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
  if (answer.status !== 0) throw unknown('is not known to git here');
  return answer.stdout.toString('latin1').trim();
}

/** The folder's path from the repository's top, empty for the top itself. */
function insideRepository(top: string, cwd: string, folder: string): string {
  const relative = path.relative(top, realPathOf(path.resolve(cwd, folder)));
  if (relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative)) {
    throw new OperatorError(`${folder}: outside of the git repository, so its base cannot be read`, {
      code: 'folder-outside-repository',
      hint: 'Name a migrations folder inside the repository, or leave --base out.',
    });
  }
  return relative.split(path.sep).join('/');
}

/** With links followed as far as the path exists. */
function realPathOf(absolute: string): string {
  try {
    return realpathSync(absolute);
  } catch {
    const parent = path.dirname(absolute);
    return parent === absolute ? absolute : path.join(realPathOf(parent), path.basename(absolute));
  }
}

const gitFailed = (doing: string, { complaint, status }: GitAnswer): OperatorError =>
  new OperatorError(`git ${doing}: ${complaint || `it ended with status ${status ?? 'unknown'}`}`, {
    code: 'git-failed',
    hint: 'Try the same with git by hand; a partial clone needs its objects fetched.',
  });

/** Runs git without a shell. */
function git(cwd: string, args: readonly string[], input = ''): Promise<GitAnswer> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0' };
    const child = spawn('git', ['-C', cwd, ...args], { env, stdio: 'pipe' });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (data: Buffer) => stdout.push(data));
    child.stderr.on('data', (data: Buffer) => stderr.push(data));
    child.on('error', (cause) => {
      reject(
        new OperatorError('git cannot be started, and the base is read through it', {
          code: 'git-missing',
          hint: 'Install git, or leave --base out: then every migration is the change under test.',
          cause,
        }),
      );
    });
    child.on('close', (status) => {
      const complaint = Buffer.concat(stderr).toString('utf8').trim().split('\n', 1)[0] ?? '';
      resolve({ status, stdout: Buffer.concat(stdout), complaint: complaint.replace(/^fatal: /, '') });
    });
    // Git ends early where it refuses; that shows in its status, not in a broken pipe.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}
